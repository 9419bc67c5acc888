//! What a drawing is made from: the hash of a map and of all that it names. docs/currency.md says how it is computed; it stays.

use std::borrow::Cow;

use jmap::check::Map;
use jmap::diag::Diagnostic;
use jmap::emit::{Origin, Source};
use jmap::limits::Limits;
use sha2::{Digest, Sha256};

use crate::folder::Folder;
use crate::input::Input;
use crate::theme::Dressed;

/// This version of jmap.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where a drawing comes from that is made now.
pub fn of(map: Source, with: Option<Source>) -> Origin {
    Origin {
        jmap: VERSION.to_owned(),
        map,
        with,
    }
}

/// A map as it is now, of which only what is public is drawn.
pub fn public(input: &Input) -> Source {
    Source::public(file_name(input).as_deref())
}

/// A map as it is now: its text, and the hashes of the files that were read from its folder.
pub fn source(input: &Input, text: &str, folder: &Folder) -> Source {
    let mut hash = Sha256::new();
    hash.update(leveled(text.as_bytes()));
    for (path, sha256) in folder.hashes() {
        hash.update(format!("{sha256}  {path}\n"));
    }
    Source::new(file_name(input).as_deref(), digits(&hash.finalize()))
}

/// Reads the theme that a map names, so that it counts also where another one is drawn. Returns what is wrong with it.
pub fn read_theme(map: &Map, folder: &Folder, limits: &Limits) -> Vec<Diagnostic> {
    let Some(name) = &map.theme else {
        return Vec::new();
    };
    match Dressed::of_map(name, folder, limits) {
        Ok(theme) => theme.page.map(|page| page.findings).unwrap_or_default(),
        Err(finding) => vec![*finding],
    }
}

/// The name of a map's file.
pub fn file_name(input: &Input) -> Option<String> {
    match input {
        Input::Stdin => None,
        Input::File(place) => Some(place.path.file_name()?.to_string_lossy().into_owned()),
    }
}

/// The hash of a file.
pub fn sha256(bytes: &[u8]) -> String {
    digits(&Sha256::digest(leveled(bytes)))
}

/// A text as it is in a checkout on any system: line ends as LF, no byte order mark. What holds a zero byte is no text.
pub fn leveled(bytes: &[u8]) -> Cow<'_, [u8]> {
    if bytes.contains(&0) {
        return bytes.into();
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if !text.windows(2).any(|pair| pair == b"\r\n") {
        return text.into();
    }
    let mut rest = text.iter().peekable();
    let mut kept = Vec::with_capacity(text.len());
    while let Some(byte) = rest.next() {
        if *byte != b'\r' || rest.peek() != Some(&&b'\n') {
            kept.push(*byte);
        }
    }
    kept.into()
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_other_tools() {
        // FIPS 180-4, appendix B.1.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), abc);
        assert_eq!(sha256(b"\xEF\xBB\xBFabc"), abc);
    }

    #[test]
    fn line_ends_do_not_count_in_texts() {
        assert_eq!(&*leveled(b"a\r\nb\rc\n\r\n"), b"a\nb\rc\n\n");
        assert_eq!(&*leveled(b"a\0\r\n"), b"a\0\r\n");
        assert_eq!(&*leveled(b"\r"), b"\r");
        assert_eq!(&*leveled(b""), b"");
    }
}
