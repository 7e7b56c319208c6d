//! Insertion: blocks of the original that a translation has not, and where in its file they belong.

use std::ops::Range;

use crate::exchange::page::Slot;
use crate::model::document::Document;
use crate::source::Span;

/// A file with its texts.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub(super) slots: &'a [Slot],
    pub(super) document: &'a Document,
    pub(super) text: &'a str,
    /// Where its body begins.
    pub(super) body: usize,
}

/// A block of the original that comes into a translation.
pub(super) struct Block {
    /// Its texts in the original.
    pub(super) slots: Range<usize>,
    /// Where it stands in the original.
    pub(super) span: Span,
    /// Where it is put into the translation.
    pub(super) at: usize,
    /// What parts it from what stands before it, and from what follows.
    pub(super) around: (String, String),
}

/// What came of looking for the places of the blocks that a translation lacks.
#[derive(Default)]
pub(super) struct Blocks {
    /// Those that have one.
    pub(super) placed: Vec<Block>,
    /// The texts of the original in those that have none: only a person can say where they belong.
    pub(super) lost: Vec<usize>,
}

/// The blocks of `original` whose texts have no place in `translation`, each where it first `fits`.
pub(super) fn blocks(
    original: Sheet<'_>,
    translation: Sheet<'_>,
    places: &[Option<usize>],
    fits: impl Fn(&Block) -> bool,
) -> Blocks {
    let search = Search {
        paths: paths(original),
        original,
        translation,
        places,
    };
    let is_missing = |at: &usize| original.slots[*at].is_body() && places[*at].is_none();
    let mut blocks = Blocks::default();
    let is_bare = translation.text[translation.body..].trim().is_empty();
    let first = original.slots.iter().position(Slot::is_body);
    if let Some(first) = first.filter(|_| is_bare) {
        blocks.placed.push(search.whole(first));
        return blocks;
    }
    let mut at = 0;
    while at < places.len() {
        if !is_missing(&at) {
            at += 1;
            continue;
        }
        match search.blocks(at).into_iter().find(&fits) {
            Some(block) => {
                at = block.slots.end;
                blocks.placed.push(block);
            }
            None => {
                blocks.lost.push(at);
                at += 1;
            }
        }
    }
    blocks
}

fn paths(sheet: Sheet<'_>) -> Vec<Vec<Span>> {
    let slots = sheet.slots.iter();
    slots
        .map(|slot| match slot.is_body() {
            true => sheet.document.blocks_around(slot.span),
            false => Vec::new(),
        })
        .collect()
}

struct Search<'a> {
    original: Sheet<'a>,
    translation: Sheet<'a>,
    places: &'a [Option<usize>],
    /// The blocks around each text of the original.
    paths: Vec<Vec<Span>>,
}

impl Search<'_> {
    /// The whole body, for a translation that has none yet.
    fn whole(&self, first: usize) -> Block {
        let end = self.translation.text.len();
        let is_closed = self.translation.text.ends_with('\n') || end == 0;
        let before = if is_closed { "" } else { "\n" };
        Block {
            slots: first..self.places.len(),
            span: Span::new(self.original.body, self.original.text.len()),
            at: self.translation.text.trim_end().len() + usize::from(is_closed && end > 0),
            around: (before.to_owned(), String::new()),
        }
    }

    /// The largest block around a text none of whose texts has a place, in the places that it may
    /// have.
    fn blocks(&self, at: usize) -> Vec<Block> {
        let path = &self.paths[at];
        let within = |block: Span| {
            let inside = (at..self.places.len()).take_while(move |slot| {
                let span = self.original.slots[*slot].span;
                block.start <= span.start && span.end <= block.end
            });
            at..inside.last().map_or(at, |last| last + 1)
        };
        let depth = (0..path.len()).find(|depth| {
            let block = path[*depth];
            let is_first = at == 0 || self.original.slots[at - 1].span.start < block.start;
            is_first && within(block).all(|slot| self.places[slot].is_none())
        });
        let Some(depth) = depth else {
            return Vec::new();
        };
        let slots = within(path[depth]);
        let found = [
            self.behind(at, depth, depth),
            self.ahead(at, slots.end, depth),
            self.at_the_end(at, depth),
        ];
        let block = |(at, around)| Block {
            span: self.trimmed(path[depth]),
            slots: slots.clone(),
            at,
            around,
        };
        found.into_iter().flatten().map(block).collect()
    }

    fn trimmed(&self, block: Span) -> Span {
        let written = &self.original.text[block.range()];
        Span::new(block.start, block.start + written.trim_end().len())
    }

    /// Whether a text stands in a block that is a sibling of the one around `at` at this depth, or
    /// is one itself, as the line of an item is beside the list below it.
    fn is_beside(&self, other: usize, at: usize, depth: usize) -> bool {
        let (one, other) = (&self.paths[at], &self.paths[other]);
        other.len() >= depth && other[..depth] == one[..depth]
    }

    /// The block of the translation that stands for the one around a text at this depth.
    fn counterpart(&self, other: usize, depth: usize) -> Option<Span> {
        let slot = &self.translation.slots[self.places[other]?];
        let path = self.translation.document.blocks_around(slot.span);
        path.get(depth).copied().or(Some(slot.span))
    }

    /// Behind the sibling before it, or behind what holds that at the depth of `reach`.
    fn behind(&self, at: usize, depth: usize, reach: usize) -> Option<(usize, (String, String))> {
        let other = self.sibling((0..at).rev(), at, depth)?;
        let before = self.counterpart(other, reach)?;
        let end = self.translation.text[..before.end].trim_end().len();
        let gap = self.gap(self.paths[at][depth].start);
        gap.contains('\n').then(|| (end, (gap, String::new())))
    }

    /// The first of `others` that has a place and stands beside the block.
    fn sibling(
        &self,
        mut others: impl Iterator<Item = usize>,
        at: usize,
        depth: usize,
    ) -> Option<usize> {
        others.find(|other| self.places[*other].is_some() && self.is_beside(*other, at, depth))
    }

    /// Before the sibling behind it.
    fn ahead(&self, at: usize, next: usize, depth: usize) -> Option<(usize, (String, String))> {
        let other = self.sibling(next..self.places.len(), at, depth)?;
        let behind = self.counterpart(other, depth)?;
        let own = self.original.slots[other].span;
        let block = self.paths[other].get(depth).unwrap_or(&own);
        let gap = self.gap(block.start);
        gap.contains('\n')
            .then(|| (behind.start, (String::new(), gap)))
    }

    /// At the end of what holds it and something before it, such as the first row of a table.
    fn at_the_end(&self, at: usize, depth: usize) -> Option<(usize, (String, String))> {
        self.behind(at, depth, depth.checked_sub(1)?)
    }

    /// What parts a block of the original from what stands before it: line ends, blanks and the
    /// marks of a quotation.
    fn gap(&self, start: usize) -> String {
        let before = &self.original.text[self.original.body..start];
        let kept = before.trim_end_matches(|c: char| c.is_whitespace() || c == '>');
        before[kept.len()..].to_owned()
    }
}
