//! What a page owes the text that it is made from: all blocks in their order, and every way to
//! reach the lines that the text places.

use super::Page;
use crate::diagnostic::Place;
use crate::model::hotline::{Channel, Hotline};
use crate::readback::finding::Finding;
use crate::readback::outline::{BlockId, Card, Disorder};
use crate::rules;

/// What a page was found to show of its text.
#[derive(Default)]
pub(super) struct Shown {
    /// The blocks, in the order of the page.
    blocks: Vec<BlockId>,
    /// Where its links lead, and what it says: kept only where lines are placed, of the main part
    /// only when there is one.
    links: Vec<Piece>,
    said: Vec<Piece>,
    /// How many of the links stand in a text that has ended.
    ended: usize,
    is_complete: bool,
}

/// A link or a text of a page.
struct Piece {
    /// Where it leads, or what it says.
    text: String,
    /// How many blocks ended before it.
    after: usize,
    /// The block that it is a part of.
    within: Option<BlockId>,
}

impl Page<'_, '_, '_> {
    /// A block ended that says this.
    pub(super) fn show(&mut self, text: &str) {
        let within = self.inspector.said(text, &self.breaks);
        let shown = &mut self.shown;
        if self.places_lines && !shown.is_complete {
            let after = shown.blocks.len();
            let text = text.to_owned();
            shown.said.push(Piece {
                text,
                after,
                within,
            });
            for link in &mut shown.links[shown.ended..] {
                link.within = within;
            }
            shown.ended = shown.links.len();
        }
        shown.blocks.extend(within);
    }

    /// A link leads here.
    pub(super) fn show_link(&mut self, address: &str) {
        if self.places_lines && !self.shown.is_complete {
            self.shown.links.push(Piece {
                text: address.to_owned(),
                after: self.shown.blocks.len(),
                within: None,
            });
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
        let cards = outline.cards(self.inspector.readback.campaign, &shown.blocks, bit);
        for card in &cards {
            for channel in &card.line.channels {
                if !shown.offers(card, channel, &cards) {
                    let what = format!("{}: {}", card.line.id, channel.display);
                    let place = Place::new(&card.line.path, channel.span);
                    self.owe(rules::MISSING_CHANNEL.id, "missing", what, place);
                }
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
        self.ended = 0;
    }

    /// The main part ends.
    pub(super) fn end(&mut self) {
        self.is_complete = true;
    }

    /// Whether a reader of a card sees how to reach its line in this way: a link, or the number to
    /// dial if no other way shows the same. Of cards that stand together, each has its own link.
    fn offers(&self, card: &Card<'_>, channel: &Channel, cards: &[Card<'_>]) -> bool {
        if let Some(href) = &channel.href {
            let beside = cards.iter().filter(|other| other.between == card.between);
            let wanted = beside.filter(|other| leads(other.line, href)).count();
            let links = self.at(card, &self.links);
            match links.filter(|link| link.text == *href).count() {
                0 => {}
                found => return found >= wanted,
            }
        }
        let same = card.line.channels.iter();
        let same = same.filter(|other| other.display == channel.display);
        let is_plain = channel.href.is_none() || same.count() == 1;
        let mut said = self.at(card, &self.said);
        is_plain && said.any(|said| said.text.contains(&channel.display))
    }

    /// What stands where a card has to: behind the block before it, and not in the one after it.
    /// Anywhere on a page that shows the two in another order.
    fn at<'s>(&self, card: &Card<'_>, pieces: &'s [Piece]) -> impl Iterator<Item = &'s Piece> {
        let place = |block: BlockId| self.blocks.iter().position(|own| *own == block);
        let (before, after) = card.between;
        let start = before.and_then(place).map_or(0, |at| at + 1);
        let end = after.and_then(place).unwrap_or(usize::MAX);
        let is_turned = start > end;
        pieces.iter().filter(move |piece| {
            let is_there = (start..=end).contains(&piece.after);
            is_turned || is_there && (piece.within.is_none() || piece.within != after)
        })
    }
}

/// Whether a line is reached at this address.
fn leads(line: &Hotline, href: &str) -> bool {
    let mut channels = line.channels.iter();
    channels.any(|channel| channel.href.as_deref() == Some(href))
}
