//! The rules over a campaign and its site: what would hurt a reader although every file is well
//! formed. One kind of rule a file.

mod claims;
mod figures;
mod gathered;
mod hotlines;
mod links;
mod topics;

use crate::diagnostic::Diagnostic;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::document::Reading;
use crate::model::page::Translation;
use crate::model::site::{EditionPage, EditionSite, Site};

/// The text of a page, as a file and as its readers have it.
fn text_of<'a>(
    campaign: &'a Campaign,
    edition: &'a EditionSite,
    page: &EditionPage,
) -> Option<(&'a Translation, Reading<'a>)> {
    let path = page.source.as_ref()?;
    let translation = campaign
        .pages
        .get(&page.key)?
        .translations
        .iter()
        .find(|translation| translation.path == *path)?;
    let reading = translation.document.for_audience(&edition.edition.audience);
    Some((translation, reading))
}

/// Everything that these rules find.
pub fn check(campaign: &Campaign, site: &Site, today: Date) -> Vec<Diagnostic> {
    let mut faults = links::check(campaign, site);
    faults.extend(topics::check(campaign, site));
    faults.extend(hotlines::check(campaign, site, today));
    faults.extend(claims::check(campaign, site, today));
    faults.extend(figures::check(campaign, site));
    faults
}
