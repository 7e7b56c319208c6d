//! One build at a time for each campaign: a lock that the kernel lets go of when the process ends,
//! however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::PathBuf;

use super::destination::Destination;
use super::error::{Action, PublishError, during};

/// Holds other builds off until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock of the destination's campaign.
    pub fn take(destination: &Destination) -> Result<Self, PublishError> {
        let state = destination.state();
        std::fs::create_dir_all(&state).map_err(during(Action::CreateFolder, &state))?;
        let path = state.join("lock");
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(during(Action::Lock, &path))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file, path }),
            Err(TryLockError::WouldBlock) => Err(PublishError::Busy {
                process: signature(&mut file),
                lock: path,
            }),
            Err(TryLockError::Error(error)) => Err(during(Action::Lock, &path)(error)),
        }
    }

    /// Writes this process's id into the lock, for those who find it taken.
    pub fn sign(&mut self) -> Result<(), PublishError> {
        let id = std::process::id().to_string();
        self.file
            .set_len(0)
            .and_then(|()| self.file.rewind())
            .and_then(|()| self.file.write_all(id.as_bytes()))
            .map_err(during(Action::Lock, &self.path))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The id is a courtesy: a stale one does no harm, so a failure has nobody to tell.
        let _ = self.file.set_len(0);
        // Closing would not do: a child that another thread is just starting has a copy of the
        // handle until it runs its own program, and would keep the lock so long.
        let _ = self.file.unlock();
    }
}

/// The process id that the holder wrote, if it has come to that.
fn signature(file: &mut File) -> Option<u32> {
    let mut id = String::new();
    file.read_to_string(&mut id).ok()?;
    id.parse().ok()
}
