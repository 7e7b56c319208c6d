//! Numbers.

use icu_decimal::input::{Decimal, SignDisplay};
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_provider::prelude::icu_locale_core::Locale as Tag;

/// The most digits behind the decimal sign. A double has no more than fifteen that mean
/// something.
pub const FRACTION_DIGITS: u8 = 15;

/// Digits behind the decimal sign when a message does not say (ECMA-402).
const USUAL_FRACTION_DIGITS: u8 = 3;

/// Whether thousands are set apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// As the locale does: Spanish from five digits, Mexican Spanish from four.
    #[default]
    Auto,
    /// Never: for years and the like.
    Never,
}

/// What a number stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberStyle {
    /// Itself.
    #[default]
    Decimal,
    /// A share: 0.5 is 50 %.
    Percent,
}

/// How a number is written. The default is the one of ECMA-402: up to three digits behind the
/// decimal sign, none for a share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberOptions {
    /// At least so many digits behind the decimal sign.
    pub minimum_fraction_digits: u8,
    /// At most so many, the last rounded half to even.
    pub maximum_fraction_digits: Option<u8>,
    /// Whether thousands are set apart.
    pub grouping: Grouping,
    /// What the number stands for.
    pub style: NumberStyle,
}

impl NumberOptions {
    fn fraction_digits(&self) -> (u8, u8) {
        let usual = match self.style {
            NumberStyle::Decimal => USUAL_FRACTION_DIGITS,
            NumberStyle::Percent => 0,
        };
        let minimum = self.minimum_fraction_digits.min(FRACTION_DIGITS);
        let maximum = self.maximum_fraction_digits.unwrap_or(usual);
        (minimum, maximum.min(FRACTION_DIGITS).max(minimum))
    }
}

/// The digits that are written; none for NaN and infinity.
pub fn decimal(value: f64, options: &NumberOptions) -> Option<Decimal> {
    // Rust writes the shortest decimal that is this double, which is what people typed.
    let mut decimal = Decimal::try_from_str(&value.to_string()).ok()?;
    if options.style == NumberStyle::Percent {
        decimal.absolute.multiply_pow10(2);
        decimal.absolute.trim_start();
    }
    let (minimum, maximum) = options.fraction_digits();
    decimal.round(-i16::from(maximum));
    decimal.absolute.trim_end();
    decimal.absolute.pad_end(-i16::from(minimum));
    // Zero has no sign, even what was rounded to it.
    decimal.apply_sign_display(SignDisplay::Negative);
    Some(decimal)
}

/// Digits that everybody reads alike: a point, no groups.
pub fn plain(decimal: &Decimal, options: &NumberOptions) -> String {
    match options.style {
        NumberStyle::Decimal => decimal.to_string(),
        NumberStyle::Percent => format!("{decimal}%"),
    }
}

/// The number formats of one locale.
#[derive(Debug)]
pub struct Numbers {
    grouped: DecimalFormatter,
    ungrouped: DecimalFormatter,
    percent: Percent,
}

impl Numbers {
    /// The formats of this tag.
    pub fn new(tag: &Tag) -> Option<Self> {
        let of = |strategy: GroupingStrategy| {
            let options = DecimalFormatterOptions::from(strategy);
            DecimalFormatter::try_new(DecimalFormatterPreferences::from(tag), options).ok()
        };
        let grouped = of(GroupingStrategy::Auto)?;
        Some(Self {
            percent: Percent::of(tag, &grouped),
            grouped,
            ungrouped: of(GroupingStrategy::Never)?,
        })
    }

    /// These digits, written out.
    pub fn format(&self, decimal: Decimal, options: &NumberOptions) -> String {
        let formatter = match options.grouping {
            Grouping::Auto => &self.grouped,
            Grouping::Never => &self.ungrouped,
        };
        let digits = formatter.format(&decimal).to_string();
        match options.style {
            NumberStyle::Decimal => digits,
            NumberStyle::Percent => {
                format!("{}{digits}{}", self.percent.before, self.percent.after)
            }
        }
    }
}

/// What stands around the digits of a share.
#[derive(Debug)]
struct Percent {
    before: &'static str,
    after: &'static str,
}

impl Percent {
    /// ICU4X has no percent patterns in its stable part. These are those of CLDR 48
    /// (`numbers/percentFormats`), for the digits that the locale is written with.
    fn of(tag: &Tag, formatter: &DecimalFormatter) -> Self {
        let (before, after) = match formatter.format(&Decimal::from(0)).to_string().as_str() {
            "٠" => ("", "٪\u{61c}"),
            "۰" => ("", "٪"),
            _ => Self::latin(tag),
        };
        Self { before, after }
    }

    fn latin(tag: &Tag) -> (&'static str, &'static str) {
        let region = tag.id.region.as_ref().map(|region| region.as_str());
        match (tag.id.language.as_str(), region) {
            ("ar", _) => ("", "\u{200e}%\u{200e}"),
            // Spanish of Latin America writes the sign close, as English does.
            ("es", Some(region)) if !matches!(region, "ES" | "GQ" | "PH" | "EA" | "IC") => {
                ("", "%")
            }
            ("de", Some("CH" | "LI")) | ("fr", Some("CH")) => ("", "%"),
            ("eu", _) => ("%\u{a0}", ""),
            ("tr" | "ku", _) => ("%", ""),
            ("fr", None | Some("FR")) => ("", "\u{202f}%"),
            (
                "be" | "bs" | "ca" | "cs" | "da" | "de" | "dsb" | "es" | "fi" | "fo" | "fr" | "gl"
                | "gsw" | "hr" | "hsb" | "kl" | "ksh" | "lb" | "lt" | "mk" | "nb" | "nn" | "no"
                | "qu" | "ro" | "ru" | "se" | "sk" | "sl" | "smn" | "sv" | "tk",
                _,
            ) => ("", "\u{a0}%"),
            _ => ("", "%"),
        }
    }
}
