//! How much text a message may come to.

use std::fmt;

/// The most bytes of a message, arguments included. A page of print has three thousand; a
/// hundred placeables of a megabyte each would be a hundred megabytes on every page.
pub const LIMIT: usize = 64 * 1024;

/// Text up to [`LIMIT`]. What would go beyond fails.
#[derive(Default)]
pub struct Budget(String);

impl Budget {
    /// The text.
    pub fn spent(self) -> String {
        self.0
    }
}

impl fmt::Write for Budget {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.0.len() + text.len() > LIMIT {
            return Err(fmt::Error);
        }
        self.0.push_str(text);
        Ok(())
    }
}
