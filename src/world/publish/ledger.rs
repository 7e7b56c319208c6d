//! What is known of one output folder from one run to the next, in `.campaign/outputs/`.
//!
//! `manifest.json` lists the site that is published; `next.json` the one about to be, from just
//! before the swap to just after, so that whichever site a crash leaves is known as ours;
//! `journal.json` names the folders that a run has under way beside the output. Each is replaced
//! as a whole, under the lock, through a file of fixed name: a crash leaves nothing to sweep up.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Durability;
use super::destination::Destination;
use super::error::{Action, PublishError, during};
use super::inspection::Inspection;
use super::journal::Journal;
use super::manifest::{Manifest, Permits};
use super::system;

const MANIFEST: &str = "manifest.json";
const NEXT: &str = "next.json";
const JOURNAL: &str = "journal.json";

/// The records of one output folder.
#[derive(Debug)]
pub(super) struct Ledger {
    folder: PathBuf,
    output: String,
    durability: Durability,
}

impl Ledger {
    /// The records of this destination, which need not exist.
    pub fn new(destination: &Destination, durability: Durability) -> Self {
        Self {
            folder: destination.record(),
            output: destination.output.to_string_lossy().into_owned(),
            durability,
        }
    }

    /// Whether this campaign ever set about publishing there.
    pub fn exists(&self) -> bool {
        self.folder.exists()
    }

    /// Makes room for the records.
    pub fn create(&self) -> Result<(), PublishError> {
        std::fs::create_dir_all(&self.folder).map_err(during(Action::CreateFolder, &self.folder))
    }

    /// What may lie in the output folder.
    pub fn permits(&self) -> Result<Permits, PublishError> {
        let manifests = [self.manifest(MANIFEST)?, self.manifest(NEXT)?];
        Ok(Permits::new(manifests.into_iter().flatten()))
    }

    /// The site that is published.
    pub fn published(&self) -> Result<Option<Manifest>, PublishError> {
        self.manifest(MANIFEST)
    }

    /// The site that a run was about to swap in when it ended.
    pub fn next(&self) -> Result<Option<Manifest>, PublishError> {
        self.manifest(NEXT)
    }

    /// Writes down the site that is about to be swapped in.
    pub fn announce(&self, next: &Manifest) -> Result<(), PublishError> {
        self.store(NEXT, next)
    }

    /// The site that was about to be is the one that is.
    pub fn promote(&self) -> Result<(), PublishError> {
        let manifest = self.folder.join(MANIFEST);
        std::fs::rename(self.folder.join(NEXT), &manifest)
            .map_err(during(Action::Record, &manifest))?;
        self.flush_folder()
    }

    /// After a run that ended between announcing and promoting: what was found to be published is
    /// what counts, whichever of the two it is.
    pub fn reconcile(&self, found: &Inspection) -> Result<(), PublishError> {
        if !self.folder.join(NEXT).exists() {
            return Ok(());
        }
        let published = Manifest::new(self.output.clone(), found.entries());
        self.store(MANIFEST, &published)?;
        self.remove(NEXT)
    }

    /// What a run had under way.
    pub fn journal(&self) -> Result<Option<Journal>, PublishError> {
        self.load(JOURNAL)
    }

    /// Writes down what this run has under way.
    pub fn begin(&self, journal: &Journal) -> Result<(), PublishError> {
        self.store(JOURNAL, journal)
    }

    /// Nothing is under way any more.
    pub fn end(&self) -> Result<(), PublishError> {
        self.remove(JOURNAL)
    }

    fn manifest(&self, name: &str) -> Result<Option<Manifest>, PublishError> {
        let manifest: Option<Manifest> = self.load(name)?;
        match manifest {
            Some(manifest) if !manifest.is_known() => {
                let error = io::Error::new(io::ErrorKind::InvalidData, "of an unknown version");
                Err(during(Action::Read, &self.folder.join(name))(error))
            }
            manifest => Ok(manifest),
        }
    }

    fn load<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, PublishError> {
        let path = self.folder.join(name);
        match std::fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(during(Action::Read, &path)(error)),
            Ok(bytes) => serde_json::from_slice(&bytes)
                .map(Some)
                .map_err(|error| during(Action::Read, &path)(error.into())),
        }
    }

    fn store<T: Serialize>(&self, name: &str, value: &T) -> Result<(), PublishError> {
        let path = self.folder.join(name);
        let draft = self.folder.join(format!("{name}.new"));
        let write = || {
            let mut file = File::create(&draft)?;
            file.write_all(&serde_json::to_vec(value)?)?;
            if self.durability == Durability::Full {
                file.sync_all()?;
            }
            std::fs::rename(&draft, &path)
        };
        write().map_err(during(Action::Record, &path))?;
        self.flush_folder()
    }

    fn remove(&self, name: &str) -> Result<(), PublishError> {
        let path = self.folder.join(name);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(during(Action::Record, &path)(error))
            }
            _ => Ok(()),
        }
    }

    fn flush_folder(&self) -> Result<(), PublishError> {
        match self.durability {
            Durability::Fast => Ok(()),
            Durability::Full => {
                system::flush(&self.folder).map_err(during(Action::Flush, &self.folder))
            }
        }
    }
}
