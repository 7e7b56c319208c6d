//! The atlas of the output: which files it has, whose each is, and what an address leads to.

mod address;

use crate::model::campaign::Campaign;
use crate::model::route::Route;
use crate::model::site::{Recipe, Scope, Site};
use crate::readback::atlas::address::{decoded, is_plain, joined, path_of, scheme};
use crate::readback::keys::Table;

/// A file of the output, as an index into the atlas.
pub type FileId = u32;

/// What kind of link may lead into a file from another audience's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    /// Where a reader arrives: a home page, or the page that offers languages.
    Home,
    /// Everything else.
    Inner,
}

/// Whose a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The audience; none for the front door of the whole site.
    pub audience: Option<usize>,
    /// The edition.
    pub edition: Option<usize>,
}

/// A file that will be there.
#[derive(Clone, Debug)]
struct Entry {
    route: Route,
    owner: Owner,
    door: Door,
    /// Whether this run was to write it: else it is taken for granted.
    is_selected: bool,
    /// Whether it is there only when something refers to it.
    is_offered: bool,
}

/// An address: what it starts with, and the folder of the output that lies there.
#[derive(Clone, Debug)]
struct Base {
    url: String,
    path: String,
    folder: String,
}

/// Every file of a site, by its route.
#[derive(Debug)]
pub struct Atlas {
    entries: Vec<Entry>,
    index: Table<String, FileId>,
    /// Where audiences and the whole site live on the web, the most exact first.
    bases: Vec<Base>,
    /// For each audience, whether it links to each other.
    links: Vec<Vec<bool>>,
}

/// What an address in a file leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A file of the output, and what follows `#`.
    File(FileId, Option<String>),
    /// The same file, and what follows `#`.
    Own(String),
    /// A place in the output where no file is, or one outside of it.
    Nothing(String),
    /// Another site.
    Foreign,
    /// `tel:`, `sms:`, `mailto:`: a scheme of another kind, in lower case.
    Other(String),
}

impl Atlas {
    /// The atlas of a site, of which this run writes `selected`.
    pub fn new(campaign: &Campaign, site: &Site, selected: &[&Route]) -> Self {
        let mut entries: Vec<Entry> = site
            .entries
            .iter()
            .map(|(route, entry)| Entry {
                route: route.clone(),
                owner: owner(site, entry.scope),
                door: door(&entry.recipe),
                is_selected: false,
                is_offered: false,
            })
            .collect();
        entries.extend(site.offered.keys().map(|route| Entry {
            route: route.clone(),
            owner: Owner {
                audience: audience_at(campaign, route),
                edition: None,
            },
            door: Door::Inner,
            is_selected: true,
            is_offered: true,
        }));
        let index: Table<String, FileId> = entries
            .iter()
            .enumerate()
            .map(|(number, entry)| (entry.route.as_str().to_owned(), number as FileId))
            .collect();
        for route in selected {
            if let Some(number) = index.get(route.as_str()) {
                entries[*number as usize].is_selected = true;
            }
        }
        Self {
            entries,
            index,
            bases: bases(campaign),
            links: links(campaign),
        }
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The file at a route.
    pub fn find(&self, route: &str) -> Option<FileId> {
        self.index.get(route).copied()
    }

    /// Where a file is.
    pub fn route(&self, file: FileId) -> &Route {
        &self.entries[file as usize].route
    }

    /// Whose a file is.
    pub fn owner(&self, file: FileId) -> Owner {
        self.entries[file as usize].owner
    }

    /// Whether this run was to write a file.
    pub fn is_selected(&self, file: FileId) -> bool {
        self.entries[file as usize].is_selected
    }

    /// Whether a file is there only when something refers to it.
    pub fn is_offered(&self, file: FileId) -> bool {
        self.entries[file as usize].is_offered
    }

    /// Whether a file of `from` may lead to the file `to`: to its own audience's, and to the doors
    /// of audiences that it names.
    pub fn may_lead(&self, from: Owner, to: FileId) -> bool {
        let entry = &self.entries[to as usize];
        match (from.audience, entry.owner.audience) {
            (Some(own), Some(other)) if own == other => true,
            (Some(own), Some(other)) => entry.door == Door::Home && self.links[own][other],
            (None, Some(_)) => entry.door == Door::Home || entry.owner.edition.is_none(),
            (_, None) => true,
        }
    }

    /// What an address in the file at `route` leads to. `address` has its references resolved.
    pub fn resolve(&self, route: &Route, address: &str) -> Target {
        let address = address.trim_ascii();
        if is_plain(address)
            && let Some(path) = joined(route.folder(), address)
        {
            return self.at(path, None);
        }
        if let Some(fragment) = address.strip_prefix('#') {
            return Target::Own(decoded(fragment));
        }
        let (path, fragment) = match address.split_once('#') {
            Some((path, fragment)) => (path, Some(decoded(fragment))),
            None => (address, None),
        };
        let path = path.split('?').next().unwrap_or(path);
        if let Some(scheme) = scheme(path) {
            return match scheme.as_str() {
                "http" | "https" => self.absolute(path, fragment),
                _ => Target::Other(scheme),
            };
        }
        // Browsers read a backslash in these places as a slash.
        if path.starts_with("//") || path.starts_with('\\') || path.starts_with("/\\") {
            return Target::Foreign;
        }
        if path.starts_with('/') {
            return self.rooted(path, fragment);
        }
        match joined(route.folder(), path) {
            Some(path) => self.at(path, fragment),
            None => Target::Nothing(address.to_owned()),
        }
    }

    /// What a whole address leads to.
    pub fn absolute(&self, url: &str, fragment: Option<String>) -> Target {
        let found = self.bases.iter().find_map(|base| {
            let rest = url.strip_prefix(base.url.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then_some((base, rest))
        });
        match found {
            Some((base, rest)) => self.below(base, rest, fragment),
            None => Target::Foreign,
        }
    }

    fn rooted(&self, path: &str, fragment: Option<String>) -> Target {
        let mut bases = self.bases.iter();
        let found = bases.find_map(|base| Some((base, path.strip_prefix(base.path.as_str())?)));
        match found {
            Some((base, rest)) => self.below(base, rest, fragment),
            None => Target::Nothing(path.to_owned()),
        }
    }

    fn below(&self, base: &Base, rest: &str, fragment: Option<String>) -> Target {
        match joined(&base.folder, rest.trim_start_matches('/')) {
            Some(path) => self.at(path, fragment),
            None => Target::Nothing(rest.to_owned()),
        }
    }

    /// The file at a path: a folder means its `index.html`.
    fn at(&self, mut path: String, fragment: Option<String>) -> Target {
        let file = match path.is_empty() || path.ends_with('/') {
            true => {
                let length = path.len();
                path.push_str("index.html");
                let file = self.find(&path);
                path.truncate(length);
                file
            }
            false => self.find(&path),
        };
        file.map_or(Target::Nothing(path), |file| Target::File(file, fragment))
    }
}

fn owner(site: &Site, scope: Scope) -> Owner {
    match scope {
        Scope::Edition(edition) => Owner {
            audience: Some(site.editions[edition].audience),
            edition: Some(edition),
        },
        Scope::Audience(audience) => Owner {
            audience: Some(audience),
            edition: None,
        },
        Scope::Site => Owner {
            audience: None,
            edition: None,
        },
    }
}

fn door(recipe: &Recipe) -> Door {
    match recipe {
        Recipe::Page {
            page: 0, number: 1, ..
        }
        | Recipe::Chooser { .. }
        | Recipe::FrontDoor => Door::Home,
        _ => Door::Inner,
    }
}

/// The audience in whose folder a route lies: that of the longest slug.
fn audience_at(campaign: &Campaign, route: &Route) -> Option<usize> {
    let audiences = campaign.settings.audiences.iter().enumerate();
    audiences
        .filter(|(_, audience)| {
            let rest = route.as_str().strip_prefix(audience.slug.as_str());
            audience.slug.is_empty() || rest.is_some_and(|rest| rest.starts_with('/'))
        })
        .max_by_key(|(_, audience)| audience.slug.len())
        .map(|(index, _)| index)
}

fn bases(campaign: &Campaign) -> Vec<Base> {
    let settings = &campaign.settings;
    let mut bases: Vec<Base> = settings
        .audiences
        .iter()
        .map(|audience| (audience.base_url.as_str(), audience.slug.as_str()))
        .chain([(settings.base_url.as_str(), "")])
        .map(|(url, folder)| Base {
            url: url.to_owned(),
            path: path_of(url).to_owned(),
            folder: folder.to_owned(),
        })
        .collect();
    bases.sort_by_key(|base| std::cmp::Reverse(base.url.len()));
    bases
}

fn links(campaign: &Campaign) -> Vec<Vec<bool>> {
    let audiences = &campaign.settings.audiences;
    audiences
        .iter()
        .map(|own| {
            let is_linked =
                |other: &crate::model::audience::Audience| own.links_to.contains(&other.id);
            audiences.iter().map(is_linked).collect()
        })
        .collect()
}
