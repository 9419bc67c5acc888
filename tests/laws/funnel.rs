//! The funnel: a bar for each volume, as high as its number says, on one base line.

use jmap::check::Map;
use jmap::scene::{Hook, Node, Outline, Role, Scene};

use super::{ROUNDING, hook, walk};

/// Bars are as high as their volumes say, from a base line at zero, and each stands with its number as written.
pub fn bars_are_proportional(map: &Map, scene: &Scene) {
    let mut bars = Vec::new();
    walk(&scene.nodes, &mut |node| {
        let Node::Group(row) = node else { return };
        if row.role != Role::Row || hook(row, Hook::Lane) != Some("funnel") {
            return;
        }
        for cell in &row.children {
            let Node::Group(cell) = cell else { continue };
            if let (Some(stage), Some(Node::Group(figure))) =
                (hook(cell, Hook::Stage), cell.children.first())
                && let Some(Node::Shape(shape)) = figure.children.first()
                && let Outline::Rect(bar, _) = &shape.outline
            {
                bars.push((stage.to_string(), figure.name.clone(), *bar));
            }
        }
    });
    let volumes: Vec<_> = map
        .stages
        .iter()
        .filter_map(|stage| Some((stage, stage.volume.as_ref()?)))
        .collect();
    if !map.lanes.iter().any(|lane| &*lane.id == "funnel") {
        assert!(bars.is_empty());
        return;
    }
    assert_eq!(bars.len(), volumes.len(), "a bar for each volume");
    let highest = |pick: fn(&(f64, f64)) -> f64, of: &[(f64, f64)]| {
        of.iter().map(pick).fold(0.0f64, f64::max)
    };
    let pairs: Vec<(f64, f64)> = volumes
        .iter()
        .zip(&bars)
        .map(|((_, volume), (.., bar))| (volume.value, bar.height))
        .collect();
    let (most, tallest) = (highest(|p| p.0, &pairs), highest(|p| p.1, &pairs));
    for ((stage, volume), (id, name, bar)) in volumes.iter().zip(&bars) {
        assert_eq!(&*stage.id, id);
        let name = name.as_deref().unwrap_or_default();
        assert!(name.ends_with(&*volume.text), "{name}");
        let off = bar.bottom() - bars[0].2.bottom();
        assert!(off.abs() < ROUNDING, "{name} is off the base line by {off}");
        let expected = if most > 0.0 {
            volume.value / most * tallest
        } else {
            0.0
        };
        assert!(
            (bar.height - expected).abs() < 2.0 * ROUNDING,
            "{name} is {} high, expected {expected}",
            bar.height
        );
    }
}
