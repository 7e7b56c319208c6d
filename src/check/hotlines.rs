//! Hotlines: a line that nobody confirmed for too long may have moved to somebody else.

use crate::diagnostic::{Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::rules;

/// The lines whose confirmation no longer holds.
pub fn check(campaign: &Campaign, today: Date) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for hotline in campaign
        .hotlines
        .values()
        .filter(|hotline| hotline.is_stale(today))
    {
        faults.push(
            Diagnostic::new(&rules::UNVERIFIED_HOTLINE)
                .at(Place::new(&hotline.path, hotline.span))
                .with("name", &hotline.id)
                .with("days", today.days_since(hotline.verified_on)),
        );
    }
    faults
}
