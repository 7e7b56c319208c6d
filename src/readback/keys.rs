//! Keys of tables that are asked for every link and every word: hashed in a few instructions.
//!
//! What is looked up in them is the campaign's own output, so nobody gains by making two keys
//! collide; and nobody walks through them, so their order is nobody's concern.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table of such keys.
pub type Table<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// The multiplier of Fibonacci hashing: 2⁶⁴ divided by the golden ratio.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Eight bytes at a time.
#[derive(Default)]
pub struct Quick(u64);

impl Quick {
    fn add(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(FACTOR);
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        // Tables are indexed by the lower bits, which depend on few of the key's.
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.add(u64::from_le_bytes(*chunk));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.add(u64::from_le_bytes(last));
    }

    fn write_u64(&mut self, key: u64) {
        self.add(key);
    }

    fn write_u32(&mut self, key: u32) {
        self.add(u64::from(key));
    }
}
