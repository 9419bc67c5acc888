//! `jmap render`

use anyhow::Result;
use jmap::diag::any_error;

use crate::args::{Color, Render};
use crate::compile::{Look, compile};
use crate::work::{Listener, each, report};
use crate::{Status, input, output};

/// Draws maps.
pub fn run(args: &Render, color: Color) -> Result<Status> {
    let inputs = input::find(&args.maps.maps)?;
    let (targets, format) = output::plan(&inputs, args.output.as_deref())?;
    let second = args
        .with
        .as_deref()
        .map(|path| input::second(&inputs, path));
    let second = second.transpose()?;
    let mut look = Look::read(&args.maps)?;
    look.view = (&args.cut).into();
    let theme = look.page();
    let drawable = !theme.as_ref().is_some_and(|page| any_error(&page.findings));
    let outcomes = each(&inputs.maps, &args.maps, |position, map| {
        let compiled = compile(map, second.as_ref(), &look)?;
        if let (Some(scene), Some(target), true) =
            (&compiled.scene, targets.get(position), drawable)
        {
            output::write(target, &(format.write)(scene, args.text.into()))?;
        }
        Ok(compiled.pages)
    })?;
    report(
        &outcomes,
        theme.as_ref(),
        args.maps.voice(color),
        Listener::Talk,
    )
}
