//! What a page owes the text that it is made from: all blocks in their order, and every way to
//! reach the lines that the text places.

use std::collections::BTreeSet;

use super::Page;
use crate::diagnostic::Place;
use crate::model::hotline::{Channel, Hotline};
use crate::readback::finding::Finding;
use crate::readback::outline::{BlockId, Disorder};
use crate::rules;

/// What a page was found to show of its text.
#[derive(Default)]
pub(super) struct Shown {
    /// The blocks, in the order of the page.
    blocks: Vec<BlockId>,
    /// Where its links lead, and what it says: kept only where lines are placed, of the main part
    /// only when there is one.
    links: BTreeSet<String>,
    said: String,
    is_complete: bool,
}

impl Page<'_, '_, '_> {
    /// A block ended that says this.
    pub(super) fn show(&mut self, text: &str) {
        if let Some(block) = self.inspector.said(text, &self.breaks) {
            self.shown.blocks.push(block);
        }
        if self.places_lines && !self.shown.is_complete {
            self.shown.said.push_str(text);
            self.shown.said.push('\n');
        }
    }

    /// A link leads here.
    pub(super) fn show_link(&mut self, address: &str) {
        if self.places_lines && !self.shown.is_complete {
            self.shown.links.insert(address.to_owned());
        }
    }

    /// What the page does not show, or elsewhere than its text.
    pub(super) fn check_duty(&mut self) {
        let (Some(outline), Some(bit)) = (self.inspector.outline, self.inspector.bit()) else {
            return;
        };
        let shown = std::mem::take(&mut self.shown);
        for disorder in outline.compare(&shown.blocks, bit) {
            let (reason, place) = match disorder {
                Disorder::Moved(place) => ("moved", place),
                Disorder::Gone(place) => ("gone", place),
            };
            self.owe(rules::MOVED_BLOCK.id, reason, String::new(), place);
        }
        for (line, channel) in outline.channels(self.inspector.readback.campaign, bit) {
            if !shown.offers(line, channel) {
                let what = format!("{}: {}", line.id, channel.display);
                let place = Place::new(&line.path, channel.span);
                self.owe(rules::MISSING_CHANNEL.id, "missing", what, place);
            }
        }
    }

    fn owe(&mut self, rule: &'static str, reason: &'static str, what: String, place: Place) {
        let mut finding = Finding::new(rule, reason, what);
        finding.place = Some(place);
        self.inspector.account.findings.push(finding);
    }
}

impl Shown {
    /// The main part begins: what stands around it is the same on every page.
    pub(super) fn begin(&mut self) {
        self.links.clear();
        self.said.clear();
    }

    /// The main part ends.
    pub(super) fn end(&mut self) {
        self.is_complete = true;
    }

    /// Whether a reader sees how to reach a line in this way: a link, or the number to dial if no
    /// other way shows the same.
    fn offers(&self, line: &Hotline, channel: &Channel) -> bool {
        let is_linked = |href: &String| self.links.contains(href);
        let same = line.channels.iter();
        let is_alone = same
            .filter(|other| other.display == channel.display)
            .count()
            == 1;
        channel.href.as_ref().is_some_and(is_linked)
            || (is_alone || channel.href.is_none()) && self.said.contains(&channel.display)
    }
}
