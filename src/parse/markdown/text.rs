//! Text → nodes: with the directives whose masks stand in it, and what in it is a fault.

use super::build::Builder;
use super::footnotes;
use super::frame::Origin;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::document::{Kind, Node};
use crate::rules::MISSING_FOOTNOTE;
use crate::source::Span;

impl Builder<'_> {
    pub(super) fn text(&mut self, text: &str, span: Span) {
        if let Some(block) = &mut self.block {
            block.push((span, text.to_owned()));
            return;
        }
        if let Origin::Markdown(Kind::CodeBlock { text: code, .. }) = &mut self.top().origin {
            code.push_str(text);
            return;
        }
        self.check_fence(text, span);
        self.check_footnote(text, span);
        self.is_line_start = false;
        self.marked_text(text, span);
    }

    /// Text, and the directives whose masks stand in it.
    fn marked_text(&mut self, text: &str, span: Span) {
        let mut at = span.start;
        let mut index = self.marks.partition_point(|mark| mark.span.start < at);
        while let Some(mark) = self.marks.get(index) {
            let (place, is_masked) = (mark.span, mark.is_masked && !mark.is_line);
            // Text that is not as long as its span has entities in it, and no masks.
            if place.end > span.end || text.len() != span.end - span.start {
                break;
            }
            if is_masked {
                let before = Span::new(at, place.start);
                let written = text.get(at - span.start..place.start - span.start);
                self.add_text(written.unwrap_or_default(), before);
                self.directive(index);
                at = place.end;
            }
            index += 1;
        }
        let rest = text.get(at - span.start..).unwrap_or_default();
        self.add_text(rest, Span::new(at, span.end));
    }

    /// A line that begins with `:::` is no text, whatever block it stands in.
    fn check_fence(&mut self, text: &str, span: Span) {
        let written = text.trim_ascii_start();
        if !self.is_line_start || !written.starts_with(":::") {
            return;
        }
        let start = span.end.saturating_sub(written.len()).max(span.start);
        let before = self.grammar.text.as_bytes()[..start].last();
        let place = Span::new(start, span.end);
        if before != Some(&b'\\') && !self.has_line_mark(place) {
            self.misplaced(place);
        }
    }

    /// A reference to a footnote that nobody defined is text to the engine.
    fn check_footnote(&mut self, text: &str, span: Span) {
        if !text.ends_with('[') {
            return;
        }
        let start = span.end - 1;
        let Some(label) = footnotes::label(&self.grammar.text[start..]) else {
            return;
        };
        let place = Span::new(start, start + label.len() + "[^]".len());
        self.report(
            Diagnostic::new(&MISSING_FOOTNOTE)
                .at(Place::new(self.grammar.path, place))
                .with("name", label),
        );
    }

    pub(super) fn line_break(&mut self, kind: Kind, span: Span) {
        self.leaf(kind, span);
        self.is_line_start = true;
    }

    pub(super) fn leaf(&mut self, kind: Kind, span: Span) {
        self.is_line_start = false;
        self.add(Node::new(kind, span, Vec::new()));
    }

    pub(super) fn task(&mut self, is_done: bool) {
        let item = self
            .stack
            .iter_mut()
            .rev()
            .find_map(|frame| match &mut frame.origin {
                Origin::Markdown(Kind::Item { task }) => Some(task),
                _ => None,
            });
        if let Some(task) = item {
            *task = Some(is_done);
        }
    }
}
