//! Texts that are laborious to break, to shape or to write.

use super::{HEAD, full};

/// As many texts of 19,900 characters as fit, each of one part repeated.
fn long(bytes: usize, begin: &str, part: &str, end: &str) -> String {
    let count = 19_900.min(bytes / 2) / part.chars().count();
    let text = part.repeat(count);
    let fits = (bytes - begin.len() - end.len()) / (text.len() + 4);
    match fits {
        0 => {
            let left = (bytes - begin.len() - end.len() - 4) / part.len();
            format!("{begin}'{}',{end}", part.repeat(left))
        }
        fits => format!("{begin}{}{end}", format!("'{text}',").repeat(fits)),
    }
}

pub(super) fn maps(bytes: usize) -> Vec<(&'static str, String)> {
    let one = format!(
        "{HEAD}stages:\n- name: S\n  touchpoints:\n  - {{name: T, channel: w, emotion: 1, thoughts: ["
    );
    let said = |part: &str| long(bytes, &one, part, "]}\n");
    let in_lang = |tag: &str, part: &str| long(bytes, &format!("lang: {tag}\n{one}"), part, "]}\n");
    let usual = "personas: {a: A}\nchannels: {w: W}\n";
    let stages = "stages: [{name: S, touchpoints: [{name: T, channel: w, emotion: 1}]}]";
    vec![
        ("word-of-letters", said("n")),
        ("word-wide", said("W")),
        ("words-short", said("a ")),
        ("words-lines", said("a\\n").replace('\'', "\"")),
        ("word-dashes", said("a-")),
        ("word-slashes", said("/")),
        ("emoji-joined", said("\u{1F468}\u{200D}")),
        ("emoji-flags", said("\u{1F1E6}")),
        ("emoji-spaced", said("\u{1F468}\u{200D}\u{1F469} ")),
        ("marks-combining", said("a\u{301}\u{302}\u{303}")),
        ("marks-only", said("\u{301}")),
        ("marks-zalgo", said(&format!("a{}", "\u{301}".repeat(200)))),
        ("bidi-mixed", said("a\u{5D0}")),
        ("bidi-words", said("a \u{5D0} 1 ")),
        ("bidi-brackets", said("(\u{5D0}[")),
        ("bidi-nested", said("\u{2067}a\u{2069}")),
        ("arabic-joined", in_lang("ar", "\u{628}")),
        ("arabic-words", in_lang("ar", "\u{628}\u{628} ")),
        ("chinese", in_lang("zh", "\u{4FDD}")),
        ("japanese", in_lang("ja", "\u{8A8D}\u{53EF}\u{3092}")),
        ("japanese-latin", in_lang("ja", "\u{8A8D}a")),
        ("thai", in_lang("th", "\u{E01}\u{E34}")),
        ("khmer", in_lang("km", "\u{1780}\u{17D2}")),
        ("burmese", in_lang("my", "\u{1000}\u{103B}")),
        ("korean", in_lang("ko", "\u{1112}\u{1161}\u{11AB}")),
        ("hindi", in_lang("hi", "\u{915}\u{94D}")),
        (
            "german-compound",
            in_lang("de", "donaudampfschifffahrtsgesellschaft"),
        ),
        ("german-words", in_lang("de", "donaudampfschiff ")),
        ("soft-hyphens", said("a\u{AD}")),
        ("no-break-spaces", said("a\u{A0}")),
        ("missing-glyphs", said("\u{10000}\u{10FFFD}")),
        (
            "many-characters",
            full(
                bytes,
                &one,
                |at| {
                    char::from_u32(0x4E00 + at as u32 % 20_000)
                        .map_or(String::new(), |c| format!("{c},"))
                },
                "]}\n",
            ),
        ),
        (
            "scripts-mixed",
            said("a\u{3B1}\u{416}\u{5D0}\u{628}\u{915}\u{E01}\u{4FDD}"),
        ),
        (
            "words-different",
            full(bytes, &one, |at| format!("{at:x}q,"), "]}\n"),
        ),
        (
            "long-title",
            format!("title: {}\n{usual}{stages}\n", "n".repeat(bytes / 100 * 19)),
        ),
        (
            "long-heads",
            format!(
                "title: T\nscenario: {0}\nowner: {0}\nrevision: {0}\n{usual}{stages}\nscope: {{from: {0}, to: b}}\n",
                "n".repeat(bytes / 100 * 19)
            ),
        ),
        (
            "long-lane-names",
            format!(
                "title: T\npersonas: {{a: A}}\nchannels: {{w: {0}, v: {0}}}\nlanes: [touchpoints, emotion, {{id: x, title: {0}}}]\n{stages}\n",
                "n".repeat(bytes / 100 * 19)
            ),
        ),
        (
            "long-stage",
            format!(
                "title: T\n{usual}stages: [{{name: {0}, goal: {0}, entry: {0}, exit: {0}, touchpoints: [{{name: T, channel: w, emotion: 1}}]}}]\n",
                "n".repeat(bytes / 100 * 19)
            ),
        ),
        (
            "long-touchpoint",
            format!(
                "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: {0}, channel: w, emotion: {{score: 1, feeling: {0}}}, department: {0}, device: {0}, moment: {0}}}]}}]\n",
                "n".repeat(bytes / 100 * 19)
            ),
        ),
        (
            "long-persona",
            format!(
                "title: T\npersonas: {{a: {{name: {0}, role: {0}, quote: {0}, facts: {{a: {0}}}}}}}\nchannels: {{w: W}}\n{stages}\n",
                "n".repeat(bytes / 100 * 19)
            ),
        ),
        (
            "long-opportunity",
            format!(
                "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, opportunities: {{text: {0}, owner: {0}, status: {0}}}}}]}}]\nkpis: {{k: {{name: {0}, value: 1, unit: {0}}}}}\n",
                "n".repeat(bytes / 100 * 19)
            ),
        ),
        (
            "long-source",
            format!(
                "title: T\n{usual}evidence: {{a: {0}, b: {0}}}\nstages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, evidence: [a, b]}}]}}]\n",
                "n".repeat(bytes / 100 * 19)
            ),
        ),
        (
            "long-way",
            format!(
                "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, next: [{{to: t, when: {0}}}, {{to: leave, when: {0}}}, {{to: v, when: {0}}}]}}, U, V]}}]\n",
                "n".repeat(bytes / 100 * 19)
            ),
        ),
        (
            "long-scale",
            format!(
                "title: T\n{usual}{stages}\nemotion_scale: {{min: -1, max: 1, labels: {{-1: {0}, 0: {0}, 1: {0}}}}}\n",
                "n".repeat(bytes / 100 * 19)
            ),
        ),
        (
            "long-times",
            format!(
                "title: T\n{usual}stages: [{{name: S, time: {0}, phase: {0}, repeats: {0}, touchpoints: [{{name: T, at: {0}, channel: w, emotion: 1}}]}}]\n",
                "n".repeat(bytes / 100 * 19)
            ),
        ),
        (
            "long-cells",
            format!(
                "title: T\n{usual}lanes: [touchpoints, emotion, frontstage, x]\nstages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, frontstage: {0}, notes: {0}, cells: {{x: {0}}}, gains: {0}}}]}}]\n",
                "n".repeat(bytes / 100 * 19)
            ),
        ),
        (
            "names-long-many",
            format!(
                "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}}, {}]}}]\n",
                format!("{},", "n".repeat(950)).repeat(bytes / 1_000)
            ),
        ),
    ]
}
