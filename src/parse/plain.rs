//! Texts in tables, which go out as they are written: a directive in one would be printed, with
//! what it should keep for some people.

use crate::diagnostic::{Diagnostic, Place};
use crate::model::audience::AudienceId;
use crate::parse::directive::{lookalikes, openings};
use crate::parse::value::{Data, Table, Value};
use crate::rules;
use crate::source::{SourcePath, Span};

/// What is wrong with the texts of a table and of those inside it.
pub fn check(table: &Table, path: &SourcePath, audiences: &[AudienceId]) -> Vec<Diagnostic> {
    let texts = table.entries.iter().flat_map(|entry| texts(&entry.value));
    texts
        .filter(|(_, text)| has_directive(text, audiences))
        .map(|(span, _)| Diagnostic::new(&rules::MISPLACED_DIRECTIVE).at(Place::new(path, span)))
        .collect()
}

/// Every text in a value, with where it stands.
fn texts(value: &Value) -> Vec<(Span, &str)> {
    match &value.data {
        Data::String(text) => vec![(value.span, text)],
        Data::Array(values) => values.iter().flat_map(texts).collect(),
        Data::Table(table) => {
            let values = table.entries.iter().map(|entry| &entry.value);
            values.flat_map(texts).collect()
        }
        _ => Vec::new(),
    }
}

fn has_directive(text: &str, audiences: &[AudienceId]) -> bool {
    let mut lines = text.lines();
    openings(text).next().is_some()
        || lines.any(|line| line.trim_start().starts_with(":::"))
        || !lookalikes(text, audiences).is_empty()
}
