//! The session: from a change on the disk to what the server shows.
//!
//! ```text
//! wait ─▶ read again ─▶ same? ─▶ compile ─▶ written on meanwhile? ─▶ show ─▶ wait
//!                                                                     └▶ sweep
//! ```
//!
//! No body is read for this: each is when somebody asks for its page. A [sweep] looks at everything
//! behind it, and a change stops it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use crate::command::selection::Selection;
use crate::command::serve::broom::{Broom, News, Order};
use crate::command::serve::sweep::{self, Room};
use crate::command::serve::telling;
use crate::command::{Failure, Manner};
use crate::compile::{Compiled, Options, prepare_unread};
use crate::diagnostic::{Diagnosed, Diagnostic};
use crate::memo::Memo;
use crate::source::Snapshot;
use crate::world::cache::DiskCache;
use crate::world::server::{Desk, Preview};
use crate::world::watch::{self, Change, Watch};
use crate::world::{clock, disk};

/// A campaign that somebody works on.
pub struct Session {
    /// Its folder.
    pub root: PathBuf,
    options: Options,
    manner: Arc<Manner>,
    watch: Watch,
    memo: Arc<Memo>,
    cache: Arc<DiskCache>,
    desk: Arc<Desk>,
    broom: Arc<Broom>,
    read: Diagnosed<Snapshot>,
    /// Since when a change could not be shown because files were written on and on.
    overtaken: Option<Instant>,
    is_folder_lost: bool,
}

impl Session {
    /// Reads and compiles the campaign for the first time.
    ///
    /// # Errors
    /// When it cannot be read, or an edition that is asked for does not exist.
    pub fn open(
        root: PathBuf,
        options: Options,
        editions: &[String],
        watching: watch::Manner,
        manner: &Arc<Manner>,
    ) -> Result<Self, Failure> {
        let memo = Memo::default();
        let cache = Arc::new(DiskCache::of(&root));
        let read = disk::read(&root)?;
        // While the campaign is compiled. What changes in between is found when all is watched.
        let watch = Watch::start(&root, watching);
        let made = prepare_unread(&read.value, &options, &memo);
        if let Some(compiled) = &made.value {
            Selection::new(&compiled.site, editions)?;
        }
        let preview = Preview {
            revision: 1,
            snapshot: read.value.clone(),
            compiled: made
                .value
                .map(|made| Arc::new(made.with_cache(cache.clone()))),
            faults: [read.diagnostics.clone(), made.diagnostics].concat(),
            swept: Arc::default(),
        };
        let desk = Desk::new(root.clone(), preview).map_err(would_not)?;
        let (desk, memo) = (Arc::new(desk), Arc::new(memo));
        let broom = Arc::new(Broom::default());
        let room = Room {
            editions: editions.to_vec(),
            root: root.clone(),
            memo: Arc::clone(&memo),
            desk: Arc::clone(&desk),
            bell: watch.bell(),
            manner: Arc::clone(manner),
        };
        sweep::start(room, Arc::clone(&broom)).map_err(would_not)?;
        Ok(Self {
            root,
            options,
            manner: Arc::clone(manner),
            watch,
            memo,
            cache,
            desk,
            broom,
            read,
            overtaken: None,
            is_folder_lost: false,
        })
    }

    /// What the server shows.
    pub fn desk(&self) -> Arc<Desk> {
        Arc::clone(&self.desk)
    }

    /// Works as long as the program runs.
    pub fn work(mut self) {
        self.note_watching();
        self.sweep(None);
        loop {
            let change = self.watch.wait();
            self.note_watching();
            self.broom.halt();
            // Nobody waits where most likely nothing is new.
            if change != Change::Unheard {
                self.desk.begin();
            }
            self.work_in(change);
        }
    }

    /// Works a change in.
    fn work_in(&mut self, change: Change) {
        let start = clock::start();
        let read = match &change {
            Change::Files(paths) => disk::read_again(&self.root, &self.read, paths),
            Change::Everything | Change::Unheard => {
                disk::read(&self.root).map(|read| Some(read).filter(|read| *read != self.read))
            }
        };
        let read = match read {
            Ok(read) => read,
            Err(error) => return self.lose_folder(error),
        };
        self.is_folder_lost = false;
        let Some(read) = read else {
            self.overtaken = None;
            return self.go_on();
        };
        self.desk.begin();
        let made = prepare_unread(&read.value, &self.options, &self.memo);
        if self.watch.is_overtaken(&change) && self.may_wait() {
            // What was read may be half of something: the desk stays as it is until it is
            // whole, and so does the promise that something new is coming.
            return self.watch.put_back(change);
        }
        self.overtaken = None;
        let last = self.show(read, made);
        let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
        let files = telling::changes(&last.value, &self.read.value);
        self.sweep(Some(News {
            files,
            milliseconds,
        }));
    }

    /// Has everything looked at.
    fn sweep(&self, news: Option<News>) {
        self.broom.order(Order {
            preview: self.desk.preview(),
            read: self.read.clone(),
            news,
        });
    }

    /// There is nothing to show.
    fn go_on(&self) {
        self.desk.end();
        self.broom.go_on();
    }

    /// Whether a file that is written on and on may still be waited for.
    fn may_wait(&mut self) -> bool {
        /// Longer than any save takes, in seconds; a program that writes for ever is shown as it is.
        const LIMIT: u64 = 2;
        let since = *self.overtaken.get_or_insert_with(clock::start);
        since.elapsed().as_secs() < LIMIT
    }

    fn lose_folder(&mut self, error: disk::DiskError) {
        if !self.is_folder_lost {
            telling::lost(error, &self.manner);
        }
        self.is_folder_lost = true;
        self.watch.look_later();
        self.go_on();
    }

    /// Puts a compiled snapshot on the desk, and returns the one that was read before.
    fn show(
        &mut self,
        read: Diagnosed<Snapshot>,
        made: Diagnosed<Option<Compiled>>,
    ) -> Diagnosed<Snapshot> {
        let before = self.desk.preview();
        // A campaign without a page has lost its folder, for a moment at least.
        let usable = made
            .value
            .filter(|compiled| !compiled.campaign.pages.is_empty() || before.compiled.is_none());
        self.desk.show(Preview {
            revision: before.revision + 1,
            snapshot: read.value.clone(),
            compiled: usable
                .map(|compiled| Arc::new(compiled.with_cache(self.cache.clone())))
                .or_else(|| before.compiled.clone()),
            faults: [read.diagnostics.clone(), made.diagnostics].concat(),
            swept: Arc::default(),
        });
        // What is not shown any more, `before`, is taken apart when nobody waits.
        self.desk.end();
        std::mem::replace(&mut self.read, read)
    }

    fn note_watching(&mut self) {
        let manner = self.watch.manner().clone();
        if self.desk.note_watching(&manner) {
            telling::watching(&manner, &self.manner);
        }
    }
}

fn would_not(error: std::io::Error) -> Failure {
    let arguments = [
        ("address", "localhost".to_owned()),
        ("reason", error.to_string()),
    ];
    Failure::machine("cannot-listen", arguments)
}

/// Faults that stop a build.
pub fn errors(faults: &[Diagnostic]) -> usize {
    faults
        .iter()
        .filter(|fault| fault.severity == crate::diagnostic::Severity::Error)
        .count()
}
