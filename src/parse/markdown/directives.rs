//! Marks → nodes: directives open and close frames as the engine's tags do.
//!
//! A closer closes the directive of the same fence in the same parent. What an unclosed directive
//! held is dropped, since nobody can tell where its author meant it to end; of a selection, the
//! block it stands in and all that follows, since its closer may stand in another parent.

use super::build::Builder;
use super::frame::{Frame, Origin};
use super::marks::{Content, Fence};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::document::{Kind, Node};
use crate::parse::directive::Directive;
use crate::rules::{EXCESSIVE_NESTING, MISPLACED_DIRECTIVE, STRAY_CLOSER, UNCLOSED_DIRECTIVE};
use crate::source::Span;

impl Builder<'_> {
    /// The mark of a line that stands at this offset.
    pub(super) fn line_mark(&self, at: usize) -> Option<usize> {
        let index = self
            .marks
            .binary_search_by_key(&at, |mark| mark.span.start)
            .ok()?;
        let mark = &self.marks[index];
        (mark.is_line && mark.is_masked).then_some(index)
    }

    /// Whether the mark of a line begins in the span: it will be read or reported as such.
    pub(super) fn has_line_mark(&self, span: Span) -> bool {
        let from = self
            .marks
            .partition_point(|mark| mark.span.start < span.start);
        self.marks[from..]
            .iter()
            .take_while(|mark| mark.span.start < span.end)
            .any(|mark| mark.is_line)
    }

    /// What stands at a mark that the engine came by.
    pub(super) fn directive(&mut self, index: usize) {
        let mark = &mut self.marks[index];
        let (span, is_line) = (mark.span, mark.is_line);
        let Some(content) = mark.content.take() else {
            return;
        };
        if is_line {
            self.separate();
        }
        match content {
            Content::Open(fence, directive) => self.open_directive(fence, directive, span),
            Content::Close(fence) => self.close_directive(fence, span),
            Content::Whole(directive) => self.whole_directive(directive, span, is_line),
            Content::Misplaced => self.marks[index].content = Some(Content::Misplaced),
        }
    }

    fn open_directive(&mut self, fence: Fence, directive: Directive, span: Span) {
        self.report_all(directive.faults);
        let Some(kind) = directive.kind else {
            return;
        };
        let name = directive.name;
        self.open(Origin::Directive { kind, name, fence }, span);
    }

    fn close_directive(&mut self, fence: Fence, span: Span) {
        let floor = self.floor();
        let found = self.stack[floor..]
            .iter()
            .rposition(|frame| frame.has_fence(fence));
        let Some(found) = found else {
            self.report(Diagnostic::new(&STRAY_CLOSER).at(Place::new(self.grammar.path, span)));
            return;
        };
        while self.stack.len() > floor + found + 1 {
            self.close_early();
        }
        let frame = self.pop();
        if let Origin::Directive { kind, .. } = frame.origin {
            let whole = Span::new(frame.span.start, span.end);
            if matches!(kind, Kind::For(_) | Kind::NotFor(_)) {
                self.selections.push(whole);
            }
            self.add(Node::new(kind, whole, frame.children));
            if matches!(fence, Fence::Colons(_)) {
                let top = self.top();
                top.blocks = top.children.len();
            }
        }
    }

    fn whole_directive(&mut self, directive: Directive, span: Span, is_line: bool) {
        self.report_all(directive.faults);
        let Some(kind) = directive.kind else {
            return;
        };
        let is_block = is_line && matches!(kind, Kind::Message { .. });
        let node = Node::new(kind, span, Vec::new());
        self.add(if is_block {
            Node::new(Kind::Paragraph, span, vec![node])
        } else {
            node
        });
    }

    /// Closes the innermost frame, which its own closer did not reach.
    pub(super) fn close_early(&mut self) {
        let frame = self.pop();
        match frame.origin {
            Origin::Element { .. } => self.add_element(frame),
            Origin::Discarded(_) => self.footnotes.truncate(frame.footnotes),
            Origin::Directive { name, kind, .. } => {
                self.footnotes.truncate(frame.footnotes);
                self.is_cut |= matches!(kind, Kind::For(_) | Kind::NotFor(_));
                self.report(
                    Diagnostic::new(&UNCLOSED_DIRECTIVE)
                        .at(Place::new(self.grammar.path, frame.span))
                        .with("name", name),
                );
            }
            Origin::Root | Origin::Markdown(_) | Origin::Transparent => {
                unreachable!("the engine closes what it opened, after all that is inside")
            }
        }
    }

    /// A footnote for those who may see where it is defined: what encloses it, around it alone.
    pub(super) fn add_footnote(&mut self, mut node: Node) {
        if self.is_cut {
            return;
        }
        for frame in self.stack.iter().rev() {
            if let Origin::Directive { kind, .. } = &frame.origin
                && matches!(kind, Kind::For(_) | Kind::NotFor(_))
            {
                node = Node::new(kind.clone(), node.span, vec![node]);
            }
        }
        self.footnotes.push(node);
    }

    /// Reports the marks that the engine did not come by where a directive can stand.
    pub(super) fn check_marks(&mut self) {
        for mark in std::mem::take(&mut self.marks) {
            let Some(_) = mark.content else {
                continue;
            };
            let code = if mark.is_line {
                &self.fenced
            } else {
                &self.code
            };
            if mark.is_masked || !code.contains(mark.span.start) {
                self.misplaced(mark.span);
            }
        }
    }

    pub(super) fn misplaced(&mut self, span: Span) {
        self.report(Diagnostic::new(&MISPLACED_DIRECTIVE).at(Place::new(self.grammar.path, span)));
    }

    pub(super) fn excessive(&mut self, frame: &Frame, limit: usize) {
        self.report(
            Diagnostic::new(&EXCESSIVE_NESTING)
                .at(Place::new(self.grammar.path, frame.span))
                .with("limit", limit),
        );
    }
}
