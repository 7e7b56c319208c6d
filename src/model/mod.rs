//! The words of the design as types, with no behaviour beyond their own.

pub mod audience;
pub mod campaign;
pub mod date;
pub mod document;
pub mod front_matter;
pub mod hotline;
pub mod link;
pub mod list;
pub mod locale;
pub mod message;
pub mod page;
pub mod route;
pub mod settings;
pub mod site;
pub mod theme;
pub mod words;
