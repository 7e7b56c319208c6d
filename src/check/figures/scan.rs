//! Figures in a text: shares, millions, and counts from a thousand up. A year is none, nor is what
//! a law, a book or a page of the web is found by.

use super::words;

/// A figure in a text, as a range of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it says.
    pub text: String,
}

/// From here on a count is a figure that somebody must have counted.
const COUNT: u64 = 1000;

/// The years that a campaign may speak of; written without a sign for thousands.
const YEARS: std::ops::RangeInclusive<u64> = 1500..=2100;

/// What behind a number makes it a share.
const SHARES: [&str; 5] = ["%", "％", "percent", "per cent", "por ciento"];

/// What behind a number makes it large.
const LARGE: [&str; 13] = [
    "million",
    "millón",
    "millon",
    "billion",
    "billón",
    "billon",
    "trillion",
    "thousand",
    "mil ",
    "hundred thousand",
    "bn",
    "mn",
    "mdd",
];

/// Letters that stand for thousands and millions right behind a number: `27.6M`, `50k`.
const LETTERS: [&str; 7] = ["k", "K", "M", "MM", "B", "bn", "mn"];

/// Words that say a figure although the number before them is written in letters, or kept vague.
const SAID: [&str; 12] = [
    "million",
    "millions",
    "millón",
    "millones",
    "billion",
    "billions",
    "billón",
    "billones",
    "trillion",
    "trillions",
    "percent",
    "ciento",
];

/// What before a number makes it the name of a law or a book.
const CITED: [&str; 12] = [
    "§",
    "§§",
    "u.s.c.",
    "usc",
    "c.f.r.",
    "cfr",
    "section",
    "sección",
    "article",
    "artículo",
    "isbn",
    "no.",
];

/// The figures of a text, in their order.
pub fn figures(text: &str) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(is_digit) {
        let start = at + offset;
        let end = number_end(text, start);
        at = end;
        if let Some(length) = letter_behind(&text[end..])
            && !is_part_of_word(text, start, end + length)
        {
            at = end + length;
            figures.push(Figure {
                start,
                end: at,
                text: text[start..at].to_owned(),
            });
            continue;
        }
        if is_part_of_word(text, start, end) || is_cited(text, start) {
            continue;
        }
        let number = &text[start..end];
        let unit = unit_behind(text, end);
        if unit.is_none() && !is_count(number, &text[end..]) {
            continue;
        }
        let end = unit.unwrap_or(end);
        figures.push(Figure {
            start,
            end,
            text: text[start..end].trim().to_owned(),
        });
        at = end;
    }
    let in_words = words::figures(text).into_iter().map(|range| Figure {
        start: range.start,
        end: range.end,
        text: text[range].to_owned(),
    });
    for word in in_words.chain(said(text)) {
        let is_known = figures
            .iter()
            .any(|figure| (figure.start..figure.end).contains(&(word.end - 1)));
        if !is_known {
            figures.push(word);
        }
    }
    figures.sort_by_key(|figure| figure.start);
    figures
}

/// The figures in letters: *two million*, *diez por ciento*, with the word before them.
fn said(text: &str) -> impl Iterator<Item = Figure> + '_ {
    let is_part = |char: char| char.is_alphabetic();
    let words = text
        .split(move |char| !is_part(char))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word));
    words
        .scan(0, |before, (start, word)| {
            Some((std::mem::replace(before, start), start, word))
        })
        .filter(|(_, _, word)| SAID.contains(&word.to_lowercase().as_str()))
        .map(|(before, start, word)| {
            let end = start + word.len();
            Figure {
                start: before,
                end,
                text: text[before..end].trim().to_owned(),
            }
        })
}

/// A digit as people write it, full-width ones among them.
fn is_digit(char: char) -> bool {
    char.is_ascii_digit() || matches!(char, '０'..='９')
}

/// How long the letter behind a number is that makes it large.
fn letter_behind(behind: &str) -> Option<usize> {
    let length = behind
        .find(|char: char| !char.is_alphanumeric())
        .unwrap_or(behind.len());
    LETTERS.contains(&&behind[..length]).then_some(length)
}

/// The end of a number with its signs for thousands and fractions.
fn number_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let is_next_digit = chars.peek().is_some_and(|(_, next)| is_digit(*next));
        let is_sign = matches!(char, '.' | ',' | '\u{a0}' | '\u{202f}' | '\u{2009}')
            || char == ' ' && is_thousands(&text[start..start + at], &text[start + at + 1..]);
        if is_digit(char) || is_sign && is_next_digit {
            end = start + at + char.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// Whether a space stands between a number and the three digits of its thousands: `15 332`. The
/// parts of a number to call have other lengths.
fn is_thousands(before: &str, behind: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let groups = behind
        .split(' ')
        .map(digits)
        .take_while(|length| *length > 0);
    let mut groups = groups.peekable();
    (1..=3).contains(&digits(before)) && groups.peek().is_some() && groups.all(|length| length == 3)
}

/// Whether letters or the signs of an address or a date stand directly around it.
fn is_part_of_word(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let binds = |char: char| char.is_alphabetic() || "/_#@=&".contains(char);
    let is_dated = |char: char| matches!(char, '-' | '\u{2010}' | '\u{2011}');
    let word_start = text[..start]
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + 1);
    let word_end = text[end..]
        .find(char::is_whitespace)
        .map_or(text.len(), |at| end + at);
    let is_address = text
        .get(word_start..word_end)
        .is_some_and(|word| word.contains("://") || word.contains(".cc/") || word.contains("www."));
    is_address
        || before.is_some_and(|char| binds(char) || is_dated(char))
        || after.is_some_and(|char| binds(char) || is_dated(char))
}

fn is_cited(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    CITED.contains(&word.to_lowercase().as_str())
}

/// Where a sign or word ends that makes the number before it a share or large.
fn unit_behind(text: &str, end: usize) -> Option<usize> {
    let rest = &text[end..];
    let word = rest.trim_start();
    let from = end + rest.len() - word.len();
    let lower = word
        .char_indices()
        .take_while(|(at, _)| *at < 24)
        .map(|(_, char)| char.to_lowercase().next().unwrap_or(char))
        .collect::<String>();
    let unit = SHARES
        .iter()
        .chain(&LARGE)
        .find(|unit| lower.starts_with(**unit))?;
    let length = word
        .find(|char: char| char.is_whitespace())
        .map_or(word.len(), |space| space.max(unit.trim_end().len()));
    let length = word
        .char_indices()
        .take_while(|(at, char)| *at < length && (char.is_alphabetic() || " %％".contains(*char)))
        .last()
        .map_or(0, |(at, char)| at + char.len_utf8());
    Some(from + length.max(1))
}

/// Whether a number counts at least a thousand of what is named behind it, and is no year.
fn is_count(number: &str, behind: &str) -> bool {
    let groups: Vec<&str> = number.split(|char: char| !is_digit(char)).collect();
    let is_grouped = groups.len() > 1
        && groups[0].len() <= 3
        && groups[0] != "0"
        && groups[1..].iter().all(|group| group.len() == 3);
    if is_grouped {
        return true;
    }
    // More digits than a number has are no count either, but no year at all.
    let value = groups[0].parse().unwrap_or(u64::MAX);
    // Spanish writes 7000 without a sign; but so is written what only has a number, like a code.
    let counts_something = behind
        .strip_prefix([' ', '\u{a0}'])
        .and_then(|rest| rest.chars().next())
        .is_some_and(char::is_lowercase);
    value >= COUNT && !YEARS.contains(&value) && counts_something
}

#[cfg(test)]
mod tests {
    use super::figures;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = figures(text)
            .into_iter()
            .map(|figure| figure.text)
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn shares_millions_and_thousands_are_figures() {
        check("27.6 million people", &["27.6 million"]);
        check("unos 50 millones de personas", &["50 millones"]);
        check("15,332 in 2024 and 15.332 en 2024", &["15,332", "15.332"]);
        check(
            "12 % or 12% or 12 per cent",
            &["12 %", "12%", "12 per cent"],
        );
        check("el 5.5 por ciento", &["5.5 por ciento"]);
        check("20 mil personas", &["20 mil"]);
        check("10000 people, 7000 personas", &["10000", "7000"]);
        check("15 332 personas, 1 234 567", &["15 332", "1 234 567"]);
        check("888 373 7888, day and night", &[]);
        check("two million people", &["two million"]);
        check("diez por ciento", &["por ciento"]);
        check("millones de personas", &["millones"]);
        check("27.6M people, 50k more", &["27.6M", "50k"]);
        check("USD 236 bn, １２％ of them", &["236 bn", "１２％"]);
        check("One in three, doce mil", &["One in three", "doce mil"]);
    }

    #[test]
    fn years_laws_and_small_counts_are_none() {
        check("in 2007, 2012 and 2013; 2000–2012", &[]);
        check("68 peoples, 500 to 600 a year, 32 of 32", &[]);
        check("22 U.S.C. § 7102(11)", &[]);
        check("perma.cc/47P6-85DH, 2025-09-30", &[]);
        check("50 (2023), 166–168", &[]);
        check("2.5 years; error 5001: try again; 875‑6446 now", &[]);
        check("5 milestones, 20 miles", &[]);
    }
}
