//! Measures: which formula a language has, and from which score on a text is hard.

use super::formulas::Counts;
use super::syllables;
use crate::model::audience::ReadingTarget;

/// How one language is measured.
pub struct Measure {
    /// What the index is called.
    pub name: &'static str,
    /// The score of a text.
    pub score: fn(Counts) -> f64,
    /// Another index that people know, with its name.
    pub second: (&'static str, fn(Counts) -> f64),
    /// How many syllables a word has.
    pub syllables: fn(&str) -> usize,
    /// Which way is worse.
    pub worse: Worse,
}

/// Which way is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worse {
    /// A grade: years of school.
    Higher,
    /// An ease.
    Lower,
}

/// From which score on a page is hard, and from which it is too hard.
pub struct Limits {
    /// A warning.
    pub warning: f64,
    /// An error.
    pub error: f64,
}

impl Measure {
    /// That of a language; none when it has no formula.
    pub fn of(language: &str) -> Option<Self> {
        match language {
            "en" => Some(Self {
                name: "Flesch–Kincaid",
                score: Counts::flesch_kincaid,
                second: ("Flesch", Counts::flesch),
                syllables: syllables::english,
                worse: Worse::Higher,
            }),
            "es" => Some(Self {
                name: "INFLESZ",
                score: Counts::szigriszt,
                second: ("Fernández-Huerta", Counts::fernandez_huerta),
                syllables: syllables::spanish,
                worse: Worse::Lower,
            }),
            _ => None,
        }
    }

    /// Whether a score is beyond a limit.
    pub fn is_worse(&self, score: f64, limit: f64) -> bool {
        match self.worse {
            Worse::Higher => score > limit,
            Worse::Lower => score < limit,
        }
    }

    /// The limits that real help pages in both languages can keep: grade 6 for people in danger,
    /// rather easy on the INFLESZ scale.
    pub fn limits(&self, target: ReadingTarget) -> Limits {
        let (warning, error) = match (&self.worse, target) {
            (Worse::Higher, ReadingTarget::Plain) => (6.0, 9.0),
            (Worse::Higher, ReadingTarget::General) => (8.0, 12.0),
            (Worse::Higher, ReadingTarget::Professional) => (10.0, 16.0),
            (Worse::Lower, ReadingTarget::Plain) => (65.0, 50.0),
            (Worse::Lower, ReadingTarget::General) => (55.0, 40.0),
            (Worse::Lower, ReadingTarget::Professional) => (50.0, 30.0),
        };
        Limits { warning, error }
    }
}
