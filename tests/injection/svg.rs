//! What may stand in an SVG.

use roxmltree::Document;

const ELEMENTS: &[&str] = &[
    "svg",
    "title",
    "desc",
    "defs",
    "style",
    "linearGradient",
    "stop",
    "clipPath",
    "rect",
    "g",
    "a",
    "path",
    "circle",
    "line",
    "text",
    "tspan",
    "image",
    "use",
];
const ATTRIBUTES: &[&str] = &[
    "viewBox",
    "width",
    "height",
    "role",
    "lang",
    "direction",
    "font-family",
    "text-rendering",
    "id",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "rx",
    "ry",
    "cx",
    "cy",
    "r",
    "d",
    "offset",
    "stop-color",
    "stop-opacity",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-opacity",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "paint-order",
    "clip-path",
    "preserveAspectRatio",
    "font-size",
    "font-weight",
    "font-style",
    "letter-spacing",
    "textLength",
    "lengthAdjust",
    "space",
    "href",
    "transform",
];

/// Asserts that a drawing executes nothing, fetches nothing and is well-formed.
pub fn assert_safe(svg: &str, about: &str) {
    let document = Document::parse(svg).unwrap_or_else(|why| panic!("{about}: {why}"));
    assert!(
        !svg.contains("<!") && !svg.contains("<?"),
        "{about}: a declaration or a processing instruction"
    );
    for node in document.descendants() {
        assert!(!node.is_pi() && !node.is_comment(), "{about}: {node:?}");
        let Some(text) = node.is_element().then(|| node.tag_name().name()) else {
            continue;
        };
        assert_eq!(
            node.tag_name().namespace(),
            Some("http://www.w3.org/2000/svg"),
            "{about}: {text}"
        );
        assert!(ELEMENTS.contains(&text), "{about}: an element {text}");
        if text == "style" {
            assert_style(node.text().unwrap_or_default(), about);
            assert!(node.children().all(|child| child.is_text()), "{about}");
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let of_ours = name.starts_with("aria-") || name.starts_with("data-");
            assert!(
                of_ours || ATTRIBUTES.contains(&name),
                "{about}: an attribute {name}"
            );
            match (text, name) {
                ("a", "href") => {
                    let lower = value.to_lowercase();
                    let schemes = ["https://", "http://", "mailto:"];
                    assert!(
                        schemes.iter().any(|scheme| lower.starts_with(scheme)),
                        "{about}: {value}"
                    );
                }
                ("image", "href") => {
                    let (start, data) = value.split_once(',').expect("data");
                    let known = ["data:image/png;base64", "data:image/jpeg;base64"];
                    assert!(known.contains(&start), "{about}: {start}");
                    let is_base64 = |c: char| c.is_ascii_alphanumeric() || "+/=".contains(c);
                    assert!(data.chars().all(is_base64), "{about}");
                }
                (_, "href") => assert!(value.starts_with('#'), "{about}: {value}"),
                _ if of_ours => {}
                _ => assert!(
                    value.matches("url(").count() == value.matches("url(#").count(),
                    "{about}: {name}={value}"
                ),
            }
        }
    }
    let stray = svg
        .chars()
        .find(|c| (c.is_control() && *c != '\n') || jmap::unseen::is_hidden(*c));
    assert_eq!(stray, None, "{about}");
    for node in document.descendants().filter(|node| node.is_element()) {
        let texts = node
            .attributes()
            .map(|attribute| attribute.value().to_owned());
        let own = node.children().filter(|child| child.is_text());
        for text in texts.chain(own.filter_map(|child| child.text().map(str::to_owned))) {
            assert!(
                jmap::unseen::is_balanced(&text),
                "{about}: {text:?} would spill into its neighbours"
            );
        }
    }
}

/// Rules that bring fonts into the file, and nothing else.
fn assert_style(css: &str, about: &str) {
    for rule in css.lines().filter(|rule| !rule.is_empty()) {
        let rest = rule
            .strip_prefix("@font-face{font-family:'")
            .unwrap_or_else(|| panic!("{about}: {rule}"));
        let (family, rest) = rest.split_once("';").expect("a name");
        let is_plain = |c: char| c.is_alphanumeric() || " -_".contains(c);
        assert!(family.chars().all(is_plain), "{about}: {family}");
        let (settings, data) = rest
            .split_once("src:url(data:font/ttf;base64,")
            .expect("a source");
        let known = [
            "font-style:italic",
            "font-weight:600",
            "font-weight:700",
            "",
        ];
        assert!(
            settings.split(';').all(|setting| known.contains(&setting)),
            "{about}: {settings}"
        );
        let is_base64 = |c: char| c.is_ascii_alphanumeric() || "+/=".contains(c);
        let data = data.strip_suffix(")}").expect("its end");
        assert!(data.chars().all(is_base64), "{about}");
    }
}
