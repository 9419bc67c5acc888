//! The pages of this repository, and what stands on them.

use std::fs;
use std::path::Path;

/// The folder of this repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The pages, by their names from the root.
pub fn pages() -> Vec<(String, String)> {
    let mut names: Vec<String> = Vec::new();
    for folder in ["", "docs", "fonts"] {
        for entry in fs::read_dir(root().join(folder)).expect("a folder") {
            let path = entry.expect("its entries").path();
            if path.extension().is_some_and(|ending| ending == "md") {
                let name = path.strip_prefix(root()).expect("below the root");
                names.push(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    names.sort();
    assert!(names.len() >= 5, "only {names:?}");
    let read = |name: String| {
        let text = fs::read_to_string(root().join(&name)).expect("a page");
        (name, text)
    };
    names.into_iter().map(read).collect()
}

/// The fenced blocks of a page with their language, and its text without them.
pub fn parts(page: &str) -> (Vec<(&str, String)>, String) {
    let (mut blocks, mut prose) = (Vec::new(), String::new());
    let mut open: Option<(&str, String)> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(language), None) => open = Some((language, String::new())),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some((_, code))) => *code += &format!("{line}\n"),
            (None, None) => prose += &format!("{line}\n"),
        }
    }
    assert!(open.is_none(), "a block without an end");
    (blocks, prose)
}
