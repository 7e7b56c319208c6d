//! Why nothing was published: the destination was refused, somebody else is at it, or the machine
//! would not. Whichever it is, the site that was there is there still.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Publishing there could harm files that are not the site's. Nothing has been touched.
    #[error("will not publish the campaign {root:?} to {output:?}: {reason}")]
    Refused {
        /// The campaign's root.
        root: PathBuf,
        /// The output folder, as it was given.
        output: PathBuf,
        /// What speaks against it.
        reason: Refusal,
    },
    /// Another process is publishing this campaign.
    #[error("another build of this campaign is running{}", by(*process))]
    Busy {
        /// The file that it has locked.
        lock: PathBuf,
        /// Its process id, if it said so.
        process: Option<u32>,
    },
    /// The file system would not.
    #[error("{}", failure(*action, path, source))]
    Io {
        /// What was being done.
        action: Action,
        /// With which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Who can mend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Whoever typed the command or wrote campaign.toml.
    Usage,
    /// Whoever looks after the machine, or time.
    Environment,
}

impl PublishError {
    /// Who can mend it.
    pub const fn category(&self) -> Category {
        match self {
            Self::Refused { .. } => Category::Usage,
            Self::Busy { .. } | Self::Io { .. } => Category::Environment,
        }
    }

    /// Whether the disk, or the share of it that somebody may use, is full.
    pub fn is_disk_full(&self) -> bool {
        matches!(self, Self::Io { source, .. } if is_full(source))
    }
}

/// What speaks against an output folder.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No path at all.
    #[error("the path is empty")]
    EmptyPath,
    /// `~` is a word of the shell, which did not replace it.
    #[error("`~` stands for no folder here; write the path out")]
    HomeShorthand,
    /// `/`.
    #[error("it is the root of the file system")]
    FileSystemRoot,
    /// The home folder, or one that holds it.
    #[error("it is or holds somebody's home folder")]
    HomeFolder,
    /// The campaign's own folder.
    #[error("it is the campaign's own folder")]
    CampaignRoot,
    /// A folder that the campaign lies in.
    #[error("it holds the campaign's own folder")]
    HoldsCampaign,
    /// A folder of sources, or one inside.
    #[error("it lies in {0:?}, which holds sources")]
    InsideSources(PathBuf),
    /// Something that is no folder.
    #[error("it is there and is no folder")]
    NotAFolder,
    /// The output folder, or a folder between it and the campaign's root, is a symbolic link.
    #[error("{0:?} is a symbolic link")]
    SymbolicLink(PathBuf),
    /// A mounted file system, which cannot be swapped for another folder.
    #[error("a file system is mounted there; publish to a folder inside it")]
    MountPoint,
    /// It moved, or became a link to elsewhere, during the build.
    #[error("it has become another folder since the build began")]
    Moved,
    /// Files are in it, and this campaign never published there.
    #[error("it is not empty, and this campaign did not write what is in it")]
    NotOurs,
    /// Among the site's files are some that this campaign did not write, or that somebody changed.
    #[error("{}", list(files, *total))]
    Foreign {
        /// The first [`Refusal::LISTED`] of them.
        files: Vec<ForeignFile>,
        /// How many there are.
        total: usize,
    },
}

impl Refusal {
    /// How many foreign files are named: enough to see what they are.
    pub const LISTED: usize = 10;

    /// A refusal because of these files, which are at least one.
    pub(super) fn foreign(mut files: Vec<ForeignFile>) -> Self {
        let total = files.len();
        files.truncate(Self::LISTED);
        Self::Foreign { files, total }
    }
}

/// Something in the output folder that is not as this campaign wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignFile {
    /// Its path in the output folder, with `/`.
    pub path: String,
    /// What sets it apart.
    pub change: Change,
}

/// What sets a foreign file apart from those that this campaign wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// This campaign wrote nothing of that name.
    Added,
    /// It holds something else than this campaign wrote, or is another kind of thing.
    Edited,
}

/// What was being done when the file system would not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Reading a file or folder.
    Read,
    /// Making a folder.
    CreateFolder,
    /// Writing a file of the new site.
    Write,
    /// Waiting for the disk to have it all.
    Flush,
    /// Putting the new site in the place of the old.
    Swap,
    /// Removing what is no longer needed.
    Remove,
    /// Keeping the records in `.campaign`.
    Record,
    /// Locking out other builds.
    Lock,
}

impl Action {
    /// The word by which a message selects its wording.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "reading",
            Self::CreateFolder => "making the folder",
            Self::Write => "writing",
            Self::Flush => "flushing",
            Self::Swap => "putting in place",
            Self::Remove => "removing",
            Self::Record => "keeping the record",
            Self::Lock => "locking",
        }
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Names what was being done, for `map_err`.
pub(super) fn during(action: Action, path: &Path) -> impl FnOnce(io::Error) -> PublishError + '_ {
    move |source| PublishError::Io {
        action,
        path: path.to_path_buf(),
        source,
    }
}

fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
    )
}

fn failure(action: Action, path: &Path, source: &io::Error) -> String {
    if is_full(source) {
        return format!("disk full while {action} {path:?}");
    }
    format!("{action} {path:?} failed: {source}")
}

fn by(process: Option<u32>) -> String {
    process.map_or_else(String::new, |process| format!(" (process {process})"))
}

fn list(files: &[ForeignFile], total: usize) -> String {
    let names: Vec<_> = files
        .iter()
        .map(|file| match file.change {
            Change::Added => format!("{:?} (added)", file.path),
            Change::Edited => format!("{:?} (edited)", file.path),
        })
        .collect();
    let rest = match total - files.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "files in it are not as this campaign wrote them: {}{rest}",
        names.join(", ")
    )
}
