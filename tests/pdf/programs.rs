//! What programs of others find in a PDF.

use std::fs;
use std::path::Path;

use jmap::scene::{Group, Node, Scene};
use jmap::text::Next;

use crate::drawings::{drawn, each, options, root, written};
use crate::tools::ask;

/// The lines of a drawing in the order of reading, as they are said: with a space where a word ends.
fn lines(nodes: &[Node], said: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => {
                said.push_str(text.line.text.trim_end_matches('\u{AD}'));
                said.push_str(if text.line.next == Next::Joined {
                    ""
                } else {
                    " "
                });
            }
            Node::Group(Group { children, .. }) => lines(children, said),
            Node::Shape(_) | Node::Image(_) => {}
        }
    }
}

/// A text without signs of direction, soft hyphens and Arabic vowels, which programs put where they like.
fn bare(text: &str) -> String {
    let is_sign = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{AD}' | '\u{64B}'..='\u{652}');
    text.chars().filter(|c| !is_sign(*c)).collect()
}

fn spoken(path: &Path, scene: &Scene, file: &Path) {
    let mut said = String::new();
    lines(&scene.nodes, &mut said);
    let (said, name) = (bare(&said), path.display());
    // Lines of a word that goes on, and of scripts without spaces, are found apart.
    let dense = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    if scene.rtl {
        let Some((found, _)) = ask("pdftotext", &[], file, &["-"]) else {
            return;
        };
        let letters = |text: &str| -> Vec<String> {
            let words = text.split(|c: char| !('\u{620}'..='\u{6FF}').contains(&c));
            let words = words.filter(|word| !word.is_empty());
            let mut words: Vec<String> = words.map(str::to_owned).collect();
            words.sort();
            words
        };
        assert_eq!(letters(&bare(&found)), letters(&said), "{name}");
    } else if let Some((found, _)) = ask("pdftotext", &["-raw"], file, &["-"]) {
        assert!(dense(&bare(&found)) == dense(&said), "{name}: {found}");
    }
}

#[test]
fn programs_of_others_find_the_table() {
    // poppler reads the whole page anew for each tag, so it is asked for a small map.
    let scene = drawn(&root().join("tests/cases/map/small.yaml"));
    let file = tempfile::NamedTempFile::new().expect("a file");
    fs::write(file.path(), written(&scene, &options(&[]))).expect("a file");
    if let Some((said, _)) = ask("pdfinfo", &["-struct-text"], file.path(), &[]) {
        for tag in [
            "Table",
            "TR",
            "/Scope /Column",
            "/Scope /Row",
            "TD",
            "H1",
            "Figure",
        ] {
            assert!(said.contains(tag), "no {tag}: {said}");
        }
    }
}

#[test]
fn programs_of_others_find_all_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    each(|path, scene| {
        let file = folder
            .path()
            .join(path.with_extension("pdf").file_name().expect("a name"));
        fs::write(&file, written(scene, &options(&["ua-1", "a-2a"]))).expect("a file");
        let name = path.display();
        if let Some((said, _)) = ask("qpdf", &["--check"], &file, &[]) {
            assert!(
                said.contains("No syntax or stream encoding errors found"),
                "{name}: {said}"
            );
        }
        if let Some((said, _)) = ask("pdffonts", &[], &file, &[]) {
            let fonts: Vec<&str> = said.lines().skip(2).collect();
            assert!(fonts.len() > 2, "{name}: {said}");
            assert!(
                fonts.iter().all(|font| font.contains("yes yes yes")),
                "{name}: {said}"
            );
        }
        let page = folder.path().join(path.file_stem().expect("a name"));
        let page = page.to_string_lossy();
        let painters: [(&str, &[&str], &[&str]); 3] = [
            (
                "gs",
                &["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage"],
                &[],
            ),
            (
                "mutool",
                &[
                    "draw",
                    "-q",
                    "-N",
                    "-r",
                    "20",
                    "-o",
                    "/dev/null",
                    "-F",
                    "png",
                ],
                &[],
            ),
            ("pdftoppm", &["-r", "20"], &[&page]),
        ];
        for (program, before, after) in painters {
            if let Some((out, err)) = ask(program, before, &file, after) {
                assert!(
                    err.is_empty() && program != "gs" || out.is_empty() && err.is_empty(),
                    "{name}: {program}: {out}{err}"
                );
            }
        }
        spoken(path, scene, &file);
    });
}
