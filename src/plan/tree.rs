//! How the pages of an edition hang together: order, neighbours, menus and topics. It follows from
//! what authors wrote in the heads, titles among it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::front_matter::FrontMatter;
use crate::model::page::PageKey;
use crate::model::site::{EditionPage, EditionSite, MenuItem, Topic};
use crate::plan::placement::{EditionPlacement, PagePlacement};

/// Makes an edition of its placement.
pub fn grow(campaign: &Campaign, placement: &EditionPlacement) -> EditionSite {
    let mut pages = pages(campaign, &placement.pages);
    let newest = newest_first(&pages);
    let order = sort_children(&mut pages, &newest);
    EditionSite {
        edition: placement.edition.clone(),
        audience: placement.audience,
        root: placement.root.clone(),
        index: Arc::clone(&placement.index),
        menus: menus(&pages, order),
        topics: topics(&placement.topics, &newest),
        assets: Arc::clone(&placement.assets),
        has_feeds: placement.has_feeds,
        pages,
    }
}

/// The pages with their heads. They come in the order of the campaign's.
fn pages(campaign: &Campaign, placements: &[PagePlacement]) -> Vec<EditionPage> {
    let mut pages = campaign.pages.values();
    let mut front = |placement: &PagePlacement| -> Option<Arc<FrontMatter>> {
        let source = placement.source.as_ref()?;
        let page = pages.find(|page| page.key == placement.key)?;
        let mut translations = page.translations.iter();
        let own = translations.find(|own| own.path == *source)?;
        Some(Arc::clone(&own.front))
    };
    let page = |placement: &PagePlacement| EditionPage {
        front: front(placement).unwrap_or_default(),
        key: placement.key.clone(),
        source: placement.source.clone(),
        written_in: placement.written_in.clone(),
        route: placement.route.clone(),
        parent: placement.parent,
        children: Vec::new(),
        previous: None,
        next: None,
        alternates: Arc::clone(&placement.alternates),
    };
    placements.iter().map(page).collect()
}

/// What pages are sorted by where their authors gave no order: the newest first, then by title. It
/// is looked at far more often than there are pages, so that it lies together.
type Rank<'a> = (Reverse<Option<Date>>, &'a str, &'a PageKey);

/// The pages, the newest first, then by title.
fn newest_first(pages: &[EditionPage]) -> Vec<usize> {
    fn rank(page: &EditionPage) -> Rank<'_> {
        let EditionPage { front, key, .. } = page;
        (Reverse(front.date), &front.title, key)
    }
    let mut ranks: Vec<(Rank<'_>, usize)> = pages.iter().map(rank).zip(0..).collect();
    ranks.sort_unstable();
    ranks.into_iter().map(|(_, index)| index).collect()
}

/// Gives each page its children in their order, which is the one that authors gave and then the one
/// that they come in, tells neighbours of one another, and returns all pages in the order of the
/// tree.
fn sort_children(pages: &mut [EditionPage], newest: &[usize]) -> Vec<usize> {
    let mut siblings = newest.to_vec();
    siblings.sort_by_key(|index| pages[*index].front.order.unwrap_or(i64::MAX));
    for index in siblings {
        let Some(parent) = pages[index].parent else {
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

/// The menus of the pages, which come in the order of the tree.
fn menus(pages: &[EditionPage], order: Vec<usize>) -> BTreeMap<String, Vec<MenuItem>> {
    let mut menus: BTreeMap<String, Vec<MenuItem>> = BTreeMap::new();
    for page in order {
        let front = &pages[page].front;
        if let Some(entry) = &front.nav {
            let label = entry.label.as_ref().unwrap_or(&front.title).clone();
            let items = menus.entry(entry.menu.clone()).or_default();
            items.push(MenuItem { page, label });
        }
    }
    menus
}

/// The topics, each with its pages in the order of `newest`.
fn topics(topics: &[Topic], newest: &[usize]) -> Vec<Topic> {
    let mut ranks = vec![0; newest.len()];
    for (rank, page) in newest.iter().enumerate() {
        ranks[*page] = rank;
    }
    let sorted = |topic: &Topic| {
        let mut topic = topic.clone();
        topic.pages.sort_unstable_by_key(|page| ranks[*page]);
        topic
    };
    topics.iter().map(sorted).collect()
}
