//! The file around the tables, and those tables that every font has.

use super::LETTERS;

/// A font file's tables, by their tags.
pub struct Sfnt {
    version: [u8; 4],
    tables: Vec<([u8; 4], Vec<u8>)>,
}

/// The numbers in big-endian order.
pub fn words(numbers: &[u16]) -> Vec<u8> {
    numbers
        .iter()
        .flat_map(|number| number.to_be_bytes())
        .collect()
}

impl Sfnt {
    /// A font with so many glyphs of no outline. The last one is that of all letters.
    pub fn new(version: [u8; 4], glyphs: u16) -> Sfnt {
        let mut font = Sfnt {
            version,
            tables: Vec::new(),
        };
        // From the font's revision to the format of `loca`, which is the long one.
        let head = [
            1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 800, 0,
            8, 2, 1, 0,
        ];
        font.add(b"head", words(&head));
        let mut hhea = [0u16; 18];
        (hhea[0], hhea[2], hhea[3], hhea[17]) = (1, 800, 200u16.wrapping_neg(), 1);
        font.add(b"hhea", words(&hhea));
        let mut hmtx = vec![1000];
        hmtx.resize(1 + usize::from(glyphs.max(1)), 0);
        font.add(b"hmtx", words(&hmtx));
        let maxp = match &version {
            b"OTTO" => vec![0, 0x5000, glyphs],
            _ => [vec![1, 0, glyphs], vec![0; 13]].concat(),
        };
        font.add(b"maxp", words(&maxp));
        let (first, last) = (u32::from(*LETTERS.start()), u32::from(*LETTERS.end()));
        let glyph = u32::from(glyphs.saturating_sub(1));
        let groups: Vec<[u32; 3]> = std::iter::once(32)
            .chain(first..=last)
            .map(|letter| [letter, letter, glyph])
            .collect();
        font.add(b"cmap", cmap(&groups));
        font.add(b"name", name("Made"));
        font.add(b"post", [words(&[3, 0]), vec![0; 28]].concat());
        font
    }

    /// Adds a table, or puts it in place of the one that has this tag.
    pub fn add(&mut self, tag: &[u8; 4], table: Vec<u8>) {
        self.tables.retain(|(known, _)| known != tag);
        self.tables.push((*tag, table));
    }

    /// Writes a number somewhere into a table.
    pub fn claim(&mut self, table: usize, at: usize, number: u16) {
        let count = self.tables.len().max(1);
        if let Some((_, table)) = self.tables.get_mut(table % count) {
            let at = at % table.len().max(2).saturating_sub(1);
            if let Some(place) = table.get_mut(at..at + 2) {
                place.copy_from_slice(&number.to_be_bytes());
            }
        }
    }

    /// The whole file.
    pub fn file(mut self) -> Vec<u8> {
        self.tables.sort();
        let mut start = 12 + 16 * self.tables.len();
        let mut file = self.version.to_vec();
        file.extend(words(&[self.tables.len() as u16, 0, 0, 0]));
        for (tag, table) in &self.tables {
            file.extend(tag);
            file.extend([0; 4]);
            file.extend((start as u32).to_be_bytes());
            file.extend((table.len() as u32).to_be_bytes());
            start += table.len().next_multiple_of(4);
        }
        for (_, table) in self.tables {
            file.extend(&table);
            file.resize(file.len().next_multiple_of(4), 0);
        }
        file
    }
}

/// A table of characters: first, last, and the first one's glyph.
pub fn cmap(groups: &[[u32; 3]]) -> Vec<u8> {
    let length = 16 + 12 * groups.len() as u32;
    let mut table = words(&[0, 1, 3, 10, 0, 12, 12, 0]);
    for number in [length, 0, groups.len() as u32] {
        table.extend(number.to_be_bytes());
    }
    let numbers = groups.iter().flatten();
    table.extend(numbers.flat_map(|number| number.to_be_bytes()));
    table
}

fn name(family: &str) -> Vec<u8> {
    let text: Vec<u16> = family.encode_utf16().collect();
    let length = 2 * text.len() as u16;
    [words(&[0, 1, 18, 3, 1, 0x409, 1, length, 0]), words(&text)].concat()
}
