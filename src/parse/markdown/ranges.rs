//! Sets of bytes, as ranges in order.

use crate::source::Span;

/// Ranges in the order of their starts. One may hold others, as a link holds code.
#[derive(Debug, Default)]
pub(super) struct Ranges {
    spans: Vec<Span>,
}

impl Ranges {
    /// Adds a range that does not start before the last one. One inside the last adds nothing.
    pub(super) fn push(&mut self, span: Span) {
        if self.spans.last().is_none_or(|last| last.end < span.end) {
            self.spans.push(span);
        }
    }

    /// Whether the byte is in one of the ranges.
    pub(super) fn contains(&self, at: usize) -> bool {
        self.end_around(at).is_some()
    }

    /// The end of the range that holds the byte.
    pub(super) fn end_around(&self, at: usize) -> Option<usize> {
        let after = self.spans.partition_point(|span| span.start <= at);
        let last = self.spans[..after].last()?;
        (at < last.end).then_some(last.end)
    }
}
