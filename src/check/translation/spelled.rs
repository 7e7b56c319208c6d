//! Numbers in words and days of the year, as a text says them in English or in Spanish: what one
//! language says and the other says otherwise.
//!
//! Words are less sure than digits: “both”, “a couple” and “a fortnight” are numbers, too. So a
//! number in words counts only where each of the two says another one.

use std::borrow::Cow;

use super::numbers::numbers;
use crate::model::numeral;

/// One number or day in words: what it compares as, and how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelled {
    /// The number; a month and a day as `3-4`.
    pub value: String,
    /// As it stands in the text.
    pub written: String,
}

/// What the original says and the translation says otherwise, pair by pair. Each of the two is a
/// language and a text.
pub fn differing(original: (&str, &str), translation: (&str, &str)) -> Vec<(String, String)> {
    let days = [days(original.1), days(translation.1)];
    // A day may be in digits alone in one of the two.
    let mut differing = match days[0].len() == days[1].len() {
        true => pairs(&days[0], &days[1]),
        false => Vec::new(),
    };
    let mut said = [original, translation].map(|(language, text)| in_words(language, text));
    // Most texts say no number in words.
    if said.iter().any(Vec::is_empty) {
        return differing;
    }
    // Ten days and 10 days are the same.
    let digits = [original.1, translation.1].map(numbers).concat();
    for said in &mut said {
        said.retain(|own| !digits.iter().any(|number| number.value == own.value));
    }
    let [expected, found] = said;
    let is_fortnight = |text: &str| FORTNIGHT.contains(&text.to_lowercase().as_str());
    let pairs = pairs(&expected, &found).into_iter();
    differing.extend(pairs.filter(|(one, other)| !is_fortnight(one) || !is_fortnight(other)));
    differing
}

/// Two weeks are fifteen days in Spanish.
const FORTNIGHT: [&str; 4] = ["two", "fourteen", "dos", "quince"];

/// What only one has beside what only the other has, as many as both have.
fn pairs(one: &[Spelled], other: &[Spelled]) -> Vec<(String, String)> {
    let alone = |one: &[Spelled], other: &[Spelled]| -> Vec<String> {
        let mut rest = other.to_vec();
        let mut open = one.to_vec();
        open.retain(|own| {
            let at = rest.iter().position(|other| other.value == own.value);
            at.map(|at| rest.remove(at)).is_none()
        });
        open.into_iter().map(|own| own.written).collect()
    };
    let (expected, found) = (alone(one, other), alone(other, one));
    expected.into_iter().zip(found).collect()
}

/// The days with their months: “March 4”, “4 de marzo”.
fn days(text: &str) -> Vec<Spelled> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let day = |at: usize| -> Option<u8> {
        let word = words.get(at)?.trim_matches(|c: char| !c.is_alphanumeric());
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    };
    let found = words.iter().enumerate().filter_map(|(at, word)| {
        let month = super::numbers::month(word)?;
        let before = at.checked_sub(1);
        let is_of = before.is_some_and(|before| matches!(words[before], "de" | "of"));
        let start = match is_of {
            true => at.checked_sub(2),
            false => before,
        };
        let (day, written) = match start.and_then(|start| Some((day(start)?, start))) {
            Some((day, start)) => (day, words[start..=at].join(" ")),
            None => (day(at + 1)?, words[at..=at + 1].join(" ")),
        };
        Some(Spelled {
            value: format!("{month}-{day}"),
            written: written
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_owned(),
        })
    });
    found.collect()
}

/// The numbers above one that are written in words.
fn in_words(language: &str, text: &str) -> Vec<Spelled> {
    let Some(words) = numeral::words(language) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut open = Run::default();
    let parts = text.split(|c: char| c.is_whitespace() || c == '-');
    for part in parts.filter(|part| !part.is_empty()) {
        let word = part.trim_matches(|c: char| !c.is_alphanumeric());
        // Most words are in small letters already.
        let lower = match word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            true => Cow::Borrowed(word),
            false => Cow::Owned(word.to_lowercase()),
        };
        match words.get(&*lower) {
            Some(value) => {
                if !open.takes(*value) {
                    open.finish(&mut found);
                }
                open.add(*value, word);
            }
            None if matches!(&*lower, "and" | "y") && open.last >= TENS => continue,
            None => open.finish(&mut found),
        }
        if part.ends_with([',', '.', ';', ':', '!', '?']) {
            open.finish(&mut found);
        }
    }
    open.finish(&mut found);
    found
}

/// The words of one number so far.
#[derive(Default)]
struct Run {
    total: u64,
    group: u64,
    /// What the last word stands for.
    last: u64,
    written: Vec<String>,
}

/// What a smaller number can follow: twenty-two, treinta y dos, and no “two and three”.
const TENS: u64 = 20;

impl Run {
    /// Whether the next word can belong to the same number.
    fn takes(&self, value: u64) -> bool {
        self.written.is_empty() || value >= 100 || (self.last >= TENS && value < self.last)
    }

    fn add(&mut self, value: u64, word: &str) {
        self.written.push(word.to_owned());
        self.last = value;
        match value {
            100 if self.group > 0 => self.group *= 100,
            1000 | 1_000_000 => {
                self.total += self.group.max(1) * value;
                self.group = 0;
            }
            value => self.group += value,
        }
    }

    /// One is an article as often as a number.
    fn finish(&mut self, found: &mut Vec<Spelled>) {
        let run = std::mem::take(self);
        let value = run.total + run.group;
        if value > 1 {
            found.push(Spelled {
                value: value.to_string(),
                written: run.written.join(" "),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(english: &str, spanish: &str, expected: Option<(&str, &str)>) {
        let found = differing(("en", english), ("es", spanish));
        let expected = expected.map(|(one, other)| (one.to_owned(), other.to_owned()));
        let expected: Vec<(String, String)> = expected.into_iter().collect();
        assert_eq!(found, expected, "{english} / {spanish}");
    }

    #[test]
    fn words_and_days_are_compared() {
        check(
            "for three days",
            "durante cinco días",
            Some(("three", "cinco")),
        );
        check(
            "two hundred dollars",
            "trescientos dólares",
            Some(("two hundred", "trescientos")),
        );
        check(
            "by March 4, 2026",
            "antes del 3 de abril de 2026",
            Some(("March 4", "3 de abril")),
        );
        check("by March 4, 2026", "antes del 4 de marzo de 2026", None);
        check(
            "thirty-two thousand people",
            "treinta y dos mil personas",
            None,
        );
        check("three people", "3 personas", None);
        check("once, in one place", "una vez, en un lugar; once más", None);
        check("both of you and three more", "ustedes dos y tres más", None);
        check("in two weeks", "en quince días", None);
        check("by March 4, 2026", "antes del 4/3/2026", None);
        check("you may call two lines", "puede llamar a dos líneas", None);
    }
}
