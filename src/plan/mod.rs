//! Campaign × Edition → Site: what will be there, decided before anything is rendered.
//!
//! For each edition: which pages it has ([`selection`]), how they hang together ([`tree`]), where
//! they live ([`routes`]). Then what an audience has besides, and that no two things go to one
//! place ([`entries`]).

mod assets;
mod entries;
mod routes;
mod selection;
mod tree;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::memo::Memo;
use crate::model::audience::Edition;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::page::Translation;
use crate::model::site::{Alternate, EditionSite, Site};
use crate::rules;
use crate::source::Digest;

/// What is asked of a plan besides the campaign.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The day it is made for: what is published, and what has expired.
    pub today: Date,
    /// Whether drafts are part of it.
    pub drafts: bool,
}

/// What will be there. A plan sees no body, so that it stays as it is when only a body changes.
pub fn plan(campaign: &Campaign, options: Options, memo: &Memo) -> Arc<Diagnosed<Arc<Site>>> {
    let asked = format!("{options:?}");
    let inputs = Digest::of_all([campaign.outside.as_bytes(), asked.as_bytes()]);
    memo.recall("plan", inputs, || make(campaign, options).map(Arc::new))
}

fn make(campaign: &Campaign, options: Options) -> Diagnosed<Site> {
    let mut faults = Vec::new();
    let editions: Vec<Edition> = campaign.settings.editions().collect();
    let planned: Vec<Diagnosed<EditionSite>> = editions
        .into_par_iter()
        .map(|edition| plan_edition(campaign, edition, options))
        .collect();
    let mut editions: Vec<EditionSite> = planned
        .into_iter()
        .map(|edition| edition.split_into(&mut faults))
        .collect();
    link_alternates(&mut editions);
    unreachable_pages(campaign, &editions, options, &mut faults);
    let theme_assets = assets::theme_assets(campaign);
    let entries = entries::entries(campaign, &editions).split_into(&mut faults);
    let offer = assets::content_assets(campaign, &mut editions);
    let mut offered = offer.assets;
    let names = theme_assets
        .into_iter()
        .map(|assets| {
            assets
                .into_iter()
                .map(|(name, route, asset)| {
                    offered.insert(route.clone(), asset);
                    (name, route)
                })
                .collect()
        })
        .collect();
    entries::folder_collisions(campaign, &editions, &entries, &mut faults);
    entries::offered_collisions(&entries, &offered, &mut faults);
    Diagnosed::new(
        Site {
            editions,
            entries,
            offered,
            pictures: offer.pictures,
            theme_assets: names,
        },
        faults,
    )
}

fn plan_edition(campaign: &Campaign, edition: Edition, options: Options) -> Diagnosed<EditionSite> {
    let mut faults = Vec::new();
    let selected = selection::select(campaign, &edition, options).split_into(&mut faults);
    let pages = routes::place(campaign, &edition, selected).split_into(&mut faults);
    Diagnosed::new(tree::grow(campaign, edition, pages), faults)
}

/// Whether a translation is published on the day of the plan.
fn is_published(translation: &Translation, options: Options) -> bool {
    let front = &translation.front;
    (options.drafts || !front.draft)
        && front.publish_on.is_none_or(|day| day <= options.today)
        && front.expires_on.is_none_or(|day| options.today < day)
}

/// Tells each page of its translations for the same audience: real ones only.
fn link_alternates(editions: &mut [EditionSite]) {
    let mut known: std::collections::BTreeMap<(usize, String), Vec<Alternate>> =
        std::collections::BTreeMap::new();
    for edition in editions.iter() {
        for page in edition
            .pages
            .iter()
            .filter(|page| page.written_in == edition.edition.locale)
        {
            let alternate = Alternate {
                locale: page.written_in.clone(),
                route: page.route.clone(),
            };
            known
                .entry((edition.audience, page.key.to_string()))
                .or_default()
                .push(alternate);
        }
    }
    for edition in editions {
        for page in edition
            .pages
            .iter_mut()
            .filter(|page| page.written_in == edition.edition.locale)
        {
            page.alternates = known[&(edition.audience, page.key.to_string())].clone();
        }
    }
}

/// A page that is finished and in no edition has a slip somewhere.
fn unreachable_pages(
    campaign: &Campaign,
    editions: &[EditionSite],
    options: Options,
    faults: &mut Vec<Diagnostic>,
) {
    for page in campaign.pages.values() {
        let is_used = editions
            .iter()
            .any(|edition| edition.index.contains_key(&page.key));
        if let Some(translation) = page.translations.first().filter(|_| !is_used)
            && page
                .translations
                .iter()
                .all(|translation| is_published(translation, options))
        {
            faults.push(
                Diagnostic::new(&rules::UNREACHABLE_PAGE).at(Place::start_of(&translation.path)),
            );
        }
    }
}
