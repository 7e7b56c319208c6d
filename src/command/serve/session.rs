//! The session: from a change on the disk to what the server shows.
//!
//! ```text
//! wait ─▶ read again ─▶ same? ─▶ compile ─▶ written on meanwhile? ─▶ show ─▶ sweep ─▶ wait
//! ```
//!
//! A sweep renders every file so that every fault shows, and stops as soon as there is another
//! change. At its end everything is read once more: what no event told of is found out then.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use crate::command::selection::Selection;
use crate::command::serve::telling;
use crate::command::{Failure, Manner};
use crate::compile::{Compiled, Options, prepare};
use crate::diagnostic::{Diagnosed, Diagnostic};
use crate::memo::Memo;
use crate::model::route::Route;
use crate::source::{Digest, Snapshot};
use crate::world::cache::DiskCache;
use crate::world::server::{Desk, Preview, Swept};
use crate::world::watch::{Change, Watch};
use crate::world::{clock, disk};

/// A campaign that somebody works on.
pub struct Session {
    /// Its folder.
    pub root: PathBuf,
    options: Options,
    editions: Vec<String>,
    manner: Arc<Manner>,
    watch: Watch,
    memo: Memo,
    cache: Arc<DiskCache>,
    desk: Arc<Desk>,
    read: Diagnosed<Snapshot>,
    /// What every file was like after the last complete sweep; nothing before the first.
    digests: Option<BTreeMap<Route, Digest>>,
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
        watch: Watch,
        manner: &Arc<Manner>,
    ) -> Result<Self, Failure> {
        let memo = Memo::default();
        let cache = Arc::new(DiskCache::of(&root));
        let read = disk::read(&root)?;
        let made = prepare(&read.value, &options, &memo);
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
            swept: None,
        };
        let desk = Desk::new(root.clone(), preview).map_err(|error| {
            let arguments = [
                ("address", "localhost".into()),
                ("reason", error.to_string()),
            ];
            Failure::machine("cannot-listen", arguments)
        })?;
        Ok(Self {
            root,
            options,
            editions: editions.to_vec(),
            manner: Arc::clone(manner),
            watch,
            memo,
            cache,
            desk: Arc::new(desk),
            read,
            digests: None,
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
        if let Some(swept) = self.sweep() {
            self.settle(swept);
        }
        telling::first_report(&self.desk.preview(), &self.manner);
        loop {
            let change = self.watch.wait();
            self.note_watching();
            self.desk.begin();
            self.work_in(change);
        }
    }

    /// Works a change in, and those that no event told of.
    fn work_in(&mut self, change: Change) {
        let start = clock::start();
        let read = match &change {
            Change::Files(paths) => disk::read_again(&self.root, &self.read, paths),
            Change::Everything => disk::read(&self.root),
        };
        let read = match read {
            Ok(read) => read,
            Err(error) => return self.lose_folder(error),
        };
        self.is_folder_lost = false;
        let mut next = Some(read).filter(|read| *read != self.read);
        if next.is_none() {
            self.overtaken = None;
            self.desk.end();
        }
        while let Some(read) = next.take() {
            let made = prepare(&read.value, &self.options, &self.memo);
            if self.watch.is_overtaken(&change) && self.may_wait() {
                // What was read may be half of something: the desk stays as it is until it is
                // whole, and so does the promise that something new is coming.
                return self.watch.put_back(change);
            }
            self.overtaken = None;
            let last = self.show(read, made);
            let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
            let changed = telling::changes(&last.value, &self.read.value);
            drop(last);
            let swept = self.sweep();
            if swept.is_some() {
                next = disk::read(&self.root)
                    .ok()
                    .filter(|read| *read != self.read);
            }
            swept.into_iter().for_each(|swept| self.settle(swept));
            telling::changed(&changed, milliseconds, &self.desk.preview(), &self.manner);
        }
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
        self.desk.end();
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
            swept: None,
        });
        // What is not shown any more, `before`, is taken apart when nobody waits.
        self.desk.end();
        std::mem::replace(&mut self.read, read)
    }

    /// Looks at everything; none when another change came first.
    fn sweep(&mut self) -> Option<Swept> {
        let preview = self.desk.preview();
        let Some(compiled) = &preview.compiled else {
            return Some(Swept::default());
        };
        let mut faults = compiled.check(&self.memo);
        self.memo.turn();
        let mut digests = BTreeMap::new();
        for route in self.routes(compiled) {
            if self.watch.has_news() {
                return None;
            }
            let file = compiled
                .render(route)
                .expect("a route of the site has a file");
            let bytes = file.split_into(&mut faults).bytes;
            digests.insert(route.clone(), Digest::of(&bytes));
        }
        let last = self.digests.take();
        let changed = last.map_or_else(Vec::new, |last| differing(&last, &digests));
        self.digests = Some(digests);
        Some(Swept { faults, changed })
    }

    fn routes<'a>(&self, compiled: &'a Compiled) -> Vec<&'a Route> {
        match Selection::new(&compiled.site, &self.editions) {
            Ok(selection) => selection.routes(&compiled.site),
            // Somebody took the edition out of campaign.toml.
            Err(_) => compiled.site.entries.keys().collect(),
        }
    }

    fn settle(&mut self, swept: Swept) {
        let preview = Preview {
            swept: Some(swept),
            ..(*self.desk.preview()).clone()
        };
        self.desk.show(preview);
    }

    fn note_watching(&mut self) {
        let manner = self.watch.manner().clone();
        if self.desk.note_watching(&manner) {
            telling::watching(&manner, &self.manner);
        }
    }
}

/// The files that are in one only, or differ.
fn differing(one: &BTreeMap<Route, Digest>, other: &BTreeMap<Route, Digest>) -> Vec<Route> {
    let gone = one.keys().filter(|route| !other.contains_key(*route));
    let new = other
        .iter()
        .filter(|(route, digest)| one.get(*route) != Some(*digest));
    let mut routes: Vec<Route> = gone.chain(new.map(|(route, _)| route)).cloned().collect();
    routes.sort();
    routes
}

/// Faults that stop a build.
pub fn errors(faults: &[Diagnostic]) -> usize {
    faults
        .iter()
        .filter(|fault| fault.severity == crate::diagnostic::Severity::Error)
        .count()
}
