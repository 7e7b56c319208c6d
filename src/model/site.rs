//! The site: what will be there and what each file is made from.
//!
//! `plan` decides every route before anything is rendered. A [`Site`] holds no text but
//! heads, so it is small whatever the campaign's size, and a page can be rendered knowing
//! only its own document and the site.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::audience::Edition;
use crate::model::front_matter::FrontMatter;
use crate::model::host::{Folder, HostFile};
use crate::model::locale::LocaleTag;
use crate::model::page::PageKey;
use crate::model::route::Route;
use crate::source::{Digest, SourcePath};

/// The file of an edition that holds its lines to call for other systems.
pub const DIRECTORY: &str = "hotlines.json";

/// The same page in another locale of the same audience.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternate {
    /// The other locale.
    pub locale: LocaleTag,
    /// Where it is.
    pub route: Route,
}

/// A page as one edition has it.
#[derive(Clone, Debug)]
pub struct EditionPage {
    /// Which page.
    pub key: PageKey,
    /// The file it is rendered from; none for a section or home that nobody wrote.
    pub source: Option<SourcePath>,
    /// The locale of that file: not the edition's when the original stands in for a missing
    /// translation.
    pub written_in: LocaleTag,
    /// Where it is.
    pub route: Route,
    /// Its head.
    pub front: Arc<FrontMatter>,
    /// The page around it, as an index into the edition's pages.
    pub parent: Option<usize>,
    /// The pages directly below it, in their order.
    pub children: Vec<usize>,
    /// The page before it among its siblings.
    pub previous: Option<usize>,
    /// The page after it among its siblings.
    pub next: Option<usize>,
    /// Itself and its translations for the same audience, real ones only, in the order of the
    /// audience's locales. Empty when the original stands in.
    pub alternates: Arc<[Alternate]>,
}

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq)]
pub struct MenuItem {
    /// The page it leads to, as an index into the edition's pages.
    pub page: usize,
    /// What it says.
    pub label: String,
}

/// The pages about one topic, in one edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Where its list begins.
    pub route: Route,
    /// The pages, newest first, those without a date behind them by title.
    pub pages: Vec<usize>,
}

/// Everything one edition has.
#[derive(Clone, Debug)]
pub struct EditionSite {
    /// Which edition.
    pub edition: Edition,
    /// Its audience, as an index into the campaign's audiences.
    pub audience: usize,
    /// Its folder in the output.
    pub root: String,
    /// Its pages: home first, each before its children.
    pub pages: Vec<EditionPage>,
    /// Where a page is in `pages`.
    pub index: Arc<HashMap<PageKey, usize>>,
    /// Its menus.
    pub menus: BTreeMap<String, Vec<MenuItem>>,
    /// Its topics, by id.
    pub topics: Vec<Topic>,
    /// Where the assets of `content/` are, by path under `content/`.
    pub assets: Arc<BTreeMap<String, Route>>,
    /// Whether it has feeds: it is not discreet and has a page with a date.
    pub has_feeds: bool,
}

impl Topic {
    /// Where the list of these topics, which are those of an edition, is; nowhere when there is none.
    pub fn list_of(topics: &[Self]) -> Option<Route> {
        let folder = Route::new([topics.first()?.route.folder()]);
        Some(Route::new([folder.folder(), "index.html"]))
    }
}

impl EditionSite {
    /// Where the list of all topics is; nowhere when there is no topic.
    pub fn topics_route(&self) -> Option<Route> {
        Topic::list_of(&self.topics)
    }

    /// The page of this folder.
    pub fn page(&self, key: &PageKey) -> Option<&EditionPage> {
        self.index.get(key).map(|index| &self.pages[*index])
    }

    /// Where its lines to call are for other systems, if its audience has that.
    pub fn directory(&self) -> Route {
        Route::new([self.root.as_str(), DIRECTORY])
    }
}

/// What a file is made from. Numbers are indexes into [`Site::editions`] and its pages.
#[expect(
    missing_docs,
    reason = "the fields are the indexes of which the lines above speak"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipe {
    /// A page; `number` counts the pages of its list from 1.
    Page {
        edition: usize,
        page: usize,
        number: usize,
    },
    /// A page of the list of a topic.
    Topic {
        edition: usize,
        topic: usize,
        number: usize,
    },
    /// The list of all topics.
    Topics { edition: usize },
    /// What a reader gets at an address where nothing is.
    NotFound { edition: usize },
    /// The Atom feed.
    Atom { edition: usize },
    /// The JSON feed.
    JsonFeed { edition: usize },
    /// The lines to call for other systems.
    Directory { edition: usize },
    /// A page that leads from an old address to the page's own.
    Redirect { edition: usize, page: usize },
    /// The page at an audience's root that offers its languages; at the root of the whole site
    /// also the front door. An index into the campaign's audiences.
    Chooser { audience: usize },
    /// The page at the root of the site that helps a reader choose, where no audience lives there.
    /// Readers get it too at an address that nothing lives at.
    FrontDoor,
    /// The map of an audience for search engines.
    Sitemap { audience: usize },
    /// What an audience asks of search engines.
    Robots { audience: usize },
    /// What a host reads in a folder that is put on it.
    Host {
        /// The file.
        file: HostFile,
        /// The folder it lies in.
        folder: Folder,
    },
}

/// Which builds a file belongs to: of one edition, of an audience, or of the whole site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One edition, an index into [`Site::editions`].
    Edition(usize),
    /// Every edition of an audience, an index into the campaign's audiences.
    Audience(usize),
    /// Every edition.
    Site,
}

/// A file that will be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is made from.
    pub recipe: Recipe,
    /// Which builds it belongs to.
    pub scope: Scope,
}

/// How an asset is made from the bytes of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Making {
    /// They go out as they are.
    AsIs,
    /// A picture, without what its file says besides.
    Cleaned,
    /// A picture as WebP of this width in pixels.
    Resized(u32),
}

/// A file that is copied, or made without a template when something refers to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The source it comes from.
    pub source: SourcePath,
    /// The bytes of its source.
    pub bytes: Arc<[u8]>,
    /// The digest of these.
    pub digest: Digest,
    /// How it is made from them.
    pub making: Making,
    /// The other assets that it refers to.
    pub references: Vec<Route>,
}

/// A picture in one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedPicture {
    /// Its path under `content/`.
    pub name: String,
    /// Its smaller copies: width and route, smallest first. None for what keeps its file.
    pub copies: Vec<(u32, Route)>,
}

/// What will be there and what it is made from.
#[derive(Clone, Debug)]
pub struct Site {
    /// Every edition, audience by audience.
    pub editions: Arc<Vec<EditionSite>>,
    /// Every file that is always there.
    pub entries: Arc<BTreeMap<Route, Entry>>,
    /// Files that are there when a rendered file refers to them.
    pub offered: BTreeMap<Route, Asset>,
    /// What is known of the offered files that are pictures, by the route of the whole picture.
    pub pictures: BTreeMap<Route, PlacedPicture>,
    /// Where the assets of the theme are, by audience (an index into the campaign's audiences) and
    /// name.
    pub theme_assets: Vec<BTreeMap<String, Route>>,
}

impl Site {
    /// The route that reads like this, if something is or may be there.
    pub fn find(&self, route: &str) -> Option<&Route> {
        let entry = self.entries.get_key_value(route).map(|(route, _)| route);
        entry.or_else(|| self.offered.get_key_value(route).map(|(route, _)| route))
    }
}
