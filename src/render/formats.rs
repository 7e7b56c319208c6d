//! Numbers, dates and plural categories as a language writes them (CLDR, through ICU4X).
//!
//! Campaigns also speak languages that CLDR has nothing on: Mixtec, Diné, many Nahuatls. Such a
//! locale is written as the first of its fallbacks that CLDR knows; with none, numbers are plain
//! digits and dates are ISO 8601, which nobody takes for something else.

mod coverage;
mod dates;
mod numbers;

use icu_plurals::{PluralCategory, PluralRules};
use icu_provider::prelude::icu_locale_core::Locale as Tag;

use crate::model::date::Date;
use crate::model::locale::{Locale, LocaleTag};

pub use dates::DateStyle;
use dates::Dates;
use numbers::Numbers;
pub use numbers::{FRACTION_DIGITS, Grouping, NumberOptions, NumberStyle};

/// How one locale writes numbers and dates, and counts.
#[derive(Debug, Default)]
pub struct Formats {
    data: Option<LocaleTag>,
    numbers: Option<Numbers>,
    dates: Option<Dates>,
    cardinal: Option<PluralRules>,
    ordinal: Option<PluralRules>,
}

impl Formats {
    /// The formats of a locale, or of what stands in for it.
    pub fn new(locale: &Locale) -> Self {
        Self::of(&locale.formats_chain())
    }

    /// The formats of the first of these tags that there are any for.
    pub fn of(chain: &[&LocaleTag]) -> Self {
        let known = chain.iter().find_map(|tag| {
            let parsed = Tag::try_from_str(tag.as_str()).ok()?;
            coverage::knows(&parsed).then_some((*tag, parsed))
        });
        let Some((tag, parsed)) = known else {
            return Self::default();
        };
        Self {
            data: Some(tag.clone()),
            numbers: Numbers::new(&parsed),
            dates: Dates::new(&parsed),
            cardinal: PluralRules::try_new_cardinal((&parsed).into()).ok(),
            ordinal: PluralRules::try_new_ordinal((&parsed).into()).ok(),
        }
    }

    /// The tag whose data is used; none when CLDR knows no tag of the chain.
    pub fn data(&self) -> Option<&LocaleTag> {
        self.data.as_ref()
    }

    /// A number: `1.234.567,5`. What is no number (NaN, infinity) is written as it is in code.
    pub fn number(&self, value: f64, options: &NumberOptions) -> String {
        let Some(decimal) = numbers::decimal(value, options) else {
            return value.to_string();
        };
        match &self.numbers {
            Some(numbers) => numbers.format(decimal, options),
            None => numbers::plain(&decimal, options),
        }
    }

    /// A day, in the calendar of the locale: `25 de noviembre de 2026`.
    pub fn date(&self, date: Date, style: DateStyle) -> String {
        self.dates
            .as_ref()
            .and_then(|dates| dates.format(date, style))
            .unwrap_or_else(|| date.to_string())
    }

    /// The plural category of a count: `zero`, `one`, `two`, `few`, `many` or `other`.
    pub fn plural(&self, value: f64) -> &'static str {
        self.plural_of(value, &NumberOptions::default())
    }

    /// The plural category of a number as it is written: in English, 1 is `one` and 1.0 `other`.
    pub fn plural_of(&self, value: f64, options: &NumberOptions) -> &'static str {
        category(self.cardinal.as_ref(), value, options)
    }

    /// The plural category of a place in an order: in English, `one` for 1st and `two` for 2nd.
    pub fn ordinal(&self, value: f64) -> &'static str {
        category(self.ordinal.as_ref(), value, &NumberOptions::default())
    }
}

fn category(rules: Option<&PluralRules>, value: f64, options: &NumberOptions) -> &'static str {
    let decimal = numbers::decimal(value, options);
    match rules
        .zip(decimal)
        .map(|(rules, it)| rules.category_for(&it))
    {
        Some(PluralCategory::Zero) => "zero",
        Some(PluralCategory::One) => "one",
        Some(PluralCategory::Two) => "two",
        Some(PluralCategory::Few) => "few",
        Some(PluralCategory::Many) => "many",
        Some(PluralCategory::Other) | None => "other",
    }
}

#[cfg(test)]
mod tests;
