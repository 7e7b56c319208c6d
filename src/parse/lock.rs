//! `translations.lock` → what each translation was made from.
//!
//! A line that cannot be read is told and passed over, and the rest counts: a lost entry makes a
//! translation look older than it is, never newer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::lock::{ANY, Lock, REVIEWED, Record, TIMES};
use crate::model::page::{Page, PageKey};
use crate::model::text::{Text, TextDigest};
use crate::parse::text;
use crate::rules;
use crate::source::{Source, SourcePath, Span};

/// What git writes around two versions of one place.
const CONFLICT: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// The size of the largest lock that is read. One of 10,000 pages of 40 texts has 19 megabytes.
const LIMIT: usize = 256 * 1024 * 1024;

/// What translations there are.
pub struct Known<'a> {
    /// The pages.
    pub pages: &'a BTreeMap<PageKey, Arc<Page>>,
    /// The folders of the languages' messages.
    pub folders: BTreeSet<SourcePath>,
}

/// Reads the file.
pub fn read(source: &Source) -> Diagnosed<Lines> {
    let mut faults = Vec::new();
    let text = text::read_within(LIMIT, source, None).split_into(&mut faults);
    let mut lines = Lines::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let entry = line.trim();
        let span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        if entry.is_empty() || entry.starts_with('#') {
            continue;
        }
        let place = Place::new(&source.path, span);
        if let Err(reason) = lines.read(entry, &place) {
            faults.push(broken(place, reason));
        }
    }
    Diagnosed::new(lines, faults)
}

/// What was read, of the translations that there are. What the file says of others is told, unless
/// a page was moved: then the record goes with it.
pub fn resolve(lines: &Lines, known: &Known<'_>) -> Diagnosed<Arc<Lock>> {
    let lost = lines.lock.paths().filter(|path| !known.has(path));
    let lost: Vec<SourcePath> = lost.cloned().collect();
    if lost.is_empty() {
        return Diagnosed::clean(Arc::clone(&lines.lock));
    }
    let mut lock = Lock::clone(&lines.lock);
    let mut lost: BTreeMap<SourcePath, Record> = lost
        .into_iter()
        .filter_map(|path| Some((path.clone(), lock.take(&path)?)))
        .collect();
    known.adopt(&mut lock, &mut lost);
    let places = lost.keys().filter_map(|path| lines.places.get(path));
    let faults = places
        .flatten()
        .map(|place| broken(place.clone(), "unknown-page"));
    Diagnosed::new(Arc::new(lock), faults.collect())
}

fn broken(place: Place, reason: &'static str) -> Diagnostic {
    Diagnostic::new(&rules::BROKEN_LOCK)
        .at(place)
        .with("reason", reason)
}

/// What the lines say, and where they say it.
#[derive(Debug, Default)]
pub struct Lines {
    lock: Arc<Lock>,
    places: BTreeMap<SourcePath, Vec<Place>>,
}

impl Lines {
    /// Takes one entry in, or says why not.
    fn read(&mut self, entry: &str, place: &Place) -> Result<(), &'static str> {
        if CONFLICT.iter().any(|mark| entry.starts_with(mark)) {
            return Err("conflict");
        }
        let (path, last) = entry.rsplit_once(' ').ok_or("line")?;
        let times = last
            .strip_prefix(TIMES)
            .and_then(|times| times.parse().ok());
        let times: Option<usize> = times.filter(|times| *times > 0 && *times < ANY);
        let (path, digest) = match times {
            Some(_) => path.rsplit_once(' ').ok_or("line")?,
            None => (path, last),
        };
        let digest = TextDigest::parse(digest).ok_or("line")?;
        let (path, is_reviewed) = match path.rsplit_once(' ') {
            Some((_, REVIEWED)) if times.is_some() => return Err("line"),
            Some((path, REVIEWED)) => (path, true),
            _ => (path, false),
        };
        let path = SourcePath::new(path);
        self.places
            .entry(path.clone())
            .or_default()
            .push(place.clone());
        let lock = Arc::make_mut(&mut self.lock);
        let mut record = lock.take(&path).unwrap_or_default();
        let is_new = match is_reviewed {
            true => record.reviewed.insert(digest),
            false => record.seen.insert(digest, times.unwrap_or(ANY)).is_none(),
        };
        lock.set(path, record);
        is_new.then_some(()).ok_or("duplicate")
    }
}

impl Known<'_> {
    fn has(&self, path: &SourcePath) -> bool {
        if self.folders.contains(path) {
            return true;
        }
        let folder = path.folder().strip_prefix("content").unwrap_or("/");
        let page = self
            .pages
            .get(&PageKey::new(folder.trim_start_matches('/')));
        page.is_some_and(|page| page.translations.iter().any(|own| own.path == *path))
    }

    /// Gives each translation without a record that of a lost file of its name, when most of its
    /// original stands there: the page was moved.
    fn adopt(&self, lock: &mut Lock, lost: &mut BTreeMap<SourcePath, Record>) {
        let pages = self.pages.values();
        let files = pages.flat_map(|page| page.translations.iter().map(|own| (&**page, own)));
        for (page, own) in files {
            let Some(original) = page.original_of(own) else {
                continue;
            };
            if lock.record(&own.path).is_some() {
                continue;
            }
            let is_namesake = |path: &&SourcePath| path.file_name() == own.path.file_name();
            let likeness = |path: &SourcePath| shared(&lost[path], original.texts());
            let nearest = lost
                .keys()
                .filter(is_namesake)
                .max_by_key(|path| likeness(path))
                .filter(|path| 2 * likeness(path) > original.texts().len())
                .cloned();
            if let Some(record) = nearest.and_then(|path| lost.remove(&path)) {
                lock.set(own.path.clone(), record);
            }
        }
    }
}

/// How many of these texts a translation was made from.
fn shared(record: &Record, texts: &[Text]) -> usize {
    let seen = texts.iter().filter(|text| record.times(text.digest) > 0);
    seen.count()
}
