//! How many diagnostics there are of each severity.

use super::voice::Voice;
use crate::diagnostic::{Diagnostic, Severity};

/// Diagnostics, counted by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Tally {
    /// How many stop a build.
    pub errors: usize,
    /// How many should be mended.
    pub warnings: usize,
    /// How many are worth knowing.
    pub notes: usize,
}

impl Tally {
    /// Counts `diagnostics`.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let count = |severity| {
            diagnostics
                .iter()
                .filter(|diagnostic| diagnostic.severity == severity)
                .count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }

    /// “3 errors, 1 warning”, or that nothing is wrong.
    pub fn say(&self, voice: &Voice) -> String {
        let counts = [
            ("tally-errors", self.errors),
            ("tally-warnings", self.warnings),
            ("tally-notes", self.notes),
        ];
        let parts: Vec<String> = counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| voice.say(id, &[("count", count.into())]))
            .collect();
        if parts.is_empty() {
            voice.say("nothing-wrong", &[])
        } else {
            parts.join(", ")
        }
    }
}
