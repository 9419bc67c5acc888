//! What may stand in a PDF.

/// Names that make a viewer do something (ISO 32000-1, 12.6), or that carry what it would.
const FORBIDDEN: &[&str] = &[
    "JS",
    "JavaScript",
    "Launch",
    "OpenAction",
    "AA",
    "EmbeddedFile",
    "EmbeddedFiles",
    "Filespec",
    "SubmitForm",
    "ImportData",
    "ResetForm",
    "GoToR",
    "GoToE",
    "RichMedia",
    "XFA",
    "AcroForm",
    "Movie",
    "Sound",
    "Rendition",
    "Widget",
    "FileAttachment",
];

/// Asserts that a file makes no viewer do anything but follow a link.
pub fn assert_safe(file: &[u8], about: &str) {
    let (names, links) = read(file);
    assert!(names.len() > 100, "{about}: it was not read");
    for name in FORBIDDEN {
        assert!(!names.iter().any(|known| known == name), "{about}: /{name}");
    }
    let actions = names
        .iter()
        .zip(names.iter().skip(1))
        .filter(|(name, _)| *name == "S");
    for (_, action) in actions {
        let structure = action.chars().next().is_some_and(char::is_uppercase);
        assert!(structure, "{about}: /S /{action}");
    }
    for link in links {
        let lower = link.to_lowercase();
        let schemes = ["https://", "http://", "mailto:"];
        assert!(
            schemes.iter().any(|scheme| lower.starts_with(scheme)),
            "{about}: {link}"
        );
    }
}

/// The names of a file, but for those in its strings and streams, and where its links lead.
fn read(file: &[u8]) -> (Vec<String>, Vec<String>) {
    let (mut names, mut links): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let (mut at, mut length) = (0, None);
    while at < file.len() {
        match file[at] {
            b'(' => {
                let (text, end) = string(file, at);
                if names.last().is_some_and(|name| name == "URI") {
                    links.push(text);
                }
                at = end;
            }
            b'<' if file.get(at + 1) != Some(&b'<') => {
                let length = file[at..].iter().position(|byte| *byte == b'>');
                at += length.expect("the end of a string in hexadecimal digits") + 1;
            }
            b'<' => at += 2,
            b'%' => {
                at += file[at..]
                    .iter()
                    .position(|byte| *byte == b'\n')
                    .unwrap_or(1)
            }
            b'/' => {
                let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"()<>[]{}/%".contains(byte);
                let length = file[at + 1..].iter().position(is_end).unwrap_or_default();
                let name = &file[at + 1..at + 1 + length];
                names.push(unescaped(name));
                at += 1 + length;
            }
            b's' if file[at..].starts_with(b"stream") => {
                // Its length counts: a stream that is not compressed may hold the word for its end.
                at += length.take().expect("the length of a stream") + b"stream\n".len();
                let rest = file[at..].trim_ascii_start();
                assert!(
                    rest.starts_with(b"endstream"),
                    "a stream does not end where it says"
                );
                at = file.len() - rest.len() + b"endstream".len();
            }
            byte if byte.is_ascii_digit() && names.last().is_some_and(|name| name == "Length") => {
                let digits = file[at..].iter().take_while(|byte| byte.is_ascii_digit());
                let digits: Vec<u8> = digits.copied().collect();
                at += digits.len();
                length = length.or(String::from_utf8_lossy(&digits).parse::<usize>().ok());
            }
            _ => at += 1,
        }
    }
    (names, links)
}

/// A name may spell its characters in hexadecimal digits: `/J#53` is `/JS`.
fn unescaped(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name);
    let mut parts = name.split('#');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part
            .get(..2)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        text.push(code.map_or('#', char::from));
        text.push_str(part.get(2..).unwrap_or_default());
    }
    text
}

/// A string in parentheses, and where it ends.
fn string(file: &[u8], start: usize) -> (String, usize) {
    let (mut depth, mut at, mut text) = (0, start, Vec::new());
    loop {
        match file[at] {
            b'\\' => {
                at += 1;
                text.push(file[at]);
            }
            b'(' => depth += 1,
            b')' if depth == 1 => return (String::from_utf8_lossy(&text).into_owned(), at + 1),
            b')' => depth -= 1,
            byte => text.push(byte),
        }
        at += 1;
    }
}
