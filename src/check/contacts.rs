//! Contacts that leave a trace: an e-mail that a reader of a discreet edition writes stays in the
//! outbox, and its answer arrives on the screen.

use crate::diagnostic::{Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::document::{Kind, Node, Sought};
use crate::model::site::{EditionPage, EditionSite, Site};
use crate::rules;

/// The mail links that readers of discreet editions see.
pub fn check(campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    let is_discreet =
        |edition: &&EditionSite| campaign.settings.audiences[edition.audience].discreet;
    let mut faults = Vec::new();
    for edition in site.editions.iter().filter(is_discreet) {
        for page in &edition.pages {
            faults.extend(on_page(campaign, edition, page));
        }
    }
    faults
}

fn on_page(campaign: &Campaign, edition: &EditionSite, page: &EditionPage) -> Vec<Diagnostic> {
    let Some(translation) = campaign.translation(page) else {
        return Vec::new();
    };
    let reading = translation
        .document()
        .for_audience(&edition.edition.audience);
    reading
        .find(Sought::Address)
        .filter(|node| is_mail(node))
        .map(|node| {
            Diagnostic::new(&rules::TRACEABLE_CONTACT)
                .at(Place::new(&translation.path, node.span))
                .with("element", "mailto:")
                .with("edition", &edition.edition)
        })
        .collect()
}

fn is_mail(node: &Node) -> bool {
    match &node.kind {
        Kind::Link { destination, .. } => destination
            .get(.."mailto:".len())
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:")),
        _ => false,
    }
}
