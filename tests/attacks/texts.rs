//! Texts that are laborious to break, to shape or to write; files full of mistakes.

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
    let one = format!("{HEAD}stages:\n- name: S\n  touchpoints:\n  - {{name: T, channel: w, emotion: 1, thoughts: [");
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
        ("german-compound", in_lang("de", "donaudampfschifffahrtsgesellschaft")),
        ("german-words", in_lang("de", "donaudampfschiff ")),
        ("soft-hyphens", said("a\u{AD}")),
        ("no-break-spaces", said("a\u{A0}")),
        ("missing-glyphs", said("\u{10000}\u{10FFFD}")),
        ("many-characters", full(bytes, &one, |at| char::from_u32(0x4E00 + at as u32 % 20_000).map_or(String::new(), |c| format!("{c},")), "]}\n")),
        ("scripts-mixed", said("a\u{3B1}\u{416}\u{5D0}\u{628}\u{915}\u{E01}\u{4FDD}")),
        ("words-different", full(bytes, &one, |at| format!("{at:x}q,"), "]}\n")),
        ("long-title", format!("title: {}\n{usual}{stages}\n", "n".repeat(bytes / 100 * 19))),
        ("long-heads", format!("title: T\nscenario: {0}\nowner: {0}\nrevision: {0}\n{usual}{stages}\nscope: {{from: {0}, to: b}}\n", "n".repeat(bytes / 100 * 19))),
        ("long-lane-names", format!("title: T\npersonas: {{a: A}}\nchannels: {{w: {0}, v: {0}}}\nlanes: [touchpoints, emotion, {{id: x, title: {0}}}]\n{stages}\n", "n".repeat(bytes / 100 * 19))),
        ("long-stage", format!("title: T\n{usual}stages: [{{name: {0}, goal: {0}, entry: {0}, exit: {0}, touchpoints: [{{name: T, channel: w, emotion: 1}}]}}]\n", "n".repeat(bytes / 100 * 19))),
        ("long-touchpoint", format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: {0}, channel: w, emotion: {{score: 1, feeling: {0}}}, department: {0}, device: {0}, moment: {0}}}]}}]\n", "n".repeat(bytes / 100 * 19))),
        ("long-persona", format!("title: T\npersonas: {{a: {{name: {0}, role: {0}, quote: {0}, facts: {{a: {0}}}}}}}\nchannels: {{w: W}}\n{stages}\n", "n".repeat(bytes / 100 * 19))),
        ("long-opportunity", format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, opportunities: {{text: {0}, owner: {0}, status: {0}}}}}]}}]\nkpis: {{k: {{name: {0}, value: 1, unit: {0}}}}}\n", "n".repeat(bytes / 100 * 19))),
        ("long-source", format!("title: T\n{usual}evidence: {{a: {0}, b: {0}}}\nstages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, evidence: [a, b]}}]}}]\n", "n".repeat(bytes / 100 * 19))),
        ("long-way", format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, next: [{{to: t, when: {0}}}, {{to: leave, when: {0}}}, {{to: v, when: {0}}}]}}, U, V]}}]\n", "n".repeat(bytes / 100 * 19))),
        ("long-scale", format!("title: T\n{usual}{stages}\nemotion_scale: {{min: -1, max: 1, labels: {{-1: {0}, 0: {0}, 1: {0}}}}}\n", "n".repeat(bytes / 100 * 19))),
        ("long-times", format!("title: T\n{usual}stages: [{{name: S, time: {0}, phase: {0}, repeats: {0}, touchpoints: [{{name: T, at: {0}, channel: w, emotion: 1}}]}}]\n", "n".repeat(bytes / 100 * 19))),
        ("long-cells", format!("title: T\n{usual}lanes: [touchpoints, emotion, frontstage, x]\nstages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, frontstage: {0}, notes: {0}, cells: {{x: {0}}}, gains: {0}}}]}}]\n", "n".repeat(bytes / 100 * 19))),
        ("names-long-many", format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}}, {}]}}]\n", format!("{},", "n".repeat(950)).repeat(bytes / 1_000))),
        ("unknown-keys", full(bytes, &format!("title: T\n{usual}{stages}\n"), |at| format!("{at:x}:\n"), "")),
        ("unknown-keys-long", full(bytes, &format!("title: T\n{usual}{stages}\n"), |at| format!("a{at}{}: a\n", "touchpoint".repeat(40)), "")),
        ("unknown-keys-deep", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"), |at| format!("{{name: a, q{at}: 1}},"), "]}]\n")),
        ("unknown-icons", full(bytes, &format!("title: T\npersonas: {{a: A}}\n{stages}\nchannels: {{w: W,"), |at| format!("c{at}: {{icon: wrongicon}},"), "}\n")),
        ("unknown-feelings", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"), |at| format!("{{name: a, emotion: frustr{at}}},"), "]}]\n")),
        ("unknown-references", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"), |at| format!("{{name: t{at}, next: u{at}}},"), "]}]\n")),
        ("unknown-channels", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"), |at| format!("{{name: t, channel: u{at}}},"), "]}]\n")),
        ("unknown-lanes", full(bytes, &format!("title: T\n{usual}{stages}\nlanes: ["), |at| format!("l{at},"), "]\n")),
        ("unknown-rules", full(bytes, &format!("title: T\n{usual}{stages}\ncheck: {{"), |at| format!("r{at}: warn,"), "}\n")),
        ("unknown-allows", full(bytes, &format!("title: T\n{usual}{stages}\nx-allow: {{"), |at| format!("missing-goal{at}: a,"), "}\n")),
        ("allows-many", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"), |_| "{name: a, x-allow: {missing-goal: a}},".into(), "]}]\n")),
        ("duplicate-keys", full(bytes, &format!("title: T\n{usual}{stages}\nx-a: {{"), |_| "a: ,".into(), "}\n")),
        ("duplicate-ids", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"), |_| "{name: a, id: a},".into(), "]}]\n")),
        ("duplicate-names", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"), |_| "{name: a, next: a},".into(), "]}]\n")),
        ("wrong-types", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, thoughts: ["), |_| "{},".into(), "]}]}]\n")),
        ("nulls", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, thoughts: ["), |_| "~,".into(), "]}]}]\n")),
        ("null-stages", full(bytes, &format!("title: T\n{usual}stages: ["), |_| "~,".into(), "]\n")),
        ("wrong-dates", full(bytes, &format!("title: T\n{usual}timeline: {{from: 2026-01-01, to: 2026-12-31}}\nstages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, at: 2026-01-01}},"), |at| format!("{{name: a, at: 2026-13-{at}}},"), "]}]\n")),
        ("unordered-dates", full(bytes, &format!("title: T\n{usual}timeline: {{unit: day, length: 99999}}\nstages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, at: 99999}},"), |at| format!("{{name: a, at: {}}},", 99_990 - at), "]}]\n")),
        ("unknown-aliases", full(bytes, &format!("title: T\n{usual}{stages}\nx-a: ["), |at| format!("*a{at},"), "]\n")),
        ("foreign-tags", full(bytes, &format!("title: T\n{usual}{stages}\nx-a: ["), |_| "!a a,".into(), "]\n")),
        ("hidden-characters", full(bytes, &one, |_| "a\u{202E}b,".into(), "]}\n")),
        ("long-line-mistakes", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"), |_| "{name: a, chanel: w, emoton: 1},".into(), "]}]\n")),
        ("block-scalars", full(bytes, &format!("title: T\n{usual}{stages}\nx-a:\n"), |_| "- |\n  a\n".into(), "")),
        ("block-headers", full(bytes, &format!("title: T\n{usual}{stages}\nx-a:\n"), |_| "- |\n".into(), "")),
        ("comments", full(bytes, &format!("title: T\n{usual}{stages}\n"), |_| "#\n".into(), "")),
        ("blank-lines", full(bytes, &format!("title: T\n{usual}{stages}\nx-a: |\n  a\n"), |_| "\n".into(), "x-b: 1\n")),
        ("spaces-before-values", format!("title: T\n{usual}{stages}\nx-a: {}b\n", " ".repeat(bytes / 10 * 9))),
        ("empty-documents", full(bytes, &format!("title: T\n{usual}{stages}\n"), |_| "---\n".into(), "")),
        ("open-brackets", "[".repeat(bytes - 1)),
        ("quotes", full(bytes, &one, |_| "'''',".into(), "]}\n")),
        ("escapes", full(bytes, &one, |_| "\"\\u0041\",".into(), "]}\n")),
        ("anchors", full(bytes, &format!("title: T\n{usual}{stages}\nx-a: ["), |at| format!("&a{at} a,"), "]\n")),
        ("mermaid", full(bytes, "journey\n", |_| "  section a\n    b: 1: c\n".into(), "")),
        ("links", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"), |_| "{name: a, link: 'https://a.b'},".into(), "]}]\n")),
        ("wrong-links", full(bytes, &format!("title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"), |_| "{name: a, link: 'x:'},".into(), "]}]\n")),
        ("colours", full(bytes, &format!("title: T\n{usual}{stages}\nx-a: {{"), |at| format!("{at}: '#fff',"), "}\n")),
    ]
}
