//! The record of what was published, for whoever wants to compare.

use std::collections::BTreeMap;
use std::path::Path;

use super::destination::Destination;
use super::error::{Change, PublishError};
use super::inspection::Inspection;
use super::ledger::Ledger;
use super::manifest::{Entry, Manifest, Permits};
use super::{Durability, Target};
use crate::source::Digest;

/// A published site as it was written: the path of each file, and what it held.
#[derive(Clone, Debug)]
pub struct Record(Manifest);

/// How a folder differs from what was published. Paths are relative, with `/`, and in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Files that hold something else, and what has taken the place of a file or folder.
    pub altered: Vec<String>,
    /// Files that are not there.
    pub missing: Vec<String>,
    /// What is there and was not published.
    pub foreign: Vec<String>,
}

impl Record {
    /// What was last published to a target; none when nothing ever was. Reads, never writes.
    ///
    /// # Errors
    /// When the target is no folder to publish to, or the record cannot be read.
    pub fn of(target: &Target) -> Result<Option<Self>, PublishError> {
        let destination = Destination::resolve(target)?;
        let manifest = Ledger::new(&destination, Durability::Fast).published()?;
        Ok(manifest.map(Self))
    }

    /// The files that `is_meant`, by the paths that it gives them.
    #[must_use]
    pub fn part(&self, is_meant: impl Fn(&str) -> Option<String>) -> Self {
        let files: BTreeMap<String, Entry> = self
            .0
            .files
            .iter()
            .filter_map(|(path, entry)| Some((is_meant(path)?, entry.clone())))
            .collect();
        Self(Manifest::new(self.0.output.clone(), files))
    }

    /// The paths of all files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.files.keys().map(String::as_str)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.0.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.files.is_empty()
    }

    /// How many bytes were written to the file at a path; none to what was not published.
    pub fn size(&self, path: &str) -> u64 {
        self.0.files.get(path).map_or(0, |entry| entry.size)
    }

    /// Whether just these bytes were written there.
    pub fn holds(&self, path: &str, bytes: &[u8]) -> bool {
        let entry = Entry::new(bytes.len() as u64, Digest::of(bytes));
        self.0.files.get(path) == Some(&entry)
    }

    /// How `folder` differs from what was published.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn differences(&self, folder: &Path) -> Result<Differences, PublishError> {
        let permits = Permits::new([self.0.clone()]);
        let found = Inspection::of(folder, &permits)?;
        let (altered, foreign): (Vec<_>, Vec<_>) = found
            .foreign
            .into_iter()
            .partition(|file| file.change == Change::Edited);
        let paths = |files: Vec<super::ForeignFile>| -> Vec<String> {
            files.into_iter().map(|file| file.path).collect()
        };
        let altered = paths(altered);
        let missing = self
            .paths()
            .filter(|path| !found.files.contains_key(*path))
            .filter(|path| altered.iter().all(|other| other != path))
            .map(str::to_owned)
            .collect();
        Ok(Differences {
            altered,
            missing,
            foreign: paths(foreign),
        })
    }
}
