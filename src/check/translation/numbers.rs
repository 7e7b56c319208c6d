//! Numbers in running text, whatever the language writes them with: 5,000 and 5.000 and 5 000 are
//! 5000, 27.6 is 27,6, 5 p.m. is 17:00, 12 de enero is January 12, 1.5 million is 1,5 millones.

use crate::check::language::detector::names_address;

/// A number as it compares and as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Digits, with a point before the fraction: `5000`, `27.6`.
    pub value: String,
    /// As it stands in the text.
    pub written: String,
}

/// The numbers of a text in the order they stand in.
pub fn numbers(text: &str) -> Vec<Number> {
    // Most texts have no digit, and a month counts beside one only.
    let is_foreign = |c: char| !c.is_ascii() && c.is_numeric();
    let holds_digits = text.bytes().any(|byte| byte.is_ascii_digit());
    if !holds_digits && (text.is_ascii() || !text.contains(is_foreign)) {
        return Vec::new();
    }
    let text: String = text.chars().map(western).collect();
    let tokens: Vec<&str> = text
        .split(|c: char| c.is_whitespace() && !GROUPING.contains(&c))
        .filter(|token| !token.is_empty() && !names_address(token))
        .collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let Some(month) = month(token)
            && is_near_digit(&tokens, at)
        {
            found.push(Number {
                value: month.to_string(),
                written: letters(token).to_owned(),
            });
        }
    }
    let joined = tokens.join(" ");
    scan(&joined, &mut found);
    found
}

/// What may stand between groups of three digits.
const GROUPING: [char; 4] = ['\u{a0}', '\u{202f}', '\u{2009}', '\''];

/// A digit of Arabic, Persian or Devanagari as the Western one.
fn western(c: char) -> char {
    ['\u{660}', '\u{6f0}', '\u{966}']
        .into_iter()
        .find_map(|zero| char::from_digit(u32::from(c).checked_sub(u32::from(zero))?, 10))
        .unwrap_or(c)
}

fn scan(text: &str, found: &mut Vec<Number>) {
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[start..];
        let begin = text.len() - rest.len();
        let (digits, length) = grouped(rest);
        let (fraction, fraction_length) = fraction(&rest[length..]);
        let end = length + fraction_length;
        let written = dialled(text, begin).unwrap_or(&rest[..end]).to_owned();
        rest = &rest[end..];
        if fraction.is_empty()
            && let Some((minutes, length)) = minutes(rest)
        {
            rest = &rest[length..];
            let time = format!("{written}:{minutes}{}", half(rest));
            found.push(number(&hour(&digits, rest), "", &time));
            if minutes != "00" {
                found.push(number(minutes, "", &time));
            }
            continue;
        }
        let digits = match fraction.is_empty() {
            true => hour(&digits, rest),
            false => digits,
        };
        let (power, word) = power(rest);
        let (digits, fraction) = scaled(digits, fraction, power);
        found.push(number(&digits, &fraction, &format!("{written}{word}")));
    }
}

fn number(digits: &str, fraction: &str, written: &str) -> Number {
    let whole = digits.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let mut value = if whole.is_empty() { "0" } else { whole }.to_owned();
    if !fraction.is_empty() {
        value.push('.');
        value.push_str(fraction);
    }
    Number {
        value,
        written: written.to_owned(),
    }
}

fn leading_digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}

/// The digits at the start of a text with the groups of three behind them, and how long that is.
fn grouped(text: &str) -> (String, usize) {
    let first = leading_digits(text);
    let (mut digits, mut length) = (first.to_owned(), first.len());
    if first.len() > 3 || first.starts_with('0') {
        return (digits, length);
    }
    while let Some(separator) = text[length..].chars().next() {
        if !(matches!(separator, ',' | '.' | ' ') || GROUPING.contains(&separator)) {
            break;
        }
        let group = leading_digits(&text[length + separator.len_utf8()..]);
        if group.len() != 3 {
            break;
        }
        digits.push_str(group);
        length += separator.len_utf8() + group.len();
    }
    (digits, length)
}

/// The fraction that begins here, and how long it is with its point.
fn fraction(text: &str) -> (&str, usize) {
    let Some(behind) = text.strip_prefix(['.', ',']) else {
        return ("", 0);
    };
    let digits = leading_digits(behind);
    if digits.is_empty() {
        return ("", 0);
    }
    (digits, 1 + digits.len())
}

/// The minutes of a time of day that begin here.
fn minutes(text: &str) -> Option<(&str, usize)> {
    let digits = leading_digits(text.strip_prefix(':')?);
    (digits.len() == 2).then_some((digits, 3))
}

/// The hour on a clock of twenty-four.
fn hour(digits: &str, behind: &str) -> String {
    let behind: String = behind
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .take(2)
        .collect();
    match digits.parse::<u8>() {
        Ok(hour @ 1..=11) if behind.eq_ignore_ascii_case("pm") => (hour + 12).to_string(),
        _ => digits.to_owned(),
    }
}

/// The number to dial around a digit, when it stands in one: three groups or more.
fn dialled(text: &str, at: usize) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_digit() || c == '-';
    let start = text[..at].trim_end_matches(is_part).len();
    let length = text[start..].find(|c: char| !is_part(c));
    let run = &text[start..][..length.unwrap_or(text.len() - start)];
    let run = run.trim_matches('-');
    (run.matches('-').count() > 1).then_some(run)
}

/// The half of the day behind a time, as it stands there: ` p.m.`.
fn half(behind: &str) -> &str {
    let marks = ["a.m.", "p.m.", "a. m.", "p. m.", "am", "pm", "AM", "PM"];
    let words = behind.trim_start();
    let blanks = behind.len() - words.len();
    let mark = marks.into_iter().find(|mark| words.starts_with(mark));
    mark.map_or("", |mark| &behind[..blanks + mark.len()])
}

/// The power of ten that the words behind a number stand for, and these words.
fn power(behind: &str) -> (usize, &str) {
    let mut words = behind
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    if !behind.starts_with(char::is_whitespace) {
        return (0, "");
    }
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let (power, last) = match (first, second) {
        ("mil", "millones") => (9, second),
        ("billion" | "billions", _) => (9, first),
        ("mil" | "thousand", _) => (3, first),
        ("million" | "millions" | "millón" | "millones", _) => (6, first),
        ("trillion" | "trillions" | "billón" | "billones", _) => (12, first),
        _ => return (0, ""),
    };
    let end = behind.find(last).map_or(0, |at| at + last.len());
    (power, &behind[..end])
}

/// The number times a power of ten.
fn scaled(mut digits: String, fraction: &str, power: usize) -> (String, String) {
    let (moved, rest) = fraction.split_at(power.min(fraction.len()));
    digits.push_str(moved);
    digits.push_str(&"0".repeat(power - moved.len()));
    (digits, rest.to_owned())
}

const MONTHS: [[&str; 2]; 12] = [
    ["january", "enero"],
    ["february", "febrero"],
    ["march", "marzo"],
    ["april", "abril"],
    ["may", "mayo"],
    ["june", "junio"],
    ["july", "julio"],
    ["august", "agosto"],
    ["september", "septiembre"],
    ["october", "octubre"],
    ["november", "noviembre"],
    ["december", "diciembre"],
];

pub(super) fn month(token: &str) -> Option<usize> {
    let word = letters(token);
    let is_it = |name: &&str| name.eq_ignore_ascii_case(word);
    let at = MONTHS.iter().position(|names| names.iter().any(is_it))?;
    Some(at + 1)
}

fn letters(token: &str) -> &str {
    token.trim_matches(|c: char| !c.is_alphabetic())
}

/// Whether a number stands beside a word, at most one other word between: “12 de enero”. Else
/// “may” and “march” are no months.
fn is_near_digit(tokens: &[&str], at: usize) -> bool {
    let is_number = |at: usize| {
        let token = tokens.get(at);
        token.is_some_and(|token| token.contains(|c: char| c.is_ascii_digit()))
    };
    let is_of = |at: usize| tokens.get(at) == Some(&"de") || tokens.get(at) == Some(&"of");
    let before = at.checked_sub(1).is_some_and(is_number)
        || at
            .checked_sub(2)
            .is_some_and(|two| is_number(two) && is_of(at - 1));
    before || is_number(at + 1) || (is_number(at + 2) && is_of(at + 1))
}

/// Whether a text says a small number in words: “ten codes” for 10 codes.
pub fn says_in_words(text: &str, value: &str) -> bool {
    let Ok(value) = value.parse::<usize>() else {
        return false;
    };
    let wanted = WORDS.iter().find(|(number, _)| *number == value);
    wanted.is_some_and(|(_, names)| {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| names.split(' ').any(|name| name == word))
    })
}

/// The numbers that people write in words, in English and in Spanish, counted and in order.
const WORDS: [(usize, &str); 27] = [
    (0, "zero no none cero ningún ninguna"),
    (
        1,
        "one a an single first un una uno único única primer primera primero",
    ),
    (2, "two both second twice dos ambos ambas segundo segunda"),
    (3, "three third tres tercer tercera tercero"),
    (4, "four fourth cuatro cuarto cuarta"),
    (5, "five fifth cinco quinto quinta"),
    (6, "six sixth seis sexto sexta"),
    (7, "seven seventh siete séptimo séptima"),
    (8, "eight eighth ocho octavo octava"),
    (9, "nine ninth nueve noveno novena"),
    (10, "ten tenth diez décimo décima"),
    (11, "eleven once"),
    (12, "twelve dozen doce docena"),
    (13, "thirteen trece"),
    (14, "fourteen catorce"),
    (15, "fifteen quince"),
    (16, "sixteen dieciséis"),
    (17, "seventeen diecisiete"),
    (18, "eighteen dieciocho"),
    (19, "nineteen diecinueve"),
    (20, "twenty veinte"),
    (24, "veinticuatro"),
    (30, "thirty treinta"),
    (50, "fifty cincuenta"),
    (60, "sixty sesenta"),
    (100, "hundred cien cientos"),
    (1000, "thousand mil"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut found: Vec<String> = numbers(text).into_iter().map(|n| n.value).collect();
        found.sort();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn separators_of_any_locale() {
        for text in [
            "5,000",
            "5.000",
            "5 000",
            "5\u{a0}000",
            "5\u{202f}000",
            "5000",
        ] {
            check(text, &["5000"]);
        }
        check("27.6 %", &["27.6"]);
        check("27,60%", &["27.6"]);
        check("1,234,567.89", &["1234567.89"]);
        check("en 2023, 100 casos", &["2023", "100"]);
        check("۵۰۰ / ٥٠٠", &["500", "500"]);
        check("1.5 million", &["1500000"]);
        check("1,5 millones", &["1500000"]);
        check("$150 billion", &["150000000000"]);
        check("150 mil millones", &["150000000000"]);
    }

    #[test]
    fn days_and_hours() {
        check("January 12, 2026", &["1", "12", "2026"]);
        check("12 de enero de 2026", &["1", "12", "2026"]);
        check("(9 de enero)", &["1", "9"]);
        check("1/12/2026", &["1", "12", "2026"]);
        check("you may call 5 people", &["5"]);
        check("9:00 a.m. to 5:30 p.m.", &["9", "17", "30"]);
        check("de 9:00 a 17:30", &["9", "17", "30"]);
        check("5 p. m.", &["17"]);
    }

    #[test]
    fn telephone_numbers_and_names() {
        check("1-888-373-7888", &["1", "888", "373", "7888"]);
        check("https://example.org/2024/ T-1", &["1"]);
        check("", &[]);
    }

    #[test]
    fn a_number_is_shown_as_it_stands_in_the_text() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<String> = numbers(text).into_iter().map(|n| n.written).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("5:30 p.m.", &["5:30 p.m.", "5:30 p.m."]);
        check("a las 18:30.", &["18:30", "18:30"]);
        check("2 billones de pesos", &["2 billones"]);
        check("2 mil millones", &["2 mil millones"]);
        check("888-373-7889", &["888-373-7889"; 3]);
        check("2020-2024", &["2020", "2024"]);
    }

    #[test]
    fn small_numbers_in_words() {
        assert!(says_in_words("Los diez códigos", "10"));
        assert!(!says_in_words("Los códigos", "10"));
        assert!(!says_in_words("Los diez", "5000"));
    }
}
