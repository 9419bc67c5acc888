//! What a YAML library cannot say: the typical slips, each in a sentence.

use serde_yaml::granit_parser::ErrorKind as E;

use super::line::Line;
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
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => slip(
            "text goes on after a closing quote",
            "put the whole value in quotes, and write a quote inside it as '' in '…' or \\\" in \"…\"; \
             if this quote should open a text, one above is never closed",
        ),
        E::UnclosedFlowCollection { open } => {
            invalid(here, format!("this `{open}` is never closed"))
                .help("close it after its last part")
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
            "write a backslash as \\\\, or put the text in '…', in which a backslash is one",
        ),
        other => invalid(here, format!("this is not YAML: {other}")),
    }
}

fn invalid(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&diag::INVALID_YAML, span, message)
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
    let finding = invalid(
        here,
        "a second colon stands in this line, in a text without quotes",
    )
    .mark("would make a key of the text before it")
    .help(format!(
        "put the text in quotes: {}",
        line.quoted(line.text_from(start))
    ));
    Some(finding)
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
