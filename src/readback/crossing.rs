//! What cannot be told from one file alone: whether what it links to is there.
//!
//! Of each file only the ids of its elements are kept, as hashes, and of all links only each
//! target once, so that memory does not grow with the number of links.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::model::site::Site;
use crate::readback::atlas::{Atlas, FileId, Owner};
use crate::readback::finding::{Finding, Findings};
use crate::readback::inspector::Account;
use crate::readback::keys::Table;
use crate::rules;

/// The file of no link.
const NOBODY: u32 = u32::MAX;

/// A link to a part of another file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// The file.
    pub file: FileId,
    /// The id in it.
    pub id: String,
}

/// The pages of one title.
#[derive(Clone, Copy, Debug)]
struct Titled {
    first: FileId,
    count: usize,
}

/// What files say of each other.
#[derive(Debug)]
pub struct Crossing {
    /// For each file, the first that links to it.
    referrers: Vec<AtomicU32>,
    /// The files that were read, with the ids of their elements.
    read: Mutex<Table<FileId, Box<[u64]>>>,
    anchors: Mutex<BTreeMap<Anchor, FileId>>,
    /// The titles of pages that must differ, by edition, with the first and second that have each.
    titles: Mutex<BTreeMap<(usize, String), Titled>>,
    /// The numbers that each file dials, in their order.
    dialled: Mutex<BTreeMap<FileId, String>>,
}

impl Crossing {
    /// For so many files.
    pub fn new(files: usize) -> Self {
        Self {
            referrers: (0..files).map(|_| AtomicU32::new(NOBODY)).collect(),
            read: Mutex::default(),
            anchors: Mutex::default(),
            titles: Mutex::default(),
            dialled: Mutex::default(),
        }
    }

    /// A file was read.
    pub fn arrive(&self, file: FileId, owner: Owner, mut account: Account) {
        for to in account.links {
            let first = &self.referrers[to as usize];
            // Most links are to pages that everybody links to: reading is cheaper than writing.
            if file < first.load(Ordering::Relaxed) {
                first.fetch_min(file, Ordering::Relaxed);
            }
        }
        account.ids.sort_unstable();
        locked(&self.read).insert(file, account.ids.into());
        if !account.anchors.is_empty() {
            let mut known = locked(&self.anchors);
            for anchor in account.anchors {
                let first = known.entry(anchor).or_insert(file);
                *first = file.min(*first);
            }
        }
        if let (Some(title), Some(edition)) = (account.title, owner.edition) {
            let mut titles = locked(&self.titles);
            let titled = titles.entry((edition, title)).or_insert(Titled {
                first: file,
                count: 0,
            });
            titled.first = titled.first.min(file);
            titled.count += 1;
        }
        if !account.dialled.is_empty() {
            account.dialled.sort_unstable();
            locked(&self.dialled).insert(file, account.dialled.join(" "));
        }
    }

    /// Tells which files and parts of files are linked to and not there.
    pub fn conclude(self, atlas: &Atlas, site: &Site, findings: &Findings) {
        let read = unlocked(self.read);
        for (file, referrer) in self.referrers.iter().enumerate() {
            let (file, referrer) = (file as FileId, referrer.load(Ordering::Relaxed));
            if read.contains_key(&file) || !atlas.is_selected(file) {
                continue;
            }
            let what = atlas.route(file).to_string();
            match referrer {
                NOBODY if atlas.is_offered(file) => {}
                // Nobody links to it, and still it was to be there.
                NOBODY => findings.take(file, vec![broken("unwritten", what)]),
                referrer => findings.take(referrer, vec![broken("missing", what)]),
            }
        }
        for (anchor, from) in unlocked(self.anchors) {
            let has_it = read
                .get(&anchor.file)
                .is_none_or(|ids| ids.binary_search(&id_hash(&anchor.id)).is_ok());
            if !has_it {
                let what = format!("{}#{}", atlas.route(anchor.file), anchor.id);
                findings.take(from, vec![broken("anchor", what)]);
            }
        }
        for ((_, title), titled) in unlocked(self.titles) {
            let finding = Finding::new(rules::REPEATED_TITLE.id, "title", title);
            if titled.count > 1 {
                (0..titled.count).for_each(|_| findings.take(titled.first, vec![finding.clone()]));
            }
        }
        compare_numbers(&unlocked(self.dialled), &read, atlas, site, findings);
    }
}

fn locked<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

fn unlocked<T>(value: Mutex<T>) -> T {
    value.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// A page must offer the same numbers, as often, in each language of its audience.
fn compare_numbers(
    dialled: &BTreeMap<FileId, String>,
    read: &Table<FileId, Box<[u64]>>,
    atlas: &Atlas,
    site: &Site,
    findings: &Findings,
) {
    for edition in site.editions.iter() {
        for page in &edition.pages {
            let Some(file) = atlas.find(page.route.as_str()) else {
                continue;
            };
            let others = page.alternates.iter().map(|alternate| &alternate.route);
            let others = others.filter_map(|route| atlas.find(route.as_str()));
            // Each pair is looked at once, from the file that comes first.
            for other in others.filter(|other| *other > file) {
                let is_known = read.contains_key(&file) && read.contains_key(&other);
                if is_known && dialled.get(&file) != dialled.get(&other) {
                    let what = atlas.route(other).to_string();
                    let finding = Finding::new(rules::NUMBERS_DIFFER.id, "languages", what);
                    findings.take(file, vec![finding]);
                }
            }
        }
    }
}

fn broken(reason: &'static str, what: String) -> Finding {
    Finding::new(rules::OUTPUT_LINK.id, reason, what)
}

/// The hash of an id: every byte counts.
pub fn id_hash(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
