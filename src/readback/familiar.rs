//! Texts that were read before. What a theme says stands on every page, and what is written for
//! everybody in every edition of its language: reading it once is enough.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::readback::hidden::Gist;

/// A text of fewer bytes is read as quickly as it is looked up.
pub const SHORTEST: usize = 40;

/// How many texts are remembered at most: 1.5 MB of them. A later one takes the place of an earlier.
const SLOTS: usize = 1 << 16;

/// A text with all that counts for how it is read, as a hash that no two texts share by chance
/// (SipHash, 64 bits).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(u64);

impl Key {
    /// The key of a text in which groups of digits end at `breaks`, looked up in the table of
    /// secrets of this number.
    pub fn new(text: &str, breaks: &[usize], table: usize) -> Self {
        let mut hasher = DefaultHasher::new();
        (text, breaks, table).hash(&mut hasher);
        Self(hasher.finish())
    }

    const fn slot(self) -> usize {
        self.0 as usize % SLOTS
    }
}

/// The texts in which no number was wrong, each with its gist.
///
/// Threads share it without waiting for each other. A slot keeps its key combined with its value:
/// of parts that different threads wrote, nobody's key comes out (Hyatt and Mann 2002, *A
/// lock-less transposition table*).
#[derive(Debug)]
pub struct Familiar {
    slots: Vec<Slot>,
}

#[derive(Debug, Default)]
struct Slot {
    mixed: AtomicU64,
    readers: AtomicU64,
    words: AtomicU64,
}

impl Default for Familiar {
    fn default() -> Self {
        let mut slots = Vec::new();
        slots.resize_with(SLOTS, Slot::default);
        Self { slots }
    }
}

impl Familiar {
    /// The gist of a text, if it was read before.
    pub fn gist(&self, key: Key) -> Option<Gist> {
        let slot = &self.slots[key.slot()];
        let mixed = slot.mixed.load(Ordering::Relaxed);
        let gist = Gist {
            readers: slot.readers.load(Ordering::Relaxed),
            words: slot.words.load(Ordering::Relaxed),
        };
        (mixed ^ gist.readers ^ gist.words == key.0 && mixed != 0).then_some(gist)
    }

    /// A text was read.
    pub fn meet(&self, key: Key, gist: Gist) {
        let slot = &self.slots[key.slot()];
        slot.readers.store(gist.readers, Ordering::Relaxed);
        slot.words.store(gist.words, Ordering::Relaxed);
        let mixed = key.0 ^ gist.readers ^ gist.words;
        slot.mixed.store(mixed, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_by_all_that_counts() {
        let familiar = Familiar::default();
        let gist = Gist {
            readers: 0b10,
            words: 7,
        };
        let key = Key::new("800 553 3000", &[], 0);
        assert_eq!(familiar.gist(key), None);
        familiar.meet(key, gist);
        assert_eq!(familiar.gist(key), Some(gist));
        assert_eq!(familiar.gist(Key::new("800 553 3001", &[], 0)), None);
        assert_eq!(familiar.gist(Key::new("800 553 3000", &[4], 0)), None);
        assert_eq!(familiar.gist(Key::new("800 553 3000", &[], 1)), None);
    }
}
