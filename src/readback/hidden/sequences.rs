//! Sequences of words of one length, each with who may see it.

use super::Audiences;
use crate::readback::keys::Table;

/// Sequences by their hashes.
pub(super) type Map = Table<u64, Gram>;

/// A sequence of words that somebody may not see.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gram {
    /// Who may see it.
    pub visible: Audiences,
    /// The passage it is from.
    pub passage: u32,
}

/// Sequences of one length. Of short ones there are few, which then cost next to nothing.
#[derive(Debug)]
pub(super) struct Sequences {
    /// How many words.
    pub length: usize,
    /// Each by its hash.
    pub grams: Map,
    filter: Filter,
}

/// A table of bits that says of most sequences at once that they are not hidden.
#[derive(Debug, Default)]
struct Filter {
    bits: Vec<u64>,
    mask: u64,
}

impl Filter {
    /// Sixteen bits for a key let through one stranger in sixteen; the least has its place in the
    /// processor's nearest cache.
    fn new(keys: usize) -> Self {
        let size = (keys * 16).next_power_of_two().max(1 << 10) as u64;
        Self {
            bits: vec![0; (size / 64) as usize],
            mask: size - 1,
        }
    }

    fn add(&mut self, key: u64) {
        let at = key & self.mask;
        self.bits[(at / 64) as usize] |= 1 << (at % 64);
    }

    #[inline]
    fn may_have(&self, key: u64) -> bool {
        let at = key & self.mask;
        self.bits
            .get((at / 64) as usize)
            .is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }
}

impl Sequences {
    /// No sequences yet.
    pub fn new(length: usize) -> Self {
        Self {
            length,
            grams: Map::default(),
            filter: Filter::default(),
        }
    }

    /// The sequence of this key.
    #[inline]
    pub fn get(&self, key: u64) -> Option<Gram> {
        match self.filter.may_have(key) {
            true => self.grams.get(&key).copied(),
            false => None,
        }
    }

    /// The sequence of this key, unless `viewers` may see it.
    pub fn find(&self, key: u64, viewers: Audiences) -> Option<Gram> {
        self.get(key).filter(|gram| gram.visible & viewers == 0)
    }

    /// Forgets what all may see, and makes ready to search.
    pub fn close(&mut self, all: Audiences) {
        self.grams.retain(|_, gram| gram.visible != all);
        self.grams.shrink_to_fit();
        if !self.grams.is_empty() {
            self.filter = Filter::new(self.grams.len());
        }
        for key in self.grams.keys() {
            self.filter.add(*key);
        }
    }
}
