//! A first look at a text: whether it may hold a number at all. Most texts do not, and are left at
//! once; what follows looks at each character closely.

use super::finder::SHORTEST;
use super::markdown;
use super::spoken::is_spoken;

/// How many words of a number stand side by side in the shortest one: *nueve once*.
const FEWEST_WORDS: usize = 2;

/// How many letters may part two words of a number: *ochenta y ocho*.
const APART: usize = 1;

/// Whether a text, as it is written with all its marks, may hold a number: it has the digits of the
/// shortest one, or the words of the shortest in words.
pub fn may_hold_number(text: &str) -> bool {
    let mut digits = 0;
    let mut words = 0;
    let mut word = 0;
    let bytes = text.as_bytes();
    let mut behind_address = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if at < behind_address {
            continue;
        }
        if *byte == b'(' && bytes[..at].ends_with(b"]") {
            behind_address = at + address(&text[at..]);
        }
        // Letters with an accent are of one word with those around.
        if byte.is_ascii_alphabetic() || is_accented(bytes, at) {
            word += 1;
            continue;
        }
        words = in_a_row(words, text.get(at - word..at).unwrap_or_default());
        word = 0;
        let is_digit = byte.is_ascii_digit() || *byte >= FOREIGN && is_foreign_digit(&text[at..]);
        digits += usize::from(is_digit);
        if digits >= SHORTEST || words >= FEWEST_WORDS {
            return true;
        }
    }
    in_a_row(words, text.get(bytes.len() - word..).unwrap_or_default()) >= FEWEST_WORDS
}

/// How many words of numbers stand in a row with this one.
fn in_a_row(before: usize, word: &str) -> usize {
    match word.len() {
        _ if is_spoken(word) => before + 1,
        0..=APART => before,
        _ => 0,
    }
}

/// Whether this byte is one of the two of a small Latin letter with an accent.
fn is_accented(bytes: &[u8], at: usize) -> bool {
    let is_first = |at: usize| bytes.get(at) == Some(&0xC3);
    is_first(at) || at > 0 && is_first(at - 1)
}

/// How long the address of a link is that leads to no telephone, with its bracket: its digits are
/// those of a page.
fn address(link: &str) -> usize {
    let length = link.find([')', ' ', '\n']).unwrap_or(link.len());
    let dials = markdown::is_call(&link[1..length.max(1)]);
    if dials { 0 } else { length }
}

/// The first byte, in UTF-8, of other digits than those of ASCII: the raised ones are the first.
const FOREIGN: u8 = 0xC2;

fn is_foreign_digit(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_hold_a_number_is_looked_at() {
        for text in [
            "Call 911.",
            "8**8**8",
            "٨٨٨",
            "𝟴𝟴𝟴",
            "triple eight triple three five",
            "nueve once",
            "ochenta y dos",
            "veintidós veintitrés",
            "Ocho ocho ocho, tres siete tres",
            "[a](/b/12345/) and 911",
            "[a](tel:+18883737888)",
            "[a](b \"888-373-7888\")",
        ] {
            assert!(may_hold_number(text), "{text}");
        }
        for text in [
            "",
            "Two of the 12 left “at once”—été.",
            "una de las dos",
            "[a](/b/12345/)",
            "](",
            "áéí",
        ] {
            assert!(!may_hold_number(text), "{text}");
        }
    }
}
