//! A first look at a text: whether it may hold a number at all. Most texts do not, and are left at
//! once; what follows looks at each character closely.

use super::letters::{LONGEST, REPEATS, WORDS};
use super::run::DIGITS;
use super::{SHORTEST, markdown};

/// The fewest words that a number in words has: each repeats a digit three times at most, and one
/// word says so while another names the digit.
const FEWEST_WORDS: usize = DIGITS.div_ceil(3) + 1;

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
        if byte.is_ascii_alphabetic() {
            word += 1;
            continue;
        }
        words += usize::from(is_spoken(&bytes[at - word..at]));
        word = 0;
        let is_digit = byte.is_ascii_digit() || *byte >= FOREIGN && is_foreign_digit(&text[at..]);
        digits += usize::from(is_digit);
        if digits >= SHORTEST || words >= FEWEST_WORDS {
            return true;
        }
    }
    words += usize::from(is_spoken(&bytes[bytes.len() - word..]));
    words >= FEWEST_WORDS
}

/// How long the address of a link is that leads to no telephone, with its bracket: its digits are
/// those of a page.
fn address(link: &str) -> usize {
    let length = link.find([')', ' ', '\n']).unwrap_or(link.len());
    let dials = markdown::is_call(&link[1..length.max(1)]);
    if dials { 0 } else { length }
}

/// The first byte, in UTF-8, of the digits of other scripts: the Arabic-Indic ones are the first.
const FOREIGN: u8 = 0xD9;

fn is_foreign_digit(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_numeric)
}

/// Whether a word names a digit, or repeats one.
fn is_spoken(word: &[u8]) -> bool {
    if word.len() < 2 || word.len() > LONGEST {
        return false;
    }
    // Most words begin otherwise: they need no closer look.
    if BEGINNINGS[letter(word[0])] >> letter(word[1]) & 1 == 0 {
        return false;
    }
    let is_word = |known: &str| known.as_bytes().eq_ignore_ascii_case(word);
    WORDS.iter().any(|(known, _)| is_word(known)) || REPEATS.iter().any(|(known, _)| is_word(known))
}

/// For each letter that such a word begins with, a bit for each that is its second.
const BEGINNINGS: [u32; 32] = beginnings();

const fn beginnings() -> [u32; 32] {
    let mut beginnings = [0; 32];
    let mut at = 0;
    while at < WORDS.len() + REPEATS.len() {
        let word = match at < WORDS.len() {
            true => WORDS[at].0,
            false => REPEATS[at - WORDS.len()].0,
        };
        let [first, second, ..] = word.as_bytes() else {
            panic!("these words have two letters at least");
        };
        beginnings[letter(*first)] |= 1 << letter(*second);
        at += 1;
    }
    beginnings
}

/// The number of an ASCII letter, small or not, in the alphabet.
const fn letter(letter: u8) -> usize {
    (letter & 31) as usize
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
            "one, two, three",
            "[a](/b/12345/)",
            "](",
            "áéí",
        ] {
            assert!(!may_hold_number(text), "{text}");
        }
    }
}
