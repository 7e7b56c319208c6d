//! A report → a file. Nothing that the tool did not write is ever written over.

use std::io::{ErrorKind, Write};
use std::path::Path;

/// Why a report was not saved.
#[derive(Debug)]
pub enum SaveError {
    /// Something else is there.
    NotOurs,
    /// The machine would not.
    Io(std::io::Error),
}

/// A file that others may read as far as the person's own settings allow: a report is for them.
pub(super) fn readable() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}

/// Writes `text` to `path`: a new file, or over one that holds `mark` near its beginning, as every
/// report does.
///
/// # Errors
/// When something else is there, or the machine would not.
pub fn save(path: &Path, text: &str, mark: &str) -> Result<(), SaveError> {
    /// How far into a file the mark may stand.
    const BEGINNING: usize = 100;
    match std::fs::read(path) {
        Ok(old) => {
            let beginning = String::from_utf8_lossy(&old[..old.len().min(BEGINNING)]).into_owned();
            if !beginning.contains(mark) {
                return Err(SaveError::NotOurs);
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(SaveError::Io(error)),
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // Beside it, so that there is never half a report.
    let mut file = readable().tempfile_in(folder).map_err(SaveError::Io)?;
    file.write_all(text.as_bytes()).map_err(SaveError::Io)?;
    file.persist(path)
        .map_err(|error| SaveError::Io(error.error))?;
    Ok(())
}
