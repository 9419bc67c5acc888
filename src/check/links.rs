//! Links: which ones are written into a drawing.

use super::checker::finding;
use crate::diag::{self, Diagnostic};
use crate::model::{Text, shortened};
use crate::unseen::is_ignorable;

const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// What is wrong with a link that a viewer is to follow: it may lead to a page or to a letter, and must look like where it leads.
pub(super) fn refuse_link(text: &Text) -> Option<Diagnostic> {
    let lower = text.text.to_ascii_lowercase();
    let scheme = SCHEMES.iter().find(|scheme| lower.starts_with(**scheme));
    let rest = scheme.and_then(|scheme| lower.strip_prefix(scheme));
    let is_page = scheme.is_some_and(|scheme| scheme.ends_with('/'));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    let (mark, help) = if lower.contains(|c: char| c.is_whitespace() || c.is_control()) {
        ("holds white space", "write %20 for a space".to_owned())
    } else if lower.contains(is_ignorable) {
        let help = "write it anew, or copy it from the browser's address bar";
        ("holds a character that is not seen", help.to_owned())
    } else if is_page && host.is_some_and(|host| host.contains('@')) {
        let help = "leave out what stands before the host: it is easily taken for the host itself";
        ("names a user before the host", help.to_owned())
    } else if host.is_some() && lower.contains('\\') {
        let help = "write / in its place, or %5C where it is meant";
        (
            "holds a backslash, which browsers take for a slash",
            help.to_owned(),
        )
    } else if host == Some("") {
        ("leads nowhere", "write the whole address".to_owned())
    } else if host.is_some() {
        return None;
    } else if lower.contains(':') && !lower.starts_with("www.") {
        let help = "link to a page: https://…";
        ("neither https, http nor mailto", help.to_owned())
    } else {
        let scheme = if lower.contains('@') {
            "mailto:"
        } else {
            "https://"
        };
        let help = format!("write {scheme}{}", shortened(&text.text));
        ("has no scheme", help)
    };
    let message = format!("`{}` is not a link that jmap writes", shortened(&text.text));
    let finding = finding(&diag::UNSAFE_LINK, text.span, message, mark)
        .note("the map is opened in viewers that follow links: other schemes can run programs or read files");
    Some(finding.help(help))
}
