//! The sweep: a look at everything behind what somebody is working at, so that every fault shows.
//!
//! It has a thread of its own, and leaves one processor to whoever edits and reads. A change stops
//! it between two steps and nobody waits for that: what it was looking at is looked at again later,
//! in the time that it takes to see what is as it was. At its end everything is read once more:
//! what no event told of is found out then.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::command::Manner;
use crate::command::selection::Selection;
use crate::command::serve::broom::{Broom, Order};
use crate::command::serve::telling;
use crate::compile::{Compiled, Look, Survey};
use crate::diagnostic::{Diagnostic, Step};
use crate::memo::Memo;
use crate::model::route::Route;
use crate::source::Digest;
use crate::world::disk;
use crate::world::server::{Desk, Preview, Swept};
use crate::world::watch::Bell;

/// How many files are rendered between two looks at whether there is something more urgent.
const FILES: usize = 16;

/// What a sweep works with.
pub struct Room {
    /// What editions of it somebody asked for.
    pub editions: Vec<String>,
    /// The campaign's folder.
    pub root: PathBuf,
    /// What is known.
    pub memo: Arc<Memo>,
    /// Where what it finds is shown.
    pub desk: Arc<Desk>,
    /// What to ring when the disk is not as it was read.
    pub bell: Bell,
    /// How things are said.
    pub manner: Arc<Manner>,
}

/// Starts a thread that sweeps whatever it is ordered to.
///
/// # Errors
/// When the system has no thread left.
pub fn start(room: Room, broom: Arc<Broom>) -> std::io::Result<()> {
    let pool = ThreadPoolBuilder::new().num_threads(threads()).build();
    let pool = pool.map_err(std::io::Error::other)?;
    let sweep = Sweep {
        room,
        broom,
        pool,
        digests: None,
        has_reported: false,
    };
    std::thread::Builder::new().spawn(move || sweep.work())?;
    Ok(())
}

/// All processors but one, which is for the person.
fn threads() -> usize {
    let all = std::thread::available_parallelism().map_or(1, usize::from);
    all.saturating_sub(1).max(1)
}

struct Sweep {
    room: Room,
    broom: Arc<Broom>,
    pool: ThreadPool,
    /// What every file was like after the last complete sweep; nothing before the first.
    digests: Option<BTreeMap<Route, Digest>>,
    /// Whether everything that was wrong at first has been told.
    has_reported: bool,
}

impl Sweep {
    fn work(mut self) {
        let mut unfinished: Option<Order> = None;
        loop {
            let order = self.broom.wait();
            let overtaken = unfinished.take_if(|last| !last.is_same(&order));
            if let Some(news) = overtaken.and_then(|last| last.news) {
                telling::overtaken(&news, &self.room.manner);
            }
            match self.sweep(&order.preview) {
                Some(swept) => self.settle(&order, swept),
                None => unfinished = Some(order),
            }
        }
    }

    /// Looks at everything, and shows in between what it has found so far; none when there was
    /// something more urgent to do.
    fn sweep(&mut self, preview: &Preview) -> Option<Swept> {
        let mut swept = Swept::default();
        let Some(compiled) = preview.current() else {
            swept.is_complete = true;
            return Some(swept);
        };
        let inside = self.take(compiled.steps_inside(&self.room.memo))?;
        swept.faults = compiled.with_levels(inside);
        self.room.desk.settle(preview, swept.clone());
        let survey = Survey::new(compiled, &self.room.memo);
        let found = self.take(survey.steps())?;
        swept.faults.extend(compiled.with_levels(found));
        self.room.desk.settle(preview, swept.clone());
        let mut digests = BTreeMap::new();
        for routes in self.routes(compiled).chunks(FILES) {
            if self.broom.is_halted() {
                return None;
            }
            let looks = self.pool.install(|| looks(&survey, routes));
            for (route, look) in routes.iter().zip(looks) {
                swept.faults.extend(look.faults.iter().cloned());
                digests.insert((*route).clone(), look.digest);
            }
        }
        self.room.memo.turn();
        let last = self.digests.take();
        swept.changed = last.map_or_else(Vec::new, |last| differing(&last, &digests));
        swept.is_complete = true;
        self.digests = Some(digests);
        Some(swept)
    }

    /// What these find; none when there was something more urgent to do.
    fn take(&self, steps: Vec<Step<'_>>) -> Option<Vec<Diagnostic>> {
        let mut faults = Vec::new();
        for step in steps {
            if self.broom.is_halted() {
                return None;
            }
            faults.extend(self.pool.install(step));
        }
        Some(faults)
    }

    fn tell(&mut self, order: &Order) {
        let shown = self.room.desk.preview();
        if !std::mem::replace(&mut self.has_reported, true) {
            telling::first_report(&shown, &self.room.manner);
        }
        if let Some(news) = &order.news {
            telling::changed(news, &shown, &self.room.manner);
        }
    }

    fn routes<'a>(&self, compiled: &'a Compiled) -> Vec<&'a Route> {
        match Selection::new(&compiled.site, &self.room.editions) {
            Ok(selection) => selection.routes(&compiled.site),
            // Somebody took the edition out of campaign.toml.
            Err(_) => compiled.site.entries.keys().collect(),
        }
    }

    fn settle(&mut self, order: &Order, swept: Swept) {
        let revision = order.preview.revision;
        self.room.desk.settle(&order.preview, swept);
        self.broom.finish(order);
        self.tell(order);
        let read = self.pool.install(|| disk::read(&self.room.root));
        let is_as_read = read.is_ok_and(|read| read == order.read);
        if !is_as_read && self.room.desk.preview().revision == revision && !self.broom.is_halted() {
            self.room.bell.ring();
        }
    }
}

fn looks(survey: &Survey<'_>, routes: &[&Route]) -> Vec<Arc<Look>> {
    let looks = routes
        .par_iter()
        .map(|route| survey.look(route).expect("a route of the site has a file"));
    looks.collect()
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
