//! Every file that will be there, and that no two go to one place.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::list::{list_pages, numbered};
use crate::model::route::Route;
use crate::model::settings;
use crate::model::site::{Asset, EditionSite, Entry, Recipe, Scope};
use crate::rules;
use crate::source::SourcePath;

/// All entries of the site.
pub fn entries(campaign: &Campaign, editions: &[EditionSite]) -> Diagnosed<BTreeMap<Route, Entry>> {
    let mut map = Map {
        campaign,
        editions,
        entries: BTreeMap::new(),
        faults: Vec::new(),
    };
    for (index, edition) in editions.iter().enumerate() {
        map.edition(index, edition);
    }
    for (index, audience) in campaign.settings.audiences.iter().enumerate() {
        let scope = Scope::Audience(index);
        let root = audience.slug.as_str();
        map.insert(
            Route::new([root, "index.html"]),
            Recipe::Chooser { audience: index },
            scope,
        );
        map.insert(
            Route::new([root, "robots.txt"]),
            Recipe::Robots { audience: index },
            scope,
        );
        if audience.indexed {
            map.insert(
                Route::new([root, "sitemap.xml"]),
                Recipe::Sitemap { audience: index },
                scope,
            );
        }
    }
    if campaign
        .settings
        .audiences
        .iter()
        .all(|audience| !audience.slug.is_empty())
    {
        map.insert(Route::new(["index.html"]), Recipe::FrontDoor, Scope::Site);
    }
    Diagnosed::new(map.entries, map.faults)
}

struct Map<'a> {
    campaign: &'a Campaign,
    editions: &'a [EditionSite],
    entries: BTreeMap<Route, Entry>,
    faults: Vec<Diagnostic>,
}

impl Map<'_> {
    fn edition(&mut self, index: usize, edition: &EditionSite) {
        let scope = Scope::Edition(index);
        let size = self.campaign.settings.paginate_by;
        for (page, planned) in edition.pages.iter().enumerate() {
            let numbers = list_pages(planned.children.len(), planned.paginate_by.or(size));
            for number in 1..=numbers {
                let route = numbered(&planned.route, number);
                self.insert(
                    route,
                    Recipe::Page {
                        edition: index,
                        page,
                        number,
                    },
                    scope,
                );
            }
        }
        for (topic, planned) in edition.topics.iter().enumerate() {
            for number in 1..=list_pages(planned.pages.len(), size) {
                let route = numbered(&planned.route, number);
                self.insert(
                    route,
                    Recipe::Topic {
                        edition: index,
                        topic,
                        number,
                    },
                    scope,
                );
            }
        }
        if let Some(topic) = edition.topics.first() {
            let folder = Route::new([topic.route.folder()]);
            let route = Route::new([folder.folder(), "index.html"]);
            self.insert(route, Recipe::Topics { edition: index }, scope);
        }
        let root = edition.root.as_str();
        self.insert(
            Route::new([root, "404.html"]),
            Recipe::NotFound { edition: index },
            scope,
        );
        if edition.has_feeds {
            self.insert(
                Route::new([root, "feed.xml"]),
                Recipe::Atom { edition: index },
                scope,
            );
            self.insert(
                Route::new([root, "feed.json"]),
                Recipe::JsonFeed { edition: index },
                scope,
            );
        }
        if self.campaign.settings.audiences[edition.audience].directory {
            let route = edition.directory();
            self.insert(route, Recipe::Directory { edition: index }, scope);
        }
        self.redirects(index, edition);
    }

    /// After everything else, so that an old address never takes the place of a page.
    fn redirects(&mut self, index: usize, edition: &EditionSite) {
        for (page, planned) in edition.pages.iter().enumerate() {
            for old in &planned.redirect_from {
                let route = Route::new([edition.root.as_str(), old, "index.html"]);
                self.insert(
                    route,
                    Recipe::Redirect {
                        edition: index,
                        page,
                    },
                    Scope::Edition(index),
                );
            }
        }
    }

    fn insert(&mut self, route: Route, recipe: Recipe, scope: Scope) {
        if let Some(other) = self.entries.get(&route) {
            let mut fault = Diagnostic::new(&rules::ROUTE_COLLISION).with("route", &route);
            let mut places = [self.source(&recipe), self.source(&other.recipe)]
                .into_iter()
                .flatten();
            fault.place = places.next();
            fault.related.extend(places);
            self.faults.push(fault);
            return;
        }
        self.entries.insert(route, Entry { recipe, scope });
    }

    fn source(&self, recipe: &Recipe) -> Option<Place> {
        match recipe {
            Recipe::Page { edition, page, .. } | Recipe::Redirect { edition, page } => {
                self.editions[*edition].pages[*page]
                    .source
                    .as_ref()
                    .map(Place::start_of)
            }
            _ => Some(Place::start_of(&SourcePath::new(settings::PATH))),
        }
    }
}

/// An asset that would lie where a page does, or differs from another only in capitals.
pub fn offered_collisions(
    entries: &BTreeMap<Route, Entry>,
    offered: &BTreeMap<Route, Asset>,
    faults: &mut Vec<Diagnostic>,
) {
    let mut folded: BTreeMap<String, &Asset> = BTreeMap::new();
    for (route, asset) in offered {
        let lower = route.as_str().to_lowercase();
        let twin = folded.insert(lower.clone(), asset);
        if entries.contains_key(&Route::new([lower.as_str()])) || twin.is_some() {
            let fault = Diagnostic::new(&rules::ROUTE_COLLISION)
                .at(Place::start_of(&asset.source))
                .with("route", route);
            faults.push(twin.into_iter().fold(fault, |fault, twin| {
                fault.also(Place::start_of(&twin.source))
            }));
        }
    }
}
