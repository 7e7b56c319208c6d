//! `campaign translate`: what to do next, texts to translators and back, and what is done.

pub mod accept;
pub mod export;
pub mod import;
pub(super) mod names;
pub mod next;
