//! The output as it was rendered: what a page costs, and what a discreet page shows to whoever
//! looks at the tab, the history or the address. What a template or a message puts there is in no
//! source of the page, so only its bytes can tell.

mod discretion;
mod weight;

use std::collections::BTreeMap;

use crate::check::discreet::{self, Words};
use crate::check::markup::Page;
use crate::diagnostic::Diagnostic;
use crate::model::audience::Audience;
use crate::model::campaign::Campaign;
use crate::model::exit::Budget;
use crate::model::link::{below, path_of};
use crate::model::route::Route;
use crate::model::site::{EditionSite, Entry, Scope, Site};
use crate::rules;

pub use weight::{Cost, Loaded, Weights};

/// A rendered page and what it belongs to.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its site.
    pub site: &'a Site,
    /// Where the page is.
    pub route: &'a Route,
    /// What it is made from.
    pub entry: &'a Entry,
}

impl<'a> Subject<'a> {
    /// The page at `route`; none when there is nothing, or something that is no page.
    pub fn new(campaign: &'a Campaign, site: &'a Site, route: &'a Route) -> Option<Self> {
        let entry = site.entries.get(route)?;
        route.as_str().ends_with(".html").then_some(Self {
            campaign,
            site,
            route,
            entry,
        })
    }

    /// The edition that it belongs to.
    pub fn edition(&self) -> Option<&'a EditionSite> {
        match self.entry.scope {
            Scope::Edition(index) => self.site.editions.get(index),
            Scope::Audience(_) | Scope::Site => None,
        }
    }

    /// The audience that it belongs to.
    pub fn audience(&self) -> Option<&'a Audience> {
        let index = match self.entry.scope {
            Scope::Edition(index) => self.site.editions.get(index)?.audience,
            Scope::Audience(index) => index,
            Scope::Site => return None,
        };
        self.campaign.settings.audiences.get(index)
    }

    /// The file of the output that an address on this page means; none when it means none.
    pub fn target(&self, address: &str) -> Option<Route> {
        let path = address.split(['#', '?']).next().unwrap_or_default();
        let has_scheme = address
            .split('/')
            .next()
            .is_some_and(|start| start.contains(':'));
        if path.is_empty() || has_scheme || path.starts_with("//") {
            return None;
        }
        let mut parts: Vec<&str> = match path.strip_prefix('/') {
            Some(_) => self.rooted(path)?,
            None => self.route.folder().split('/').collect(),
        };
        if !path.starts_with('/') {
            parts.extend(path.split('/'));
        }
        let mut folders: Vec<&str> = Vec::new();
        for part in parts {
            match part {
                "" | "." => {}
                ".." => drop(folders.pop()?),
                part if Route::is_safe_part(part) => folders.push(part),
                _ => return None,
            }
        }
        if path.ends_with('/') || folders.is_empty() {
            folders.push("index.html");
        }
        Some(Route::new(folders))
    }

    /// The parts of a path that begins at the root of the host.
    fn rooted<'b>(&self, path: &'b str) -> Option<Vec<&'b str>>
    where
        'a: 'b,
    {
        let base_url = &self.campaign.settings.base_url;
        let (base, slug) = match self.audience() {
            Some(audience) => (path_of(&audience.base_url), audience.slug.as_str()),
            None => (path_of(base_url), ""),
        };
        if let Some(rest) = path
            .strip_prefix(&base)
            .filter(|rest| rest.starts_with('/'))
        {
            return Some(slug.split('/').chain(rest.split('/')).collect());
        }
        let rest = path.strip_prefix(&path_of(base_url))?;
        Some(rest.split('/').collect())
    }
}

/// Looks at pages, and remembers what they have in common.
#[derive(Default)]
pub struct Inspector {
    weights: Weights,
    by_language: BTreeMap<String, Option<Words>>,
    of_all: Words,
}

impl Inspector {
    /// An inspector for the pages of `campaign`.
    pub fn new(campaign: &Campaign) -> Self {
        let locales = campaign.settings.locales.iter();
        Self {
            weights: Weights::default(),
            by_language: locales
                .map(|locale| locale.tag.language())
                .map(|language| (language.to_owned(), discreet::words_of(language)))
                .collect(),
            of_all: discreet::words_of_all(),
        }
    }

    /// What is wrong with a page. `load` gives the files that it shows.
    pub fn inspect(
        &self,
        subject: Subject<'_>,
        bytes: &[u8],
        load: &dyn Fn(&Route) -> Option<Loaded>,
    ) -> Vec<Diagnostic> {
        let Some(audience) = subject.audience() else {
            return Vec::new();
        };
        if audience.budget.is_none() && !audience.discreet {
            return Vec::new();
        }
        let html = String::from_utf8_lossy(bytes);
        let page = Page::read(&html);
        let mut faults = Vec::new();
        if let Some(budget) = audience.budget {
            faults.extend(self.overweight(subject, bytes, &page, budget, load));
        }
        if audience.discreet {
            faults.extend(discretion::check(subject, &page, self));
        }
        faults
    }

    /// What a page costs with everything it shows.
    pub fn cost(
        &self,
        subject: Subject<'_>,
        bytes: &[u8],
        page: &Page,
        load: &dyn Fn(&Route) -> Option<Loaded>,
    ) -> Cost {
        let mut cost = self.weights.of_resources(subject, page, load);
        cost.bytes += weight::compressed(bytes);
        cost
    }

    /// How many words a page of a discreet audience shows that tell its subject.
    pub fn topic_words(&self, subject: Subject<'_>, bytes: &[u8]) -> usize {
        let page = Page::read(&String::from_utf8_lossy(bytes));
        let faults = discretion::check(subject, &page, self);
        let is_word = |fault: &&Diagnostic| fault.rule.id == rules::TOPIC_WORD.id;
        faults.iter().filter(is_word).count()
    }

    /// The words of a language; none when nobody has listed them.
    pub fn words(&self, language: &str) -> Option<&Words> {
        self.by_language.get(language)?.as_ref()
    }

    /// The words of every language.
    pub fn words_of_all(&self) -> &Words {
        &self.of_all
    }

    fn overweight(
        &self,
        subject: Subject<'_>,
        bytes: &[u8],
        page: &Page,
        budget: Budget,
        load: &dyn Fn(&Route) -> Option<Loaded>,
    ) -> Option<Diagnostic> {
        let shown = self.weights.of_resources(subject, page, load);
        // Most pages are light enough as they are, and need not be compressed to tell.
        let uncompressed = Cost {
            bytes: shown.bytes + bytes.len(),
            ..shown
        };
        if uncompressed.is_within(budget) {
            return None;
        }
        let cost = Cost {
            bytes: shown.bytes + weight::compressed(bytes),
            ..shown
        };
        (!cost.is_within(budget)).then(|| weight::fault(subject, cost, budget))
    }
}

/// The part of a route that is this page's own: the last folder, or the name of the file.
pub fn own_part(subject: &Subject<'_>) -> String {
    let slug = subject.audience().map_or("", |audience| &audience.slug);
    let path = below(subject.route, slug);
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    path.rsplit('/').next().unwrap_or(path).to_owned()
}
