//! Whether a figure does what is expected of it.

use crate::check::{Better, Kpi, KpiIx, Map};

/// How far from its target, as a part of the target, a value still meets it.
const TOLERANCE: f64 = 0.02;
/// Binary rounding of decimal figures, as a part of the target: 0.98 meets 1.
const ROUNDING: f64 = 1e-9;

/// How a KPI stands against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Better than expected by more than the tolerance.
    Exceeds,
    /// Within 2 % of the target; equal to it, where it is 0.
    Meets,
    /// Worse than expected by more than the tolerance.
    Below,
}

/// Compares a value with its target.
///
/// With *d* = value − target, the target is met where |*d*| ≤ 0.02 · |target|; beyond that it is exceeded where *d*
/// points in the direction that is better.
pub fn status(value: f64, target: f64, better: Better) -> Status {
    let ahead = match better {
        Better::Higher => value - target,
        Better::Lower => target - value,
    };
    if ahead.abs() <= target.abs() * (TOLERANCE + ROUNDING) {
        Status::Meets
    } else if ahead > 0.0 {
        Status::Exceeds
    } else {
        Status::Below
    }
}

/// Status of a KPI that has both a value and a target.
pub fn status_of(kpi: &Kpi) -> Option<Status> {
    let (value, target) = (kpi.value.as_ref()?, kpi.target.as_ref()?);
    Some(status(value.value, target.value, kpi.better))
}

/// The KPIs with a status, in the order of the map.
pub fn with_status(map: &Map, status: Status) -> Vec<KpiIx> {
    let kpis = map.kpis.iter().enumerate();
    kpis.filter(|(_, kpi)| status_of(kpi) == Some(status))
        .map(|(ix, _)| ix)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_percent_around_the_target_meet_it() {
        for target in [1.0, 70.0, 4180.0, 0.3, -40.0] {
            for (part, higher) in [
                (0.0, Status::Meets),
                (0.02, Status::Meets),
                (0.021, Status::Exceeds),
                (-0.021, Status::Below),
            ] {
                let value = target + part * f64::abs(target);
                assert_eq!(
                    status(value, target, Better::Higher),
                    higher,
                    "{value} against {target}"
                );
            }
        }
        assert_eq!(status(0.98, 1.0, Better::Higher), Status::Meets);
    }

    #[test]
    fn less_can_be_better() {
        assert_eq!(status(38.0, 60.0, Better::Lower), Status::Exceeds);
        assert_eq!(status(26.0, 20.0, Better::Lower), Status::Below);
        assert_eq!(status(20.2, 20.0, Better::Lower), Status::Meets);
    }

    #[test]
    fn nothing_but_zero_meets_zero() {
        assert_eq!(status(0.0, 0.0, Better::Lower), Status::Meets);
        assert_eq!(status(0.001, 0.0, Better::Lower), Status::Below);
        assert_eq!(status(0.001, 0.0, Better::Higher), Status::Exceeds);
    }
}
