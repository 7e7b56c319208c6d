//! The ground: results of pure functions, kept by the digest of what they were made from.
//!
//! A preview compiles the whole campaign after each edit. What was made from inputs that are the
//! same as before is the same as before, so it is taken from here instead of being made again:
//! there is nothing to invalidate. A memo can only save time, never change a result, as long as
//! the digest covers everything that the function looks at.
//!
//! ```
//! use campaign::memo::Memo;
//! use campaign::source::Digest;
//!
//! let memo = Memo::default();
//! let words = |text: &str| {
//!     let inputs = Digest::of(text.as_bytes());
//!     *memo.recall("words", inputs, || text.split(' ').count())
//! };
//! assert_eq!(words("one two"), 2);
//! assert_eq!(words("one two"), 2); // counted once
//! ```

use std::any::Any;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use crate::source::Digest;

/// What is kept, by what it is and what it was made from.
#[derive(Default)]
pub struct Memo {
    round: AtomicU64,
    kept: Mutex<HashMap<(&'static str, Digest), Kept>>,
}

struct Kept {
    value: Arc<dyn Any + Send + Sync>,
    /// The last round in which somebody asked for it.
    used: u64,
}

impl Memo {
    /// What `make` yields, which depends on nothing but `inputs`. `kind` names the function: values
    /// of two kinds are never mistaken for each other.
    ///
    /// # Panics
    /// When one kind is used for two types.
    pub fn recall<T: Send + Sync + 'static>(
        &self,
        kind: &'static str,
        inputs: Digest,
        make: impl FnOnce() -> T,
    ) -> Arc<T> {
        let value = match self.find(kind, inputs) {
            Some(value) => value,
            // Made without the lock, so that others go on. Two threads that make one value waste
            // the work of one of them, and agree.
            None => self.keep(kind, inputs, Arc::new(make())),
        };
        value.downcast().expect("a kind has one type")
    }

    /// Begins another round, and drops what nobody asked for in the last one and nobody holds: a
    /// value made of others may hold these, so that they are there when it has to be made again.
    pub fn turn(&self) {
        let last = self.round.fetch_add(1, Ordering::Relaxed);
        let mut kept = self.lock();
        kept.retain(|_, kept| kept.used == last || Arc::strong_count(&kept.value) > 1);
    }

    /// How many values are kept.
    pub fn len(&self) -> usize {
        self.lock().len()
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn find(&self, kind: &'static str, inputs: Digest) -> Option<Arc<dyn Any + Send + Sync>> {
        let mut kept = self.lock();
        let found = kept.get_mut(&(kind, inputs))?;
        found.used = self.round.load(Ordering::Relaxed);
        Some(Arc::clone(&found.value))
    }

    fn keep(
        &self,
        kind: &'static str,
        inputs: Digest,
        value: Arc<dyn Any + Send + Sync>,
    ) -> Arc<dyn Any + Send + Sync> {
        let entry = Kept {
            value: Arc::clone(&value),
            used: self.round.load(Ordering::Relaxed),
        };
        self.lock().insert((kind, inputs), entry);
        value
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<(&'static str, Digest), Kept>> {
        self.kept
            .lock()
            .expect("no thread panics while it holds the lock")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_round_does_not_use_is_dropped() {
        let memo = Memo::default();
        let ask = |kind, text: &str| {
            let inputs = Digest::of(text.as_bytes());
            *memo.recall(kind, inputs, || text.len())
        };
        assert_eq!((ask("a", "x"), ask("a", "yy"), ask("b", "x")), (1, 2, 1));
        assert_eq!(memo.len(), 3);
        memo.turn();
        assert_eq!(memo.len(), 3, "the round that ended used them");
        ask("a", "yy");
        memo.turn();
        assert_eq!(memo.len(), 1);
        memo.turn();
        assert!(memo.is_empty());
    }

    #[test]
    fn what_somebody_holds_is_kept() {
        let memo = Memo::default();
        let inputs = Digest::of(b"x");
        let held = memo.recall("part", inputs, || 1);
        memo.turn();
        memo.turn();
        assert_eq!(memo.len(), 1);
        drop(held);
        memo.turn();
        assert!(memo.is_empty());
    }

    #[test]
    fn a_value_is_made_once() {
        let memo = Memo::default();
        let inputs = Digest::of(b"x");
        assert_eq!(*memo.recall("a", inputs, || 1), 1);
        assert_eq!(*memo.recall("a", inputs, || 2), 1);
        assert_eq!(*memo.recall("b", inputs, || 2), 2);
    }
}
