//! `jmap check`

use anyhow::Result;

use crate::args::{Check, Color};
use crate::compile::{Look, compile};
use crate::work::{Listener, each, report};
use crate::{Status, input};

/// Looks for mistakes in maps. They are drawn for it, though not written: only the drawing knows which glyphs are missing.
pub fn run(args: &Check, color: Color) -> Result<Status> {
    let inputs = input::find(&args.maps.maps)?;
    let mut look = Look::read(&args.maps)?;
    look.as_of = Some(args.as_of.day()?);
    let theme = look.page();
    let outcomes = each(&inputs.maps, &args.maps, |_, map| {
        Ok(compile(map, None, &look)?.told(Vec::new()))
    })?;
    let voice = args.maps.voice(color);
    let status = report(&outcomes, theme.as_ref(), voice, Listener::Data);
    look.tell(&args.maps, inputs.maps.len());
    status
}
