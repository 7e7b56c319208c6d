//! Results on disk, in `.campaign/cache/`: one file for each key, named by it, that begins with the
//! digest of the rest. A file that was cut off or changed is no result, and is written again.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use super::system;
use crate::cache::Cache;
use crate::source::Digest;

/// The folder under the campaign's root.
const FOLDER: [&str; 2] = [".campaign", "cache"];

/// How many hexadecimal digits a digest has.
const DIGITS: usize = 64;

/// More than any result has: a picture of sixteen hundred pixels across has at most some megabytes.
const LARGEST: u64 = 1 << 28;

/// The ending of a file that is still being written.
const UNFINISHED: &str = ".part";

/// A cache in a folder.
#[derive(Debug)]
pub struct DiskCache {
    folder: PathBuf,
    used: Mutex<BTreeSet<String>>,
    written: AtomicU64,
}

impl DiskCache {
    /// The cache of the campaign in `root`. Nothing is written before there is a result.
    pub fn of(root: &std::path::Path) -> Self {
        Self {
            folder: root.join(FOLDER[0]).join(FOLDER[1]),
            used: Mutex::default(),
            written: AtomicU64::new(0),
        }
    }

    /// Removes every result that was not asked for since [`Self::of`], and what was never finished:
    /// after a build of the whole site nobody needs them. Other files stay.
    pub fn sweep(&self) {
        let Ok(entries) = std::fs::read_dir(&self.folder) else {
            return;
        };
        let used = self.used();
        for entry in entries.flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            let is_regular = entry.file_type().is_ok_and(|kind| kind.is_file());
            if is_regular && is_ours(name) && !used.contains(name) {
                // What cannot be removed now is removed after the next build.
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }

    fn used(&self) -> std::sync::MutexGuard<'_, BTreeSet<String>> {
        self.used
            .lock()
            .expect("no thread panics while it holds the lock")
    }

    fn write(&self, name: &str, result: &[u8]) -> std::io::Result<()> {
        std::fs::create_dir_all(&self.folder)?;
        // Two threads, or two commands, may make one result at a time.
        let turn = self.written.fetch_add(1, Ordering::Relaxed);
        let process = std::process::id();
        let unfinished = self
            .folder
            .join(format!("{name}.{process}-{turn}{UNFINISHED}"));
        let digest = Digest::of(result).to_string();
        std::fs::write(&unfinished, [digest.as_bytes(), result].concat())?;
        std::fs::rename(&unfinished, self.folder.join(name))
    }
}

impl Cache for DiskCache {
    fn find(&self, key: &Digest) -> Option<Vec<u8>> {
        let name = key.to_string();
        let (bytes, _) = system::read_regular(&self.folder.join(&name), LARGEST).ok()?;
        let (digest, result) = bytes.split_at_checked(DIGITS)?;
        if digest != Digest::of(result).to_string().as_bytes() {
            return None;
        }
        self.used().insert(name);
        Some(result.to_vec())
    }

    fn keep(&self, key: &Digest, result: &[u8]) {
        let name = key.to_string();
        // Without it the next build takes longer, and nothing else.
        let _ = self.write(&name, result);
        self.used().insert(name);
    }
}

/// Whether a file of this name was written by [`DiskCache::write`].
fn is_ours(name: &str) -> bool {
    let (key, rest) = match name.split_at_checked(DIGITS) {
        Some(parts) => parts,
        None => return false,
    };
    key.bytes().all(|byte| byte.is_ascii_hexdigit())
        && (rest.is_empty() || (rest.starts_with('.') && rest.ends_with(UNFINISHED)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_it_wrote_is_its_own() {
        let key = Digest::of(b"x").to_string();
        assert!(is_ours(&key));
        assert!(is_ours(&format!("{key}.12-0.part")));
        for name in [
            "notes.txt",
            "",
            &key[1..],
            &format!("{key}.txt"),
            &"z".repeat(64),
        ] {
            assert!(!is_ours(name), "{name}");
        }
    }
}
