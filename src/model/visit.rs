//! Visits: what somebody finds who follows a link out of the campaign.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Place;

/// An address of another site, and where the campaign names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// Where it is named.
    pub place: Place,
    /// The address as it is written.
    pub address: String,
    /// A copy of what is there, if the campaign knows one.
    pub archive: Option<String>,
}

impl Mention {
    /// What a host is asked for: a part of a page is found by the browser alone.
    pub fn target(&self) -> &str {
        self.address
            .split_once('#')
            .map_or(self.address.as_str(), |(target, _)| target)
    }
}

/// What is found at an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Visit {
    /// Something.
    Alive,
    /// Something, which has moved for good to this address.
    Moved(String),
    /// Nothing: the status, 404 or 410.
    Dead(u16),
    /// The way to itself.
    Loop,
    /// A host that would not show it: the status.
    Refused(u16),
    /// A host that has too much to do.
    Busy,
    /// No answer, and why, in one word.
    Unanswered(String),
}

impl Visit {
    /// Whether the same would be found tomorrow, as far as anybody can tell.
    pub fn is_lasting(&self) -> bool {
        matches!(
            self,
            Self::Alive | Self::Moved(_) | Self::Dead(_) | Self::Loop
        )
    }
}
