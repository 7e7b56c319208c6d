//! The audit: what was promised to visitors, edition by edition, and what the rendered bytes say
//! about it.
//!
//! A [`Census`] counts what is against a promise on every page and in every file that pages show;
//! [`judge`] turns the counts into [`Finding`]s. It promises nothing that it did not count: what
//! only a browser or a host can tell is said to be so.

mod census;
mod files;
mod judge;

use std::collections::BTreeMap;

use crate::model::campaign::Campaign;
use crate::model::host::Host;
use crate::model::site::Site;

pub use census::{Census, Fact, Witness};

/// The promises, by the names that the report gives them: S of what a visitor is kept safe from, P
/// of weight, H of what a host has to send. Each has a message `audit-<id>` with `.how`.
pub const GUARANTEES: [&str; 24] = [
    "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12", "S13", "S14", "S15",
    "S16", "S17", "P1", "H1", "H2", "H3", "H4", "H5", "H6",
];

/// Whether a promise is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It is.
    Held,
    /// It is not.
    Broken,
    /// It is, but not on one of the campaign's hosts.
    Lost,
    /// No look at files can tell.
    Untestable,
    /// It was not made to this edition.
    Off,
}

impl Status {
    /// Every status, in the order in which the report counts them.
    pub const ALL: [Self; 5] = [
        Self::Held,
        Self::Broken,
        Self::Lost,
        Self::Untestable,
        Self::Off,
    ];

    /// The word for it in JSON and in the ids of messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Broken => "broken",
            Self::Lost => "lost",
            Self::Untestable => "untestable",
            Self::Off => "off",
        }
    }
}

/// What was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What: a message `audit-fact-<name>`.
    pub fact: Fact,
    /// How often.
    pub count: usize,
    /// Of how many.
    pub total: usize,
    /// Where, a few of them.
    pub examples: Vec<String>,
}

/// What was found about one promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The promise, one of [`GUARANTEES`].
    pub guarantee: &'static str,
    /// Whether it is kept.
    pub status: Status,
    /// The campaign's hosts on which it is not.
    pub lost_on: Vec<Host>,
    /// What was counted.
    pub evidence: Vec<Evidence>,
}

/// What was found about one edition, or about the front door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionAudit {
    /// `survivors/es`; `/` for the front door.
    pub name: String,
    /// How many pages were looked at.
    pub pages: usize,
    /// About every promise, in the order of [`GUARANTEES`].
    pub findings: Vec<Finding>,
}

/// What was found about a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// The address that it is published under.
    pub base_url: String,
    /// The day it was looked at.
    pub date: String,
    /// The hosts that it is published on.
    pub hosts: Vec<Host>,
    /// How many errors stop it from being published.
    pub errors: usize,
    /// Edition by edition.
    pub editions: Vec<EditionAudit>,
}

impl Audit {
    /// How many promises have each status.
    pub fn tally(&self) -> BTreeMap<Status, usize> {
        let mut tally: BTreeMap<Status, usize> =
            Status::ALL.into_iter().map(|status| (status, 0)).collect();
        for finding in self.editions.iter().flat_map(|edition| &edition.findings) {
            *tally.entry(finding.status).or_default() += 1;
        }
        tally
    }
}

/// What the counts of each edition mean.
pub fn judge(campaign: &Campaign, site: &Site, censuses: &[Census]) -> Vec<EditionAudit> {
    censuses
        .iter()
        .map(|census| EditionAudit {
            name: census.name.clone(),
            pages: census.pages,
            findings: judge::findings(campaign, site, census),
        })
        .collect()
}
