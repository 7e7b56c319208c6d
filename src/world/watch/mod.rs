//! Disk → “look again”: which of a campaign's files may have changed. The home of `notify`.
//!
//! An event is a hint to look, never a fact: whoever waits here reads the files and compares what
//! they hold. There is no fixed pause. A file that was closed after writing, moved, or removed is
//! worth a look at once; one that is still being written is not, until it is closed or has been
//! left alone for a moment. What is queued meanwhile comes along.
//!
//! Folders are watched, not files, because editors save by putting another file in a file's place.
//! The root is watched too, by itself, so that a folder which goes away is missed and one which
//! comes back is watched again. Where the system cannot watch (it has a limit, and network drives
//! tell nothing), the files are looked at again and again instead, and [`Watch::manner`] says so.

mod heard;
mod sentry;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::Event;

use self::heard::Heard;
use self::sentry::Sentry;
use super::disk;
use crate::source::SourcePath;

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
    /// Maybe nothing: not everything was under watch, and what came meanwhile was not told.
    Unheard,
}

/// Something that was heard.
enum Signal {
    Event(Event),
    Trouble(String),
    Rescan,
    /// Every folder that was told of when this was asked for is under watch.
    Placed,
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
    /// None where the files are looked at again and again instead.
    sentry: Option<Sentry>,
    manner: Manner,
    heard: Heard,
}

impl Watch {
    /// Watches the campaign in `root`, which is canonical and was read. `manner` is how: `Told`
    /// becomes `Impaired` before long where the system would not tell. It does not wait until
    /// everything is under watch: then it says [`Change::Unheard`].
    pub fn start(root: &Path, manner: Manner) -> Self {
        let (sender, signals) = channel();
        let mut watch = Self {
            root: root.to_path_buf(),
            signals,
            sender,
            sentry: None,
            manner: Manner::Told,
            heard: Heard::default(),
        };
        match manner {
            Manner::Told => {
                watch.sentry = Some(Sentry::start(root, watch.sender.clone()));
                watch.heard = Heard::before_the_first_watch(Instant::now());
            }
            manner => {
                watch.look_instead(manner);
                watch.heard.note_doubt();
            }
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
            Change::Everything | Change::Unheard => {
                !self.heard.open.is_empty() || self.heard.everything
            }
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
            Change::Everything | Change::Unheard => self.heard.everything = true,
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
        self.place();
    }

    fn hear(&mut self, signal: Signal) {
        match signal {
            Signal::Event(event) => self.heard.note(&self.root, &event),
            Signal::Rescan => self.heard.everything = true,
            Signal::Placed => self.heard.note_placed(),
            Signal::Trouble(reason) => {
                if self.manner == Manner::Told {
                    self.look_instead(Manner::Impaired(reason));
                }
                self.heard.everything = true;
            }
        }
    }

    /// Has folders that came put under watch.
    fn place(&mut self) {
        let Some(sentry) = &self.sentry else { return };
        if let Some(parts) = self.heard.take_parts(Instant::now()) {
            sentry.place(parts);
        }
    }

    fn look_instead(&mut self, manner: Manner) {
        self.sentry = None;
        self.heard.forget_folders();
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
