//! `company-language`

mod phrases;

use super::words::{Phrase, is_english, words};
use super::{Subject, warning};
use crate::check::Text;
use crate::diag::{Diagnostic, Rule};
use crate::model::shortened;
use phrases::{OURS, PHRASES, Phrases};

pub const RULE: Rule = warning!(
    "company-language",
    "a stage or touchpoint that is told from the company's side"
);

/// Words of a customer who tells the journey in the first person: then `we` and `our` are theirs as well.
const MINE: &[&str] = &["i", "i'm", "i've", "i'd", "i'll", "me", "my", "myself", "mine"];

pub fn find(subject: &Subject) -> Vec<Diagnostic> {
    let map = subject.map;
    if !is_english(&map.lang) {
        return Vec::new();
    }
    let stages = map.stages.iter().map(|stage| &stage.name);
    let touchpoints = map.touchpoints.iter().map(|touchpoint| &touchpoint.name);
    let names: Vec<(&Text, Vec<String>)> = stages
        .chain(touchpoints)
        .map(|name| (name, words(&name.text)))
        .collect();
    let is_mine = |word: &String| MINE.contains(&&**word);
    let customers = names.iter().any(|(_, words)| words.iter().any(is_mine));
    let rows = rows(if customers { &[] } else { OURS });
    let told = |words: &[String]| {
        let mut rows = rows.iter();
        let (row, _) = rows.find(|(_, phrases)| phrases.iter().any(|phrase| phrase.is_in(words)))?;
        Some(*row)
    };
    let found = names
        .iter()
        .filter_map(|(name, words)| Some(found(name, told(words)?)));
    found.collect()
}

/// The rows that hold for a map, with their phrases taken apart.
fn rows(ours: &'static [Phrases]) -> Vec<(&'static Phrases, Vec<Phrase>)> {
    let all = PHRASES.iter().chain(ours);
    let phrases = |row: &Phrases| row.phrases.iter().map(|phrase| Phrase::new(phrase)).collect();
    all.map(|row| (row, phrases(row))).collect()
}

fn found(name: &Text, row: &Phrases) -> Diagnostic {
    let shown = shortened(&name.text);
    Diagnostic::new(&RULE, name.span, format!("`{shown}` is told from the company's side"))
        .mark("not what the customer does, or calls it")
        .note(row.side)
        .help(format!("say what the customer does, in the customer's words: {}", row.instead))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The phrase of what is told from the company's side.
    fn told(name: &str, rows: &[Phrases]) -> Option<&'static str> {
        let words = words(name);
        let is_in = |phrase: &&'static str| Phrase::new(phrase).is_in(&words);
        let row = rows.iter().find(|row| row.phrases.iter().any(is_in))?;
        Some(row.instead)
    }

    #[test]
    fn what_companies_say() {
        for name in [
            "Lead generation",
            "2. Leads",
            "Cold lead",
            "Becomes a lead",
            "Prospect fills in the form",
            "Opens a support ticket",
            "Ticket is escalated to the second level",
            "Conversion",
            "Sales hand-off",
            "Handover to onboarding",
            "Customer churns",
            "Upselling",
            "Onboard the customer",
            "Customer onboarding",
            "Notify the customer",
            "Reminder sent to customer",
            "Passes the KYC check",
            "Order fulfilment",
            "E-mail campaign",
        ] {
            assert!(told(name, PHRASES).is_some(), "{name}");
        }
        for name in ["We send the invoice", "Visits our website", "Our sales team calls"] {
            assert!(told(name, PHRASES).is_none() && told(name, OURS).is_some(), "{name}");
        }
    }

    #[test]
    fn what_customers_do_and_say() {
        for name in [
            "Buys a ticket at the machine",
            "Ticket is scanned at the gate",
            "Queues in the ticket hall",
            "Takes a ticket and waits",
            "Submits a question",
            "Puts on the lead apron",
            "Takes the lead in the second lap",
            "The letter leads to more questions",
            "Asks the team lead",
            "Walks the dog on the lead",
            "Learns about prospects after the degree",
            "Walks to Prospect Park",
            "Reads the prospectus",
            "Plans the loft conversion",
            "Checks the currency conversion",
            "Handover of the keys",
            "Hands the baby over to the nurse",
            "Baggage handover",
            "Churns the butter",
            "Sets up lead capture for the shop",
            "Invoices the customer from the new app",
            "Sends customers a link",
            "Sends the first e-mail campaign",
            "Customer calls the hotline",
            "First week of onboarding",
            "Is asked for the customer number",
            "Informs the bank",
            "Renews the cloud retention plan",
            "We look for a flat",
            "Meets our midwife",
            "Sent back to the letter",
            "",
        ] {
            let all: Vec<_> = [PHRASES, OURS].iter().filter_map(|rows| told(name, rows)).collect();
            assert_eq!(all, [""; 0], "{name}");
        }
    }

    #[test]
    fn every_example_is_told_from_the_customers_side() {
        for row in PHRASES.iter().chain(OURS) {
            assert_eq!(told(row.instead, PHRASES), None, "{}", row.instead);
            assert_eq!(told(row.instead, OURS), None, "{}", row.instead);
        }
    }
}
