//! Putting the new site in the place of the old.
//!
//! At best the two trade names, and no moment exists in which there is no site or half of one. Where
//! the file system cannot exchange, the old site is renamed aside first; where it cannot even rename
//! a folder (overlayfs, with a folder from an image), it is copied aside and cleared. In these two
//! ways a crash leaves a gap, which the next run closes from the journal.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::destination::Destination;
use super::error::{Action, PublishError, during};
use super::inspection::{Inspection, Remains};
use super::journal::{Journal, Progress};
use super::ledger::Ledger;
use super::system::{self, Exchange};
use super::{Method, Placement};

/// How the new site came into place, and where the old one lies now.
pub(super) struct Swapped {
    pub placement: Placement,
    pub old: Option<PathBuf>,
}

/// Everything a swap is between.
pub(super) struct Swap<'a> {
    pub destination: &'a Destination,
    pub ledger: &'a Ledger,
    pub journal: &'a Journal,
    /// What was found in the output folder.
    pub old: &'a Inspection,
}

impl Swap<'_> {
    /// Puts the staged site in place by the first way, from `method` on, that the file system can.
    ///
    /// On an error the old site may be away; the journal knows where it is.
    pub fn perform(&self, method: Method) -> Result<Swapped, PublishError> {
        let staging = self.journal.staging(self.destination);
        let output = &self.destination.output;
        if !self.destination.exists()? {
            std::fs::rename(&staging, output).map_err(during(Action::Swap, output))?;
            return Ok(Swapped {
                placement: Placement::New,
                old: None,
            });
        }
        keep_permissions(output, &staging)?;
        match method {
            Method::Exchange => self.exchange(staging),
            Method::Rename => self.rename(&staging),
            Method::Copy => self.copy(&staging),
        }
    }

    fn exchange(&self, staging: PathBuf) -> Result<Swapped, PublishError> {
        let output = &self.destination.output;
        match system::exchange(&staging, output).map_err(during(Action::Swap, output))? {
            Exchange::Unsupported => self.rename(&staging),
            Exchange::Done => Ok(Swapped {
                placement: Placement::Exchanged,
                old: Some(staging),
            }),
        }
    }

    fn rename(&self, staging: &Path) -> Result<Swapped, PublishError> {
        let output = &self.destination.output;
        let aside = self.journal.aside(self.destination);
        match std::fs::rename(output, &aside) {
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => self.copy(staging),
            moved => {
                moved.map_err(during(Action::Swap, output))?;
                std::fs::rename(staging, output).map_err(during(Action::Swap, output))?;
                Ok(Swapped {
                    placement: Placement::Renamed,
                    old: Some(aside),
                })
            }
        }
    }

    fn copy(&self, staging: &Path) -> Result<Swapped, PublishError> {
        let output = &self.destination.output;
        let aside = self.journal.aside(self.destination);
        self.note(Progress::Copying)?;
        self.copy_old(&aside)?;
        self.note(Progress::Copied)?;
        if self.old.remove_from(output) == Remains::Something {
            let error = io::Error::from(io::ErrorKind::DirectoryNotEmpty);
            return Err(during(Action::Swap, output)(error));
        }
        std::fs::rename(staging, output).map_err(during(Action::Swap, output))?;
        Ok(Swapped {
            placement: Placement::Copied,
            old: Some(aside),
        })
    }

    fn note(&self, progress: Progress) -> Result<(), PublishError> {
        self.ledger.begin(&self.journal.at(progress))
    }

    /// Copies the old site's files to `aside`, with their times.
    fn copy_old(&self, aside: &Path) -> Result<(), PublishError> {
        for folder in [""].into_iter().chain(self.old.folders()) {
            let folder = aside.join(folder);
            std::fs::create_dir(&folder).map_err(during(Action::CreateFolder, &folder))?;
        }
        for path in self.old.files.keys() {
            let copy = aside.join(path);
            copy_file(&self.destination.output.join(path), &copy)
                .map_err(during(Action::Write, &copy))?;
        }
        Ok(())
    }
}

fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::copy(from, to)?;
    let modified = from.symlink_metadata()?.modified()?;
    File::open(to)?.set_modified(modified)
}

/// Somebody may have opened the output folder to a web server's group: that stays.
fn keep_permissions(output: &Path, staging: &Path) -> Result<(), PublishError> {
    output
        .symlink_metadata()
        .and_then(|metadata| std::fs::set_permissions(staging, metadata.permissions()))
        .map_err(during(Action::Swap, staging))
}
