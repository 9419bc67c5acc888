//! What YAML allows, in its letter or in its libraries, and a map may not have.

use super::line::cut;
use crate::diag::{self, Diagnostic, Span};
use crate::limits::{Limit, Limits};

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

/// A limit is passed within the file.
pub fn too_much(limits: &Limits, limit: Limit, span: Span) -> Diagnostic {
    let most = limits.written(limit);
    let (message, advice) = match limit {
        Limit::Depth => (
            format!("lists and mappings stand more than {most} levels deep inside one another"),
            "a map needs about eight levels: look for brackets that are never closed",
        ),
        Limit::AllText => (
            format!("the texts of the file are larger than {most} together, aliases followed"),
            "look for aliases (`*name`) that repeat a long text, or split the map",
        ),
        _ => (
            format!("the file has more than {most} values, aliases followed"),
            "look for aliases (`*name`) that repeat other aliases, or split the map",
        ),
    };
    let finding = limits.refuse(limit, span, message, advice);
    finding.mark(format!("the limit of {most} is passed here"))
}

/// An alias without an anchor; often a text that should begin with an asterisk.
pub fn unknown_anchor(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&diag::INVALID_YAML, span, format!("nothing above is anchored as `&{}`", cut(name)))
        .mark("an alias")
        .help(format!("anchor what it should repeat (`&{}`), or put the text in quotes if it should begin with `*`", cut(name)))
}

/// A tag that could only mean something to a program.
pub fn foreign_tag(text: &str, span: Span) -> Diagnostic {
    let tag = text
        .get(span.start as usize..span.end as usize)
        .unwrap_or_default();
    Diagnostic::new(
        &diag::INVALID_YAML,
        span,
        format!("the tag `{}` means nothing here", cut(tag)),
    )
    .mark("a tag")
    .help("remove it, or put the text in quotes if it should begin with `!`")
}
