//! A drawing made for a sheet of paper.

use crate::geom::{Size, point};
use crate::scene::{Scene, placed, round};

/// A sheet of paper to draw on. Lengths are points on the paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paper {
    /// Its extent after cutting.
    pub size: Size,
    /// Whether it may be turned where the type gets larger so.
    pub turns: bool,
    /// Distance from its edges to the drawing.
    pub margin: f64,
    /// How far the ground reaches beyond the edges, to be cut off.
    pub bleed: f64,
}

/// A drawing as large as fits on paper, its margin that of the paper.
pub(super) fn fit(scene: &Scene, own: f64, paper: &Paper) -> Scene {
    let upright = (fitting(scene, own, paper.size, paper.margin), paper.size);
    let size = Size {
        width: paper.size.height,
        height: paper.size.width,
    };
    let turned = (fitting(scene, own, size, paper.margin), size);
    let (scale, size) = match paper.turns && turned.0 > upright.0 {
        true => turned,
        false => upright,
    };
    let used = (scene.size.width - 2.0 * own) * scale;
    let by = point(
        (size.width - used) / 2.0 - own * scale,
        paper.margin - own * scale,
    );
    Scene {
        size: Size {
            width: round(size.width),
            height: round(size.height),
        },
        on_paper: true,
        bleed: paper.bleed,
        nodes: placed(&scene.nodes, scale, by),
        ..scene.clone()
    }
}

fn fitting(scene: &Scene, own: f64, size: Size, margin: f64) -> f64 {
    let room = |whole: f64| whole - 2.0 * margin;
    let wide = room(size.width) / (scene.size.width - 2.0 * own);
    let high = room(size.height) / (scene.size.height - 2.0 * own);
    wide.min(high)
}
