//! What must hold of every tree of tags.

use crate::drawings::{drawn, each, options, root, written};
use crate::tree::{Tag, Tree};

/// What is wrong with a tree of tags.
pub fn faults(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    let mut level = 0;
    for tag in tree.all() {
        let kinds: Vec<&str> = tag
            .tags
            .iter()
            .map(|tag| tree.tag(*tag).kind.as_str())
            .collect();
        let only =
            |allowed: &[&str]| tag.pieces == 0 && kinds.iter().all(|kind| allowed.contains(kind));
        let sound = match tag.kind.as_str() {
            "L" => only(&["LI"]),
            "LI" => only(&["LBody"]),
            "Table" => only(&["TR"]),
            "TR" => only(&["TH", "TD"]) && kinds.len() > 1,
            "Document" | "Part" | "Sect" => tag.pieces == 0,
            "Figure" => tag.said.contains("/Alt") && tag.pieces == 1,
            "TH" => tag.said.contains("/Scope"),
            "Link" => tag.pieces >= 2,
            _ => true,
        };
        if !sound {
            faults.push(format!(
                "{} holds {kinds:?} and {} pieces: {}",
                tag.kind, tag.pieces, tag.said
            ));
        }
        if let Some(now) = tag
            .kind
            .strip_prefix('H')
            .and_then(|level| level.parse().ok())
        {
            if now > level + 1 || !tag.said.contains("/T(") && !tag.said.contains("/T<") {
                faults.push(format!("heading {now} under {level}: {}", tag.said));
            }
            level = now;
        }
        if tag.kind == "Table" {
            faults.extend(irregular(tree, tag));
        }
    }
    faults
}

/// Whether a row of a table is longer than another, or a place in it is taken twice.
fn irregular(tree: &Tree, table: &Tag) -> Option<String> {
    let mut widths = Vec::new();
    // How many further rows each header reaches down; only they do.
    let mut under = 0;
    for row in &table.tags {
        let cells: Vec<&Tag> = tree
            .tag(*row)
            .tags
            .iter()
            .map(|cell| tree.tag(*cell))
            .collect();
        let spans: usize = cells.iter().map(|cell| cell.count("ColSpan")).sum();
        widths.push(spans + usize::from(under > 0));
        let down = cells.first().map_or(1, |cell| cell.count("RowSpan"));
        under = if under > 0 { under - 1 } else { down - 1 };
    }
    widths.dedup();
    (widths.len() != 1 || under != 0).then(|| format!("rows are {widths:?} columns wide"))
}

#[test]
fn the_tree_of_tags_is_sound() {
    each(|path, scene| {
        for standards in [&[][..], &["2.0"]] {
            let tree = Tree::read(&written(scene, &options(standards)));
            let faults = faults(&tree);
            assert!(
                faults.is_empty(),
                "{}: {}",
                path.display(),
                faults.join("\n")
            );
            let has = |kind: &str| tree.all().iter().filter(|tag| tag.kind == kind).count();
            assert!(
                has("H1") == 1 && has("H2") > 0 && has("Table") == 1,
                "{}",
                path.display()
            );
            assert!(has("TH") > 8 && has("TD") > 20 && has("Figure") > 0 && has("LI") > 2);
        }
    });
    let two = root().join("tests/cases/worst/stage-cells.yaml");
    let tree = Tree::read(&written(&drawn(&two), &options(&[])));
    assert_eq!(faults(&tree), [""; 0]);
    assert!(
        tree.all()
            .iter()
            .any(|tag| tag.kind == "TH" && tag.count("RowSpan") > 1)
    );
}
