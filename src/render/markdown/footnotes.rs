//! Footnotes → HTML: a mark where they are referred to, and a section at the end.
//!
//! Their ids hold a colon, which no heading's id does, so the two never meet.

use super::Renderer;
use crate::model::document::Node;

/// A footnote of a reading. Its number is its place in their order.
pub(super) struct Footnote<'a> {
    label: &'a str,
    definition: &'a Node,
    /// Whether there is a mark to go back to.
    is_marked: bool,
}

impl<'a> From<(&'a str, &'a Node)> for Footnote<'a> {
    fn from((label, definition): (&'a str, &'a Node)) -> Self {
        Self {
            label,
            definition,
            is_marked: false,
        }
    }
}

impl Renderer<'_, '_> {
    /// The mark of a footnote. Only the first is gone back to. A footnote that this audience does
    /// not have leaves no mark; `parse` has reported it.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let Some(index) = self.footnotes.iter().position(|note| note.label == label) else {
            return;
        };
        let number = index + 1;
        if self.links > 0 {
            return self.push(&format!("<sup>{number}</sup>"));
        }
        let is_first = !std::mem::replace(&mut self.footnotes[index].is_marked, true);
        self.push(&format!("<sup><a href=\"#fn:{number}\""));
        if is_first {
            self.push(&format!(" id=\"fnref:{number}\""));
        }
        self.push(&format!(" role=\"doc-noteref\">{number}</a></sup>"));
    }

    pub(super) fn footnotes_section(&mut self) {
        if self.footnotes.is_empty() {
            return;
        }
        let label = self.surroundings.label("footnotes");
        self.push_block("<section class=\"footnotes\" role=\"doc-endnotes\"");
        self.attribute("aria-label", &label);
        self.push(">\n<ol>\n");
        for index in 0..self.footnotes.len() {
            self.footnote(index);
        }
        self.push("</ol>\n</section>\n");
    }

    fn footnote(&mut self, index: usize) {
        let number = index + 1;
        self.push(&format!("<li id=\"fn:{number}\">\n"));
        self.children(self.footnotes[index].definition);
        if self.footnotes[index].is_marked {
            let label = self.surroundings.label("footnote-back");
            self.end_line();
            self.push(&format!(
                "<a class=\"footnote-back\" href=\"#fnref:{number}\""
            ));
            self.push(" role=\"doc-backlink\"");
            self.attribute("aria-label", &format!("{label} {number}"));
            self.push(">↩</a>\n");
        }
        self.push("</li>\n");
    }
}
