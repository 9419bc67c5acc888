//! Parts that are moved, scaled, measured and seen through windows.

use super::*;

fn stroke(width: f64) -> Option<Stroke> {
    Some(Stroke {
        color: INK,
        width,
        dash: vec![2.0, 1.0],
        round: false,
    })
}

fn image(place: Rect) -> Image {
    Image {
        place,
        radius: 10.0,
        bytes: Arc::from([1u8].as_slice()),
        media_type: "image/png",
        name: "A face".to_owned(),
    }
}

/// One part of each kind.
fn parts(b: &mut Builder) {
    b.open(Role::Region)
        .name("Part")
        .hook(Hook::Stage, "one")
        .span(Span::new(3, 9))
        .clip(Rect::new(5.0, 5.0, 50.0, 40.0));
    b.shape(square(10.0, 5.0), ink(), None);
    b.shape(Outline::Circle(point(40.0, 15.0), 3.0), None, stroke(1.5));
    b.shape(
        Outline::Line(point(0.0, 1.0), point(10.0, 2.0)),
        None,
        stroke(0.5),
    );
    b.shape(
        Outline::Path(vec![
            Step::Move(point(1.0, 1.0)),
            Step::Curve(point(2.0, 1.0), point(3.0, 9.0), point(4.0, 2.0)),
            Step::Line(point(5.0, 2.0)),
            Step::Close,
        ]),
        ink(),
        None,
    );
    b.text_with_halo(20.0, 30.0, &line("Calls"), INK, (INK, 2.0));
    b.image(image(Rect::new(60.0, 10.0, 20.0, 20.0)));
    b.close();
}

#[test]
fn parts_are_scaled_and_then_moved() {
    let scene = draw(None, parts);
    let larger = placed(&scene.nodes, 2.0, point(100.0, 10.0));
    let [Node::Group(group)] = &larger[..] else {
        panic!("{larger:?}")
    };
    assert_eq!(group.clip, Some(Rect::new(110.0, 20.0, 100.0, 80.0)));
    assert_eq!(
        (group.name.as_deref(), group.span),
        (Some("Part"), Some(Span::new(3, 9)))
    );
    assert_eq!(group.hooks, [(Hook::Stage, "one".to_owned())]);
    let [
        Node::Shape(rect),
        Node::Shape(circle),
        Node::Shape(straight),
        Node::Shape(path),
        Node::Text(text),
        Node::Image(image),
    ] = &group.children[..]
    else {
        panic!("{group:?}")
    };
    assert_eq!(
        rect.outline,
        Outline::Rect(Rect::new(120.0, 20.0, 40.0, 40.0), 4.0)
    );
    assert_eq!(circle.outline, Outline::Circle(point(180.0, 40.0), 6.0));
    let stroked = circle.stroke.as_ref().expect("a stroke");
    assert_eq!((stroked.width, &stroked.dash[..]), (3.0, &[4.0, 2.0][..]));
    assert_eq!(
        straight.outline,
        Outline::Line(point(100.0, 12.0), point(120.0, 14.0))
    );
    let steps = vec![
        Step::Move(point(102.0, 12.0)),
        Step::Curve(point(104.0, 12.0), point(106.0, 28.0), point(108.0, 14.0)),
        Step::Line(point(110.0, 14.0)),
        Step::Close,
    ];
    assert_eq!(path.outline, Outline::Path(steps));
    assert_eq!((text.at, text.halo), (point(140.0, 70.0), Some((INK, 4.0))));
    assert_eq!(text.line.style.size, 20.0);
    assert!((text.line.width - 2.0 * line("Calls").width).abs() < 1e-9);
    assert_eq!(
        (image.place, image.radius),
        (Rect::new(220.0, 30.0, 40.0, 40.0), 20.0)
    );
}

#[test]
fn the_same_words_stay_one_line_and_a_move_keeps_it() {
    let words = line("Calls");
    let scene = draw(None, |b| {
        b.text(20.0, 30.0, &words, INK);
        b.text(20.0, 60.0, &words, INK);
    });
    let lines = |nodes: &[Node]| -> Vec<Arc<Line>> {
        let lines = nodes.iter().filter_map(|node| match node {
            Node::Text(text) => Some(Arc::clone(&text.line)),
            _ => None,
        });
        lines.collect()
    };
    let [a, b] = &lines(&placed(&scene.nodes, 0.5, point(0.0, 0.0)))[..] else {
        panic!("two lines")
    };
    assert!(Arc::ptr_eq(a, b) && !Arc::ptr_eq(a, &words));
    assert!(
        lines(&placed(&scene.nodes, 1.0, point(3.0, 4.0)))
            .iter()
            .all(|line| Arc::ptr_eq(line, &words))
    );
}

#[test]
fn what_is_moved_and_scaled_is_on_hundredths_and_neighbours_still_meet() {
    let scene = draw(None, |b| {
        b.shape(
            Outline::Rect(Rect::new(0.01, 0.0, 10.03, 5.0), 0.0),
            ink(),
            None,
        );
        b.shape(
            Outline::Rect(Rect::new(10.04, 0.0, 7.77, 5.0), 0.33),
            ink(),
            stroke(0.35),
        );
        b.text(20.0, 60.0, &line("Calls"), INK);
    });
    let small = Scene {
        nodes: placed(&scene.nodes, 0.377, point(1.234, 5.678)),
        ..scene
    };
    assert_eq!(verify(&small), Vec::<String>::new());
    let [Outline::Rect(a, _), Outline::Rect(b, _)] = &outlines(&small)[..] else {
        panic!("two rectangles")
    };
    assert_eq!(build::round(a.right()), b.x);
    // Moved there and back it is the same again.
    let there = placed(&small.nodes, 1.0, point(-1234.56, 77.77));
    let back = placed(&there, 1.0, point(1234.56, -77.77));
    assert_eq!(
        dump(&Scene {
            nodes: back,
            ..small.clone()
        }),
        dump(&small)
    );
}

#[test]
fn an_extent_holds_strokes_letters_and_curves_and_ends_at_a_window() {
    let extents =
        |scene: &Scene| -> Vec<Rect> { scene.nodes.iter().filter_map(Node::extent).collect() };
    let scene = draw(None, |b| {
        b.shape(square(10.0, 5.0), ink(), stroke(1.5));
        b.shape(
            Outline::Path(vec![
                Step::Move(point(1.0, 1.0)),
                Step::Curve(point(2.0, -30.0), point(3.0, 9.0), point(4.0, 2.0)),
            ]),
            None,
            stroke(0.0),
        );
        b.shape(Outline::Path(Vec::new()), ink(), None);
        b.text_with_halo(20.0, 130.0, &line("fjord"), INK, (INK, 2.0));
        b.image(image(Rect::new(60.0, 10.0, 20.0, 20.0)));
    });
    let [rect, path, text, image] = extents(&scene)[..] else {
        panic!("{:?}", extents(&scene))
    };
    // Half of the stroke at the least lies outside; a pointed corner reaches further.
    assert!(
        rect.x <= 9.25 && rect.right() >= 30.75 && rect.bottom() >= 25.75,
        "{rect:?}"
    );
    assert_eq!(path, Rect::new(1.0, -30.0, 3.0, 39.0));
    let words = line("fjord");
    assert!(
        text.x < 18.0 && text.right() > 22.0 + words.width,
        "{text:?}"
    );
    assert!(text.y < 120.0 && text.bottom() > 134.0, "{text:?}");
    assert_eq!(image, Rect::new(60.0, 10.0, 20.0, 20.0));

    let grouped = |clip: Rect| {
        draw(None, |b| {
            b.open(Role::Region).clip(clip);
            parts(b);
            b.close();
            b.open(Role::Decoration);
        })
    };
    let seen = extents(&grouped(Rect::new(20.0, 0.0, 500.0, 30.0)));
    assert_eq!(seen, [Rect::new(20.0, 5.0, 35.0, 25.0)]);
    assert_eq!(extents(&grouped(Rect::new(90.0, 0.0, 10.0, 40.0))), []);
}

#[test]
fn verify_lets_parts_reach_beyond_a_window_but_not_the_window_beyond_the_page() {
    let through = |x: f64| {
        draw(None, |b| {
            b.open(Role::Region).clip(Rect::new(x, 0.0, 50.0, 100.0));
            b.shape(square(290.0, 5.0), ink(), None);
            b.text(x + 45.0, 30.0, &line("Calls"), INK);
            b.close();
            b.text(x + 55.0, 30.0, &line("."), INK);
        })
    };
    assert_eq!(verify(&through(200.0)), Vec::<String>::new());
    complains("\"window\" is outside the page", &through(260.0));
    complains(
        "overlap",
        &draw(None, |b| {
            b.open(Role::Region).clip(Rect::new(0.0, 0.0, 80.0, 100.0));
            b.text(60.0, 30.0, &line("Calls"), INK);
            b.text(65.0, 31.0, &line("Waits"), INK);
        }),
    );
}
