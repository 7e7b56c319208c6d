//! Percent signs in addresses (RFC 3986, §2.1): what stands for a character that may not.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but the unreserved characters (§2.3) and what parts a path.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The same for a path that came out of an address: what is encoded in it stays.
const ENCODED: &AsciiSet = &IN_PATH.remove(b'%');

/// A path as it may stand in an address.
pub fn encode(path: &str) -> String {
    utf8_percent_encode(path, IN_PATH).to_string()
}

/// A path of an address, in which only what no address may hold is encoded.
pub fn complete(path: &str) -> String {
    utf8_percent_encode(path, ENCODED).to_string()
}

/// A path of an address as people write it; as it is where that gives no text.
pub fn decode(path: &str) -> Cow<'_, str> {
    let decoded = percent_decode_str(path).decode_utf8();
    decoded.unwrap_or(Cow::Borrowed(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_go_there_and_back() {
        let check = |path: &str, expected: &str| {
            assert_eq!(encode(path), expected);
            assert_eq!(decode(expected), path);
        };
        check("content/en.md", "content/en.md");
        check("content/año nuevo/es.md", "content/a%C3%B1o%20nuevo/es.md");
        check("a:b?c#d%", "a%3Ab%3Fc%23d%25");
        check("a\n::error::", "a%0A%3A%3Aerror%3A%3A");
    }

    #[test]
    fn what_is_encoded_stays() {
        assert_eq!(complete("/a%20b/ñ c"), "/a%20b/%C3%B1%20c");
        assert_eq!(decode("%zz %f"), "%zz %f");
        assert_eq!(decode("%ff"), "%ff");
    }
}
