//! Every file that will be there, and that no two go to one place.

use std::collections::{BTreeMap, BTreeSet, btree_map};

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::host::{Folder, HostFile};
use crate::model::list::{list_pages, numbered};
use crate::model::route::Route;
use crate::model::settings;
use crate::model::site::{Asset, Entry, Recipe, Scope};
use crate::plan::placement::EditionPlacement;
use crate::rules;
use crate::source::SourcePath;

/// What a reader gets at an address where nothing is. Hosts look for this name in the folder and in
/// those around it; Cloudflare Pages takes a site without one at its root for an application, and
/// shows the front page everywhere.
const NOT_FOUND: &str = "404.html";

/// All entries of the site.
pub fn entries(
    campaign: &Campaign,
    editions: &[EditionPlacement],
) -> Diagnosed<BTreeMap<Route, Entry>> {
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
        if let Some(first) = editions
            .iter()
            .position(|edition| edition.audience == index)
        {
            map.insert(
                Route::new([root, NOT_FOUND]),
                Recipe::NotFound { edition: first },
                scope,
            );
        }
        if !root.is_empty() {
            map.host_files(root, Folder::Audience(index), scope);
        }
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
        map.insert(Route::new([NOT_FOUND]), Recipe::FrontDoor, Scope::Site);
    }
    map.host_files("", Folder::Site, Scope::Site);
    Diagnosed::new(map.entries, map.faults)
}

struct Map<'a> {
    campaign: &'a Campaign,
    editions: &'a [EditionPlacement],
    entries: BTreeMap<Route, Entry>,
    faults: Vec<Diagnostic>,
}

impl Map<'_> {
    fn edition(&mut self, index: usize, edition: &EditionPlacement) {
        let scope = Scope::Edition(index);
        let size = self.campaign.settings.paginate_by;
        for (page, planned) in edition.pages.iter().enumerate() {
            for number in 1..=planned.lists {
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
        if let Some(route) = edition.topics_route() {
            self.insert(route, Recipe::Topics { edition: index }, scope);
        }
        let root = edition.root.as_str();
        self.insert(
            Route::new([root, NOT_FOUND]),
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
    fn redirects(&mut self, index: usize, edition: &EditionPlacement) {
        for (page, planned) in edition.pages.iter().enumerate() {
            for old in &planned.redirects {
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

    /// The files that the campaign's hosts read in the folder at `root`.
    fn host_files(&mut self, root: &str, folder: Folder, scope: Scope) {
        let hosts = &self.campaign.settings.hosts;
        let files: BTreeSet<HostFile> = hosts
            .iter()
            .flat_map(|host| host.files())
            .copied()
            .collect();
        for file in files {
            self.insert(
                Route::new([root, file.name()]),
                Recipe::Host { file, folder },
                scope,
            );
        }
    }

    fn insert(&mut self, route: Route, recipe: Recipe, scope: Scope) {
        let other = match self.entries.entry(route) {
            btree_map::Entry::Occupied(other) => other,
            btree_map::Entry::Vacant(free) => {
                free.insert(Entry { recipe, scope });
                return;
            }
        };
        let mut fault = Diagnostic::new(&rules::ROUTE_COLLISION).with("route", other.key());
        let mut places = [&recipe, &other.get().recipe]
            .into_iter()
            .filter_map(|recipe| source(self.editions, recipe));
        fault.place = places.next();
        fault.related.extend(places);
        self.faults.push(fault);
    }
}

/// What an entry is made from.
fn source(editions: &[EditionPlacement], recipe: &Recipe) -> Option<Place> {
    match recipe {
        Recipe::Page { edition, page, .. } | Recipe::Redirect { edition, page } => {
            let source = &editions[*edition].pages[*page].source;
            source.as_ref().map(Place::start_of)
        }
        _ => Some(Place::start_of(&SourcePath::new(settings::PATH))),
    }
}

/// A file whose folder is a file: a page in a folder called `404.html`.
pub fn folder_collisions(
    editions: &[EditionPlacement],
    entries: &BTreeMap<Route, Entry>,
    faults: &mut Vec<Diagnostic>,
) {
    // A folder that is a file is called like one, and files have few names.
    let names: BTreeSet<&str> = entries.keys().map(Route::file_name).collect();
    let is_suspect = |folder: &str| folder.split('/').any(|part| names.contains(part));
    for (route, entry) in entries {
        let mut folder = route.folder();
        if !is_suspect(folder) {
            continue;
        }
        while !folder.is_empty() {
            if let Some((above, _)) = entries.get_key_value(folder) {
                let mut fault = Diagnostic::new(&rules::ROUTE_COLLISION).with("route", above);
                fault.place = source(editions, &entry.recipe);
                faults.push(fault);
            }
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
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
