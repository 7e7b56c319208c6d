//! Addresses as browsers read them: their schemes, and paths relative to a folder.

use std::borrow::Cow;

use crate::readback::decode;

/// The path of an address, without a trailing slash.
pub(super) fn path_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or("", |at| &rest[at..])
}

/// The scheme of an address (RFC 3986 §3.1), as a browser reads it: white space and control
/// characters in it are nothing to it.
pub(super) fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let scheme: String = scheme
        .chars()
        .filter(|c| !c.is_ascii_control() && !c.is_ascii_whitespace())
        .collect();
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// Whether an address is nothing but a path from the folder it is in, as most are: `../../visa/`.
pub(super) fn is_plain(address: &str) -> bool {
    let first = address.bytes().next();
    first.is_some_and(|byte| byte != b'/')
        && address
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_'))
}

/// A relative path from a folder; none when it leads out of the output.
pub(super) fn joined(folder: &str, path: &str) -> Option<String> {
    // Up first, then down: so are all links that are made by a program.
    let (mut folder, mut path) = (folder, path);
    while let Some(rest) = path.strip_prefix("../") {
        if folder.is_empty() {
            return None;
        }
        folder = &folder[..folder.rfind('/').unwrap_or(0)];
        path = rest;
    }
    let path = match path.contains('%') {
        true => Cow::Owned(decoded(path)),
        false => Cow::Borrowed(path),
    };
    let mut result = String::with_capacity(folder.len() + path.len() + "/index.html".len());
    result.push_str(folder);
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        match part {
            "" | "." => {}
            ".." => {
                if result.is_empty() {
                    return None;
                }
                result.truncate(result.rfind('/').unwrap_or(0));
            }
            _ => {
                if !result.is_empty() {
                    result.push('/');
                }
                result.push_str(part);
                if parts.peek().is_none() {
                    return Some(result);
                }
            }
        }
    }
    // Whatever ends with a slash or dots is a folder.
    if !result.is_empty() {
        result.push('/');
    }
    Some(result)
}

/// A text with its percent signs resolved.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    decode::percent(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_as_browsers_do() {
        let check = |folder: &str, path: &str, expected: Option<&str>| {
            assert_eq!(
                joined(folder, path).as_deref(),
                expected,
                "{folder} + {path}"
            );
        };
        check("en/visa", "../index.html", Some("en/index.html"));
        check("en/visa", "", Some("en/visa/"));
        check("en/visa", "../", Some("en/"));
        check("en", "..", Some(""));
        check("en", "../..", None);
        check("", "a%20b/./c.png", Some("a b/c.png"));
    }

    #[test]
    fn a_scheme_is_seen_through_what_browsers_ignore() {
        assert_eq!(
            scheme("java\nscript:alert(1)").as_deref(),
            Some("javascript")
        );
        assert_eq!(scheme("TEL:+1").as_deref(), Some("tel"));
        assert_eq!(scheme("a/b:c"), None);
    }
}
