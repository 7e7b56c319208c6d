//! Changed files → the campaign's folder: each is whole at every moment, and none is touched that
//! somebody has changed meanwhile.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::source::{Snapshot, Source};

/// Why nothing was changed, or not everything.
#[derive(Debug)]
pub enum AmendError {
    /// Somebody changed this file after it was read.
    Changed(PathBuf),
    /// The machine would not.
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Writes `files` over those that `snapshot` was read from, or beside them.
///
/// # Errors
/// When one of them is not as it was read, in which case none is written, or the machine would not.
pub fn amend(root: &Path, snapshot: &Snapshot, files: &[Source]) -> Result<(), AmendError> {
    let mut staged = Vec::new();
    for file in files {
        let path = root.join(file.path.as_str());
        let failed = |source| AmendError::Io {
            path: path.clone(),
            source,
        };
        let before = snapshot.get(file.path.as_str());
        if !is_as_read(&path, before).map_err(failed)? {
            return Err(AmendError::Changed(path));
        }
        staged.push((stage(&path, &file.bytes).map_err(failed)?, path));
    }
    for (file, path) in staged {
        file.persist(&path).map_err(|error| AmendError::Io {
            path,
            source: error.error,
        })?;
    }
    Ok(())
}

fn is_as_read(path: &Path, before: Option<&Source>) -> io::Result<bool> {
    match fs::read(path) {
        Ok(bytes) => Ok(before.is_some_and(|before| *before.bytes == *bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(before.is_none()),
        Err(error) => Err(error),
    }
}

/// Writes the bytes beside `path`, with the permissions of what is there.
fn stage(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut file = super::save::readable().tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Ok(meta) = fs::metadata(path) {
        file.as_file().set_permissions(meta.permissions())?;
    }
    Ok(file)
}
