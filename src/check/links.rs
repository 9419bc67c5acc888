//! Links: which ones are written into a drawing.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfkc};

use super::checker::finding;
use crate::diag::{self, Diagnostic};
use crate::model::{Text, shortened};
use crate::unseen::is_ignorable;

const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// What is wrong with a link, and what to do.
type Wrong = (&'static str, String);

/// What is wrong with a link that a viewer is to follow: it may lead to a page or to a letter, and must look like where it leads.
pub(super) fn refuse_link(text: &Text) -> Option<Diagnostic> {
    let (mark, help) = wrong(&text.text)?;
    let message = format!("`{}` is not a link that jmap writes", shortened(&text.text));
    let finding = finding(&diag::UNSAFE_LINK, text.span, message, mark)
        .note("the map is opened in viewers that follow links: other schemes can run programs or read files");
    Some(finding.help(help))
}

fn wrong(link: &str) -> Option<Wrong> {
    let lower = link.to_ascii_lowercase();
    let scheme = SCHEMES.iter().find(|scheme| lower.starts_with(**scheme));
    let rest = scheme.and_then(|scheme| lower.strip_prefix(scheme));
    if lower.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Some(("holds white space", "write %20 for a space".to_owned()));
    }
    if lower.contains(is_ignorable) {
        let help = "write it anew, or copy it from the browser's address bar";
        return Some(("holds a character that is not seen", help.to_owned()));
    }
    match (scheme, rest) {
        (Some(&"mailto:"), Some(address)) => wrong_address(address),
        (Some(_), Some(rest)) => wrong_page(rest),
        _ => Some(no_scheme(link, &lower)),
    }
}

fn no_scheme(link: &str, lower: &str) -> Wrong {
    if lower.contains(':') && !lower.starts_with("www.") {
        let help = "link to a page: https://…";
        return ("neither https, http nor mailto", help.to_owned());
    }
    let scheme = if lower.contains('@') {
        "mailto:"
    } else {
        "https://"
    };
    (
        "has no scheme",
        format!("write {scheme}{}", shortened(link)),
    )
}

/// What is wrong with what follows `https://`.
fn wrong_page(rest: &str) -> Option<Wrong> {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        let help = "leave out what stands before the host: it is easily taken for the host itself";
        return Some(("names a user before the host", help.to_owned()));
    }
    if rest.contains('\\') {
        let help = "write / in its place, or %5C where it is meant";
        let mark = "holds a backslash, which browsers take for a slash";
        return Some((mark, help.to_owned()));
    }
    let (host, port) = match authority.strip_prefix('[') {
        // An address of IPv6 has colons itself.
        Some(inner) => match inner.split_once(']') {
            Some((host, port)) if !host.is_empty() => {
                let is_part = |c: char| c.is_ascii_hexdigit() || matches!(c, ':' | '.');
                if !host.chars().all(is_part) {
                    return Some(no_host());
                }
                ("", port)
            }
            _ => return Some(no_host()),
        },
        None => match authority.find(':') {
            Some(colon) => authority.split_at(colon),
            None => (authority, ""),
        },
    };
    if !authority.starts_with('[') {
        if host.is_empty() {
            return Some(("leads nowhere", "write the whole address".to_owned()));
        }
        if let Some(wrong) = wrong_host(host) {
            return Some(wrong);
        }
    }
    let digits = port.strip_prefix(':').unwrap_or(port);
    match digits.chars().all(|c| c.is_ascii_digit()) && digits.len() <= 5 {
        true => None,
        false => Some((
            "names no port behind the colon",
            "write a number, or leave the colon out".to_owned(),
        )),
    }
}

fn no_host() -> Wrong {
    let help = "write it as the browser's address bar has it: https://www.example.org/";
    ("has a host that is none", help.to_owned())
}

/// What is wrong with a host. It has letters, digits, hyphens and dots; what programs that follow links turn into something else,
/// such as a full-width `＠` or `／`, is none of them.
fn wrong_host(host: &str) -> Option<Wrong> {
    let is_part = |c: char| match c.is_ascii() {
        true => c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'),
        false => c.is_alphanumeric() || is_combining_mark(c),
    };
    if let Some(c) = host.chars().find(|c| !is_part(*c)) {
        let help = match c.nfkc().collect::<String>() {
            plain if c.is_ascii() => format!("`{plain}` stands in no name of a host: leave it out"),
            _ => format!(
                "U+{:04X} stands in no name of a host, but looks like a sign that ends one: leave it out",
                u32::from(c)
            ),
        };
        return Some(("has a host that is none", help));
    }
    if !is_nfkc(host) {
        let plain: String = host.nfkc().collect();
        let mark = "has a host that programs read otherwise than it looks";
        let help = match wrong_host(&plain) {
            None => format!("write it as they read it: {}", shortened(&plain)),
            Some(_) => no_host().1,
        };
        return Some((mark, help));
    }
    if host.split('.').any(is_mixed) {
        let help = "write it as the browser's address bar has it: letters of another alphabet look like xn--… there";
        return Some((
            "has a host that mixes Latin letters with others",
            help.to_owned(),
        ));
    }
    None
}

/// Whether a part of a host has letters of the ASCII and others than Latin ones, which may look like them, or like a slash.
fn is_mixed(label: &str) -> bool {
    let is_latin = |c: char| matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}');
    label.contains(|c: char| c.is_ascii_alphabetic())
        && label.contains(|c: char| !c.is_ascii() && !is_latin(c) && !is_combining_mark(c))
}

/// What is wrong with what follows `mailto:`. It is one address and no more: header fields can attach files, name more who get
/// the letter, and write it.
fn wrong_address(address: &str) -> Option<Wrong> {
    let alone = || "write the address alone: mailto:ada@example.org".to_owned();
    if address.contains(['?', '&', '#']) {
        return Some(("holds more than an address", alone()));
    }
    if address.contains('%') {
        return Some((
            "holds an encoded sign, which programs read as another one",
            alone(),
        ));
    }
    let Some((person, host)) = address.split_once('@') else {
        return Some(("names no address", alone()));
    };
    let is_part = |c: char| match c.is_ascii() {
        true => c.is_ascii_alphanumeric() || ".-_+'~!*=$^".contains(c),
        false => c.is_alphanumeric() || is_combining_mark(c),
    };
    if person.is_empty() || host.is_empty() || !person.chars().all(is_part) || !is_nfkc(person) {
        return Some(("is not one plain address", alone()));
    }
    wrong_host(host)
}

#[cfg(test)]
mod tests;
