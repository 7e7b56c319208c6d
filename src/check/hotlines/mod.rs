//! Hotlines: a line that nobody answers, that nobody confirmed for too long, or that its readers
//! cannot reach or understand.

mod offers;
mod readers;
mod register;
mod translations;

use crate::check::gathered::Gathered;
use crate::diagnostic::{Diagnostic, Place, closest};
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::fact::Fact;
use crate::model::hotline::Status;
use crate::model::settings;
use crate::model::site::Site;
use crate::rules;
use crate::source::{SourcePath, Span};

/// Everything that is wrong with the lines, and with where they are offered.
pub fn check(campaign: &Campaign, site: &Site, today: Date) -> Vec<Diagnostic> {
    let mut faults = unknown_in_settings(campaign);
    faults.extend(register::check(campaign, today));
    faults.extend(translations::check(campaign, site));
    let mut gathered = Gathered::default();
    for edition in site.editions.iter() {
        let offers = offers::offers(campaign, edition);
        for offer in &offers {
            let status = offer.hotline.status;
            if status != Status::Active {
                let fault = Diagnostic::new(&rules::CLOSED_HOTLINE)
                    .at(offer.place.clone())
                    .also(Place::new(&offer.hotline.path, offer.hotline.span))
                    .with("name", &offer.hotline.id)
                    .with("reason", status.as_str());
                gathered.put(fault, &edition.edition);
            }
        }
        readers::check(campaign, edition, &offers, &mut gathered);
    }
    faults.extend(gathered.finish());
    faults
}

/// The lines that campaign.toml names and the register does not have.
fn unknown_in_settings(campaign: &Campaign) -> Vec<Diagnostic> {
    let path = SourcePath::new(settings::PATH);
    let settings = &campaign.settings;
    let offered = settings
        .audiences
        .iter()
        .flat_map(|audience| audience.hotlines.iter().flatten());
    offered
        .chain(&settings.allow_unverified)
        .filter(|(id, _)| !campaign.hotlines.contains_key(id))
        .map(|(id, span)| {
            let nearest = closest(id, campaign.hotlines.keys().map(String::as_str));
            Diagnostic::new(&rules::UNKNOWN_HOTLINE)
                .at(Place::new(&path, *span))
                .with("name", id)
                .suggest(nearest.map(|id| format!("\"{id}\"")))
        })
        .collect()
}

/// Where campaign.toml says which lines an audience is offered; its start when it does not.
fn place_in_settings(span: Option<Span>) -> Place {
    Place::new(&SourcePath::new(settings::PATH), span.unwrap_or_default())
}

/// The id of a line, when the fact is one.
fn line(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::Hotline(id) => Some(id),
        Fact::Claim(_) => None,
    }
}
