//! Where the drawing comes from, as keywords of the document. krilla writes them into its XMP packet, which stands in the
//! file as plain text so that programs find it that read no PDF (XMP specification part 3, section 2), and which most
//! programs keep that write a PDF anew.

use crate::emit::svg::plain;
use crate::emit::{Origin, Source};

/// The element of the packet that holds the keywords, and what stands between them.
const KEYWORDS: (&str, &str) = ("<pdf:Keywords>", "</pdf:Keywords>");
const BETWEEN: &str = ", ";
const JMAP: &str = "jmap ";
/// What stands before the hash of a source, or in its place, before its name, and before the source of a comparison.
const HASH: &str = "sha256 ";
const PUBLIC: &str = "public part";
const NAME: &str = " of ";
const WITH: &str = "compared with ";
/// Hexadecimal digits of a SHA-256.
const DIGITS: usize = 64;

/// The keywords.
pub fn keywords(origin: &Origin) -> Vec<String> {
    let source = |source: &Source| {
        let hash = source.sha256.as_ref();
        let hash = hash.map_or(PUBLIC.to_owned(), |hash| format!("{HASH}{hash}"));
        match &source.name {
            Some(name) => format!("{hash}{NAME}{name}"),
            None => hash,
        }
    };
    let mut words = vec![format!("{JMAP}{}", origin.jmap), source(&origin.map)];
    let with = origin.with.as_ref();
    words.extend(with.map(|with| format!("{WITH}{}", source(with))));
    words
}

/// Where a drawing comes from, if its keywords say so.
pub fn read(bytes: &[u8]) -> Option<Origin> {
    if !bytes.starts_with(b"%PDF-") {
        return None;
    }
    let find = |wanted: &str, from: usize| {
        let wanted = wanted.as_bytes();
        let rest = bytes.get(from..)?;
        let at = rest.windows(wanted.len()).rposition(|part| part == wanted);
        at.map(|at| from + at)
    };
    let start = find(KEYWORDS.0, 0)? + KEYWORDS.0.len();
    let end = find(KEYWORDS.1, start)?;
    let words = plain(std::str::from_utf8(bytes.get(start..end)?).ok()?);
    let (jmap, sources) = words.strip_prefix(JMAP)?.split_once(BETWEEN)?;
    let with = format!("{BETWEEN}{WITH}");
    let second = sources
        .rsplit_once(&with)
        .and_then(|(first, second)| Some((first, source(second)?)));
    let (first, with) = match second {
        Some((first, second)) => (first, Some(second)),
        None => (sources, None),
    };
    Some(Origin {
        jmap: jmap.to_owned(),
        map: source(first)?,
        with,
    })
}

/// A source, from its hash on, or from what stands in its place.
fn source(words: &str) -> Option<Source> {
    let (sha256, rest) = match words.strip_prefix(HASH) {
        Some(words) => words.split_at_checked(DIGITS)?,
        None => ("", words.strip_prefix(PUBLIC)?),
    };
    let name = match rest {
        "" => None,
        _ => Some(rest.strip_prefix(NAME)?),
    };
    let is_hash = sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then(|| match sha256 {
        "" => Source::public(name),
        _ => Source::new(name, sha256.to_owned()),
    })
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
        let words = keywords(origin).join(BETWEEN);
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        let words = words.replace('\'', "&apos;").replace('"', "&quot;");
        format!("%PDF-1.7\n{}{words}{}", KEYWORDS.0, KEYWORDS.1)
    }

    #[test]
    fn what_is_written_is_read_back() {
        let names = [
            None,
            Some("map.yaml"),
            Some("a, \"b\" of <c> & d's, compared with sha256 \u{1F389}保.yaml"),
        ];
        for name in names {
            for with in [None, Some("next.yaml"), Some("&amp;, sha256 .yaml")] {
                let mut origin = origin(name, with);
                let written = file(&origin);
                assert_eq!(read(written.as_bytes()), Some(origin.clone()), "{written}");
                origin.map.sha256 = None;
                origin.with.iter_mut().for_each(|with| with.sha256 = None);
                let public = file(&origin);
                assert_eq!(read(public.as_bytes()), Some(origin), "{public}");
            }
        }
    }

    #[test]
    fn other_files_say_nothing_and_do_no_harm() {
        let whole = file(&origin(Some("a&b.yaml"), None));
        for end in 0..whole.len() {
            assert_eq!(read(&whole.as_bytes()[..end]), None, "{end}");
        }
        assert_eq!(read(&whole.as_bytes()[1..]), None);
        let other = "%PDF-1.7 <pdf:Keywords>jmap 1, sha256 \u{e9}</pdf:Keywords>";
        assert_eq!(read(other.as_bytes()), None);
    }
}
