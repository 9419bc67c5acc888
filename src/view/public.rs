//! What the public does not see.

use crate::check::{Cell, Feeling, Map, Word};

/// Takes out owners, stakeholders, notes, efforts, and what is marked internal and has no position that others refer to.
pub(super) fn strip(map: &mut Map) {
    map.owner = None;
    map.stakeholders.clear();
    map.goals.retain(|goal| !goal.internal);
    map.lanes.retain(|lane| !lane.internal);
    // The lane's own half-line promises what is taken out.
    let promise = map.words.get(Word::OpportunitiesNote).to_string();
    for lane in &mut map.lanes {
        if lane.note.as_deref() == Some(&promise) {
            lane.note = None;
        }
    }
    for stage in &mut map.stages {
        stage.owner = None;
        cell(&mut stage.cell);
    }
    for touchpoint in &mut map.touchpoints {
        touchpoint.next.retain(|way| !way.internal);
        cell(&mut touchpoint.cell);
    }
}

fn cell(cell: &mut Cell) {
    cell.notes.clear();
    for voices in [&mut cell.thoughts, &mut cell.quotes, &mut cell.gains] {
        voices.retain(|voice| !voice.internal);
    }
    cell.opportunities
        .retain(|opportunity| !opportunity.internal);
    for opportunity in &mut cell.opportunities {
        opportunity.owner = None;
        opportunity.effort = None;
    }
    for emotion in &mut cell.emotions {
        emotion.feelings.retain(|feeling| match feeling {
            Feeling::Unknown(_) => true,
            Feeling::Score(score) => !score.internal,
        });
    }
    cell.emotions.retain(|emotion| !emotion.feelings.is_empty());
}
