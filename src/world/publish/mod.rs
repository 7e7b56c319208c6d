//! File → disk: the output folder is always the whole old site or the whole new one, and no file
//! that campaign did not write is ever changed or deleted.
//!
//! A [`Publication`] goes through these steps, and can be killed at any of them:
//!
//! 1. `destination`: every refusal that paths alone can tell.
//! 2. `lock`: one build of a campaign at a time. `journal`: what a dead one left is made good.
//! 3. `inspection`: what lies in the output folder must be what `manifest` says we wrote.
//! 4. `staging`: files are written beside it; unchanged ones are linked and keep inode and time.
//! 5. `swap`: the new site is announced in the `ledger`, flushed, and takes the old one's place.
//! 6. The old site's files are removed, and the announced manifest becomes the one that counts.
//!
//! Until step 5 nothing under the output folder is touched; whatever fails before leaves the old
//! site as it was, and a [`Publication`] that is dropped removes all it made.

mod destination;
mod error;
mod inspection;
mod journal;
mod ledger;
mod lock;
mod manifest;
mod publication;
mod record;
mod staging;
mod swap;

use std::path::PathBuf;

pub use self::error::{Action, Category, Change, ForeignFile, PublishError, Refusal};
pub use self::publication::Publication;
pub use self::record::{Differences, Record};
use super::system;

/// What is published where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The campaign's root.
    pub root: PathBuf,
    /// The output folder as somebody gave it: a relative one is meant from the current folder, and
    /// an empty one must stay empty, to be refused.
    pub output: PathBuf,
}

/// How to publish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What must survive a power cut.
    pub durability: Durability,
    /// The way of putting the site in place to try first: for tests of the others.
    #[doc(hidden)]
    pub method: Method,
}

/// What must survive a power cut. A killed process harms nothing either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// The site: it is on the disk before it takes the old one's place.
    #[default]
    Full,
    /// Nothing: for tests and for machines that are thrown away.
    Fast,
}

/// Ways of putting a site in place, the best first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// Old and new trade names in one step.
    #[default]
    Exchange,
    /// The old one is renamed aside, then the new one renamed in.
    Rename,
    /// The old one is copied aside and removed, then the new one renamed in.
    Copy,
}

/// How the new site came into place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// Not one byte differed: the old site stayed.
    Unchanged,
    /// Nothing was there before.
    New,
    /// By [`Method::Exchange`].
    Exchanged,
    /// By [`Method::Rename`].
    Renamed,
    /// By [`Method::Copy`].
    Copied,
}

/// What a publication did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The output folder, absolute.
    pub output: PathBuf,
    /// How many files the site has.
    pub files: usize,
    /// How many bytes these hold.
    pub bytes: u64,
    /// How many of them were there before with the same content.
    pub unchanged: usize,
    /// How many files of the old site the new one does not have.
    pub removed: usize,
    /// How the site came into place.
    pub placement: Placement,
    /// Folders beside the output that hold something which is not ours to remove, such as a file
    /// that somebody wrote into the old site while it was being replaced. Empty but for that.
    pub kept: Vec<PathBuf>,
}
