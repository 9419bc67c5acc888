//! What a viewer is asked to do, beyond what krilla asks for.

use std::ops::Range;

/// Where viewers find what they are asked to do; krilla writes it with every document that has a direction.
const PREFERENCES: &[u8] = b"/ViewerPreferences<<";
const TITLE: &[u8] = b"/DisplayDocTitle";
const SUSPECTS: &[u8] = b"/Suspects false";
const START: &[u8] = b"startxref\n";

/// Asks viewers to show the document's title in place of the file's name (ISO 32000-1, table 150), which krilla does for
/// PDF/UA alone. The catalog is the last object, so that only the table of objects moves, and where it starts is said last.
pub fn show_title(mut bytes: Vec<u8>) -> Vec<u8> {
    let Some(at) = last(&bytes, PREFERENCES) else {
        return bytes;
    };
    let Some(start) = last(&bytes, START).filter(|start| start.start > at.end) else {
        return bytes;
    };
    let said = bytes.get(at.end..start.start).unwrap_or_default();
    let digits: Vec<u8> = bytes
        .get(start.end..)
        .unwrap_or_default()
        .iter()
        .copied()
        .take_while(u8::is_ascii_digit)
        .collect();
    let table = String::from_utf8_lossy(&digits).parse::<usize>();
    let Ok(table) = table
        .map_err(drop)
        .and_then(|table| match last(said, TITLE) {
            None if table > at.end => Ok(table),
            _ => Err(()),
        })
    else {
        return bytes;
    };
    let wish = [TITLE, b" true"].concat();
    let moved = (table + wish.len()).to_string();
    bytes.splice(start.end..start.end + digits.len(), moved.bytes());
    bytes.splice(at.end..at.end, wish);
    bytes
}

/// The last place of some bytes.
fn last(bytes: &[u8], wanted: &[u8]) -> Option<Range<usize>> {
    let at = bytes
        .windows(wanted.len())
        .rposition(|part| part == wanted)?;
    Some(at..at + wanted.len())
}

/// Says nothing of whether tags are doubtful, which means that they are not (ISO 32000-1, table 321). krilla says so in
/// words, and poppler takes every word but `true` for a mistake and tells its reader.
pub fn without_suspects(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some(at) = last(&bytes, SUSPECTS) {
        // Blanks, so that nothing moves.
        bytes[at].fill(b' ');
    }
    bytes
}
