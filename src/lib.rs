//! `campaign` makes bilingual awareness campaigns into one static site for each audience and
//! language.
//!
//! # Words
//!
//! An [`Edition`](model::audience::Edition) is one [`Locale`](model::locale::Locale) for one
//! [`Audience`](model::audience::Audience): what one reader gets, written `survivors/es`. A
//! [`Page`](model::page::Page) is a topic, a folder in `content/`; a
//! [`Translation`](model::page::Translation) is the page in one locale, a Markdown file. What is
//! wrong with somebody's files is a [`Diagnostic`](diagnostic::Diagnostic), a value.
//!
//! # Steps
//!
//! ```text
//!         read               parse              plan × Edition           render           publish
//! disk ─────────▶ Snapshot ─────────▶ Campaign ───────────────▶ Site ─────────────▶ File ─────────▶ public/
//!                                        └────────── check ───────┘
//! ```
//!
//! [`compile`](mod@compile) is the pipeline from a [`Snapshot`](source::Snapshot) to a
//! [`Compiled`](compile::Compiled) campaign, from which any [`File`](render::file::File) can be
//! rendered. It is pure: the same snapshot and options give the same bytes, on any machine, in any
//! order, with any number of threads. [`command`] connects it with the [`world`], and hands every
//! file to the [`readback`] before it is published: a second reader that shares no code with what
//! wrote it.
//!
//! # Invariants
//!
//! Each is held by a test in `tests/it`.
//!
//! - Below `world` nothing touches disk, clock, environment, network or terminal.
//! - Rooms import downward only, and the wings ([`parse`], [`plan`], [`render`], [`check`],
//!   [`readback`]) do not know each other. Every engine has one home.
//! - A fault in content is never an `Err` and never a panic.
//! - [`Document::for_audience`](model::document::Document::for_audience) is the only way from a
//!   document to HTML, text, headings or links.
//! - An edition's bytes are a function of what its reader may see.
//! - Content is data, never a template or active code.
//! - The published folder is the whole old site or the whole new one, and no file that `campaign`
//!   did not write is ever changed or deleted.

#![forbid(unsafe_code)]
#![warn(missing_docs)]
// A room tells its story with its inner parts, too: `cargo doc --document-private-items`.
#![allow(rustdoc::private_intra_doc_links)]

pub mod bundle;
pub mod cache;
pub mod check;
pub mod cli;
pub mod command;
pub mod compile;
pub mod diagnostic;
pub mod exchange;
pub mod memo;
pub mod model;
pub mod parse;
pub mod picture;
pub mod plan;
pub mod readback;
pub mod render;
pub mod rules;
pub mod source;
pub mod world;
