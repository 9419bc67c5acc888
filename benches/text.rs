//! How long shaping, wrapping and cutting fonts down take.

use std::hint::black_box;

use divan::Bencher;
use jmap::text::{FaceId, Fonts, Shaper, Style, Weight};

fn main() {
    divan::main();
}

/// Texts of 4 to 9 words from a vocabulary that the number of words bounds, the same on every run.
fn texts(count: usize, vocabulary: u64) -> Vec<String> {
    let mut state = 7u64;
    let mut next = move |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let syllables = [
        "wa", "ter", "ing", "con", "ta", "fi", "ly", "mo", "pre", "den", "Ha", "us", "lo", "qu",
        "ve", "rin",
    ];
    let word = |number: u64| -> String {
        (0..2 + number % 3)
            .map(|n| syllables[(number >> (4 * n)) as usize % syllables.len()])
            .collect()
    };
    (0..count)
        .map(|_| {
            (0..4 + next(6))
                .map(|_| word(next(vocabulary) * 977))
                .collect::<Vec<_>>()
                .join(" ")
                + "."
        })
        .collect()
}

fn wrap_all(shaper: &Shaper<'_>, texts: &[String]) -> f64 {
    let weights = [Weight::Regular, Weight::Italic, Weight::SemiBold];
    let style = |n: usize| Style {
        weight: weights[n % 3],
        size: 8.5,
        leading: 1.35,
        tracking: 0.0,
    };
    texts
        .iter()
        .enumerate()
        .map(|(n, text)| shaper.paragraph(text, &style(n), 120.0).height)
        .sum()
}

/// A map of 16 touchpoints: 250 short texts.
#[divan::bench]
fn sixteen_cards(bencher: Bencher<'_, '_>) {
    let (texts, fonts) = (texts(250, 700), Fonts::builtin());
    bencher.bench_local(|| wrap_all(&Shaper::new(&fonts, "en", false), black_box(&texts)));
}

/// A map of 2,000 touchpoints: 12,000 short texts.
#[divan::bench]
fn two_thousand_touchpoints(bencher: Bencher<'_, '_>) {
    let (texts, fonts) = (texts(12_000, 4_000), Fonts::builtin());
    bencher.bench_local(|| wrap_all(&Shaper::new(&fonts, "en", false), black_box(&texts)));
}

/// Every word new, accents in each text.
#[divan::bench]
fn no_word_twice(bencher: Bencher<'_, '_>) {
    let fonts = Fonts::builtin();
    let texts: Vec<String> = texts(250, 1 << 40)
        .into_iter()
        .map(|text| text + " déjà")
        .collect();
    bencher.bench_local(|| wrap_all(&Shaper::new(&fonts, "fr", false), black_box(&texts)));
}

/// One face cut down to the characters of English text.
#[divan::bench]
fn subset(bencher: Bencher<'_, '_>) {
    let fonts = Fonts::builtin();
    let chars: Vec<char> = (' '..='~').chain("äéèöü–—“”…€→".chars()).collect();
    bencher.bench_local(|| fonts.subset(FaceId(0), &[], black_box(&chars)));
}
