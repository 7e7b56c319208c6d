//! Laws: pages about a law that nobody has read again in time.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::page::Translation;
use crate::rules;

/// The pages whose law is stale, each in the files that say so themselves.
pub fn check(campaign: &Campaign, today: Date) -> Vec<Diagnostic> {
    let files = campaign.pages.values().flat_map(|page| &page.translations);
    files.filter_map(|file| check_file(file, today)).collect()
}

fn check_file(file: &Translation, today: Date) -> Option<Diagnostic> {
    let span = file.front.spans.get("law.as_of")?;
    let law = file.front.law.as_ref()?;
    let place = Place::new(&file.path, *span);
    if law.as_of > today {
        return Some(
            Diagnostic::new(&rules::FUTURE_DATE)
                .at(place)
                .with("name", "as_of")
                .with("value", law.as_of),
        );
    }
    let days = today.days_since(law.due());
    if file.front.draft || days <= 0 {
        return None;
    }
    let mut fault = Diagnostic::new(&rules::STALE_LAW)
        .at(place)
        .with("value", law.as_of)
        .with("days", days);
    if file.front.critical {
        fault.severity = Severity::Error;
    }
    Some(fault)
}
