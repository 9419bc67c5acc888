//! What is seen: each kind of thing, by the colour of some pixels.

use super::*;

/// Whether a colour lies between two others, but for rounding.
fn mix(color: [u8; 3], share: f64, above: Color, below: Color) -> bool {
    let parts = [(above.r, below.r), (above.g, below.g), (above.b, below.b)];
    parts.iter().zip(color).all(|((above, below), found)| {
        let expected = f64::from(*above) * share + f64::from(*below) * (1.0 - share);
        (expected - f64::from(found)).abs() <= 3.0
    })
}

const RED_PIXEL: [u8; 3] = [200, 0, 0];
const WHITE: [u8; 3] = [255; 3];

#[test]
fn rectangles_end_where_they_say() {
    let painted = painted(|b| {
        b.shape(
            Outline::Rect(Rect::new(10.0, 20.0, 30.0, 10.0), 0.0),
            fill(RED),
            None,
        );
        b.shape(
            Outline::Rect(Rect::new(50.5, 20.25, 30.0, 10.0), 0.0),
            fill(RED.alpha(0.5)),
            None,
        );
    });
    for (x, y) in [(10, 20), (39, 29)] {
        assert_eq!(painted.at(x, y), RED_PIXEL);
    }
    for (x, y) in [(9, 20), (40, 29), (10, 19), (39, 30)] {
        assert_eq!(painted.at(x, y), WHITE);
    }
    assert!(mix(painted.at(60, 25), 0.5, RED, PAPER));
    assert!(mix(painted.at(50, 25), 0.25, RED, PAPER));
    assert!(mix(painted.at(60, 20), 0.375, RED, PAPER));
}

#[test]
fn corners_and_circles_are_round() {
    let painted = painted(|b| {
        b.shape(
            Outline::Rect(Rect::new(10.0, 10.0, 20.0, 20.0), 50.0),
            fill(RED),
            None,
        );
        b.shape(Outline::Circle(point(60.0, 20.0), 10.0), fill(RED), None);
        b.shape(
            Outline::Circle(point(60.0, 60.0), 0.0),
            fill(RED),
            stroke(RED, 5.0, &[], true),
        );
    });
    for y in 0..80 {
        for x in 10..30 {
            let (one, other) = (painted.at(x, y), painted.at(x + 40, y));
            assert!(
                one.iter().zip(other).all(|(a, b)| a.abs_diff(b) <= 20),
                "{x} {y}"
            );
        }
    }
    assert_eq!(painted.at(12, 12), WHITE);
    assert_eq!(painted.at(13, 14), RED_PIXEL);
    assert_eq!(
        painted.at(60, 60),
        WHITE,
        "what has no extent is not stroked"
    );
}

#[test]
fn strokes_lie_on_both_sides_of_their_line() {
    let painted = painted(|b| {
        let across = |y: f64| Outline::Line(point(10.0, y), point(90.0, y));
        b.shape(across(10.0), None, stroke(RED, 4.0, &[], false));
        b.shape(across(30.0), None, stroke(RED, 4.0, &[10.0], false));
        b.shape(across(50.5), None, stroke(RED, 0.25, &[], false));
        b.shape(across(70.0), None, stroke(RED, 8.0, &[], true));
    });
    assert_eq!([painted.at(50, 8), painted.at(50, 11)], [RED_PIXEL; 2]);
    assert_eq!([painted.at(50, 7), painted.at(9, 9)], [WHITE; 2]);
    assert_eq!([painted.at(15, 30), painted.at(35, 30)], [RED_PIXEL; 2]);
    assert_eq!([painted.at(25, 30), painted.at(45, 30)], [WHITE; 2]);
    assert!(mix(painted.at(50, 50), 0.25, RED, PAPER), "thin and faint");
    assert_eq!([painted.at(7, 70), painted.at(7, 67)], [RED_PIXEL, WHITE]);
}

#[test]
fn gradients_run_from_top_to_bottom() {
    let painted = painted(|b| {
        let stops = vec![(0.0, RED), (0.5, PAPER), (1.0, INK.alpha(0.5))];
        b.shape(
            Outline::Rect(Rect::new(10.0, 10.0, 20.0, 60.0), 0.0),
            Some(Paint::Vertical(stops)),
            None,
        );
    });
    assert!(mix(painted.at(15, 10), 1.0 - 0.5 / 30.0, RED, PAPER));
    assert!(mix(painted.at(15, 25), 1.0 - 15.5 / 30.0, RED, PAPER));
    assert!(mix(painted.at(15, 39), 1.0, PAPER, PAPER));
    assert!(mix(painted.at(15, 69), 0.5, INK, PAPER));
    assert_eq!(painted.at(15, 9), WHITE);
}

#[test]
fn groups_show_what_is_within_all_their_windows() {
    let painted = painted(|b| {
        b.open(Role::Decoration)
            .clip(Rect::new(10.0, 10.0, 40.0, 40.0));
        b.open(Role::Decoration)
            .clip(Rect::new(30.0, 0.0, 90.0, 30.5));
        let all = Outline::Rect(Rect::new(0.0, 0.0, 100.0, 80.0), 0.0);
        b.shape(all, fill(RED), None);
    });
    assert_eq!([painted.at(30, 10), painted.at(49, 29)], [RED_PIXEL; 2]);
    for (x, y) in [(29, 20), (50, 20), (40, 9), (40, 31)] {
        assert_eq!(painted.at(x, y), WHITE);
    }
    assert!(mix(painted.at(40, 30), 0.5, RED, PAPER));
}

#[test]
fn letters_stand_on_their_baseline_and_halos_around_them() {
    let plain = painted(|b| b.text(10.0, 40.0, &line("HH", 20.0), INK));
    let haloed = painted(|b| b.text_with_halo(10.0, 40.0, &line("HH", 20.0), INK, (RED, 4.0)));
    let has = |painted: &Painted, color: Color, y: usize| {
        (0..100).any(|x| painted.at(x, y) == [color.r, color.g, color.b])
    };
    assert!(has(&plain, INK, 39) && has(&plain, INK, 27));
    assert!(!has(&plain, INK, 40) && !has(&plain, INK, 24));
    assert!(has(&haloed, INK, 39), "the letters lie on their halos");
    assert!(has(&haloed, RED, 41) && !has(&haloed, RED, 42) && has(&haloed, RED, 24));
    // A letter's halo does not cover the letter before.
    let inked = |painted: &Painted| {
        painted
            .rgb
            .chunks(3)
            .filter(|rgb| rgb == &[INK.r, INK.g, INK.b])
            .count()
    };
    assert_eq!(inked(&plain), inked(&haloed));
}

#[test]
fn pictures_cover_their_place_and_are_cropped_to_it() {
    let colors = [[200, 0, 0], [0, 200, 0], [0, 200, 0], [0, 0, 200]];
    let image = |place, radius| Image {
        place,
        radius,
        bytes: picture(4, &colors),
        media_type: "image/png",
        name: String::new(),
    };
    let painted = painted(|b| {
        b.image(image(Rect::new(10.0, 10.0, 40.0, 10.0), 0.0));
        // As high as it is wide: the middle of the picture is seen.
        b.image(image(Rect::new(60.0, 10.0, 20.0, 20.0), 10.0));
        // Smaller than its pixels.
        b.image(image(Rect::new(10.0, 60.0, 2.0, 0.5), 0.0));
    });
    assert_eq!(painted.at(10, 10), [200, 0, 0]);
    assert_eq!(painted.at(30, 15), [0, 200, 0]);
    assert_eq!(painted.at(49, 19), [0, 0, 200]);
    assert_eq!(
        [painted.at(9, 10), painted.at(50, 10), painted.at(10, 20)],
        [WHITE; 3]
    );
    assert_eq!(painted.at(70, 20), [0, 200, 0]);
    assert_eq!([painted.at(60, 10), painted.at(79, 29)], [WHITE; 2]);
    assert!(mix(painted.at(10, 60), 0.5, Color::rgb(100, 100, 0), PAPER));
}

#[test]
fn pictures_that_are_none_are_left_out() {
    let painted = painted(|b| {
        b.image(Image {
            place: Rect::new(10.0, 10.0, 40.0, 10.0),
            radius: 0.0,
            bytes: b"GIF89a".as_slice().into(),
            media_type: "image/png",
            name: String::new(),
        });
    });
    assert!(painted.rgb.iter().all(|part| *part == 255));
}

#[test]
fn the_ground_reaches_into_the_bleed() {
    let mut scene = scene(100.0, 80.0, |b| {
        b.shape(
            Outline::Rect(Rect::new(0.0, 0.0, 10.0, 10.0), 0.0),
            fill(RED),
            None,
        );
    });
    scene.bleed = 5.0;
    let painted = Painted::new(&scene, 1.0, cut::ROWS);
    assert_eq!((painted.width, painted.rgb.len()), (110, 3 * 110 * 90));
    assert_eq!([painted.at(4, 4), painted.at(5, 5)], [WHITE, RED_PIXEL]);
}
