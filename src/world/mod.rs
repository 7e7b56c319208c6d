//! The only rooms that touch disk, clock, environment, network and terminal.

pub mod report;
