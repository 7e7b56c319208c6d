//! Telephone numbers: how a country writes them, and how a telephone dials them.

use rlibphonenumber::enums::Region;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat};

/// The longest short code: emergency and service numbers that work in one country only and have
/// no international form.
const SHORT_CODE_DIGITS: usize = 6;

/// The country code that the countries of North America share.
const NORTH_AMERICA: i32 = 1;

/// A number that can be dialled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// As it is written in its country.
    pub national: String,
    /// As a telephone dials it: E.164 with `+`, or a short code as it is.
    pub dial: String,
}

/// Reads a number of a country (ISO 3166-1 alpha-2). None when no telephone there could dial it.
pub fn parse(text: &str, country: &str) -> Option<Number> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || " -.()+*#".contains(c));
    if digits.is_empty() || !is_plain {
        return None;
    }
    if digits.len() <= SHORT_CODE_DIGITS {
        let code: String = text
            .chars()
            .filter(|c| c.is_ascii_digit() || "*#".contains(*c))
            .collect();
        return Some(Number {
            national: text.trim().to_owned(),
            dial: code,
        });
    }
    let region: Region = country.parse().ok()?;
    let number = PHONE_NUMBER_UTIL.parse(text, Some(region)).ok()?;
    if !number.is_valid() {
        return None;
    }
    Some(Number {
        national: national(&number),
        dial: number.format_as(PhoneNumberFormat::E164).to_string(),
    })
}

/// As people in its country write it. In North America that is with the 1 in front: toll-free lines
/// are printed so, and without it a reader of another country takes the number for a local one.
fn national(number: &PhoneNumber) -> String {
    if number.country_code != NORTH_AMERICA {
        return number.format_as(PhoneNumberFormat::National).to_string();
    }
    let international = number
        .format_as(PhoneNumberFormat::International)
        .to_string();
    international.trim_start_matches('+').replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, country: &str, dial: Option<&str>) {
        let dialled = parse(text, country).map(|number| number.dial);
        assert_eq!(dialled.as_deref(), dial, "{text} in {country}");
    }

    #[test]
    fn the_same_digits_reach_another_line_in_another_country() {
        check("800 5533 000", "MX", Some("+528005533000"));
        check("800 5533 000", "US", Some("+18005533000"));
        check("888-373-7888", "US", Some("+18883737888"));
    }

    #[test]
    fn a_prefix_that_no_longer_connects_is_no_number() {
        check("01800 5533 000", "MX", None);
        check("888-373-788", "US", None);
        check("1-888-KEY", "US", None);
    }

    #[test]
    fn a_number_is_written_as_in_its_country() {
        let national = |text, country| parse(text, country).map(|number| number.national);
        assert_eq!(
            national("888-373-7888", "US").as_deref(),
            Some("1-888-373-7888")
        );
        assert_eq!(
            national("8005533000", "MX").as_deref(),
            Some("800 553 3000")
        );
    }

    #[test]
    fn short_codes_stay_as_they_are() {
        check("911", "MX", Some("911"));
        check("*765", "MX", Some("*765"));
    }
}
