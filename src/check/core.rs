//! Core messages: what the home page of an audience must say, whoever writes it.

use crate::check::gathered::Gathered;
use crate::check::text_of;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::document::{Kind, Reading};
use crate::model::page::PageKey;
use crate::model::settings;
use crate::model::site::{EditionSite, Site};
use crate::rules;
use crate::source::SourcePath;

/// The home pages that do not say what they must.
pub fn check(campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    let mut gathered = Gathered::default();
    for edition in site.editions.iter() {
        let audience = &campaign.settings.audiences[edition.audience];
        if audience.core_messages.is_empty() {
            continue;
        }
        // That an edition has no home page is another fault.
        let Some(said) = said(campaign, edition) else {
            continue;
        };
        for (name, span) in &audience.core_messages {
            if said.contains(&name.as_str()) {
                continue;
            }
            let path = SourcePath::new(settings::PATH);
            let fault = Diagnostic::new(&rules::MISSING_CORE_MESSAGE)
                .at(Place::new(&path, *span))
                .with("name", name);
            gathered.put(fault, &edition.edition);
        }
    }
    gathered.finish()
}

/// The messages that the home page of an edition shows by name.
fn said<'a>(campaign: &'a Campaign, edition: &'a EditionSite) -> Option<Vec<&'a str>> {
    let home = edition.page(&PageKey::new(""))?;
    let (_, reading) = text_of(campaign, edition, home)?;
    Some(messages(reading))
}

fn messages(reading: Reading<'_>) -> Vec<&str> {
    let nodes = reading.descendants();
    nodes
        .filter_map(|node| match &node.kind {
            Kind::Message { id, .. } => Some(id.as_str()),
            _ => None,
        })
        .collect()
}
