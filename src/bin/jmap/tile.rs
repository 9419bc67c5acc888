//! `--tile`: a poster on the sheets of an office printer, or each stage on a sheet of its own.

use anyhow::{Result, bail};
use jmap::check::{Map, nearest};
use jmap::diag::{Diagnostic, once};
use jmap::emit::Format;
use jmap::geom::MILLIMETRE;
use jmap::layout::Paper;
use jmap::scene::Scene;
use jmap::sheets::{self, Refusal, Tiling};
use jmap::view::{self, View};

use crate::length::length;
use crate::paper::{self, Sheet, turned};

/// What neighbouring sheets share where nothing else is asked for, in points.
const OVERLAP: f64 = 10.0 * MILLIMETRE;
/// What is asked for by name where each stage gets a sheet.
const STAGES: &str = "stages";

/// The sheets that a poster is cut into.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Tiles")]
pub struct TileArgs {
    /// Cut the poster into sheets to put together, of the size of any paper (a4, letter, 330x480mm), or draw each stage on a sheet of its own: stages
    ///
    /// The poster keeps its size: that of `--paper`, else its own. Print at actual size. The sheets have marks to cut along,
    /// their neighbours' names, and on the first a key of the whole.
    #[arg(long, value_name = "SIZE|WxH|stages", value_parser = read)]
    tile: Option<Tile>,
    /// Width of the strip that neighbouring sheets both show: 10mm, 0.5in [default: 10mm]
    #[arg(long, value_name = "LENGTH", requires = "tile", value_parser = length)]
    overlap: Option<f64>,
}

/// What a drawing is divided into.
#[derive(Clone, Copy, Debug)]
enum Tile {
    Stages,
    Sheets(Sheet),
}

fn read(text: &str) -> Result<Tile, String> {
    match text.trim() {
        text if text.eq_ignore_ascii_case(STAGES) => Ok(Tile::Stages),
        text if nearest(text, [STAGES]).is_some() => {
            Err(format!("did you mean `{STAGES}`, a sheet for each?"))
        }
        text => paper::read(text).map(Tile::Sheets),
    }
}

/// How a drawing is divided.
#[derive(Clone, Debug, PartialEq)]
pub enum Division {
    /// It is cut where sheets end.
    Sheets(Tiling),
    /// Each stage is drawn by itself.
    Stages,
}

impl TileArgs {
    /// How drawings are to be divided that are written in some formats, and perhaps compare two maps.
    pub fn division(&self, formats: &[&Format], compares: bool) -> Result<Option<Division>> {
        let Some(tile) = self.tile else {
            return Ok(None);
        };
        if let Some(format) = formats.iter().find(|format| !format.sheets) {
            bail!(
                "--tile makes several sheets, and a file of the format {} holds one: write a PDF, with -o map.pdf",
                format.name
            );
        }
        match (tile, self.overlap) {
            (Tile::Stages, Some(_)) => {
                bail!("sheets of stages are not cut, so they share nothing: leave --overlap out")
            }
            (Tile::Stages, None) if compares => bail!(
                "--tile stages divides one map, and --with compares two: leave one of them out"
            ),
            (Tile::Stages, None) => Ok(Some(Division::Stages)),
            (Tile::Sheets(sheet), overlap) => Ok(Some(Division::Sheets(Tiling {
                sheet: sheet.size,
                overlap: overlap.unwrap_or(OVERLAP),
            }))),
        }
    }
}

/// A drawing, and what is found in its map and in the second one.
pub type Drawn = (Scene, [Vec<Diagnostic>; 2]);

/// Draws a map on as many sheets as its division asks for.
pub fn divided(
    map: &Map,
    division: Option<&Division>,
    paper: Option<Paper>,
    draw: impl Fn(&Map, Option<&Paper>) -> Drawn,
) -> Result<(Vec<Scene>, [Vec<Diagnostic>; 2]), Refusal> {
    match division {
        None => {
            let (poster, findings) = draw(map, paper.as_ref());
            Ok((vec![poster], findings))
        }
        Some(Division::Sheets(tiling)) => {
            let (poster, findings) = draw(map, paper.as_ref());
            let sheets = sheets::tile(&poster, tiling)?;
            let sheets = sheets.into_iter().map(|sheet| sheet.scene);
            Ok((sheets.collect(), findings))
        }
        Some(Division::Stages) if map.stages.len() > sheets::MOST => Err(Refusal::TooMany {
            sheets: map.stages.len(),
        }),
        Some(Division::Stages) => Ok(by_stage(map, paper, draw)),
    }
}

/// Several drawings of one map.
fn together(drawn: impl Iterator<Item = Drawn>) -> (Vec<Scene>, [Vec<Diagnostic>; 2]) {
    let (sheets, found): (Vec<_>, Vec<_>) = drawn.unzip();
    let mut found = found.into_iter().flat_map(|[found, _]| found).collect();
    // Each says the same of what it repeats.
    once(&mut found);
    (sheets, [found, Vec::new()])
}

/// Draws each stage of a map by itself.
fn by_stage(
    map: &Map,
    paper: Option<Paper>,
    draw: impl Fn(&Map, Option<&Paper>) -> Drawn,
) -> (Vec<Scene>, [Vec<Diagnostic>; 2]) {
    let parts = stages(map);
    let draw = |paper: Option<Paper>| -> Vec<Drawn> {
        parts
            .iter()
            .map(|part| draw(part, paper.as_ref()))
            .collect()
    };
    let mut drawn = draw(paper);
    if let Some(paper) = paper.filter(|paper| paper.turns) {
        // Sheets of one map lie the same way round: the way most of them would.
        let lying = drawn
            .iter()
            .filter(|(scene, _)| scene.size.width > scene.size.height);
        let lying = lying.count();
        if (1..drawn.len()).contains(&lying) {
            drawn = draw(Some(Paper {
                size: turned(paper.size, 2 * lying >= drawn.len()),
                turns: false,
                ..paper
            }));
        }
    }
    together(drawn.into_iter())
}

/// A map cut into its stages. A stage that alone makes no map, as one without touchpoints, stays with the one after it, or
/// at the end with the one before.
fn stages(map: &Map) -> Vec<Map> {
    let cut = |ids: &[String]| {
        let view = View {
            stages: ids.to_vec(),
            ..View::default()
        };
        view::cut(map.clone(), &view)
    };
    let mut runs: Vec<Vec<String>> = Vec::new();
    let mut open = Vec::new();
    for stage in &map.stages {
        open.push(stage.id.to_string());
        if cut(&open).is_ok() {
            runs.push(std::mem::take(&mut open));
        }
    }
    match runs.last_mut() {
        Some(last) => last.append(&mut open),
        None => runs.push(open),
    }
    let part = |ids: &Vec<String>| cut(ids).unwrap_or_else(|_| map.clone());
    runs.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use jmap::source::Limits;

    use super::*;
    use crate::folder::Folder;

    fn example(path: &Path) -> Map {
        let yaml = fs::read_to_string(path).expect("a map");
        let folder = Folder::new(path.parent().expect("a folder"));
        let reading = jmap::read(&yaml, &folder, &Limits::default());
        reading.map.expect("a map without errors")
    }

    /// The names of what a map has, each once, in their order.
    fn names(maps: &[Map], of: impl Fn(&Map) -> Vec<String>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in maps.iter().flat_map(of) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    #[test]
    fn sheets_of_stages_lose_nothing_that_belongs_to_a_stage() {
        let maps = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps");
        let mut seen = 0;
        for entry in fs::read_dir(maps).expect("maps") {
            let path = entry.expect("an entry").path();
            if path.extension().is_none_or(|ending| ending != "yaml") {
                continue;
            }
            let whole = example(&path);
            let parts = stages(&whole);
            assert_eq!(parts.len(), whole.stages.len(), "{}", path.display());
            let kinds: [fn(&Map) -> Vec<String>; 4] = [
                |map| {
                    map.stages
                        .iter()
                        .map(|stage| format!("{} {}", stage.place, stage.name.text))
                        .collect()
                },
                |map| {
                    map.touchpoints
                        .iter()
                        .map(|at| at.name.text.to_string())
                        .collect()
                },
                |map| {
                    map.pain_points
                        .iter()
                        .map(|pain| pain.text.text.to_string())
                        .collect()
                },
                |map| {
                    map.personas
                        .iter()
                        .map(|persona| persona.id.to_string())
                        .collect()
                },
            ];
            for kind in kinds {
                let all = names(std::slice::from_ref(&whole), kind);
                assert_eq!(names(&parts, kind), all, "{}", path.display());
            }
            // These are not in the order of stages.
            let kinds: [fn(&Map) -> Vec<String>; 3] = [
                |map| {
                    map.kpis
                        .iter()
                        .map(|kpi| kpi.name.text.to_string())
                        .collect()
                },
                |map| {
                    map.evidence
                        .iter()
                        .map(|source| source.id.to_string())
                        .collect()
                },
                |map| {
                    map.channels
                        .iter()
                        .map(|channel| channel.id.to_string())
                        .collect()
                },
            ];
            for kind in kinds {
                let sorted = |maps: &[Map]| {
                    let mut names = names(maps, kind);
                    names.sort();
                    names
                };
                assert_eq!(
                    sorted(&parts),
                    sorted(std::slice::from_ref(&whole)),
                    "{}",
                    path.display()
                );
            }
            seen += parts.len();
        }
        assert!(seen > 40, "{seen}");
    }
}
