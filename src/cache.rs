//! The ground: results that take long to make, kept from one run to the next.
//!
//! What is kept is a function of its key, so a cache can only save time: without one, or with one
//! that has lost or broken everything, the same bytes come out. Whoever runs the pipeline decides
//! where results are kept; the pipeline itself knows no disk.

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::source::Digest;

/// Keeps results by the digest of everything that they are made from.
pub trait Cache: Send + Sync {
    /// The result under this key, whole or not at all.
    fn find(&self, key: &Digest) -> Option<Vec<u8>>;

    /// Keeps a result. That it cannot be kept is no fault: it is made again.
    fn keep(&self, key: &Digest, result: &[u8]);
}

/// Keeps nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Forgetful;

impl Cache for Forgetful {
    fn find(&self, _: &Digest) -> Option<Vec<u8>> {
        None
    }

    fn keep(&self, _: &Digest, _: &[u8]) {}
}

/// Keeps everything as long as it lives: for tests.
#[derive(Debug, Default)]
pub struct InMemory(Mutex<BTreeMap<Digest, Vec<u8>>>);

impl Cache for InMemory {
    fn find(&self, key: &Digest) -> Option<Vec<u8>> {
        self.lock().get(key).cloned()
    }

    fn keep(&self, key: &Digest, result: &[u8]) {
        self.lock().insert(*key, result.to_vec());
    }
}

impl InMemory {
    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<Digest, Vec<u8>>> {
        self.0
            .lock()
            .expect("no thread panics while it holds the lock")
    }
}
