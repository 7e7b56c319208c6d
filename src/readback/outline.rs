//! The outline of a text: what a page that is made from it has to show. Its blocks, in their order,
//! and every way to reach the lines that it places.

use std::collections::BTreeSet;

use crate::diagnostic::Place;
use crate::model::audience::Audience;
use crate::model::campaign::Campaign;
use crate::model::document::{Component, Form, Literal};
use crate::model::fact::{Fact, mentions_of};
use crate::model::hotline::Hotline;
use crate::readback::hidden::Audiences;
use crate::readback::keys::Table;
use crate::readback::passage::{Gathered, Passage, Role};
use crate::readback::words::{Window, words};
use crate::source::Span;

/// A block, as a number in the order of the text.
pub type BlockId = u32;

/// A block of a text.
#[derive(Clone, Debug)]
struct Block {
    visible: Audiences,
    place: Place,
    /// Whether the text says it more than once.
    is_repeated: bool,
}

/// A line that a text places in full.
#[derive(Clone, Debug)]
struct Placing {
    line: String,
    visible: Audiences,
    /// Where its card stands, if that is known.
    span: Option<Span>,
}

/// The card of a line: where a page has to show every way to reach it.
#[derive(Clone, Copy, Debug)]
pub struct Card<'c> {
    /// The line.
    pub line: &'c Hotline,
    /// The blocks of the text around it, of those that a page shows once: it stands between them. None
    /// at the beginning and at the end of the text.
    pub between: (Option<BlockId>, Option<BlockId>),
}

/// What a page that is made from a text has to show.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    blocks: Vec<Block>,
    /// By all their words.
    index: Table<u64, BlockId>,
    /// Those of which only the first words are known, by these.
    starts: Table<u64, BlockId>,
    /// The lines that it places in full.
    lines: Vec<Placing>,
    /// The addresses to which it links by itself.
    links: BTreeSet<String>,
}

/// What is wrong with the blocks of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disorder {
    /// It stands behind one that follows it in the text.
    Moved(Place),
    /// It is not there.
    Gone(Place),
}

impl Outline {
    /// The outline of a text of which this was gathered, for these audiences.
    pub fn new(gathered: &Gathered, campaign: &Campaign, audiences: &[Audience]) -> Self {
        let mut outline = Self {
            links: gathered.links.iter().cloned().collect(),
            ..Self::default()
        };
        let mut blocks: Vec<&Passage> = gathered
            .passages
            .iter()
            .filter(|passage| passage.role != Role::Other)
            .collect();
        blocks.sort_by_key(|passage| passage.place.span.start);
        for passage in blocks {
            outline.add(passage);
        }
        for placed in &gathered.placed {
            for (index, audience) in audiences.iter().enumerate() {
                let visible = placed.visible & (1 << index);
                if visible == 0 {
                    continue;
                }
                let lines = lines_of(&placed.component, campaign, audience).into_iter();
                outline.lines.extend(lines.map(|line| Placing {
                    line,
                    visible,
                    span: placed.span,
                }));
            }
        }
        outline
    }

    fn add(&mut self, passage: &Passage) {
        let number = self.blocks.len() as BlockId;
        let mut block = Block {
            visible: passage.visible,
            place: passage.place.clone(),
            is_repeated: false,
        };
        let table = match passage.role {
            Role::Start => &mut self.starts,
            Role::Block | Role::Other => &mut self.index,
        };
        let first = *table.entry(whole(&passage.words)).or_insert(number);
        let known = self.blocks.get_mut(first as usize);
        // A block that some read otherwise was gathered once for each of them.
        if let Some(known) = known
            && known.place == passage.place
        {
            known.visible |= passage.visible;
            return;
        }
        if first != number {
            // The first stands for all of them.
            block.visible = 0;
            let first = &mut self.blocks[first as usize];
            first.is_repeated = true;
            first.visible |= passage.visible;
        }
        self.blocks.push(block);
    }

    /// Whether this audience is to be shown some line in full.
    pub fn places_lines(&self, bit: Audiences) -> bool {
        self.lines.iter().any(|own| own.visible & bit != 0)
    }

    /// The block that says this audience these words, which are those of the text.
    pub fn find(&self, said: u64, text: &str, bit: Audiences) -> Option<BlockId> {
        let is_visible = |number: &BlockId| self.blocks[*number as usize].visible & bit != 0;
        let known = self.index.get(&said).copied().filter(is_visible);
        known.or_else(|| self.find_start(text).filter(is_visible))
    }

    /// The block that begins like this text, the longest beginning first.
    fn find_start(&self, text: &str) -> Option<BlockId> {
        if self.starts.is_empty() {
            return None;
        }
        let mut window = Window::default();
        let mut found = None;
        words(text, |word| {
            window.push(word.hash);
            found = self.starts.get(&window.whole()).copied().or(found);
        });
        found
    }

    /// Whether the text links to this address by itself.
    pub fn links_to(&self, address: &str) -> bool {
        self.links.contains(address)
    }

    /// The cards that this audience is to be shown, on a page on which it met these blocks.
    pub fn cards<'c>(
        &self,
        campaign: &'c Campaign,
        met: &[BlockId],
        bit: Audiences,
    ) -> Vec<Card<'c>> {
        let times = self.times(met);
        let numbers = 0..self.blocks.len() as BlockId;
        let fixed: Vec<BlockId> = numbers
            .filter(|number| self.is_fixed(*number, &times, bit))
            .collect();
        let span = |number: &&BlockId| self.blocks[**number as usize].place.span;
        let around = |card: Span| {
            let before = fixed.iter().rev().find(|own| span(own).end <= card.start);
            let after = fixed.iter().find(|own| span(own).start >= card.end);
            (before.copied(), after.copied())
        };
        let lines = self.lines.iter().filter(|own| own.visible & bit != 0);
        lines
            .filter_map(|own| {
                Some(Card {
                    line: campaign.hotlines.get(&own.line)?,
                    between: own.span.map_or((None, None), around),
                })
            })
            .collect()
    }

    /// How often each block was met.
    fn times(&self, met: &[BlockId]) -> Vec<u32> {
        let mut times = vec![0; self.blocks.len()];
        for block in met {
            times[*block as usize] += 1;
        }
        times
    }

    /// Whether a block has one place on a page. What is said twice, in a list of contents for
    /// instance, has not.
    fn is_fixed(&self, number: BlockId, times: &[u32], bit: Audiences) -> bool {
        let block = &self.blocks[number as usize];
        block.visible & bit != 0 && times[number as usize] == 1 && !block.is_repeated
    }

    /// What is wrong with a page on which this audience met these blocks, in the order of the page.
    pub fn compare(&self, met: &[BlockId], bit: Audiences) -> Vec<Disorder> {
        let times = self.times(met);
        let mut wrong: Vec<Disorder> = Vec::new();
        for (number, block) in self.blocks.iter().enumerate() {
            if block.visible & bit != 0 && times[number] == 0 {
                wrong.push(Disorder::Gone(block.place.clone()));
            }
        }
        let mut once = met
            .iter()
            .filter(|block| self.is_fixed(**block, &times, bit));
        let mut last = 0;
        let moved = once.find(|block| {
            let is_behind = **block < last;
            last = last.max(**block);
            is_behind
        });
        wrong
            .extend(moved.map(|block| Disorder::Moved(self.blocks[*block as usize].place.clone())));
        wrong
    }
}

/// The hash of all words of a block.
fn whole(words: &[u64]) -> u64 {
    let mut window = Window::default();
    words.iter().for_each(|word| window.push(*word));
    window.whole()
}

/// The lines that a directive on a line of its own shows this audience.
fn lines_of(component: &Component, campaign: &Campaign, audience: &Audience) -> Vec<String> {
    match (component.name.as_str(), component.form) {
        (_, Form::Inline) => Vec::new(),
        ("hotline", _) => {
            let facts = mentions_of(component)
                .into_iter()
                .map(|mention| mention.fact);
            let of_line = |fact| match fact {
                Fact::Hotline(id) => Some(id),
                Fact::Claim(_) => None,
            };
            facts.filter_map(of_line).collect()
        }
        ("hotlines", _) => offered(component, campaign, audience),
        _ => Vec::new(),
    }
}

/// The lines of a list of them: of all, or of one country. What else a list may select by, such as
/// the hour, is for others to know.
fn offered(component: &Component, campaign: &Campaign, audience: &Audience) -> Vec<String> {
    let mut country = component.label.as_ref();
    for argument in &component.arguments {
        match argument.name.as_str() {
            "country" => country = Some(argument),
            _ => return Vec::new(),
        }
    }
    let is_there = |line: &&Hotline| {
        country.is_none_or(|country| country.value == Literal::String(line.country.clone()))
    };
    let lines = campaign.offered(audience).into_iter().filter(is_there);
    lines.map(|line| line.id.clone()).collect()
}
