//! Numbers spelled with letters, as toll-free lines in North America are advertised.

use memchr::memchr_iter;

/// How many digits a code has that costs the caller nothing, or much.
const CODE: usize = 3;

/// Those codes in North America.
const TOLL_FREE: [&[u8]; 8] = [
    b"800", b"833", b"844", b"855", b"866", b"877", b"888", b"900",
];

/// A number of which letters stand for some digits, as toll-free lines in North America are
/// advertised: `1-888-KEY-2-FREE`. None can be compared with a register.
pub fn spelled(text: &str) -> Option<&str> {
    let start = memchr_iter(b'-', text.as_bytes())
        .filter(|hyphen| *hyphen >= CODE)
        .map(|hyphen| hyphen - CODE)
        .find(|start| begins(text, *start))?;
    let rest = &text[start..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    Some(&rest[..end.unwrap_or(rest.len())])
}

/// Whether a spelled number begins here, with its code and a hyphen.
fn begins(text: &str, start: usize) -> bool {
    let bytes = text.as_bytes();
    let is_code = TOLL_FREE
        .iter()
        .any(|code| bytes[start..].starts_with(code));
    if !is_code {
        return false;
    }
    let before = text[..start].chars().next_back();
    let letters = bytes[start + CODE + 1..].iter();
    before.is_none_or(|c| !c.is_alphanumeric())
        && letters.take_while(|byte| byte.is_ascii_uppercase()).count() >= 3
}

/// What a telephone dials for a number with letters (ITU-T E.161).
pub fn keyed(text: &str) -> String {
    let key = |c: char| match c.to_ascii_uppercase() {
        'A'..='C' => Some('2'),
        'D'..='F' => Some('3'),
        'G'..='I' => Some('4'),
        'J'..='L' => Some('5'),
        'M'..='O' => Some('6'),
        'P'..='S' => Some('7'),
        'T'..='V' => Some('8'),
        'W'..='Z' => Some('9'),
        other => other.is_ascii_digit().then_some(other),
    };
    text.chars().filter_map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_stand_for_digits_are_found() {
        assert_eq!(
            spelled("Call 1-888-KEY-2-FREE today"),
            Some("888-KEY-2-FREE")
        );
        assert_eq!(spelled("888-373-7888 HELP"), None);
    }
}
