//! What a run has under way beside the output folder, and how the next run makes good what a dead
//! one left. Giving up and cleaning up after a crash are the same act, so that it is well tested.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::destination::Destination;
use super::error::{Action, PublishError, during};
use super::inspection::{Inspection, Remains};
use super::ledger::Ledger;
use super::manifest::Permits;
use super::system;

/// The folders of one run, by their names beside the output folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    /// Where the new site is made, and after an exchange the old one lies.
    staging: String,
    /// Where the old site waits when the two cannot be exchanged.
    aside: String,
    /// How many folders down to the output's parent this run made.
    pub made_parents: usize,
    /// How far it came.
    pub progress: Progress,
}

/// How far a run came, as far as it matters for making good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Progress {
    /// The output folder is as it was, or is gone, or is the new site.
    Staging,
    /// The old site is being copied aside.
    Copying,
    /// The old site is wholly copied aside, and may be missing parts where it was.
    Copied,
}

impl Journal {
    /// A run of names that no other run has. They start with a dot, and do not contain the output
    /// folder's name, which may be as long as a name can be.
    pub fn new(destination: &Destination) -> Self {
        let moment = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
            .as_nanos();
        let run = format!("{:x}-{moment:x}", std::process::id());
        Self {
            staging: format!(".campaign-staging-{run}"),
            aside: format!(".campaign-aside-{run}"),
            made_parents: destination.missing_parents,
            progress: Progress::Staging,
        }
    }

    /// The same run, come this far.
    pub fn at(&self, progress: Progress) -> Self {
        Self {
            progress,
            ..self.clone()
        }
    }

    /// The staging folder.
    pub fn staging(&self, destination: &Destination) -> PathBuf {
        destination.parent.join(&self.staging)
    }

    /// The place for the old site.
    pub fn aside(&self, destination: &Destination) -> PathBuf {
        destination.parent.join(&self.aside)
    }
}

/// Puts back what a run took away, and removes what it left. Folders that hold something which is
/// not ours, or would not go, are left where they are and returned; the journal stays until the
/// next run begins its own. The lock is held.
pub(super) fn make_good(
    destination: &Destination,
    ledger: &Ledger,
) -> Result<Vec<PathBuf>, PublishError> {
    let Some(journal) = ledger.journal()? else {
        return Ok(Vec::new());
    };
    let permits = ledger.permits()?;
    put_back(destination, ledger, &journal, &permits)?;
    let mut kept = Vec::new();
    // Before a site is announced, what a run makes has only ever been private to that run.
    let announced = ledger.next()?.is_some();
    let staging = (journal.staging(destination), !announced);
    let aside = (
        journal.aside(destination),
        journal.progress == Progress::Copying,
    );
    for (folder, is_private) in [staging, aside] {
        let remains = if is_private {
            erase(&folder)?
        } else {
            Inspection::of(&folder, &permits)?.remove_from(&folder)
        };
        if remains == Remains::Something {
            kept.push(folder);
        }
    }
    if !destination.exists()? {
        for parent in destination.parent.ancestors().take(journal.made_parents) {
            // Not empty: somebody has begun to use it.
            let _ = std::fs::remove_dir(parent);
        }
    }
    if kept.is_empty() {
        ledger.end()?;
    }
    Ok(kept)
}

/// Puts the old site back from where it waits, unless the new one is in its place.
fn put_back(
    destination: &Destination,
    ledger: &Ledger,
    journal: &Journal,
    permits: &Permits,
) -> Result<(), PublishError> {
    let aside = journal.aside(destination);
    if !system::is_there(&aside).map_err(during(Action::Read, &aside))? {
        return Ok(());
    }
    if !destination.exists()? {
        return std::fs::rename(&aside, &destination.output)
            .map_err(during(Action::Swap, &destination.output));
    }
    if journal.progress == Progress::Copied && !is_next(&destination.output, ledger)? {
        return refill(&aside, &destination.output, permits);
    }
    Ok(())
}

/// Whether the site that was about to be published is.
fn is_next(output: &Path, ledger: &Ledger) -> Result<bool, PublishError> {
    let Some(next) = ledger.next()? else {
        return Ok(false);
    };
    let count = next.files.len();
    let found = Inspection::of(output, &Permits::new([next]))?;
    Ok(found.foreign.is_empty() && found.files.len() == count)
}

/// Moves the files that `output` lacks back from `aside`.
fn refill(aside: &Path, output: &Path, permits: &Permits) -> Result<(), PublishError> {
    let old = Inspection::of(aside, permits)?;
    for folder in old.folders() {
        let folder = output.join(folder);
        std::fs::create_dir_all(&folder).map_err(during(Action::CreateFolder, &folder))?;
    }
    for path in old.files.keys() {
        let file = output.join(path);
        if !system::is_there(&file).map_err(during(Action::Read, &file))? {
            std::fs::rename(aside.join(path), &file).map_err(during(Action::Swap, &file))?;
        }
    }
    Ok(())
}

/// Removes a folder that nobody but a run that is over has ever known of, with all that is in it.
fn erase(folder: &Path) -> Result<Remains, PublishError> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(during(Action::Remove, folder)(error))
        }
        _ => Ok(Remains::Nothing),
    }
}
