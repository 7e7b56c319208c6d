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

/// Why a text is no number of a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No telephone there could dial it.
    Impossible,
    /// It begins with what has not been dialled for years; this is how it is written now.
    Obsolete(String),
}

/// The country whose prefixes changed while cards with the old ones are still in people's hands.
const MEXICO: &str = "MX";

/// What was dialled before a Mexican number until 2 August 2020 (trunk calls; mobiles from the same
/// city and from another one; mobiles from abroad). Calls that begin so no longer connect.
const OBSOLETE_IN_MEXICO: [&str; 5] = ["01", "044", "045", "+521", "00521"];

/// How many digits a Mexican number has.
const MEXICAN_DIGITS: usize = 10;

/// What is dialled to send a text: two digits would be a slip everywhere.
const TEXT_CODE_DIGITS: std::ops::RangeInclusive<usize> = 3..=SHORT_CODE_DIGITS;

/// The short codes that one can call, where a closed list is known: the N11 codes and the lifeline
/// of the North American plan. No library has them; a typing error in three digits is an error all
/// the same.
const CALLED_IN_NORTH_AMERICA: [&str; 9] = [
    "211", "311", "411", "511", "611", "711", "811", "911", "988",
];

/// What kind of thing a number is dialled for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A call, of a voice or a text telephone, or WhatsApp.
    Call,
    /// A text message, which has short codes of its own.
    Text,
}

/// Whether this is the code of a country (ISO 3166-1 alpha-2) that has telephone numbers.
pub fn is_country(code: &str) -> bool {
    code.len() == 2
        && code.bytes().all(|byte| byte.is_ascii_uppercase())
        && code.parse::<Region>().is_ok()
}

/// Reads a number of a country (ISO 3166-1 alpha-2).
///
/// # Errors
/// Why no telephone there could dial it.
pub fn parse(text: &str, country: &str, purpose: Use) -> Result<Number, Refusal> {
    let is_plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || " -.()+*#".contains(c));
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits == 0 || !is_plain {
        return Err(Refusal::Impossible);
    }
    if digits <= SHORT_CODE_DIGITS {
        return short_code(text, country, purpose);
    }
    if let Some(now) = without_obsolete_prefix(text, country) {
        return Err(Refusal::Obsolete(now.national));
    }
    full(text, country).ok_or(Refusal::Impossible)
}

/// A number that is dialled from anywhere.
fn full(text: &str, country: &str) -> Option<Number> {
    let region: Region = country.parse().ok()?;
    let number = PHONE_NUMBER_UTIL.parse(text, Some(region)).ok()?;
    number.is_valid().then(|| Number {
        national: national(&number),
        dial: number.format_as(PhoneNumberFormat::E164).to_string(),
    })
}

/// A number that works in its country only and has no international form.
fn short_code(text: &str, country: &str, purpose: Use) -> Result<Number, Refusal> {
    let code: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || "*#".contains(*c))
        .collect();
    let digits = code.trim_matches(['*', '#']);
    let is_known = match (country, purpose) {
        (_, Use::Text) => TEXT_CODE_DIGITS.contains(&digits.len()),
        _ if code.starts_with(['*', '#']) => true,
        ("US" | "CA", Use::Call) => CALLED_IN_NORTH_AMERICA.contains(&digits),
        // Mexico's services have three digits of which the first is 0, and 911 since 2017.
        (MEXICO, Use::Call) => digits == "911" || digits.len() == 3 && digits.starts_with('0'),
        _ => digits.len() >= 2,
    };
    if !is_known {
        return Err(Refusal::Impossible);
    }
    Ok(Number {
        national: text.trim().to_owned(),
        dial: code,
    })
}

/// The number behind a prefix that no longer connects.
fn without_obsolete_prefix(text: &str, country: &str) -> Option<Number> {
    let dialled: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    if country != MEXICO {
        return None;
    }
    OBSOLETE_IN_MEXICO
        .iter()
        .filter_map(|prefix| dialled.strip_prefix(prefix))
        .find(|rest| rest.len() == MEXICAN_DIGITS)
        .and_then(|rest| full(rest, country))
}

/// Whether these digits are a number that somebody in this country could dial.
pub fn is_dialled(digits: &str, country: &str) -> bool {
    full(digits, country).is_some()
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
        let dialled = parse(text, country, Use::Call).map(|number| number.dial);
        assert_eq!(dialled.ok().as_deref(), dial, "{text} in {country}");
    }

    #[test]
    fn the_same_digits_reach_another_line_in_another_country() {
        check("800 5533 000", "MX", Some("+528005533000"));
        check("800 5533 000", "US", Some("+18005533000"));
        check("888-373-7888", "US", Some("+18883737888"));
    }

    #[test]
    fn a_prefix_that_no_longer_connects_is_no_number() {
        let refused = |text| parse(text, "MX", Use::Call).err();
        let now = Some(Refusal::Obsolete("800 553 3000".to_owned()));
        assert_eq!(refused("01800 5533 000"), now);
        assert_eq!(refused("01-800-55-33-000"), now);
        let mobile = Some(Refusal::Obsolete("55 1234 5678".to_owned()));
        for old in ["044 55 1234 5678", "045 55 1234 5678", "+52 1 55 1234 5678"] {
            assert_eq!(refused(old), mobile, "{old}");
        }
        assert_eq!(refused("01 000 000 0000"), Some(Refusal::Impossible));
        check("888-373-788", "US", None);
        check("1-888-KEY", "US", None);
    }

    #[test]
    fn a_number_is_written_as_in_its_country() {
        let national = |text, country| {
            parse(text, country, Use::Call)
                .ok()
                .map(|number| number.national)
        };
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
        check("089", "MX", Some("089"));
        check("912", "MX", None);
        check("912", "US", None);
        let text = parse("233733", "US", Use::Text).map(|number| number.dial);
        assert_eq!(text.as_deref(), Ok("233733"));
        check("233733", "US", None);
    }
}
