//! The register itself: how old its confirmations are, and that no two lines have one number.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::hotline::{Age, Channel, Hotline, Status};
use crate::rules;

/// What is wrong with the lines, wherever they are offered.
pub fn check(campaign: &Campaign, today: Date) -> Vec<Diagnostic> {
    let mut faults = shared_numbers(campaign);
    for hotline in campaign.hotlines.values() {
        if hotline.verified_on > today {
            let place = Place::new(&hotline.path, hotline.verified_span);
            let fault = Diagnostic::new(&rules::FUTURE_DATE)
                .at(place)
                .with("name", "verified_on")
                .with("value", hotline.verified_on);
            faults.push(fault);
        }
        // Who no longer answers need not be called to be sure.
        if hotline.status != Status::Closed {
            faults.extend(age(campaign, hotline, today));
        }
    }
    faults
}

fn age(campaign: &Campaign, hotline: &Hotline, today: Date) -> Option<Diagnostic> {
    let rule = match hotline.age(today) {
        Age::Fresh => return None,
        Age::Ageing => &rules::AGEING_HOTLINE,
        Age::Stale => &rules::UNVERIFIED_HOTLINE,
    };
    let mut fault = Diagnostic::new(rule)
        .at(Place::new(&hotline.path, hotline.verified_span))
        .with("name", &hotline.id)
        .with("days", today.days_since(hotline.verified_on));
    let allowed = &campaign.settings.allow_unverified;
    if rule == &rules::UNVERIFIED_HOTLINE && allowed.iter().any(|(id, _)| *id == hotline.id) {
        fault.severity = Severity::Warning;
    }
    Some(fault)
}

/// Numbers that two lines have. A short code is another number in another country.
fn shared_numbers(campaign: &Campaign) -> Vec<Diagnostic> {
    let mut owners: BTreeMap<(&str, &str), (&Hotline, &Channel)> = BTreeMap::new();
    let mut lines: Vec<&Hotline> = campaign
        .hotlines
        .values()
        .filter(|hotline| hotline.status != Status::Closed)
        .collect();
    lines.sort_by_key(|hotline| hotline.span);
    let mut faults = Vec::new();
    for hotline in lines {
        for channel in &hotline.channels {
            let Some(dial) = channel.dial.as_deref() else {
                continue;
            };
            let country = if dial.starts_with('+') {
                ""
            } else {
                hotline.country.as_str()
            };
            let (owner, first) = *owners.entry((dial, country)).or_insert((hotline, channel));
            if owner.id != hotline.id {
                let fault = Diagnostic::new(&rules::SHARED_NUMBER)
                    .at(Place::new(&hotline.path, channel.span))
                    .also(Place::new(&owner.path, first.span))
                    .with("name", &hotline.id)
                    .with("other", &owner.id)
                    .with("number", &channel.display);
                faults.push(fault);
            }
        }
    }
    faults
}
