//! The exit: a way off the page in one move, for a reader whom somebody walks in on.

use std::collections::BTreeMap;

use crate::model::locale::LocaleTag;
use crate::model::page::PageKey;
use crate::source::Span;

/// How links inside an edition behave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Navigation {
    /// As everywhere: each page is a step that Back returns to.
    #[default]
    Normal,
    /// The whole visit is one step in the tab's history, so that after leaving, Back shows what was
    /// there before the site. It costs the Back button inside the site.
    SingleEntry,
}

/// Where an exit leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// An absolute address.
    pub url: String,
    /// Where it stands in campaign.toml.
    pub span: Span,
}

/// The exit of an audience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// Where it leads, by the language of the page.
    pub targets: BTreeMap<LocaleTag, Target>,
    /// How links inside the edition behave.
    pub navigation: Navigation,
    /// The page that says honestly what an exit does not do.
    pub safety_page: Option<PageKey>,
    /// Where campaign.toml turns it on.
    pub span: Span,
}

/// The messages that an edition with an exit must have: what an exit does not do (visitor safety,
/// NNEDV tip 3: never tell people that they can clear tracks without mentioning spyware).
pub const SAFETY_MESSAGES: [&str; 3] = [
    "safety-history-not-erased",
    "safety-spyware",
    "safety-other-device",
];

/// What a page may cost a reader who pays by the megabyte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// How many kilobytes of 1000 bytes it may be, compressed, with everything it shows.
    pub kilobytes: usize,
    /// How many files a browser may have to ask for; any number when none.
    pub requests: Option<usize>,
}

impl Budget {
    /// What a page of a discreet audience may cost unless campaign.toml says otherwise: on an old
    /// phone in a bad net (40 kB/s) it is there in little more than a second.
    pub const DISCREET: Self = Self {
        kilobytes: 50,
        requests: Some(5),
    };
}
