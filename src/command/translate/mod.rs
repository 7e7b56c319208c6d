//! `campaign translate`: texts to translators, and back.

pub mod export;
pub mod import;
