//! `jmap paper`: what each paper has room for.

use std::sync::Mutex;

use anyhow::Result;
use jmap::diag::render::visible_name;
use jmap::geom::MILLIMETRE;
use jmap::layout::reading_distance;
use jmap::scene::{Node, Role, Scene};

use crate::args::{Color, Cut, Maps};
use crate::compile::{Look, Row, Tried, compile};
use crate::length::{extent_in_millimetres, length};
use crate::paper::{PaperArgs, SHEETS};
use crate::talk::aligned;
use crate::work::{Listener, each, report};
use crate::{Status, input, output};

pub const EXAMPLES: &str = "\
Examples:
  jmap paper map.yaml
  jmap paper map.yaml --landscape --margin 15mm
  jmap paper map.yaml --view exec
  jmap render map.yaml --paper a1 --read-from 1m -o map.pdf

For each paper: how it lies, in how many bands the columns stand, the size of the smallest type, and from how far that
can be read (340 times the height of its capitals).

Exit status: 0 fine, 1 a map has errors, 2 jmap could not do its work.";

/// `jmap paper`
#[derive(Debug, clap::Args)]
pub struct Papers {
    #[command(flatten)]
    maps: Maps,
    /// The longer side of the papers across
    #[arg(long, conflicts_with = "portrait")]
    landscape: bool,
    /// The longer side of the papers upright
    #[arg(long)]
    portrait: bool,
    /// Distance from the edges of the paper to the drawing: 10mm, 0.5in, 0mm [default: 10mm]
    #[arg(long, value_name = "LENGTH", value_parser = length)]
    margin: Option<f64>,
    #[command(flatten)]
    cut: Cut,
}

const HEAD: [&str; 6] = ["PAPER", "SIZE", "LIES", "BANDS", "TYPE", "READ FROM"];

/// Lists what each paper has room for.
pub fn run(args: &Papers, color: Color) -> Result<Status> {
    let inputs = input::find(&args.maps.maps)?;
    let mut look = Look::read(&args.maps)?;
    look.view = (&args.cut).into();
    let asked = PaperArgs {
        landscape: args.landscape,
        portrait: args.portrait,
        margin: args.margin,
        ..PaperArgs::default()
    };
    let papers = SHEETS.iter();
    let papers = papers.map(|sheet| asked.on(sheet).map(|paper| (sheet.name, paper)));
    look.tried = Some(Tried {
        papers: papers.collect::<Result<_>>()?,
        row,
    });
    let theme = look.page();
    let tables = Mutex::new(vec![String::new(); inputs.maps.len()]);
    let outcomes = each(&inputs.maps, &args.maps, |position, map| {
        let compiled = compile(map, None, &look)?;
        if !compiled.rows.is_empty() {
            let mut tables = tables.lock().unwrap_or_else(|held| held.into_inner());
            if let Some(place) = tables.get_mut(position) {
                *place = table(&compiled.rows);
            }
        }
        Ok(compiled.told(Vec::new()))
    })?;
    let tables = tables.into_inner().unwrap_or_else(|held| held.into_inner());
    let named = inputs.maps.iter().zip(&tables);
    let named = named.filter(|(_, table)| !table.is_empty());
    let pages: Vec<String> = match tables.len() {
        1 => tables,
        _ => named
            .map(|(map, table)| format!("{}\n{table}", visible_name(&map.name())))
            .collect(),
    };
    output::print(&pages.join("\n"))?;
    let voice = args.maps.voice(color);
    let status = report(&outcomes, theme.as_ref(), voice, Listener::Talk);
    look.tell(&args.maps, inputs.maps.len());
    status
}

/// What is told of a drawing on a sheet.
fn row(sheet: &str, scene: &Scene) -> Row {
    let (width, height) = (scene.size.width, scene.size.height);
    let size = scene.smallest_type();
    let metres = reading_distance(&scene.fonts, size) / MILLIMETRE / 1000.0;
    let lies = match width > height {
        true => "landscape",
        false => "portrait",
    };
    [
        sheet.to_owned(),
        extent_in_millimetres(width, height),
        lies.to_owned(),
        bands(scene).to_string(),
        format!("{size:.1} pt"),
        format!("{metres:.2} m"),
    ]
}

fn table(rows: &[Row]) -> String {
    let head = std::iter::once(HEAD.map(str::to_owned));
    let lines: Vec<Row> = head.chain(rows.iter().cloned()).collect();
    aligned(&lines)
}

/// In how many bands the columns stand: each is a table.
fn bands(scene: &Scene) -> usize {
    let is_table = |node: &&Node| matches!(node, Node::Group(group) if group.role == Role::Table);
    scene.nodes.iter().filter(is_table).count()
}
