//! The functions that messages can call.
//!
//! A function of Fluent that fails returns `FluentValue::Error`, and fluent-bundle then prints
//! `NUMBER()` to the reader and tells nobody. So a failure is also noted on the side, in the
//! thread that formats: see [`attend`].

use std::cell::RefCell;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberStyle, FluentNumberType};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::model::date::Date;
use crate::render::formats::{DateStyle, FRACTION_DIGITS, Formats};

use super::arguments::Day;
use super::bundle::number_options;

thread_local! {
    static FAILURES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// What `work` returns, and why functions failed in it.
pub fn attend<T>(work: impl FnOnce() -> T) -> (T, Vec<String>) {
    FAILURES.take();
    let outcome = work();
    (outcome, FAILURES.take())
}

/// Gives a bundle the functions of [`crate::model::message::FUNCTIONS`].
pub fn add(bundle: &mut FluentBundle<Arc<FluentResource>>, formats: &Arc<Formats>) {
    let of_dates = Arc::clone(formats);
    let of_plurals = Arc::clone(formats);
    // Only a function of the same name could be in the way, and the bundle is new.
    let _ = bundle.add_function("NUMBER", |given, named| noted(number(given, named)));
    let _ = bundle.add_function("DATETIME", move |given, named| {
        noted(datetime(&of_dates, given, named))
    });
    let _ = bundle.add_function("PLURAL", move |given, named| {
        noted(plural(&of_plurals, given, named))
    });
}

/// Why a function has no value.
enum Failure {
    /// Its argument is missing, which Fluent has told already; or it is missing in a term, where
    /// the default variant is meant for that.
    Absent,
    /// Something else.
    Because(String),
}

impl From<String> for Failure {
    fn from(reason: String) -> Self {
        Self::Because(reason)
    }
}

type Outcome<'a> = Result<FluentValue<'a>, Failure>;

fn noted<'a>(outcome: Outcome<'a>) -> FluentValue<'a> {
    outcome.unwrap_or_else(|failure| {
        if let Failure::Because(reason) = failure {
            FAILURES.with_borrow_mut(|failures| failures.push(reason));
        }
        FluentValue::Error
    })
}

/// `NUMBER($n, minimumFractionDigits: 2)`: the same number with options for how it is written.
fn number<'a>(given: &[FluentValue<'a>], named: &FluentArgs<'_>) -> Outcome<'a> {
    match given {
        [FluentValue::Number(number)] => Ok(optioned("NUMBER", number, named)?.into()),
        [FluentValue::Error] => Err(Failure::Absent),
        _ => Err(Failure::Because("NUMBER takes one number".to_owned())),
    }
}

/// `DATETIME($date, dateStyle: "full")`: a day in words.
fn datetime<'a>(
    formats: &Formats,
    given: &[FluentValue<'a>],
    named: &FluentArgs<'_>,
) -> Outcome<'a> {
    let date = match given {
        [FluentValue::String(text)] => text
            .parse::<Date>()
            .map_err(|_| format!("DATETIME takes a day such as 2026-11-25, not “{text}”"))?,
        [FluentValue::Error] => return Err(Failure::Absent),
        [value] => Day::of(value).ok_or_else(|| "DATETIME takes a day".to_owned())?,
        _ => return Err(Failure::Because("DATETIME takes one day".to_owned())),
    };
    let mut style = DateStyle::default();
    for (name, value) in named.iter() {
        style = match (name, value) {
            ("dateStyle", FluentValue::String(word)) => DateStyle::named(word),
            _ => None,
        }
        .ok_or_else(|| unsuitable("DATETIME", name))?;
    }
    Ok(formats.date(date, style).into())
}

/// `PLURAL($n)`: the plural category of a number, with the options of `NUMBER`. `PLURAL($n, 0, 1)`
/// is the number itself when it is among the others, so that it meets the variants `[0]` and
/// `[1]`. Text stays as it is: a selector need not be a number.
fn plural<'a>(formats: &Formats, given: &[FluentValue<'a>], named: &FluentArgs<'_>) -> Outcome<'a> {
    let (number, exact) = match given {
        [FluentValue::Number(number), exact @ ..] => (number, exact),
        [FluentValue::String(text), ..] => return Ok(FluentValue::String(text.clone())),
        [FluentValue::Error, ..] => return Err(Failure::Absent),
        _ => return Err(Failure::Because("PLURAL takes a number".to_owned())),
    };
    let is_same = |other: &&FluentValue<'a>| match other {
        FluentValue::Number(other) => other.value == number.value,
        _ => false,
    };
    if let Some(same) = exact.iter().find(is_same) {
        return Ok(same.clone());
    }
    let number = optioned("PLURAL", number, named)?;
    let category = match number.options.r#type {
        FluentNumberType::Cardinal => {
            formats.plural_of(number.value, &number_options(&number.options))
        }
        FluentNumberType::Ordinal => formats.ordinal(number.value),
    };
    Ok(category.into())
}

/// A number with the options of a call. Only those that are understood here: an option that does
/// nothing would be a mistake that nobody sees, and amounts of money are never written from data.
fn optioned(
    function: &str,
    number: &FluentNumber,
    named: &FluentArgs<'_>,
) -> Result<FluentNumber, String> {
    let mut number = number.clone();
    let options = &mut number.options;
    for (name, value) in named.iter() {
        match (name, value) {
            ("minimumFractionDigits", value) => {
                options.minimum_fraction_digits = Some(digits(function, name, value)?);
            }
            ("maximumFractionDigits", value) => {
                options.maximum_fraction_digits = Some(digits(function, name, value)?);
            }
            ("useGrouping", FluentValue::String(word)) if word == "true" || word == "false" => {
                options.use_grouping = word == "true";
            }
            ("style", FluentValue::String(word)) if word == "decimal" => {
                options.style = FluentNumberStyle::Decimal;
            }
            ("style", FluentValue::String(word)) if word == "percent" => {
                options.style = FluentNumberStyle::Percent;
            }
            ("type", FluentValue::String(word)) if word == "cardinal" => {
                options.r#type = FluentNumberType::Cardinal;
            }
            ("type", FluentValue::String(word)) if word == "ordinal" => {
                options.r#type = FluentNumberType::Ordinal;
            }
            _ => return Err(unsuitable(function, name)),
        }
    }
    Ok(number)
}

fn digits(function: &str, name: &str, value: &FluentValue<'_>) -> Result<usize, String> {
    let limit = f64::from(FRACTION_DIGITS);
    match value {
        FluentValue::Number(count) if (0.0..=limit).contains(&count.value) => {
            Ok(usize::from(count))
        }
        _ => Err(unsuitable(function, name)),
    }
}

fn unsuitable(function: &str, option: &str) -> String {
    format!("{function} has no option {option}, or not with this value")
}
