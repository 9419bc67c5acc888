//! `jmap render`

use anyhow::{Result, bail};
use jmap::diag::any_error;
use jmap::emit::Options;

use crate::args::{Color, Render};
use crate::compile::{Look, compile};
use crate::currency::Stale;
use crate::depfile::Depfile;
use crate::output::Target;
use crate::work::{Listener, each, report};
use crate::{Status, input, output};

/// Draws maps, or says which of their drawings are stale.
pub fn run(args: &Render, color: Color) -> Result<Status> {
    let inputs = input::find(&args.maps.maps)?;
    let plan = output::plan(&inputs, args.output.as_deref())?;
    if args.check && plan.targets.contains(&Target::Stdout) {
        bail!("--check compares with files: say where they are, with -o");
    }
    let depfile = args.depfile.as_deref();
    let depfile = depfile.map(|path| Depfile::new(path, &plan.targets));
    let depfile = depfile.transpose()?;
    let second = args
        .with
        .as_deref()
        .map(|path| input::second(&inputs, path));
    let second = second.transpose()?;
    let mut look = Look::read(&args.maps)?;
    look.view = (&args.cut).into();
    look.origin = !args.plain;
    look.paper = args.paper.paper()?;
    look.division = args.tile.division(&[plan.format], args.with.is_some())?;
    let theme = look.page();
    let drawable = !theme.as_ref().is_some_and(|page| any_error(&page.findings));
    if let (Some(folder), false) = (&plan.folder, args.check) {
        output::make_folder(folder)?;
    }
    let stale = Stale::default();
    let outcomes = each(&inputs.maps, &args.maps, |position, map| {
        let compiled = compile(map, second.as_ref(), &look)?;
        if let (false, Some(target), true) = (
            compiled.sheets.is_empty(),
            plan.targets.get(position),
            drawable,
        ) {
            let options = Options {
                text: args.text.into(),
                origin: compiled.origin.clone(),
            };
            let bytes = match (plan.format.write)(&compiled.sheets, &options) {
                Ok(bytes) => bytes,
                Err(refused) => return Ok(compiled.told(refused)),
            };
            let write = || output::write(target, &bytes);
            match &depfile {
                _ if args.check => {
                    stale.compare(target, &bytes, plan.format, options.origin.as_ref())?;
                }
                Some(depfile) => depfile.note(position, target, &compiled.sources, write)?,
                None => write()?,
            }
        }
        Ok(compiled.told(Vec::new()))
    })?;
    let noted = depfile.map_or(Ok(()), Depfile::write);
    if args.check && args.maps.maps.iter().any(|path| path.is_dir()) {
        stale.find_left_over(&plan, &inputs.maps);
    }
    let voice = args.maps.voice(color);
    let status = report(&outcomes, theme.as_ref(), voice, Listener::Talk)?;
    noted?;
    Ok(match stale.tell(voice.form) {
        true => status.max(Status::Errors),
        false => status,
    })
}
