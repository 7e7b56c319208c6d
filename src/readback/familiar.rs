//! Texts that were read before. What a theme says stands on every page, and what is written for
//! everybody in every edition of its language: reading it once is enough.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::readback::hidden::Audiences;

/// A text of fewer bytes is read as quickly as it is looked up.
pub const SHORTEST: usize = 40;

/// How many texts are remembered at most: 1 MB of them. A later one takes the place of an earlier.
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

/// The texts in which no number was wrong, each with the audiences that may read it.
///
/// Threads share it without waiting for each other. A slot keeps its key combined with its value:
/// of two halves that different threads wrote, nobody's key comes out (Hyatt and Mann 2002, *A
/// lock-less transposition table*).
#[derive(Debug)]
pub struct Familiar {
    slots: Vec<Slot>,
}

#[derive(Debug, Default)]
struct Slot {
    mixed: AtomicU64,
    readers: AtomicU64,
}

impl Default for Familiar {
    fn default() -> Self {
        let mut slots = Vec::new();
        slots.resize_with(SLOTS, Slot::default);
        Self { slots }
    }
}

impl Familiar {
    /// Who may read a text, if it was read before.
    pub fn readers(&self, key: Key) -> Option<Audiences> {
        let slot = &self.slots[key.slot()];
        let readers = slot.readers.load(Ordering::Relaxed);
        let mixed = slot.mixed.load(Ordering::Relaxed);
        (mixed ^ readers == key.0 && readers != 0).then_some(readers)
    }

    /// A text was read.
    pub fn meet(&self, key: Key, readers: Audiences) {
        let slot = &self.slots[key.slot()];
        slot.readers.store(readers, Ordering::Relaxed);
        slot.mixed.store(key.0 ^ readers, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_by_all_that_counts() {
        let familiar = Familiar::default();
        let key = Key::new("800 553 3000", &[], 0);
        assert_eq!(familiar.readers(key), None);
        familiar.meet(key, 0b10);
        assert_eq!(familiar.readers(key), Some(0b10));
        assert_eq!(familiar.readers(Key::new("800 553 3001", &[], 0)), None);
        assert_eq!(familiar.readers(Key::new("800 553 3000", &[4], 0)), None);
        assert_eq!(familiar.readers(Key::new("800 553 3000", &[], 1)), None);
    }
}
