//! Days of review, and of evidence.

use jmap::check::Date;

use crate::{TODAY, found, map};

fn day(year: i16, month: i8, day: i8) -> Date {
    Date { year, month, day }
}

fn overdue(as_of: Date) -> bool {
    let map = map("review_by: 2028-02-29", &["emotion: 1"]);
    !found("overdue-review", &map, as_of).is_empty()
}

#[test]
fn a_review_is_overdue_on_the_day_after() {
    assert!(!overdue(day(2028, 2, 28)));
    assert!(!overdue(day(2028, 2, 29)));
    assert!(overdue(day(2028, 3, 1)));
    assert!(overdue(day(2029, 1, 1)));
}

#[test]
fn a_change_after_the_day_of_review_may_have_been_it() {
    let top = "review_by: 2026-05-01\nupdated: 2026-06-02";
    let found = found("overdue-review", &map(top, &["emotion: 1"]), TODAY);
    assert!(found[0].help[0].contains("2026-06-02"), "{found:#?}");
    assert!(found[0].message.contains("2026-05-01"));
}

#[test]
fn the_day_that_is_proposed_for_a_review_is_one() {
    let map = map("", &["emotion: 1"]);
    for as_of in [TODAY, day(2028, 2, 29), day(9999, 12, 31)] {
        let found = found("missing-review", &map, as_of);
        let proposed = found[0].help[0].lines().last().expect("a line");
        let mended = format!("{proposed}\n{map}");
        assert!(crate::found("missing-review", &mended, as_of).is_empty());
    }
}

/// Whether the evidence of some dates is stale in a map of 2026-10-01.
fn stale(dates: &[&str]) -> bool {
    stale_in("updated: 2026-10-01", dates)
}

fn stale_in(top: &str, dates: &[&str]) -> bool {
    let sources: String = dates
        .iter()
        .enumerate()
        .map(|(ix, date)| format!("  s{ix}: {{kind: survey, {date}}}\n"))
        .collect();
    let map = map(&format!("{top}\nevidence:\n{sources}"), &["emotion: 1"]);
    !found("stale-evidence", &map, TODAY).is_empty()
}

#[test]
fn evidence_is_stale_after_a_year() {
    assert!(!stale(&["date: 2025-10-01"]));
    assert!(stale(&["date: 2025-09-30"]));
    assert!(!stale(&["date: 2025-10"]));
    assert!(stale(&["date: 2025-08"]));
    assert!(!stale(&["date: 2025"]));
    assert!(stale(&["date: 2024"]));
    assert!(!stale(&["date: 2027-01-01"]));
}

#[test]
fn a_month_of_thirty_days_ends_on_the_thirtieth() {
    let top = "updated: 2026-10-01";
    assert!(stale_in(top, &["date: 2025-09"]));
    assert!(!stale_in("updated: 2026-09-30", &["date: 2025-09"]));
}

#[test]
fn a_year_from_the_29th_of_february_ends_before_march() {
    let stale = |updated: &str| stale_in(&format!("updated: {updated}"), &["date: 2024-02-29"]);
    assert!(!stale("2025-02-28"));
    assert!(stale("2025-03-01"));
    assert!(!stale_in("updated: 2025-02-28", &["date: 2024-02"]));
}

#[test]
fn the_newest_source_counts_and_one_without_a_date_may_be_it() {
    assert!(stale(&["date: 2020", "date: 2021-05-05"]));
    assert!(!stale(&["date: 2020", "date: 2026-09"]));
    assert!(!stale(&["date: 2020", "n: 3"]));
    assert!(!stale_in("owner: Ann", &["date: 2020"]));
    assert!(!stale_in("updated: 9999-12-31", &["date: 9999"]));
}

#[test]
fn an_assumption_renews_nothing() {
    let sources =
        "evidence:\n  old: {kind: survey, date: 2020}\n  new: {kind: assumption, date: 2026-09}";
    let top = format!("updated: 2026-10-01\n{sources}");
    assert_eq!(
        crate::marked("stale-evidence", &map(&top, &["emotion: 1"])),
        ["2020"]
    );
    let only = "updated: 2026-10-01\nevidence: {old: {kind: assumption, date: 2020}}";
    assert!(found("stale-evidence", &map(only, &["emotion: 1"]), TODAY).is_empty());
}
