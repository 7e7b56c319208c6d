//! The language of a text: whether it is the one that its file is for.
//!
//! In folders of translations that nobody watches, most files are copies of the original that were
//! to be translated one day. A whole page in another language is an error; a few blocks of one are
//! a warning that names the first, unless the page is critical.

pub mod detector;
mod lexicon;

use rayon::prelude::*;

use crate::check::passage::Passage;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::campaign::Campaign;
use crate::model::message::{Definition, Layer, Resource};
use crate::model::page::Translation;
use crate::rules;
use crate::source::Span;
use detector::{Evidence, Known};

/// How many blocks a finding points at: as many as somebody will look at.
const NAMED: usize = 3;

/// The translations that are in another language than they say.
pub fn check(campaign: &Campaign) -> Vec<Diagnostic> {
    let translations: Vec<&Translation> = campaign
        .pages
        .values()
        .flat_map(|page| &page.translations)
        .filter(|translation| !translation.front.draft)
        .collect();
    let mut faults: Vec<Diagnostic> = translations
        .into_par_iter()
        .filter_map(check_translation)
        .collect();
    let resources = campaign.messages.resources.iter();
    let own = resources.filter(|resource| resource.layer == Layer::Campaign);
    faults.extend(own.filter_map(check_messages));
    faults
}

/// The messages of a file: most of them in another language are an error, a few a warning.
fn check_messages(resource: &Resource) -> Option<Diagnostic> {
    let declared = resource.locale.language();
    let definitions = || resource.definitions.values();
    let evidence = |definition: &Definition| Evidence::of(&definition.words());
    let all = definitions()
        .map(evidence)
        .fold(Evidence::default(), Evidence::and);
    let wrong: Vec<(Span, Known)> = definitions()
        .filter_map(|definition| {
            let found = evidence(definition).contradicts(declared)?;
            Some((definition.span, found))
        })
        .collect();
    let (first, found) = *wrong.first()?;
    let mut fault = Diagnostic::new(&rules::WRONG_LANGUAGE)
        .at(Place::new(&resource.path, first))
        .with("scope", "file")
        .with("found", found.code())
        .with("locale", &resource.locale)
        .with("count", wrong.len());
    if all.contradicts(declared).is_none() {
        fault.severity = Severity::Warning;
    }
    let others = wrong.iter().skip(1).take(NAMED - 1);
    Some(others.fold(fault, |fault, (span, _)| {
        fault.also(Place::new(&resource.path, *span))
    }))
}

fn check_translation(translation: &Translation) -> Option<Diagnostic> {
    let passages = Passage::all(translation);
    let declared = translation.locale.language();
    if let Some(found) = language_of_page(&passages, declared) {
        return Some(
            Diagnostic::new(&rules::WRONG_LANGUAGE)
                .at(Place::start_of(&translation.path))
                .with("scope", "page")
                .with("found", found.code())
                .with("locale", &translation.locale)
                .with("count", passages.len()),
        );
    }
    let wrong: Vec<(Span, Known)> = passages
        .iter()
        .filter_map(|passage| {
            let evidence = Evidence::of(&passage.own_words());
            Some((passage.span, evidence.contradicts(declared)?))
        })
        .collect();
    let (first, found) = *wrong.first()?;
    let mut fault = Diagnostic::new(&rules::WRONG_LANGUAGE)
        .at(Place::new(&translation.path, first))
        .with("scope", "block")
        .with("found", found.code())
        .with("locale", &translation.locale)
        .with("count", wrong.len());
    if !translation.front.critical {
        fault.severity = Severity::Warning;
    }
    let others = wrong.iter().skip(1).take(NAMED - 1);
    Some(others.fold(fault, |fault, (span, _)| {
        fault.also(Place::new(&translation.path, *span))
    }))
}

/// The language of all that a page says, when it is another than the declared one.
fn language_of_page(passages: &[Passage<'_>], declared: &str) -> Option<Known> {
    let evidence = passages
        .iter()
        .map(|passage| Evidence::of(&passage.text))
        .fold(Evidence::default(), Evidence::and);
    evidence.contradicts(declared)
}

/// Whether a translation as a whole is in another language than it says: everything else about it
/// follows from that.
pub fn is_of_another(passages: &[Passage<'_>], declared: &str) -> bool {
    language_of_page(passages, declared).is_some()
}
