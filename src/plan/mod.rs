//! Campaign × Edition → Site: what will be there, decided before anything is rendered.
//!
//! First which pages each edition has ([`selection`]), where they live ([`routes`]), what an
//! audience has besides and that no two things go to one place ([`entries`]): the [`placement`].
//! Then how the pages of an edition hang together ([`tree`]).

mod assets;
mod entries;
mod placement;
mod routes;
mod selection;
mod tree;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnosed;
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::page::Translation;
use crate::model::site::{EditionSite, Site};
use crate::plan::placement::Placement;
use crate::source::Digest;

/// What is asked of a plan besides the campaign.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The day it is made for: what is published, and what has expired.
    pub today: Date,
    /// Whether drafts are part of it.
    pub drafts: bool,
}

/// What will be there. A plan sees no body, so that it stays as it is when only a body changes; and
/// most of it sees no title.
pub fn plan(campaign: &Campaign, options: Options, memo: &Memo) -> Arc<Diagnosed<Arc<Site>>> {
    let asked = format!("{options:?}");
    let inputs = Digest::of_all([campaign.placement.as_bytes(), asked.as_bytes()]);
    let placement = memo.recall("placement", inputs, || {
        placement::place_all(campaign, options)
    });
    let inputs = Digest::of_all([campaign.outside.as_bytes(), asked.as_bytes()]);
    let editions = memo.recall("editions", inputs, || {
        let placements = placement.value.editions.par_iter();
        Arc::new(placements.map(|own| tree::grow(campaign, own)).collect())
    });
    let assets = campaign.theme.assets.iter().flat_map(|asset| {
        let name = asset.name.as_bytes();
        let path = asset.source.path.as_str().as_bytes();
        [name, path, asset.source.digest.as_bytes()]
    });
    let inputs = Digest::of_all([inputs.as_bytes()].into_iter().chain(assets));
    memo.recall("plan", inputs, || {
        make(campaign, &placement, Arc::clone(&editions)).map(Arc::new)
    })
}

/// Puts a plan together with the assets of the theme.
fn make(
    campaign: &Campaign,
    placement: &Diagnosed<Placement>,
    editions: Arc<Vec<EditionSite>>,
) -> Diagnosed<Site> {
    let mut faults = placement.diagnostics.clone();
    let placement = &placement.value;
    let mut offered = placement.offer.assets.clone();
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
    entries::offered_collisions(&placement.entries, &offered, &mut faults);
    Diagnosed::new(
        Site {
            editions,
            entries: Arc::clone(&placement.entries),
            offered,
            pictures: placement.offer.pictures.clone(),
            theme_assets: names,
        },
        faults,
    )
}

/// Whether a translation is published on the day of the plan.
fn is_published(translation: &Translation, options: Options) -> bool {
    let front = &translation.front;
    (options.drafts || !front.draft)
        && front.publish_on.is_none_or(|day| day <= options.today)
        && front.expires_on.is_none_or(|day| options.today < day)
}
