//! A poster on several sheets: laid back together they are the poster, and the cuts run past text where they can.

mod folder;
#[path = "tiles/maps.rs"]
mod maps;
#[path = "tiles/pixels.rs"]
mod pixels;

use jmap::geom::{MILLIMETRE, Point, Rect, Size, point};
use jmap::layout::Paper;
use jmap::scene::{Group, Node, Role, Scene, TextLine, placed, verify};
use jmap::sheets::{MOST, Sheet, Shown, Tiling, tile};

/// The most that a key takes of the room on a sheet, in points.
const KEY: f64 = 150.0;
/// Rounding of the scene, in points.
const ROUNDING: f64 = 0.011;

fn size(width: f64, height: f64) -> Size {
    Size {
        width: width * MILLIMETRE,
        height: height * MILLIMETRE,
    }
}

fn a4() -> Tiling {
    Tiling {
        sheet: size(210.0, 297.0),
        overlap: 10.0 * MILLIMETRE,
    }
}

fn a0() -> Paper {
    Paper {
        size: size(841.0, 1189.0),
        turns: true,
        margin: 10.0 * MILLIMETRE,
        bleed: 0.0,
        read_from: 0.0,
    }
}

/// A part of a drawing without parts of its own, and the groups around it.
struct Leaf<'s> {
    node: &'s Node,
    around: Vec<&'s Group>,
}

fn leaves(nodes: &[Node]) -> Vec<Leaf<'_>> {
    fn collect<'s>(nodes: &'s [Node], around: &mut Vec<&'s Group>, leaves: &mut Vec<Leaf<'s>>) {
        for node in nodes {
            if let Node::Group(group) = node {
                around.push(group);
                collect(&group.children, around, leaves);
                around.pop();
            } else {
                leaves.push(Leaf {
                    node,
                    around: around.clone(),
                });
            }
        }
    }
    let mut found = Vec::new();
    collect(nodes, &mut Vec::new(), &mut found);
    found
}

/// What a part without its groups is and where it is; of letters, the words and their style.
fn told(node: &Node) -> String {
    match node {
        Node::Text(TextLine {
            at,
            line,
            color,
            halo,
            span,
        }) => format!(
            "{at:?} {:?} {:?} {color:?} {halo:?} {span:?}",
            line.text, line.style
        ),
        other => format!("{other:?}"),
    }
}

/// Whether a group on a sheet is one of the poster's: the same, or decoration where `may_be_mute`.
fn is_same(of_sheet: &Group, of_poster: &Group, may_be_mute: bool) -> bool {
    let to_reader = |group: &Group| {
        let Group {
            role,
            name,
            link,
            columns,
            ..
        } = group;
        format!("{role:?} {name:?} {link:?} {columns:?}")
    };
    let mute = may_be_mute && to_reader(of_sheet) == "Decoration None None None";
    (to_reader(of_sheet) == to_reader(of_poster) || mute)
        && (&of_sheet.hooks, of_sheet.span, of_sheet.clip)
            == (&of_poster.hooks, of_poster.span, of_poster.clip)
}

/// Whether a part of a sheet is a part of the poster, in the same groups. What is read of a sheet after cutting is read in
/// its groups.
fn is_part(of_sheet: &Leaf, of_poster: &Leaf, known: &str, trim: Rect) -> bool {
    let is_read = match of_poster.node {
        Node::Text(text) => text.place().overlaps(&trim),
        Node::Image(image) => image.place.overlaps(&trim),
        _ => false,
    };
    let mut groups = of_sheet.around.iter().zip(&of_poster.around);
    told(of_sheet.node) == known
        && of_sheet.around.len() == of_poster.around.len()
        && groups.all(|(of_sheet, of_poster)| is_same(of_sheet, of_poster, !is_read))
}

/// What the poster is on a sheet, moved back to where it was.
fn laid_back(sheet: &Sheet, shown: &Shown) -> (Vec<Node>, Rect) {
    let regions = sheet.scene.nodes.iter().filter_map(|node| match node {
        Node::Group(group) if group.role == Role::Region => Some(group),
        _ => None,
    });
    let regions: Vec<&Group> = regions.collect();
    let [region] = regions[..] else {
        panic!("{} regions on a sheet", regions.len())
    };
    let clip = region.clip.expect("a window");
    let back = point(-shown.by.x, -shown.by.y);
    let window = Rect::new(clip.x + back.x, clip.y + back.y, clip.width, clip.height);
    // The first part is the ground.
    (placed(&region.children[1..], 1.0, back), window)
}

fn is_near(a: Rect, b: Rect) -> bool {
    let edges = |r: Rect| [r.x, r.y, r.right(), r.bottom()];
    let pairs = edges(a).into_iter().zip(edges(b));
    pairs.into_iter().all(|(a, b)| (a - b).abs() < ROUNDING)
}

/// Whether something is to be seen within a window for sure: what is inked of it reaches in.
fn reaches(node: &Node, window: Rect) -> bool {
    let place = match node {
        Node::Text(text) => Some(text.place()),
        Node::Shape(shape) => shape.outline.extent().map(|extent| {
            let stroke = shape.stroke.as_ref().map_or(0.0, |stroke| stroke.width);
            extent.grown(stroke / 2.0)
        }),
        Node::Image(image) => Some(image.place),
        Node::Group(_) => None,
    };
    place.is_some_and(|place| place.overlaps(&window))
}

/// Sheets laid back together have every part of the poster where it was, in its groups and in its order, in every window
/// that it reaches into, and nothing else; what remains of the windows after cutting is the poster without a gap.
fn assert_together(name: &str, poster: &Scene, tiling: &Tiling) -> Vec<Shown> {
    let sheets = tile(poster, tiling).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
    let all = leaves(&poster.nodes);
    let known: Vec<String> = all.iter().map(|leaf| told(leaf.node)).collect();
    let mut pieces = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        assert_eq!(verify(&sheet.scene), Vec::<String>::new(), "{name}, {at}");
        let Some(shown) = &sheet.piece else { continue };
        let (nodes, window) = laid_back(sheet, shown);
        assert!(is_near(window, shown.window), "{name}, {at}: {window:?}");
        let back = leaves(&nodes);
        let mut back = back.iter().peekable();
        for (leaf, known) in all.iter().zip(&known) {
            let same = |part: &&Leaf| is_part(part, leaf, known, shown.trim);
            if back.next_if(same).is_none() {
                let seen = reaches(leaf.node, shown.window)
                    && leaf
                        .around
                        .iter()
                        .all(|group| group.clip.is_none_or(|clip| reaches(leaf.node, clip)));
                assert!(!seen, "{name}, sheet {}: without {known}", at + 1);
            }
        }
        let more = back.next().map(|leaf| told(leaf.node));
        assert_eq!(more, None, "{name}, sheet {}", at + 1);
        pieces.push(*shown);
    }
    assert_without_gap(name, poster, &pieces);
    pieces
}

/// What remains of the windows covers the poster, each place once.
fn assert_without_gap(name: &str, poster: &Scene, pieces: &[Shown]) {
    let page = Rect::new(0.0, 0.0, poster.size.width, poster.size.height);
    let mut covered = 0.0;
    for (at, piece) in pieces.iter().enumerate() {
        assert!(is_near(piece.trim.joined(&page), page), "{name}: {piece:?}");
        let whole = piece.window.joined(&piece.trim);
        assert!(is_near(whole, piece.window), "{name}: {piece:?}");
        for other in &pieces[at + 1..] {
            let both = piece
                .trim
                .grown(-ROUNDING)
                .overlaps(&other.trim.grown(-ROUNDING));
            assert!(!both, "{name}: {piece:?} {other:?}");
        }
        covered += piece.trim.width * piece.trim.height;
    }
    let missing = (page.width * page.height - covered).abs();
    assert!(
        missing < ROUNDING * (page.width + page.height) * pieces.len() as f64,
        "{name}: {missing}"
    );
}

#[test]
fn sheets_of_every_example_laid_back_together_are_the_poster() {
    for (name, poster) in maps::examples() {
        let pieces = assert_together(&name, &poster, &a4());
        assert!(pieces.len() > 3, "{name}: {} pieces", pieces.len());
    }
}

#[test]
fn a_map_of_300_touchpoints_on_a0_is_whole_again_from_sheets_of_a4() {
    let poster = maps::made_up(300, &a0());
    let [short, long] = [841.0, 1189.0].map(|side| side * MILLIMETRE);
    let sides = [
        poster.size.width.min(poster.size.height),
        poster.size.width.max(poster.size.height),
    ];
    assert!(
        (sides[0] - short).abs() < 0.01 && (sides[1] - long).abs() < 0.01,
        "{sides:?}"
    );
    let pieces = assert_together("300", &poster, &a4());
    assert!((20..30).contains(&pieces.len()), "{} pieces", pieces.len());
}

/// Where a cut stands, and between which places it could stand with the others as they are.
struct Cut {
    at: f64,
    range: [f64; 2],
}

/// The cuts along one axis: `ends` takes from a rectangle where it begins and ends there.
fn cuts(pieces: &[Shown], ends: fn(Rect) -> [f64; 2], room: f64) -> Vec<Cut> {
    let both = |piece: &Shown| (ends(piece.trim), ends(piece.window));
    let mut along: Vec<_> = pieces.iter().map(both).collect();
    along.sort_by(|(a, _), (b, _)| a[0].total_cmp(&b[0]));
    along.dedup_by(|(a, _), (b, _)| (a[0] - b[0]).abs() < ROUNDING);
    let mut cuts = Vec::new();
    for (at, pair) in along.windows(2).enumerate() {
        let [(before, shown_before), (after, shown_after)] = pair else {
            continue;
        };
        // The key may take some of the room at either end of the poster.
        let spare = |[start, end]: [f64; 2], at_end: bool| {
            room - (end - start) - if at_end { KEY } else { 0.0 }
        };
        let last = at + 2 == along.len();
        // No nearer to the next cut than half of a piece: thinner ones are not made.
        let half = |[start, end]: [f64; 2]| (end - start) / 2.0;
        let low = (after[0] - spare(*shown_after, last)).max(before[0] + half(*before));
        let high = (before[1] + spare(*shown_before, at == 0)).min(after[1] - half(*after));
        cuts.push(Cut {
            at: after[0],
            range: [low, high],
        });
    }
    cuts
}

/// How much text is cut at a place: how far it reaches along the cut.
fn text_cut(texts: &[(Rect, f64)], at: f64, ends: fn(Rect) -> [f64; 2], clear: f64) -> f64 {
    let cut = texts.iter().filter(|(place, _)| {
        let [start, end] = ends(*place);
        start < at + clear && at - clear < end
    });
    cut.map(|(_, breadth)| *breadth).sum()
}

#[test]
fn no_cut_runs_through_text_where_it_could_run_past() {
    let (mut free, mut all, mut tried) = (0, 0, 0);
    for (name, poster) in maps::examples() {
        let sheets = tile(&poster, &a4()).expect("sheets");
        let pieces: Vec<Shown> = sheets.iter().filter_map(|sheet| sheet.piece).collect();
        let sheet = sheets[0].scene.size;
        let texts: Vec<Rect> = leaves(&poster.nodes)
            .iter()
            .filter_map(|leaf| match leaf.node {
                Node::Text(text) => Some(text.place()),
                _ => None,
            })
            .collect();
        let across = |r: Rect| [r.x, r.right()];
        // The upper part of a line's place is there for accents.
        let down = |r: Rect| [r.y + 0.13 * r.height, r.bottom()];
        let room = |side: f64| side - 16.0 * MILLIMETRE;
        type Ends = fn(Rect) -> [f64; 2];
        type Axis = (Ends, Ends, f64, fn(Rect) -> f64);
        let axes: [Axis; 2] = [
            (across, across, room(sheet.width), |r| r.height),
            (down, |r| [r.y, r.bottom()], room(sheet.height), |r| r.width),
        ];
        for (ends, of_piece, room, breadth) in axes {
            let texts: Vec<(Rect, f64)> = texts
                .iter()
                .map(|place| (*place, breadth(*place).ceil()))
                .collect();
            for cut in cuts(&pieces, of_piece, room) {
                let here = text_cut(&texts, cut.at, ends, 0.0);
                all += 1;
                free += usize::from(here == 0.0);
                let mut other = cut.range[0];
                while other < cut.range[1] {
                    // A little more than jmap asks for, since it does not try every place.
                    let there = text_cut(&texts, other, ends, 1.0);
                    assert!(
                        here <= there,
                        "{name}: cut at {}, {here}, but {there} at {other}",
                        cut.at
                    );
                    other += 0.5;
                    tried += 1;
                }
            }
        }
    }
    println!("{free} of {all} cuts run through no text, {tried} other places");
    assert!(
        free * 2 > all && tried > 20 * all,
        "{free} of {all}, {tried}"
    );
}

#[test]
fn no_more_sheets_than_somebody_would_lay_together() {
    let (_, poster) = maps::examples().swap_remove(0);
    let larger = |times: f64| Scene {
        size: Size {
            width: poster.size.width * times,
            height: poster.size.height * times,
        },
        nodes: placed(&poster.nodes, times, Point::default()),
        ..poster.clone()
    };
    assert!(tile(&larger(2.5), &a4()).is_ok_and(|sheets| sheets.len() <= MOST));
    let refusal = tile(&larger(10.0), &a4())
        .expect_err("too many")
        .to_string();
    assert!(refusal.contains("take larger sheets"), "{refusal}");
}
