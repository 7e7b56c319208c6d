//! Looking at a campaign's folder again: only at what may have changed, with the same outcome as
//! reading everything.

use std::collections::BTreeSet;
use std::path::Path;

use super::{DiskError, Kind, PARTS, is_ignored, judge_kind, read, read_source, walk};
use crate::diagnostic::{self, Diagnosed, Diagnostic};
use crate::source::{Digest, Snapshot, Source, SourcePath};

/// Whether a campaign could be made of a file at `path`.
pub fn is_part(path: &SourcePath) -> bool {
    let mut names = path.as_str().split('/');
    let first = names.next().unwrap_or_default();
    let is_known = PARTS.iter().any(|(name, _)| *name == first);
    is_known && !names.any(is_ignored)
}

/// The names under the root that a campaign is made of.
pub fn parts() -> impl Iterator<Item = &'static str> {
    PARTS.iter().map(|(name, _)| *name)
}

/// What [`read`] would return now, if nothing but `paths` has changed since it returned `before`;
/// none when it would return the same.
///
/// # Errors
/// As for [`read`].
pub fn read_again(
    root: &Path,
    before: &Diagnosed<Snapshot>,
    paths: &BTreeSet<SourcePath>,
) -> Result<Option<Diagnosed<Snapshot>>, DiskError> {
    let mut faults: Vec<Diagnostic> = before.diagnostics.clone();
    let mut changes = Vec::new();
    for path in paths {
        let Some(found) = look(root, path, &before.value) else {
            return Ok(Some(read(root)?).filter(|read| read != before));
        };
        faults.retain(|fault| fault.place.as_ref().is_none_or(|place| place.path != *path));
        let source = found.unwrap_or_else(|fault| {
            faults.push(*fault);
            None
        });
        // Most of what is heard of is not another by the time it is read.
        if before.value.get(path.as_str()) != source.as_ref() {
            changes.push((path.clone(), source));
        }
    }
    diagnostic::sort(&mut faults);
    if changes.is_empty() && faults == before.diagnostics {
        return Ok(None);
    }
    Ok(Some(Diagnosed::new(before.value.with(changes), faults)))
}

type Found = Result<Option<Source>, Box<Diagnostic>>;

/// The source at `path`. None when a folder is or was there, or something stands in the way: then
/// more than one source may have changed.
fn look(root: &Path, path: &SourcePath, before: &Snapshot) -> Option<Found> {
    let was_folder = before.under(path.as_str()).next().is_some();
    if was_folder || !lies_in_folders(root, path) {
        return None;
    }
    let file = root.join(path.as_str());
    let metadata = match file.symlink_metadata() {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Some(Ok(None)),
        Err(_) => return None,
    };
    match Kind::of(metadata.file_type()) {
        Kind::Folder => None,
        Kind::File => Some(read_source(path.clone(), &file).map(Some)),
        kind => Some(Err(Box::new(judge_kind(path, kind)))),
    }
}

/// Whether everything above `path` is a folder of the campaign's own.
fn lies_in_folders(root: &Path, path: &SourcePath) -> bool {
    let names: Vec<&str> = path.as_str().split('/').collect();
    let mut folder = root.to_path_buf();
    names[..names.len() - 1].iter().all(|name| {
        folder.push(name);
        folder
            .symlink_metadata()
            .is_ok_and(|metadata| metadata.is_dir())
    })
}

/// A digest that is another one when anything about the campaign's files has changed: names,
/// sizes, times. It costs a look at each file but does not read any.
pub fn glance(root: &Path) -> Digest {
    let mut faults = Vec::new();
    let mut seen = Vec::new();
    for (name, kind) in PARTS {
        for (path, file) in walk(root, name, kind, &mut faults) {
            let stamp = file
                .symlink_metadata()
                .map(|metadata| super::system::glance(&metadata));
            seen.push(format!("{path} {:?}", stamp.ok()));
        }
    }
    seen.extend(faults.iter().map(|fault| format!("{fault:?}")));
    Digest::of_all(seen.iter().map(|line| line.as_bytes()))
}
