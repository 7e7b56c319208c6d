//! A look at a folder: which of its files campaign wrote, just as they are, and what is foreign.
//!
//! Every file that a manifest lists is read and digested, each time: a size and a time are no
//! proof, since restoring a cache or a deployment changes times and an edit can keep both. Only
//! what an inspection found to be ours is ever linked or removed, and only while it still is.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::error::{Action, Change, ForeignFile, PublishError, during};
use super::manifest::{Entry, Permits};
use super::system::{self, Kind, Stamp, Unread};
use crate::source::Digest;

/// What lies in a folder.
#[derive(Debug, Default)]
pub(super) struct Inspection {
    /// Our files by their paths, with `/`.
    pub files: BTreeMap<String, Found>,
    /// Our folders, each after the one it lies in.
    folders: Vec<String>,
    /// What is not ours.
    pub foreign: Vec<ForeignFile>,
}

/// A file that is ours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// By which it is known again.
    pub stamp: Stamp,
    /// How many bytes it holds.
    pub size: u64,
    /// The digest of these.
    pub digest: Digest,
}

/// Whether all of a folder could be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remains {
    /// It is gone.
    Nothing,
    /// Something in it is not ours to remove, or would not go.
    Something,
}

impl Inspection {
    /// Looks at all that lies in `folder`. A missing folder holds nothing.
    pub fn of(folder: &Path, permits: &Permits) -> Result<Self, PublishError> {
        let mut inspection = Self::default();
        let mut files = Vec::new();
        for (path, kind) in list(folder)? {
            match kind {
                Kind::File if permits.names(&path) => files.push(path),
                Kind::Folder if permits.holds_folder(&path) => inspection.folders.push(path),
                _ => inspection.foreign.push(foreign(path, permits)),
            }
        }
        let judged: Vec<_> = files
            .into_par_iter()
            .map(|path| judge(folder, &path, permits).map(|found| (path, found)))
            .collect::<Result<_, _>>()?;
        for (path, found) in judged {
            match found {
                Some(found) => drop(inspection.files.insert(path, found)),
                None => inspection.foreign.push(foreign(path, permits)),
            }
        }
        inspection.foreign.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(inspection)
    }

    /// What has been added or changed in `folder` since it was looked at.
    pub fn changes(&self, folder: &Path) -> Result<Vec<ForeignFile>, PublishError> {
        let listed = list(folder)?;
        let changes = listed.into_par_iter().filter_map(|(path, kind)| {
            let change = match (kind, self.files.get(&path)) {
                (Kind::File, Some(found)) if found.is_like(&folder.join(&path)) => return None,
                (Kind::Folder, _) if self.has_folder(&path) => return None,
                (_, Some(_)) => Change::Edited,
                (_, None) => Change::Added,
            };
            Some(ForeignFile { path, change })
        });
        Ok(changes.collect())
    }

    /// Removes our files from `folder`, as far as they are still ours, then the folders left empty.
    /// It removes one thing at a time, and never what it has not seen or what lies behind a link.
    pub fn remove_from(&self, folder: &Path) -> Remains {
        let listed = match folder.symlink_metadata() {
            Ok(metadata) if metadata.is_dir() => list(folder),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Remains::Nothing,
            _ => return Remains::Something,
        };
        // What will not go shows in the end, when the folder itself will not.
        let listed = listed.unwrap_or_default();
        listed.par_iter().for_each(|(path, kind)| {
            let file = folder.join(path);
            let found = self.files.get(path);
            if *kind == Kind::File && found.is_some_and(|found| found.is_like(&file)) {
                let _ = std::fs::remove_file(file);
            }
        });
        // Backwards, a folder comes after those in it.
        for (path, kind) in listed.iter().rev() {
            if *kind == Kind::Folder && self.has_folder(path) {
                let _ = std::fs::remove_dir(folder.join(path));
            }
        }
        match std::fs::remove_dir(folder) {
            Ok(()) => Remains::Nothing,
            Err(_) => Remains::Something,
        }
    }

    /// What a manifest says of our files.
    pub fn entries(&self) -> BTreeMap<String, Entry> {
        self.files
            .iter()
            .map(|(path, found)| (path.clone(), Entry::new(found.size, found.digest)))
            .collect()
    }

    fn has_folder(&self, path: &str) -> bool {
        let found = self.folders.binary_search_by(|folder| (**folder).cmp(path));
        found.is_ok()
    }

    /// Our folders, each after the one it lies in.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.folders.iter().map(String::as_str)
    }
}

impl Found {
    /// Whether this very file, unchanged, lies at `path`.
    pub fn is_at(&self, path: &Path) -> bool {
        path.symlink_metadata()
            .is_ok_and(|metadata| Stamp::of(&metadata) == self.stamp)
    }

    /// Whether this file, or another regular one with the same content, lies at `path`. Some file
    /// systems give a file another identity when it gets a second name (overlayfs).
    fn is_like(&self, path: &Path) -> bool {
        self.is_at(path)
            || system::read_regular(path, self.size)
                .is_ok_and(|(bytes, _)| Digest::of(&bytes) == self.digest)
    }
}

fn foreign(path: String, permits: &Permits) -> ForeignFile {
    let change = if permits.names(&path) || permits.holds_folder(&path) {
        Change::Edited
    } else {
        Change::Added
    };
    ForeignFile { path, change }
}

/// The file, if it holds what we wrote.
fn judge(folder: &Path, path: &str, permits: &Permits) -> Result<Option<Found>, PublishError> {
    let file = folder.join(path);
    let (bytes, metadata) = match system::read_regular(&file, u64::MAX) {
        Ok(read) => read,
        Err(Unread::NotAFile(_) | Unread::TooLarge(_)) => return Ok(None),
        Err(Unread::Failed(error)) => return Err(during(Action::Read, &file)(error)),
    };
    let found = Found {
        stamp: Stamp::of(&metadata),
        size: bytes.len() as u64,
        digest: Digest::of(&bytes),
    };
    let entry = Entry::new(found.size, found.digest);
    Ok(permits.allows(path, &entry).then_some(found))
}

/// Everything in `folder` by its path from there, sorted. Links are not followed.
fn list(folder: &Path) -> Result<Vec<(String, Kind)>, PublishError> {
    let mut listed = Vec::new();
    let mut level = vec![String::new()];
    // Level by level, each in parallel: a site has a folder for every page.
    while !level.is_empty() {
        let entries: Vec<Vec<_>> = level
            .par_iter()
            .map(|inner| list_one(folder, inner))
            .collect::<Result<_, _>>()?;
        let below = listed.len();
        listed.extend(entries.into_iter().flatten());
        level = listed[below..]
            .iter()
            .filter(|(_, kind)| *kind == Kind::Folder)
            .map(|(path, _)| path.clone())
            .collect();
    }
    listed.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(listed)
}

/// What lies in the folder `inner` of `folder`, by its path from `folder`.
fn list_one(folder: &Path, inner: &str) -> Result<Vec<(String, Kind)>, PublishError> {
    let here = folder.join(inner);
    let entries = match std::fs::read_dir(&here) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(during(Action::Read, &here))?,
    };
    entries
        .map(|entry| {
            let entry = entry?;
            // A name that is not UTF-8 is none of ours; what stands for it will do to show it.
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = match inner {
                "" => name,
                inner => format!("{inner}/{name}"),
            };
            Ok((path, Kind::of(entry.file_type()?)))
        })
        .collect::<io::Result<_>>()
        .map_err(during(Action::Read, &here))
}

#[cfg(test)]
mod tests {
    use super::super::manifest::Manifest;
    use super::*;

    #[test]
    fn only_what_is_ours_is_removed() {
        let yard = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| std::fs::write(yard.path().join(path), text).unwrap();
        std::fs::create_dir(yard.path().join("es")).unwrap();
        write("index.html", "ours");
        write("es/index.html", "ours");
        let ours = Entry::new(4, Digest::of(b"ours"));
        let files = ["index.html", "es/index.html"].map(|path| (path.to_owned(), ours.clone()));
        let permits = Permits::new([Manifest::new(String::new(), files.into())]);
        let inspection = Inspection::of(yard.path(), &permits).unwrap();
        assert!(inspection.foreign.is_empty());

        write("es/mine.txt", "mine");
        write("index.html", "mine");
        assert_eq!(inspection.remove_from(yard.path()), Remains::Something);
        let left: Vec<_> = list(yard.path()).unwrap();
        let left: Vec<_> = left.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(left, ["es", "es/mine.txt", "index.html"]);
    }
}
