//! Words with holes, for what languages put at different places: `{text} ({figure})`.

/// A template with its holes filled: `{name}` is replaced; what is put in is left as it is.
pub fn filled(template: &str, holes: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let hole = after.split_once('}').and_then(|(name, after)| {
            let (_, text) = holes.iter().find(|(known, _)| *known == name)?;
            Some((text, after))
        });
        match hole {
            Some((text, after)) => {
                out.push_str(text);
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_holes_are_filled_and_once() {
        let holes = [("a", "{b}"), ("b", "B")];
        assert_eq!(filled("{a} {b}: {c} {", &holes), "{b} B: {c} {");
    }
}
