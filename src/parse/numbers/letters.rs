//! Numbers in letters: the words on the keys of a telephone.

use super::strand::{GAP, Glyph};

/// A number in letters: its digits, and where it stands in the strand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lettered {
    /// The digits it stands for.
    pub digits: String,
    /// Its first character.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
}

/// The ranges of letters and digits.
pub fn words(glyphs: &[Glyph]) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    for at in 0..=glyphs.len() {
        let is_word = glyphs
            .get(at)
            .is_some_and(|glyph| glyph.char.is_alphanumeric());
        match (start, is_word) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// The free numbers of North America, the only ones that are printed as words: 800, 888, 877…
const FREE: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];

/// How many keys follow the three of a free number. Longer words are dialled too; the network takes
/// the first seven.
const KEYS: usize = 7;

/// Numbers such as `1-888-KEY-2-FREE`.
pub fn vanity(glyphs: &[Glyph]) -> Vec<Lettered> {
    let words = words(glyphs);
    let mut found = Vec::new();
    let mut index = 0;
    while index < words.len() {
        match vanity_at(&words[index..], glyphs) {
            Some((number, count)) => {
                found.push(number);
                index += count;
            }
            None => index += 1,
        }
    }
    found
}

/// The number that begins with the first of these words, and how many of them it takes.
fn vanity_at(words: &[(usize, usize)], glyphs: &[Glyph]) -> Option<(Lettered, usize)> {
    let text = |index: usize| -> Option<String> {
        let (start, end) = words.get(index).copied()?;
        Some(glyphs[start..end].iter().map(|glyph| glyph.char).collect())
    };
    let first = usize::from(text(0)? == "1");
    if !FREE.contains(&text(first)?.as_str()) {
        return None;
    }
    let mut keys = String::new();
    let mut count = first + 1;
    let mut has_letters = false;
    while keys.len() < KEYS && count < words.len() {
        let between = &glyphs[words[count - 1].1..words[count].0];
        let word = text(count)?;
        let is_key = |char: char| char.is_ascii_digit() || char.is_ascii_uppercase();
        if !is_linked(between) || !word.chars().all(is_key) {
            break;
        }
        has_letters |= word.bytes().any(|byte| byte.is_ascii_uppercase());
        keys.extend(word.chars().map(key));
        count += 1;
    }
    if keys.len() < KEYS || !has_letters {
        return None;
    }
    keys.truncate(KEYS);
    let number = Lettered {
        digits: format!("{}{keys}", text(first)?),
        start: words[0].0,
        end: words[count - 1].1,
    };
    Some((number, count))
}

fn is_linked(between: &[Glyph]) -> bool {
    between.len() <= 2
        && between
            .iter()
            .all(|glyph| glyph.char != GAP && " -.)(".contains(glyph.char))
}

/// The digit of the key that a letter is on (ITU-T E.161).
fn key(char: char) -> char {
    match char {
        'A'..='C' => '2',
        'D'..='F' => '3',
        'G'..='I' => '4',
        'J'..='L' => '5',
        'M'..='O' => '6',
        'P'..='S' => '7',
        'T'..='V' => '8',
        'W'..='Z' => '9',
        other => other,
    }
}
