//! Numbers in letters: digits spelled out in words, and the words on the keys of a telephone.

use super::run::DIGITS;
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

/// The digits in English and in Spanish, as they are read out.
pub const WORDS: [(&str, char); 22] = [
    ("zero", '0'),
    ("oh", '0'),
    ("cero", '0'),
    ("one", '1'),
    ("uno", '1'),
    ("una", '1'),
    ("two", '2'),
    ("dos", '2'),
    ("three", '3'),
    ("tres", '3'),
    ("four", '4'),
    ("cuatro", '4'),
    ("five", '5'),
    ("cinco", '5'),
    ("six", '6'),
    ("seis", '6'),
    ("seven", '7'),
    ("siete", '7'),
    ("eight", '8'),
    ("ocho", '8'),
    ("nine", '9'),
    ("nueve", '9'),
];

/// Words that repeat the digit behind them: *double eight*.
pub const REPEATS: [(&str, usize); 3] = [("double", 2), ("doble", 2), ("triple", 3)];

/// The longest of these words: longer ones need not be compared.
pub const LONGEST: usize = 6;

/// What a word of a strand contributes to a number.
enum Spoken {
    Digits(String),
    Repeat(usize),
}

/// Numbers of at least seven digits that are read out digit by digit. One that is all in figures is
/// none of these.
pub fn spoken(glyphs: &[Glyph]) -> Vec<Lettered> {
    let mut found = Vec::new();
    let mut current: Option<Lettered> = None;
    let mut is_in_words = false;
    let mut repeat = 1;
    let words = words(glyphs);
    if words.len() < 2 {
        return found;
    }
    for (start, end) in words {
        let is_next = current
            .as_ref()
            .is_some_and(|number| is_joined(&glyphs[number.end..start]));
        if !is_next {
            found.extend(current.take().filter(|_| is_in_words));
            is_in_words = false;
            repeat = 1;
        }
        let Some(said) = said(&glyphs[start..end]) else {
            found.extend(current.take().filter(|_| is_in_words));
            is_in_words = false;
            repeat = 1;
            continue;
        };
        let number = current.get_or_insert_with(|| Lettered {
            digits: String::new(),
            start,
            end,
        });
        number.end = end;
        match said {
            Spoken::Repeat(times) => repeat = times,
            Spoken::Digits(digits) => {
                is_in_words |= !glyphs[start].char.is_ascii_digit();
                number.digits.push_str(&digits.repeat(repeat));
                repeat = 1;
            }
        }
    }
    found.extend(current.filter(|_| is_in_words));
    found.retain(|number| number.digits.len() >= DIGITS && !is_counting(&number.digits));
    found
}

/// The ranges of letters and digits.
fn words(glyphs: &[Glyph]) -> Vec<(usize, usize)> {
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

fn is_joined(between: &[Glyph]) -> bool {
    between.len() <= 2 && between.iter().all(|glyph| " ,-.".contains(glyph.char))
}

fn said(glyphs: &[Glyph]) -> Option<Spoken> {
    let is_figures = glyphs.iter().all(|glyph| glyph.char.is_ascii_digit());
    if is_figures {
        let digits = glyphs.iter().map(|glyph| glyph.char).collect();
        return Some(Spoken::Digits(digits));
    }
    if glyphs.len() > LONGEST {
        return None;
    }
    let is_word = |known: &str| {
        known.len() == glyphs.len()
            && known
                .chars()
                .zip(glyphs)
                .all(|(char, glyph)| glyph.char.eq_ignore_ascii_case(&char))
    };
    if let Some((_, digit)) = WORDS.iter().find(|(known, _)| is_word(known)) {
        return Some(Spoken::Digits(digit.to_string()));
    }
    let repeat = REPEATS.iter().find(|(known, _)| is_word(known));
    repeat.map(|(_, times)| Spoken::Repeat(*times))
}

/// One, two, three… is a count and no number.
fn is_counting(digits: &str) -> bool {
    digits
        .as_bytes()
        .windows(2)
        .all(|pair| pair[0] + 1 == pair[1])
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
