//! The layout of a folder as a server sees it: which paths hold pages, which hold files that may be
//! kept, and what a reader gets where nothing is.

use std::cmp::Reverse;

use crate::model::campaign::Campaign;
use crate::model::host::Folder;
use crate::model::link::{below, path_of};
use crate::model::percent;
use crate::model::policy::{self, Freshness, Header};
use crate::model::route::{HTACCESS, Route};
use crate::model::site::{EditionSite, Site};

/// Media types that servers of today do not all know, by the ending of the name.
pub const MEDIA_TYPES: [(&str, &str); 19] = [
    ("html", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("xml", "application/xml"),
    ("txt", "text/plain"),
    ("csv", "text/csv"),
    ("ics", "text/calendar"),
    ("vcf", "text/vcard"),
    ("vtt", "text/vtt"),
    ("svg", "image/svg+xml"),
    ("avif", "image/avif"),
    ("webp", "image/webp"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("pdf", "application/pdf"),
    ("epub", "application/epub+zip"),
];

/// The endings of files that are text: they are UTF-8, and worth compressing.
pub const TEXTS: [&str; 10] = [
    "html", "css", "js", "json", "xml", "txt", "csv", "svg", "ics", "vtt",
];

/// The feeds of an edition and their media types.
pub const FEEDS: [(&str, &str); 2] = [
    ("feed.json", "application/feed+json"),
    ("feed.xml", "application/atom+xml"),
];

/// Files for one host that another would show to anybody who asks: they name every audience.
pub const HIDDEN: [&str; 3] = ["_headers", "_redirects", HTACCESS];

/// One edition.
#[derive(Debug)]
pub struct EditionArea {
    /// The path of its folder, with `/` at both ends.
    pub path: String,
    /// Whether it has [`FEEDS`].
    pub has_feeds: bool,
}

/// The folder of an audience, or the root of the site.
#[derive(Debug)]
pub struct Area {
    /// The path of the folder, with `/` at both ends.
    pub path: String,
    /// How long pages may be kept.
    pub pages: Freshness,
    /// The editions in it.
    pub editions: Vec<EditionArea>,
    /// Whether it has assets whose names change with their content.
    pub has_assets: bool,
}

impl Area {
    /// The path of its assets.
    pub fn assets(&self) -> String {
        format!("{}assets/", self.path)
    }
}

/// What a reader gets in a folder where nothing is.
#[derive(Debug)]
pub struct NotFound {
    /// The path of the folder on the host.
    pub folder: String,
    /// The path of the page on the host.
    pub page: String,
    /// How long it may be kept.
    pub pages: Freshness,
}

/// A folder as a server sees it.
#[derive(Debug)]
pub struct Layout {
    /// What every file is sent with.
    pub headers: Vec<Header>,
    /// Where the folder is on its host: empty, or with `/` before it only.
    pub base: String,
    /// What is in it, the root first, paths relative to the folder.
    pub areas: Vec<Area>,
}

impl Layout {
    /// The layout of `folder`.
    pub fn new(campaign: &Campaign, site: &Site, folder: Folder) -> Self {
        let settings = &campaign.settings;
        let (base_url, areas) = match folder {
            Folder::Site => (&settings.base_url, areas_of_site(campaign, site)),
            Folder::Audience(index) => (
                &settings.audiences[index].base_url,
                vec![area(campaign, site, index, Root::Audience)],
            ),
        };
        Self {
            headers: policy::headers(settings),
            base: percent::complete(&path_of(base_url)),
            areas,
        }
    }

    /// Where a path of the folder is on its host.
    pub fn on_host(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// What a reader gets where nothing is, the deepest folders first.
    pub fn not_found(&self) -> Vec<NotFound> {
        let mut found: Vec<NotFound> = self
            .areas
            .iter()
            .flat_map(|area| {
                let editions = area.editions.iter().map(|edition| &edition.path);
                editions
                    .chain([&area.path])
                    .map(|path| self.not_found_in(path, area.pages))
            })
            .collect();
        found.sort_by_key(|found| {
            (
                Reverse(found.folder.matches('/').count()),
                found.folder.clone(),
            )
        });
        found
    }

    fn not_found_in(&self, path: &str, pages: Freshness) -> NotFound {
        NotFound {
            folder: self.on_host(path),
            page: self.on_host(&format!("{path}404.html")),
            pages,
        }
    }

    /// How long pages may be kept where no audience's folder says otherwise.
    pub fn usual(&self) -> Freshness {
        let root = self.areas.iter().find(|area| area.path == "/");
        root.map_or(Freshness::Confirmed, |area| area.pages)
    }

    /// The folders, on the host, whose pages may be kept for another time than usual.
    pub fn unusual(&self) -> impl Iterator<Item = (String, Freshness)> + '_ {
        self.areas
            .iter()
            .filter(|area| area.pages != self.usual())
            .map(|area| (self.on_host(&area.path), area.pages))
    }

    /// The folders of assets whose names change with their content, on the host.
    pub fn assets(&self) -> Vec<String> {
        self.areas
            .iter()
            .filter(|area| area.has_assets)
            .map(|area| self.on_host(&area.assets()))
            .collect()
    }

    /// The editions with [`FEEDS`].
    pub fn with_feeds(&self) -> impl Iterator<Item = &EditionArea> {
        self.areas
            .iter()
            .flat_map(|area| &area.editions)
            .filter(|edition| edition.has_feeds)
    }
}

/// What paths are relative to.
#[derive(Clone, Copy)]
enum Root {
    Site,
    Audience,
}

fn areas_of_site(campaign: &Campaign, site: &Site) -> Vec<Area> {
    let audiences = &campaign.settings.audiences;
    let mut areas: Vec<Area> = (0..audiences.len())
        .map(|index| area(campaign, site, index, Root::Site))
        .collect();
    if areas.iter().all(|area| area.path != "/") {
        areas.push(Area {
            path: "/".to_owned(),
            pages: front_door(campaign),
            editions: Vec::new(),
            has_assets: false,
        });
    }
    areas.sort_by(|a, b| a.path.cmp(&b.path));
    areas
}

/// The front door tells of every audience; where all of them are discreet, so is it.
fn front_door(campaign: &Campaign) -> Freshness {
    let mut audiences = campaign.settings.audiences.iter();
    match audiences.all(|audience| audience.discreet) {
        true => Freshness::Never,
        false => Freshness::Confirmed,
    }
}

fn area(campaign: &Campaign, site: &Site, index: usize, root: Root) -> Area {
    let audience = &campaign.settings.audiences[index];
    let place = |folder: &str| match (root, folder) {
        (Root::Audience, folder) if folder == audience.slug => "/".to_owned(),
        (Root::Audience, folder) => {
            let route = Route::new([folder]);
            format!("/{}/", below(&route, &audience.slug))
        }
        (Root::Site, "") => "/".to_owned(),
        (Root::Site, folder) => format!("/{folder}/"),
    };
    let edition = |edition: &EditionSite| EditionArea {
        path: place(&edition.root),
        has_feeds: edition.has_feeds,
    };
    Area {
        path: place(&audience.slug),
        pages: Freshness::of_pages(audience),
        editions: site
            .editions
            .iter()
            .filter(|edition| edition.audience == index)
            .map(edition)
            .collect(),
        has_assets: !site.theme_assets[index].is_empty(),
    }
}
