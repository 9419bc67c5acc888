//! Text and its outlines.

use std::sync::Arc;

use roxmltree::Document;

use super::{INK, PAPER, find, line, scene, svg, system};
use crate::emit::TextMode;
use crate::text::{FaceId, Fonts, Weight};

#[test]
fn text_is_text_in_the_width_it_was_laid_out_in() {
    let words = line("Calls & waits", Weight::SemiBold);
    let drawn = scene(|b| b.text_with_halo(10.0, 20.0, &words, INK, (PAPER, 2.0)));
    let text = svg(&drawn, TextMode::Embed);
    let document = Document::parse(&text).expect("XML");
    let element = find(&document, "text")[0];
    assert_eq!(element.text(), Some("Calls & waits"));
    assert_eq!(
        (element.attribute("x"), element.attribute("y")),
        (Some("10"), Some("20"))
    );
    assert_eq!(element.attribute("font-weight"), Some("600"));
    assert_eq!(element.attribute("paint-order"), Some("stroke"));
    let length: f64 = element
        .attribute("textLength")
        .expect("a width")
        .parse()
        .expect("a number");
    assert!((length - words.width).abs() <= 0.005);
    let style = find(&document, "style")[0].text().expect("rules");
    assert_eq!(
        style
            .matches("@font-face{font-family:'Inter';font-weight:600;src:url(data:font/ttf;base64,")
            .count(),
        1
    );
    assert_eq!(
        style.matches("@font-face").count(),
        1,
        "only the faces in use travel"
    );

    let plain = svg(&drawn, TextMode::System);
    assert!(!plain.contains("textLength") && !plain.contains("@font-face"));
}

#[test]
fn marks_that_step_back_have_no_width() {
    let mut marks = (*line("a\u{301}", Weight::Regular)).clone();
    for width in [-0.72, 0.0] {
        for run in &mut marks.runs {
            run.width = width;
        }
        let drawn = scene(|b| b.text(10.0, 20.0, &Arc::new(marks.clone()), INK));
        assert!(!svg(&drawn, TextMode::Embed).contains("textLength"));
    }
}

#[test]
fn spaces_that_a_viewer_would_collapse_are_kept() {
    let mut wide = (*line("a - b", Weight::Regular)).clone();
    wide.text = "a   b".to_owned();
    let text = system(|b| {
        b.text(10.0, 20.0, &Arc::new(wide), INK);
        b.text(10.0, 40.0, &line("a b", Weight::Regular), INK);
    });
    assert_eq!(text.matches("xml:space=\"preserve\"").count(), 1);
}

#[test]
fn every_run_stands_at_its_own_edge_and_keeps_its_signs_on_their_side() {
    let text = "\u{627}\u{628}! abc (\u{627})";
    let mixed = line(text, Weight::Regular);
    assert!(mixed.runs.len() > 2 && mixed.runs.iter().any(|run| run.rtl));
    let drawn = scene(|b| b.text(30.0, 20.0, &mixed, INK));
    let written = svg(&drawn, TextMode::Embed);
    let document = Document::parse(&written).expect("XML");
    let spans = find(&document, "tspan");
    let content: String = spans.iter().filter_map(|span| span.text()).collect();
    assert_eq!(content.replace('\u{200F}', ""), text, "logical order");
    for (span, run) in spans.iter().zip(&mixed.runs) {
        let x: f64 = span
            .attribute("x")
            .expect("an edge")
            .parse()
            .expect("a number");
        assert!((x - 30.0 - run.x).abs() < 0.0051);
        assert!(
            !(run.rtl && span.attribute("textLength").is_some()),
            "a cursive script is not stretched"
        );
        let ends = span
            .text()
            .map(|words| (words.chars().next(), words.chars().next_back()));
        let directed = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() || c == '\u{200F}');
        assert!(
            !run.rtl || ends.is_some_and(|(first, last)| directed(first) && directed(last)),
            "{ends:?}"
        );
    }
}

#[test]
fn outlines_keep_the_words_as_their_name() {
    let drawn = scene(|b| b.text(10.0, 20.0, &line("Calls", Weight::Bold), INK));
    let text = svg(&drawn, TextMode::Outlines);
    let document = Document::parse(&text).expect("XML");
    assert!(find(&document, "text").is_empty() && find(&document, "style").is_empty());
    let group = find(&document, "g")[0];
    assert_eq!(
        (group.attribute("role"), group.attribute("aria-label")),
        (Some("img"), Some("Calls"))
    );
    let uses = find(&document, "use");
    let targets: Vec<_> = uses
        .iter()
        .filter_map(|node| node.attribute(("http://www.w3.org/1999/xlink", "href")))
        .collect();
    assert_eq!(targets.len(), 5);
    assert_eq!(targets[2], targets[3], "the two l are one outline");
    assert_eq!(find(&document, "path").len(), 4);
    assert!(find(&document, "path").iter().all(|path| {
        targets.contains(&format!("#{}", path.attribute("id").unwrap_or_default()).as_str())
    }));
}

/// What resvg paints, with the built-in fonts only: the columns of the picture (in quarters of a point) that have ink.
fn inked(svg: &str, fonts: &Fonts) -> (usize, usize) {
    use resvg::tiny_skia as skia;
    use resvg::usvg;
    let mut options = usvg::Options::default();
    for face in 0..4 {
        options
            .fontdb_mut()
            .load_font_data(fonts.bytes(FaceId(face)).to_vec());
    }
    let tree = usvg::Tree::from_str(svg, &options).expect("an SVG");
    let mut picture = skia::Pixmap::new(1200, 802).expect("a picture");
    // The page is in points, and resvg counts 96 pixels to 72 points.
    resvg::render(
        &tree,
        skia::Transform::from_scale(3.0, 3.0),
        &mut picture.as_mut(),
    );
    let dark = |x: &usize| {
        (0..802).any(|y| {
            picture
                .pixel(*x as u32, y)
                .is_some_and(|pixel| pixel.red() < 128)
        })
    };
    let columns: Vec<usize> = (0..1200).filter(dark).collect();
    (
        *columns.first().expect("ink"),
        *columns.last().expect("ink"),
    )
}

#[test]
fn text_and_outlines_cover_the_same_place() {
    let words = line("Hears about it", Weight::SemiBold);
    let drawn = scene(|b| b.text(50.0, 100.0, &words, INK));
    let text = inked(&svg(&drawn, TextMode::System), &drawn.fonts);
    let outlines = inked(&svg(&drawn, TextMode::Outlines), &drawn.fonts);
    let halo = scene(|b| b.text_with_halo(50.0, 100.0, &words, INK, (PAPER, 2.0)));
    assert_eq!(
        outlines,
        inked(&svg(&halo, TextMode::Outlines), &drawn.fonts),
        "drawn as one shape"
    );
    assert!(
        text.0.abs_diff(outlines.0) <= 1 && text.1.abs_diff(outlines.1) <= 1,
        "{text:?} {outlines:?}"
    );
    let (left, right) = (50.0 * 4.0, (50.0 + words.width) * 4.0);
    assert!(
        (text.0 as f64 - left).abs() < 8.0 && (text.1 as f64 - right).abs() < 8.0,
        "{text:?} {left} {right}"
    );
}
