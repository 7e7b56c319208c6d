//! Days.

use icu_calendar::Date as CalendarDate;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDE};
use icu_provider::prelude::icu_locale_core::Locale as Tag;

use crate::model::date::Date;

/// How much of a day is written, as in the `dateStyle` of ECMA-402.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateStyle {
    /// *miércoles, 25 de noviembre de 2026*
    Full,
    /// *25 de noviembre de 2026*: what readers take in at once, so what they get by default.
    #[default]
    Long,
    /// *25 nov 2026*
    Medium,
    /// *25/11/26*: which number is the month is left to the reader's habit.
    Short,
}

impl DateStyle {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Full, Self::Long, Self::Medium, Self::Short];

    /// The style of this name: `full`, `long`, `medium` or `short`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "full" => Some(Self::Full),
            "long" => Some(Self::Long),
            "medium" => Some(Self::Medium),
            "short" => Some(Self::Short),
            _ => None,
        }
    }
}

/// The date formats of one locale.
#[derive(Debug)]
pub struct Dates {
    full: DateTimeFormatter<YMDE>,
    long: DateTimeFormatter<YMD>,
    medium: DateTimeFormatter<YMD>,
    short: DateTimeFormatter<YMD>,
}

impl Dates {
    /// The formats of this tag.
    pub fn new(tag: &Tag) -> Option<Self> {
        let of = |fields| DateTimeFormatter::try_new(tag.into(), fields).ok();
        Some(Self {
            full: DateTimeFormatter::try_new(tag.into(), YMDE::long()).ok()?,
            long: of(YMD::long())?,
            medium: of(YMD::medium())?,
            short: of(YMD::short())?,
        })
    }

    /// A day in this style.
    pub fn format(&self, date: Date, style: DateStyle) -> Option<String> {
        let month = date.month().unsigned_abs();
        let day = date.day().unsigned_abs();
        let date = CalendarDate::try_new_iso(date.year().into(), month, day).ok()?;
        Some(match style {
            DateStyle::Full => self.full.format(&date).to_string(),
            DateStyle::Long => self.long.format(&date).to_string(),
            DateStyle::Medium => self.medium.format(&date).to_string(),
            DateStyle::Short => self.short.format(&date).to_string(),
        })
    }
}
