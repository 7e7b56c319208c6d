//! Texts that are no Markdown → strands: Fluent files, templates, TOML and front matter, as they
//! stand in the file. They need not be understood, only what of them a reader would see.

mod data;
mod fluent;
mod template;

pub use data::{head, toml};
pub use fluent::fluent;
pub use template::template;
