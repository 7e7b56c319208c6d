//! Strings that a reader would take for a telephone number, wherever they stand in a text.
//!
//! A [`Chain`] is a row of groups of digits. Dates, figures, years, ranges and law numbers are
//! chains too; [`Chain::is_phone`] tells them apart by how people write them. What it lets pass is
//! still compared with the register for near misses, so it may be careful about alarms.

mod group;
mod spelled;

use std::ops::Range;

pub use group::may_hold_digits;
use group::{Group, date, groups};
pub use spelled::{keyed, spelled};

/// The most digits that a number can have (ITU-T E.164), and the fewest of a number that is not a
/// short code: a local one in North America.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// How many digits without any separator look like a number. Shorter ones are days written
/// together or file numbers, longer ones are keys.
const UNBROKEN: std::ops::RangeInclusive<usize> = 10..=13;

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

    /// Whether something stands between its digits.
    pub fn has_groups(&self) -> bool {
        self.groups.len() > 1
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
}
