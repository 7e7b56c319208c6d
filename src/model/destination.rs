//! Where links and images may lead.
//!
//! A destination is judged as a browser would read it, after CommonMark has resolved its entities
//! and escapes, so that no disguise of `javascript:` gets through. What it resolves to inside the
//! campaign is found out by [`EditionSite::resolve`](crate::model::site::EditionSite::resolve).

use url::{ParseError, Url};

/// The schemes that a link may have: none of them runs code, and a phone knows them all.
const SCHEMES: [&str; 5] = ["https", "http", "mailto", "tel", "sms"];

/// What kind of place a destination is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A path, relative or from the root, or a fragment.
    Local,
    /// An address of its own, with a scheme that a link may have.
    Elsewhere,
    /// Nowhere a reader may be sent: code, another host in disguise, or no address at all.
    Unsafe,
}

/// Judges a destination.
pub fn classify(destination: &str) -> Destination {
    let trimmed = destination.trim();
    if trimmed.contains(char::is_control) || names_another_host(trimmed) {
        return Destination::Unsafe;
    }
    if trimmed.is_empty() || trimmed.starts_with(['/', '.', '#', '?']) {
        return Destination::Local;
    }
    match Url::parse(trimmed) {
        Ok(url) if is_allowed(trimmed, &url) => Destination::Elsewhere,
        Err(ParseError::RelativeUrlWithoutBase) => Destination::Local,
        _ => Destination::Unsafe,
    }
}

/// `//host` and what browsers take for it: `\` counts as `/`.
fn names_another_host(destination: &str) -> bool {
    let mut bytes = destination.bytes();
    let is_slash = |byte| byte == Some(b'/') || byte == Some(b'\\');
    is_slash(bytes.next()) && is_slash(bytes.next())
}

/// Browsers read `https:path` as a relative path and `https://bank@host` as `host`: neither is
/// what its author sees, so both are refused.
fn is_allowed(destination: &str, url: &Url) -> bool {
    if !SCHEMES.contains(&url.scheme()) {
        return false;
    }
    if !url.scheme().starts_with("http") {
        return true;
    }
    let written_out = destination
        .get(url.scheme().len()..)
        .is_some_and(|rest| rest.starts_with("://"));
    written_out && url.username().is_empty() && url.password().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: Destination, destinations: &[&str]) {
        for destination in destinations {
            assert_eq!(classify(destination), expected, "{destination:?}");
        }
    }

    #[test]
    fn paths_and_fragments_are_local() {
        check(
            Destination::Local,
            &[
                "",
                "../t-visa/",
                "/rights/#who",
                "#top",
                "file name.pdf",
                "ayuda/línea",
                "?q=a:b",
                "./a:b",
            ],
        );
    }

    #[test]
    fn a_few_schemes_lead_elsewhere() {
        check(
            Destination::Elsewhere,
            &[
                "https://example.org/",
                "HTTP://example.org",
                "mailto:ayuda@example.org",
                "tel:+18883737888",
                "sms:233733",
            ],
        );
    }

    #[test]
    fn everything_else_is_unsafe_in_any_disguise() {
        check(
            Destination::Unsafe,
            &[
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "\u{1}javascript:alert(1)",
                "java\nscript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "a:b",
                "//evil.example",
                "\\\\evil.example",
                "/\\evil.example",
                " //evil.example",
                "/\t/evil.example",
                "https:evil",
                "https:\\\\evil.example",
                "https://bank.example@evil.example",
                "https://",
                "ht\ntps://example.org",
            ],
        );
    }
}
