//! What becomes of a mistake in jmap itself, or in a library that reads what somebody made: a sentence.

use std::cell::Cell;
use std::env::var_os;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

use anyhow::{Result, anyhow};

thread_local! {
    /// Where the code gave up.
    static PLACE: Cell<Option<String>> = const { Cell::new(None) };
}

/// Keeps panics from printing what only those understand who work on jmap; they set `RUST_BACKTRACE`.
pub fn quiet() {
    let usual = take_hook();
    set_hook(Box::new(move |panic| {
        PLACE.set(panic.location().map(ToString::to_string));
        if var_os("RUST_BACKTRACE").is_some() {
            usual(panic);
        }
    }));
}

/// Does a piece of work on something with a name; where it panics, the error says so and asks for a report.
pub fn caught<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let place = PLACE.take().unwrap_or_default();
        Err(anyhow!(
            "{name}: this is a mistake in jmap, or in a library that it uses ({place}), and none of yours; please report it, with the \
             map and the files beside it"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_with_its_place() {
        assert!(matches!(caught("map.yaml", || Ok(1)), Ok(1)));
        quiet();
        let error =
            caught("map.yaml", || -> Result<()> { panic!("a test") }).expect_err("it panics");
        assert!(error.to_string().contains("panics.rs:"), "{error}");
    }
}
