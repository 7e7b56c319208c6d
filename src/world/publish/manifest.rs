//! What campaign wrote: the only proof that a file may be replaced or removed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::source::Digest;

/// Every file of a published site, by its path in the output folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// Which form of manifest this is.
    version: u32,
    /// The output folder as it was then: for people who look.
    pub output: String,
    /// Path with `/` → what was written there.
    pub files: BTreeMap<String, Entry>,
}

/// What was written to one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// How many bytes.
    pub size: u64,
    /// Their digest, in hexadecimal.
    pub digest: String,
}

impl Entry {
    /// The entry of a file with this size and digest.
    pub fn new(size: u64, digest: Digest) -> Self {
        Self {
            size,
            digest: digest.to_string(),
        }
    }
}

impl Manifest {
    /// Goes up when the form changes: an older campaign must not take a newer manifest's word.
    const VERSION: u32 = 1;

    /// The manifest of these files.
    pub fn new(output: String, files: BTreeMap<String, Entry>) -> Self {
        Self {
            version: Self::VERSION,
            output,
            files,
        }
    }

    /// Whether this program knows how to read it.
    pub fn is_known(&self) -> bool {
        self.version == Self::VERSION
    }
}

/// What campaign may have written to a folder: the old site, the new one, and after a crash either.
#[derive(Debug, Default)]
pub(super) struct Permits(Vec<Manifest>);

impl Permits {
    /// What these manifests list.
    pub fn new(manifests: impl IntoIterator<Item = Manifest>) -> Self {
        Self(manifests.into_iter().collect())
    }

    /// Whether a file of this path was ever written.
    pub fn names(&self, path: &str) -> bool {
        self.0
            .iter()
            .any(|manifest| manifest.files.contains_key(path))
    }

    /// Whether a file of this path was written with just this content.
    pub fn allows(&self, path: &str, entry: &Entry) -> bool {
        self.0
            .iter()
            .any(|manifest| manifest.files.get(path) == Some(entry))
    }

    /// Whether a file was written below this folder.
    pub fn holds_folder(&self, folder: &str) -> bool {
        let prefix = format!("{folder}/");
        self.0.iter().any(|manifest| {
            manifest
                .files
                .range(prefix.clone()..)
                .next()
                .is_some_and(|(path, _)| path.starts_with(&prefix))
        })
    }
}
