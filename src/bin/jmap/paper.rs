//! `--paper` and what goes with it: the sheet that a drawing is made for, and what is left empty on it.

use anyhow::{Result, bail};
use jmap::check::nearest;
use jmap::geom::{MILLIMETRE, Size};
use jmap::layout::Paper;

use crate::length::{extent, extent_in_millimetres, in_millimetres, length};
use crate::values::name;

/// The shortest side of a paper, in points.
const SHORTEST: f64 = 50.0 * MILLIMETRE;
/// The longest side of a paper, in points. A page of a PDF ends at 14,400 pt, which is 5.08 m.
const LONGEST: f64 = 5000.0 * MILLIMETRE;
/// Distance from the edge where none is asked for, in points. Office printers leave up to 6 mm white, and print shops ask
/// for 5 mm that nothing stands in.
pub const MARGIN: f64 = 10.0 * MILLIMETRE;
/// What a margin has to leave of each side, in points.
const LEAST_ROOM: f64 = 20.0 * MILLIMETRE;
/// The widest bleed, in points: more than any print shop asks for.
const WIDEST_BLEED: f64 = 25.0 * MILLIMETRE;

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// Its name; empty where it has none.
    pub name: &'static str,
    /// Width and height in points.
    pub size: Size,
    /// Whether it is used the way in which type gets larger, unless the command line says which.
    turns: bool,
}

/// The sizes of paper that have a name: ISO 216, then those of ANSI and of architects in inches.
pub const SHEETS: &[Sheet] = &[
    millimetres("a0", 841.0, 1189.0),
    millimetres("a1", 594.0, 841.0),
    millimetres("a2", 420.0, 594.0),
    millimetres("a3", 297.0, 420.0),
    millimetres("a4", 210.0, 297.0),
    millimetres("a5", 148.0, 210.0),
    inches("letter", 8.5, 11.0),
    inches("legal", 8.5, 14.0),
    inches("tabloid", 11.0, 17.0),
    Sheet {
        turns: false,
        ..inches("ledger", 17.0, 11.0)
    },
    inches("arch-a", 9.0, 12.0),
    inches("arch-b", 12.0, 18.0),
    inches("arch-c", 18.0, 24.0),
    inches("arch-d", 24.0, 36.0),
    inches("arch-e", 36.0, 48.0),
];

const fn millimetres(name: &'static str, width: f64, height: f64) -> Sheet {
    sheet(name, width * MILLIMETRE, height * MILLIMETRE)
}

const fn inches(name: &'static str, width: f64, height: f64) -> Sheet {
    sheet(name, width * 72.0, height * 72.0)
}

const fn sheet(name: &'static str, width: f64, height: f64) -> Sheet {
    Sheet {
        name,
        size: Size { width, height },
        turns: true,
    }
}

/// The paper that drawings are made for.
#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = "Paper")]
pub struct PaperArgs {
    /// Make the drawing for a sheet: a0 to a5, letter, legal, tabloid, ledger, arch-a to arch-e, or width x height: 594x841mm
    ///
    /// A sheet with a name is turned the way that makes type larger; `ledger` and a width x height are taken as they are.
    #[arg(long, value_name = "SIZE|WxH", value_parser = read)]
    pub paper: Option<Sheet>,
    /// The longer side of the paper across
    #[arg(long, requires = "paper", conflicts_with = "portrait")]
    pub landscape: bool,
    /// The longer side of the paper upright
    #[arg(long, requires = "paper")]
    pub portrait: bool,
    /// Distance from the edges of the paper to the drawing: 10mm, 0.5in, 0mm [default: 10mm]
    #[arg(long, value_name = "LENGTH", requires = "paper", value_parser = length)]
    pub margin: Option<f64>,
    /// How far the ground reaches beyond the edges, for print shops that cut the sheet: 3mm, 0.125in [default: 0mm]
    #[arg(long, value_name = "LENGTH", requires = "paper", value_parser = length)]
    pub bleed: Option<f64>,
    /// From how far everything is to be read: 2m, 6ft. Type is made so large, or what is in the way is told
    ///
    /// Letters can be read from 340 times their height.
    #[arg(long, value_name = "DISTANCE", requires = "paper", value_parser = length)]
    pub read_from: Option<f64>,
    /// Print these lanes empty, high enough for sticky notes of 76 mm, by id; `all` is every lane but the stages
    ///
    /// What stands in them is nowhere in the drawing, nor what there is to read first. A lane that the map has no content for
    /// can be blank as well.
    #[arg(
        long,
        value_name = "LANE",
        value_delimiter = ',',
        value_parser = name(),
        conflicts_with = "with"
    )]
    pub blank: Vec<String>,
}

impl PaperArgs {
    /// The paper that is asked for.
    pub fn paper(&self) -> Result<Option<Paper>> {
        let sheet = self.paper.as_ref();
        sheet.map(|sheet| self.on(sheet)).transpose()
    }

    /// A sheet, with margin, bleed and direction as they are asked for.
    pub fn on(&self, sheet: &Sheet) -> Result<Paper> {
        let Size { width, height } = match self.landscape || self.portrait {
            true => turned(sheet.size, self.landscape),
            false => sheet.size,
        };
        let short = width.min(height);
        let margin = self.margin.unwrap_or(MARGIN);
        let most = (short - LEAST_ROOM) / 2.0;
        if margin > most {
            bail!(
                "a margin of {} leaves no room to draw on a paper of {}: take at most {}",
                in_millimetres(margin),
                extent_in_millimetres(width, height),
                in_millimetres(most)
            );
        }
        let bleed = self.bleed.unwrap_or(0.0);
        if bleed > WIDEST_BLEED {
            bail!(
                "a bleed of {} is more than is cut off anywhere: take at most {}, print shops ask for 3 mm",
                in_millimetres(bleed),
                in_millimetres(WIDEST_BLEED)
            );
        }
        Ok(Paper {
            size: Size { width, height },
            turns: sheet.turns && !self.landscape && !self.portrait,
            margin,
            bleed,
            read_from: self.read_from.unwrap_or(0.0),
        })
    }
}

/// An extent the other way round if need be: with its longer side across, or upright.
pub fn turned(Size { width, height }: Size, lying: bool) -> Size {
    let (short, long) = (width.min(height), width.max(height));
    let (width, height) = if lying { (long, short) } else { (short, long) };
    Size { width, height }
}

/// The name of the smallest sheet, larger than a paper and used like it, that would do.
pub fn smallest(paper: &Paper, would_do: impl Fn(&Paper) -> bool) -> Option<&'static str> {
    let area = |size: Size| size.width * size.height;
    let mut larger: Vec<&Sheet> = SHEETS
        .iter()
        .filter(|sheet| area(sheet.size) > area(paper.size))
        .collect();
    larger.sort_by(|a, b| area(a.size).total_cmp(&area(b.size)));
    let found = larger
        .into_iter()
        .find(|sheet| would_do(&like(paper, sheet)));
    found.map(|sheet| sheet.name)
}

/// A sheet that lies as a paper does, with its margin and bleed.
fn like(paper: &Paper, sheet: &Sheet) -> Paper {
    Paper {
        size: turned(sheet.size, paper.size.width > paper.size.height),
        ..*paper
    }
}

/// A sheet of paper by its name, or by its width and height.
pub fn read(text: &str) -> Result<Sheet, String> {
    let text = text.trim();
    let named = SHEETS
        .iter()
        .find(|sheet| sheet.name.eq_ignore_ascii_case(text));
    if let Some(sheet) = named {
        return Ok(*sheet);
    }
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(unknown(text));
    }
    let (width, height) = extent(text)?;
    if width.min(height) < SHORTEST || width.max(height) > LONGEST {
        return Err(format!(
            "a paper has sides from {} to {}, and this is {}",
            in_millimetres(SHORTEST),
            in_millimetres(LONGEST),
            extent_in_millimetres(width, height)
        ));
    }
    Ok(Sheet {
        turns: false,
        ..sheet("", width, height)
    })
}

fn unknown(text: &str) -> String {
    let names = || SHEETS.iter().map(|sheet| sheet.name);
    let near = match nearest(text, names()) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => format!(" ({})", names().collect::<Vec<_>>().join(", ")),
    };
    format!("no paper that jmap knows by name{near}; others are told by width x height: 594x841mm")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(paper: &str) -> PaperArgs {
        PaperArgs {
            paper: Some(read(paper).expect(paper)),
            landscape: false,
            portrait: false,
            margin: None,
            bleed: None,
            read_from: None,
            blank: Vec::new(),
        }
    }

    fn side(points: f64) -> f64 {
        (points / MILLIMETRE * 100.0).round() / 100.0
    }

    #[test]
    fn names_are_sheets_in_either_case() {
        for (name, width, height, turns) in [
            ("A3", 297.0, 420.0, true),
            ("Letter", 215.9, 279.4, true),
            ("tabloid", 279.4, 431.8, true),
            ("ledger", 431.8, 279.4, false),
            ("ARCH-E", 914.4, 1219.2, true),
            ("594x841mm", 594.0, 841.0, false),
        ] {
            let paper = asked(name).paper().expect(name).expect("a paper");
            let size = (side(paper.size.width), side(paper.size.height));
            assert_eq!((size, paper.turns), ((width, height), turns), "{name}");
            assert_eq!((side(paper.margin), paper.bleed), (10.0, 0.0));
        }
    }

    #[test]
    fn every_sheet_has_a_name_of_its_own_and_lies_between_the_bounds() {
        for (at, sheet) in SHEETS.iter().enumerate() {
            assert_eq!(read(sheet.name), Ok(*sheet));
            assert!(SHEETS[..at].iter().all(|other| other.name != sheet.name));
            assert!(sheet.size.width.min(sheet.size.height) > SHORTEST);
        }
        // Each ISO sheet is the one before it, cut in half, to the millimetre.
        for pair in SHEETS[..6].windows(2) {
            let half = side(pair[0].size.height) / 2.0;
            assert!((half - side(pair[1].size.width)).abs() <= 0.5);
            assert_eq!(pair[0].size.width, pair[1].size.height);
        }
    }

    #[test]
    fn a_stated_direction_turns_any_sheet() {
        for name in ["a4", "ledger", "210x297mm"] {
            let landscape = PaperArgs {
                landscape: true,
                ..asked(name)
            };
            let portrait = PaperArgs {
                portrait: true,
                ..asked(name)
            };
            let [landscape, portrait] =
                [landscape, portrait].map(|asked| asked.paper().expect(name).expect("a paper"));
            assert!(landscape.size.width > landscape.size.height, "{name}");
            assert!(portrait.size.width < portrait.size.height, "{name}");
            assert!(!landscape.turns && !portrait.turns, "{name}");
        }
    }

    #[test]
    fn what_leaves_no_room_is_refused() {
        let wide = PaperArgs {
            margin: Some(95.1 * MILLIMETRE),
            ..asked("a4")
        };
        assert!(wide.paper().is_err());
        let none = PaperArgs {
            margin: Some(0.0),
            ..asked("50x5000mm")
        };
        assert!(none.paper().is_ok());
        assert!(asked("50x5000mm").paper().is_ok());
        for wrong in ["49.9x100mm", "100x5001mm", "0x0mm", "a6", "poster", ""] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
