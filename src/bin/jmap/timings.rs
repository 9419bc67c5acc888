//! `--timings`: how long the stages took.

use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use jmap::Step;

use crate::args::Maps;
use crate::talk::{aligned, plural, say};
use crate::work::threads;

/// The clock of one run; it counts nothing unless it is asked to.
#[derive(Debug, Default)]
pub struct Timings {
    /// When the run began, if its stages are to be timed.
    began: Option<Instant>,
    /// What each stage took, all maps and threads together, in the order in which they were first met.
    spent: Mutex<Vec<(&'static str, Duration)>>,
}

impl Timings {
    /// A clock that runs if it is asked for.
    pub fn new(asked: bool) -> Timings {
        Timings {
            began: asked.then(Instant::now),
            spent: Mutex::default(),
        }
    }

    /// Does a piece of work that belongs to a stage.
    pub fn time<T>(&self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = self.now();
        let done = work();
        self.since(stage, start);
        done
    }

    /// Told by the library after each step of reading; a step begins where the one before it ended.
    pub fn steps(&self) -> impl FnMut(Step) {
        let mut start = self.now();
        move |step| {
            let name = match step {
                Step::Parse => "parse YAML",
                Step::Model => "read the model",
                Step::Check => "check",
            };
            self.since(name, start);
            start = self.now();
        }
    }

    /// Says on standard error where the time went.
    pub fn tell(&self, args: &Maps, maps: usize) {
        let Some(began) = self.began else { return };
        let whole = began.elapsed();
        let spent = self.spent();
        let sum: Duration = spent.iter().map(|(_, took)| *took).sum();
        let row = |name: &str, took: Duration| {
            let share = 100.0 * took.as_secs_f64() / sum.as_secs_f64().max(f64::MIN_POSITIVE);
            [
                format!("  {name}"),
                format!("{:.2} ms", millis(took)),
                format!("{share:.0} %"),
            ]
        };
        let rows: Vec<[String; 3]> = spent.iter().map(|(name, took)| row(name, *took)).collect();
        let on = match threads(args, maps) {
            1 => String::new(),
            threads => format!(" on {threads} threads, whose times are added up"),
        };
        say(&format!(
            "timings: {} in {:.2} ms{on}\n{}",
            plural(maps, "map"),
            millis(whole),
            aligned(&rows)
        ));
    }

    fn now(&self) -> Option<Instant> {
        self.began.map(|_| Instant::now())
    }

    fn since(&self, stage: &'static str, start: Option<Instant>) {
        let Some(start) = start else { return };
        let took = start.elapsed();
        let mut spent = self.spent();
        match spent.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, sum)) => *sum += took,
            None => spent.push((stage, took)),
        }
    }

    fn spent(&self) -> MutexGuard<'_, Vec<(&'static str, Duration)>> {
        self.spent.lock().unwrap_or_else(|held| held.into_inner())
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
