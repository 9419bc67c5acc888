//! Cuts a text into items: neighbouring characters of one direction, one script and one face.

use std::ops::Range;

use unicode_bidi::Level;
use unicode_normalization::UnicodeNormalization;
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use super::FaceId;
use crate::unseen::is_ignorable;

/// Neighbouring characters that are shaped with the same settings.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Embedding level of UAX 9; odd levels run from right to left.
    pub level: u8,
    pub script: Script,
    pub face: FaceId,
}

/// Cuts a text (without line breaks) into items. `base` is its base level, `levels` has the level of every byte unless they
/// are all that. `face_of` finds the first face that has a grapheme cluster, `has` tells whether a face has it.
pub(super) fn itemise(
    text: &str,
    (base, levels): (u8, Option<Vec<Level>>),
    face_of: &dyn Fn(&str) -> FaceId,
    has: &dyn Fn(FaceId, &str) -> bool,
) -> Vec<Item> {
    if text.is_empty() {
        return Vec::new();
    }
    // The face that is asked first.
    let face = face_of("");
    if levels.is_none() && is_latin(text, &|part| has(face, part)) {
        let item = Item {
            range: 0..text.len(),
            level: base,
            script: Script::Latin,
            face,
        };
        return vec![item];
    }
    let clusters: Vec<(usize, &str)> = text.grapheme_indices(true).collect();
    let scripts = scripts(&clusters);
    let faces = faces(&clusters, face_of, has);
    let mut items: Vec<Item> = Vec::new();
    for (((at, cluster), script), face) in clusters.into_iter().zip(scripts).zip(faces) {
        let range = at..at + cluster.len();
        let level = levels
            .as_ref()
            .and_then(|levels| levels.get(at))
            .map_or(base, |level| level.number());
        match items.last_mut() {
            Some(last) if (last.level, last.script, last.face) == (level, script, face) => {
                last.range.end = range.end
            }
            _ => items.push(Item {
                range,
                level,
                script,
                face,
            }),
        }
    }
    items
}

/// Whether all of a text is Latin letters and signs that a face has: what most texts are, found without looking at
/// clusters.
fn is_latin(text: &str, has: &dyn Fn(&str) -> bool) -> bool {
    let latin = |c: char| {
        c.is_ascii()
            || matches!(
                c.script(),
                Script::Latin | Script::Common | Script::Inherited
            )
    };
    let fits = |c: char| latin(c) && has(c.encode_utf8(&mut [0; 4]));
    if text.is_ascii() {
        has(text)
    } else {
        text.chars().all(fits)
    }
}

/// Script of every cluster: characters that many scripts share take the script before them, at the start the one after.
fn scripts(clusters: &[(usize, &str)]) -> Vec<Script> {
    let own = |cluster: &str| {
        cluster
            .chars()
            .map(|c| c.script())
            .find(|&script| !matches!(script, Script::Common | Script::Inherited | Script::Unknown))
    };
    let first = clusters
        .iter()
        .find_map(|(_, cluster)| own(cluster))
        .unwrap_or(Script::Latin);
    clusters
        .iter()
        .scan(first, |last, (_, cluster)| {
            *last = own(cluster).unwrap_or(*last);
            Some(*last)
        })
        .collect()
}

/// Face of every cluster. Spaces and punctuation that every script uses stand in the face of the words around them where
/// those agree and the face has them; everything else is in the first face that has it.
fn faces(
    clusters: &[(usize, &str)],
    face_of: &dyn Fn(&str) -> FaceId,
    has: &dyn Fn(FaceId, &str) -> bool,
) -> Vec<FaceId> {
    let strong: Vec<Option<FaceId>> = clusters
        .iter()
        .map(|(_, cluster)| (!is_neutral(cluster)).then(|| face_of(cluster)))
        .collect();
    let mut after = None;
    let mut nexts: Vec<Option<FaceId>> = strong
        .iter()
        .rev()
        .map(|face| {
            after = face.or(after);
            after
        })
        .collect();
    nexts.reverse();
    let mut before = None;
    let mut out = Vec::with_capacity(clusters.len());
    for (((_, cluster), own), next) in clusters.iter().zip(strong).zip(nexts) {
        let around = match (before, next) {
            (Some(left), Some(right)) if left != right => None,
            (left, right) => left.or(right),
        };
        let face = own
            .or_else(|| around.filter(|&face| has(face, cluster)))
            .unwrap_or_else(|| face_of(cluster));
        before = own.or(before);
        out.push(face);
    }
    out
}

/// Whether a cluster is a space or punctuation of no script.
fn is_neutral(cluster: &str) -> bool {
    cluster
        .chars()
        .all(|c| c.script() == Script::Common && !c.is_alphanumeric())
}

/// Whether a face whose coverage of single characters is `covers` has a whole cluster: all its visible characters, in
/// composed form (shaping composes and decomposes as the face needs).
pub(super) fn has_cluster(cluster: &str, covers: impl Fn(char) -> bool) -> bool {
    let needed = |c: &char| !is_ignorable(*c) && !c.is_whitespace();
    if cluster.is_ascii() {
        return cluster.chars().filter(needed).all(covers);
    }
    cluster.nfc().filter(needed).all(covers)
}
