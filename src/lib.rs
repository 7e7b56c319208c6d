//! `campaign`: see the module tour below.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod check;
pub mod command;
pub mod compile;
pub mod diagnostic;
pub mod model;
pub mod parse;
pub mod plan;
pub mod render;
pub mod rules;
pub mod source;
pub mod world;
