//! Where customers get on, and where they do not.

use jmap::insight::stranded::stranded;

use crate::journey;

/// No touchpoint.
const NOWHERE: [usize; 0] = [];

/// Stranded touchpoints of a journey of four, `a` to `d`, by what their `next` says; empty: nothing.
fn of(next: [&str; 4]) -> Vec<usize> {
    let keys = next.map(|next| match next {
        "" => "emotion: 1".to_string(),
        next => format!("emotion: 1, next: {next}"),
    });
    stranded(&journey(&keys.each_ref().map(String::as_str)))
}

#[test]
fn who_goes_on_or_leaves_is_not_stranded() {
    assert_eq!(of(["", "", "", ""]), NOWHERE);
    assert_eq!(of(["leave", "a", "[b, d]", ""]), NOWHERE);
    assert_eq!(of(["[a, c]", "", "", ""]), NOWHERE);
}

#[test]
fn a_place_or_a_circle_without_a_way_out_strands() {
    assert_eq!(of(["", "b", "", ""]), [1]);
    assert_eq!(of(["", "c", "b", ""]), [1, 2]);
    // The way into it does not: the circle does.
    assert_eq!(of(["b", "b", "a", ""]), [1]);
}

#[test]
fn a_way_that_nobody_goes_is_none() {
    assert_eq!(
        of(["", "[{to: b, share: 1}, {to: leave, share: 0}]", "", ""]),
        [1]
    );
    assert_eq!(
        of(["", "[{to: b, share: 0.9}, {to: leave, share: 0.1}]", "", ""]),
        NOWHERE
    );
}

#[test]
fn the_end_strands_nobody() {
    assert_eq!(of(["", "", "", "a"]), NOWHERE);
    assert_eq!(of(["", "", "", "d"]), NOWHERE);
}

#[test]
fn what_is_optional_can_be_passed() {
    // `a` leads to the circle of `b`, or past it to `c`.
    assert_eq!(of(["", "b, optional: true", "", ""]), [1]);
    assert_eq!(of(["", "a", "", ""]), [0, 1]);
    assert_eq!(of(["", "a, optional: true", "", ""]), NOWHERE);
}

#[test]
fn a_long_journey_is_no_trouble() {
    let keys = vec!["optional: true, emotion: 1"; 3000];
    assert_eq!(stranded(&journey(&keys)), NOWHERE);
}
