//! HTML as it was rendered: an independent second reader of what templates and Markdown made.
//!
//! It reads the way browsers do as far as that matters here: tags, attributes quoted or not, and
//! elements whose content is no markup. It never fails; what is no tag is text.

mod page;
mod tokens;

pub use page::{Anchor, Page, Resource};
pub use tokens::{Tag, Token, tokens};

/// The text of an attribute or of text without references to characters, as far as escaping makes
/// them.
fn decoded(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end <= 10);
        match end.and_then(|end| Some((character(&rest[1..end])?, end))) {
            Some((character, end)) => {
                out.push(character);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved() {
        let check = |text: &str, expected: &str| assert_eq!(decoded(text), expected);
        check("plain", "plain");
        check("a&amp;b &lt;c&#39;d&#x2F;e", "a&b <c'd/e");
        check(
            "AT&T & co; &unknown; &#1114112;",
            "AT&T & co; &unknown; &#1114112;",
        );
        check("&", "&");
    }
}
