//! The desk: what the server shows now, and who is told when that changes.
//!
//! One thread puts a new [`Preview`] on the desk after each change; requests take what lies there.
//! A preview never changes, so a page is never half of one moment and half of another.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, RwLock};
use std::time::Duration;

use serde::Serialize;
use tokio::sync::watch;

use crate::compile::Compiled;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::route::Route;
use crate::model::site::Asset;
use crate::source::{Snapshot, SourcePath};
use crate::world::watch::Manner;

/// A request that comes while a change is being worked in waits this long for the outcome, then
/// gets what there is: a person would rather see something.
const PATIENCE: Duration = Duration::from_secs(1);

/// Pages that somebody looked at are kept for when they break: more than anybody has tabs and frames
/// open, and at some twenty kilobytes a page no more than four megabytes. What they refer to is
/// held by the campaign anyway.
const KEPT: usize = 200;

/// A campaign at one moment.
#[derive(Clone)]
pub struct Preview {
    /// Counts the changes.
    pub revision: u64,
    /// The sources.
    pub snapshot: Snapshot,
    /// What they mean; what they meant last while campaign.toml is not usable; none if it never
    /// was.
    pub compiled: Option<Arc<Compiled>>,
    /// What was wrong with the sources at first sight: no body was read for this.
    pub faults: Vec<Diagnostic>,
    /// What a look at everything has found so far.
    pub swept: Arc<Swept>,
}

/// What a look at everything found.
#[derive(Clone, Default)]
pub struct Swept {
    /// What is wrong besides.
    pub faults: Vec<Diagnostic>,
    /// The files that are others than after the look before.
    pub changed: Vec<Route>,
    /// Whether it is at its end.
    pub is_complete: bool,
}

impl Preview {
    /// What its own sources mean; none while these are not usable.
    pub fn current(&self) -> Option<&Compiled> {
        let compiled = self.compiled.as_deref();
        compiled.filter(|compiled| compiled.snapshot == self.snapshot)
    }

    /// Everything that is known to be wrong, in order.
    pub fn all_faults(&self) -> Vec<Diagnostic> {
        let known = self.faults.iter().chain(&self.swept.faults);
        let mut faults: Vec<Diagnostic> = known.cloned().collect();
        crate::diagnostic::sort(&mut faults);
        faults
    }

    /// Whether a source itself cannot be understood as its author meant it.
    pub fn is_broken(&self, path: &SourcePath) -> bool {
        breaks(&self.faults, path)
    }
}

/// Whether a source cannot be understood because of one of these faults.
pub fn breaks(faults: &[Diagnostic], path: &SourcePath) -> bool {
    faults.iter().any(|fault| {
        fault.severity == Severity::Error
            && fault
                .place
                .as_ref()
                // An error without a span is about the file's relation to others.
                .is_some_and(|place| place.path == *path && place.span.end > 0)
    })
}

/// What those who listen are told. No content: whoever wants that asks for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pulse {
    /// Which change was the last.
    pub revision: u64,
    /// How many errors there are.
    pub errors: usize,
    /// How many warnings there are.
    pub warnings: usize,
    /// Whether everything has been looked at since.
    pub settled: bool,
}

/// A page as it was when nothing was wrong with it, and the assets that it needs.
#[derive(Clone)]
pub struct Kept {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Its assets.
    pub assets: Vec<(Route, Asset)>,
    /// When it was that.
    pub revision: u64,
}

/// What the server shows, shared between the thread that works and the one that serves.
pub struct Desk {
    /// The campaign's folder.
    pub root: PathBuf,
    /// What whoever listens or gives orders must know: 128 random bits.
    pub token: String,
    /// How changes are found out, as a word and a reason.
    pub watching: RwLock<(&'static str, String)>,
    preview: RwLock<Arc<Preview>>,
    kept: Mutex<BTreeMap<Route, Kept>>,
    busy: watch::Sender<bool>,
    pulse: watch::Sender<Pulse>,
}

impl Desk {
    /// A desk with a first preview on it.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn new(root: PathBuf, preview: Preview) -> std::io::Result<Self> {
        let mut random = [0; 16];
        getrandom::fill(&mut random).map_err(std::io::Error::other)?;
        let token = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let pulse = watch::Sender::new(pulse_of(&preview));
        Ok(Self {
            root,
            token,
            watching: RwLock::new(("told", String::new())),
            preview: RwLock::new(Arc::new(preview)),
            kept: Mutex::default(),
            busy: watch::Sender::new(false),
            pulse,
        })
    }

    /// Notes how changes are found out. Says whether that is news.
    pub fn note_watching(&self, manner: &Manner) -> bool {
        let word = match manner {
            Manner::Told => ("told", String::new()),
            Manner::Looking => ("looking", String::new()),
            Manner::Impaired(reason) => ("impaired", reason.clone()),
        };
        let mut noted = self.watching.write().expect(NO_PANIC);
        let is_news = *noted != word;
        *noted = word;
        is_news
    }

    /// Says that a change is being worked in, so that requests wait for the outcome.
    pub fn begin(&self) {
        self.busy.send_replace(true);
    }

    /// Says that nothing is being worked in.
    pub fn end(&self) {
        self.busy.send_replace(false);
    }

    /// Shows another preview and tells those who listen.
    pub fn show(&self, preview: Preview) {
        let pulse = pulse_of(&preview);
        *self.preview.write().expect(NO_PANIC) = Arc::new(preview);
        self.tell(pulse);
    }

    /// Shows what a look at everything has found so far, unless something newer is shown by now.
    pub fn settle(&self, preview: &Preview, swept: Swept) {
        let mut settled = preview.clone();
        settled.swept = Arc::new(swept);
        let pulse = pulse_of(&settled);
        let mut shown = self.preview.write().expect(NO_PANIC);
        if shown.revision == settled.revision {
            *shown = Arc::new(settled);
            self.tell(pulse);
        }
    }

    fn tell(&self, pulse: Pulse) {
        self.pulse.send_if_modified(|last| {
            let is_news = *last != pulse;
            *last = pulse;
            is_news
        });
    }

    /// What is shown now.
    pub fn preview(&self) -> Arc<Preview> {
        Arc::clone(&self.preview.read().expect(NO_PANIC))
    }

    /// What is shown once the change that is being worked in, if any, is.
    pub async fn fresh(&self) -> Arc<Preview> {
        let mut busy = self.busy.subscribe();
        let is_idle = busy.wait_for(|is_busy| !is_busy);
        // Too late or not: what lies on the desk is a whole preview.
        let _ = tokio::time::timeout(PATIENCE, is_idle).await;
        self.preview()
    }

    /// News for one who listens.
    pub fn listen(&self) -> watch::Receiver<Pulse> {
        self.pulse.subscribe()
    }

    /// Keeps a page that is as its author meant it.
    pub fn keep(&self, route: &Route, page: Kept) {
        let mut kept = self.kept.lock().expect(NO_PANIC);
        kept.insert(route.clone(), page);
        if kept.len() > KEPT {
            let oldest = kept
                .iter()
                .min_by_key(|(_, page)| page.revision)
                .map(|(route, _)| route.clone());
            oldest.and_then(|route| kept.remove(&route));
        }
    }

    /// The page as it last was when nothing was wrong with it.
    pub fn kept(&self, route: &str) -> Option<Kept> {
        self.kept.lock().expect(NO_PANIC).get(route).cloned()
    }

    /// An asset that only kept pages need.
    pub fn kept_asset(&self, route: &str) -> Option<(Route, Asset)> {
        let kept = self.kept.lock().expect(NO_PANIC);
        kept.values()
            .flat_map(|page| &page.assets)
            .find(|(asset, _)| asset.as_str() == route)
            .cloned()
    }
}

const NO_PANIC: &str = "no thread panics while it holds the lock";

fn pulse_of(preview: &Preview) -> Pulse {
    let faults = preview.all_faults();
    Pulse {
        revision: preview.revision,
        errors: count(&faults, Severity::Error),
        warnings: count(&faults, Severity::Warning),
        settled: preview.swept.is_complete,
    }
}

/// How many of the faults are as bad as that.
pub fn count(faults: &[Diagnostic], severity: Severity) -> usize {
    let faults = faults.iter();
    faults.filter(|fault| fault.severity == severity).count()
}
