//! Calendar dates: days without a time or a zone.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, written `2026-11-24`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The day that stands in where none could be read.
    pub const EPOCH: Self = Self(jiff::civil::date(1970, 1, 1));

    /// The day, if there is one such.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The year, such as 2026.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day so many days later; the last there is when it would lie beyond.
    pub fn plus_days(self, days: i32) -> Self {
        let later = self.0.checked_add(jiff::Span::new().days(days));
        Self(later.unwrap_or(jiff::civil::Date::MAX))
    }

    /// The whole days from `earlier` to this day; negative when it comes first.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.since(earlier.0).map_or(0, |span| span.get_days())
    }
}

impl fmt::Display for Date {
    /// ISO 8601: `2026-11-24`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A text that is no day of the form `2026-11-24`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day such as 2026-11-24")]
pub struct InvalidDate;

impl FromStr for Date {
    type Err = InvalidDate;

    /// A day, or a moment of which only the day counts. ISO 8601 also knows `20261124`, which in
    /// a campaign is a telephone number.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = text.as_bytes();
        if bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
            return Err(InvalidDate);
        }
        text.parse().map(Self).map_err(|_| InvalidDate)
    }
}
