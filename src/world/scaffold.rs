//! New files in somebody's folder: all of them or none, and never over one that is there.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum ScaffoldError {
    /// A file of this name is there already.
    #[error("{0:?} is there already")]
    Exists(PathBuf),
    /// The file system would not.
    #[error("cannot write {path:?}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Makes `files` in `folder`: paths with `/` and texts.
///
/// # Errors
/// When one of them is there already, in which case none is made, or when the file system would not.
pub fn create<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(), ScaffoldError> {
    let files: Vec<(PathBuf, &str)> = files
        .into_iter()
        .map(|(path, text)| (folder.join(path), text))
        .collect();
    if let Some((path, _)) = files
        .iter()
        .find(|(path, _)| path.symlink_metadata().is_ok())
    {
        return Err(ScaffoldError::Exists(path.clone()));
    }
    for (path, text) in &files {
        write_new(path, text).map_err(|source| match source.kind() {
            ErrorKind::AlreadyExists => ScaffoldError::Exists(path.clone()),
            _ => ScaffoldError::Io {
                path: path.clone(),
                source,
            },
        })?;
    }
    Ok(())
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}
