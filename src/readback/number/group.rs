//! Groups of digits, in the scripts in which people write numbers, and what stands between them.

use std::ops::Range;

/// A group of digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// In ASCII.
    pub digits: String,
    /// Where it stands.
    pub range: Range<usize>,
    /// What stands between it and the group before, reduced to one character.
    pub separator: char,
}

impl Group {
    /// Whether it is a year of ours.
    pub fn is_year(&self) -> bool {
        self.digits.len() == 4 && (self.digits.starts_with("19") || self.digits.starts_with("20"))
    }
}

/// The digit that a character is, in the scripts in which people write numbers.
fn digit(character: char) -> Option<char> {
    const ZEROS: [u32; 5] = ['0' as u32, 0x660, 0x6f0, 0x966, 0xff10];
    let code = character as u32;
    let value = ZEROS
        .iter()
        .filter_map(|zero| code.checked_sub(*zero))
        .find(|value| *value < 10)?;
    char::from_digit(value, 10)
}

/// Whether a text may hold a digit of any script: asked of every text, so asked of bytes.
pub fn may_hold_digits(text: &str) -> bool {
    text.bytes().any(may_begin_digit)
}

/// Whether a digit may begin with this byte in UTF-8.
const fn may_begin_digit(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, 0xd9 | 0xdb | 0xe0 | 0xef)
}

/// What can stand between two groups of one number, and what it counts as.
fn separator(between: &str) -> Option<char> {
    let mut kind = None;
    for character in between.chars() {
        let own = match character {
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\n' => ' ',
            '-' | '\u{2010}' | '\u{2011}' => '-',
            '.' => '.',
            '\'' | '’' => '\'',
            '(' | ')' => ')',
            mark if is_invisible(mark) => continue,
            _ => return None,
        };
        kind = match kind {
            None | Some(' ') => Some(own),
            known => known,
        };
    }
    // Digits of which only invisible marks keep one apart from the other are one number.
    (between.chars().count() <= 4).then(|| kind.unwrap_or('-'))
}

/// Marks that nobody sees: soft hyphen, zero width, direction.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}')
}

/// Every group of a text.
pub(super) fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while let Some(found) = text.bytes().skip(at).position(may_begin_digit) {
        at += found;
        let Some((digits, length)) = group(&text[at..]) else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let separator = groups
            .last()
            .and_then(|before: &Group| separator(&text[before.range.end..at]))
            .unwrap_or('\0');
        groups.push(Group {
            digits,
            range: at..at + length,
            separator,
        });
        at += length;
    }
    groups
}

/// The digits at the start of a text, and the length of what they are written in.
fn group(text: &str) -> Option<(String, usize)> {
    let mut digits = String::new();
    let mut length = 0;
    for (at, character) in text.char_indices() {
        match digit(character) {
            Some(own) => {
                digits.push(own);
                length = at + character.len_utf8();
            }
            // Nobody sees it: the digits on both sides are one group.
            None if is_invisible(character) && !digits.is_empty() => {}
            None => break,
        }
    }
    (!digits.is_empty()).then_some((digits, length))
}

/// How many of the first groups are a date: `2026-01-12`, `12.01.2026`.
pub(super) fn date(groups: &[Group]) -> Option<usize> {
    let [first, second, third, ..] = groups else {
        return None;
    };
    let lengths = [first, second, third].map(|group| group.digits.len());
    let values = [first, second, third].map(|group| group.digits.parse().unwrap_or(u32::MAX));
    let has_form = second.separator == third.separator && matches!(second.separator, '-' | '.');
    let is_day = |day: u32, month: u32| (1..=31).contains(&day) && (1..=31).contains(&month);
    let fits = match lengths {
        [4, 2, 2] => first.is_year() && is_day(values[1], values[2]),
        [2, 2, 4] => third.is_year() && is_day(values[0], values[1]),
        _ => false,
    };
    (has_form && fits).then_some(3)
}
