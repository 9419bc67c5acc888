//! Makes a row of cells regular: no two in one place, no place without one.

use std::ops::Range;

/// A place in a row, and which cell is there; none where there is a hole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The columns it takes.
    pub columns: Range<usize>,
    /// The position of its cell.
    pub cell: Option<usize>,
}

/// Rows that hold all cells, each in its columns: a cell goes into the first row where it is free, so that what stands at a
/// stage comes above what stands at its touchpoints. There is one row at least, and all reach across all columns.
pub fn rows(cells: &[Range<usize>], columns: &Range<usize>) -> Vec<Vec<Slot>> {
    let mut rows: Vec<Vec<Slot>> = vec![Vec::new()];
    for (at, cell) in cells.iter().enumerate() {
        let slot = Slot {
            columns: cell.clone(),
            cell: Some(at),
        };
        let apart =
            |other: &Slot| other.columns.end <= cell.start || cell.end <= other.columns.start;
        match rows.iter_mut().find(|row| row.iter().all(apart)) {
            Some(row) => row.push(slot),
            None => rows.push(vec![slot]),
        }
    }
    rows.into_iter().map(|row| filled(row, columns)).collect()
}

fn filled(mut row: Vec<Slot>, columns: &Range<usize>) -> Vec<Slot> {
    row.sort_by_key(|slot| slot.columns.start);
    let mut whole = Vec::with_capacity(2 * row.len() + 1);
    let mut at = columns.start;
    let hole = |from: usize, to: usize| {
        (from < to).then_some(Slot {
            columns: from..to,
            cell: None,
        })
    };
    for slot in row {
        whole.extend(hole(at, slot.columns.start));
        at = slot.columns.end;
        whole.push(slot);
    }
    whole.extend(hole(at, columns.end));
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(cells: &[Range<usize>]) -> Vec<String> {
        let slot = |slot: &Slot| match slot.cell {
            Some(at) => format!("{at}:{}-{}", slot.columns.start, slot.columns.end),
            None => format!("{}-{}", slot.columns.start, slot.columns.end),
        };
        rows(cells, &(2..8))
            .iter()
            .map(|row| row.iter().map(slot).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn holes_are_filled_and_a_stages_cell_stands_above_its_touchpoints() {
        assert_eq!(shown(&[]), ["2-8"]);
        assert_eq!(shown(&[3..4, 6..8]), ["2-3 0:3-4 4-6 1:6-8"]);
        let both = shown(&[2..5, 2..3, 4..5, 5..6]);
        assert_eq!(both, ["0:2-5 3:5-6 6-8", "1:2-3 3-4 2:4-5 5-8"]);
    }
}
