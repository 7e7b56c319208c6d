//! The only rooms that touch the disk, the clock, the network and the terminal.
//!
//! [`disk`] reads a campaign into a snapshot; [`publish`] puts a site where its readers find it.
//! Everything between the two is a function of values.

pub mod disk;
pub mod publish;
mod system;
