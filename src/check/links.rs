//! Links: every one leads to something that its edition has.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::document::{Kind, Reading, Sought};
use crate::model::link::Resolution;
use crate::model::page::Translation;
use crate::model::site::{EditionPage, EditionSite, Site};
use crate::rules;
use crate::source::{Digest, Span};

/// A link that leads nowhere: where it stands and what it says, then in which editions.
type Broken = BTreeMap<(Place, &'static str, String), (&'static Rule, Vec<String>)>;

/// The links that lead nowhere, each once with all the editions in which it does.
pub fn check(campaign: &Campaign, site: &Site, memo: &Memo) -> Vec<Diagnostic> {
    let broken = Mutex::new(Broken::new());
    site.editions.par_iter().for_each(|edition| {
        let checker = Checker {
            campaign,
            edition,
            memo,
            ids: Mutex::new(BTreeMap::new()),
        };
        for (place, rule, destination) in edition.pages.iter().flat_map(|page| checker.page(page)) {
            let mut broken = broken
                .lock()
                .expect("no thread panics while it holds the lock");
            let found = broken
                .entry((place, rule.id, destination))
                .or_insert((rule, Vec::new()));
            found.1.push(edition.edition.to_string());
        }
    });
    let broken = broken
        .into_inner()
        .expect("no thread panics while it holds the lock");
    broken
        .into_iter()
        .map(|((place, _, destination), (rule, mut editions))| {
            editions.sort();
            Diagnostic::new(rule)
                .at(place)
                .with("destination", destination)
                .with("edition", editions.join(", "))
        })
        .collect()
}

type Finding = (Place, &'static Rule, String);

struct Checker<'a> {
    campaign: &'a Campaign,
    edition: &'a EditionSite,
    memo: &'a Memo,
    /// The ids of pages that something links into, so that each is worked out once.
    ids: Mutex<BTreeMap<usize, Arc<BTreeSet<String>>>>,
}

impl<'a> Checker<'a> {
    fn page(&self, page: &'a EditionPage) -> Vec<Finding> {
        let Some(translation) = self.campaign.translation(page) else {
            return Vec::new();
        };
        let links = self.memo.recall("links", self.inputs(translation), || {
            links_of(self.reading(translation))
        });
        links
            .iter()
            .filter_map(|link| {
                let rule = match link.is_image {
                    true => self.image(page, &link.destination),
                    false => self.link(page, &link.destination),
                };
                let place = Place::new(&translation.path, link.span);
                Some((place, rule?, link.destination.clone()))
            })
            .chain(self.own_image(page, translation))
            .collect()
    }

    /// The picture that stands for the page, when it is not there.
    fn own_image(&self, page: &EditionPage, translation: &'a Translation) -> Option<Finding> {
        let image = translation.front.image.as_ref()?;
        if let Resolution::Asset(_) = self.edition.resolve(&page.key, image) {
            return None;
        }
        let span = translation.front.spans.get("image").copied()?;
        Some((
            Place::new(&translation.path, span),
            &rules::MISSING_ASSET,
            image.clone(),
        ))
    }

    fn image(&self, page: &EditionPage, destination: &str) -> Option<&'static Rule> {
        match self.edition.resolve(&page.key, destination) {
            Resolution::Asset(_) => None,
            _ => Some(&rules::MISSING_ASSET),
        }
    }

    fn link(&self, page: &EditionPage, destination: &str) -> Option<&'static Rule> {
        let (target, fragment) = match self.edition.resolve(&page.key, destination) {
            Resolution::External if self.campaign.settings.owns(destination) => {
                return Some(&rules::OWN_ADDRESS);
            }
            Resolution::Missing if names_file(destination) => return Some(&rules::MISSING_ASSET),
            Resolution::Missing => return Some(&rules::BROKEN_LINK),
            Resolution::Page {
                page,
                fragment: Some(fragment),
            } => (page, fragment),
            Resolution::Fragment(fragment) => (*self.edition.index.get(&page.key)?, fragment),
            Resolution::Page { fragment: None, .. }
            | Resolution::Asset(_)
            | Resolution::External => return None,
        };
        let mut ids = self
            .ids
            .lock()
            .expect("no thread panics while it holds the lock");
        let known = ids.entry(target).or_insert_with(|| self.ids_of(target));
        // The theme may add ids of its own to what the text has; only those of the text are checked
        // on other pages, and the top of a page is always there.
        (!fragment.is_empty() && !known.contains(&fragment)).then_some(&rules::BROKEN_ANCHOR)
    }

    /// The ids of a page: those of its headings, and those that raw HTML or components were given.
    fn ids_of(&self, page: usize) -> Arc<BTreeSet<String>> {
        let Some(translation) = self.campaign.translation(&self.edition.pages[page]) else {
            return Arc::default();
        };
        self.memo.recall("ids", self.inputs(translation), || {
            self.reading(translation).ids()
        })
    }

    /// All that a reading depends on.
    fn inputs(&self, translation: &Translation) -> Digest {
        let audience = self.edition.edition.audience.as_str();
        Digest::of_all([translation.digest.as_bytes(), audience.as_bytes()])
    }

    fn reading(&self, translation: &'a Translation) -> Reading<'a> {
        translation
            .document()
            .for_audience(&self.edition.edition.audience)
    }
}

/// Whether a destination names a file rather than the folder of a page.
fn names_file(destination: &str) -> bool {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|extension| !extension.is_empty() && extension != "md")
}

/// A link or an image in a text.
pub(super) struct Link {
    /// Where it stands.
    pub span: Span,
    /// Where it leads.
    pub destination: String,
    /// Whether it is an image.
    pub is_image: bool,
}

/// The links and images of a text, those of its footnotes behind.
pub(super) fn links_of(reading: Reading<'_>) -> Vec<Link> {
    let footnotes = reading.footnotes();
    let in_footnotes = footnotes
        .iter()
        .flat_map(|(_, note)| reading.find_below(note, Sought::Address));
    reading
        .find(Sought::Address)
        .chain(in_footnotes)
        .filter_map(|node| match &node.kind {
            Kind::Link { destination, .. } | Kind::Image { destination, .. } => Some(Link {
                span: node.span,
                destination: destination.clone(),
                is_image: matches!(node.kind, Kind::Image { .. }),
            }),
            _ => None,
        })
        .collect()
}
