//! The rules over a campaign and its site: what would hurt a reader although every file is well
//! formed. One kind of rule a file.

mod hotlines;
mod language;
mod links;
mod messages;
mod passage;
mod plain;
mod topics;
mod translation;
mod words;

use crate::diagnostic::Diagnostic;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::site::Site;

/// Everything that these rules find.
pub fn check(campaign: &Campaign, site: &Site, today: Date) -> Vec<Diagnostic> {
    let mut faults = links::check(campaign, site);
    faults.extend(topics::check(campaign, site));
    faults.extend(hotlines::check(campaign, today));
    faults.extend(plain::check(campaign, site));
    faults.extend(language::check(campaign));
    faults.extend(translation::check(campaign));
    faults.extend(messages::check(campaign));
    faults.extend(words::check(campaign));
    faults
}
