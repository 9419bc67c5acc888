//! Bytes → text.

use crate::diag::{self, Diagnostic, Span};

/// The text of a file: UTF-8, a byte order mark dropped.
///
/// The span of the finding counts bytes of the text as [`String::from_utf8_lossy`] makes it, in which every earlier
/// byte is the file's own.
pub fn decode(bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    if let Some(name) = wide(bytes) {
        let finding = refuse(0, format!("the file is {name}, not UTF-8"));
        return Err(Box::new(finding.help(save_as_utf8(name))));
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text)),
        Err(error) => error,
    };
    if bytes.contains(&0) {
        let finding = refuse(0, "the file is no text".to_owned());
        return Err(Box::new(finding.help(
            "a map is a text file in YAML; this looks like a picture, a font, a document of an office program or the like",
        )));
    }
    let at = error.valid_up_to();
    let byte = bytes.get(at).copied().unwrap_or_default();
    let finding = refuse(
        at,
        format!("the file is not UTF-8: byte {at} is 0x{byte:02X}"),
    );
    Err(Box::new(finding.help(save_as_utf8("windows-1252"))))
}

/// The name of an encoding with two or four bytes for each character, by its byte order mark or by the zeros around the
/// Latin letter or sign that every map begins with.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..]
        | [0, 0, 0xFE, 0xFF, ..]
        | [1..=255, 0, 0, 0, ..]
        | [0, 0, 0, 1..=255, ..] => Some("UTF-32"),
        [0xFF, 0xFE, ..]
        | [0xFE, 0xFF, ..]
        | [1..=255, 0, 1..=255, 0, ..]
        | [0, 1..=255, 0, 1..=255, ..] => Some("UTF-16"),
        _ => None,
    }
}

fn refuse(at: usize, message: String) -> Diagnostic {
    let replacement = char::REPLACEMENT_CHARACTER.len_utf8();
    Diagnostic::new(
        &diag::INVALID_ENCODING,
        Span::new(at, at + replacement),
        message,
    )
    .note("jmap reads UTF-8 only, so that a map looks the same on every computer")
}

fn save_as_utf8(old: &str) -> String {
    format!(
        "save the file as UTF-8 in the editor, or convert it: iconv -f {} -t utf-8 old.yaml > new.yaml",
        old.to_lowercase()
    )
}
