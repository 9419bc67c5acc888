//! What a YAML library cannot say: the typical slips, each in a sentence.

use serde_yaml::granit_parser::ErrorKind as E;

use super::line::{CURLY, Line};
use super::nearly::{equated, is_odd_space, list_mark, unspaced};
use crate::diag::{self, Diagnostic, Span};

/// Longest key that YAML 1.2 allows (section 7.4.2), in characters.
const LONGEST_KEY: usize = 1024;

/// Explains a syntax error that the YAML library met at a byte offset.
pub fn explain(text: &str, kind: &E, at: usize) -> Diagnostic {
    let line = Line::around(text, at);
    let here = Span::new(
        at,
        at + text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8),
    );
    let slip = |message: &str, help: &str| invalid(here, message).help(help);
    if let Some(finding) = nearly(text, &line, kind) {
        return finding;
    }
    match kind {
        E::TabInBlockIndentation
        | E::TabNotAllowed
        | E::TabInIndentation
        | E::TabInPlainScalar
        | E::TabAtBlockScalarStart => tab(text, &line),
        E::MappingValueNotAllowed => colon(&line, here),
        E::InvalidColonPlacement | E::ExpectedFlowMappingSeparator => {
            colon_in_brackets(&line, here)
        }
        E::UnexpectedCharacter { character } => quote_it(&line, line.stop, *character),
        E::MissingAnchorOrAliasName | E::InvalidBlockScalarHeader => quote_it(
            &line,
            line.stop,
            text.get(at..)
                .and_then(|rest| rest.chars().next())
                .unwrap_or_default(),
        ),
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => slip(
            "a quote is never closed",
            "close it at the end of the text that it opens",
        ),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            trailing(&line, here)
        }
        E::UnclosedFlowCollection { open } => {
            let finding = invalid(here, format!("this `{open}` is never closed"));
            match line.text.get(line.stop..).is_some_and(|rest| rest.contains(" #")) {
                true => finding
                    .note("a # behind a space begins a comment, and what closes the bracket is part of it")
                    .help("put the text in quotes: \"#C2410C\""),
                false => finding.help("close it after its last part"),
            }
        }
        E::MismatchedFlowCollectionEnd { open, close } => {
            invalid(here, format!("this `{open}` is closed by a `{close}`"))
                .help("use one kind of bracket for both")
        }
        E::MisplacedFlowCollectionEnd => slip(
            "this closes a bracket that was never opened",
            "remove it, or put the text in quotes",
        ),
        E::ExpectedFlowSequenceSeparator | E::UnexpectedEofImplicitFlowMapping => slip(
            "a list in brackets takes one comma between two items",
            "add the comma that is missing, or remove the second one",
        ),
        E::ExpectedBlockMappingKey => expected_key(&line, here),
        E::ExpectedBlockSequenceEntry => slip(
            "a list goes on here, but this line does not begin with `- `",
            "begin it with `- `, or indent it to make it part of the item above",
        ),
        E::BlockSequenceEntryNotAllowed => slip(
            "a list cannot begin behind its key",
            "begin it on a line of its own, or write it in brackets: [one, two]",
        ),
        E::SimpleKeyExpected => slip(
            "this line has no colon after its key",
            "write `key: value`; a text that goes on from the line above is indented deeper than that line's key",
        ),
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidUnicodeEscape => slip(
            "a backslash in this text means nothing",
            "write a backslash as \\\\, or put the text in '…', in which a backslash is one; in a path write / instead",
        ),
        other => invalid(here, format!("this is not YAML: {other}")),
    }
}

fn invalid(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&diag::INVALID_YAML, span, message)
}

/// The line is nearly a key or an item, or the one above is, and so is taken for a text that goes on.
fn nearly(text: &str, line: &Line, kind: &E) -> Option<Diagnostic> {
    let sought = match kind {
        E::SimpleKeyExpected | E::MissingAnchorOrAliasName => line.content(),
        // The text before a second colon is another slip.
        E::MappingValueNotAllowed if line.value_start().is_none() => "",
        _ => return None,
    };
    let above = line.above(text);
    [(line, sought)]
        .into_iter()
        .chain(above.as_ref().map(|above| (above, above.content())))
        .find_map(|(line, content)| nearly_yaml(line, content))
}

fn nearly_yaml(line: &Line, content: &str) -> Option<Diagnostic> {
    let at = |part: &str, length: usize| {
        let start = line.start + (part.as_ptr().addr() - line.text.as_ptr().addr());
        Span::new(start, start + length)
    };
    let content = content.trim_end();
    if content.starts_with(is_odd_space) {
        return Some(odd_indentation(at(content, odd_length(content))));
    }
    if let Some(item) = list_mark(content) {
        let span = at(content, content.len() - item.len());
        return Some(
            invalid(span, "an item of a list begins with a hyphen and a space")
                .help(format!("write it so: - {item}")),
        );
    }
    let entry = content.strip_prefix("- ").unwrap_or(content);
    let hyphen = content
        .get(..content.len() - entry.len())
        .unwrap_or_default();
    let entry = entry.trim_start();
    if let Some((key, value)) = equated(entry) {
        let span = at(entry, key.len());
        return Some(
            invalid(
                span,
                "a colon and a space join a key and its value, not an equals sign",
            )
            .help(format!("write it so: {hyphen}{key}: {value}")),
        );
    }
    let (key, value) = unspaced(entry)?;
    Some(
        invalid(
            at(entry, key.len() + 1),
            "a plain space is missing after this colon",
        )
        .mark("so the key is a part of the text")
        .help(format!("write it so: {hyphen}{key}: {value}")),
    )
}

/// Spaces that are none before a key.
pub fn odd_indentation(span: Span) -> Diagnostic {
    invalid(span, "the spaces before this are no spaces to YAML")
        .mark("no-break spaces, wide spaces or invisible characters")
        .note("they come from web pages, chat and office programs, and look like spaces")
        .help("replace them with the spaces of the space bar")
}

/// How many bytes of odd spaces a text begins with.
pub fn odd_length(text: &str) -> usize {
    text.len()
        - text
            .trim_start_matches(|c| c == ' ' || is_odd_space(c))
            .len()
}

/// `'Ana's journey'`: the quote that closes the text is one of its own.
fn trailing(line: &Line, here: Span) -> Diagnostic {
    let finding = invalid(here, "text goes on after a closing quote");
    let value = line.value_start().and_then(|start| {
        let part = line.text_from(start);
        let whole = line.text.get(part.clone())?;
        let inner = whole.strip_prefix('\'')?;
        let inner = inner.strip_suffix('\'').unwrap_or(inner);
        (!inner.contains(['"', '\\'])).then(|| {
            let before = line.text.get(..part.start).unwrap_or_default();
            let after = line.text.get(part.end..).unwrap_or_default();
            format!("{before}\"{inner}\"{after}").trim().to_owned()
        })
    });
    match value {
        Some(value) => finding
            .mark("the text ends before this")
            .help(format!("put it in the other quotes: {value}")),
        None => finding.help(
            "put the whole value in quotes, and write a quote inside it as '' in '…' or \\\" in \"…\"; \
             if this quote should open a text, one above is never closed",
        ),
    }
}

/// The library stops where it noticed; the tab is at the start of this line or of the next ones.
fn tab(text: &str, line: &Line) -> Diagnostic {
    let mut start = line.start;
    for line in text
        .get(line.start..)
        .unwrap_or_default()
        .split_inclusive('\n')
    {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line.get(..indentation).and_then(|white| white.find('\t')) {
            return invalid(
                Span::new(start + tab, start + tab + 1),
                "a tab indents this line",
            )
            .mark("a tab")
            .note("YAML indents with spaces only, since editors show tabs at different widths")
            .help("replace it with spaces; most editors can do so for every tab key");
        }
        start += line.len();
    }
    let end = line.start + line.text.len();
    invalid(
        Span::new(line.start, end),
        "a tab stands where YAML takes only spaces",
    )
    .help("replace it with spaces")
}

fn colon(line: &Line, here: Span) -> Diagnostic {
    if line.before().chars().count() > LONGEST_KEY {
        let message = format!("the key before this colon is longer than {LONGEST_KEY} characters");
        return invalid(here, message).help("put the text in quotes, if it is not meant as a key");
    }
    second_colon(line, here).unwrap_or_else(|| {
        invalid(here, "this key stands inside the value of the key above it")
            .note("what is indented deeper than a key belongs to its value, and that value is already complete")
            .help("align this line with the key that it follows")
    })
}

fn colon_in_brackets(line: &Line, here: Span) -> Diagnostic {
    second_colon(line, here).unwrap_or_else(|| {
        invalid(here, "a comma or a closing bracket is missing before this")
            .help("look for a bracket above that is never closed")
    })
}

/// `name: Foo: bar`, the most frequent slip of all.
fn second_colon(line: &Line, here: Span) -> Option<Diagnostic> {
    let stop = line.text.get(line.stop..)?;
    let start = line.value_start().filter(|_| stop.starts_with(':'))?;
    let part = line.text_from(start);
    let curly = line
        .text
        .get(part.clone())
        .is_some_and(|text| text.starts_with(CURLY));
    let finding = invalid(
        here,
        "a second colon stands in this line, in a text without quotes",
    )
    .mark("would make a key of the text before it")
    .help(format!("put the text in quotes: {}", line.quoted(part)));
    Some(if curly {
        finding.note("curly quotes are part of a text; only straight ones hold it together")
    } else {
        finding
    })
}

fn quote_it(line: &Line, start: usize, first: char) -> Diagnostic {
    let part = line.text_from(start);
    let span = Span::new(line.start + start, line.start + part.end);
    invalid(
        span,
        format!("a text cannot begin with `{first}` unless it is in quotes"),
    )
    .help(format!("put it in quotes: {}", line.quoted(part)))
}

fn expected_key(line: &Line, here: Span) -> Diagnostic {
    let value = line.value_start().filter(|&start| start < line.stop);
    let first = value
        .and_then(|start| line.text.get(start..))
        .and_then(|value| value.chars().next());
    if let (Some(start), Some(first @ ('*' | '[' | '{' | '&' | '!'))) = (value, first) {
        return quote_it(line, start, first);
    }
    if line.content().starts_with("- ") {
        return invalid(here, "a list item stands where a key is expected")
            .help("indent the list under its key, and leave nothing else behind that key's colon");
    }
    let indentation = line.text.len() - line.content().len();
    invalid(here, "this line does not line up with any line above it")
        .mark(format!("indented by {indentation}"))
        .note("in YAML the spaces before a line say what it belongs to")
        .help("give it as many spaces as the key that it should stand under has")
}
