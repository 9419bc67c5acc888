//! Characters that are not seen and could deceive: what is said of them.

use std::borrow::Cow;

use crate::diag::{self, Diagnostic, Span};
use crate::unseen;

/// Findings of this kind in one file: who has more knows enough.
const MOST: usize = 100;

/// Notes the characters of a file that no text keeps, in comments and keys as well: the first of each line.
pub fn findings(text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
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
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// A text without what no text keeps. Where that is not in the file itself, since it was written in another way, it is noted here.
pub fn cleaned<'t>(text: &'t str, span: Span, findings: &mut Vec<Diagnostic>) -> Cow<'t, str> {
    let clean = unseen::cleaned(text);
    if let Cow::Owned(_) = clean {
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
        let mut known = findings
            .iter()
            .filter(|known| known.rule == &diag::HIDDEN_CHARACTER);
        let told =
            |known: &Diagnostic| span.start <= known.span.start && known.span.end <= span.end;
        if !known.clone().any(told) && known.nth(MOST).is_none() {
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
