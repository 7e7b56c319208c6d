//! Translations beside their originals: the same structure, the same facts, a likely length, no
//! text left as it was, and a second person who read them.
//!
//! Each rule reports once a page, with how often and where to look first. A page that is in another
//! language altogether is reported as that alone.

pub(in crate::check) mod addresses;
mod facts;
mod groups;
mod likeness;
pub(in crate::check) mod numbers;
mod sections;
mod spelled;
mod standing;
mod structure;
mod terms;
mod upkeep;

pub use standing::check as check_standing;
pub use standing::check_campaign;

use crate::check::passage::Passages;
use crate::check::terms::Terms;
use crate::diagnostic::Diagnostic;

/// A translation and what it was made from.
pub struct Pair<'a> {
    /// What it was made from.
    pub original: &'a Passages<'a>,
    /// The translation.
    pub translation: &'a Passages<'a>,
}

/// What is wrong with a translation by itself: who made it and who read it.
pub fn check(translation: &Passages<'_>) -> Vec<Diagnostic> {
    upkeep::check(translation)
}

/// What is wrong with it beside its original.
pub fn check_pair(pair: &Pair<'_>, terms: &Terms<'_>) -> Vec<Diagnostic> {
    let mut faults = structure::check(pair);
    faults.extend(facts::check(pair));
    let language = pair.translation.language();
    // Everything else about a page in another language follows from that.
    if pair.translation.evidence().contradicts(language).is_none() {
        faults.extend(likeness::check(pair));
        faults.extend(terms::check(pair, terms));
    }
    faults
}
