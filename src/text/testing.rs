//! Laws of setting text, over generated texts in mixed scripts; and what the tests of this folder share.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::words::{Setting, Words};
use super::{Fonts, Line, Shaper, Style, Weight, policy};
use crate::geom::{Step, point};

/// The built-in family and the fonts of two example maps.
pub(super) fn fonts() -> Fonts {
    let mut fonts = Fonts::builtin();
    for bytes in [
        include_bytes!("../../maps/fonts/NotoSansArabic-Regular.ttf").as_slice(),
        include_bytes!("../../maps/fonts/NotoSansJP-Regular.ttf"),
        include_bytes!("../../maps/fonts/NotoSansJP-Bold.ttf"),
    ] {
        fonts.add(bytes.into()).unwrap();
    }
    fonts
}

/// How far the letters of a line reach above the baseline and below it, in points.
fn ink(fonts: &Fonts, line: &Line) -> (f64, f64) {
    let glyphs = line
        .runs
        .iter()
        .flat_map(|run| run.glyphs.iter().map(|glyph| (run.face, glyph)));
    let steps = glyphs.flat_map(|(face, glyph)| {
        fonts.outline(face, glyph.id, line.style.size, point(glyph.x, glyph.y))
    });
    let heights = steps.flat_map(|step| match step {
        Step::Move(p) | Step::Line(p) => vec![p.y],
        Step::Curve(a, b, p) => vec![a.y, b.y, p.y],
        Step::Close => Vec::new(),
    });
    heights.fold((0.0, 0.0), |(up, down): (f64, f64), y| {
        (up.max(-y), down.max(y))
    })
}

#[test]
fn lines_of_tall_scripts_do_not_touch_and_are_equally_far_apart() {
    let mut fonts = fonts();
    for bytes in [
        include_bytes!("../../tests/cases/scripts/fonts/NotoSansThai-Regular.ttf").as_slice(),
        include_bytes!("../../tests/cases/scripts/fonts/NotoSansDevanagari-Regular.ttf"),
    ] {
        fonts.add(bytes.into()).unwrap();
    }
    let shaper = Shaper::new(&fonts, "en", false);
    for text in [
        "ปู่ญู่ ที่ซื้อตั๋วป้าปุ่น ฤๅษี กุฎี",
        "किस्तूँ भुगतान र्कीं कुछ किसी में तू",
        "Ễ Ặ Ỗ gyậpợ Ẫ Ấ Ộ Ặ Ừ Å Ǻ gjpqyự",
        "لٍّ إٍّ ئٍ جٍّ أُّ چٍ لا إلى يٍ",
        "SMS के Ặ โป้ปู ลื้อ لٍّ 保育園 gjpq",
    ] {
        for leading in [1.16, 1.3] {
            let style = Style {
                leading,
                ..style(Weight::Bold)
            };
            let set = shaper.paragraph(text, &style, 18.0);
            assert!(set.lines.len() > 3, "{text}");
            let gaps: Vec<f64> = set
                .baselines
                .windows(2)
                .map(|pair| pair[1] - pair[0])
                .collect();
            assert!(
                gaps.iter().all(|gap| (gap - gaps[0]).abs() < 1e-9),
                "{gaps:?}"
            );
            for pair in set.lines.windows(2) {
                let (lower, upper) = (ink(&fonts, &pair[0]).1, ink(&fonts, &pair[1]).0);
                assert!(
                    lower + upper < gaps[0],
                    "{:?} {:?}: {lower} {upper}",
                    pair[0].text,
                    pair[1].text
                );
            }
        }
    }
}

/// Ten points.
pub(super) fn style(weight: Weight) -> Style {
    Style {
        weight,
        size: 10.0,
        leading: 1.4,
        tracking: 0.0,
    }
}

/// Words, signs, breaks and troublesome characters.
fn mixed() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "wait",
        "AV",
        "To",
        "(COVID-19)",
        "12:30",
        "->",
        "x",
        "“quoted”",
        "naïve",
        "e\u{301}",
        "ệ",
        "Ünïcödé",
        "привет",
        "καλημέρα",
        "سعر",
        "السلام",
        "٣٤",
        "5.5%",
        "עברית",
        "保育園",
        "「申し込み」",
        "です。",
        "ไทย",
        "한국어",
        "👩\u{200d}👩\u{200d}👧",
        "🇯🇵",
        "\u{200b}",
        "\u{ad}",
        "\u{202e}",
        "\u{2067}",
        "\u{200f}",
        "\u{7}",
        "\u{fffe}",
        "\n",
        " ",
        "  ",
        "\t",
        "\u{a0}",
        "\u{3000}",
        "https://example.org/a/b?c=d&e=f_g",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "/",
        "-",
        ")",
        "\u{301}",
    ]);
    prop::collection::vec(prop_oneof![6 => known.prop_map(str::to_owned), 4 => Just(" ".to_owned()), 1 => any::<char>().prop_map(String::from)], 0..24)
        .prop_map(|parts| parts.concat())
}

fn weights() -> impl Strategy<Value = Weight> {
    prop::sample::select(vec![
        Weight::Regular,
        Weight::Italic,
        Weight::SemiBold,
        Weight::Bold,
    ])
}

/// What is wrong with a line: glyphs outside their run, runs that leave gaps in the text or on the page.
fn fault(line: &Line) -> Option<String> {
    let mut at = 0;
    for run in &line.runs {
        if run.range.start != at || line.text.get(run.range.clone()).is_none() {
            return Some(format!("runs do not cover the text at {at}"));
        }
        at = run.range.end;
        if run
            .glyphs
            .iter()
            .any(|glyph| !run.range.contains(&(glyph.cluster as usize)))
        {
            return Some(format!("a glyph outside its run {:?}", run.range));
        }
        let advances: f64 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
        if (advances - run.width).abs() > 1e-6 {
            return Some(format!("a run of {} that is {advances} wide", run.width));
        }
    }
    let mut placed: Vec<(f64, f64)> = line.runs.iter().map(|run| (run.x, run.width)).collect();
    placed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let end = placed.iter().fold(0.0, |x, run| {
        if (run.0 - x).abs() < 1e-6 {
            x + run.1
        } else {
            f64::NAN
        }
    });
    let whole = at == line.text.len() && (end - line.width).abs() < 1e-6;
    (!whole).then(|| format!("runs that end at byte {at}, {end} pt of {}", line.width))
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(2), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_side_by_side_are_the_whole_line(text in mixed(), weight in weights()) {
        let fonts = fonts();
        let shaper = Shaper::new(&fonts, "en", false);
        let line = shaper.line(&text, &style(weight));
        prop_assert_eq!(fault(&line), None);
        let words = Words::new(&fonts, "en");
        let items = shaper.with(&line.text, &line.style, |wrap| wrap.text.items.clone());
        let glyphs: Vec<_> = line.runs.iter().flat_map(|run| &run.glyphs).collect();
        for item in items {
            let part = &line.text[item.range.clone()];
            let setting = Setting { face: item.face, script: item.script, rtl: item.level % 2 == 1, tracked: false };
            let whole = words.whole(setting, part).glyphs;
            let unit = 10.0 / fonts.metrics(item.face).units_per_em;
            let own: Vec<_> = glyphs.iter().filter(|glyph| item.range.contains(&(glyph.cluster as usize))).collect();
            prop_assert_eq!(whole.len(), own.len(), "{:?}", part);
            let mut x = own.first().map_or(0.0, |glyph| glyph.x - f64::from(whole[0].x) * unit);
            for (unscaled, glyph) in whole.iter().zip(own) {
                prop_assert_eq!(unscaled.id, glyph.id, "{:?}", part);
                prop_assert_eq!(unscaled.cluster as usize + item.range.start, glyph.cluster as usize);
                prop_assert!((x + f64::from(unscaled.x) * unit - glyph.x).abs() < 0.02, "{:?}", part);
                x += f64::from(unscaled.advance) * unit;
            }
        }
    }

    #[test]
    fn lines_fit_and_lose_nothing(text in mixed(), weight in weights(), width in 0.0..200.0f64, rtl: bool, tracking in 0.0..1.0f64) {
        let fonts = fonts();
        let shaper = Shaper::new(&fonts, "en", rtl);
        let style = Style { tracking, ..style(weight) };
        let set = shaper.paragraph(&text, &style, width);
        for line in &set.lines {
            prop_assert_eq!(fault(line), None);
            let graphemes = unicode_segmentation::UnicodeSegmentation::graphemes(line.text.as_str(), true).count();
            prop_assert!(line.width <= width + 1e-5 || graphemes == 1 || line.text.ends_with("\u{ad}") && graphemes == 2, "{:?} is {} wide", line.text, line.width);
        }
        let marks = |c: &char| matches!(c, '\u{ad}' | '\u{2066}'..='\u{2069}');
        let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !marks(c)).collect::<String>();
        let joined: String = set.lines.iter().map(|line| visible(&line.text)).collect();
        prop_assert_eq!(joined, visible(&policy::clean(&text)));
        let longest = shaper.longest_word(&text, &style);
        let unbroken = shaper.paragraph(&text, &style, longest);
        for line in &unbroken.lines {
            prop_assert!(line.width <= longest + 1e-5, "{:?}", line.text);
        }
    }

    #[test]
    fn cleaning_twice_is_cleaning_once(text in mixed()) {
        let once = policy::clean(&text).into_owned();
        prop_assert_eq!(policy::clean(&once), once.as_str());
    }
}
