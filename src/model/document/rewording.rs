//! Rewording: the same document with other words in it, and everything else as it was.

use super::units::label;
use super::{Argument, Component, Document, Form, Kind, Literal, Node};

/// Other words.
#[derive(Clone, Copy)]
pub struct Rewording<'a> {
    /// What stands in place of some words.
    pub words: &'a dyn Fn(&str) -> String,
    /// What stands before and behind each block of them.
    pub around: [&'a str; 2],
}

impl Document {
    /// The document with other words. Code, addresses, directives and what they show stay.
    #[must_use]
    pub fn reworded(&self, rewording: Rewording<'_>) -> Self {
        Self::new(rewording.blocks(&self.blocks))
    }
}

impl Rewording<'_> {
    /// A text that stands on its own.
    pub fn whole(self, text: &str) -> String {
        let [start, end] = self.around;
        format!("{start}{}{end}", (self.words)(text))
    }

    /// Siblings among which lines of text stand beside blocks.
    fn blocks(self, nodes: &[Node]) -> Vec<Node> {
        let mut reworded = Vec::new();
        for run in nodes.chunk_by(|one, next| one.is_inline() == next.is_inline()) {
            if !run[0].is_inline() {
                reworded.extend(run.iter().map(|node| self.node(node)));
                continue;
            }
            let mark =
                |text: &str, at: usize| Node::new(Kind::Text(text.to_owned()), at..at, Vec::new());
            let [start, end] = self.around;
            let start = mark(start, run[0].span.start);
            let end = mark(end, run[run.len() - 1].span.end);
            let line = run.iter().map(|node| self.node(node));
            match run.iter().any(has_words) {
                true => {
                    reworded.push(start);
                    reworded.extend(line);
                    reworded.push(end);
                }
                false => reworded.extend(line),
            }
        }
        reworded
    }

    fn line(self, nodes: &[Node]) -> Vec<Node> {
        nodes.iter().map(|node| self.node(node)).collect()
    }

    fn node(self, node: &Node) -> Node {
        let children = match node.is_inline() {
            true => self.line(&node.children),
            false => self.blocks(&node.children),
        };
        Node::new(self.kind(&node.kind), node.span, children)
    }

    fn kind(self, kind: &Kind) -> Kind {
        match kind {
            Kind::Text(text) => Kind::Text((self.words)(text)),
            Kind::Link { destination, title } if !title.is_empty() => Kind::Link {
                destination: destination.clone(),
                title: self.whole(title),
            },
            Kind::Component(component) => Kind::Component(Box::new(self.component(component))),
            Kind::Message { id, arguments } => Kind::Message {
                id: id.clone(),
                arguments: self.arguments(arguments),
            },
            kind => kind.clone(),
        }
    }

    fn component(self, component: &Component) -> Component {
        let mut reworded = component.clone();
        reworded.arguments = self.arguments(&component.arguments);
        // The label of a component in a line is an id more often than not.
        if component.form != Form::Inline
            && let Some((text, _)) = label(component)
            && let Some(own) = &mut reworded.label
        {
            own.value = Literal::String(self.whole(text));
        }
        reworded
    }

    /// A value of several words is text.
    fn arguments(self, arguments: &[Argument]) -> Vec<Argument> {
        let reworded = arguments.iter().map(|argument| match &argument.value {
            Literal::String(text) if text.contains(char::is_whitespace) => Argument {
                value: Literal::String(self.whole(text)),
                ..argument.clone()
            },
            _ => argument.clone(),
        });
        reworded.collect()
    }
}

fn has_words(node: &Node) -> bool {
    match &node.kind {
        Kind::Text(text) => text.contains(char::is_alphabetic),
        _ => node.children.iter().any(has_words),
    }
}
