//! The tree of tags of a PDF as krilla writes it: one object for each, not compressed.

use std::collections::BTreeMap;

/// A tag.
#[derive(Debug, Default)]
pub struct Tag {
    /// What it is: `TR`.
    pub kind: String,
    /// All that is said of it, as it is written.
    pub said: String,
    /// What is in it: tags by number.
    pub tags: Vec<usize>,
    /// How many pieces of the page, and links, are in it.
    pub pieces: usize,
}

/// A tree of tags.
pub struct Tree {
    tags: BTreeMap<usize, Tag>,
    root: usize,
}

impl Tree {
    /// Reads the tree of a file.
    pub fn read(file: &[u8]) -> Tree {
        let text: String = file.iter().map(|byte| char::from(*byte)).collect();
        let mut tags = BTreeMap::new();
        for object in text.split("\nendobj") {
            let Some((head, said)) = object.split_once(" 0 obj\n<</Type/StructElem") else {
                continue;
            };
            let number = head
                .rsplit('\n')
                .next()
                .and_then(|number| number.parse().ok());
            let number: usize = number.expect("a number");
            tags.insert(number, tag(said));
        }
        let root = tags.iter().find(|(_, tag)| tag.kind == "Document");
        let root = *root.expect("a document").0;
        Tree { tags, root }
    }

    /// The tag of a number.
    pub fn tag(&self, number: usize) -> &Tag {
        &self.tags[&number]
    }

    /// All tags under the root, in the order of reading.
    pub fn all(&self) -> Vec<&Tag> {
        let mut all = Vec::new();
        self.collect(self.root, &mut all);
        all
    }

    fn collect<'t>(&'t self, number: usize, all: &mut Vec<&'t Tag>) {
        let tag = self.tag(number);
        all.push(tag);
        tag.tags.iter().for_each(|tag| self.collect(*tag, all));
    }
}

impl Tag {
    /// The number after a key: 1 where there is none.
    pub fn count(&self, key: &str) -> usize {
        let Some((_, rest)) = self.said.split_once(&format!("/{key} ")) else {
            return 1;
        };
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().expect("a number")
    }
}

fn tag(said: &str) -> Tag {
    let kind = said.strip_prefix("/S/").expect("a kind");
    let kind = kind
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let (said, kids) = said.rsplit_once("/K[").unwrap_or((said, ""));
    let mut tag = Tag {
        kind,
        said: said.to_owned(),
        ..Tag::default()
    };
    let kids = kids.rsplit_once(']').map_or("", |(kids, _)| kids);
    let mut rest = kids.trim_start();
    while !rest.is_empty() {
        if let Some((_, after)) = rest
            .strip_prefix("<<")
            .and_then(|rest| rest.split_once(">>"))
        {
            tag.pieces += 1;
            rest = after.trim_start();
            continue;
        }
        let (number, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let number = number.parse().expect("a number");
        rest = match after.strip_prefix("0 R") {
            Some(after) => {
                tag.tags.push(number);
                after.trim_start()
            }
            None => {
                tag.pieces += 1;
                after.trim_start()
            }
        };
    }
    tag
}
