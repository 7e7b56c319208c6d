//! How the pages of an edition hang together: order, parents, neighbours, menus and topics.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::audience::Edition;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::page::PageKey;
use crate::model::route::Route;
use crate::model::site::{EditionPage, EditionSite, MenuItem, Topic};
use crate::plan::routes::{self, Placed, Places};

/// Makes the edition of its pages, which come by folder with the home page first.
pub fn grow(campaign: &Campaign, edition: Edition, places: Places<'_>) -> EditionSite {
    let settings = &campaign.settings;
    let audience = settings
        .audiences
        .iter()
        .position(|audience| audience.id == edition.audience)
        .expect("an edition's audience is of its campaign");
    let root = routes::root(campaign, &edition);
    let Places {
        pages: placed,
        index: by_key,
    } = places;
    let labels: Vec<Option<(String, String)>> = placed.iter().map(menu_label).collect();
    let mut pages: Vec<EditionPage> = placed.into_iter().map(page).collect();
    let newest = newest_first(&pages);
    let order = sort_children(&mut pages, &newest);
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
    let topics = topics(&pages, &newest, &topics_root);
    let has_feeds = !settings.audiences[audience].discreet
        && pages
            .iter()
            .any(|page| page.front.date.is_some() && page.written_in == edition.locale);
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

fn page(placed: Placed<'_>) -> EditionPage {
    let Placed {
        selected,
        folder,
        parent,
    } = placed;
    EditionPage {
        source: selected
            .translation
            .map(|translation| translation.path.clone()),
        key: selected.key,
        written_in: selected.written_in,
        route: Route::new([folder.as_str(), "index.html"]),
        front: selected.front,
        parent,
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
            .unwrap_or_else(|| placed.selected.front.title.clone()),
    ))
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

/// The topics of the pages, each with its pages: newest first, then by title.
fn topics(pages: &[EditionPage], newest: &[usize], root: &str) -> Vec<Topic> {
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &index in newest {
        for id in &pages[index].front.topics {
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
