//! How easy each translation was to read when somebody last accepted it, so that none gets harder
//! without a word.
//!
//! The file holds one translation a line, in the order of the alphabet: its path, the formula, the
//! score, and for one that got harder the reason why that was accepted.
//!
//! ```text
//! content/about/es.md INFLESZ 66.1
//! content/rights/en.md Flesch–Kincaid 8.4 the words of the law are explained
//! ```

use std::collections::BTreeMap;
use std::fmt;

use crate::source::SourcePath;

/// The file at the campaign's root.
pub const PATH: &str = "readability.lock";

/// What the file begins with.
const HEAD: &str = "# How easy each page was to read. Written by campaign; keep it in git.\n";

/// A score in tenths: what is shown is what is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(i64);

impl Tenths {
    /// The score to one digit behind the point.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "no score has fifteen digits"
    )]
    pub fn of(score: f64) -> Self {
        Self((score * 10.0).round() as i64)
    }

    /// The score as it was written; none for what is no number.
    pub fn parse(written: &str) -> Option<Self> {
        let score: f64 = written.parse().ok()?;
        (score.abs() < 10_000.0).then(|| Self::of(score))
    }
}

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{}", self.0.abs() / 10, self.0.abs() % 10)
    }
}

/// What was accepted of one translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The formula.
    pub index: String,
    /// The score: that of the audience for whom it is hardest.
    pub score: Tenths,
    /// Why it may be harder than it was.
    pub reason: Option<String>,
}

/// What was accepted, by file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readability {
    /// The records.
    pub records: BTreeMap<SourcePath, Record>,
}

impl fmt::Display for Readability {
    /// The file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        for (path, record) in &self.records {
            write!(f, "{path} {} {}", record.index, record.score)?;
            if let Some(reason) = &record.reason {
                let words: Vec<&str> = reason.split_whitespace().collect();
                write!(f, " {}", words.join(" "))?;
            }
            f.write_str("\n")?;
        }
        Ok(())
    }
}
