//! Topics: each has a name in every language in which it is shown.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::locale::LocaleTag;
use crate::model::site::{EditionSite, Site};
use crate::rules;

/// The topics that readers would see by their id.
pub fn check(campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    let mut seen: BTreeSet<(&LocaleTag, &str)> = BTreeSet::new();
    let mut faults = Vec::new();
    for edition in site.editions.iter() {
        let locale = &edition.edition.locale;
        for topic in &edition.topics {
            if seen.insert((locale, &topic.id)) && !has_name(campaign, locale, &topic.id) {
                let mut fault = Diagnostic::new(&rules::UNNAMED_TOPIC)
                    .with("name", &topic.id)
                    .with("locale", locale);
                fault.place = topic
                    .pages
                    .first()
                    .and_then(|page| place(campaign, edition, *page));
                faults.push(fault);
            }
        }
    }
    faults
}

fn has_name(campaign: &Campaign, locale: &LocaleTag, topic: &str) -> bool {
    let id = format!("topic-{topic}");
    let fallbacks = &campaign.settings.locale(locale).fallbacks;
    std::iter::once(locale)
        .chain(fallbacks)
        .any(|tag| campaign.messages.definition(tag, &id).is_some())
}

/// Where a page states its topics.
fn place(campaign: &Campaign, edition: &EditionSite, page: usize) -> Option<Place> {
    let translation = campaign.translation(&edition.pages[page])?;
    Some(Place::new(
        &translation.path,
        translation
            .front
            .spans
            .get("topics")
            .copied()
            .unwrap_or_default(),
    ))
}
