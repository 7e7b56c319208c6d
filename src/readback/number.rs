//! Strings that a reader would take for a telephone number, wherever they stand in a text.
//!
//! A [`Chain`] is a row of groups of digits. Dates, figures, years, ranges and law numbers are
//! chains too; [`Chain::is_phone`] tells them apart by how people write them. What it lets pass is
//! still compared with the register for near misses, so it may be careful about alarms.

use std::ops::Range;

/// The most digits that a number can have (ITU-T E.164), and the fewest of a number that is not a
/// short code: a local one in North America.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// How many digits without any separator look like a number. Shorter ones are days written
/// together or file numbers, longer ones are keys.
const UNBROKEN: std::ops::RangeInclusive<usize> = 10..=13;

/// A group of digits.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Group {
    digits: String,
    range: Range<usize>,
    /// What stands between it and the group before, reduced to one character.
    separator: char,
}

/// Groups of digits that may belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    groups: Vec<Group>,
    /// Whether a `+` stands before it.
    is_international: bool,
    /// Whether a letter, a `#` or the like stands right before or after it.
    is_part_of_word: bool,
    /// Whether a word such as ISBN stands before it.
    is_labelled: bool,
}

impl Chain {
    /// Where it stands.
    pub fn range(&self) -> Range<usize> {
        let first = self.groups.first().map_or(0, |group| group.range.start);
        let last = self.groups.last().map_or(0, |group| group.range.end);
        first..last
    }

    /// All its digits.
    pub fn digits(&self) -> String {
        self.groups
            .iter()
            .map(|group| group.digits.as_str())
            .collect()
    }

    /// Every row of neighbouring groups: its digits and where it stands. The longest come first.
    pub fn parts(&self) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
        let count = self.groups.len();
        (1..=count).rev().flat_map(move |length| {
            (0..=count - length).map(move |first| {
                let groups = &self.groups[first..first + length];
                let digits = groups.iter().map(|group| group.digits.as_str()).collect();
                let range = groups[0].range.start..groups[length - 1].range.end;
                (range, digits)
            })
        })
    }

    /// Its digits, when it is one group that stands by itself: a short code may be one.
    pub fn lone(&self) -> Option<&str> {
        match self.groups.as_slice() {
            [group] if !self.is_part_of_word => Some(&group.digits),
            _ => None,
        }
    }

    /// What is left of it around `range`, as chains of their own.
    pub fn without(&self, range: &Range<usize>) -> Vec<Self> {
        let part = |groups: Vec<Group>| Self {
            groups,
            is_international: false,
            ..self.clone()
        };
        let before = self
            .groups
            .iter()
            .filter(|group| group.range.end <= range.start);
        let after = self
            .groups
            .iter()
            .filter(|group| group.range.start >= range.end);
        [before.cloned().collect(), after.cloned().collect()]
            .into_iter()
            .filter(|groups: &Vec<Group>| !groups.is_empty())
            .map(part)
            .collect()
    }

    /// Whether a reader would dial it.
    pub fn is_phone(&self) -> bool {
        let lengths: Vec<usize> = self.groups.iter().map(|group| group.digits.len()).collect();
        let total: usize = lengths.iter().sum();
        if !DIGITS.contains(&total) || self.is_labelled {
            return false;
        }
        if self.is_international {
            return true;
        }
        if self.is_part_of_word {
            return false;
        }
        match lengths.as_slice() {
            [one] => UNBROKEN.contains(one),
            [first, second] => self.is_phone_of_two(*first, *second),
            _ => !self.is_figure() && !self.is_row(),
        }
    }

    fn is_phone_of_two(&self, first: usize, second: usize) -> bool {
        let separator = self.groups[1].separator;
        if separator == '.' {
            return false;
        }
        match (first, second) {
            // Ranges, and pairs of years.
            (4, 4) => {
                let is_range = separator == '-' && self.groups[1].digits > self.groups[0].digits;
                !is_range && !self.groups.iter().all(Group::is_year)
            }
            (3, 4) => separator == '-' || !self.groups[1].is_year(),
            _ => first + second >= *UNBROKEN.start() && separator != '-',
        }
    }

    /// Whether it is a large figure written in threes.
    fn is_figure(&self) -> bool {
        let first = &self.groups[0].digits;
        let separator = self.groups[1].separator;
        first.len() <= 3
            && !first.starts_with('0')
            && separator != '-'
            && self.groups[1..]
                .iter()
                .all(|group| group.digits.len() == 3 && group.separator == separator)
    }

    /// Whether it is a row of separate numbers: years, pages of a list, an address of a network.
    fn is_row(&self) -> bool {
        let values: Vec<u64> = self
            .groups
            .iter()
            .filter_map(|group| group.digits.parse().ok())
            .collect();
        let counts_up = values.windows(2).all(|pair| pair[1] == pair[0] + 1);
        let is_address = values.len() == 4
            && values.iter().all(|value| *value < 256)
            && self.groups[1..].iter().all(|group| group.separator == '.');
        counts_up || is_address || self.groups.iter().all(Group::is_year)
    }
}

impl Group {
    fn is_year(&self) -> bool {
        self.digits.len() == 4 && (self.digits.starts_with("19") || self.digits.starts_with("20"))
    }
}

/// The digit that a character is, in the scripts in which people write numbers.
pub fn digit(character: char) -> Option<char> {
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
    text.bytes()
        .any(|byte| byte.is_ascii_digit() || matches!(byte, 0xd9 | 0xdb | 0xe0 | 0xef))
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

/// Every chain of a text. `is_break` says where two neighbouring groups are known not to belong
/// together, such as at the edge of a link.
pub fn chains(text: &str, is_break: impl Fn(usize, usize) -> bool) -> Vec<Chain> {
    let groups = groups(text);
    let mut chains: Vec<Chain> = Vec::new();
    let mut start = 0;
    while start < groups.len() {
        if let Some(length) = date(&groups[start..]) {
            start += length;
            continue;
        }
        let mut end = start + 1;
        while end < groups.len() && date(&groups[end..]).is_none() {
            let (before, next) = (&groups[end - 1], &groups[end]);
            let belongs = next.separator != '\0'
                && next.digits.len() > 1
                && !is_break(before.range.end, next.range.start);
            if !belongs {
                break;
            }
            end += 1;
        }
        chains.push(chain(text, &groups[start..end]));
        start = end;
    }
    chains
}

fn chain(text: &str, groups: &[Group]) -> Chain {
    let start = groups.first().map_or(0, |group| group.range.start);
    let end = groups.last().map_or(0, |group| group.range.end);
    let before = text[..start].trim_end_matches('(');
    let after = text[end..].chars().next();
    let label = before
        .trim_end()
        .rsplit(|c: char| !c.is_alphabetic())
        .next();
    Chain {
        groups: groups.to_vec(),
        is_international: before.ends_with('+'),
        is_part_of_word: before.ends_with(|c: char| c.is_alphabetic() || "#_$€=/%,:".contains(c))
            || after.is_some_and(|c| c.is_alphabetic() || "_%=/:".contains(c))
            || is_comma_in_figure(&text[end..]),
        is_labelled: matches!(label, Some("ISBN" | "ISSN" | "DOI" | "doi")),
    }
}

/// Whether a text goes on with a comma and a digit: `25,000`.
fn is_comma_in_figure(after: &str) -> bool {
    let rest = after.strip_prefix(',');
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        let Some(first) = digit(character) else {
            continue;
        };
        let mut digits = String::from(first);
        let mut end = start + character.len_utf8();
        while let Some((at, next)) = characters.peek().copied() {
            match digit(next) {
                Some(more) => {
                    digits.push(more);
                    end = at + next.len_utf8();
                }
                // Nobody sees it: the digits on both sides are one group.
                None if is_invisible(next) => {}
                None => break,
            }
            characters.next();
        }
        let separator = groups
            .last()
            .and_then(|before: &Group| separator(&text[before.range.end..start]))
            .unwrap_or('\0');
        groups.push(Group {
            digits,
            range: start..end,
            separator,
        });
    }
    groups
}

/// How many of the first groups are a date: `2026-01-12`, `12.01.2026`.
fn date(groups: &[Group]) -> Option<usize> {
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

    fn phones(text: &str) -> Vec<String> {
        chains(text, |_, _| false)
            .iter()
            .filter(|chain| chain.is_phone())
            .map(Chain::digits)
            .collect()
    }

    #[test]
    fn what_a_reader_would_dial_is_a_number() {
        let check = |text: &str, digits: &str| assert_eq!(phones(text), [digits], "{text}");
        check("Call 1-888-373-7888 now.", "18883737888");
        check("Llame al 800 553 3000.", "8005533000");
        check("(888) 373-7888", "8883737888");
        check("+52 55 5533 5533", "525555335533");
        check("8005533000", "8005533000");
        check("555-0142", "5550142");
        check("５５５-０１４２", "5550142");
        check("800 5\u{200b}53 3000", "8005533000");
        check("55.33.00.01.20", "5533000120");
    }

    #[test]
    fn figures_dates_and_law_numbers_are_none() {
        for text in [
            "2026-01-12",
            "12.01.2026",
            "27 600 000",
            "1.234.567",
            "25,000,000 people",
            "2019-2023",
            "22 U.S.C. 7101-7114",
            "Public Law 106-386",
            "8 CFR 214.11",
            "1 2 3 4 5 6 7 8 9",
            "10 11 12 13 14",
            "2021 2022 2023",
            "78201-1234",
            "ISBN 978-92-1-130339-1",
            "#051720",
            "a1234567890",
            "192.168.10.254",
            "20251018",
            "T00:00:00Z",
            "12345.67891",
            "2024 2025",
            "between 2025-10-18 and 2025-10-20 at 10 30",
        ] {
            assert!(phones(text).is_empty(), "{text}: {:?}", phones(text));
        }
    }

    #[test]
    fn letters_that_stand_for_digits_are_found() {
        assert_eq!(
            spelled("Call 1-888-KEY-2-FREE today"),
            Some("888-KEY-2-FREE")
        );
        assert_eq!(spelled("888-373-7888 HELP"), None);
    }
}
