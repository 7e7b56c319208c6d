//! The texts of a reading, block by block, each with where its parts stand.

use crate::model::document::{Argument, Kind, Literal, Node, Reading};
use crate::source::Span;

/// A text and where its parts stand.
#[derive(Default)]
pub struct Prose {
    /// The text.
    pub text: String,
    /// Where in the text a part begins, and where it stands in the source.
    parts: Vec<(usize, Span)>,
}

impl Prose {
    fn push(&mut self, text: &str, span: Span) {
        self.parts.push((self.text.len(), span));
        self.text.push_str(text);
    }

    /// Where a range of the text stands.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let place = |at: usize| {
            let after = self.parts.partition_point(|(from, _)| *from <= at);
            let (from, span) = self.parts[after.saturating_sub(1)];
            // A text with entities is longer in the source than it reads: then its whole part.
            let length = self
                .parts
                .get(after)
                .map_or(self.text.len(), |(next, _)| *next)
                - from;
            match length == span.end - span.start {
                true => Span::new(span.start + at - from, span.start + at - from + 1),
                false => span,
            }
        };
        if self.parts.is_empty() || start >= end {
            return Span::default();
        }
        Span::new(place(start).start, place(end - 1).end)
    }
}

/// Every text of a reading, footnotes last. Code is none, and what a component shows is its own.
pub fn texts(reading: Reading<'_>) -> Vec<Prose> {
    let mut writer = Writer {
        reading,
        texts: Vec::new(),
        current: Prose::default(),
    };
    for block in reading.blocks() {
        writer.node(block);
    }
    for (_, note) in reading.footnotes() {
        writer.block(note);
    }
    writer.end();
    writer.texts
}

struct Writer<'a> {
    reading: Reading<'a>,
    texts: Vec<Prose>,
    current: Prose,
}

impl<'a> Writer<'a> {
    fn node(&mut self, node: &'a Node) {
        match &node.kind {
            Kind::Text(text) => self.current.push(text, node.span),
            Kind::SoftBreak | Kind::HardBreak => self.current.push(" ", node.span),
            Kind::Code(_) | Kind::CodeBlock { .. } => {}
            // What stands on both sides of a mark or a message belongs to one sentence.
            Kind::FootnoteReference(_) => self.current.push(" ", node.span),
            Kind::Message { arguments, .. } => {
                self.current.push(" ", node.span);
                self.arguments(arguments);
            }
            Kind::Emphasis
            | Kind::Strong
            | Kind::Strikethrough
            | Kind::Link { .. }
            | Kind::Element { .. } => self.children(node),
            Kind::Component(component) => {
                self.current.push(" ", node.span);
                self.arguments(component.label.iter());
                self.arguments(&component.arguments);
                self.children(node);
                if self.is_block(node) {
                    self.end();
                }
            }
            _ => self.block(node),
        }
    }

    fn is_block(&self, node: &'a Node) -> bool {
        self.reading.children(node).next().is_some()
    }

    fn children(&mut self, node: &'a Node) {
        for child in self.reading.children(node) {
            self.node(child);
        }
    }

    fn block(&mut self, node: &'a Node) {
        self.end();
        self.children(node);
        self.end();
    }

    fn end(&mut self) {
        if !self.current.text.is_empty() {
            self.texts.push(std::mem::take(&mut self.current));
        }
    }

    fn arguments(&mut self, arguments: impl IntoIterator<Item = &'a Argument>) {
        for argument in arguments {
            let text = match &argument.value {
                Literal::String(text) => text.clone(),
                Literal::Integer(number) => number.to_string(),
                Literal::Float(_) | Literal::Boolean(_) => continue,
            };
            let mut prose = Prose::default();
            prose.push(&text, argument.span);
            self.texts.push(prose);
        }
    }
}
