//! Where the drawing comes from, as attributes of the root, and reading them back.

use super::out::Out;
use crate::emit::{Origin, Source};

const JMAP: &str = "data-jmap";
/// Names and hashes: of the map, of the one that it is compared with.
const MAP: (&str, &str) = ("data-source", "data-source-sha256");
const WITH: (&str, &str) = ("data-with", "data-with-sha256");

/// The attributes.
pub fn attributes(origin: &Origin) -> String {
    let mut out = Out::default();
    out.attribute(JMAP, &origin.jmap);
    let sources = [(MAP, Some(&origin.map)), (WITH, origin.with.as_ref())];
    for ((name, sha256), source) in sources {
        if let Some(source) = source {
            if let Some(text) = &source.name {
                out.attribute(name, text);
            }
            if let Some(hash) = &source.sha256 {
                out.attribute(sha256, hash);
            }
        }
    }
    out.into_text()
}

/// Where a drawing comes from, if its root says so.
pub fn read(bytes: &[u8]) -> Option<Origin> {
    let text = String::from_utf8_lossy(bytes);
    let (_, root) = text.split_once("<svg")?;
    let (root, _) = root.split_once('>')?;
    let source = |(name, sha256): (&str, &str)| {
        let source = Source {
            sha256: attribute(root, sha256),
            ..Source::public(attribute(root, name).as_deref())
        };
        (source != Source::public(None)).then_some(source)
    };
    Some(Origin {
        jmap: attribute(root, JMAP)?,
        map: source(MAP)?,
        with: source(WITH),
    })
}

/// The value of an attribute of an element that [`attributes`] wrote.
fn attribute(element: &str, name: &str) -> Option<String> {
    let (_, value) = element.split_once(&format!(" {name}=\""))?;
    let (value, _) = value.split_once('"')?;
    Some(plain(value))
}

/// Text without the references that stand for characters.
pub fn plain(escaped: &str) -> String {
    let mut text = String::with_capacity(escaped.len());
    let mut parts = escaped.split('&');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        match part
            .split_once(';')
            .and_then(|(name, rest)| Some((meant(name)?, rest)))
        {
            Some((character, rest)) => {
                text.push(character);
                text.push_str(rest);
            }
            None => {
                text.push('&');
                text.push_str(part);
            }
        }
    }
    text
}

/// The character that a reference stands for.
fn meant(reference: &str) -> Option<char> {
    match reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let code = reference.strip_prefix("#x")?;
            u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(name: Option<&str>, with: Option<&str>) -> Origin {
        let source = |name| Source::new(name, "0f".repeat(32));
        Origin {
            jmap: "0.1.0".to_owned(),
            map: source(name),
            with: with.map(|name| source(Some(name))),
        }
    }

    fn file(origin: &Origin) -> String {
        format!("<svg{} width=\"1pt\"><title>a</title>", attributes(origin))
    }

    #[test]
    fn what_is_written_is_read_back() {
        let names = [
            None,
            Some("map.yaml"),
            Some("a \"b\" <c> & d's &amp; \u{1F389}保.yaml"),
        ];
        for name in names {
            for with in [None, Some("next.yaml"), Some("&#x26;.yaml")] {
                let origin = origin(name, with);
                let file = file(&origin);
                assert_eq!(read(file.as_bytes()), Some(origin), "{file}");
            }
        }
    }

    #[test]
    fn what_cannot_be_written_is_not_in_the_name() {
        let origin = origin(Some("a\u{7}\tb\u{FFFE}.yaml"), None);
        assert_eq!(origin.map.name.as_deref(), Some("a b.yaml"));
        assert_eq!(read(file(&origin).as_bytes()), Some(origin));
    }

    #[test]
    fn other_files_say_nothing_and_do_no_harm() {
        let whole = file(&origin(Some("a&b.yaml"), Some("next.yaml")));
        for end in 0..whole.find('>').expect("an end of the root") {
            assert_eq!(read(&whole.as_bytes()[..end]), None, "{end}");
        }
        for other in [
            "",
            "<svg>",
            "<svg data-jmap=\"0.1.0\">",
            "\u{0}\u{FFFE}",
            "<svg data-jmap=\"&#xD800;&#xFFFFFFFFFF;&;&\" >",
        ] {
            assert_eq!(read(other.as_bytes()), None, "{other}");
        }
        assert_eq!(read(&[b'<', b's', b'v', b'g', 0xFF, b'>']), None);
    }
}
