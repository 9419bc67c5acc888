//! Bytes → text.

use crate::diag::{self, Diagnostic, Span};

/// The text of a file: UTF-8, a byte order mark dropped.
///
/// The span of the finding counts bytes of the text as [`String::from_utf8_lossy`] makes it, in which every earlier
/// byte is the file's own.
pub fn decode(bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    let utf16 = matches!(
        bytes,
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, _, ..] | [_, 0, ..]
    );
    if utf16 {
        return Err(refuse(
            0,
            "the file is UTF-16 or UTF-32, not UTF-8".to_owned(),
        ));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text)),
        Err(error) => {
            let at = error.valid_up_to();
            let byte = bytes.get(at).copied().unwrap_or_default();
            Err(refuse(
                at,
                format!("the file is not UTF-8: byte {at} is 0x{byte:02X}"),
            ))
        }
    }
}

fn refuse(at: usize, message: String) -> Box<Diagnostic> {
    let replacement = char::REPLACEMENT_CHARACTER.len_utf8();
    let finding =
        Diagnostic::new(&diag::INVALID_ENCODING, Span::new(at, at + replacement), message)
        .note("jmap reads UTF-8 only, so that a map looks the same on every computer")
        .help("save the file as UTF-8 in the editor, or convert it: iconv -f windows-1252 -t utf-8 old.yaml > new.yaml");
    Box::new(finding)
}
