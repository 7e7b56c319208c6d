//! Snapshot → Campaign.

pub mod fluent;
pub mod markdown;
