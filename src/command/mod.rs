//! What was meant → what is done: one command a file.
//!
//! A command connects the pipeline with the world and ends in a [`Status`]. Faults in content are
//! reported by whoever found them; a [`Failure`] is what stops a command before or after that.

pub mod audit;
pub mod build;
pub mod check;
mod document;
pub mod explain;
mod failure;
pub mod headers;
pub mod init;
pub mod new;
mod output;
mod project;
pub mod pseudo;
pub mod readability;
mod selection;
pub mod serve;
pub mod status;
pub mod translate;
pub mod verify;
pub mod whereabouts;

pub use failure::Failure;
pub use project::{Project, Request};

use crate::world::report::{Format, Voice};

/// How a command ended, as an exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 0: done.
    Done,
    /// 1: the content has faults.
    Faults,
    /// 2: the command or campaign.toml is wrong.
    Usage,
    /// 3: the machine would not: disk, port.
    Machine,
}

impl Status {
    /// The number.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Faults => 1,
            Self::Usage => 2,
            Self::Machine => 3,
        }
    }
}

/// How a command talks.
pub struct Manner {
    /// In which language.
    pub voice: Voice,
    /// For whom reports are.
    pub format: Format,
    /// Whether only errors are told.
    pub quiet: bool,
}
