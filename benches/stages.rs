//! How long the stages take, one after the other, on a map of 20 touchpoints and on one of 200.

mod made_up;

use std::hint::black_box;

use divan::Bencher;
use jmap::check::{Date, Map, NoFiles};
use jmap::emit::{FORMATS, Options};
use jmap::geom::{MILLIMETRE, Size};
use jmap::layout::Paper;
use jmap::scene::Scene;
use jmap::source::{self, Limits};
use jmap::text::Fonts;
use jmap::theme::{BUILTIN, Theme};
use jmap::{check, model, rules};

const SIZES: [usize; 2] = [20, 200];

fn main() {
    divan::main();
}

fn parsed(touchpoints: usize) -> source::Node {
    let (node, _) = source::parse(&made_up::map(touchpoints, 0), &Limits::default());
    node.expect("a map that can be parsed")
}

fn map(touchpoints: usize) -> Map {
    let text = made_up::map(touchpoints, 0);
    let map = jmap::read(&text, &NoFiles, &Limits::default()).map;
    map.expect("a map without mistakes")
}

fn theme() -> Theme {
    Theme::builtin(BUILTIN[0].0).expect("a built-in theme")
}

fn scene(touchpoints: usize) -> Scene {
    jmap::layout::draw(&map(touchpoints), &theme(), &Fonts::builtin())
}

#[divan::bench(args = SIZES)]
fn a_parse(bencher: Bencher<'_, '_>, touchpoints: usize) {
    let text = made_up::map(touchpoints, 0);
    bencher.bench_local(|| source::parse(black_box(&text), &Limits::default()));
}

#[divan::bench(args = SIZES)]
fn b_model(bencher: Bencher<'_, '_>, touchpoints: usize) {
    let node = parsed(touchpoints);
    bencher.bench_local(|| model::read(black_box(&node), &Limits::default()));
}

#[divan::bench(args = SIZES)]
fn c_check(bencher: Bencher<'_, '_>, touchpoints: usize) {
    let node = parsed(touchpoints);
    bencher
        .with_inputs(|| model::read(&node, &Limits::default()).0)
        .bench_local_values(|model| {
            check::check(model, &NoFiles, &rules::settable(), &Limits::default())
        });
}

#[divan::bench(args = SIZES)]
fn d_lint(bencher: Bencher<'_, '_>, touchpoints: usize) {
    let map = map(touchpoints);
    let day = Date {
        year: 2026,
        month: 11,
        day: 1,
    };
    bencher.bench_local(|| jmap::lint(black_box(&map), day, &Limits::default()));
}

#[divan::bench(args = SIZES)]
fn e_layout(bencher: Bencher<'_, '_>, touchpoints: usize) {
    let (map, theme, fonts) = (map(touchpoints), theme(), Fonts::builtin());
    bencher.bench_local(|| jmap::layout::draw(black_box(&map), &theme, &fonts));
}

/// Layout for paper, which looks for the best width.
#[divan::bench(args = SIZES)]
fn f_layout_for_a1(bencher: Bencher<'_, '_>, touchpoints: usize) {
    let (map, theme, fonts) = (map(touchpoints), theme(), Fonts::builtin());
    let size = Size {
        width: 594.0 * MILLIMETRE,
        height: 841.0 * MILLIMETRE,
    };
    let paper = Paper {
        size,
        turns: true,
        margin: 10.0 * MILLIMETRE,
        bleed: 0.0,
        read_from: 0.0,
    };
    bencher.bench_local(|| jmap::draw_on(black_box(&map), None, &theme, &fonts, Some(&paper)));
}

/// All formats: SVG, PNG, PDF.
#[divan::bench(args = ["svg", "png", "pdf"])]
fn g_emit_20(bencher: Bencher<'_, '_>, format: &str) {
    emit(bencher, format, 20);
}

#[divan::bench(args = ["svg", "png", "pdf"])]
fn h_emit_200(bencher: Bencher<'_, '_>, format: &str) {
    emit(bencher, format, 200);
}

fn emit(bencher: Bencher<'_, '_>, format: &str, touchpoints: usize) {
    let format = FORMATS.iter().find(|known| known.name == format);
    let format = format.expect("a format");
    let (scenes, options) = ([scene(touchpoints)], Options::default());
    bencher.bench_local(|| (format.write)(black_box(&scenes), &options));
}
