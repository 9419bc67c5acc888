//! A Mermaid user journey: another language for journeys, told in this one's words.

use super::foreign::is_no_map;
use super::line::{LONGEST_VALUE, value};
use crate::diag::Diagnostic;

/// Refuses a Mermaid journey: a file of its own, with or without front matter, or a block in a Markdown page.
pub fn journey(text: &str) -> Option<Diagnostic> {
    let line = begin(text)?;
    let at = line.as_ptr().addr() - text.as_ptr().addr();
    let body = text.get(at + line.len()..).unwrap_or_default();
    Some(
        is_no_map(text, line, "a Mermaid journey")
            .note("a `section` is called a stage here, a task a touchpoint, its score from 1 to 5 its `emotion`, and who takes part a persona")
            .note("Mermaid has no channels: say where each touchpoint happens")
            .help(format!("begin like this:\n{}", beginning(body))),
    )
}

/// The line `journey` with which one begins.
fn begin(text: &str) -> Option<&str> {
    let is_said = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with("%%");
    let is_journey = |line: &&str| line.trim() == "journey";
    let first = text.lines().find(is_said)?;
    if is_journey(&first) {
        return Some(first);
    }
    let after = if first.trim() == "---" {
        let mut lines = text.lines().skip_while(|line| line.trim() != "---").skip(1);
        lines.find(|line| line.trim() == "---")?;
        lines.find(is_said)
    } else {
        // Cheap, since nearly every file goes this way.
        text.contains("```").then_some(())?;
        let fence = |line: &&str| line.starts_with("```") && line.contains("mermaid");
        let mut lines = text.lines();
        lines.find(fence)?;
        lines.find(is_said)
    };
    after.filter(is_journey)
}

/// The beginning of the same journey as a map: its title, first section and first task.
fn beginning(body: &str) -> String {
    let lines = || body.lines().map(str::trim);
    let after = |word: &str| {
        let mut rest = lines().filter_map(|line| line.strip_prefix(word));
        rest.find(|rest| rest.starts_with(char::is_whitespace))
            .map(str::trim)
    };
    let task = lines().find_map(|line| {
        let mut parts = line.split(':').map(str::trim);
        let (name, score) = (parts.next()?, parts.next()?);
        let actor = parts.next().and_then(|actors| actors.split(',').next());
        let actor = actor.map(str::trim).filter(|actor| !actor.is_empty());
        score.parse::<u8>().ok().map(|score| (name, score, actor))
    });
    let (name, score, actor) = task.unwrap_or(("Make tea", 5, None));
    let actor = actor.unwrap_or("Me");
    let id = id(actor);
    format!(
        "title: {}\npersonas: {{{id}: {}}}\nchannels: {{web: Website}}\nemotion_scale: {{min: 1, max: 5}}\nstages:\n\
         - name: {}\n  touchpoints:\n  - {{name: {}, persona: {id}, channel: web, emotion: {score}}}",
        value(after("title").unwrap_or("My working day")),
        value(actor),
        value(after("section").unwrap_or("Go to work")),
        value(name),
    )
}

fn id(name: &str) -> String {
    let joined: String = name
        .chars()
        .take(LONGEST_VALUE)
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    joined.to_lowercase()
}
