//! Reads a theme's file: what it does not say stays as in the theme it `extends` (default: `default`).

use super::keys::{COLORS, Entry, SIZES};
use super::{BUILTIN, Theme};
use crate::color::Color;
use crate::diag::{Diagnostic, INVALID_VALUE, UNKNOWN_KEY, UNKNOWN_REFERENCE, WRONG_TYPE};
use crate::source::{self, Node, Value};

/// Type sizes and lengths outside this range are refused, in points.
const SIZE_RANGE: std::ops::RangeInclusive<f64> = 1.0..=400.0;

impl Theme {
    /// Reads a theme and says what is wrong with it; what cannot be read keeps its default.
    pub fn read(text: &str) -> (Theme, Vec<Diagnostic>) {
        let (node, findings) = source::parse(text, &source::Limits::default());
        let mut reader = Reader { findings };
        let mut theme = Theme::default();
        if let Some(node) = &node {
            // The default theme itself stands on nothing.
            if text != BUILTIN[0].1 {
                theme = reader.base(node);
            }
            reader.theme(node, &mut theme);
        }
        (theme, reader.findings)
    }
}

struct Reader {
    findings: Vec<Diagnostic>,
}

impl Reader {
    fn base(&mut self, node: &Node) -> Theme {
        let named = entries(node)
            .iter()
            .find(|(key, _)| &*key.text == "extends");
        let name = named
            .and_then(|(_, value)| text(value))
            .unwrap_or(BUILTIN[0].0);
        Theme::builtin(name).unwrap_or_else(|| {
            if let Some((_, value)) = named {
                let known: Vec<_> = BUILTIN.iter().map(|(name, _)| *name).collect();
                self.findings.push(
                    Diagnostic::new(
                        &UNKNOWN_REFERENCE,
                        value.span,
                        format!("there is no built-in theme `{name}`"),
                    )
                    .help(format!("write one of {}", known.join(", "))),
                );
            }
            Theme::builtin(BUILTIN[0].0).unwrap_or_default()
        })
    }

    fn theme(&mut self, node: &Node, theme: &mut Theme) {
        let Value::Mapping(map) = &node.value else {
            return self.wrong(
                node,
                "a theme is a mapping with `colors`, `stages`, `personas`, `sizes`, `fonts`",
            );
        };
        for (key, value) in map.iter() {
            match &*key.text {
                "about" => theme.about = text(value).unwrap_or_default().to_string(),
                "extends" => {}
                "colors" => self.table(value, COLORS, theme, |reader, node| reader.color(node)),
                "sizes" => self.table(value, SIZES, theme, |reader, node| reader.size(node)),
                "stages" => self.colors(value, &mut theme.stages),
                "personas" => self.colors(value, &mut theme.personas),
                "fonts" => {
                    for item in items(value) {
                        match text(item) {
                            Some(path) => theme.fonts.push((path.to_string(), item.span)),
                            None => self.wrong(item, "a font is the path of a font file"),
                        }
                    }
                }
                other if other.starts_with("x-") => {}
                other => self.findings.push(
                    Diagnostic::new(&UNKNOWN_KEY, key.span, format!("a theme has no key `{other}`"))
                        .help("a theme has `about`, `extends`, `colors`, `stages`, `personas`, `sizes`, `fonts`"),
                ),
            }
        }
    }

    /// Reads a mapping whose keys stand in a table.
    fn table<T>(
        &mut self,
        node: &Node,
        keys: &[Entry<T>],
        theme: &mut Theme,
        read: fn(&mut Reader, &Node) -> Option<T>,
    ) {
        let Value::Mapping(map) = &node.value else {
            return self.wrong(node, "here stands a mapping of names to values");
        };
        for (key, value) in map.iter() {
            match keys.iter().find(|(name, ..)| *name == &*key.text) {
                Some((_, place, _)) => {
                    if let Some(read) = read(self, value) {
                        *place(theme) = read;
                    }
                }
                None => {
                    let known: Vec<_> = keys
                        .iter()
                        .map(|(name, _, what)| format!("{name}: {what}"))
                        .collect();
                    self.findings.push(
                        Diagnostic::new(
                            &UNKNOWN_KEY,
                            key.span,
                            format!("a theme sets no `{}` here", key.text),
                        )
                        .help(format!("the keys are\n{}", known.join("\n"))),
                    );
                }
            }
        }
    }

    fn colors(&mut self, node: &Node, into: &mut Vec<Color>) {
        let read: Vec<_> = items(node)
            .iter()
            .filter_map(|item| self.color(item))
            .collect();
        if !read.is_empty() {
            *into = read;
        }
    }

    fn color(&mut self, node: &Node) -> Option<Color> {
        let color = text(node)
            .and_then(Color::parse)
            .filter(|color| color.a == 255);
        if color.is_none() {
            self.findings.push(
                Diagnostic::new(&INVALID_VALUE, node.span, "this is not an opaque colour")
                    .help("write a CSS colour in quotes: \"#C2410C\""),
            );
        }
        color
    }

    fn size(&mut self, node: &Node) -> Option<f64> {
        let size = text(node)
            .and_then(|text| text.parse().ok())
            .filter(|size| SIZE_RANGE.contains(size));
        if size.is_none() {
            self.findings.push(
                Diagnostic::new(&INVALID_VALUE, node.span, "this is not a length in points")
                    .help("write a number from 1 to 400, without a unit"),
            );
        }
        size
    }

    fn wrong(&mut self, node: &Node, expected: &str) {
        self.findings.push(
            Diagnostic::new(&WRONG_TYPE, node.span, "this cannot be read here").note(expected),
        );
    }
}

fn entries(node: &Node) -> &[(source::Key, Node)] {
    match &node.value {
        Value::Mapping(map) => map,
        _ => &[],
    }
}

fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

fn text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar(scalar) => Some(&scalar.text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_theme_sets_every_key() {
        let (node, _) = source::parse(BUILTIN[0].1, &source::Limits::default());
        let node = node.expect("the default theme is YAML");
        let keys = |table: &str| -> Vec<String> {
            let (_, value) = entries(&node)
                .iter()
                .find(|(key, _)| &*key.text == table)
                .expect(table);
            entries(value)
                .iter()
                .map(|(key, _)| key.text.to_string())
                .collect()
        };
        assert_eq!(
            keys("colors"),
            COLORS.iter().map(|(name, ..)| *name).collect::<Vec<_>>()
        );
        assert_eq!(
            keys("sizes"),
            SIZES.iter().map(|(name, ..)| *name).collect::<Vec<_>>()
        );
    }

    #[test]
    fn built_in_themes_are_read_without_a_finding() {
        for (name, text) in BUILTIN {
            assert_eq!(Theme::read(text).1, [], "{name}");
        }
    }

    #[test]
    fn what_a_theme_does_not_say_is_as_in_the_one_it_extends() {
        let (theme, findings) =
            Theme::read("extends: dark\ncolors: {ink: \"#FFFFFF\"}\nsizes: {title: 40}\n");
        let dark = Theme::builtin("dark").expect("dark is built in");
        assert_eq!(findings, []);
        assert_eq!(theme.colors.ink, Color::rgb(255, 255, 255));
        assert_eq!(theme.sizes.title, 40.0);
        assert_eq!(theme.colors.paper, dark.colors.paper);
        assert_eq!(theme.stages, dark.stages);
    }

    #[test]
    fn slips_are_named_and_the_rest_is_read() {
        let text = "extends: night\ncolour: {}\ncolors: {ink: blackish, inc: red, pain_text: maroon}\nsizes: {body: 0}\n";
        let (theme, findings) = Theme::read(text);
        let rules: Vec<&str> = findings.iter().map(|finding| finding.rule.name).collect();
        assert_eq!(
            rules,
            [
                "unknown-reference",
                "unknown-key",
                "invalid-value",
                "unknown-key",
                "invalid-value"
            ]
        );
        assert_eq!(theme.colors.pain.text, Color::rgb(128, 0, 0));
    }
}
