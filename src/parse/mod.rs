//! Snapshot → Campaign.

mod destination;
pub mod directive;
pub mod fluent;
pub mod html;
pub mod markdown;
