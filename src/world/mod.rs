//! The only rooms that touch the disk, the clock, the environment, the network and the terminal.
//!
//! [`disk`] reads a campaign into a snapshot; [`publish`] puts a site where its readers find it;
//! [`deployment`] reads it there; [`report`] tells people what is wrong. Everything between is a function of values.

pub mod clock;
pub mod deployment;
pub mod disk;
pub mod progress;
pub mod publish;
pub mod report;
mod system;
