//! Links: every one leads to something that its edition has.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::campaign::Campaign;
use crate::model::document::{Kind, Node, Reading};
use crate::model::link::Resolution;
use crate::model::page::Translation;
use crate::model::site::{EditionPage, EditionSite, Site};
use crate::rules;

/// A link that leads nowhere: where it stands and what it says, then in which editions.
type Broken = BTreeMap<(Place, &'static str, String), (&'static Rule, Vec<String>)>;

/// The links that lead nowhere, each once with all the editions in which it does.
pub fn check(campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    let broken = Mutex::new(Broken::new());
    site.editions.par_iter().for_each(|edition| {
        let checker = Checker {
            campaign,
            edition,
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
    /// The ids of pages that something links into, so that each is worked out once.
    ids: Mutex<BTreeMap<usize, BTreeSet<String>>>,
}

impl<'a> Checker<'a> {
    fn page(&self, page: &'a EditionPage) -> Vec<Finding> {
        let Some(translation) = self.translation(page) else {
            return Vec::new();
        };
        let reading = self.reading(translation);
        let image = self.image(page, translation);
        let footnotes = reading.footnotes();
        let in_footnotes = footnotes
            .iter()
            .flat_map(|(_, note)| reading.descendants_of(note));
        reading
            .descendants()
            .chain(in_footnotes)
            .filter_map(|node| {
                let (rule, destination) = self.node(page, node)?;
                Some((
                    Place::new(&translation.path, node.span),
                    rule,
                    destination.to_owned(),
                ))
            })
            .chain(image)
            .collect()
    }

    /// The picture that stands for the page, when it is not there.
    fn image(&self, page: &EditionPage, translation: &'a Translation) -> Option<Finding> {
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

    fn node(&self, page: &EditionPage, node: &'a Node) -> Option<(&'static Rule, &'a str)> {
        match &node.kind {
            Kind::Link { destination, .. } => Some((self.link(page, destination)?, destination)),
            Kind::Image { destination, .. } => match self.edition.resolve(&page.key, destination) {
                Resolution::Asset(_) => None,
                _ => Some((&rules::MISSING_ASSET, destination)),
            },
            _ => None,
        }
    }

    fn link(&self, page: &EditionPage, destination: &str) -> Option<&'static Rule> {
        let (target, fragment) = match self.edition.resolve(&page.key, destination) {
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
    fn ids_of(&self, page: usize) -> BTreeSet<String> {
        let Some(translation) = self.translation(&self.edition.pages[page]) else {
            return BTreeSet::new();
        };
        let reading = self.reading(translation);
        let headings = reading.headings().into_iter().map(|heading| heading.id);
        headings
            .chain(reading.descendants().flat_map(ids_of_node))
            .collect()
    }

    fn reading(&self, translation: &'a Translation) -> Reading<'a> {
        translation
            .document
            .for_audience(&self.edition.edition.audience)
    }

    fn translation(&self, page: &EditionPage) -> Option<&'a Translation> {
        let path = page.source.as_ref()?;
        self.campaign
            .pages
            .get(&page.key)?
            .translations
            .iter()
            .find(|translation| translation.path == *path)
    }
}

/// Whether a destination names a file rather than the folder of a page.
fn names_file(destination: &str) -> bool {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|extension| !extension.is_empty() && extension != "md")
}

fn ids_of_node(node: &Node) -> Vec<String> {
    use crate::model::document::Literal;
    match &node.kind {
        Kind::Component(component) => component
            .arguments
            .iter()
            .filter(|argument| argument.name == "id")
            .filter_map(|argument| match &argument.value {
                Literal::String(id) => Some(id.clone()),
                _ => None,
            })
            .collect(),
        Kind::Element { attributes, .. } => attributes
            .iter()
            .filter(|(name, _)| *name == "id")
            .map(|(_, id)| id.clone())
            .collect(),
        _ => Vec::new(),
    }
}
