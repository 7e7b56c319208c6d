//! What was heard and not yet handed on: events → what to look at, and when.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::{Duration, Instant};

use notify::event::{CreateKind, ModifyKind, RemoveKind, RenameMode};
use notify::{Event, EventKind};

use super::Change;
use crate::source::SourcePath;
use crate::world::disk;

/// A program that writes a file without closing it, and systems that do not tell of closing, are
/// waited for this long: longer than between two writes of one save, shorter than anybody notices.
const QUIET: Duration = Duration::from_millis(50);

/// Between two looks while folders are put under watch. That takes no time, or as long as a backup.
const MEANWHILE: Duration = Duration::from_millis(400);

/// What was heard and not yet handed on.
#[derive(Default)]
pub struct Heard {
    /// Files to look at.
    pub ready: BTreeSet<SourcePath>,
    /// Files that are being written, and when that was last heard of.
    pub open: BTreeMap<SourcePath, Instant>,
    /// Whether to look at everything.
    pub everything: bool,
    /// When to look at everything, come what may.
    pub later: Option<Instant>,
    /// Parts under the root that came or went.
    parts: BTreeSet<SourcePath>,
    /// Whether folders came that may not be under watch.
    has_new_folders: bool,
    /// While folders are put under watch: when to look at everything next.
    placing: Option<Instant>,
    /// Whether this is for the first time, before which nothing could be heard.
    is_first: bool,
    /// Whether something may have come before.
    unheard: bool,
}

impl Heard {
    /// What was heard by now, while all folders are put under watch for the first time.
    pub fn before_the_first_watch(now: Instant) -> Self {
        Self {
            placing: Some(now + MEANWHILE),
            is_first: true,
            ..Self::default()
        }
    }

    /// Notes what the system told; of access, only that a file was closed after writing.
    pub fn note(&mut self, root: &Path, event: &Event) {
        if event.need_rescan() {
            self.everything = true;
            self.parts.extend(disk::parts().map(SourcePath::from));
        }
        for path in &event.paths {
            self.note_path(root, path, event.kind);
        }
    }

    fn note_path(&mut self, root: &Path, path: &Path, kind: EventKind) {
        let Some(name) = source_path(root, path) else {
            // A name that is no text is for the reader to report; the root itself tells nothing.
            self.everything |= path.starts_with(root) && path != root && path.to_str().is_none();
            return;
        };
        if !disk::is_part(&name) {
            return;
        }
        match kind {
            EventKind::Access(_) => {
                self.open.remove(&name);
                self.ready.insert(name);
            }
            EventKind::Create(CreateKind::Folder) => self.note_new_folder(name),
            EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both))
                if path.is_dir() =>
            {
                self.note_new_folder(name);
            }
            EventKind::Remove(RemoveKind::Folder) => {
                self.everything = true;
                self.note_part(name);
            }
            EventKind::Modify(ModifyKind::Name(_)) | EventKind::Remove(_) => {
                self.open.remove(&name);
                self.note_file(name);
            }
            _ => {
                self.open.insert(name, Instant::now());
            }
        }
    }

    /// It is worth a look when it is under watch.
    fn note_new_folder(&mut self, name: SourcePath) {
        self.has_new_folders = true;
        self.note_part(name);
    }

    /// A folder that went away looks like a file: the reader knows which it was.
    fn note_file(&mut self, name: SourcePath) {
        self.note_part(name.clone());
        self.ready.insert(name);
    }

    fn note_part(&mut self, name: SourcePath) {
        if !name.as_str().contains('/') {
            self.parts.insert(name);
        }
    }

    /// The parts to put under watch again, if there is anything to put under watch and nobody is
    /// at it.
    pub fn take_parts(&mut self, now: Instant) -> Option<BTreeSet<SourcePath>> {
        let has_some = self.has_new_folders || !self.parts.is_empty();
        if self.placing.is_some() || !has_some {
            return None;
        }
        self.placing = Some(now + MEANWHILE);
        self.has_new_folders = false;
        Some(std::mem::take(&mut self.parts))
    }

    /// Notes that something may have come that nobody told of.
    pub fn note_doubt(&mut self) {
        self.unheard = true;
    }

    /// Notes that what was taken is under watch.
    pub fn note_placed(&mut self) {
        self.placing = None;
        match std::mem::take(&mut self.is_first) {
            true => self.note_doubt(),
            false => self.everything = true,
        }
    }

    /// Nothing is under watch any more, nor will be.
    pub fn forget_folders(&mut self) {
        self.placing = None;
        self.is_first = false;
        self.has_new_folders = false;
        self.parts.clear();
    }

    /// Whether a file may have changed since it was handed on.
    pub fn concerns(&self, path: &SourcePath) -> bool {
        self.everything || self.ready.contains(path) || self.open.contains_key(path)
    }

    /// When there will be something to look at, whatever is heard by then.
    pub fn deadline(&self) -> Option<Instant> {
        let quiet = self.open.values().min().map(|last| *last + QUIET);
        let moments = [quiet, self.later, self.placing];
        moments.into_iter().flatten().min()
    }

    fn has_news(&self, now: Instant) -> bool {
        self.everything
            || self.unheard
            || !self.ready.is_empty()
            || self.deadline().is_some_and(|deadline| deadline <= now)
    }

    /// What there is to look at now, if anything.
    pub fn take(&mut self, now: Instant) -> Option<Change> {
        if !self.has_news(now) {
            return None;
        }
        let is_left_alone = |last: &Instant| *last + QUIET <= now;
        self.ready.extend(
            self.open
                .iter()
                .filter(|(_, last)| is_left_alone(last))
                .map(|(path, _)| path.clone()),
        );
        self.open.retain(|_, last| !is_left_alone(last));
        let ready = std::mem::take(&mut self.ready);
        let is_later = self.later.take_if(|later| *later <= now).is_some();
        let is_placing = self.placing.take_if(|next| *next <= now).is_some();
        if is_placing {
            self.placing = Some(now + MEANWHILE);
        }
        let is_unheard = std::mem::take(&mut self.unheard) || is_placing && self.is_first;
        let is_known = is_later || is_placing && !self.is_first;
        if std::mem::take(&mut self.everything) || is_known {
            return Some(Change::Everything);
        }
        Some(match (is_unheard, ready.is_empty()) {
            (true, true) => Change::Unheard,
            (true, false) => Change::Everything,
            (false, _) => Change::Files(ready),
        })
    }
}

/// The path under the root, with `/` on every system.
fn source_path(root: &Path, path: &Path) -> Option<SourcePath> {
    let inside = path.strip_prefix(root).ok()?;
    let names: Option<Vec<&str>> = inside
        .components()
        .map(|name| name.as_os_str().to_str())
        .collect();
    let names = names.filter(|names| !names.is_empty())?;
    Some(SourcePath::new(names.join("/")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_could_tell_is_looked_for_when_all_is_under_watch() {
        let now = Instant::now();
        let mut heard = Heard::before_the_first_watch(now);
        assert_eq!(heard.take(now), None);
        let later = now + MEANWHILE;
        assert_eq!(heard.take(later), Some(Change::Unheard), "it takes long");
        heard.note_placed();
        assert_eq!(heard.take(later), Some(Change::Unheard));
        assert_eq!(heard.take(later), None);
        heard.note_placed();
        let again = heard.take(later);
        assert_eq!(again, Some(Change::Everything), "folders had come");
    }

    #[test]
    fn what_was_told_is_waited_for_whatever_was_not() {
        let now = Instant::now();
        let mut heard = Heard::before_the_first_watch(now);
        heard.ready.insert(SourcePath::new("content/en.md"));
        heard.note_placed();
        assert_eq!(heard.take(now), Some(Change::Everything));
        assert_eq!(heard.take(now), None);
    }
}
