//! Maps of no more than 100 KB that ask for as much as a file of that size can: each list of the language at its longest,
//! aliases and merge keys, products of two lists, long words, and scripts that are laborious to set.

mod lists;
mod mistakes;
mod products;
mod texts;

/// The promise about costs is for maps of so many bytes.
pub const BYTES: usize = 100_000;

/// Parts of [`BYTES`] that are tried where the whole is refused, in hundredths.
const PARTS: [usize; 9] = [100, 70, 49, 34, 24, 12, 8, 4, 2];

/// A map that is meant to cost much.
pub struct Attack {
    /// What it does, and how large it is in hundredths of [`BYTES`]; the name of a file.
    pub name: String,
    /// The map.
    pub map: String,
}

/// Which of them.
#[derive(Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "each of those who use them asks for others")]
pub enum Kinds {
    /// All.
    All,
    /// Products of lists.
    Products,
    /// Files full of mistakes.
    Mistakes,
}

/// Each twice: as large as it may be, and, where that is not `drawn`, as large as is drawn.
pub fn attacks_of(kinds: Kinds, drawn: impl Fn(&str) -> bool) -> Vec<Attack> {
    let mut all = Vec::new();
    let mut left: Vec<&'static str> = Vec::new();
    for part in PARTS {
        let bytes = BYTES * part / 100;
        for (kind, map) in maps(kinds, bytes) {
            assert!(map.len() <= BYTES, "{kind}: {}", map.len());
            if part < BYTES / 1_000 && !left.contains(&kind) {
                continue;
            }
            left.retain(|other| *other != kind);
            let is_drawn = drawn(&map);
            if !is_drawn {
                left.push(kind);
            }
            if is_drawn || part == PARTS[0] {
                let name = format!("{kind}-{part}");
                all.push(Attack { name, map });
            }
        }
    }
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

fn maps(kinds: Kinds, bytes: usize) -> Vec<(&'static str, String)> {
    match kinds {
        Kinds::Products => products::maps(bytes),
        Kinds::Mistakes => mistakes::maps(bytes),
        Kinds::All => {
            let all = [lists::maps, products::maps, texts::maps, mistakes::maps];
            all.into_iter().flat_map(|maps| maps(bytes)).collect()
        }
    }
}

/// What every map has to begin with.
const HEAD: &str = "title: T\npersonas: {a: A, b: B}\nchannels: {w: W, v: V}\n";

/// A map of a beginning, as many of something as fit into so many bytes, and an end.
fn full(bytes: usize, begin: &str, one: impl Fn(usize) -> String, end: &str) -> String {
    let mut map = begin.to_owned();
    for at in 0.. {
        let next = one(at);
        if map.len() + next.len() + end.len() > bytes {
            break;
        }
        map.push_str(&next);
    }
    map + end
}

/// A map of a beginning, `count` of something, and an end; in fewer bytes, so many fewer.
fn some(
    bytes: usize,
    begin: &str,
    count: usize,
    one: impl Fn(usize) -> String,
    end: &str,
) -> String {
    let all: String = (0..count * bytes / BYTES).map(one).collect();
    format!("{begin}{all}{end}")
}
