use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::crossed::{Crossed, Harm, together};
use super::cuts::Length;
use super::*;
use crate::geom::point;
use crate::scene::{Node, verify};
use crate::text::{Fonts, Style, Weight};

const INK: Color = Color::rgb(0x1C, 0x24, 0x30);

fn scene(size: Size, rtl: bool, draw: impl FnOnce(&mut Builder, &Shaper)) -> Scene {
    let fonts = Fonts::builtin();
    let mut out = Builder::new(rtl.then_some(size.width));
    draw(&mut out, &Shaper::new(&fonts, "en", rtl));
    Scene {
        size,
        on_paper: false,
        bleed: 0.0,
        lang: "en".to_owned(),
        rtl,
        title: "A map".to_owned(),
        description: "What it shows".to_owned(),
        background: Color::rgb(0xFC, 0xFB, 0xF7),
        nodes: out.finish(),
        fonts,
    }
}

fn size(width: f64, height: f64) -> Size {
    Size { width, height }
}

fn a5() -> Tiling {
    Tiling {
        sheet: size(148.0 * MILLIMETRE, 210.0 * MILLIMETRE),
        overlap: 10.0 * MILLIMETRE,
    }
}

/// Lines of words under one another in columns of a width, every so many points from a start, 4 pt between columns.
fn columns(start: f64, every: f64, page: Size, rtl: bool) -> Scene {
    scene(page, rtl, |out, shaper| {
        let style = Style {
            weight: Weight::Regular,
            size: 9.0,
            leading: 1.3,
            tracking: 0.0,
        };
        let mut x = start;
        while x + every <= page.width {
            for row in 1..(page.height / 12.0) as usize {
                let mut text = "waits".to_owned();
                while shaper.width(&format!("{text} on"), &style) < every - 4.0 {
                    text.push_str(" on");
                }
                out.text(x, row as f64 * 12.0, &shaper.line(&text, &style), INK);
            }
            x += every;
        }
    })
}

fn names(sheets: &[Sheet]) -> Vec<String> {
    let regions = sheets.iter().flat_map(|sheet| &sheet.scene.nodes);
    let names = regions.filter_map(|node| match node {
        Node::Group(group) if group.role == Role::Region => group.name.clone(),
        _ => None,
    });
    names.collect()
}

#[test]
fn sheets_are_named_by_column_and_row() {
    let named = |column, row| furniture::name([column, row]);
    let all = [
        named(0, 0),
        named(25, 2),
        named(26, 9),
        named(701, 0),
        named(702, 0),
    ];
    assert_eq!(all, ["A1", "Z3", "AA10", "ZZ1", "AAA1"]);
}

#[test]
fn sheets_stand_in_the_order_of_reading_and_share_the_overlap() {
    for rtl in [false, true] {
        let poster = columns(30.0, 60.0, size(900.0, 900.0), rtl);
        let sheets = tile(&poster, &a5()).expect("sheets");
        let expected = ["A1", "B1", "C1", "A2", "B2", "C2"];
        assert_eq!(names(&sheets), expected, "rtl {rtl}");
        let pieces: Vec<Shown> = sheets.iter().filter_map(|sheet| sheet.piece).collect();
        let [a1, b1, .., c2] = pieces[..] else {
            panic!("{pieces:?}")
        };
        let (left, right) = if rtl { (b1, a1) } else { (a1, b1) };
        let shared = left.window.right() - right.window.x;
        assert!((shared - a5().overlap).abs() < 0.02, "{shared}");
        assert!((left.trim.right() - right.trim.x).abs() < 1e-9);
        assert!((left.window.right() - left.trim.right() - shared / 2.0).abs() < 0.02);
        assert_eq!(c2.trim.bottom(), 900.0);
        assert_eq!(
            if rtl {
                a1.trim.right()
            } else {
                c2.trim.right()
            },
            900.0
        );
        for sheet in &sheets {
            assert_eq!(verify(&sheet.scene), Vec::<String>::new());
            assert!(sheet.scene.on_paper);
        }
    }
}

#[test]
fn cuts_go_through_the_gaps_that_are_within_reach() {
    for (start, every) in [(30.0, 60.0), (11.0, 67.0), (0.0, 45.0)] {
        for rtl in [false, true] {
            let poster = columns(start, every, size(1000.0, 1300.0), rtl);
            let sheets = tile(&poster, &a5()).expect("sheets");
            let places = poster.nodes.iter().filter_map(|node| match node {
                Node::Text(text) => Some(text.place()),
                _ => None,
            });
            let places: Vec<Rect> = places.collect();
            assert!(places.len() > 500);
            for trim in sheets
                .iter()
                .filter_map(|sheet| sheet.piece)
                .map(|piece| piece.trim)
            {
                let cut = places.iter().find(|place| {
                    [trim.x, trim.right()]
                        .iter()
                        .any(|x| place.x + 0.01 < *x && *x < place.right() - 0.01)
                });
                assert_eq!(cut, None, "{start} {every} {rtl}: {trim:?}");
            }
        }
    }
}

#[test]
fn one_sheet_has_no_key_and_no_neighbours() {
    let poster = columns(30.0, 60.0, size(300.0, 500.0), false);
    let sheets = tile(&poster, &a5()).expect("sheets");
    let [only] = &sheets[..] else {
        panic!("{}", sheets.len())
    };
    let piece = only.piece.expect("a piece");
    assert_eq!(
        (piece.window, piece.trim),
        (Rect::new(0.0, 0.0, 300.0, 500.0), piece.window)
    );
    let words: Vec<String> = texts(&only.scene.nodes).into_iter().rev().take(3).collect();
    assert!(!words.iter().any(|word| word.contains("mm")), "{words:?}");
    assert!(texts(&only.scene.nodes).contains(&"1/1".to_owned()));
}

fn texts(nodes: &[Node]) -> Vec<String> {
    let text = |node: &Node| match node {
        Node::Group(group) => texts(&group.children),
        Node::Text(text) => vec![text.line.text.clone()],
        _ => Vec::new(),
    };
    nodes.iter().flat_map(text).collect()
}

#[test]
fn the_key_names_all_sheets_and_measures_the_poster() {
    for (width, height, rtl, key) in [
        (900.0, 900.0, false, Key::Below),
        (900.0, 900.0, true, Key::Below),
        (600.0, 1560.0, false, Key::Beside),
        (600.0, 1560.0, true, Key::Beside),
        (660.0, 1020.0, false, Key::Apart),
        (660.0, 1020.0, true, Key::Apart),
    ] {
        let poster = columns(30.0, 60.0, size(width, height), rtl);
        let sheets = tile(&poster, &a5()).expect("sheets");
        let first = texts(&sheets[0].scene.nodes);
        for name in names(&sheets) {
            assert!(first.contains(&name), "{name} {first:?}");
        }
        let [width, height] = [width, height].map(|side: f64| (side / MILLIMETRE).round());
        assert!(
            first.contains(&format!("{width} × {height} mm")),
            "{first:?}"
        );
        assert!(
            ["50 mm", "20 mm"]
                .iter()
                .any(|ruler| first.iter().any(|text| text == ruler))
                && first.contains(&format!("1/{}", sheets.len()))
        );
        assert_eq!(verify(&sheets[0].scene), Vec::<String>::new());
        assert_eq!(
            Plan::new(&poster, &a5()).expect("a plan").key,
            key,
            "{width}"
        );
        assert_eq!(sheets[0].piece.is_none(), key == Key::Apart);
    }
}

#[test]
fn what_cannot_be_cut_is_refused_in_a_sentence() {
    let poster = scene(size(60_000.0, 9_000.0), false, |_, _| {});
    let refused = tile(&poster, &a5()).expect_err("too many").to_string();
    assert!(
        refused.contains("sheets, more than 400: take larger sheets"),
        "{refused}"
    );
    let wide = Tiling {
        overlap: 100.0 * MILLIMETRE,
        ..a5()
    };
    assert_eq!(tile(&poster, &wide).map(drop), Err(Refusal::Overlap));
    let small = Tiling {
        sheet: size(40.0, 40.0),
        overlap: 0.0,
    };
    assert_eq!(tile(&poster, &small).map(drop), Err(Refusal::Overlap));
}

#[test]
fn a_bleed_is_printed_and_cut_off() {
    let mut poster = columns(30.0, 60.0, size(900.0, 500.0), false);
    poster.bleed = 8.5;
    let sheets = tile(&poster, &a5()).expect("sheets");
    let pieces: Vec<Shown> = sheets.iter().filter_map(|sheet| sheet.piece).collect();
    let (first, last) = (pieces[0], pieces[pieces.len() - 1]);
    assert_eq!((first.window.x, first.window.y), (-8.5, -8.5));
    assert_eq!((first.trim.x, first.trim.y), (0.0, 0.0));
    assert_eq!((last.window.right(), last.window.bottom()), (908.5, 508.5));
    assert_eq!((last.trim.right(), last.trim.bottom()), (900.0, 500.0));
}

#[test]
fn a_window_keeps_groups_and_what_reaches_into_it() {
    let poster = scene(size(200.0, 100.0), false, |out, shaper| {
        let style = furniture::style(Weight::Regular, 10.0);
        let square = |x: f64| Outline::Rect(Rect::new(x, 10.0, 20.0, 20.0), 0.0);
        out.open(Role::Table).name("Map");
        out.open(Role::Row).name("Row");
        out.open(Role::Cell)
            .columns(2, 1)
            .hook(crate::scene::Hook::Stage, "one");
        out.text(10.0, 50.0, &shaper.line("here", &style), INK);
        out.close();
        out.open(Role::Cell).columns(3, 1);
        out.text(150.0, 50.0, &shaper.line("there", &style), INK);
        out.close();
        out.close();
        out.close();
        out.open(Role::Decoration)
            .clip(Rect::new(120.0, 0.0, 80.0, 100.0));
        out.shape(square(30.0), Some(Paint::Solid(INK)), None);
        out.close();
        out.shape(square(39.0), Some(Paint::Solid(INK)), None);
        out.shape(square(40.0), Some(Paint::Solid(INK)), None);
        out.shape(square(40.0), None, Some(furniture::thin(INK)));
    });
    let window = Rect::new(0.0, 0.0, 40.0, 100.0);
    let within = |trim| Within { window, trim }.all(&poster.nodes);
    let kept = within(window);
    let [Node::Group(table), Node::Shape(_), Node::Shape(stroked)] = &kept[..] else {
        panic!("{kept:#?}")
    };
    assert!(
        stroked.stroke.is_some(),
        "a stroke reaches further than its shape"
    );
    let [Node::Group(row)] = &table.children[..] else {
        panic!("{table:#?}")
    };
    let [Node::Group(cell)] = &row.children[..] else {
        panic!("{row:#?}")
    };
    assert_eq!(
        (table.role, row.role, cell.role),
        (Role::Table, Role::Row, Role::Cell)
    );
    assert_eq!(cell.hooks[0].1, "one");
    assert_eq!(texts(&kept), ["here"]);

    // Where the words are cut off they are read on another sheet.
    let kept = within(Rect::new(35.0, 0.0, 5.0, 100.0));
    let Some(Node::Group(table)) = kept.first() else {
        panic!("{kept:#?}")
    };
    assert_eq!((table.role, &table.name), (Role::Decoration, &None));
    let Some(Node::Group(row)) = table.children.first() else {
        panic!("{table:#?}")
    };
    let Some(Node::Group(cell)) = row.children.first() else {
        panic!("{row:#?}")
    };
    assert_eq!((cell.role, cell.columns), (Role::Decoration, None));
    assert_eq!(cell.hooks[0].1, "one");
    assert_eq!(texts(&kept), ["here"]);
}

/// Lengths that can be cut, into up to four pieces.
fn lengths() -> impl Strategy<Value = Length> {
    let parts = (100.0..300.0, 0.0..0.5, 0.0..0.25, 0.0..0.1, 0.2..3.8);
    parts.prop_map(
        |(room, lost, overlap, bleed, sheets): (f64, f64, f64, f64, f64)| Length {
            whole: sheets * room,
            bleed: bleed * room,
            room,
            lost: lost * room,
            overlap: overlap * room,
        },
    )
}

/// Stretches of text and of shapes on a length.
fn stretches() -> impl Strategy<Value = Vec<(f64, f64, bool)>> {
    proptest::collection::vec((0.0..900.0, 1.0..60.0, any::<bool>()), 0..40)
}

fn crossed(stretches: &[(f64, f64, bool)]) -> Crossed {
    let poster = scene(size(1000.0, 100.0), false, |out, shaper| {
        for (start, length, is_text) in stretches {
            if *is_text {
                let style = furniture::style(Weight::Regular, length / 4.0);
                out.text(*start, 50.0, &shaper.line("waits", &style), INK);
            } else {
                let place = Rect::new(*start, 10.0, *length, 20.0);
                out.shape(Outline::Rect(place, 0.0), Some(Paint::Solid(INK)), None);
            }
        }
    });
    Crossed::new(&poster.nodes, |place| {
        ([place.x, place.right()], place.height)
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        rng_seed: RngSeed::Fixed(5),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn pieces_fit_and_are_as_few_as_will_do(length in lengths(), stretches in stretches()) {
        prop_assume!(length.is_cuttable());
        let (cuts, _) = length.cuts(&crossed(&stretches));
        prop_assert_eq!(cuts.len() + 1, length.pieces());
        let mut ends = vec![-length.bleed];
        ends.extend(cuts.iter().flat_map(|cut| [cut + length.overlap / 2.0, cut - length.overlap / 2.0]));
        ends.push(length.whole + length.bleed);
        for (at, piece) in ends.chunks(2).enumerate() {
            let room = if at == 0 { length.room - length.lost } else { length.room };
            prop_assert!(piece[1] - piece[0] <= room + 0.05, "{at}: {piece:?} in {room}");
            prop_assert!(piece[1] > piece[0], "{piece:?}");
        }
        let fewer = cuts.len() as f64;
        let reach = fewer * length.room - (fewer - 1.0) * length.overlap - length.lost;
        prop_assert!(fewer == 0.0 || reach < length.whole + 2.0 * length.bleed, "{fewer} would do");
    }

    #[test]
    fn no_other_cuts_do_less_harm(length in lengths(), stretches in stretches()) {
        prop_assume!(length.is_cuttable() && (2..4).contains(&length.pieces()));
        let crossed = crossed(&stretches);
        let (cuts, harm) = length.cuts(&crossed);
        let pieces = length.pieces();
        let even = |at: usize| length.whole * at as f64 / pieces as f64;
        // The room that a piece takes, for the first, those between, and the last.
        let most = length.room - length.overlap;
        let first = length.room - length.lost - length.bleed - length.overlap / 2.0;
        let last = length.room - length.bleed - length.overlap / 2.0;
        let every = 3.0;
        let steps = (length.whole / every) as usize;
        let places = (1..steps).map(|step| step as f64 * every);
        // Less may be left of a piece than half of an even one, but jmap does not cut so.
        let least = (length.whole / (2 * pieces) as f64).min(first) + 0.01;
        let ok = |piece: f64, most: f64| (least..=most).contains(&piece);
        for a in places.clone().filter(|a| ok(*a, first)) {
            let one: Harm = crossed.harm(a, even(1));
            if pieces == 2 {
                prop_assert!(!ok(length.whole - a, last) || harm[0] <= one[0], "{cuts:?}, {a}");
                continue;
            }
            for b in places.clone().filter(|b| ok(b - a, most) && ok(length.whole - b, last)) {
                let two = together(one, crossed.harm(b, even(2)));
                prop_assert!(harm[0] <= two[0], "{cuts:?} {harm:?}, {a} {b} {two:?}");
            }
        }
    }
}

#[test]
fn a_piece_is_where_the_sheet_says() {
    let poster = columns(30.0, 60.0, size(900.0, 900.0), true);
    for sheet in tile(&poster, &a5()).expect("sheets") {
        let Some(piece) = sheet.piece else { continue };
        let place = Rect {
            x: piece.window.x + piece.by.x,
            y: piece.window.y + piece.by.y,
            ..piece.window
        };
        let clip = sheet.scene.nodes.iter().find_map(|node| match node {
            Node::Group(group) => group.clip,
            _ => None,
        });
        let clip = clip.expect("a window");
        let corner = point(clip.x - place.x, clip.y - place.y);
        assert!(
            corner.x.abs() < 0.011 && corner.y.abs() < 0.011,
            "{clip:?} {place:?}"
        );
        let page = Rect::new(0.0, 0.0, sheet.scene.size.width, sheet.scene.size.height);
        assert_eq!(page.grown(-BORDER + 0.02).common(&clip), Some(clip));
    }
}
