//! Every built-in theme can be read: contrast of text on what it stands on, and of curves on the page.

use jmap::color::Color;
use jmap::theme::{BUILTIN, Theme, Tint};

/// WCAG 2.2 AA: small text, and graphics that carry meaning.
const TEXT: f64 = 4.5;
const GRAPHICS: f64 = 3.0;

#[test]
fn text_and_curves_have_contrast() {
    for (name, _) in BUILTIN {
        let theme = Theme::builtin(name).expect("a built-in theme");
        let c = &theme.colors;
        let at_least = |what: &str, least: f64, a: Color, b: Color| {
            let contrast = a.contrast(b);
            assert!(contrast >= least, "{name}: {what}: {contrast:.2} < {least}");
        };
        for (ground, color) in [("paper", c.paper), ("card", c.card)] {
            at_least(&format!("ink on {ground}"), TEXT, c.ink, color);
            at_least(&format!("ink_2 on {ground}"), TEXT, c.ink_2, color);
            at_least(&format!("ink_3 on {ground}"), TEXT, c.ink_3, color);
            at_least(&format!("line on {ground}"), GRAPHICS, c.line, color);
            at_least(
                &format!("handover on {ground}"),
                GRAPHICS,
                c.handover,
                color,
            );
        }
        let tints: [(&str, Tint); 7] = [
            ("pain", c.pain),
            ("opportunity", c.opportunity),
            ("gain", c.gain),
            ("exceeds", c.exceeds),
            ("meets", c.meets),
            ("below", c.below),
            ("reading", c.reading),
        ];
        for (what, tint) in tints {
            at_least(what, TEXT, tint.text, tint.fill);
        }
        for persona in 0..5 {
            for ground in [c.paper, c.wash_high, c.wash_low] {
                at_least(
                    &format!("curve {persona}"),
                    GRAPHICS,
                    theme.persona(persona),
                    ground,
                );
            }
        }
    }
}

#[test]
fn colours_go_on_round_the_wheel_without_coming_back() {
    let theme = Theme::builtin("default").expect("a built-in theme");
    let mut stages: Vec<Color> = (0..25).map(|at| theme.stage(at)).collect();
    stages.sort();
    stages.dedup();
    assert_eq!(stages.len(), 25);
}
