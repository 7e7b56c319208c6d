//! The rules over a campaign and its site: what would hurt a reader although every file is well
//! formed. One kind of rule a file.

mod addresses;
pub mod audit;
mod contacts;
mod contrast;
pub mod discreet;
mod exit;
mod hotlines;
mod links;
pub mod markup;
pub mod output;
mod plain;
mod topics;

use crate::diagnostic::Diagnostic;
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::site::Site;

/// Everything that these rules find.
pub fn check(campaign: &Campaign, site: &Site, today: Date, memo: &Memo) -> Vec<Diagnostic> {
    let mut faults = links::check(campaign, site, memo);
    faults.extend(topics::check(campaign, site));
    faults.extend(hotlines::check(campaign, today));
    faults.extend(plain::check(campaign, site));
    faults.extend(exit::check(campaign, site));
    faults.extend(addresses::check(campaign));
    faults.extend(contacts::check(campaign, site));
    faults.extend(contrast::check(campaign));
    faults
}
