//! The board: pages × editions, and how each stands. What the workbench shows besides pages.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::desk::{Desk, Preview, count};
use crate::compile::Compiled;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::board::{Standings, standings};
use crate::model::exit::Navigation;
use crate::model::page::{Page, PageKey};
use crate::model::site::{EditionPage, EditionSite};
use crate::model::state::{State, absence};
use crate::source::{Digest, SourcePath};
use crate::world::report::{Card, Voice, cards};

/// The most diagnostics that a browser is sent: nobody mends more at once.
const MOST: usize = 500;

/// Everything the workbench shows, at one moment.
#[derive(Serialize)]
pub struct Board {
    revision: u64,
    settled: bool,
    usable: bool,
    watching: &'static str,
    reason: String,
    editions: Vec<Column>,
    /// The digest of the pages.
    rows: String,
    /// The pages; none when whoever asks has them already.
    pages: Option<Vec<Row>>,
    diagnostics: Vec<Card>,
    total: usize,
    errors: usize,
    warnings: usize,
    changed: Vec<String>,
}

#[derive(Serialize)]
struct Column {
    name: String,
    audience: String,
    locale: String,
    direction: &'static str,
    home: String,
    exit: Option<Exit>,
}

/// What the exit control of an edition does.
#[derive(Serialize)]
struct Exit {
    /// Where it leads.
    url: String,
    /// Whether the whole visit is one entry in the tab's history.
    single_entry: bool,
}

#[derive(Serialize)]
struct Row {
    key: String,
    title: String,
    /// The locale of the original.
    source: Option<String>,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    status: Status,
    url: Option<String>,
    source: Option<String>,
    errors: usize,
    warnings: usize,
}

/// How a page stands in an edition.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Status {
    /// There, and it is the original.
    There,
    /// There, translated by a person.
    Translated,
    /// There, and read by a second person.
    Reviewed,
    /// There, as a machine made it.
    Machine,
    /// There, but older than its original.
    Outdated,
    /// The original stands in for a translation that is missing.
    Original,
    /// There should be a translation and is none.
    Missing,
    /// There is no translation, and its author meant it so.
    LeftOut,
    /// Its author did not mean it for this edition, or not yet.
    Absent,
}

/// The board of a preview, for one who has the pages of this digest already: most changes leave them
/// as they are, and there may be thousands.
pub fn board(desk: &Desk, preview: &Preview, voice: &Voice, known: Option<&str>) -> Board {
    let faults = preview.all_faults();
    let counts = Counts::of(&faults);
    let shown = &faults[..faults.len().min(MOST)];
    let (watching, reason) = desk
        .watching
        .read()
        .expect("no thread panics while it holds the lock")
        .clone();
    let site = preview.compiled.as_deref();
    let pages = site.map(|compiled| rows(compiled, &counts));
    let pages = pages.unwrap_or_default();
    let text = serde_json::to_vec(&pages).expect("texts, numbers and lists have a form in JSON");
    let digest = Digest::of(&text).to_string();
    Board {
        revision: preview.revision,
        settled: preview.swept.is_complete,
        usable: !faults.iter().any(is_about_settings),
        watching,
        reason,
        editions: site.map(columns).unwrap_or_default(),
        pages: Some(pages).filter(|_| known != Some(digest.as_str())),
        rows: digest,
        diagnostics: cards(shown, &preview.snapshot, voice),
        total: faults.len(),
        errors: count(&faults, Severity::Error),
        warnings: count(&faults, Severity::Warning),
        changed: preview
            .swept
            .changed
            .iter()
            .take(MOST)
            .map(|route| route.permalink(""))
            .collect(),
    }
}

fn is_about_settings(fault: &Diagnostic) -> bool {
    fault.severity == Severity::Error
        && fault
            .place
            .as_ref()
            .is_some_and(|place| place.path.as_str() == crate::model::settings::PATH)
}

/// Errors and warnings by source.
struct Counts(BTreeMap<SourcePath, (usize, usize)>);

impl Counts {
    fn of(faults: &[Diagnostic]) -> Self {
        let mut counts: BTreeMap<SourcePath, (usize, usize)> = BTreeMap::new();
        for fault in faults {
            let Some(place) = &fault.place else { continue };
            let count = counts.entry(place.path.clone()).or_default();
            match fault.severity {
                Severity::Error => count.0 += 1,
                Severity::Warning => count.1 += 1,
                Severity::Note => {}
            }
        }
        Self(counts)
    }

    fn get(&self, path: Option<&SourcePath>) -> (usize, usize) {
        path.and_then(|path| self.0.get(path).copied())
            .unwrap_or_default()
    }
}

fn columns(compiled: &Compiled) -> Vec<Column> {
    let column = |edition: &EditionSite| Column {
        name: edition.edition.to_string(),
        audience: edition.edition.audience.to_string(),
        locale: edition.edition.locale.to_string(),
        direction: compiled
            .campaign
            .settings
            .locale(&edition.edition.locale)
            .direction
            .as_str(),
        home: edition.pages[0].route.permalink(""),
        exit: exit(compiled, edition),
    };
    compiled.site.editions.iter().map(column).collect()
}

fn exit(compiled: &Compiled, edition: &EditionSite) -> Option<Exit> {
    let audience = &compiled.campaign.settings.audiences[edition.audience];
    let exit = audience.exit.as_ref()?;
    let target = exit.targets.get(&edition.edition.locale)?;
    Some(Exit {
        url: target.url.clone(),
        single_entry: exit.navigation == Navigation::SingleEntry,
    })
}

fn rows(compiled: &Compiled, counts: &Counts) -> Vec<Row> {
    let keys: BTreeSet<&PageKey> = compiled
        .campaign
        .pages
        .keys()
        .chain(
            compiled
                .site
                .editions
                .iter()
                .flat_map(|edition| edition.index.keys()),
        )
        .collect();
    let standings = standings(&compiled.campaign);
    keys.into_iter()
        .map(|key| {
            let page = compiled.campaign.pages.get(key).map(AsRef::as_ref);
            let cells = compiled.site.editions.iter();
            Row {
                key: key.to_string(),
                title: page.map(title).unwrap_or_default(),
                source: page.map(|page| page.source.to_string()),
                cells: cells
                    .map(|edition| cell(edition, key, page, &standings, counts))
                    .collect(),
            }
        })
        .collect()
}

fn title(page: &Page) -> String {
    let original = page
        .translations
        .iter()
        .find(|translation| translation.locale == page.source && translation.variant.is_none());
    original
        .or(page.translations.first())
        .map(|translation| translation.front.title.clone())
        .unwrap_or_default()
}

fn cell(
    edition: &EditionSite,
    key: &PageKey,
    page: Option<&Page>,
    standings: &Standings<'_>,
    counts: &Counts,
) -> Cell {
    let there = edition.page(key);
    let source = there.and_then(|page| page.source.clone());
    let (errors, warnings) = counts.get(source.as_ref());
    Cell {
        status: status(edition, there, page, standings),
        url: there.map(|page| page.route.permalink("")),
        source: source.map(|path| path.to_string()),
        errors,
        warnings,
    }
}

fn status(
    edition: &EditionSite,
    there: Option<&EditionPage>,
    page: Option<&Page>,
    standings: &Standings<'_>,
) -> Status {
    let (locale, audience) = (&edition.edition.locale, &edition.edition.audience);
    match (there, page) {
        (Some(there), _) if there.written_in == *locale => written(there, standings),
        (Some(_), _) => Status::Original,
        // Readers of this audience get it in its own language, so it should be there in theirs.
        (None, Some(page))
            if page.translation(locale, audience).is_none()
                && let Some(original) = page.translation(&page.source, audience) =>
        {
            match absence(original) {
                State::Absent => Status::LeftOut,
                _ => Status::Missing,
            }
        }
        (None, _) => Status::Absent,
    }
}

/// How a page stands that is there in the edition's language.
fn written(there: &EditionPage, standings: &Standings<'_>) -> Status {
    let standing = there.source.as_ref().and_then(|path| standings.get(path));
    match standing.map(|standing| standing.state) {
        Some(State::Outdated) => Status::Outdated,
        Some(State::Machine) => Status::Machine,
        Some(State::Reviewed) => Status::Reviewed,
        Some(State::Translated | State::Draft) => Status::Translated,
        _ => Status::There,
    }
}
