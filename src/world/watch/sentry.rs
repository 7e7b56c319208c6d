//! The sentry: a thread that puts folders under the system's watch. The home of `notify`'s watcher.
//!
//! A folder that is new comes under watch a moment after its coming was told, and whoever reads it
//! in between misses what is written next, for good. Under Linux that moment lasts as long as
//! anybody reads files of the campaign, because opening them is told too and everything told is
//! handed on first. So whoever heard of a folder asks the sentry, goes on, and looks again when
//! told that all is in place. So it is at the start: a large campaign is compiled and shown while
//! its folders are put under watch, and read once more when they are.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Signal;
use crate::source::SourcePath;
use crate::world::disk;

/// Parts of the campaign that came or went, to be watched again.
type Order = BTreeSet<SourcePath>;

/// A thread that puts folders under watch, as long as this is kept.
pub struct Sentry(Sender<Order>);

impl Sentry {
    /// Has every part of the campaign in `root` watched and signals what is told of them, and
    /// [`Signal::Placed`] once they are.
    pub fn start(root: &Path, signals: Sender<Signal>) -> Self {
        let (sender, orders) = channel::<Order>();
        let root = root.to_path_buf();
        std::thread::spawn(move || {
            let signal = |done: notify::Result<()>| match done {
                Ok(()) => Signal::Placed,
                Err(error) => Signal::Trouble(reason(&error)),
            };
            let mut watcher = match begin(&root, signals.clone()) {
                Ok(watcher) => watcher,
                Err(error) => {
                    // The watch that would listen is gone only when the program ends.
                    let _ = signals.send(signal(Err(error)));
                    return;
                }
            };
            let first = std::iter::once(Ok(()));
            let others = orders
                .iter()
                .map(|order| place(&mut watcher, &root, &order));
            for done in first.chain(others) {
                if signals.send(signal(done)).is_err() {
                    return;
                }
            }
        });
        Self(sender)
    }

    /// Has these parts watched again, and [`Signal::Placed`] sent when they are and so is every
    /// folder that was told of by now.
    pub fn place(&self, parts: Order) {
        // The thread ends only with this.
        let _ = self.0.send(parts);
    }
}

/// Watches every part of the campaign in `root`, and signals what is told of them.
fn begin(root: &Path, signals: Sender<Signal>) -> notify::Result<RecommendedWatcher> {
    let handler = move |event: notify::Result<Event>| {
        let signal = match event {
            Ok(event) if is_reading(event.kind) => return,
            Ok(event) => Signal::Event(event),
            Err(error) if is_about_a_lost_path(&error) => Signal::Rescan,
            Err(error) => Signal::Trouble(reason(&error)),
        };
        // The watch that would listen is gone only when the program ends.
        let _ = signals.send(signal);
    };
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(handler, config)?;
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for part in disk::parts() {
        watch_part(&mut watcher, &root.join(part))?;
    }
    Ok(watcher)
}

fn place(watcher: &mut RecommendedWatcher, root: &Path, parts: &Order) -> notify::Result<()> {
    for part in parts {
        let path = root.join(part.as_str());
        // What is gone is not watched any more; what is the same again may be.
        let _ = watcher.unwatch(&path);
        watch_part(watcher, &path)?;
    }
    wait_for_turn(watcher, root)
}

/// Waits until the watcher has done what it does of itself for the events that it handed on. It
/// does one thing after the other, so whatever it is asked comes after that; this changes nothing.
#[cfg(target_os = "linux")]
fn wait_for_turn(watcher: &mut RecommendedWatcher, root: &Path) -> notify::Result<()> {
    match watcher.watch(root, RecursiveMode::NonRecursive) {
        Err(error) if is_about_a_lost_path(&error) => Ok(()),
        done => done,
    }
}

/// Elsewhere the system itself watches what is below a folder.
#[cfg(not(target_os = "linux"))]
fn wait_for_turn(_: &mut RecommendedWatcher, _: &Path) -> notify::Result<()> {
    Ok(())
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

/// Somebody reads, and that may be us: nothing to look at, and it may be told without end.
fn is_reading(kind: EventKind) -> bool {
    let is_access = matches!(kind, EventKind::Access(_));
    is_access && kind != EventKind::Access(AccessKind::Close(AccessMode::Write))
}

/// A folder that went away while it was being put under watch is no trouble.
fn is_about_a_lost_path(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound | notify::ErrorKind::WatchNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

/// Why the system would not, as a word.
pub fn reason(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => "watch-limit".to_owned(),
        kind => format!("{kind:?}"),
    }
}
