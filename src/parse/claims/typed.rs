//! What a claim says must say its value, and no figure that somebody typed beside it: such a figure
//! stays when the value is mended.

use crate::diagnostic::Diagnostic;
use crate::model::claim::AsOf;
use crate::rules;

/// What stands for the number of the register in the words of a claim.
const VALUE: &str = "$value";

/// Years, which a text may name beside its figure: *above the one for 2016*.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2100;

/// Below this a whole number without a unit is an age or a count of parts: *under 18*.
const SMALL: u32 = 100;

/// What behind a number makes it a figure, however small it is.
const UNITS: [&str; 12] = [
    "%",
    "percent",
    "por ciento",
    "million",
    "millón",
    "millones",
    "billion",
    "billón",
    "billones",
    "thousand",
    "mil ",
    "in ",
];

/// What is wrong with the words of a claim.
pub fn fault(id: &str, text: &str, as_of: Option<AsOf>) -> Option<Diagnostic> {
    if !says_value(text) {
        return Some(Diagnostic::new(&rules::UNSAID_VALUE).with("name", id));
    }
    let figure = figure(text, as_of)?;
    Some(
        Diagnostic::new(&rules::FIXED_FIGURE)
            .with("name", id)
            .with("value", figure),
    )
}

/// Whether the value is shown: as a selector it only chooses between texts.
fn says_value(text: &str) -> bool {
    text.match_indices(VALUE).any(|(at, _)| {
        let rest = &text[at + VALUE.len()..];
        let goes_on = rest.starts_with(|char: char| char.is_alphanumeric() || "-_".contains(char));
        !goes_on && !rest.trim_start().starts_with("->")
    })
}

/// The first figure that is typed.
fn figure(text: &str, as_of: Option<AsOf>) -> Option<String> {
    let as_of = as_of.map_or_else(String::new, |day| day.to_string());
    let declared: Vec<u32> = as_of
        .split('-')
        .filter_map(|part| part.parse().ok())
        .collect();
    let mut at = 0;
    while let Some(offset) = text[at..].find(char::is_numeric) {
        let start = at + offset;
        let rest = &text[start..];
        let is_part = |char: char| char.is_numeric() || ".,".contains(char);
        let length = rest.find(|char| !is_part(char)).unwrap_or(rest.len());
        let number = rest[..length].trim_end_matches(['.', ',']);
        at = start + length;
        if is_code(&text[..start]) {
            continue;
        }
        let unit = rest[number.len()..].trim_start();
        let has_unit = UNITS.iter().any(|known| unit.starts_with(known));
        let is_known = number.parse().is_ok_and(|number: u32| {
            declared.contains(&number) || YEARS.contains(&number) || number < SMALL
        });
        if has_unit || !is_known {
            return Some(number.to_owned());
        }
    }
    None
}

/// Whether a place stands between braces and in no text there: in an option of a function, or in
/// the key of a variant.
fn is_code(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or(before);
    let is_key = line
        .rfind('[')
        .is_some_and(|open| !line[open..].contains(']'));
    let inner = before
        .rfind('{')
        .filter(|open| !before[*open..].contains('}'));
    let is_option = inner.is_some_and(|open| {
        let code = &before[open..];
        !code.contains("->") && !code.contains('"')
    });
    let is_word = before.ends_with(|char: char| char.is_alphabetic() || "-_$".contains(char));
    is_key || is_option || is_word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_beside_the_value_is_found() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(
                figure(text, Some(AsOf::Year(2021))).as_deref(),
                expected,
                "{text}"
            );
        };
        check("{ $value } million people, 28 million in all", Some("28"));
        check("{ $value } of 1,500 people", Some("1,500"));
        check("{ $value }, which is 12%", Some("12"));
        check(
            "{ $value -> [one] 300 people *[other] { $value } people }",
            Some("300"),
        );
        check("{ $value } million in 2021, above the one for 2016", None);
        check(
            "{ NUMBER($value, minimumFractionDigits: 1) } people under 18",
            None,
        );
        check(
            "{ $value ->\n    [1000] { $value }\n   *[other] { $value } T-2 visas }",
            None,
        );
    }

    #[test]
    fn a_selector_does_not_say_the_value() {
        assert!(says_value("{ $value } people"));
        assert!(says_value("{ NUMBER($value) } people"));
        assert!(!says_value("28 million people"));
        assert!(!says_value("{ $value -> *[other] 28 million people }"));
        assert!(!says_value("{ $values }"));
    }
}
