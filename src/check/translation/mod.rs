//! Translations beside their originals: the same structure, the same facts, a likely length, no
//! text left as it was, and a second person who read them.
//!
//! Each rule reports once a page, with how often and where to look first. A page that is in another
//! language altogether is reported as that alone.

mod addresses;
mod facts;
mod likeness;
mod numbers;
mod sections;
mod structure;
mod upkeep;

use rayon::prelude::*;

use crate::check::language;
use crate::check::passage::Passage;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::campaign::Campaign;
use crate::model::page::{Page, Translation};
use crate::source::Span;

/// A translation and what it was made from.
pub struct Pair<'a> {
    original: Side<'a>,
    translation: Side<'a>,
}

/// One of the two.
struct Side<'a> {
    file: &'a Translation,
    passages: Vec<Passage<'a>>,
}

impl<'a> Side<'a> {
    fn of(file: &'a Translation) -> Self {
        Self {
            file,
            passages: Passage::all(file),
        }
    }

    fn language(&self) -> &'a str {
        self.file.locale.language()
    }

    fn place(&self, span: Span) -> Place {
        Place::new(&self.file.path, span)
    }
}

impl Pair<'_> {
    /// The severity of what is a warning on most pages.
    fn severity(&self) -> Severity {
        match self.translation.file.front.critical {
            true => Severity::Error,
            false => Severity::Warning,
        }
    }
}

/// What is wrong with the campaign's translations.
pub fn check(campaign: &Campaign) -> Vec<Diagnostic> {
    let pages: Vec<&Page> = campaign.pages.values().map(AsRef::as_ref).collect();
    let found: Vec<Vec<Diagnostic>> = pages.into_par_iter().map(check_page).collect();
    found.into_iter().flatten().collect()
}

fn check_page(page: &Page) -> Vec<Diagnostic> {
    let translations = page
        .translations
        .iter()
        .filter(|translation| translation.locale != page.source && !translation.front.draft);
    translations
        .flat_map(|translation| {
            let mut faults = upkeep::check(translation);
            if let Some(original) = original_of(page, translation) {
                faults.extend(check_pair(original, translation));
            }
            faults
        })
        .collect()
}

/// What a translation was made from: the text for the same audience in the page's own language. A
/// variant that exists in one language only has no original.
fn original_of<'a>(page: &'a Page, translation: &Translation) -> Option<&'a Translation> {
    page.translations
        .iter()
        .find(|other| other.locale == page.source && other.variant == translation.variant)
}

fn check_pair(original: &Translation, translation: &Translation) -> Vec<Diagnostic> {
    let pair = Pair {
        original: Side::of(original),
        translation: Side::of(translation),
    };
    let mut faults = structure::check(&pair);
    faults.extend(facts::check(&pair));
    if !language::is_of_another(&pair.translation.passages, pair.translation.language()) {
        faults.extend(likeness::check(&pair));
    }
    faults
}
