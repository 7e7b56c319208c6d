//! The words of the design as types, with no behaviour beyond their own.

pub mod audience;
pub mod campaign;
pub mod claim;
pub mod color;
pub mod date;
pub mod document;
pub mod exit;
pub mod fact;
pub mod front_matter;
pub mod host;
pub mod hotline;
pub mod link;
pub mod list;
pub mod locale;
pub mod message;
pub mod opening;
pub mod page;
pub mod palette;
pub mod pattern;
pub mod picture;
pub mod policy;
pub mod route;
pub mod settings;
pub mod site;
pub mod theme;
pub mod visit;
