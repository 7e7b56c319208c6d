//! A folder as a value, to compare before with after; and folders made from a few lines.

use std::collections::BTreeMap;
use std::path::Path;

/// Path → what is there: `file <bytes>`, `folder`, `link <target>` or `other`. Links are not
/// followed.
pub fn of(folder: &Path) -> BTreeMap<String, String> {
    let mut tree = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap();
        let kind = entry.file_type();
        let what = if kind.is_file() {
            let bytes = std::fs::read(entry.path()).unwrap();
            format!("file {}", String::from_utf8_lossy(&bytes))
        } else if kind.is_dir() {
            "folder".to_owned()
        } else if kind.is_symlink() {
            format!(
                "link {}",
                std::fs::read_link(entry.path()).unwrap().display()
            )
        } else {
            "other".to_owned()
        };
        tree.insert(path.to_string_lossy().into_owned(), what);
    }
    tree
}

/// The files of a folder and what they hold.
pub fn files(folder: &Path) -> BTreeMap<String, String> {
    of(folder)
        .into_iter()
        .filter_map(|(path, what)| Some((path, what.strip_prefix("file ")?.to_owned())))
        .collect()
}

/// Writes files into `folder`, with the folders they lie in.
pub fn plant(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

/// Whether this process may do what root may: some permissions do not hold it back, and it may
/// mount file systems.
pub fn is_root() -> bool {
    let probe = tempfile::tempdir().unwrap();
    let closed = probe.path().join("closed");
    std::fs::create_dir(&closed).unwrap();
    let mut permissions = closed.metadata().unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&closed, permissions).unwrap();
    std::fs::write(closed.join("file"), "").is_ok()
}
