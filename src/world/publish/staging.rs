//! The folder in which the new site is made, beside the output folder and so on its file system.

use std::collections::HashSet;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::error::{Action, PublishError, during};
use super::inspection::Found;
use super::system::{self, Flush};
use crate::model::route::Route;

/// A site in the making.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    /// Folders that are there already: asking the kernel again costs as much as making one.
    made: Mutex<HashSet<String>>,
}

impl Staging {
    /// A site that will be made in `folder`.
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            made: Mutex::default(),
        }
    }

    /// Makes the folder, and those above it that are missing.
    pub fn create(&self) -> Result<(), PublishError> {
        let made = during(Action::CreateFolder, &self.folder);
        let parent = self.folder.parent().unwrap_or(&self.folder);
        std::fs::create_dir_all(parent)
            .and_then(|()| std::fs::create_dir(&self.folder))
            .map_err(made)
    }

    /// Writes a new file.
    pub fn write(&self, route: &Route, bytes: &[u8]) -> Result<(), PublishError> {
        let file = self.place(route)?;
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&file)
            .and_then(|mut opened| opened.write_all(bytes))
            .map_err(during(Action::Write, Path::new(route.as_str())))
    }

    /// Gives the old site's file a second name here; `false` when the file system will not, or when
    /// what has come to lie at `old` is not the file that was found there.
    pub fn link(&self, route: &Route, old: &Path, found: &Found) -> Result<bool, PublishError> {
        let file = self.place(route)?;
        if std::fs::hard_link(old, &file).is_err() {
            return Ok(false);
        }
        if found.is_at(&file) {
            return Ok(true);
        }
        std::fs::remove_file(&file).map_err(during(Action::Remove, &file))?;
        Ok(false)
    }

    /// Waits until the disk has every file and folder.
    pub fn flush<'a>(&self, files: impl Iterator<Item = &'a str>) -> Result<(), PublishError> {
        let failed = during(Action::Flush, &self.folder);
        match system::flush_file_system(&self.folder).map_err(failed)? {
            Flush::Done => Ok(()),
            Flush::Unsupported => self.flush_each(files),
        }
    }

    fn flush_each<'a>(&self, files: impl Iterator<Item = &'a str>) -> Result<(), PublishError> {
        let flush = |path: &str| {
            let path = self.folder.join(path);
            system::flush(&path).map_err(during(Action::Flush, &path))
        };
        let mut files = files;
        files.try_for_each(flush)?;
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.iter().try_for_each(|folder| flush(folder))?;
        flush("")
    }

    /// Where a file goes, with the folder it goes into.
    fn place(&self, route: &Route) -> Result<PathBuf, PublishError> {
        let folder = route.folder();
        if !folder.is_empty() && !self.is_made(folder) {
            let path = self.folder.join(folder);
            // Outside the lock: two threads may both make it, and both find it made.
            std::fs::create_dir_all(&path).map_err(during(Action::CreateFolder, &path))?;
            self.remember(folder);
        }
        Ok(self.folder.join(route.as_str()))
    }

    fn is_made(&self, folder: &str) -> bool {
        self.made
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(folder)
    }

    /// Remembers a folder and those it lies in.
    fn remember(&self, folder: &str) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let mut folder = folder;
        while !folder.is_empty() && made.insert(folder.to_owned()) {
            folder = folder.rsplit_once('/').map_or("", |(outer, _)| outer);
        }
    }
}
