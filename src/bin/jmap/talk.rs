//! What jmap says on the terminal.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use jmap::diag::render::{FORMS, Form, uncommanded, visible_line, visible_name};
use jmap::diag::{Diagnostic, Silenced};
use textwrap::core::display_width;

use crate::args::Color;

/// Findings of one file, kept with its text until they are printed.
#[derive(Debug, Default)]
pub struct Page {
    /// The file's name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What was found in it.
    pub findings: Vec<Diagnostic>,
    /// What was found and is silenced at its place.
    pub silenced: Vec<Silenced>,
}

/// How jmap says what it found.
#[derive(Clone, Copy, Debug)]
pub struct Voice {
    /// The form of messages.
    pub form: &'static Form,
    /// When they are coloured.
    pub color: Color,
    /// Whether people are told of what is silenced, too.
    pub verbose: bool,
}

impl Voice {
    /// Lines for people on standard error.
    pub fn aside(color: Color) -> Voice {
        Voice {
            form: &FORMS[0],
            color,
            verbose: false,
        }
    }
}

/// Whether to colour what goes to a stream.
pub fn is_colored(color: Color, stream: &impl IsTerminal) -> bool {
    let plain = |name, value: fn(&std::ffi::OsStr) -> bool| {
        std::env::var_os(name).is_some_and(|text| value(&text))
    };
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            stream.is_terminal()
                && !plain("NO_COLOR", |text| !text.is_empty())
                && !plain("TERM", |text| text == "dumb")
        }
    }
}

/// Says something on standard error, in which no CI service finds a command. Where nobody listens, nobody can be told.
pub fn say(text: &str) {
    command(&uncommanded(text));
}

/// Says on standard error what a CI service is to obey.
pub fn command(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Says on standard error what jmap could not do.
pub fn error(error: &anyhow::Error) {
    say(&format!("error: {}\n", visible_line(&error.to_string())));
}

/// A text of a map as people read it on a terminal, which has its own ways with direction and line breaks: without signs that
/// only say how it is to be laid out.
pub fn readable(text: &str) -> String {
    let is_sign = |c: char| {
        matches!(
            c,
            '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{2066}'..='\u{2069}'
        )
    };
    visible_line(&text.replace(is_sign, "")).into_owned()
}

/// "1 map", "2 maps".
pub fn plural(count: usize, name: &str) -> String {
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}

/// Lines of a table with their cells under one another.
pub fn aligned<const N: usize>(lines: &[[String; N]]) -> String {
    let mut widths = [0; N];
    for line in lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(display_width(cell));
        }
    }
    let print = |line: &[String; N]| {
        let mut text = String::new();
        for (cell, width) in line.iter().zip(widths) {
            text.push_str(cell);
            text.push_str(&" ".repeat(width - display_width(cell) + 2));
        }
        text.truncate(text.trim_end().len());
        text + "\n"
    };
    lines.iter().map(print).collect()
}

/// Names and what they are for, a line for each.
pub fn listed(rows: &[(impl AsRef<str>, impl Display)]) -> String {
    let width = rows.iter().map(|(name, _)| name.as_ref().len()).max();
    let width = width.unwrap_or_default();
    rows.iter()
        .map(|(name, about)| format!("{:width$}  {about}\n", name.as_ref()))
        .collect()
}

/// A path in a sentence.
pub fn shown(path: &Path) -> Cow<'_, str> {
    Cow::Owned(format!("`{}`", visible_name(&path.to_string_lossy())))
}

/// Why the system refused, in words and without its number.
pub fn because(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::NotADirectory => "a part of its path is not a folder".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::FileTooLarge => {
            "it would be larger than a file may be here (`ulimit -f`)".to_owned()
        }
        _ => {
            let text = error.to_string();
            text.split(" (os error")
                .next()
                .unwrap_or(&text)
                .to_lowercase()
        }
    }
}
