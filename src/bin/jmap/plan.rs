//! Where drawings go, and in which formats.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use jmap::emit::{FORMATS, Format};

use crate::input::{Input, Inputs};
use crate::output::{Target, is_folder, is_stdout};
use crate::place::Place;
use crate::talk::shown;

/// A drawing of a map.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// Where it goes.
    pub target: Target,
    /// The form in which it is written.
    pub format: &'static Format,
}

/// Where drawings go, and in which formats.
#[derive(Debug)]
pub struct Plan {
    /// Each map's drawings, in the order of the maps: one for each format.
    pub drawings: Vec<Vec<Drawing>>,
    /// The folder that the command line names for them.
    pub folder: Option<PathBuf>,
    /// The formats in which each map is written, at least one.
    pub formats: Vec<&'static Format>,
}

impl Plan {
    /// The places of all drawings.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        let drawings = self.drawings.iter().flatten();
        drawings.map(|drawing| &drawing.target)
    }

    fn one(target: Target, format: &'static Format) -> Plan {
        Plan {
            drawings: vec![vec![Drawing { target, format }]],
            folder: None,
            formats: vec![format],
        }
    }
}

/// Plans where the maps' drawings go; nothing is written yet. `asked` are the formats that the command line names; where it
/// names none, the ending of the output does, else the first of all.
///
/// In a folder, an output that is a link stays in that folder unless links are followed wherever they lead.
pub fn plan(
    inputs: &Inputs,
    output: Option<&Path>,
    asked: &[&'static Format],
    follow_links: bool,
) -> Result<Plan> {
    let formats = match asked {
        [] => vec![&FORMATS[0]],
        asked => asked.to_vec(),
    };
    let several = (inputs.many, formats.len() > 1);
    let output = output.filter(|path| !is_stdout(path));
    let Some(path) = output else {
        return match several {
            (false, false) => Ok(Plan::one(Target::Stdout, formats[0])),
            (true, _) => {
                bail!("several maps, or a folder of maps, need a folder to go to: -o posters/")
            }
            (false, true) => bail!("several formats need a folder to go to: -o posters/"),
        };
    };
    let is_new = path.extension().is_none() && !path.exists();
    if is_folder(path) || (several != (false, false) && is_new) {
        return Ok(Plan {
            drawings: into_folder(&inputs.maps, path, &formats, follow_links)?,
            folder: Some(path.to_owned()),
            formats,
        });
    }
    match several {
        (false, false) => {
            let format = format_of(path, asked.first().copied())?;
            Ok(Plan::one(Target::File(Place::named(path)), format))
        }
        (true, _) => bail!(
            "{} is one file, but several maps need a folder to go to: -o posters/",
            shown(path)
        ),
        (false, true) => bail!(
            "{} is one file, but several formats need a folder to go to: -o posters/",
            shown(path)
        ),
    }
}

/// The form of a file: the one that is asked for, else what its name says. Devices and pipes have no ending and get the first.
fn format_of(path: &Path, asked: Option<&'static Format>) -> Result<&'static Format> {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    let known = FORMATS
        .iter()
        .find(|format| Some(format.extension) == ending.as_deref());
    match (asked, known) {
        (Some(asked), Some(known)) if asked.name != known.name => {
            bail!(
                "{} is the name of a file in the format {}, but -f asks for {}: change one of them",
                shown(path),
                known.name,
                asked.name
            )
        }
        (Some(asked), _) => return Ok(asked),
        _ => {}
    }
    let special = || {
        fs::metadata(path)
            .is_ok_and(|data| !data.is_file())
            .then_some(&FORMATS[0])
    };
    known.or_else(special).ok_or_else(|| {
        let endings: Vec<_> = FORMATS
            .iter()
            .map(|format| format!(".{}", format.extension))
            .collect();
        let endings = endings.join(", ");
        anyhow!(
            "{}: jmap writes {endings}; name a file with that ending, or a folder with a slash at its end",
            shown(path)
        )
    })
}

fn into_folder(
    maps: &[Input],
    folder: &Path,
    formats: &[&'static Format],
    follow_links: bool,
) -> Result<Vec<Vec<Drawing>>> {
    let mut taken: BTreeMap<PathBuf, &Path> = BTreeMap::new();
    let mut drawings = Vec::with_capacity(maps.len());
    for input in maps {
        let Input::File(Place { path: map, .. }) = input else {
            bail!(
                "standard input has no name for a file in {}: name one with -o, or leave it out",
                shown(folder)
            );
        };
        let mut of_map = Vec::with_capacity(formats.len());
        for format in formats {
            let mut name = map.file_stem().unwrap_or_default().to_os_string();
            name.push(".");
            name.push(format.extension);
            let target = match follow_links {
                true => Place::named(folder.join(name)),
                false => Place::inside(folder, Path::new(&name)),
            };
            if let Some(first) = taken.insert(target.path.clone(), map) {
                bail!(
                    "{} and {} would both become {}: rename one, or draw them one by one",
                    shown(first),
                    shown(map),
                    shown(&target.path)
                );
            }
            of_map.push(Drawing {
                target: Target::File(target),
                format,
            });
        }
        drawings.push(of_map);
    }
    Ok(drawings)
}

#[cfg(test)]
mod tests {
    use super::*;

    static SVG: &Format = &FORMATS[0];
    static OTHER: Format = Format {
        name: "other",
        extension: "oth",
        ..FORMATS[0]
    };

    fn planned(
        maps: &[&str],
        output: Option<&str>,
        formats: &[&'static Format],
    ) -> Result<Vec<(String, &'static str)>, String> {
        let inputs = Inputs {
            maps: maps
                .iter()
                .map(|map| Input::File(Place::named(map)))
                .collect(),
            many: maps.len() > 1,
        };
        let plan = plan(&inputs, output.map(Path::new), formats, false);
        let plan = plan.map_err(|why| why.to_string())?;
        let drawings = plan.drawings.iter().flatten();
        let named = drawings.map(|drawing| match &drawing.target {
            Target::Stdout => ("-".to_owned(), drawing.format.name),
            Target::File(place) => (place.path.display().to_string(), drawing.format.name),
        });
        Ok(named.collect())
    }

    fn named(pairs: &[(&str, &'static str)]) -> Result<Vec<(String, &'static str)>, String> {
        let owned = pairs
            .iter()
            .map(|(path, format)| ((*path).to_owned(), *format));
        Ok(owned.collect())
    }

    #[test]
    fn each_map_has_a_drawing_in_each_format() {
        let both = [SVG, &OTHER];
        assert_eq!(
            planned(&["a/one.yaml", "two.yml"], Some("out/"), &both),
            named(&[
                ("out/one.svg", "svg"),
                ("out/one.oth", "other"),
                ("out/two.svg", "svg"),
                ("out/two.oth", "other"),
            ])
        );
        assert_eq!(
            planned(&["one.yaml"], Some("new"), &both),
            named(&[("new/one.svg", "svg"), ("new/one.oth", "other")])
        );
    }

    #[test]
    fn one_drawing_may_go_anywhere() {
        let other: &[&Format] = &[&OTHER];
        for (output, formats, path, format) in [
            (None, &[][..], "-", "svg"),
            (None, other, "-", "other"),
            (Some("-"), other, "-", "other"),
            (Some("map.SVG"), &[], "map.SVG", "svg"),
            (Some("map"), other, "map", "other"),
            (Some("map.v2"), other, "map.v2", "other"),
        ] {
            let named = named(&[(path, format)]);
            assert_eq!(planned(&["one.yaml"], output, formats), named, "{output:?}");
        }
    }

    #[test]
    fn several_formats_need_a_folder() {
        let both = [SVG, &OTHER];
        for (output, said) in [
            (None, "several formats need a folder to go to: -o posters/"),
            (
                Some("map.svg"),
                "`map.svg` is one file, but several formats need a folder to go to: -o posters/",
            ),
        ] {
            let refusal = planned(&["one.yaml"], output, &both);
            assert_eq!(refusal, Err(said.to_owned()), "{output:?}");
        }
        assert_eq!(
            planned(&["one.yaml"], Some("map.svg"), &[&OTHER]),
            Err("`map.svg` is the name of a file in the format svg, but -f asks for other: change one of them".to_owned())
        );
    }
}
