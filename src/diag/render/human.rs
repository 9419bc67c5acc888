//! In rustc's manner: the source line with the marked span, why, and what to do. Owner of `annotate-snippets`.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Level as Title, Renderer, Snippet};

use super::repeats::Repeats;
use super::{Entry, Lines, Report, uncommanded, visible, visible_line, visible_name};
use crate::diag::{Level, Span};

/// Width in columns that source lines are cut to.
const WIDTH: usize = 120;
/// Bytes on either side of a mark that are looked at: more than [`WIDTH`] columns of any script.
const REACH: usize = 1024;
/// Marks that are no more lines apart than this stand in one excerpt.
const NEAR: usize = 12;

/// Prints each finding with its excerpts of the source.
pub fn print(reports: &[Report], color: bool) -> String {
    let renderer = if color {
        Renderer::styled().hyperlink(false)
    } else {
        Renderer::plain()
    }
    .term_width(WIDTH);
    let mut out = String::new();
    for report in reports {
        let page = Page {
            name: visible_name(report.name),
            text: report.text,
            lines: Lines::new(report.text),
        };
        let mut repeats = Repeats::default();
        for entry in report.entries() {
            if entry.reason.is_some() || repeats.admit(entry.finding.rule) {
                out.push_str(&page.finding(&renderer, entry));
            }
        }
        out.push_str(&repeats.rest(&page.name));
    }
    out
}

/// Puts the line that says where the finding stands under its title. The library's own would count columns in the
/// excerpt, not in the file.
fn with_place(rendered: &str, place: &str) -> String {
    let (title, rest) = rendered.split_once('\n').unwrap_or((rendered, ""));
    let spacer = rest.lines().next().unwrap_or_default();
    let gutter = spacer.replacen(' ', "", 1).replace('|', "-->");
    format!("{title}\n{gutter} {place}\n{}\n\n", rest.trim_end())
}

/// A source file, looked at.
struct Page<'a> {
    name: std::borrow::Cow<'a, str>,
    text: &'a str,
    lines: Lines<'a>,
}

/// A marked part of one line.
struct Mark<'a> {
    line: usize,
    range: Range<usize>,
    text: &'a str,
    kind: AnnotationKind,
}

impl<'a> Page<'a> {
    fn finding(&self, renderer: &Renderer, Entry { finding, reason }: Entry) -> String {
        let level = match (reason, finding.level) {
            (Some(_), _) => Title::NOTE.with_name("silenced"),
            (None, Level::Error) => Title::ERROR,
            (None, Level::Warning) => Title::WARNING,
            (None, Level::Info) => Title::INFO,
        };
        let primary = self.mark(finding.span, &finding.mark, AnnotationKind::Primary);
        let place = self.origin(&primary);
        let others = finding
            .labels
            .iter()
            .map(|label| self.mark(label.span, &label.text, AnnotationKind::Context));
        let (near, far): (Vec<_>, Vec<_>) = others.partition(|other| self.is_near(&primary, other));
        let excerpt = self.excerpt(std::iter::once(primary).chain(near).collect());

        let note = |name: &'static str, text: &str| {
            Title::NOTE
                .with_name(name)
                .message(uncommanded(&visible(text)).into_owned())
        };
        let mut notes: Vec<_> = far
            .iter()
            .map(|mark| note("see", &format!("{}: {}", self.origin(mark), mark.text)))
            .collect();
        // Who has silenced it knows why it matters and what to do.
        match reason {
            Some(reason) => notes.push(note("reason", reason)),
            None => {
                notes.extend(finding.notes.iter().map(|text| note("why", text)));
                let help = finding.help.iter().map(|text| visible(text));
                let help = help.map(|text| uncommanded(&text).into_owned());
                notes.extend(help.map(|text| Title::HELP.message(text)));
            }
        }

        let title = level
            .primary_title(visible_line(&finding.message))
            .id(finding.rule.name);
        with_place(
            &renderer.render(&[title.element(excerpt).elements(notes)]),
            &place,
        )
    }

    fn mark(&self, span: Span, text: &'a str, kind: AnnotationKind) -> Mark<'a> {
        let (line, range) = self.lines.first_line(span);
        Mark {
            line,
            range,
            text,
            kind,
        }
    }

    fn origin(&self, mark: &Mark) -> String {
        let (line, column) = self.lines.place(mark.range.start);
        format!("{}:{line}:{column}", self.name)
    }

    fn is_near(&self, one: &Mark, other: &Mark) -> bool {
        let bytes = one
            .range
            .start
            .abs_diff(other.range.end)
            .max(other.range.start.abs_diff(one.range.end));
        one.line.abs_diff(other.line) <= NEAR && bytes <= REACH
    }

    /// The lines of some near marks, no more than [`REACH`] bytes before and behind them.
    fn excerpt(&self, marks: Vec<Mark<'a>>) -> Snippet<'a, Annotation<'a>> {
        let first = marks.iter().map(|mark| mark.line).min().unwrap_or(1);
        let last = marks.iter().map(|mark| mark.line).max().unwrap_or(1);
        let start = marks
            .iter()
            .map(|mark| mark.range.start)
            .min()
            .unwrap_or_default();
        let end = marks
            .iter()
            .map(|mark| mark.range.end)
            .max()
            .unwrap_or_default()
            .min(start + 2 * REACH);
        let start = self
            .text
            .floor_char_boundary(start.saturating_sub(REACH))
            .max(self.lines.range(first).start);
        let end = self
            .text
            .ceil_char_boundary(end + REACH)
            .min(self.lines.range(last).end);
        let source = self.cut(start..end);
        let annotations = marks.into_iter().map(|mark| {
            let from = self.cut(start..mark.range.start).len();
            let to = self.cut(start..mark.range.end.min(end)).len().max(from);
            let label = (!mark.text.is_empty()).then(|| visible_line(mark.text));
            mark.kind.span(from..to).label(label)
        });
        Snippet::source(source)
            .line_start(first)
            .annotations(annotations.collect::<Vec<_>>())
    }

    /// A part of the text as it is shown: line breaks are line feeds, the rest is visible.
    fn cut(&self, range: Range<usize>) -> String {
        let text = self.text.get(range).unwrap_or_default();
        visible(&text.replace("\r\n", "\n").replace('\r', "\n")).into_owned()
    }
}
