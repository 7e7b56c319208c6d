//! Claims: figures with what they count and who says so, typed once in `content/claims.toml`.

use std::fmt;
use std::str::FromStr;

use crate::model::date::Date;
use crate::model::hotline::Localized;
use crate::source::{SourcePath, Span};

/// A day, a month or a year: as exact as a source is about when its figure holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// `2021`.
    Year(i16),
    /// `2022-09`.
    Month(i16, i8),
    /// `2022-09-12`.
    Day(Date),
}

impl AsOf {
    /// Whether it begins after this day.
    pub fn is_after(self, today: Date) -> bool {
        match self {
            Self::Year(year) => year > today.year(),
            Self::Month(year, month) => (year, month) > (today.year(), today.month()),
            Self::Day(day) => day > today,
        }
    }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl FromStr for AsOf {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts: Vec<&str> = text.split('-').collect();
        match parts.as_slice() {
            [year] if year.len() == 4 => year.parse().map(Self::Year).map_err(drop),
            [year, month] if year.len() == 4 && month.len() == 2 => {
                let year = year.parse().map_err(drop)?;
                let month = month.parse().map_err(drop)?;
                Date::new(year, month, 1).ok_or(())?;
                Ok(Self::Month(year, month))
            }
            _ => text.parse().map(Self::Day).map_err(drop),
        }
    }
}

/// Who says so: two claims with the same origin share one number in the list of sources.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Author, title and date, by locale.
    pub text: Localized,
    /// Where it is.
    pub url: Option<String>,
    /// A copy that does not change.
    pub archive: Option<String>,
}

/// A figure and everything that makes it one. What it says stands in the message
/// [`Claim::message`], made of `wording` and `figure` in the register.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its name in directives.
    pub id: String,
    /// The register it stands in.
    pub path: SourcePath,
    /// Where it stands there.
    pub span: Span,
    /// The number.
    pub value: f64,
    /// The upper end, where it is a range.
    pub upper: Option<f64>,
    /// What is counted, in a word or two.
    pub unit: Localized,
    /// What counts and what does not.
    pub definition: Localized,
    /// For where it holds.
    pub geography: Localized,
    /// As of when it holds.
    pub as_of: AsOf,
    /// Where that stands.
    pub as_of_span: Span,
    /// Who says so.
    pub origin: Origin,
    /// The day somebody read it there.
    pub accessed: Date,
    /// Where that day stands.
    pub accessed_span: Span,
    /// The day by which somebody reads it again.
    pub review_by: Option<Date>,
    /// Where that day stands.
    pub review_span: Span,
}

impl Claim {
    /// The message that says it; its attribute `figure` is the number with its unit alone.
    pub fn message(id: &str) -> String {
        format!("claim-{id}")
    }

    /// Whether somebody should have read its source again before this day.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.review_by.is_some_and(|day| day < today)
    }
}
