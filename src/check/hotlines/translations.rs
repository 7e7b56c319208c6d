//! The translations of a page show the same lines, and lines that there are.

use std::collections::BTreeMap;

use super::line;
use crate::check::gathered::Gathered;
use crate::check::text_of;
use crate::diagnostic::{Diagnostic, Place, closest};
use crate::model::campaign::Campaign;
use crate::model::fact::Fact;
use crate::model::site::{EditionPage, EditionSite, Site};
use crate::rules;
use crate::source::SourcePath;

/// What pages show and should not, or do not and should.
pub fn check(campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    let mut gathered = Gathered::default();
    let mut faults = Vec::new();
    for edition in site.editions.iter() {
        for page in &edition.pages {
            let facts = campaign.summary(edition, page).facts();
            if facts.iter().any(|fact| !campaign.knows(fact)) {
                // Which line was meant cannot be said, nor whether it is lacking.
                faults.extend(unknown(campaign, edition, page));
            } else {
                missing(campaign, site, edition, page, &mut gathered);
            }
        }
    }
    faults.extend(gathered.finish());
    faults
}

/// The lines that the page shows in another language of its audience only.
fn missing(
    campaign: &Campaign,
    site: &Site,
    edition: &EditionSite,
    page: &EditionPage,
    faults: &mut Gathered,
) {
    if page.written_in != edition.edition.locale {
        return;
    }
    let Some(path) = &page.source else { return };
    let siblings = site
        .editions
        .iter()
        .filter(|other| other.audience == edition.audience)
        .filter_map(|other| Some((other, other.page(&page.key)?)));
    let own = campaign.summary(edition, page).facts();
    let mut lacking: BTreeMap<&str, &SourcePath> = BTreeMap::new();
    for (other, sibling) in siblings {
        for fact in campaign.summary(other, sibling).facts() {
            if let (Some(id), Some(source)) = (line(fact), &sibling.source)
                && campaign.knows(fact)
                && !own.contains(fact)
            {
                lacking.entry(id).or_insert(source);
            }
        }
    }
    for (id, source) in lacking {
        let fault = Diagnostic::new(&rules::HOTLINES_DIFFER)
            .at(Place::start_of(path))
            .also(Place::start_of(source))
            .with("page", format!("/{}", page.key))
            .with("name", id);
        faults.put(fault, &edition.edition);
    }
}

/// The facts that no register has, where the page shows them.
fn unknown(campaign: &Campaign, edition: &EditionSite, page: &EditionPage) -> Vec<Diagnostic> {
    let Some((translation, reading)) = text_of(campaign, edition, page) else {
        return Vec::new();
    };
    reading
        .mentions()
        .into_iter()
        .filter(|mention| !campaign.knows(&mention.fact))
        .map(|mention| {
            let id = mention.fact.id();
            let (rule, nearest) = match &mention.fact {
                Fact::Hotline(_) => {
                    let known = campaign.hotlines.keys().map(String::as_str);
                    (&rules::UNKNOWN_HOTLINE, closest(id, known))
                }
                Fact::Claim(_) => {
                    let known = campaign.claims.keys().map(String::as_str);
                    (&rules::UNKNOWN_CLAIM, closest(id, known))
                }
            };
            Diagnostic::new(rule)
                .at(Place::new(&translation.path, mention.span))
                .with("name", id)
                .suggest(nearest.map(|nearest| format!("{}{nearest}", mention.prefix)))
        })
        .collect()
}
