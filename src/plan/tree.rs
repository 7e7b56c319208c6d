//! How the pages of an edition hang together: order, parents, neighbours, menus and topics.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::model::audience::Edition;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::page::PageKey;
use crate::model::route::Route;
use crate::model::site::{EditionPage, EditionSite, MenuItem, Topic};
use crate::plan::routes::{self, Placed};

/// Makes the edition of its pages, which come by folder with the home page first.
pub fn grow(campaign: &Campaign, edition: Edition, placed: Vec<Placed<'_>>) -> EditionSite {
    let settings = &campaign.settings;
    let audience = settings
        .audiences
        .iter()
        .position(|audience| audience.id == edition.audience)
        .expect("an edition's audience is of its campaign");
    let root = routes::root(campaign, &edition);
    let labels: Vec<Option<(String, String)>> = placed.iter().map(menu_label).collect();
    let mut pages: Vec<EditionPage> = placed
        .into_iter()
        .map(|placed| page(placed, &edition))
        .collect();
    let by_key: HashMap<PageKey, usize> = pages
        .iter()
        .enumerate()
        .map(|(index, page)| (page.key.clone(), index))
        .collect();
    let parents: Vec<Option<usize>> = pages
        .iter()
        .map(|page| parent_of(&page.key, &by_key))
        .collect();
    let order = sort_children(&mut pages, &parents);
    let mut menus: BTreeMap<String, Vec<MenuItem>> = BTreeMap::new();
    for index in order {
        if let Some((menu, label)) = &labels[index] {
            menus.entry(menu.clone()).or_default().push(MenuItem {
                page: index,
                label: label.clone(),
            });
        }
    }
    let topics_root = format!("{root}/{}", settings.locale(&edition.locale).topics_slug);
    let topics = topics(&pages, &topics_root);
    let has_feeds = !settings.audiences[audience].discreet
        && pages
            .iter()
            .any(|page| page.summary.date.is_some() && page.written_in == edition.locale);
    EditionSite {
        edition,
        audience,
        root,
        index: by_key,
        menus,
        topics,
        assets: BTreeMap::new(),
        has_feeds,
        pages,
    }
}

fn page(placed: Placed<'_>, edition: &Edition) -> EditionPage {
    let outline = placed
        .selected
        .translation
        .map(|translation| &translation.outlines[&edition.audience]);
    let front = placed
        .selected
        .translation
        .map(|translation| &translation.front);
    EditionPage {
        source: placed
            .selected
            .translation
            .map(|translation| translation.path.clone()),
        order: front.and_then(|front| front.order),
        template: front.and_then(|front| front.template.clone()),
        paginate_by: front.and_then(|front| front.paginate_by),
        redirect_from: front
            .map(|front| front.redirect_from.clone())
            .unwrap_or_default(),
        key: placed.selected.key,
        written_in: placed.selected.written_in,
        route: Route::new([placed.folder.as_str(), "index.html"]),
        summary: placed.selected.summary,
        facts: outline.map_or_else(Vec::new, |outline| outline.facts.clone()),
        cited: outline.map_or_else(Vec::new, |outline| outline.cited.clone()),
        parent: None,
        children: Vec::new(),
        previous: None,
        next: None,
        alternates: Vec::new(),
    }
}

fn menu_label(placed: &Placed<'_>) -> Option<(String, String)> {
    let entry = placed.selected.translation?.front.nav.as_ref()?;
    Some((
        entry.menu.clone(),
        entry
            .label
            .clone()
            .unwrap_or_else(|| placed.selected.summary.title.clone()),
    ))
}

/// The nearest folder above that is a page of the edition.
fn parent_of(key: &PageKey, by_key: &HashMap<PageKey, usize>) -> Option<usize> {
    let mut above = key.parent();
    while let Some(folder) = above {
        if let Some(index) = by_key.get(&folder) {
            return Some(*index);
        }
        above = folder.parent();
    }
    None
}

/// What pages are sorted by: the order that authors gave, then the newest first, then by title. It
/// is looked at far more often than there are pages, so that it lies together.
type Rank<'a> = (i64, Reverse<Option<Date>>, &'a str, &'a PageKey);

/// The pages in the order of their ranks.
fn ranked<'a>(pages: &'a [EditionPage], order: impl Fn(&EditionPage) -> i64) -> Vec<usize> {
    let rank = |page: &'a EditionPage| -> Rank<'a> {
        let summary = &page.summary;
        let date = Reverse(summary.date);
        (order(page), date, &summary.title, &page.key)
    };
    let mut ranks: Vec<(Rank<'_>, usize)> = pages.iter().map(rank).zip(0..).collect();
    ranks.sort_unstable();
    ranks.into_iter().map(|(_, index)| index).collect()
}

/// Gives each page its children in their order, tells neighbours of one another, and returns all
/// pages in the order of the tree.
fn sort_children(pages: &mut [EditionPage], parents: &[Option<usize>]) -> Vec<usize> {
    for index in ranked(pages, |page| page.order.unwrap_or(i64::MAX)) {
        pages[index].parent = parents[index];
        let Some(parent) = parents[index] else {
            continue;
        };
        let previous = pages[parent].children.last().copied();
        pages[parent].children.push(index);
        pages[index].previous = previous;
        if let Some(previous) = previous {
            pages[previous].next = Some(index);
        }
    }
    let mut order = Vec::with_capacity(pages.len());
    let mut stack = vec![0];
    while let Some(index) = stack.pop() {
        order.push(index);
        stack.extend(pages[index].children.iter().rev());
    }
    order
}

/// The topics of the pages, each with its pages: newest first, then by title.
fn topics(pages: &[EditionPage], root: &str) -> Vec<Topic> {
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for index in ranked(pages, |_| 0) {
        for id in &pages[index].summary.topics {
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
