//! Placement: which pages an edition has and where everything lives. It is the part of a plan that
//! sees neither titles nor descriptions, so that it stays as it is while somebody words them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::audience::Edition;
use crate::model::campaign::Campaign;
use crate::model::list::list_pages;
use crate::model::locale::LocaleTag;
use crate::model::page::{Page, PageKey};
use crate::model::route::Route;
use crate::model::site::{Alternate, DIRECTORY, Entry, Topic};
use crate::plan::assets::{self, Offer};
use crate::plan::routes::{self, Placed, Places};
use crate::plan::{Options, entries, is_published, selection};
use crate::rules;
use crate::source::SourcePath;

/// Where everything lives.
pub struct Placement {
    /// The editions, audience by audience.
    pub editions: Vec<EditionPlacement>,
    /// Every file that is always there.
    pub entries: Arc<BTreeMap<Route, Entry>>,
    /// The assets of `content/`.
    pub offer: Offer,
}

/// Where everything of one edition lives.
pub struct EditionPlacement {
    /// Which edition.
    pub edition: Edition,
    /// Its audience, as an index into the campaign's audiences.
    pub audience: usize,
    /// Its folder in the output.
    pub root: String,
    /// Its pages, by folder: home first, each before its children.
    pub pages: Vec<PagePlacement>,
    /// Where a page is in `pages`.
    pub index: Arc<HashMap<PageKey, usize>>,
    /// Its topics, by id, each with its pages by folder.
    pub topics: Vec<Topic>,
    /// Where the assets of `content/` are, by path under `content/`.
    pub assets: Arc<BTreeMap<String, Route>>,
    /// Whether it has feeds: it is not discreet and has a page with a date.
    pub has_feeds: bool,
}

/// Where a page lives.
pub struct PagePlacement {
    /// Which page.
    pub key: PageKey,
    /// The file it is rendered from; none for a home that nobody wrote.
    pub source: Option<SourcePath>,
    /// The locale of that file.
    pub written_in: LocaleTag,
    /// Where it is.
    pub route: Route,
    /// The page around it, as an index into the edition's pages.
    pub parent: Option<usize>,
    /// How many parts the list of its children has.
    pub lists: usize,
    /// The old addresses that lead to it, without slashes at either end.
    pub redirects: Vec<String>,
    /// Itself and its translations for the same audience, real ones only, in the order of the
    /// audience's locales. Empty when the original stands in.
    pub alternates: Arc<[Alternate]>,
}

/// Places all editions.
pub fn place_all(campaign: &Campaign, options: Options) -> Diagnosed<Placement> {
    let mut faults = Vec::new();
    let editions: Vec<Edition> = campaign.settings.editions().collect();
    let placed: Vec<Diagnosed<EditionPlacement>> = editions
        .into_par_iter()
        .map(|edition| place_edition(campaign, edition, options))
        .collect();
    let mut editions: Vec<EditionPlacement> = placed
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
    let offer = offer(campaign, &mut editions);
    entries::folder_collisions(&editions, &entries, &mut faults);
    let placement = Placement {
        editions,
        entries: Arc::new(entries),
        offer,
    };
    Diagnosed::new(placement, faults)
}

fn place_edition(
    campaign: &Campaign,
    edition: Edition,
    options: Options,
) -> Diagnosed<EditionPlacement> {
    let mut faults = Vec::new();
    let settings = &campaign.settings;
    let selected = selection::select(campaign, &edition, options).split_into(&mut faults);
    let Places { pages, index } =
        routes::place(campaign, &edition, selected).split_into(&mut faults);
    let audience = settings
        .audiences
        .iter()
        .position(|audience| audience.id == edition.audience)
        .expect("an edition's audience is of its campaign");
    let root = routes::root(campaign, &edition);
    let topics_root = format!("{root}/{}", settings.locale(&edition.locale).topics_slug);
    let is_dated = |placed: &Placed<'_>| {
        let own = placed.selected.translation;
        own.is_some_and(|own| own.front.date.is_some() && own.locale == edition.locale)
    };
    let placement = EditionPlacement {
        audience,
        topics: topics(&pages, &topics_root),
        assets: Arc::default(),
        has_feeds: !settings.audiences[audience].discreet && pages.iter().any(is_dated),
        pages: place_pages(pages, settings.paginate_by),
        index: Arc::new(index),
        root,
        edition,
    };
    Diagnosed::new(placement, faults)
}

fn place_pages(pages: Vec<Placed<'_>>, paginate_by: Option<usize>) -> Vec<PagePlacement> {
    let mut children = vec![0; pages.len()];
    for parent in pages.iter().filter_map(|page| page.parent) {
        children[parent] += 1;
    }
    let pages = pages.into_iter().zip(children);
    pages
        .map(|(placed, children)| {
            let own = placed.selected.translation;
            let front = own.map(|own| &*own.front);
            let size = front.and_then(|front| front.paginate_by).or(paginate_by);
            PagePlacement {
                source: own.map(|own| own.path.clone()),
                lists: list_pages(children, size),
                redirects: front.map_or_else(Vec::new, |front| front.redirect_from.clone()),
                key: placed.selected.key,
                written_in: placed.selected.written_in,
                route: Route::new([placed.folder.as_str(), "index.html"]),
                parent: placed.parent,
                alternates: Arc::default(),
            }
        })
        .collect()
}

/// The topics of the pages.
fn topics(pages: &[Placed<'_>], root: &str) -> Vec<Topic> {
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, placed) in pages.iter().enumerate() {
        let own = placed.selected.translation;
        for id in own.iter().flat_map(|own| &own.front.topics) {
            let listed = by_id.entry(id).or_default();
            if listed.last() != Some(&index) {
                listed.push(index);
            }
        }
    }
    let topic = |(id, pages): (&str, Vec<usize>)| Topic {
        id: id.to_owned(),
        route: Route::new([root, id, "index.html"]),
        pages,
    };
    by_id.into_iter().map(topic).collect()
}

/// Tells each edition where its assets of `content/` would live, and returns them all.
fn offer(campaign: &Campaign, editions: &mut [EditionPlacement]) -> Offer {
    let mut offer = Offer::default();
    for edition in editions {
        let mut assets = assets::content_assets(campaign, edition, &mut offer);
        if campaign.settings.audiences[edition.audience].directory {
            // Not an asset of `content/`, but linked to like one.
            assets.insert(DIRECTORY.to_owned(), edition.directory());
        }
        edition.assets = Arc::new(assets);
    }
    offer
}

/// Tells each page of its translations for the same audience: real ones only.
fn link_alternates(editions: &mut [EditionPlacement]) {
    let alternates: Vec<Vec<Arc<[Alternate]>>> = editions
        .par_iter()
        .map(|edition| {
            let siblings: Vec<&EditionPlacement> = editions
                .iter()
                .filter(|other| other.audience == edition.audience)
                .collect();
            let of_page = |page: &PagePlacement| match is_own(page, edition) {
                true => alternates_of(page, &siblings),
                false => Arc::default(),
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
fn is_own(page: &PagePlacement, edition: &EditionPlacement) -> bool {
    page.written_in == edition.edition.locale
}

fn alternates_of(page: &PagePlacement, siblings: &[&EditionPlacement]) -> Arc<[Alternate]> {
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
    editions: &[EditionPlacement],
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

impl EditionPlacement {
    /// The page of this folder.
    pub fn page(&self, key: &PageKey) -> Option<&PagePlacement> {
        self.index.get(key).map(|index| &self.pages[*index])
    }

    /// Where the list of all topics is; nowhere when there is no topic.
    pub fn topics_route(&self) -> Option<Route> {
        Topic::list_of(&self.topics)
    }

    /// Where its lines to call are for other systems, if its audience has that.
    pub fn directory(&self) -> Route {
        Route::new([self.root.as_str(), DIRECTORY])
    }
}
