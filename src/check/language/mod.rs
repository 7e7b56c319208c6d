//! The language of a text: whether it is the one that its file is for.
//!
//! In folders of translations that nobody watches, most files are copies of the original that were
//! to be translated one day. A whole page in another language is an error; a few blocks of one are
//! a warning that names the first, unless the page is critical.

pub mod detector;
mod lexicon;
mod register;

use crate::check::passage::Passages;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::campaign::Campaign;
use crate::model::message::{Definition, Layer, Resource};
use crate::rules;
use crate::source::Span;
use detector::{Evidence, Known};
pub use register::check as check_registers;

/// The files of messages that are in another language than they say.
pub fn check_messages(campaign: &Campaign) -> Vec<Diagnostic> {
    let resources = campaign.messages.resources.iter();
    let own = resources.filter(|resource| resource.layer == Layer::Campaign);
    let faults = own.clone().filter_map(|resource| {
        let same = own.clone().filter(|other| other.locale == resource.locale);
        Some(check_resource(resource)?.with("total", same.count()))
    });
    faults.collect()
}

/// The messages of a file: most of them in another language are an error, a few a warning.
fn check_resource(resource: &Resource) -> Option<Diagnostic> {
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
    let others = wrong.iter().skip(1);
    Some(fault.also_at(others.map(|(span, _)| Place::new(&resource.path, *span))))
}

/// What of a translation is in another language than it says.
pub fn check(passages: &Passages<'_>) -> Option<Diagnostic> {
    check_whole(passages).or_else(|| check_blocks(passages))
}

/// A translation that as a whole is in another language than it says. Nobody can have read it as a
/// translation.
pub fn check_whole(passages: &Passages<'_>) -> Option<Diagnostic> {
    let file = passages.file;
    let found = passages.evidence().contradicts(passages.language())?;
    Some(
        Diagnostic::new(&rules::WRONG_LANGUAGE)
            .at(Place::start_of(&file.path))
            .with("scope", "page")
            .with("found", found.code())
            .with("locale", &file.locale)
            .with("count", passages.all.len()),
    )
}

/// The blocks of another language in a translation.
fn check_blocks(passages: &Passages<'_>) -> Option<Diagnostic> {
    let file = passages.file;
    let declared = passages.language();
    let wrong: Vec<(Span, Known)> = passages
        .all
        .iter()
        .filter_map(|passage| Some((passage.span, passage.own_evidence().contradicts(declared)?)))
        .collect();
    let (first, found) = *wrong.first()?;
    let mut fault = Diagnostic::new(&rules::WRONG_LANGUAGE)
        .at(passages.place(first))
        .with("scope", "block")
        .with("found", found.code())
        .with("locale", &file.locale)
        .with("count", wrong.len());
    fault.severity = passages.severity();
    let others = wrong.iter().skip(1);
    Some(fault.also_at(others.map(|(span, _)| passages.place(*span))))
}
