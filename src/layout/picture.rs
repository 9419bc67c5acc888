//! Pictures beside the map.

use std::sync::Arc;

use crate::check::{Asset, AssetKind};
use crate::geom::Rect;
use crate::scene::Image;

/// Height of a picture as a multiple of its width; 1 for what is no picture.
pub(crate) fn aspect(asset: &Asset) -> f64 {
    match asset.kind {
        AssetKind::Png { width, height } | AssetKind::Jpeg { width, height } => {
            f64::from(height.max(1)) / f64::from(width.max(1))
        }
        AssetKind::Font => 1.0,
    }
}

/// A picture at a place, its corners rounded by `radius` points; `name` says what it shows.
pub(crate) fn image(asset: &Asset, place: Rect, radius: f64, name: &str) -> Image {
    let media_type = if matches!(asset.kind, AssetKind::Jpeg { .. }) {
        "image/jpeg"
    } else {
        "image/png"
    };
    Image {
        place,
        radius,
        bytes: Arc::clone(&asset.bytes),
        media_type,
        name: name.to_string(),
    }
}
