//! Disk → [`Snapshot`]: what a campaign's folder holds at one moment.
//!
//! Only what a campaign is made of is looked at: `campaign.toml`, the two lock files, `content/`,
//! `locales/` and `themes/`. What an editor or a system leaves lying about is passed over
//! ([`is_ignored`]); everything else is either in the snapshot or in a diagnostic, never skipped in
//! silence. Nothing outside the root is ever read: symbolic links are reported, not followed. The
//! only place that knows `walkdir`.

mod again;

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::system::{self, Kind, Unread};
use crate::diagnostic::{self, Diagnosed, Diagnostic, Place};
use crate::rules;
use crate::source::{Snapshot, Source, SourcePath};

pub use again::{glance, is_part, parts, read_again};

/// The file that makes a folder a campaign.
pub const SETTINGS: &str = "campaign.toml";

/// What a campaign is made of, by name under its root.
const PARTS: [(&str, Kind); 6] = [
    (SETTINGS, Kind::File),
    ("content", Kind::Folder),
    ("locales", Kind::Folder),
    ("themes", Kind::Folder),
    ("translations.lock", Kind::File),
    ("readability.lock", Kind::File),
];

/// A gibibyte: no page, picture or film of a campaign comes near it, and without a limit one sparse
/// file would take all memory. What a text may hold is for the parser to say, and much less.
const LARGEST_SOURCE: u64 = 1 << 30;

/// The campaign's folder itself cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read the campaign in {path:?}: {source}")]
pub struct DiskError {
    /// The folder.
    pub path: PathBuf,
    /// Why not.
    pub source: io::Error,
}

/// The nearest folder at or above `start` that holds a `campaign.toml`, in canonical form.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    let start = start.canonicalize().ok()?;
    start
        .ancestors()
        .find(|folder| {
            folder
                .join(SETTINGS)
                .symlink_metadata()
                .is_ok_and(|metadata| !metadata.is_dir())
        })
        .map(Path::to_path_buf)
}

/// The bytes of a file that somebody named.
///
/// # Errors
/// When the machine would not.
pub fn read_file(path: &Path) -> std::io::Result<Vec<u8>> {
    std::fs::read(path)
}

/// Every source of the campaign in `root`, and what could not be one.
///
/// The order and the content of both depend on nothing but what lies in the folder.
///
/// # Errors
/// When `root` itself is no folder that can be listed. A campaign without `campaign.toml` is a
/// snapshot like any other.
pub fn read(root: &Path) -> Result<Diagnosed<Snapshot>, DiskError> {
    std::fs::read_dir(root).map_err(|source| DiskError {
        path: root.to_path_buf(),
        source,
    })?;
    let mut diagnostics = Vec::new();
    let files: Vec<_> = PARTS
        .into_iter()
        .flat_map(|(name, kind)| walk(root, name, kind, &mut diagnostics))
        .collect();
    // In parallel, because half of a read is waiting for the kernel; `collect` keeps the order.
    let read: Vec<_> = files
        .into_par_iter()
        .map(|(path, file)| read_source(path, &file))
        .collect();
    let mut sources = Vec::with_capacity(read.len());
    for source in read {
        match source {
            Ok(source) => sources.push(source),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    diagnostic::sort(&mut diagnostics);
    Ok(Diagnosed::new(Snapshot::new(sources), diagnostics))
}

/// Whether nobody means a file or folder of this name to be part of a campaign: what version
/// control, editors, systems and package managers leave behind.
pub fn is_ignored(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || name.ends_with(".swp")
        || matches!(name, "Thumbs.db" | "desktop.ini" | "node_modules")
}

/// The regular files at and below one part of the campaign.
fn walk(
    root: &Path,
    part: &str,
    kind: Kind,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(SourcePath, PathBuf)> {
    let start = root.join(part);
    let mut files = Vec::new();
    match start.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return files,
        Ok(metadata) if is_misplaced(Kind::of(metadata.file_type()), kind) => {
            let found = Kind::of(metadata.file_type());
            diagnostics.push(unreadable(&SourcePath::new(part), found.as_str()));
            return files;
        }
        _ => {}
    }
    let mut entries = WalkDir::new(start)
        .follow_root_links(false)
        .sort_by_file_name()
        .into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Err(error) => diagnostics.push(unlisted(root, part, error)),
            Ok(entry) if entry.depth() > 0 && is_ignored(&entry.file_name().to_string_lossy()) => {
                skip_below(&entry, &mut entries);
            }
            Ok(entry) => match judge(root, &entry) {
                Ok(None) => {}
                Ok(Some(path)) => files.push((path, entry.into_path())),
                Err(diagnostic) => {
                    diagnostics.push(*diagnostic);
                    skip_below(&entry, &mut entries);
                }
            },
        }
    }
    files
}

/// A folder where a file belongs, or a file where a folder does.
fn is_misplaced(found: Kind, expected: Kind) -> bool {
    matches!(
        (found, expected),
        (Kind::Folder, Kind::File) | (Kind::File, Kind::Folder)
    )
}

fn skip_below(entry: &DirEntry, entries: &mut walkdir::IntoIter) {
    if entry.file_type().is_dir() {
        entries.skip_current_dir();
    }
}

/// The path of a regular file; none for a folder.
fn judge(root: &Path, entry: &DirEntry) -> Result<Option<SourcePath>, Box<Diagnostic>> {
    let path = relative(root, entry.path());
    if entry.file_name().to_str().is_none() {
        let place = Place::start_of(&path);
        let fault = Diagnostic::new(&rules::UNSAFE_NAME).at(place);
        return Err(Box::new(fault.with("name", path)));
    }
    match Kind::of(entry.file_type()) {
        Kind::File => Ok(Some(path)),
        Kind::Folder => Ok(None),
        kind => Err(Box::new(judge_kind(&path, kind))),
    }
}

fn read_source(path: SourcePath, file: &Path) -> Result<Source, Box<Diagnostic>> {
    let error = match system::read_regular(file, LARGEST_SOURCE) {
        Ok((bytes, _)) => return Ok(Source::new(path, bytes)),
        Err(error) => error,
    };
    Err(Box::new(match error {
        Unread::NotAFile(kind) => judge_kind(&path, kind),
        Unread::TooLarge(size) => Diagnostic::new(&rules::OVERSIZED_FILE)
            .at(Place::start_of(&path))
            .with("size", size)
            .with("limit", LARGEST_SOURCE),
        Unread::Failed(error) => unreadable(&path, &reason(&error)),
    }))
}

/// What `walkdir` could not list: a folder without permission, or one that went away.
fn unlisted(root: &Path, part: &str, error: walkdir::Error) -> Diagnostic {
    let path = error
        .path()
        .map_or_else(|| SourcePath::new(part), |path| relative(root, path));
    let reason = error.io_error().map_or_else(|| error.to_string(), reason);
    unreadable(&path, &reason)
}

/// Something other than a regular file where a source belongs.
fn judge_kind(path: &SourcePath, kind: Kind) -> Diagnostic {
    if kind != Kind::SymbolicLink {
        return unreadable(path, kind.as_str());
    }
    Diagnostic::new(&rules::SYMBOLIC_LINK)
        .at(Place::start_of(path))
        .with("name", path)
}

fn unreadable(path: &SourcePath, reason: &str) -> Diagnostic {
    Diagnostic::new(&rules::UNREADABLE_FILE)
        .at(Place::start_of(path))
        .with("name", path)
        .with("reason", reason)
}

/// A word that a message can select on, for what people meet; the system's own words for the rest.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "permission-denied".into(),
        io::ErrorKind::NotFound => "vanished".into(),
        _ => error.to_string(),
    }
}

/// The path under the root, with what is not UTF-8 replaced: enough to find it by.
fn relative(root: &Path, path: &Path) -> SourcePath {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    SourcePath::new(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_and_systems_leave_is_ignored_and_nothing_else() {
        for name in [
            ".git",
            ".env",
            "..x.md",
            "en.md~",
            "#en.md#",
            ".#en.md",
            "en.md.swp",
            "Thumbs.db",
            "desktop.ini",
            "node_modules",
            ".DS_Store",
        ] {
            assert!(is_ignored(name), "{name}");
        }
        for name in ["en.md", "#", "#1.png", "~home", "swp", "a.b~c"] {
            assert!(!is_ignored(name), "{name}");
        }
    }
}
