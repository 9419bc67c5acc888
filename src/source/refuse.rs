//! What YAML allows, in its letter or in its libraries, and a map may not have.

use crate::diag::{self, Diagnostic, Span};

/// The first character that YAML does not allow in a file (YAML 1.2.2, `c-printable`), as a finding.
pub fn control_character(text: &str) -> Option<Diagnostic> {
    // Nearly every file is free of them, which its bytes tell sooner: control characters are one byte below U+0080, and
    // begin with C2 or EF beyond.
    let may_be = |byte: &u8| matches!(byte, 0..b' ' | 0x7F | 0xC2 | 0xEF) && *byte != b'\n';
    let first = text.bytes().position(|byte| may_be(&byte))?;
    let (at, c) = text
        .char_indices()
        .skip_while(|(at, _)| *at < first)
        .find(|&(_, c)| !is_printable(c))?;
    let message = format!(
        "the file holds the control character U+{:04X}",
        u32::from(c)
    );
    let span = Span::new(at, at + c.len_utf8());
    Some(
        Diagnostic::new(&diag::INVALID_YAML, span, message)
            .help("remove it; it cannot be seen and means nothing"),
    )
}

fn is_printable(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        _ => !c.is_control(),
    }
}

/// An alias without an anchor; often a text that should begin with an asterisk.
pub fn unknown_anchor(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&diag::INVALID_YAML, span, format!("nothing above is anchored as `&{name}`"))
        .mark("an alias")
        .help(format!("anchor what it should repeat (`&{name}`), or put the text in quotes if it should begin with `*`"))
}

/// A tag that could only mean something to a program.
pub fn foreign_tag(text: &str, span: Span) -> Diagnostic {
    let tag = text
        .get(span.start as usize..span.end as usize)
        .unwrap_or_default();
    Diagnostic::new(
        &diag::INVALID_YAML,
        span,
        format!("the tag `{tag}` means nothing here"),
    )
    .mark("a tag")
    .help("remove it, or put the text in quotes if it should begin with `!`")
}
