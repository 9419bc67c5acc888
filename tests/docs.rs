//! The pages are true: pictures and help are what jmap gives now, maps in them can be drawn, links lead somewhere.
//! `JMAP_BLESS=1` accepts what it gives now.

mod folder;
mod markdown;

use std::fs;
use std::path::Path;
use std::process::Command;

use jmap::check::{FEELINGS, Files, NoFiles};
use jmap::emit::{TextMode, svg};
use jmap::rules;
use jmap::source::Limits;
use jmap::text::Fonts;
use jmap::theme::{BUILTIN, Theme};

use folder::Folder;
use markdown::{pages, parts, root};

/// Example maps and the built-in themes in which `docs/pictures/` shows them.
const PICTURES: &[(&str, &str)] = &[("energy-coop", "default"), ("residence-permit", "dark")];

/// The commands of jmap, each with a help text of its own.
const COMMANDS: &[&str] = &[
    "render",
    "check",
    "insight",
    "new",
    "paper",
    "status",
    "rules",
    "explain",
    "themes",
    "schema",
    "completions",
    "man",
];

/// The name by which GitHub links to a heading.
fn anchor(heading: &str) -> String {
    let kept = heading
        .trim_start_matches('#')
        .trim()
        .to_lowercase()
        .replace(' ', "-");
    kept.chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
        .collect()
}

/// Compares a file with what it should be, or writes it.
fn settle(path: &Path, now: &[u8]) {
    if fs::read(path).ok().as_deref() == Some(now) {
        return;
    }
    assert!(
        std::env::var_os("JMAP_BLESS").is_some(),
        "{} is not what jmap gives now; `make bless` makes it so",
        path.display()
    );
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
    fs::write(path, now).expect("the file can be written");
}

/// Draws a map in a theme; a map on a page has no findings.
fn draw(yaml: &str, files: &dyn Files, theme: &str) -> Vec<u8> {
    let (map, mut findings) = jmap::read(yaml, files, &Limits::default()).judged();
    let drawing = map.map(|map| {
        let mut fonts = Fonts::builtin();
        for font in &map.fonts {
            fonts.add(font.bytes.clone()).expect("a font");
        }
        let theme = Theme::builtin(theme).expect("a built-in theme");
        let (scene, more) = jmap::draw(&map, &theme, &fonts);
        findings.extend(more);
        svg::write(&scene, &TextMode::Embed.into())
    });
    assert!(findings.is_empty(), "{findings:#?}\n{yaml}");
    drawing.expect("a map without findings can be drawn")
}

#[test]
fn pictures_are_current() {
    let folder = root().join("docs/pictures");
    for (map, theme) in PICTURES {
        let yaml = fs::read_to_string(root().join(format!("maps/{map}.yaml"))).expect("a map");
        let drawing = draw(&yaml, &Folder(root().join("maps")), theme);
        settle(&folder.join(format!("{map}.svg")), &drawing);
    }
    let count = fs::read_dir(&folder).expect("the pictures").count();
    assert_eq!(count, PICTURES.len(), "a picture of nothing");
}

#[test]
fn maps_on_the_pages_can_be_drawn() {
    let mut drawn = Vec::new();
    for (name, page) in pages() {
        // The examples of rules are parts of maps, and are run by tests/pages.rs.
        if name == "docs/rules.md" {
            continue;
        }
        for (language, code) in parts(&page).0 {
            if language == "yaml" && code.starts_with("title:") {
                draw(&code, &NoFiles, BUILTIN[0].0);
                drawn.push(name.clone());
            }
        }
    }
    for page in ["README.md", "docs/language.md"] {
        assert!(drawn.iter().any(|name| name == page), "no map in {page}");
    }
}

#[test]
fn links_lead_somewhere() {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for (name, page) in pages() {
        for link in parts(&page).1.split("](").skip(1) {
            let link = link.split(')').next().unwrap_or_default();
            if link.contains("://") {
                continue;
            }
            count += 1;
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = match path {
                "" => root().join(&name),
                _ => root().join(&name).with_file_name("").join(path),
            };
            let text = fs::read_to_string(&target).unwrap_or_default();
            let known = heading.is_empty()
                || parts(&text)
                    .1
                    .lines()
                    .any(|line| line.starts_with('#') && anchor(line) == heading);
            if !target.exists() || !known {
                wrong.push(format!("{name}: {link}"));
            }
        }
    }
    assert!(count > 10, "only {count} links found");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_schema_is_current() {
    settle(
        &root().join("docs/jmap.schema.json"),
        jmap::schema().as_bytes(),
    );
}

#[test]
fn the_page_on_the_command_line_is_what_help_says() {
    let help = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_jmap"))
            .args(arguments)
            .arg("--help")
            .output()
            .expect("jmap runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        text.lines()
            .map(|line| line.trim_end().to_owned() + "\n")
            .collect::<String>()
    };
    let whole = help(&[]);
    let listed = whole
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1);
    let listed: Vec<&str> = listed
        .map_while(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert_eq!(listed, COMMANDS);
    let mut page =
        "# The command line\n\nWritten by `make bless` from what `--help` says.\n".to_owned();
    page += &format!("\n```text\n{}```\n", whole);
    for command in COMMANDS {
        page += &format!("\n## jmap {command}\n\n```text\n{}```\n", help(&[command]));
    }
    settle(&root().join("docs/cli.md"), page.as_bytes());
}

#[test]
fn the_feelings_are_those_of_jmap() {
    let mut scores: Vec<f64> = FEELINGS.iter().map(|(_, score, _)| *score).collect();
    scores.sort_by(|a, b| b.total_cmp(a));
    scores.dedup();
    let mut page = fs::read_to_string(root().join("docs/feelings.md")).expect("a page");
    let table = page.find("| score |").expect("the table");
    page.truncate(table);
    page += "| score | feeling | scores the same |\n| --- | --- | --- |\n";
    for score in scores {
        for (word, _, also) in FEELINGS.iter().filter(|(_, own, _)| *own == score) {
            let number = score.to_string().replace('-', "−");
            page += &format!("| {number} | {word} | {} |\n", also.join(", "));
        }
    }
    settle(&root().join("docs/feelings.md"), page.as_bytes());
}

#[test]
fn the_rules_are_those_of_jmap() {
    let mut page = "# The rules\n\nWritten by `make bless` from the pages that `jmap explain` prints. An error refuses the \
        map; whatever is not an error can be\nset to another level or [silenced](language.md#levels-of-rules).\n\n\
        | rule | level | finds |\n| --- | --- | --- |\n"
        .to_owned();
    for rule in rules::all() {
        let (name, level) = (rule.name, rule.level.name());
        page += &format!("| [`{name}`](#{name}) | {level} | {} |\n", rule.finds);
    }
    for rule in rules::all() {
        page.push('\n');
        let mut fenced = false;
        for line in rules::page(rule).lines() {
            fenced ^= line.starts_with("```");
            let deeper = if line.starts_with('#') && !fenced {
                "#"
            } else {
                ""
            };
            page += &format!("{deeper}{line}\n");
        }
    }
    settle(&root().join("docs/rules.md"), page.as_bytes());
}
