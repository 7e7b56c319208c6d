//! Numbers spelled with letters, as toll-free lines in North America are advertised.

/// A number of which letters stand for some digits, as toll-free lines in North America are
/// advertised: `1-888-KEY-2-FREE`. None can be compared with a register.
pub fn spelled(text: &str) -> Option<&str> {
    const TOLL_FREE: [&str; 8] = [
        "800-", "833-", "844-", "855-", "866-", "877-", "888-", "900-",
    ];
    let found = TOLL_FREE
        .iter()
        .flat_map(|code| text.match_indices(code))
        .find(|(at, code)| {
            let before = text[..*at].chars().next_back();
            let letters = text[at + code.len()..].bytes();
            before.is_none_or(|c| !c.is_alphanumeric())
                && letters.take_while(u8::is_ascii_uppercase).count() >= 3
        })?;
    let rest = &text[found.0..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    Some(&rest[..end.unwrap_or(rest.len())])
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
