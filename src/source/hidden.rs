//! Characters that are not seen and could deceive: what is said of them.

use std::borrow::Cow;

use crate::diag::{self, Diagnostic, Findings, Span};
use crate::unseen;

/// Notes the characters of a file that no text keeps, in comments and keys as well: the first of each line. Begins the list
/// of all findings, of which so many of one rule are kept.
pub fn findings(text: &str, most: usize) -> Findings {
    let mut found = Findings::new(most);
    if text.is_ascii() {
        return found;
    }
    let mut line = 0;
    for (at, c) in unseen::hidden(text) {
        if at >= line {
            let rest = text.get(at..).unwrap_or_default();
            line = at + rest.find('\n').unwrap_or(rest.len());
            let does = match c {
                _ if unseen::turns(c) => "turns the text around it into another order",
                '\u{E0000}'..='\u{E007F}' => "spells what nobody sees",
                _ => "means nothing in a text",
            };
            let message = format!("U+{:04X} is not seen, and {does}", u32::from(c));
            found.push(finding(Span::new(at, at + c.len_utf8()), message));
        }
        if found.is_cut(&diag::HIDDEN_CHARACTER) {
            break;
        }
    }
    found
}

/// A text without what no text keeps. Where that is not in the file itself, since it was written in another way, it is noted here.
pub fn cleaned<'t>(text: &'t str, span: Span, findings: &mut Findings) -> Cow<'t, str> {
    let clean = unseen::cleaned(text);
    let enough = findings.is_cut(&diag::HIDDEN_CHARACTER);
    if let (Cow::Owned(_), false) = (&clean, enough) {
        let hidden = unseen::hidden(text).next();
        let message = match hidden {
            Some((_, c)) => format!(
                "U+{:04X} is not seen, and is written as an escape",
                u32::from(c)
            ),
            None => {
                "an isolate (U+2066 to U+2068) begins or ends here without its other end".to_owned()
            }
        };
        let told = |known: &Diagnostic| {
            let inside = span.start <= known.span.start && known.span.end <= span.end;
            inside && known.rule == &diag::HIDDEN_CHARACTER
        };
        if !findings.kept().iter().any(told) {
            findings.push(finding(span, message));
        }
    }
    clean
}

fn finding(span: Span, message: String) -> Diagnostic {
    Diagnostic::new(&diag::HIDDEN_CHARACTER, span, message)
        .mark("read without it")
        .note("with such characters a text reads otherwise than it is stored, so that a reviewer sees another map than jmap")
        .help("delete it; a text from right to left needs none, its letters say which way they run")
}
