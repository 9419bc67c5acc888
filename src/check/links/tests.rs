//! Links that lead elsewhere than they look, by kind.

use super::wrong;

/// What a link may not hold where its host stands, one after another: look-alikes of `@ / \\ ? # : .`, and signs that end a host.
const NO_PART_OF_A_HOST: &str = "@\u{FF20}\u{FE6B}\u{24D0}\u{FF0F}\u{2044}\u{2215}\u{29F8}\u{29F5}\u{FE68}\u{FF3C}\u{FF1F}\u{FE56}\u{FF03}\u{FE5F}\
    \u{FF1A}\u{FE55}\u{2236}\u{A789}\u{2D0}\u{FF0E}\u{3002}\u{FF61}\u{FE52}\u{2024}\u{2025}\u{2026}\u{2100}\u{2101}\u{2105}\u{2106}\u{33C2}\u{2474}\u{2488}\
    \u{2048}\u{2049}\u{203C}\u{2A74}\u{FE13}\u{FE16}\u{FE19}\u{338F}\u{FF41}\u{FF10}\u{1D41A}\u{30CE}\u{3033}\u{4E3F}\u{2F03}\u{430}%&;,!$'()*+=<>\"`{}|^~[]\\";

#[test]
fn hosts_are_what_they_look_like() {
    for c in NO_PART_OF_A_HOST.chars() {
        for link in [
            format!("https://bank.example{c}evil.example/"),
            format!("HTTP://bank{c}.example"),
            format!("mailto:ada@bank{c}evil.example"),
            format!("https://{c}evil.example/@"),
        ] {
            // At the end of a host a plain letter of another alphabet mixes with nothing.
            let is_letter =
                link.contains("://") && c.is_alphanumeric() && link.contains("://bank.example");
            assert!(wrong(&link).is_some(), "{link} {is_letter}");
        }
    }
    for encoded in [
        "%40",
        "%2f",
        "%5C",
        "%3A",
        "%EF%BC%A0",
        "%2e",
        "%00",
        "%0d%0a",
    ] {
        assert!(wrong(&format!("https://bank.example{encoded}evil.example/")).is_some());
        assert!(wrong(&format!("mailto:ada{encoded}bob@bank.example")).is_some());
    }
}

#[test]
fn what_leads_nowhere_is_refused() {
    for link in [
        "https://",
        "https:///evil.example",
        "https://?a",
        "http://#a",
        "https://:80/",
        "https://a:b/",
        "https://a:123456/",
        "https://user@evil.example",
        "https://bank.example:443@evil.example/",
        "https:/evil.example",
        "https:\\\\evil.example",
        "https://[::1",
        "https://[]/",
        "https://[::1]x/",
        "https://[bank.example]/",
        "//evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "mailto:",
        "mailto:ada",
        "mailto:@example.org",
        "mailto:ada@",
    ] {
        assert!(wrong(link).is_some(), "{link}");
    }
}

#[test]
fn a_letter_has_one_address_and_no_more() {
    for field in [
        "?attach=/etc/passwd",
        "?attachment=/etc/passwd",
        "?Attach=x",
        "?subject=a",
        "?body=a",
        "?cc=a@b.c",
        "?bcc=a@b.c",
        "?to=a@b.c",
        "?subject=a%0D%0ABcc:%20a@b.c",
        "?%61ttach=x",
        "&attach=x",
        "&amp;attach=x",
        "?",
        "#a",
        ",bob@example.org",
        ";bob@example.org",
        "%0A",
        "%0d%0aBcc:a@b.c",
        "%3Fattach=x",
        "\u{FF1F}attach=x",
        "\u{FE56}attach=x",
        "/a",
        ":80",
    ] {
        for link in [
            format!("mailto:ada@example.org{field}"),
            format!("MailTo:ada{field}@example.org"),
        ] {
            assert!(wrong(&link).is_some(), "{link}");
        }
    }
    assert!(wrong("mailto:?to=ada@example.org").is_some());
}

#[test]
fn honest_links_are_written() {
    for link in [
        "https://www.example.org/a%20b/@ada?x=1&y=%0A#z",
        "HTTPS://Example.ORG",
        "http://localhost:8080/",
        "https://192.0.2.1/",
        "http://[2001:db8::1]:80/",
        "https://m\u{FC}nchen.example/",
        "https://xn--mnchen-3ya.example",
        "https://\u{43F}\u{440}\u{438}\u{43C}\u{435}\u{440}.example/",
        "https://\u{4F8B}\u{3048}.example",
        "https://\u{0909}\u{0926}\u{093E}.example/",
        "https://a_b.example.org/\u{FF20}",
        "mailto:ada@example.org",
        "mailto:ada.o'neil+map@sub.example.org",
        "mailto:j\u{FC}rgen@m\u{FC}nchen.example",
    ] {
        assert_eq!(wrong(link), None, "{link}");
    }
}
