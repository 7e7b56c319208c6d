//! The record of what was published, for whoever wants to compare.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::destination::Destination;
use super::error::PublishError;
use super::ledger::Ledger;
use super::{Durability, Target};

/// A published site as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The output folder, absolute.
    pub output: PathBuf,
    /// Path with `/` → what was written there.
    pub files: BTreeMap<String, Written>,
}

/// What was written to one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// How many bytes.
    pub size: u64,
    /// Their digest, in hexadecimal.
    pub digest: String,
}

impl Record {
    /// What was last published to a target; none when nothing ever was. Reads, never writes.
    ///
    /// # Errors
    /// When the target is no folder to publish to, or the record cannot be read.
    pub fn of(target: &Target) -> Result<Option<Self>, PublishError> {
        let destination = Destination::resolve(target)?;
        let manifest = Ledger::new(&destination, Durability::Fast).published()?;
        Ok(manifest.map(|manifest| Self {
            output: destination.output,
            files: manifest
                .files
                .into_iter()
                .map(|(path, entry)| {
                    let written = Written {
                        size: entry.size,
                        digest: entry.digest,
                    };
                    (path, written)
                })
                .collect(),
        }))
    }
}
