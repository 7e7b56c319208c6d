//! Claims: a figure whose source nobody read again in time, or whose dates cannot be.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::audience::Figures;
use crate::model::campaign::Campaign;
use crate::model::claim::Claim;
use crate::model::date::Date;
use crate::model::fact::Fact;
use crate::model::site::{EditionSite, Site};
use crate::rules;
use crate::source::Span;

/// What is wrong with the dates of the figures.
pub fn check(campaign: &Campaign, site: &Site, today: Date) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let strict = LazyCell::new(|| shown_strictly(campaign, site));
    for claim in campaign.claims.values() {
        if claim.as_of.is_after(today) {
            faults.push(future(
                claim,
                "as_of",
                claim.as_of_span,
                claim.as_of.to_string(),
            ));
        }
        if claim.accessed > today {
            let day = claim.accessed.to_string();
            faults.push(future(claim, "accessed", claim.accessed_span, day));
        }
        if let Some(day) = claim.review_by.filter(|_| claim.is_overdue(today)) {
            let mut fault = Diagnostic::new(&rules::OVERDUE_CLAIM)
                .at(Place::new(&claim.path, claim.review_span))
                .with("name", &claim.id)
                .with("value", day);
            if strict.contains(claim.id.as_str()) {
                fault.severity = Severity::Error;
            }
            faults.push(fault);
        }
    }
    faults
}

fn future(claim: &Claim, key: &str, span: Span, value: String) -> Diagnostic {
    Diagnostic::new(&rules::FUTURE_DATE)
        .at(Place::new(&claim.path, span))
        .with("name", key)
        .with("value", value)
}

/// The figures that an audience which is strict about them is shown, by id.
fn shown_strictly<'a>(campaign: &'a Campaign, site: &'a Site) -> BTreeSet<&'a str> {
    let is_strict = |edition: &&EditionSite| {
        campaign.settings.audiences[edition.audience].figures == Figures::Strict
    };
    let editions = site.editions.iter().filter(is_strict);
    let facts = editions.flat_map(|edition| campaign.facts(edition));
    facts
        .filter_map(|fact| match fact {
            Fact::Claim(id) => Some(id.as_str()),
            Fact::Hotline(_) => None,
        })
        .collect()
}
