//! Which files maps name, before any of them is drawn.

use std::path::Path;

use anyhow::Result;
use jmap::limits::{Limit, Limits};
use rayon::prelude::*;

use crate::args::Maps;
use crate::clash::Outputs;
use crate::compile::open;
use crate::folder::Folder;
use crate::input::Input;
use crate::panics::caught;
use crate::sources::Source;
use crate::timings::Timings;
use crate::{origin, work};

/// What the keys of a map that name files have in their names; and what a key can be spelled with that has it not.
const SIGNS: [&str; 4] = ["image", "font", "theme", "\\"];

/// Refuses outputs that are maps, or files that maps name. Only maps are read that may name an output.
pub fn spare(outputs: &Outputs, maps: &[Input], args: &Maps) -> Result<()> {
    let limits = args.limits.limits();
    let sources = |map: &Input| match caught("jmap", || Ok(sources(map, outputs, &limits))) {
        Ok(sources) => sources,
        // It is told when the map is drawn.
        Err(_) => vec![map.source()],
    };
    let pool = work::pool(args, maps.len())?;
    let all: Vec<_> = pool.install(|| maps.par_iter().map(sources).collect());
    for (map, sources) in maps.iter().zip(&all) {
        outputs.spare(map.path(), sources)?;
    }
    Ok(())
}

/// A map, and the files that it names as far as they may be outputs. What is wrong with it is told when it is drawn.
fn sources(map: &Input, outputs: &Outputs, limits: &Limits) -> Vec<Source> {
    let mut sources = vec![map.source()];
    // A pipe can be read only once.
    let is_file = map.path().is_some_and(Path::is_file);
    if !is_file || !outputs.may_be_in(map.folder()) || !may_name_files(map, limits) {
        return sources;
    }
    let folder = Folder::new(map.folder()).without_pictures();
    if let Ok(read) = open(map, folder, limits, &Timings::default()) {
        if let Some(map) = &read.map {
            origin::read_theme(map, &read.folder, limits);
        }
        sources.extend(read.folder.sources());
    }
    sources
}

/// Whether a map may have a key that names a file.
fn may_name_files(map: &Input, limits: &Limits) -> bool {
    let bytes = map.read(limits.of(Limit::Bytes)).unwrap_or_default();
    std::str::from_utf8(&bytes).map_or(true, |text| SIGNS.iter().any(|sign| text.contains(sign)))
}

#[cfg(test)]
mod tests {
    use jmap::model::{Format, Shape, all_records};

    use super::*;

    fn names_a_file(shape: &Shape) -> bool {
        match shape {
            Shape::Text(format) => *format == Format::Path,
            Shape::Many(shape, _) | Shape::Mapping(_, shape) => names_a_file(shape),
            Shape::Either(shapes) => shapes.iter().any(names_a_file),
            _ => false,
        }
    }

    #[test]
    fn each_key_that_names_a_file_is_known() {
        let records = all_records();
        let keys = records.iter().flat_map(|record| record.all_keys());
        let files: Vec<_> = keys.filter(|key| names_a_file(&key.shape)).collect();
        assert!(files.len() >= 3, "{}", files.len());
        for key in files {
            let known = SIGNS.iter().any(|sign| key.name.contains(sign));
            assert!(known, "{}", key.name);
        }
    }
}
