//! Where the drawing comes from, as texts of the file, and reading them back.

use png::{Decoded, StreamingDecoder, chunk};

use crate::emit::{Origin, Source};

const JMAP: &str = "jmap";
/// Names and hashes: of the map, of the one that it is compared with.
const MAP: (&str, &str) = ("jmap-source", "jmap-source-sha256");
const WITH: (&str, &str) = ("jmap-with", "jmap-with-sha256");

/// Keywords and texts.
pub fn texts(origin: &Origin) -> Vec<(&'static str, String)> {
    let mut texts = vec![(JMAP, origin.jmap.clone())];
    for ((name, sha256), source) in [(MAP, Some(&origin.map)), (WITH, origin.with.as_ref())] {
        if let Some(source) = source {
            texts.extend(source.name.clone().map(|text| (name, text)));
            texts.extend(source.sha256.clone().map(|hash| (sha256, hash)));
        }
    }
    texts
}

/// Where a drawing comes from, if its file says so; of the file no more than the beginning is needed.
pub fn read(mut bytes: &[u8]) -> Option<Origin> {
    let mut decoder = StreamingDecoder::new();
    while !bytes.is_empty() {
        match decoder.update(bytes, None) {
            Ok((_, Decoded::ChunkBegin(_, chunk::IDAT))) | Err(_) => break,
            Ok((used, _)) => bytes = bytes.get(used..)?,
        }
    }
    let texts = &decoder.info()?.utf8_text;
    let text = |keyword: &str| {
        let found = texts.iter().find(|text| text.keyword == keyword)?;
        found.get_text().ok()
    };
    let source = |(name, sha256): (&str, &str)| {
        let source = Source {
            sha256: text(sha256),
            ..Source::public(text(name).as_deref())
        };
        (source != Source::public(None)).then_some(source)
    };
    Some(Origin {
        jmap: text(JMAP)?,
        map: source(MAP)?,
        with: source(WITH),
    })
}
