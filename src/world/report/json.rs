//! A report for programs: one JSON document.
//!
//! ```json
//! {
//!   "version": 1,
//!   "diagnostics": [{
//!     "rule": "unknown-audience", "severity": "error",
//!     "message": "…", "why": "…", "fix": "…",
//!     "path": "content/en.md",
//!     "line": 3, "column": 9, "end_line": 3, "end_column": 17, "start": 12, "end": 20,
//!     "related": [{"message": "…", "path": "…", "line": 1, …}],
//!     "suggestion": "survivors"
//!   }],
//!   "summary": {"errors": 1, "warnings": 0, "notes": 0}
//! }
//! ```
//!
//! Lines and columns count from 1, in characters; `start` and `end` are bytes from 0; each end is
//! the place after the last character. What does not apply is null. Paths and suggestions are
//! exact; arguments within `message`, `why` and `fix` are escaped as in the text report.

use serde::Serialize;

use super::escape::harden;
use super::finding::Finding;
use super::location::{Location, Locator};
use super::tally::Tally;
use super::voice::Voice;
use crate::diagnostic::Diagnostic;
use crate::source::Snapshot;

/// Changes when a key goes or changes its meaning, not when one is added.
const VERSION: u32 = 1;

/// The report as JSON, every diagnostic in it.
pub fn json(diagnostics: &[Diagnostic], sources: &Snapshot, voice: &Voice) -> String {
    let mut locator = Locator::new(sources);
    let document = Document {
        version: VERSION,
        diagnostics: diagnostics
            .iter()
            .map(|diagnostic| Entry::new(Finding::new(diagnostic, voice, &mut locator)))
            .collect(),
        summary: Tally::of(diagnostics),
    };
    let text = serde_json::to_string_pretty(&document)
        .expect("texts, numbers and lists have a form in JSON");
    harden(&text) + "\n"
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    diagnostics: Vec<Entry<'a>>,
    summary: Tally,
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'static str,
    severity: &'static str,
    message: String,
    why: String,
    fix: String,
    #[serde(flatten)]
    at: At<'a>,
    related: Vec<Related<'a>>,
    suggestion: Option<&'a str>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: String,
    #[serde(flatten)]
    at: At<'a>,
}

#[derive(Default, Serialize)]
struct At<'a> {
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
}

impl<'a> Entry<'a> {
    fn new(finding: Finding<'a>) -> Self {
        let also = finding.also;
        Self {
            rule: finding.diagnostic.rule.id,
            severity: finding.diagnostic.severity.as_str(),
            message: finding.message,
            why: finding.why,
            fix: finding.fix,
            at: finding.location.as_ref().map(At::new).unwrap_or_default(),
            related: finding
                .related
                .iter()
                .map(|location| Related {
                    message: also.clone(),
                    at: At::new(location),
                })
                .collect(),
            suggestion: finding.diagnostic.suggestion.as_deref(),
        }
    }
}

impl<'a> At<'a> {
    fn new(location: &Location<'a>) -> Self {
        Self {
            path: Some(location.path),
            line: location.region.map(|region| region.start.line),
            column: location.region.map(|region| region.start.column),
            end_line: location.region.map(|region| region.end.line),
            end_column: location.region.map(|region| region.end.column),
            start: location.region.map(|region| region.span.start),
            end: location.region.map(|region| region.span.end),
        }
    }
}
