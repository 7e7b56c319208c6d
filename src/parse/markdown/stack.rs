//! What is open, and adding to it.

use super::build::Builder;
use super::frame::{Frame, LIMIT, Origin};
use crate::diagnostic::Diagnostic;
use crate::model::document::{Kind, Node};
use crate::source::Span;

impl Builder<'_> {
    /// Opens something, unless that would be too deep.
    pub(super) fn open(&mut self, origin: Origin, span: Span) {
        let frame = Frame {
            origin,
            span,
            children: Vec::new(),
            footnotes: self.footnotes.len(),
            blocks: 0,
            is_loose: false,
        };
        if self.stack.len() > LIMIT {
            if !self.is_excessive {
                self.excessive(&frame, LIMIT);
            }
            self.is_excessive = true;
            return;
        }
        self.stack.push(frame);
    }

    pub(super) fn pop(&mut self) -> Frame {
        self.stack
            .pop()
            .expect("the document itself is closed last")
    }

    pub(super) fn top(&mut self) -> &mut Frame {
        self.stack
            .last_mut()
            .expect("the document itself is closed last")
    }

    /// Where on the stack those begin that the engine does not close next.
    pub(super) fn floor(&self) -> usize {
        let last = self.stack.iter().rposition(Frame::is_engine_made);
        last.map_or(0, |last| last + 1)
    }

    /// Likewise, but directives close their elements, too.
    pub(super) fn element_floor(&self) -> usize {
        let last = self
            .stack
            .iter()
            .rposition(|frame| frame.element().is_none());
        last.map_or(0, |last| last + 1)
    }

    pub(super) fn add(&mut self, node: Node) {
        if self.is_cut {
            return;
        }
        if let Kind::Text(text) = &node.kind {
            return self.add_text(text, node.span);
        }
        self.top().children.push(node);
    }

    /// Text, joined to the text before it.
    pub(super) fn add_text(&mut self, text: &str, span: Span) {
        if text.is_empty() || self.is_cut {
            return;
        }
        let children = &mut self.top().children;
        if let Some(last) = children.last_mut()
            && let Kind::Text(before) = &mut last.kind
        {
            before.push_str(text);
            last.span.end = last.span.end.max(span.end);
            return;
        }
        let node = Node::new(Kind::Text(text.to_owned()), span, Vec::new());
        children.push(node);
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn report_all(&mut self, diagnostics: Vec<Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }
}
