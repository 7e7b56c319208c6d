//! Snapshot → Campaign.

pub mod fluent;
pub mod locale;
pub mod markdown;
