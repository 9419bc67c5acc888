//! The page of a rule, as it is read: its level, what is written for it, and how to silence it.

use super::{Level, Rule};

/// The page of a rule, in Markdown.
pub fn page(rule: &Rule) -> String {
    let (title, text) = rule.page.split_once('\n').unwrap_or((rule.page, ""));
    let level = rule.level.name();
    // What the fences say beside the language is for the tests.
    let text: String = text
        .lines()
        .map(|line| {
            if line.starts_with("```yaml") {
                "```yaml"
            } else {
                line
            }
        })
        .flat_map(|line| [line, "\n"])
        .collect();
    let (text, silencing) = (text.trim(), silencing(rule));
    format!("{title}\n\n*{level}*\n\n{text}\n\n## To silence it\n\n{silencing}")
}

fn silencing(rule: &Rule) -> String {
    let name = rule.name;
    if rule.level == Level::Error {
        return "An error cannot be silenced: no map can be drawn with it.\n".to_owned();
    }
    format!(
        "At one place, with a reason for those who read it later; `jmap check --verbose` prints it:\n\n\
         ```yaml\nx-allow: {{{name}: \"…\"}}\n```\n\n\
         In the whole map, or at another level (`off`, `info`, `warning`, `error`):\n\n\
         ```yaml\ncheck: {{{name}: off}}\n```\n\n\
         In one run: `jmap check --allow {name}`; `--deny {name}` refuses the map instead.\n"
    )
}
