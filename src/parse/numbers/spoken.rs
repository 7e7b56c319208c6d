//! Numbers as they are said: digit by digit, *double eight*, in pairs and hundreds: *ocho ochenta y
//! ocho*, *nueve once*, *eight hundred*.

use super::announced::{SHORT, Short};
use super::letters::{Lettered, words};
use super::run::DIGITS;
use super::strand::Glyph;

/// What a word contributes to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    /// A digit.
    Unit(u32),
    /// Two digits in one word: *once*, *twelve*.
    Pair(u32),
    /// Tens, of which the unit may follow: *ochenta*.
    Tens(u32),
    /// Hundreds, of which the rest may follow: *ochocientos*.
    Hundreds(u32),
    /// Makes hundreds of the digit before.
    Hundred,
    /// Repeats the digit behind it.
    Repeat(usize),
    /// Joins tens and their unit.
    And,
}

/// The words of numbers in English and Spanish, as they are read out.
const WORDS: &[(&str, Word)] = &[
    ("zero", Word::Unit(0)),
    ("oh", Word::Unit(0)),
    ("cero", Word::Unit(0)),
    ("one", Word::Unit(1)),
    ("uno", Word::Unit(1)),
    ("una", Word::Unit(1)),
    ("two", Word::Unit(2)),
    ("dos", Word::Unit(2)),
    ("three", Word::Unit(3)),
    ("tres", Word::Unit(3)),
    ("four", Word::Unit(4)),
    ("cuatro", Word::Unit(4)),
    ("five", Word::Unit(5)),
    ("cinco", Word::Unit(5)),
    ("six", Word::Unit(6)),
    ("seis", Word::Unit(6)),
    ("seven", Word::Unit(7)),
    ("siete", Word::Unit(7)),
    ("eight", Word::Unit(8)),
    ("ocho", Word::Unit(8)),
    ("nine", Word::Unit(9)),
    ("nueve", Word::Unit(9)),
    ("ten", Word::Pair(10)),
    ("eleven", Word::Pair(11)),
    ("twelve", Word::Pair(12)),
    ("thirteen", Word::Pair(13)),
    ("fourteen", Word::Pair(14)),
    ("fifteen", Word::Pair(15)),
    ("sixteen", Word::Pair(16)),
    ("seventeen", Word::Pair(17)),
    ("eighteen", Word::Pair(18)),
    ("nineteen", Word::Pair(19)),
    ("diez", Word::Pair(10)),
    ("once", Word::Pair(11)),
    ("doce", Word::Pair(12)),
    ("trece", Word::Pair(13)),
    ("catorce", Word::Pair(14)),
    ("quince", Word::Pair(15)),
    ("dieciséis", Word::Pair(16)),
    ("diecisiete", Word::Pair(17)),
    ("dieciocho", Word::Pair(18)),
    ("diecinueve", Word::Pair(19)),
    ("veintiuno", Word::Pair(21)),
    ("veintidós", Word::Pair(22)),
    ("veintitrés", Word::Pair(23)),
    ("veinticuatro", Word::Pair(24)),
    ("veinticinco", Word::Pair(25)),
    ("veintiséis", Word::Pair(26)),
    ("veintisiete", Word::Pair(27)),
    ("veintiocho", Word::Pair(28)),
    ("veintinueve", Word::Pair(29)),
    ("twenty", Word::Tens(20)),
    ("thirty", Word::Tens(30)),
    ("forty", Word::Tens(40)),
    ("fifty", Word::Tens(50)),
    ("sixty", Word::Tens(60)),
    ("seventy", Word::Tens(70)),
    ("eighty", Word::Tens(80)),
    ("ninety", Word::Tens(90)),
    ("veinte", Word::Tens(20)),
    ("treinta", Word::Tens(30)),
    ("cuarenta", Word::Tens(40)),
    ("cincuenta", Word::Tens(50)),
    ("sesenta", Word::Tens(60)),
    ("setenta", Word::Tens(70)),
    ("ochenta", Word::Tens(80)),
    ("noventa", Word::Tens(90)),
    ("cien", Word::Hundreds(100)),
    ("ciento", Word::Hundreds(100)),
    ("doscientos", Word::Hundreds(200)),
    ("trescientos", Word::Hundreds(300)),
    ("cuatrocientos", Word::Hundreds(400)),
    ("quinientos", Word::Hundreds(500)),
    ("seiscientos", Word::Hundreds(600)),
    ("setecientos", Word::Hundreds(700)),
    ("ochocientos", Word::Hundreds(800)),
    ("novecientos", Word::Hundreds(900)),
    ("hundred", Word::Hundred),
    ("double", Word::Repeat(2)),
    ("doble", Word::Repeat(2)),
    ("triple", Word::Repeat(3)),
    ("y", Word::And),
];

/// The longest of these words, in bytes: longer ones need not be compared.
const LONGEST: usize = 13;

/// Whether a word is part of a number as it is said.
pub fn is_spoken(word: &str) -> bool {
    if word.len() < 2 || word.len() > LONGEST {
        return false;
    }
    let bytes = word.as_bytes();
    // Most words begin otherwise: they need no closer look.
    BEGINNINGS[letter(bytes[0])] >> letter(bytes[1]) & 1 == 1
        && WORDS
            .iter()
            .any(|(known, _)| known.eq_ignore_ascii_case(word))
}

/// For each letter that such a word begins with, a bit for each that is its second.
const BEGINNINGS: [u32; 32] = beginnings();

const fn beginnings() -> [u32; 32] {
    let mut beginnings = [0; 32];
    let mut at = 0;
    while at < WORDS.len() {
        if let [first, second, ..] = WORDS[at].0.as_bytes() {
            beginnings[letter(*first)] |= 1 << letter(*second);
        }
        at += 1;
    }
    beginnings
}

/// The number of an ASCII letter, small or not, in the alphabet.
const fn letter(letter: u8) -> usize {
    (letter & 31) as usize
}

/// Numbers that are said in words: of at least seven digits, or short and announced. One that is
/// all in figures is none of these.
pub fn spoken(glyphs: &[Glyph]) -> Vec<Lettered> {
    let mut found = Vec::new();
    let words = words(glyphs);
    if words.len() < 2 {
        return found;
    }
    let mut said = Said::default();
    for (start, end) in words {
        let is_next = said
            .last
            .is_some_and(|before| is_joined(&glyphs[before..start]));
        if !is_next {
            found.extend(std::mem::take(&mut said).finish());
        }
        if !said.add(&glyphs[start..end], start, end) {
            found.extend(std::mem::take(&mut said).finish());
        }
    }
    found.extend(said.finish());
    found.retain(|number| is_number(number, glyphs));
    found
}

fn is_joined(between: &[Glyph]) -> bool {
    between.len() <= 2 && between.iter().all(|glyph| " ,-.".contains(glyph.char))
}

fn is_number(number: &Lettered, glyphs: &[Glyph]) -> bool {
    let short = Short {
        glyphs,
        start: number.start,
        end: number.end,
    };
    let is_short = || {
        SHORT.contains(&number.digits.len())
            && !number.digits.ends_with("00")
            && short.is_announced()
            && !short.is_counted()
    };
    !is_counting(&number.digits) && (number.digits.len() >= DIGITS || is_short())
}

/// One, two, three… is a count and no number.
fn is_counting(digits: &str) -> bool {
    digits
        .as_bytes()
        .windows(2)
        .all(|pair| pair[0] + 1 == pair[1])
}

/// What was said so far.
#[derive(Default)]
struct Said {
    digits: String,
    start: usize,
    end: Option<usize>,
    /// One past the last word, which may be one that only joins.
    last: Option<usize>,
    is_in_words: bool,
    repeat: Option<usize>,
    /// A value to which more may be added, and below what that must be.
    open: Option<(u32, u32)>,
}

impl Said {
    /// Adds a word; false if it is none of a number.
    fn add(&mut self, glyphs: &[Glyph], start: usize, end: usize) -> bool {
        let is_figures = glyphs.iter().all(|glyph| glyph.char.is_ascii_digit());
        if is_figures {
            self.close();
            self.digits.extend(glyphs.iter().map(|glyph| glyph.char));
        } else {
            let Some(word) = word(glyphs).filter(|word| self.takes(*word)) else {
                return false;
            };
            self.is_in_words = true;
            self.last = Some(end);
            self.word(word);
            // A number does not end with it.
            if word == Word::And {
                return true;
            }
        }
        if self.end.is_none() {
            self.start = start;
        }
        (self.end, self.last) = (Some(end), Some(end));
        true
    }

    fn takes(&self, word: Word) -> bool {
        match word {
            Word::And => self.open.is_some(),
            Word::Hundred => self.digits.ends_with(|char: char| char.is_ascii_digit()),
            _ => true,
        }
    }

    fn word(&mut self, word: Word) {
        match (word, self.open) {
            (Word::And, _) => {}
            (Word::Repeat(times), _) => {
                self.close();
                self.repeat = Some(times);
            }
            (Word::Hundred, _) => {
                self.close();
                self.digits.push_str("00");
            }
            (Word::Unit(value), Some((open, below))) if value > 0 && value < below => {
                self.open = Some((open + value, 0));
                self.close();
            }
            (Word::Pair(value), Some((open, 100))) => {
                self.open = Some((open + value, 0));
                self.close();
            }
            (Word::Tens(value), Some((open, 100))) => self.open = Some((open + value, 10)),
            (Word::Unit(value) | Word::Pair(value), _) => {
                self.close();
                let digits = value.to_string().repeat(self.repeat.take().unwrap_or(1));
                self.digits.push_str(&digits);
            }
            (Word::Tens(value), _) => {
                self.close();
                self.open = Some((value, 10));
            }
            (Word::Hundreds(value), _) => {
                self.close();
                self.open = Some((value, 100));
            }
        }
    }

    fn close(&mut self) {
        if let Some((value, _)) = self.open.take() {
            self.digits.push_str(&value.to_string());
        }
    }

    fn finish(mut self) -> Option<Lettered> {
        self.close();
        Some(Lettered {
            digits: self.digits,
            start: self.start,
            end: self.end.filter(|_| self.is_in_words)?,
        })
    }
}

fn word(glyphs: &[Glyph]) -> Option<Word> {
    if glyphs.len() > LONGEST {
        return None;
    }
    let is_word = |known: &str| {
        let mut chars = known.chars();
        glyphs.iter().all(|glyph| {
            chars
                .next()
                .is_some_and(|char| glyph.char.eq_ignore_ascii_case(&char))
        }) && chars.next().is_none()
    };
    let found = WORDS.iter().find(|(known, _)| is_word(known));
    found.map(|(_, word)| *word)
}
