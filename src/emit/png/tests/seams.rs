//! Whether it can be seen how the page is cut for painting.

use super::*;

#[test]
fn strips_of_any_height_give_the_same_pixels() {
    let scene = scene(200.0, 400.0, one_of_each);
    for scale in [1.0, 2.37] {
        let whole = Painted::new(&scene, scale, 16 * cut::ROWS);
        for rows in [1, 2, 3, 5] {
            let strips = Painted::new(&scene, scale, rows * cut::ROWS);
            let differ = whole.rgb.iter().zip(&strips.rgb).filter(|(a, b)| a != b);
            assert_eq!(differ.count(), 0, "{rows} times {} rows", cut::ROWS);
        }
    }
}

#[test]
fn strips_are_whole_rows_of_cuts_and_bounded() {
    for width in [1, 100, 9933, 65_535] {
        let frame = Frame {
            width,
            height: 14_043,
            scale: 1.0,
            corner: point(0.0, 0.0),
        };
        let rows = page::rows_at_once(&frame);
        assert!(
            rows > 0 && rows.is_multiple_of(cut::ROWS),
            "{width}: {rows}"
        );
        assert!(rows * width * 3 <= 16 << 20, "{width}: {rows}");
    }
}

/// The same shapes twice, once in the middle of a tile and once where two tiles meet.
#[test]
fn what_lies_on_two_columns_of_tiles_is_whole() {
    let across = f64::from(cut::ACROSS);
    let scene = scene(across + 200.0, 70.0, |b| {
        for middle in [across - 1000.0, across] {
            b.text(middle - 60.0, 30.0, &line("Übergabe und Waage", 14.0), INK);
            b.shape(
                Outline::Line(point(middle - 90.0, 68.0), point(middle + 80.0, 33.0)),
                None,
                stroke(RED, 3.0, &[], false),
            );
            b.shape(
                Outline::Rect(Rect::new(middle - 50.0, 50.0, 100.0, 18.0), 6.0),
                fill(INK.alpha(0.3)),
                stroke(INK, 0.5, &[3.0, 2.0], false),
            );
        }
    });
    let painted = Painted::new(&scene, 1.0, cut::ROWS);
    let (mut inked, mut most) = (0, 0);
    for y in 0..70 {
        for x in 0..200 {
            let there = cut::ACROSS as usize - 100 + x;
            let (here, there) = (painted.at(there - 1000, y), painted.at(there, y));
            inked += usize::from(here != [255; 3]);
            let parts = here.iter().zip(there);
            most = parts.fold(most, |most, (a, b)| most.max(a.abs_diff(b)));
        }
    }
    // A cut is rounded to 1/256 pixel, which may turn a sixteenth of an edge's pixel.
    assert!(inked > 2000 && most <= 16, "{inked} {most}");
}

#[test]
fn cuts_lie_on_their_lines_whichever_way_they_run() {
    let rows = cut::ROWS as f32;
    let corners = |ring: Vec<[i32; 2]>| -> Vec<(f32, f32)> {
        let path = cut::path(&[ring], [0, 0], [100, 4 * cut::ROWS]).expect("a path");
        let points = path.points().iter();
        points.map(|p| (p.x, p.y / rows)).collect()
    };
    let (low, high, right) = ([1, 1], [2561, 256 * 64 * 3], [9000, 1]);
    let down = corners(vec![low, high, right]);
    let up = corners(vec![right, high, low]);
    for row in [1.0, 2.0] {
        let at = |path: &[(f32, f32)]| -> Vec<i32> {
            let met = path.iter().filter(|(_, y)| *y == row);
            let mut met: Vec<i32> = met.map(|(x, _)| (x * 256.0) as i32).collect();
            met.sort_unstable();
            met
        };
        assert_eq!(at(&down).len(), 2, "{down:?}");
        assert_eq!(at(&down), at(&up));
    }
}
