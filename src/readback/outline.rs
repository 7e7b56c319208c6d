//! The outline of a text: what a page that is made from it has to show. Its blocks, in their order,
//! and every way to reach the lines that it places.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Place;
use crate::model::audience::Audience;
use crate::model::campaign::Campaign;
use crate::model::document::{Component, Form, Literal};
use crate::model::fact::{Fact, mentions_of};
use crate::model::hotline::{Channel, Hotline};
use crate::readback::hidden::Audiences;
use crate::readback::keys::Table;
use crate::readback::passage::{Gathered, Passage, Role};
use crate::readback::words::{Window, words};

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

/// What a page that is made from a text has to show.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    blocks: Vec<Block>,
    /// By all their words.
    index: Table<u64, BlockId>,
    /// Those of which only the first words are known, by these.
    starts: Table<u64, BlockId>,
    /// The lines that it places in full, and for whom.
    lines: BTreeMap<String, Audiences>,
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
        for (component, visible) in &gathered.placed {
            for (index, audience) in audiences.iter().enumerate() {
                let bit = 1 << index;
                if visible & bit != 0 {
                    outline.place(component, campaign, audience, bit);
                }
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

    fn place(
        &mut self,
        component: &Component,
        campaign: &Campaign,
        audience: &Audience,
        bit: Audiences,
    ) {
        for id in lines_of(component, campaign, audience) {
            *self.lines.entry(id).or_default() |= bit;
        }
    }

    /// Whether this audience is to be shown some line in full.
    pub fn places_lines(&self, bit: Audiences) -> bool {
        self.lines.values().any(|visible| visible & bit != 0)
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

    /// Every way to reach a line that this audience is to be shown in full.
    pub fn channels<'c>(
        &self,
        campaign: &'c Campaign,
        bit: Audiences,
    ) -> impl Iterator<Item = (&'c Hotline, &'c Channel)> {
        let lines = self.lines.iter();
        lines
            .filter(move |(_, visible)| **visible & bit != 0)
            .filter_map(|(id, _)| campaign.hotlines.get(id))
            .flat_map(|line| line.channels.iter().map(move |channel| (line, channel)))
    }

    /// What is wrong with a page on which this audience met these blocks, in the order of the page.
    pub fn compare(&self, met: &[BlockId], bit: Audiences) -> Vec<Disorder> {
        let mut times = vec![0_u32; self.blocks.len()];
        for block in met {
            times[*block as usize] += 1;
        }
        let mut wrong: Vec<Disorder> = Vec::new();
        for (number, block) in self.blocks.iter().enumerate() {
            if block.visible & bit != 0 && times[number] == 0 {
                wrong.push(Disorder::Gone(block.place.clone()));
            }
        }
        // What is said twice, in a list of contents for instance, has no one place.
        let mut once = met.iter().filter(|block| {
            times[**block as usize] == 1 && !self.blocks[**block as usize].is_repeated
        });
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
