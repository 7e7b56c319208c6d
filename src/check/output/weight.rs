//! What a page costs: the bytes that travel, compressed as servers do it, and the files that a
//! browser asks for. The home of flate2.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::Mutex;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::Subject;
use crate::check::markup::Page;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::exit::Budget;
use crate::model::route::Route;
use crate::model::settings;
use crate::rules;
use crate::source::SourcePath;

/// The endings of files that servers compress.
const TEXTS: [&str; 7] = [".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"];

/// A file that a page shows.
pub struct Loaded {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The files that it shows in turn, such as the pictures of a style sheet.
    pub references: Vec<Route>,
}

/// What a page costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// The bytes that travel.
    pub bytes: usize,
    /// The files that a browser asks for.
    pub requests: usize,
}

impl Cost {
    /// Whether it is as cheap as it has to be.
    pub fn is_within(self, budget: Budget) -> bool {
        self.bytes <= budget.kilobytes * 1000
            && budget.requests.is_none_or(|most| self.requests <= most)
    }

    /// Its kilobytes, the started one counted.
    pub fn kilobytes(self) -> usize {
        self.bytes.div_ceil(1000)
    }
}

/// The weights of files that many pages show, each worked out once.
#[derive(Default)]
pub struct Weights {
    known: Mutex<BTreeMap<Route, (usize, Vec<Route>)>>,
}

impl Weights {
    /// What a page costs without its own bytes.
    pub fn of_resources(
        &self,
        subject: Subject<'_>,
        page: &Page,
        load: &dyn Fn(&Route) -> Option<Loaded>,
    ) -> Cost {
        let mut cost = Cost {
            bytes: 0,
            requests: 1,
        };
        let mut waiting: Vec<Route> = Vec::new();
        for resource in &page.resources {
            let targets = resource
                .candidates
                .iter()
                .filter_map(|address| subject.target(address));
            // Of several candidates a browser takes one: the heaviest, on a screen fine enough.
            let heaviest = targets.max_by_key(|route| self.weight(route, load).0);
            let is_foreign = resource
                .candidates
                .iter()
                .all(|address| !address.starts_with("data:"));
            match heaviest {
                Some(route) => waiting.push(route),
                None => cost.requests += usize::from(is_foreign),
            }
        }
        let mut seen: BTreeSet<Route> = BTreeSet::new();
        while let Some(route) = waiting.pop() {
            if seen.insert(route.clone()) {
                let (bytes, references) = self.weight(&route, load);
                cost.bytes += bytes;
                cost.requests += 1;
                waiting.extend(references);
            }
        }
        cost
    }

    fn weight(
        &self,
        route: &Route,
        load: &dyn Fn(&Route) -> Option<Loaded>,
    ) -> (usize, Vec<Route>) {
        let lock = || {
            self.known
                .lock()
                .expect("no thread panics while it holds the lock")
        };
        if let Some(known) = lock().get(route) {
            return known.clone();
        }
        let loaded = load(route);
        let weight = loaded.map_or((0, Vec::new()), |loaded| {
            let is_text = TEXTS.iter().any(|ending| route.as_str().ends_with(ending));
            let bytes = match is_text {
                true => compressed(&loaded.bytes),
                false => loaded.bytes.len(),
            };
            (bytes, loaded.references)
        });
        lock().insert(route.clone(), weight.clone());
        weight
    }
}

/// How many bytes a text is when a server has compressed it (gzip, at the level that nginx, Apache
/// and CDNs use or better).
pub fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_or(bytes.len(), |compressed| compressed.len())
}

/// Says that a page costs too much.
pub fn fault(subject: Subject<'_>, cost: Cost, budget: Budget) -> Diagnostic {
    let page = super::discretion::page_of(&subject);
    let place = page.and_then(|page| page.source.as_ref()).map_or_else(
        || {
            let span = subject
                .audience()
                .map_or_else(Default::default, |audience| audience.span);
            Place::new(&SourcePath::new(settings::PATH), span)
        },
        Place::start_of,
    );
    let most = budget
        .requests
        .map_or_else(|| "∞".to_owned(), |most| most.to_string());
    Diagnostic::new(&rules::OVERWEIGHT_PAGE)
        .at(place)
        .with("route", subject.route)
        .with("size", format!("{} kB", cost.kilobytes()))
        .with("budget", format!("{} kB", budget.kilobytes))
        .with("requests", cost.requests)
        .with("limit", most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_counts_bytes_and_requests() {
        let budget = Budget {
            kilobytes: 50,
            requests: Some(5),
        };
        let check = |bytes, requests, expected| {
            assert_eq!(Cost { bytes, requests }.is_within(budget), expected);
        };
        check(50_000, 5, true);
        check(50_001, 5, false);
        check(1, 6, false);
        let endless = Budget {
            requests: None,
            ..budget
        };
        assert!(
            Cost {
                bytes: 1,
                requests: 99
            }
            .is_within(endless)
        );
    }

    #[test]
    fn text_is_weighed_compressed() {
        let text = "the same words again and again. ".repeat(1000);
        assert!(compressed(text.as_bytes()) < 500);
        assert!(compressed(b"") < 30);
    }
}
