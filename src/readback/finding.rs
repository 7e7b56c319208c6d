//! Findings: what a readback has to say, each thing once, however many files it is in.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::Place;
use crate::readback::atlas::FileId;

/// Something that is wrong in the output.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The id of the rule that was broken.
    pub rule: &'static str,
    /// What kind of fault of this rule: a word that messages select on.
    pub reason: &'static str,
    /// What it is about: a number, an address, a text.
    pub what: String,
    /// A number that is no fault where somebody typed it in a source as it stands here: there it was
    /// judged, where it can be told from the number of a case, a law or a book.
    pub unless_typed: Option<String>,
    /// Where it is written, if that is known already.
    pub place: Option<Place>,
}

impl Finding {
    /// A finding of which nothing else is known.
    pub fn new(rule: &'static str, reason: &'static str, what: String) -> Self {
        Self {
            rule,
            reason,
            what,
            unless_typed: None,
            place: None,
        }
    }
}

/// Where a finding was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrences {
    /// The first file in the order of the atlas.
    pub first: FileId,
    /// How many more there are.
    pub others: usize,
}

/// All that was found so far, by any number of threads.
#[derive(Debug, Default)]
pub struct Findings {
    found: Mutex<BTreeMap<Finding, Occurrences>>,
}

impl Findings {
    /// Takes what was found in one file, in which each thing counts once.
    pub fn take(&self, file: FileId, mut findings: Vec<Finding>) {
        if findings.is_empty() {
            return;
        }
        findings.sort();
        findings.dedup();
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        for finding in findings {
            found
                .entry(finding)
                .and_modify(|known| {
                    known.first = known.first.min(file);
                    known.others += 1;
                })
                .or_insert(Occurrences {
                    first: file,
                    others: 0,
                });
        }
    }

    /// Everything, in the order of rule and reason.
    pub fn into_inner(self) -> BTreeMap<Finding, Occurrences> {
        self.found
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
