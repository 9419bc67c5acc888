//! What must hold of every scene, as far as it can be seen in the data.

use super::build::round;
use super::{Group, Hook, Node, Outline, Role, Scene, TextLine};
use crate::geom::{Point, Rect, Step, point};

/// How the scene breaks its own rules, a sentence each; empty when it keeps them.
pub fn verify(scene: &Scene) -> Vec<String> {
    let mut check = Check {
        page: Rect::new(0.0, 0.0, scene.size.width, scene.size.height),
        clip: None,
        texts: Vec::new(),
        found: Vec::new(),
    };
    if !(scene.size.width > 0.0 && scene.size.height > 0.0) {
        check
            .found
            .push(format!("the page measures {:?}", scene.size));
    }
    check.points("page", &[point(scene.size.width, scene.size.height)]);
    if scene.title.trim().is_empty() || scene.description.trim().is_empty() {
        check
            .found
            .push("the page has no title or no description".to_owned());
    }
    check.nodes(&scene.nodes, None);
    check.overlaps();
    check.found
}

struct Check<'s> {
    page: Rect,
    /// What of the page is seen where the check is; parts may reach beyond it, as they are not seen there.
    clip: Option<Rect>,
    texts: Vec<(Rect, &'s str)>,
    found: Vec<String>,
}

impl<'s> Check<'s> {
    fn nodes(&mut self, nodes: &'s [Node], parent: Option<&'s Group>) {
        for node in nodes {
            match node {
                Node::Group(group) => {
                    self.group(group);
                    self.place(group, parent);
                    // Decoration is not there to a reader, so what is in it stands in what is around it.
                    let around = if group.role == Role::Decoration {
                        parent
                    } else {
                        Some(group)
                    };
                    let clip = self.clip;
                    if let Some(window) = group.clip {
                        self.rect("window", window);
                        self.clip = Some(window);
                    }
                    self.nodes(&group.children, around);
                    self.clip = clip;
                }
                Node::Text(text) => self.text(text),
                Node::Shape(shape) => self.outline(&shape.outline),
                Node::Image(image) => {
                    self.rect("image", image.place);
                    self.round("image", &[image.radius]);
                }
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let role = group.role;
        let named = group
            .name
            .as_deref()
            .is_some_and(|name| !name.trim().is_empty());
        let needs_name = matches!(
            role,
            Role::Heading(_) | Role::Figure | Role::Link | Role::Row | Role::Table
        );
        if needs_name && !named {
            self.found.push(format!("a {role:?} has no name"));
        }
        if group.link.is_some() != (role == Role::Link) {
            self.found.push(format!(
                "{role:?} {:?}: a link leads somewhere, and only a link does",
                group.name
            ));
        }
        if group
            .columns
            .is_some_and(|columns| columns.first == 0 || columns.count == 0)
        {
            self.found
                .push(format!("{role:?} {:?} stands in no column", group.name));
        }
        if group.columns.is_some() && !matches!(role, Role::Cell | Role::ColumnHeader) {
            self.found.push(format!(
                "{role:?} {:?} has columns but is no cell",
                group.name
            ));
        }
        self.hooks(group);
    }

    /// A point of a curve says whose it is, where, and how high; nothing else has a score.
    fn hooks(&mut self, group: &Group) {
        let count = |hook: Hook| group.hooks.iter().filter(|(h, _)| *h == hook).count();
        for (hook, value) in &group.hooks {
            if count(*hook) > 1 || value.is_empty() {
                self.found.push(format!(
                    "{} is repeated or empty on {:?}",
                    hook.name(),
                    group.hooks
                ));
            }
        }
        let complete =
            count(Hook::Persona) == 1 && count(Hook::Touchpoint) + count(Hook::Stage) == 1;
        if count(Hook::Score) > 0 && !complete {
            self.found.push(format!(
                "a score without persona and place: {:?}",
                group.hooks
            ));
        }
    }

    /// Rows hold cells, and cells stand in rows; likewise tables and rows, lists and items.
    fn place(&mut self, group: &Group, parent: Option<&Group>) {
        let parent = parent.map(|group| group.role);
        let wrong = match group.role {
            Role::Decoration => false,
            Role::Row => parent != Some(Role::Table),
            Role::Cell | Role::RowHeader | Role::ColumnHeader => parent != Some(Role::Row),
            Role::Item => parent != Some(Role::List),
            _ => matches!(parent, Some(Role::Table | Role::Row | Role::List)),
        };
        if wrong {
            self.found
                .push(format!("a {:?} stands in {parent:?}", group.role));
        }
    }

    fn text(&mut self, text: &'s TextLine) {
        let line = &*text.line;
        self.round("text", &[text.at.x, text.at.y]);
        let (top, height) = (text.at.y - line.ascent, line.ascent + line.descent);
        self.inside(&line.text, Rect::new(text.at.x, top, line.width, height));
        if text.color.a != 255 {
            self.found
                .push(format!("the text {:?} is translucent", line.text));
        }
        // Roughly what is inked: capitals above the baseline and the tails of p and q below it.
        let size = line.style.size;
        let ink = Rect::new(text.at.x, text.at.y - 0.72 * size, line.width, 0.92 * size);
        let ink = self.clip.map_or(Some(ink), |clip| clip.common(&ink));
        self.texts.extend(ink.map(|ink| (ink, line.text.as_str())));
    }

    fn outline(&mut self, outline: &Outline) {
        match outline {
            Outline::Rect(place, radius) => {
                self.rect("rectangle", *place);
                self.round("rectangle", &[*radius]);
            }
            Outline::Circle(center, radius) => {
                self.points("circle", &[*center]);
                self.round("circle", &[*radius]);
                let rect = Rect::new(center.x, center.y, 0.0, 0.0).grown(*radius);
                self.inside("circle", rect);
            }
            Outline::Line(from, to) => self.points("line", &[*from, *to]),
            Outline::Path(steps) => {
                for step in steps {
                    match step {
                        Step::Move(p) | Step::Line(p) => self.points("path", &[*p]),
                        Step::Curve(a, b, p) => self.points("path", &[*a, *b, *p]),
                        Step::Close => {}
                    }
                }
                if !matches!(steps.first(), Some(Step::Move(_))) {
                    self.found.push("a path begins nowhere".to_owned());
                }
            }
        }
    }

    fn rect(&mut self, what: &str, rect: Rect) {
        self.round(what, &[rect.x, rect.y, rect.width, rect.height]);
        self.inside(what, rect);
    }

    fn points(&mut self, what: &str, points: &[Point]) {
        for p in points {
            self.round(what, &[p.x, p.y]);
            self.inside(what, Rect::new(p.x, p.y, 0.0, 0.0));
        }
    }

    fn inside(&mut self, what: &str, rect: Rect) {
        let page = self.page.grown(0.01);
        let inside = self.clip.is_some() && rect.x.is_finite() && rect.y.is_finite()
            || rect.x >= page.x
                && rect.y >= page.y
                && rect.right() <= page.right()
                && rect.bottom() <= page.bottom();
        if !inside || rect.width < 0.0 || rect.height < 0.0 {
            self.found
                .push(format!("{what:?} is outside the page: {rect:?}"));
        }
    }

    fn round(&mut self, what: &str, values: &[f64]) {
        if values.iter().any(|value| round(*value) != *value) {
            self.found
                .push(format!("{what:?} is not on hundredths: {values:?}"));
        }
    }

    /// Texts that lie on one another, found by going down the page.
    fn overlaps(&mut self) {
        self.texts
            .sort_by(|(a, _), (b, _)| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
        for (index, (a, first)) in self.texts.iter().enumerate() {
            let below = self.texts[index + 1..]
                .iter()
                .take_while(|(b, _)| b.y < a.bottom());
            for (b, second) in below {
                // Half a point is what two faces' overhang may share.
                if a.grown(-0.25).overlaps(&b.grown(-0.25)) {
                    self.found.push(format!(
                        "{first:?} and {second:?} overlap at {},{}",
                        b.x, b.y
                    ));
                }
            }
        }
    }
}
