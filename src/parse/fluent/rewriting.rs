//! From the text of a file to the text that is formatted.

use std::ops::Range;

/// The changes to a text, in any order.
#[derive(Debug, Default)]
pub struct Rewriting {
    changes: Vec<(Range<usize>, String)>,
}

impl Rewriting {
    /// These bytes go.
    pub fn remove(&mut self, range: Range<usize>) {
        self.replace(range, String::new());
    }

    /// This stands in place of these bytes.
    pub fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        self.changes.push((range, with.into()));
    }

    /// The changed text, with `\n` at the end of its lines.
    pub fn apply(mut self, text: &str) -> String {
        self.changes.sort_by_key(|(range, _)| range.start);
        let mut changed = String::with_capacity(text.len());
        let mut done = 0;
        for (range, with) in &self.changes {
            changed.push_str(&text[done..range.start]);
            changed.push_str(with);
            done = range.end;
        }
        changed.push_str(&text[done..]);
        changed.replace("\r\n", "\n")
    }
}
