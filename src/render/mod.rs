//! Recipe → File.

pub mod formats;
pub mod markdown;
pub mod messages;
