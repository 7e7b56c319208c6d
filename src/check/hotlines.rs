//! Hotlines: a line that nobody confirmed for too long may have moved to somebody else.

use crate::diagnostic::{Diagnostic, Place, closest};
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::settings;
use crate::rules;
use crate::source::SourcePath;

/// The lines whose confirmation no longer holds.
pub fn check(campaign: &Campaign, today: Date) -> Vec<Diagnostic> {
    let mut faults = unknown(campaign);
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

/// The lines that campaign.toml offers an audience and the register does not have.
fn unknown(campaign: &Campaign) -> Vec<Diagnostic> {
    let path = SourcePath::new(settings::PATH);
    let register = || campaign.hotlines.keys().map(String::as_str);
    let audiences = campaign.settings.audiences.iter();
    audiences
        .flat_map(|audience| audience.hotlines.iter().flatten())
        .filter(|(id, _)| !campaign.hotlines.contains_key(id))
        .map(|(id, span)| {
            Diagnostic::new(&rules::UNKNOWN_HOTLINE)
                .at(Place::new(&path, *span))
                .with("name", id)
                .suggest(closest(id, register()).map(|id| format!("\"{id}\"")))
        })
        .collect()
}
