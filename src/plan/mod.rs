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

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::memo::Memo;
use crate::model::audience::Edition;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::page::{Page, Translation};
use crate::model::route::Route;
use crate::model::site::{Alternate, EditionPage, EditionSite, Entry, Site};
use crate::plan::assets::Offer;
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
    let pages = memo.recall("plan of pages", inputs, || pages(campaign, options));
    let assets = campaign.theme.assets.iter().flat_map(|asset| {
        let name = asset.name.as_bytes();
        let path = asset.source.path.as_str().as_bytes();
        [name, path, asset.source.digest.as_bytes()]
    });
    let inputs = Digest::of_all([inputs.as_bytes()].into_iter().chain(assets));
    memo.recall("plan", inputs, || make(campaign, &pages).map(Arc::new))
}

/// The part of a plan that does not see the assets of the theme.
struct Pages {
    editions: Arc<Vec<EditionSite>>,
    entries: Arc<BTreeMap<Route, Entry>>,
    offer: Offer,
}

fn make(campaign: &Campaign, pages: &Diagnosed<Pages>) -> Diagnosed<Site> {
    let mut faults = pages.diagnostics.clone();
    let pages = &pages.value;
    let mut offered = pages.offer.assets.clone();
    let names = assets::theme_assets(campaign)
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
    entries::offered_collisions(&pages.entries, &offered, &mut faults);
    Diagnosed::new(
        Site {
            editions: Arc::clone(&pages.editions),
            entries: Arc::clone(&pages.entries),
            offered,
            pictures: pages.offer.pictures.clone(),
            theme_assets: names,
        },
        faults,
    )
}

fn pages(campaign: &Campaign, options: Options) -> Diagnosed<Pages> {
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
    let (unreachable, entries) = rayon::join(
        || unreachable_pages(campaign, &editions, options),
        || entries::entries(campaign, &editions),
    );
    faults.extend(unreachable);
    let entries = entries.split_into(&mut faults);
    let offer = assets::content_assets(campaign, &mut editions);
    entries::folder_collisions(&editions, &entries, &mut faults);
    let pages = Pages {
        editions: Arc::new(editions),
        entries: Arc::new(entries),
        offer,
    };
    Diagnosed::new(pages, faults)
}

fn plan_edition(campaign: &Campaign, edition: Edition, options: Options) -> Diagnosed<EditionSite> {
    let mut faults = Vec::new();
    let selected = selection::select(campaign, &edition, options).split_into(&mut faults);
    let places = routes::place(campaign, &edition, selected).split_into(&mut faults);
    Diagnosed::new(tree::grow(campaign, edition, places), faults)
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
    let alternates: Vec<Vec<Vec<Alternate>>> = editions
        .par_iter()
        .map(|edition| {
            let siblings: Vec<&EditionSite> = editions
                .iter()
                .filter(|other| other.audience == edition.audience)
                .collect();
            let of_page = |page: &EditionPage| match is_own(page, edition) {
                true => alternates_of(page, &siblings),
                false => Vec::new(),
            };
            edition.pages.iter().map(of_page).collect()
        })
        .collect();
    for (edition, alternates) in editions.iter_mut().zip(alternates) {
        for (page, alternates) in edition.pages.iter_mut().zip(alternates) {
            page.alternates = alternates;
        }
    }
}

/// Whether a page is written in the language of its edition.
fn is_own(page: &EditionPage, edition: &EditionSite) -> bool {
    page.written_in == edition.edition.locale
}

fn alternates_of(page: &EditionPage, siblings: &[&EditionSite]) -> Vec<Alternate> {
    siblings
        .iter()
        .filter_map(|edition| Some((edition.page(&page.key)?, edition)))
        .filter(|(page, edition)| is_own(page, edition))
        .map(|(page, _)| Alternate {
            locale: page.written_in.clone(),
            route: page.route.clone(),
        })
        .collect()
}

/// A page that is finished and in no edition has a slip somewhere.
fn unreachable_pages(
    campaign: &Campaign,
    editions: &[EditionSite],
    options: Options,
) -> Vec<Diagnostic> {
    let is_used = |page: &Page| {
        let mut editions = editions.iter();
        editions.any(|edition| edition.index.contains_key(&page.key))
    };
    let is_finished = |page: &Page| {
        let mut translations = page.translations.iter();
        translations.all(|translation| is_published(translation, options))
    };
    let pages = campaign.pages.values();
    pages
        .filter(|page| !is_used(page) && is_finished(page))
        .filter_map(|page| page.translations.first())
        .map(|first| Diagnostic::new(&rules::UNREACHABLE_PAGE).at(Place::start_of(&first.path)))
        .collect()
}
