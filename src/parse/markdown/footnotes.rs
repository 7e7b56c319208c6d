//! Footnotes that are referred to and not defined.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Place};
use crate::model::document::{Document, Kind, Node, Reading, Sought};
use crate::parse::directive::Grammar;
use crate::rules::MISSING_FOOTNOTE;
use crate::source::Span;

/// Reports references that some audience reads without the definition: it stands where only
/// others may see it.
pub(super) fn check(document: &Document, grammar: &Grammar<'_>, sink: &mut Vec<Diagnostic>) {
    let mut missing = BTreeSet::new();
    for audience in grammar.audiences {
        missing.extend(missing_in(document.for_audience(audience)));
    }
    sink.extend(missing.into_iter().map(|(span, label)| {
        Diagnostic::new(&MISSING_FOOTNOTE)
            .at(Place::new(grammar.path, span))
            .with("name", label)
    }));
}

fn missing_in(reading: Reading<'_>) -> Vec<(Span, &str)> {
    let mut references: Vec<(Span, &str)> = reading
        .find(Sought::Reference)
        .filter_map(reference)
        .collect();
    if references.is_empty() {
        return references;
    }
    let footnotes = reading.footnotes();
    for (_, definition) in &footnotes {
        let inside = reading.find_below(definition, Sought::Reference);
        references.extend(inside.filter_map(reference));
    }
    references.retain(|(_, label)| !footnotes.iter().any(|(known, _)| known == label));
    references
}

fn reference(node: &Node) -> Option<(Span, &str)> {
    match &node.kind {
        Kind::FootnoteReference(label) => Some((node.span, label)),
        _ => None,
    }
}

/// The label of `[^label]` at the start of `text`.
pub(super) fn label(text: &str) -> Option<&str> {
    let (label, _) = text.strip_prefix("[^")?.split_once(']')?;
    let is_label = !label.is_empty() && !label.contains(['[', ' ', '\t', '\n']);
    is_label.then_some(label)
}
