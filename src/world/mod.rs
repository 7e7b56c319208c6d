//! The only rooms that touch the disk, the clock, the environment, the network and the terminal.
//!
//! [`disk`] reads a campaign into a snapshot; [`publish`] puts a site where its readers find it;
//! [`watch`] hears when it changes; [`server`] shows the site to a browser while somebody edits;
//! [`web`] asks other hosts: [`deployment`] reads there what was published, and [`visits`] looks
//! where links lead; [`history`] knows earlier versions of a file; [`report`] tells people what is
//! wrong. Everything between is a function of values.

pub mod amend;
pub mod browser;
pub mod cache;
pub mod clock;
pub mod deployment;
pub mod disk;
pub mod history;
pub mod progress;
pub mod publish;
pub mod report;
pub mod save;
pub mod scaffold;
pub mod server;
mod system;
pub mod visits;
pub mod watch;
pub mod web;
