//! Disk → “look again”: which of a campaign's files may have changed. The home of `notify`.
//!
//! An event is a hint to look, never a fact: whoever waits here reads the files and compares what
//! they hold. There is no fixed pause. A file that was closed after writing, moved, or removed is
//! worth a look at once; one that is still being written is not, until it is closed or has been
//! left alone for [`QUIET`]. What is queued meanwhile comes along.
//!
//! Folders are watched, not files, because editors save by putting another file in a file's place.
//! The root is watched too, by itself, so that a folder which goes away is missed and one which
//! comes back is watched again. Where the system cannot watch (it has a limit, and network drives
//! tell nothing), the files are looked at again and again instead, and [`Watch::manner`] says so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RemoveKind, RenameMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::disk;
use crate::source::SourcePath;

/// A program that writes a file without closing it, and systems that do not tell of closing, are
/// waited for this long: longer than between two writes of one save, shorter than anybody notices.
const QUIET: Duration = Duration::from_millis(50);

/// Between two looks where the system cannot watch. Each costs a few microseconds a file.
const INTERVAL: Duration = Duration::from_millis(400);

/// How changes are found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Manner {
    /// The system tells.
    Told,
    /// By looking again and again, because somebody asked for it.
    Looking,
    /// By looking again and again, because the system would not tell: why.
    Impaired(String),
}

/// What to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// These files.
    Files(BTreeSet<SourcePath>),
    /// Everything: folders came or went, or the system lost count.
    Everything,
}

/// Something that was heard.
enum Signal {
    Event(Event),
    Trouble(String),
    Rescan,
}

/// Asks a watch to look at everything, from another thread.
pub struct Bell(Sender<Signal>);

impl Bell {
    /// Asks it. A watch that is gone does not mind.
    pub fn ring(&self) {
        let _ = self.0.send(Signal::Rescan);
    }
}

/// A campaign's folder under watch.
pub struct Watch {
    root: PathBuf,
    signals: Receiver<Signal>,
    sender: Sender<Signal>,
    watcher: Option<RecommendedWatcher>,
    manner: Manner,
    heard: Heard,
}

/// What was heard and not yet handed on.
#[derive(Default)]
struct Heard {
    ready: BTreeSet<SourcePath>,
    /// Files that are being written, and when that was last heard of.
    open: BTreeMap<SourcePath, Instant>,
    everything: bool,
    /// When to look at everything, come what may.
    later: Option<Instant>,
    /// Parts under the root that came or went.
    parts: BTreeSet<SourcePath>,
}

impl Watch {
    /// Watches the campaign in `root`, which is canonical. `manner` is how: `Told` becomes
    /// `Impaired` where the system would not tell.
    pub fn start(root: &Path, manner: Manner) -> Self {
        let (sender, signals) = channel();
        let mut watch = Self {
            root: root.to_path_buf(),
            signals,
            sender,
            watcher: None,
            manner: Manner::Told,
            heard: Heard::default(),
        };
        match manner {
            Manner::Told => {
                if let Err(error) = watch.arm() {
                    watch.look_instead(Manner::Impaired(reason(&error)));
                }
            }
            manner => watch.look_instead(manner),
        }
        watch
    }

    /// How changes are found out.
    pub fn manner(&self) -> &Manner {
        &self.manner
    }

    /// Waits until there is something to look at. Something always comes in the end: it waits as
    /// long as nothing happens.
    pub fn wait(&mut self) -> Change {
        loop {
            self.hear_queued();
            if let Some(change) = self.heard.take(Instant::now()) {
                return change;
            }
            let signal = match self.heard.deadline() {
                None => self.signals.recv().ok(),
                Some(deadline) => {
                    let rest = deadline.saturating_duration_since(Instant::now());
                    match self.signals.recv_timeout(rest) {
                        Ok(signal) => Some(signal),
                        Err(RecvTimeoutError::Timeout) => None,
                        Err(RecvTimeoutError::Disconnected) => {
                            unreachable!("the watch holds a sender itself")
                        }
                    }
                }
            };
            signal.into_iter().for_each(|signal| self.hear(signal));
        }
    }

    /// Whether one of the files of a change that was handed on is being written again by now, so
    /// that what was read of it may be half of something.
    pub fn is_overtaken(&mut self, change: &Change) -> bool {
        self.hear_queued();
        match change {
            Change::Files(paths) => paths.iter().any(|path| self.heard.concerns(path)),
            Change::Everything => !self.heard.open.is_empty() || self.heard.everything,
        }
    }

    /// Hands a change that was overtaken back, to be looked at again with the next.
    pub fn put_back(&mut self, change: Change) {
        match change {
            // Those that are being written come again by themselves.
            Change::Files(paths) => self.heard.ready.extend(
                paths
                    .into_iter()
                    .filter(|path| !self.heard.open.contains_key(path)),
            ),
            Change::Everything => self.heard.everything = true,
        }
    }

    /// What asks this watch to look at everything.
    pub fn bell(&self) -> Bell {
        Bell(self.sender.clone())
    }

    /// Looks at everything before long, whether or not anything is heard.
    pub fn look_later(&mut self) {
        self.heard.later = Some(Instant::now() + INTERVAL);
    }

    fn hear_queued(&mut self) {
        while let Ok(signal) = self.signals.try_recv() {
            self.hear(signal);
        }
        self.watch_again();
    }

    fn hear(&mut self, signal: Signal) {
        match signal {
            Signal::Event(event) => self.heard.note(&self.root, &event),
            Signal::Rescan => self.heard.everything = true,
            Signal::Trouble(reason) => {
                if self.manner == Manner::Told {
                    self.look_instead(Manner::Impaired(reason));
                }
                self.heard.everything = true;
            }
        }
    }

    fn arm(&mut self) -> notify::Result<()> {
        let sender = self.sender.clone();
        let handler = move |event: notify::Result<Event>| {
            let signal = match event {
                Ok(event) => Signal::Event(event),
                Err(error) if is_about_a_lost_path(&error) => Signal::Rescan,
                Err(error) => Signal::Trouble(reason(&error)),
            };
            // The watch that would listen is gone only when the program ends.
            let _ = sender.send(signal);
        };
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(handler, config)?;
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for part in disk::parts() {
            watch_part(&mut watcher, &self.root.join(part))?;
        }
        self.watcher = Some(watcher);
        Ok(())
    }

    /// Watches what came back under the root.
    fn watch_again(&mut self) {
        let parts = std::mem::take(&mut self.heard.parts);
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        let mut outcome = Ok(());
        for part in parts {
            let path = self.root.join(part.as_str());
            // What is gone is not watched any more; what is the same again may be.
            let _ = watcher.unwatch(&path);
            outcome = outcome.and(watch_part(watcher, &path));
            self.heard.everything = true;
        }
        if let Err(error) = outcome {
            self.look_instead(Manner::Impaired(reason(&error)));
        }
    }

    fn look_instead(&mut self, manner: Manner) {
        self.watcher = None;
        self.manner = manner;
        let (sender, root) = (self.sender.clone(), self.root.clone());
        std::thread::spawn(move || {
            let mut last = disk::glance(&root);
            loop {
                std::thread::sleep(INTERVAL);
                let now = disk::glance(&root);
                if now != last && sender.send(Signal::Rescan).is_err() {
                    return;
                }
                last = now;
            }
        });
    }
}

/// Watches a part of the campaign if it is a folder; the root's own watch sees the rest.
fn watch_part(watcher: &mut RecommendedWatcher, path: &Path) -> notify::Result<()> {
    let is_folder = path
        .symlink_metadata()
        .is_ok_and(|metadata| metadata.is_dir());
    if !is_folder {
        return Ok(());
    }
    match watcher.watch(path, RecursiveMode::Recursive) {
        Err(error) if is_about_a_lost_path(&error) => Ok(()),
        done => done,
    }
}

/// A folder that went away while it was being put under watch is no trouble.
fn is_about_a_lost_path(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound | notify::ErrorKind::WatchNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

fn reason(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => "watch-limit".to_owned(),
        kind => format!("{kind:?}"),
    }
}

impl Heard {
    fn note(&mut self, root: &Path, event: &Event) {
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
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => {
                self.open.remove(&name);
                self.ready.insert(name);
            }
            // Somebody reads, and that may be us.
            EventKind::Access(_) => {}
            EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder) => {
                self.note_folder(name);
            }
            EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both))
                if path.is_dir() =>
            {
                self.note_folder(name);
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

    fn note_folder(&mut self, name: SourcePath) {
        self.everything = true;
        if !name.as_str().contains('/') {
            self.parts.insert(name);
        }
    }

    /// A folder that went away looks like a file: the reader knows which it was.
    fn note_file(&mut self, name: SourcePath) {
        if !name.as_str().contains('/') {
            self.parts.insert(name.clone());
        }
        self.ready.insert(name);
    }

    fn concerns(&self, path: &SourcePath) -> bool {
        self.everything || self.ready.contains(path) || self.open.contains_key(path)
    }

    fn deadline(&self) -> Option<Instant> {
        let quiet = self.open.values().min().map(|last| *last + QUIET);
        quiet.into_iter().chain(self.later).min()
    }

    fn has_news(&self, now: Instant) -> bool {
        self.everything
            || self.later.is_some_and(|later| later <= now)
            || !self.ready.is_empty()
            || self.deadline().is_some_and(|deadline| deadline <= now)
    }

    fn take(&mut self, now: Instant) -> Option<Change> {
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
        match std::mem::take(&mut self.everything) || is_later {
            true => Some(Change::Everything),
            false => Some(Change::Files(ready)),
        }
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
