//! How many pixels there are.

use super::*;
use crate::limits::Limits;

fn size(width: f64, height: f64, resolution: Resolution) -> Result<(u32, u32), String> {
    let scene = scene(width, height, |b| b.text(10.0, 10.0, &line("A", 5.0), INK));
    Frame::new(&scene, resolution, &Limits::default())
        .map(|frame| (frame.width, frame.height))
        .map_err(|finding| format!("{}; {}; {}", finding.message, finding.mark, finding.help[0]))
}

#[test]
fn resolutions_are_css_pixels_or_inches_or_a_width() {
    assert_eq!(size(720.0, 360.0, Resolution::default()), Ok((1920, 960)));
    assert_eq!(size(720.0, 360.0, Resolution::Scale(1.0)), Ok((960, 480)));
    assert_eq!(size(720.0, 360.0, Resolution::Dpi(300.0)), Ok((3000, 1500)));
    assert_eq!(size(720.0, 360.0, Resolution::Width(100)), Ok((100, 50)));
    assert_eq!(size(720.0, 3.0, Resolution::Width(10)), Ok((10, 1)));
    // A0.
    assert_eq!(
        size(2383.94, 3370.39, Resolution::Dpi(300.0)),
        Ok((9933, 14043))
    );
}

#[test]
fn what_is_too_large_is_refused_with_the_most_that_is_not() {
    for (width, height) in [(200_000.0, 2000.0), (300.0, 99_000.0), (40_000.0, 40_000.0)] {
        let refused = size(width, height, Resolution::Scale(2.0)).expect_err("too large");
        assert!(refused.contains("pixels; the limit is 65535 a side and 150,000,000 in all"));
        let (_, advised) = refused.split_once("`--width ").expect("an advice");
        let (advised, _) = advised.split_once('`').expect("its end");
        let advised: u32 = advised.parse().expect("a number");
        assert!(size(width, height, Resolution::Width(advised)).is_ok());
        assert!(size(width, height, Resolution::Width(advised + 300)).is_err());
    }
}
