//! Words and scalars to make maps of: what people write, and what nobody should.

/// Words of many kinds: short, long, unbreakable, of other scripts and directions, with markup, hardly seen.
pub const WORDS: &[&str] = &[
    "waits",
    "the",
    "membership",
    "a",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "https://example.org/a/very/long/path/that/goes/on?and=on&and=on#and-on",
    "<b>bold</b>",
    "&amp;",
    "]]>",
    "{{",
    "30",
    "−1.5 %",
    "—",
    "“quoted”",
    "\u{05E9}\u{05DC}\u{05D5}\u{05DD}",
    "\u{0645}\u{0631}\u{062D}\u{0628}\u{0627}",
    "(\u{0627}\u{0644}\u{0633}\u{0639}\u{0631}: 3)",
    "Αθήνα",
    "Москва",
    "Nguyễn",
    "待ち時間が長すぎる。",
    "客服电话一直占线，没有人接听",
    "회원가입을",
    "ไม่รู้ว่าต้องรอนานแค่ไหน",
    "ខ្ញុំរង់ចាំ",
    "हिन्दी",
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈",
    "☎\u{FE0F}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30A}\u{30B}\u{30C}",
    "co\u{AD}op\u{AD}er\u{AD}a\u{AD}tion",
    "no\u{A0}break",
    "zero\u{200B}width\u{200D}\u{2060}",
    "\u{202E}txet\u{202C}",
    "\u{2066}isolate",
    "\u{FFFD}",
    "\u{E000}",
    "\u{10FFFD}",
    "\u{FDFD}",
    "one\ntwo",
];

/// Numbers within what jmap counts.
pub const NUMBERS: &[&str] = &[
    "0",
    "1",
    "41",
    "-3",
    "0.5",
    "-0.0",
    "+7",
    "007",
    "1e3",
    "1e15",
    "-1e15",
    "1e-300",
    "123456789012345",
    "0.30000000000000004",
];

/// Days, the first and the last of them included.
pub const DAYS: &[&str] = &["2026-01-17", "2024-02-29", "0001-01-01", "9999-12-31"];

/// Days, months and years.
pub const PERIODS: &[&str] = &["2026-09-14", "2026-09", "2026", "0001"];

/// Languages: known, from right to left, with regions and scripts, unknown.
pub const LANGUAGES: &[&str] = &[
    "en", "de", "ar", "he", "ja", "zh-Hant", "ko", "th", "pt-BR", "ur", "fr-CH", "ru", "az-Arab",
    "tlh",
];

/// Addresses.
pub const LINKS: &[&str] = &[
    "https://example.org/?a=1&b=<2>#\"c\"",
    "http://xn--mller-kva.example/%00",
    "mailto:ana@example.org",
];

/// Scales of emotion: their ends, and how they are written.
pub const SCALES: &[(f64, f64, &str)] = &[
    (1.0, 5.0, "{min: 1, max: 5}"),
    (
        -100.0,
        100.0,
        "{min: -100, max: 100, neutral: 30, labels: {-100: Never, 0: So so, 100: \"Ever\u{301}\"}}",
    ),
    (0.0, 0.001, "{min: 0, max: 0.001}"),
    (-1e15, 1e15, "{min: -1e15, max: 1e15}"),
    (0.0, 1e6, "{min: 0, max: 1000000, neutral: 999999}"),
];

/// Values that stand where others are expected.
pub const ODD: &[&str] = &[
    "null",
    "~",
    "[]",
    "{}",
    "[[1]]",
    "{a: {b: 1}}",
    "\"\"",
    "\" \"",
    "-1e300",
    "1e999",
    ".nan",
    ".inf",
    "true",
    "no",
    "1",
    "2026-02-30",
    "-9999-01-01",
    "99999999999999999999",
    "unknown",
    "leave",
    "rest",
    "all",
    "!!int x",
    "! x",
    "*a",
    "&a {name: x}",
    "\"\\0\"",
    "\"\\uFFFE\"",
    "javascript:alert(1)",
    "../../etc/passwd",
    "#fff",
    "\"#12345678\"",
    "150 %",
    "-1",
    "0.5.5",
    "1w 5d 99999999999y",
    "2026-01-17 25:61",
    "“curly”",
];
