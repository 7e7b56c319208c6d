//! Terms that a translation says otherwise than the glossary.

use std::collections::BTreeMap;

use crate::check::passage::Passage;
use crate::check::terms::{Terms, fault, says};
use crate::diagnostic::Diagnostic;
use crate::model::glossary::Concept;
use crate::source::Span;

use super::Pair;
use super::groups::{Group, groups};

/// A term of the original whose translation says something else.
struct Lapse<'a> {
    concept: &'a Concept,
    written: String,
    original: Span,
    translation: Span,
}

/// The terms that are not said as agreed, each once.
pub fn check(pair: &Pair<'_>, terms: &Terms<'_>) -> Vec<Diagnostic> {
    let mut by_concept: BTreeMap<&str, Vec<Lapse<'_>>> = BTreeMap::new();
    if terms.is_empty() {
        return Vec::new();
    }
    for group in groups(pair) {
        for lapse in lapses(&group, pair, terms) {
            by_concept
                .entry(&lapse.concept.name)
                .or_default()
                .push(lapse);
        }
    }
    let lapses = by_concept.into_values();
    let open = lapses.filter(|lapses| !is_excused(&lapses[0], pair));
    open.map(|lapses| {
        let first = &lapses[0];
        let locale = &pair.translation.file.locale;
        let mut fault = fault(first.concept, &first.written, locale, lapses.len())
            .at(pair.translation.place(first.translation))
            .also(pair.original.place(first.original));
        fault.severity = pair.translation.severity();
        let others = lapses.iter().skip(1);
        fault.also_at(others.map(|lapse| pair.translation.place(lapse.translation)))
    })
    .collect()
}

fn lapses<'a>(group: &Group<'_, '_>, pair: &Pair<'_>, terms: &Terms<'a>) -> Vec<Lapse<'a>> {
    let (theirs, ours) = group;
    let (from, to) = (&pair.original.file.locale, &pair.translation.file.locale);
    let mut lapses: Vec<Lapse<'_>> = Vec::new();
    for passage in theirs {
        for (concept, range) in terms.find(passage.own_words(), from, to) {
            let is_told = lapses
                .iter()
                .any(|lapse| lapse.concept.name == concept.name);
            let texts = ours.iter().map(|own| own.text.as_str());
            if is_told || ours.is_empty() || says(concept, to, texts) {
                continue;
            }
            lapses.push(Lapse {
                concept,
                written: passage.text[range.clone()].to_owned(),
                original: passage.place(range),
                translation: span(ours),
            });
        }
    }
    lapses
}

fn span(passages: &[&Passage<'_>]) -> Span {
    passages
        .first()
        .map(|passage| passage.span)
        .unwrap_or_default()
}

/// Whether the page says why it does not use the term.
fn is_excused(lapse: &Lapse<'_>, pair: &Pair<'_>) -> bool {
    let mut words = pair.translation.file.front.words.keys();
    let terms = || lapse.concept.terms.values().flatten();
    words.any(|word| {
        let word = word.to_lowercase();
        word == lapse.concept.name || terms().any(|term| term.to_lowercase() == word)
    })
}
