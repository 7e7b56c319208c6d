//! Recipe → File.

pub mod escape;
pub mod formats;
pub mod markdown;
pub mod messages;
