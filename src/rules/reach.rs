//! How far a map reaches: whether it begins before the purchase or use, and ends after it.
//!
//! `part` says so in any language. Where no stage has one, English names say it, but only names that leave no doubt.

use super::words::{Phrase, is_english, words};
use crate::check::{Map, Part, Stage};

/// Names of what comes before a purchase.
const BEFORE: &[&str] = &[
    "advertis*",
    "anticipat*",
    "attract*",
    "aware*",
    "before",
    "brows*",
    "choos*",
    "compar*",
    "consider*",
    "decid*",
    "decision",
    "discover*",
    "dream*",
    "enquir*",
    "evaluat*",
    "explor*",
    "find*",
    "hear*",
    "idea",
    "inquir*",
    "inspir*",
    "interest",
    "learn*",
    "look*",
    "need",
    "notic*",
    "plan",
    "planning",
    "pre-*",
    "prepar*",
    "quot*",
    "reach*",
    "research*",
    "search*",
    "select*",
    "shortlist*",
    "trial",
    "trigger",
    "trying",
    "wish*",
];
/// Names of a purchase, and of the use that follows at once.
const PURCHASE: &[&str] = &[
    "acquir*",
    "book",
    "booking",
    "buy",
    "buying",
    "checkout",
    "check-out",
    "contract*",
    "deliver*",
    "install*",
    "join",
    "joining",
    "onboarding",
    "order",
    "ordering",
    "pay",
    "paying",
    "payment",
    "purchas*",
    "register",
    "registration",
    "set-up",
    "setup",
    "shipping",
    "sign",
    "sign-up",
    "signup",
    "signing",
    "subscribe",
    "subscription",
    "unboxing",
];
/// Names of a use. A journey that begins with it begins late; one that ends with it may well go on until it is over.
const USE: &[&str] = &["use", "using", "usage"];
/// Names of what comes after.
const AFTER: &[&str] = &[
    "advoca*",
    "after*",
    "again",
    "end",
    "farewell",
    "follow-up",
    "grow*",
    "leav*",
    "life",
    "living",
    "loyal*",
    "maint*",
    "moving",
    "next",
    "offboarding",
    "post-*",
    "recommend*",
    "refer*",
    "refund*",
    "remember*",
    "renew*",
    "repair*",
    "repeat*",
    "retain*",
    "retention",
    "retir*",
    "return*",
    "review*",
    "service",
    "servicing",
    "share",
    "sharing",
    "support",
    "switch*",
    "tell*",
    "upgrad*",
];

/// The stage with which a map begins too late; `None` where it may begin before the purchase or use.
pub fn late_start(map: &Map) -> Option<&Stage> {
    let first = map.stages.first()?;
    let is_late = match has_parts(map) {
        true => first.part.is_some() && !covers(map, Part::Before),
        false => {
            map.stages.len() > 1
                && is_english(&map.lang)
                && any_named(std::slice::from_ref(first), &[PURCHASE, USE])
                && !any_named(&map.stages, &[BEFORE])
        }
    };
    is_late.then_some(first)
}

/// The stage with which a map ends too early; `None` where it may reach beyond the purchase or use.
pub fn early_end(map: &Map) -> Option<&Stage> {
    let last = map.stages.last()?;
    let is_early = match has_parts(map) {
        true => last.part.is_some() && !covers(map, Part::After),
        false => {
            map.stages.len() > 1
                && is_english(&map.lang)
                && any_named(std::slice::from_ref(last), &[PURCHASE])
                && !any_named(&map.stages, &[AFTER, USE])
        }
    };
    is_early.then_some(last)
}

fn has_parts(map: &Map) -> bool {
    map.stages.iter().any(|stage| stage.part.is_some())
}

fn covers(map: &Map, part: Part) -> bool {
    map.stages.iter().any(|stage| stage.part == Some(part))
}

/// Whether one of the stages, or the phase that it belongs to, is called by one of the words.
fn any_named(stages: &[Stage], lists: &[&[&'static str]]) -> bool {
    let phrases = lists.iter().copied().flatten();
    let phrases: Vec<Phrase> = phrases.map(|phrase| Phrase::new(phrase)).collect();
    let mut names = stages
        .iter()
        .flat_map(|stage| std::iter::once(&stage.name).chain(&stage.phase));
    names.any(|name| {
        let words = words(&name.text);
        phrases.iter().any(|phrase| phrase.is_in(&words))
    })
}
