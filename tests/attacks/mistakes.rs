//! Files full of mistakes, of each kind as many as fit; and of what YAML allows and a map hardly needs.

use super::{HEAD, full};

pub(super) fn maps(bytes: usize) -> Vec<(&'static str, String)> {
    let one = format!(
        "{HEAD}stages:\n- name: S\n  touchpoints:\n  - {{name: T, channel: w, emotion: 1, thoughts: ["
    );
    let usual = "personas: {a: A}\nchannels: {w: W}\n";
    let stages = "stages: [{name: S, touchpoints: [{name: T, channel: w, emotion: 1}]}]";
    vec![
        (
            "unknown-keys",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\n"),
                |at| format!("{at:x}:\n"),
                "",
            ),
        ),
        (
            "unknown-keys-long",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\n"),
                |at| format!("a{at}{}: a\n", "touchpoint".repeat(40)),
                "",
            ),
        ),
        (
            "unknown-keys-deep",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"
                ),
                |at| format!("{{name: a, q{at}: 1}},"),
                "]}]\n",
            ),
        ),
        (
            "unknown-icons",
            full(
                bytes,
                &format!("title: T\npersonas: {{a: A}}\n{stages}\nchannels: {{w: W,"),
                |at| format!("c{at}: {{icon: wrongicon}},"),
                "}\n",
            ),
        ),
        (
            "unknown-feelings",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"
                ),
                |at| format!("{{name: a, emotion: frustr{at}}},"),
                "]}]\n",
            ),
        ),
        (
            "unknown-references",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"
                ),
                |at| format!("{{name: t{at}, next: u{at}}},"),
                "]}]\n",
            ),
        ),
        (
            "unknown-channels",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"
                ),
                |at| format!("{{name: t, channel: u{at}}},"),
                "]}]\n",
            ),
        ),
        (
            "unknown-lanes",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\nlanes: ["),
                |at| format!("l{at},"),
                "]\n",
            ),
        ),
        (
            "unknown-rules",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\ncheck: {{"),
                |at| format!("r{at}: warn,"),
                "}\n",
            ),
        ),
        (
            "unknown-allows",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\nx-allow: {{"),
                |at| format!("missing-goal{at}: a,"),
                "}\n",
            ),
        ),
        (
            "allows-many",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"
                ),
                |_| "{name: a, x-allow: {missing-goal: a}},".into(),
                "]}]\n",
            ),
        ),
        (
            "duplicate-keys",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\nx-a: {{"),
                |_| "a: ,".into(),
                "}\n",
            ),
        ),
        (
            "duplicate-ids",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"
                ),
                |_| "{name: a, id: a},".into(),
                "]}]\n",
            ),
        ),
        (
            "duplicate-names",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"
                ),
                |_| "{name: a, next: a},".into(),
                "]}]\n",
            ),
        ),
        (
            "wrong-types",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, thoughts: ["
                ),
                |_| "{},".into(),
                "]}]}]\n",
            ),
        ),
        (
            "nulls",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, thoughts: ["
                ),
                |_| "~,".into(),
                "]}]}]\n",
            ),
        ),
        (
            "null-stages",
            full(
                bytes,
                &format!("title: T\n{usual}stages: ["),
                |_| "~,".into(),
                "]\n",
            ),
        ),
        (
            "wrong-dates",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}timeline: {{from: 2026-01-01, to: 2026-12-31}}\nstages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, at: 2026-01-01}},"
                ),
                |at| format!("{{name: a, at: 2026-13-{at}}},"),
                "]}]\n",
            ),
        ),
        (
            "unordered-dates",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}timeline: {{unit: day, length: 99999}}\nstages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1, at: 99999}},"
                ),
                |at| format!("{{name: a, at: {}}},", 99_990 - at),
                "]}]\n",
            ),
        ),
        (
            "unknown-aliases",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\nx-a: ["),
                |at| format!("*a{at},"),
                "]\n",
            ),
        ),
        (
            "foreign-tags",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\nx-a: ["),
                |_| "!a a,".into(),
                "]\n",
            ),
        ),
        (
            "hidden-characters",
            full(bytes, &one, |_| "a\u{202E}b,".into(), "]}\n"),
        ),
        (
            "long-line-mistakes",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"
                ),
                |_| "{name: a, chanel: w, emoton: 1},".into(),
                "]}]\n",
            ),
        ),
        (
            "block-scalars",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\nx-a:\n"),
                |_| "- |\n  a\n".into(),
                "",
            ),
        ),
        (
            "block-headers",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\nx-a:\n"),
                |_| "- |\n".into(),
                "",
            ),
        ),
        (
            "comments",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\n"),
                |_| "#\n".into(),
                "",
            ),
        ),
        (
            "blank-lines",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\nx-a: |\n  a\n"),
                |_| "\n".into(),
                "x-b: 1\n",
            ),
        ),
        (
            "spaces-before-values",
            format!(
                "title: T\n{usual}{stages}\nx-a: {}b\n",
                " ".repeat(bytes / 10 * 9)
            ),
        ),
        (
            "empty-documents",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\n"),
                |_| "---\n".into(),
                "",
            ),
        ),
        ("open-brackets", "[".repeat(bytes - 1)),
        ("quotes", full(bytes, &one, |_| "'''',".into(), "]}\n")),
        (
            "escapes",
            full(bytes, &one, |_| "\"\\u0041\",".into(), "]}\n"),
        ),
        (
            "anchors",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\nx-a: ["),
                |at| format!("&a{at} a,"),
                "]\n",
            ),
        ),
        (
            "mermaid",
            full(
                bytes,
                "journey\n",
                |_| "  section a\n    b: 1: c\n".into(),
                "",
            ),
        ),
        (
            "links",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"
                ),
                |_| "{name: a, link: 'https://a.b'},".into(),
                "]}]\n",
            ),
        ),
        (
            "wrong-links",
            full(
                bytes,
                &format!(
                    "title: T\n{usual}stages: [{{name: S, touchpoints: [{{name: T, channel: w, emotion: 1}},"
                ),
                |_| "{name: a, link: 'x:'},".into(),
                "]}]\n",
            ),
        ),
        (
            "colours",
            full(
                bytes,
                &format!("title: T\n{usual}{stages}\nx-a: {{"),
                |at| format!("{at}: '#fff',"),
                "}\n",
            ),
        ),
    ]
}
