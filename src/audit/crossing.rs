//! What cannot be told from one file alone: whether what it links to is there.
//!
//! Of each file only the ids of its elements are kept, as hashes, and of all links only each
//! target once, so that memory does not grow with the number of links.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::audit::atlas::{Atlas, FileId};
use crate::audit::finding::{Finding, Findings};
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
    read: Mutex<HashMap<FileId, Box<[u64]>>>,
    anchors: Mutex<BTreeMap<Anchor, FileId>>,
    /// The titles of pages that must differ, by edition, with the first and second that have each.
    titles: Mutex<BTreeMap<(usize, String), Titled>>,
}

impl Crossing {
    /// For so many files.
    pub fn new(files: usize) -> Self {
        Self {
            referrers: (0..files).map(|_| AtomicU32::new(NOBODY)).collect(),
            read: Mutex::default(),
            anchors: Mutex::default(),
            titles: Mutex::default(),
        }
    }

    /// A file links to another.
    pub fn link(&self, from: FileId, to: FileId) {
        self.referrers[to as usize].fetch_min(from, Ordering::Relaxed);
    }

    /// A file was read: the ids in it, and its links to parts of others.
    pub fn arrive(&self, file: FileId, ids: &[u64], anchors: Vec<Anchor>) {
        let mut ids: Vec<u64> = ids.to_vec();
        ids.sort_unstable();
        self.read
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(file, ids.into());
        if anchors.is_empty() {
            return;
        }
        let mut known = self.anchors.lock().unwrap_or_else(PoisonError::into_inner);
        for anchor in anchors {
            let first = known.entry(anchor).or_insert(file);
            *first = file.min(*first);
        }
    }

    /// A page of an edition has this title.
    pub fn title(&self, edition: usize, title: String, file: FileId) {
        let mut titles = self.titles.lock().unwrap_or_else(PoisonError::into_inner);
        let titled = titles.entry((edition, title)).or_insert(Titled {
            first: file,
            count: 0,
        });
        titled.first = titled.first.min(file);
        titled.count += 1;
    }

    /// Tells which files and parts of files are linked to and not there.
    pub fn conclude(self, atlas: &Atlas, findings: &Findings) {
        let read = self
            .read
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
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
        let titles = self.titles.into_inner();
        for ((_, title), titled) in titles.unwrap_or_else(PoisonError::into_inner) {
            if titled.count > 1 {
                let finding = Finding {
                    rule: rules::REPEATED_TITLE.id,
                    reason: "title",
                    what: title,
                    place: None,
                };
                (0..titled.count).for_each(|_| findings.take(titled.first, vec![finding.clone()]));
            }
        }
        let anchors = self
            .anchors
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        for (anchor, from) in anchors {
            let has_it = read
                .get(&anchor.file)
                .is_none_or(|ids| ids.binary_search(&id_hash(&anchor.id)).is_ok());
            if !has_it {
                let what = format!("{}#{}", atlas.route(anchor.file), anchor.id);
                findings.take(from, vec![broken("anchor", what)]);
            }
        }
    }
}

fn broken(reason: &'static str, what: String) -> Finding {
    Finding {
        rule: rules::OUTPUT_LINK.id,
        reason,
        what,
        place: None,
    }
}

/// The hash of an id: every byte counts.
pub fn id_hash(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
