//! Pictures by many paths: each file is read and decoded once, and no more pixels are than are taken.

use std::cell::RefCell;
use std::collections::BTreeMap;

use arbitrary::Unstructured;
use jmap::check::{AssetKind, FileError, Files};
use jmap::limits::{Limit, Limits, PIXELS_PER_BYTE};

/// Names in the folder, and the files that they lead to: of some, several do, as links and hard links.
const NAMES: &[(&str, usize)] = &[
    ("a.png", 0),
    ("link to a.png", 0),
    ("dir/a.png", 0),
    ("dir/b.png", 1),
    ("other dir/b.png", 1),
    ("c.png", 2),
    ("torn.png", 3),
    ("dir/torn.png", 3),
    ("none.png", usize::MAX),
];
/// So many of them are sound.
const SOUND: usize = 6;
/// What may stand within a path and changes nothing.
const BETWEEN: &[&str] = &["./", "/", "././", ".//", ""];
/// Sides of the pictures.
const SIDES: [u32; 4] = [64, 40, 96, 80];

/// A folder in memory that counts how often a file is read.
struct Tree {
    files: Vec<Vec<u8>>,
    reads: RefCell<BTreeMap<usize, usize>>,
}

impl Tree {
    fn new() -> Tree {
        let mut files: Vec<Vec<u8>> = SIDES.iter().map(|side| picture(*side)).collect();
        if let Some(torn) = files.last_mut() {
            torn.truncate(torn.len() - 20);
        }
        Tree {
            files,
            reads: RefCell::default(),
        }
    }

    /// The file at a path, as a system would find it.
    fn find(path: &str) -> Option<usize> {
        let parts: Vec<&str> = path
            .split('/')
            .filter(|part| !matches!(*part, "" | "."))
            .collect();
        let path = parts.join("/");
        let found = NAMES.iter().find(|(name, _)| *name == path);
        found
            .map(|(_, file)| *file)
            .filter(|file| *file < SIDES.len())
    }
}

impl Files for Tree {
    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, FileError> {
        let file = Tree::find(path).ok_or(FileError::NotFound)?;
        *self.reads.borrow_mut().entry(file).or_default() += 1;
        let bytes = self.files.get(file).ok_or(FileError::NotFound)?;
        match bytes.len() as u64 > limit {
            true => Err(FileError::TooLarge),
            false => Ok(bytes.clone()),
        }
    }

    fn identity(&self, path: &str) -> String {
        Tree::find(path).map_or_else(|| path.to_owned(), |file| file.to_string())
    }
}

fn picture(side: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(&vec![200; (side * side) as usize])?;
        writer.finish()
    });
    written.expect("a picture in memory");
    file
}

/// Pictures beside a map, under names that are made up of bytes.
pub fn paths(bytes: &[u8]) {
    let mut dice = Unstructured::new(bytes);
    let most = dice.int_in_range(0..=20_000u64).unwrap_or_default();
    let mut map = "title: T\npersonas: {a: A}\nchannels: {w: W}\nstages:\n- name: S\n  channel: w\n  touchpoints:\n  - {name: T, emotion: 1}\n".to_owned();
    let names = match dice.ratio(1, 4) {
        Ok(true) => NAMES,
        _ => &NAMES[..SOUND],
    };
    for _ in 0..60 {
        let (Ok((name, _)), Ok(before)) = (dice.choose(names), dice.choose(BETWEEN)) else {
            break;
        };
        let between = dice.choose(BETWEEN).unwrap_or(&"");
        let path = format!(
            "./{before}{}",
            name.replacen('/', &format!("/{between}"), 1)
        );
        map.push_str(&format!("  - {{name: T, image: '{path}'}}\n"));
        if dice.is_empty() {
            break;
        }
    }
    let tree = Tree::new();
    let limits = Limits::default().with(Limit::AllPixels, most);
    let reading = jmap::read(&map, &tree, &limits);
    let reads = tree.reads.borrow();
    assert!(reads.values().all(|count| *count == 1), "{reads:?}\n{map}");
    let Some(read) = reading.map else { return };
    let mut shown: Vec<usize> = Vec::new();
    for image in read
        .touchpoints
        .iter()
        .filter_map(|point| point.image.as_ref())
    {
        assert!(matches!(image.kind, AssetKind::Png { .. }));
        shown.extend(Tree::find(&image.path.text));
    }
    shown.sort_unstable();
    shown.dedup();
    let unpaid = shown.iter().map(|file| {
        let pixels = u64::from(SIDES[*file]).pow(2);
        pixels.saturating_sub(PIXELS_PER_BYTE * tree.files[*file].len() as u64)
    });
    let pixels: u64 = unpaid.sum();
    assert!(pixels <= most, "{pixels} of {most}\n{map}");
}
