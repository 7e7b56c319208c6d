//! One publication from its beginning to the swap: the steps of [`super`], in their order.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::destination::Destination;
use super::error::{Action, PublishError, Refusal, during};
use super::inspection::{Inspection, Remains};
use super::journal::{self, Journal};
use super::ledger::Ledger;
use super::lock::Lock;
use super::manifest::{Entry, Manifest};
use super::staging::Staging;
use super::swap::{Swap, Swapped};
use super::{Durability, Options, Outcome, Placement, Target, system};
use crate::model::route::Route;
use crate::source::Digest;

/// A site on its way to its readers. Dropped without [`Publication::commit`], it leaves everything
/// as it was.
#[derive(Debug)]
pub struct Publication {
    destination: Destination,
    ledger: Ledger,
    options: Options,
    journal: Journal,
    staging: Staging,
    /// What lay in the output folder at the beginning.
    old: Inspection,
    written: Mutex<Vec<(Route, Written)>>,
    kept: Vec<PathBuf>,
    /// Dropped last, after the cleaning up.
    _lock: Lock,
}

/// One file that has been staged.
#[derive(Clone, Copy, Debug)]
struct Written {
    size: u64,
    digest: Digest,
}

impl Publication {
    /// [`Publication::begin_with`] the usual options.
    ///
    /// # Errors
    /// As there.
    pub fn begin(target: &Target) -> Result<Self, PublishError> {
        Self::begin_with(target, Options::default())
    }

    /// Makes ready to write a site: refuses a harmful output folder, takes the lock, makes good what
    /// a dead run left, and makes the staging folder.
    ///
    /// # Errors
    /// [`PublishError::Refused`], with nothing touched; [`PublishError::Busy`];
    /// [`PublishError::Io`].
    pub fn begin_with(target: &Target, options: Options) -> Result<Self, PublishError> {
        let destination = Destination::resolve(target)?;
        let ledger = Ledger::new(&destination, options.durability);
        if !ledger.exists() && destination.is_occupied()? {
            return Err(destination.refuse(Refusal::NotOurs));
        }
        let mut lock = Lock::take(&destination)?;
        let kept = journal::make_good(&destination, &ledger)?;
        // Again, and with the number of missing folders as it is now that nobody else is at it.
        let destination = Destination::resolve(target)?;
        let old = Inspection::of(&destination.output, &ledger.permits()?)?;
        if !old.foreign.is_empty() {
            return Err(destination.refuse(Refusal::foreign(old.foreign)));
        }
        lock.sign()?;
        ledger.create()?;
        ledger.reconcile(&old)?;
        let journal = Journal::new(&destination);
        let publication = Self {
            staging: Staging::new(journal.staging(&destination)),
            destination,
            ledger,
            options,
            journal,
            old,
            written: Mutex::default(),
            kept,
            _lock: lock,
        };
        publication.ledger.begin(&publication.journal)?;
        publication.staging.create()?;
        Ok(publication)
    }

    /// Stages one file. Any number of threads may write at once; a route is written once.
    ///
    /// # Errors
    /// [`PublishError::Io`]. The publication should then be dropped.
    pub fn write(&self, route: &Route, bytes: &[u8]) -> Result<(), PublishError> {
        let written = Written {
            size: bytes.len() as u64,
            digest: Digest::of(bytes),
        };
        if !self.link(route, written)? {
            self.staging.write(route, bytes)?;
        }
        self.written
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((route.clone(), written));
        Ok(())
    }

    /// Puts the staged files in the place of the old site.
    ///
    /// # Errors
    /// [`PublishError::Refused`] when the output folder has changed since the beginning, with the
    /// old site left as it is; [`PublishError::Io`], with the whole old site in place, or the whole
    /// new one if only the records could not be closed, which the next run does.
    pub fn commit(mut self) -> Result<Outcome, PublishError> {
        let written: BTreeMap<Route, Written> = std::mem::take(
            self.written
                .get_mut()
                .unwrap_or_else(PoisonError::into_inner),
        )
        .into_iter()
        .collect();
        self.confirm()?;
        let outcome = self.outcome(&written);
        let is_same = outcome.unchanged == outcome.files && outcome.removed == 0;
        if is_same && self.destination.exists()? {
            journal::make_good(&self.destination, &self.ledger)?;
            return Ok(self.concluded(outcome));
        }
        self.place(&written, outcome)
    }

    /// Links the old site's file into the new one, if it has the same content.
    fn link(&self, route: &Route, written: Written) -> Result<bool, PublishError> {
        match self.old.files.get(route.as_str()) {
            Some(found) if found.digest == written.digest => {
                let old = self.destination.output.join(route.as_str());
                self.staging.link(route, &old, found)
            }
            _ => Ok(false),
        }
    }

    /// Whether everything is as it was at the beginning.
    fn confirm(&self) -> Result<(), PublishError> {
        self.destination.confirm()?;
        let changes = self.old.changes(&self.destination.output)?;
        if changes.is_empty() {
            return Ok(());
        }
        Err(self.destination.refuse(Refusal::foreign(changes)))
    }

    /// What will have been done.
    fn outcome(&self, written: &BTreeMap<Route, Written>) -> Outcome {
        let kept = |(route, new): &(&Route, &Written)| {
            let old = self.old.files.get(route.as_str());
            old.map(|old| old.digest == new.digest)
        };
        let same: Vec<bool> = written.iter().filter_map(|pair| kept(&pair)).collect();
        Outcome {
            output: self.destination.output.clone(),
            files: written.len(),
            bytes: written.values().map(|file| file.size).sum(),
            unchanged: same.iter().filter(|same| **same).count(),
            removed: self.old.files.len() - same.len(),
            placement: Placement::Unchanged,
            kept: Vec::new(),
        }
    }

    fn place(
        &mut self,
        written: &BTreeMap<Route, Written>,
        mut outcome: Outcome,
    ) -> Result<Outcome, PublishError> {
        if self.options.durability == Durability::Full {
            self.staging.flush(written.keys().map(Route::as_str))?;
        }
        self.ledger.announce(&self.manifest(written))?;
        let swap = Swap {
            destination: &self.destination,
            ledger: &self.ledger,
            journal: &self.journal,
            old: &self.old,
        };
        let Swapped { placement, old } = swap.perform(self.options.method)?;
        outcome.placement = placement;
        self.flush_swap()?;
        self.retire(old.as_deref())?;
        Ok(self.concluded(outcome))
    }

    /// Removes the old site and closes the records. While something of it remains they stay open,
    /// so that the next run tries again.
    fn retire(&mut self, old: Option<&Path>) -> Result<(), PublishError> {
        let remains = old.map_or(Remains::Nothing, |old| self.old.remove_from(old));
        if remains == Remains::Something {
            let kept = journal::make_good(&self.destination, &self.ledger)?;
            if !kept.is_empty() {
                self.kept.extend(kept);
                return Ok(());
            }
        }
        // In this order: without an announcement, what a journal names is taken for private.
        self.ledger.end()?;
        self.ledger.promote()
    }

    fn manifest(&self, written: &BTreeMap<Route, Written>) -> Manifest {
        let entry = |(route, file): (&Route, &Written)| {
            let entry = Entry::new(file.size, file.digest);
            (route.as_str().to_owned(), entry)
        };
        let output = self.destination.output.to_string_lossy().into_owned();
        Manifest::new(output, written.iter().map(entry).collect())
    }

    /// The new name must be on the disk before the record of it.
    fn flush_swap(&self) -> Result<(), PublishError> {
        let parent: &Path = &self.destination.parent;
        match self.options.durability {
            Durability::Fast => Ok(()),
            Durability::Full => system::flush(parent).map_err(during(Action::Flush, parent)),
        }
    }

    fn concluded(&mut self, outcome: Outcome) -> Outcome {
        Outcome {
            kept: std::mem::take(&mut self.kept),
            ..outcome
        }
    }
}

impl Drop for Publication {
    fn drop(&mut self) {
        // After a commit there is nothing left to do. What cannot be made good now (the disk may
        // be the reason that we are here) the next run makes good from the same journal.
        let _ = journal::make_good(&self.destination, &self.ledger);
    }
}
