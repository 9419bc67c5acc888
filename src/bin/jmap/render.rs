//! `jmap render`

use std::io::{IsTerminal, stdout};

use anyhow::{Result, bail};
use jmap::diag::{Level, any_error};
use jmap::emit::Options;

use crate::args::{Color, Render};
use crate::clash::Outputs;
use crate::compile::{Look, compile};
use crate::currency::Stale;
use crate::depfile::Depfile;
use crate::formats::needs;
use crate::output::Target;
use crate::plan::{Drawing, plan};
use crate::work::{Listener, each, report};
use crate::{Status, day, input, named, output};

/// Draws maps, or says which of their drawings are stale.
pub fn run(args: &Render, color: Color) -> Result<Status> {
    let inputs = input::find(&args.maps.maps)?;
    let asked = args.formats.asked();
    let plan = plan(&inputs, args.output.as_deref(), &asked, args.follow_links)?;
    if args.formats.text.is_some() {
        needs(&plan.formats, "--text", &["svg", "pdf"])?;
    }
    if args.check && plan.targets().any(|target| *target == Target::Stdout) {
        bail!("--check compares with files: say where they are, with -o");
    }
    let resolution = args.pixels.resolution(&plan.formats)?;
    let standards = args.pdf.standards(&plan.formats)?;
    let depfile = args.depfile.as_deref();
    let depfile = depfile.map(|path| Depfile::new(path, &plan)).transpose()?;
    let second = args
        .with
        .as_deref()
        .map(|path| input::second(&inputs, path));
    let second = second.transpose()?;
    let mut look = Look::read(&args.maps)?;
    look.view = (&args.cut).into();
    look.view.blank.clone_from(&args.paper.blank);
    look.origin = !args.plain;
    look.paper = args.paper.paper()?;
    look.division = args.tile.division(&plan.formats, args.with.is_some())?;
    let theme = look.page();
    let drawable = !theme.as_ref().is_some_and(|page| any_error(&page.findings));
    let outputs = match args.check {
        true => None,
        false => Some(Outputs::new(&plan, args.depfile.as_deref())?),
    };
    let several = inputs.maps.len() > 1;
    let make_folder = || match &plan.folder {
        Some(folder) => output::make_folder(folder),
        None => Ok(()),
    };
    if let Some(outputs) = &outputs {
        outputs.spare(None, &look.sources())?;
        if several {
            named::spare(outputs, &inputs.maps, &args.maps)?;
            make_folder()?;
        }
    }
    let stale = Stale::default();
    let outcomes = each(&inputs.maps, &args.maps, |position, map| {
        let mut compiled = compile(map, second.as_ref(), &look)?;
        let options = Options {
            text: args.formats.text.unwrap_or_default().into(),
            resolution,
            limits: look.limits,
            origin: compiled.origin.clone(),
            author: compiled.author.clone(),
            date: day::moment(compiled.updated)?,
            pdf: standards,
        };
        if let Some(outputs) = &outputs {
            // What a single map names is known only now, and so is what comes through a pipe or has changed since.
            outputs.spare(map.path().filter(|_| several), &compiled.sources)?;
            if !several {
                make_folder()?;
            }
        }
        let settle = |place: (usize, usize), drawing: &Drawing, bytes: &[u8]| {
            let write = || put(drawing, bytes);
            match &depfile {
                _ if args.check => stale.compare(drawing, bytes, options.origin.as_ref()),
                Some(depfile) => depfile.note(place, &drawing.target, &compiled.shown, write),
                None => write(),
            }
        };
        let drawings = plan.drawings.get(position);
        let drawings = drawings.filter(|_| drawable && !compiled.sheets.is_empty());
        let (mut refused, mut failed) = (Vec::new(), Ok(()));
        // What stands in the way of one format does not keep the others from being written.
        for (at, drawing) in drawings.into_iter().flatten().enumerate() {
            let write = || (drawing.format.write)(&compiled.sheets, &options);
            match look.timings.time(drawing.format.name, write) {
                Ok(bytes) => {
                    let settle = || settle((position, at), drawing, &bytes);
                    failed = failed.and(look.timings.time("write the file", settle));
                }
                Err(findings) => refused.extend(findings),
            }
        }
        if !several {
            // The system takes a drawing back at once when jmap ends; piece by piece it is a fiftieth of all the work.
            std::mem::forget(std::mem::take(&mut compiled.sheets));
        }
        failed.map(|()| compiled.told(refused))
    })?;
    let noted = depfile.map_or(Ok(()), Depfile::write);
    if args.check && args.maps.maps.iter().any(|path| path.is_dir()) {
        stale.find_left_over(&plan, &inputs.maps);
    }
    let voice = args.maps.voice(color);
    let status = report(&outcomes, theme.as_ref(), voice, Listener::Talk)?;
    look.tell(&args.maps, inputs.maps.len());
    noted?;
    let findings = outcomes.iter().flat_map(|outcome| &outcome.pages);
    let findings = findings.flat_map(|page| &page.findings);
    let errors = findings.filter(|finding| finding.level == Level::Error);
    Ok(match stale.tell(voice.form, errors.count()) {
        true => status.max(Status::Errors),
        false => status,
    })
}

/// Writes a drawing where it goes; what is no text does not go to a terminal.
fn put(drawing: &Drawing, bytes: &[u8]) -> Result<()> {
    let is_text = || std::str::from_utf8(bytes).is_ok();
    if drawing.target == Target::Stdout && stdout().is_terminal() && !is_text() {
        let name = drawing.format.name;
        bail!("{name} is no text for a terminal: say where it goes, with -o map.{name}");
    }
    output::write(&drawing.target, bytes)
}
