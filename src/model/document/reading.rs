//! Readings: a document as one audience reads it.

use std::collections::VecDeque;

use super::{Document, Ids, Kind, Node};
use crate::model::audience::AudienceId;
use crate::source::Span;

/// A document as one audience reads it.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    document: &'a Document,
    audience: &'a AudienceId,
}

/// A heading of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id, unique in the reading.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// Text that stands on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub text: String,
}

impl<'a> Reading<'a> {
    pub(super) fn new(document: &'a Document, audience: &'a AudienceId) -> Self {
        Self { document, audience }
    }

    /// The audience that reads.
    pub fn audience(self) -> &'a AudienceId {
        self.audience
    }

    /// The blocks of the document. Footnote definitions are not among them:
    /// see [`Reading::footnotes`].
    pub fn blocks(self) -> impl Iterator<Item = &'a Node> {
        self.walk(&self.document.blocks)
            .filter(|node| !matches!(node.kind, Kind::FootnoteDefinition(_)))
    }

    /// The blocks of the document and the definitions of its footnotes, whether or not something
    /// refers to them, in the order of the source.
    pub fn blocks_and_notes(self) -> impl Iterator<Item = &'a Node> {
        self.walk(&self.document.blocks)
    }

    /// The children of a node of this reading.
    pub fn children(self, node: &'a Node) -> impl Iterator<Item = &'a Node> {
        self.walk(&node.children)
    }

    /// Every node of the blocks, each before its children. Footnotes are left out.
    pub fn descendants(self) -> impl Iterator<Item = &'a Node> {
        self.each_before_its_children(self.blocks().collect())
    }

    /// Every node below `node`, each before its children.
    pub fn descendants_of(self, node: &'a Node) -> impl Iterator<Item = &'a Node> {
        self.each_before_its_children(self.children(node).collect())
    }

    fn each_before_its_children(self, mut stack: Vec<&'a Node>) -> impl Iterator<Item = &'a Node> {
        stack.reverse();
        std::iter::from_fn(move || {
            let node = stack.pop()?;
            let from = stack.len();
            stack.extend(self.children(node));
            stack[from..].reverse();
            Some(node)
        })
    }

    /// The footnotes that something in this reading refers to, in the order of the first
    /// reference: label and definition. What only a dropped block refers to is not among them.
    pub fn footnotes(self) -> Vec<(&'a str, &'a Node)> {
        let mut found: Vec<(&str, &Node)> = Vec::new();
        let mut waiting: VecDeque<&str> = self.descendants().filter_map(reference).collect();
        while let Some(label) = waiting.pop_front() {
            if found.iter().any(|(known, _)| *known == label) {
                continue;
            }
            if let Some(node) = self.definition(label) {
                found.push((label, node));
                waiting.extend(self.descendants_of(node).filter_map(reference));
            }
        }
        found
    }

    /// The headings in their order, each with an id that is unique in this reading.
    pub fn headings(self) -> Vec<Heading> {
        let mut ids = Ids::default();
        self.descendants()
            .filter_map(|node| match &node.kind {
                Kind::Heading { level, id } => {
                    let text = self.text(node);
                    Some(Heading {
                        level: *level,
                        id: ids.claim(id.as_deref(), &text),
                        text,
                    })
                }
                _ => None,
            })
            .collect()
    }

    /// The text of a node: what a reader would read aloud, without footnote marks. Messages and
    /// components are not part of it, since only `render` knows what they say.
    pub fn text(self, node: &'a Node) -> String {
        let mut text = String::new();
        self.append_text(node, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of the first paragraph that holds nothing but text, for lists and descriptions.
    pub fn first_paragraph(self) -> Option<String> {
        self.blocks()
            .filter(|node| node.kind == Kind::Paragraph)
            .filter(|node| {
                !self
                    .descendants_of(node)
                    .any(|node| matches!(node.kind, Kind::Message { .. } | Kind::Component(_)))
            })
            .map(|node| self.text(node))
            .find(|text| !text.is_empty())
    }

    /// The runs of text that stand on their own: a heading, a paragraph, an item, a cell. Code,
    /// messages and components are not part of them.
    pub fn runs(self) -> Vec<Run> {
        let mut runs = Vec::new();
        let blocks: Vec<&Node> = self.blocks().collect();
        self.append_runs(&blocks, &mut runs);
        for (_, note) in self.footnotes() {
            let children: Vec<&Node> = self.children(note).collect();
            self.append_runs(&children, &mut runs);
        }
        runs
    }

    fn append_runs(self, nodes: &[&'a Node], runs: &mut Vec<Run>) {
        for run in nodes.chunk_by(|one, next| one.is_inline() && next.is_inline()) {
            if !run[0].is_inline() {
                let children: Vec<&Node> = self.children(run[0]).collect();
                self.append_runs(&children, runs);
                continue;
            }
            let mut text = String::new();
            run.iter()
                .for_each(|node| self.append_prose(node, &mut text));
            let span = Span::new(run[0].span.start, run[run.len() - 1].span.end);
            runs.push(Run { span, text });
        }
    }

    fn append_prose(self, node: &'a Node, text: &mut String) {
        match &node.kind {
            Kind::Text(own) => text.push_str(own),
            Kind::SoftBreak | Kind::HardBreak => text.push(' '),
            Kind::Code(_) | Kind::Image { .. } | Kind::Component(_) | Kind::Message { .. } => {}
            _ => self
                .children(node)
                .for_each(|child| self.append_prose(child, text)),
        }
    }

    /// How many words it has, by white space.
    pub fn words(self) -> usize {
        self.descendants()
            .map(|node| match &node.kind {
                Kind::Text(text) | Kind::Code(text) => text.split_ascii_whitespace().count(),
                _ => 0,
            })
            .sum()
    }

    fn append_text(self, node: &'a Node, text: &mut String) {
        match &node.kind {
            Kind::Text(own) | Kind::Code(own) => text.push_str(own),
            Kind::CodeBlock { text: own, .. } => text.push_str(own),
            Kind::SoftBreak | Kind::HardBreak => text.push(' '),
            _ => self
                .children(node)
                .for_each(|child| self.append_text(child, text)),
        }
    }

    /// Whether all that a node held is for others: then it goes too, since an empty item of a list
    /// would tell that something stands there. The cells of a table stay, for its columns' sake.
    fn is_vacated(self, node: &Node) -> bool {
        let goes = matches!(
            node.kind,
            Kind::Paragraph
                | Kind::Heading { .. }
                | Kind::BlockQuote(_)
                | Kind::List { .. }
                | Kind::Item { .. }
                | Kind::DefinitionDetails
                | Kind::Emphasis
                | Kind::Strong
                | Kind::Strikethrough
                | Kind::Link { .. }
                | Kind::Element { .. }
        );
        goes && node.is_selective && self.is_blank(&node.children)
    }

    /// Whether nothing of these nodes would show.
    fn is_blank(self, nodes: &[Node]) -> bool {
        nodes.iter().all(|node| match &node.kind {
            Kind::For(audiences) if !audiences.contains(self.audience) => true,
            Kind::NotFor(audiences) if audiences.contains(self.audience) => true,
            Kind::For(_) | Kind::NotFor(_) => self.is_blank(&node.children),
            Kind::Text(text) => text.trim_ascii().is_empty(),
            Kind::SoftBreak | Kind::HardBreak => true,
            _ => self.is_vacated(node),
        })
    }

    fn definition(self, label: &str) -> Option<&'a Node> {
        self.walk(&self.document.blocks)
            .find(|node| matches!(&node.kind, Kind::FootnoteDefinition(own) if own == label))
    }

    fn walk(self, nodes: &'a [Node]) -> impl Iterator<Item = &'a Node> {
        let mut outer: Vec<std::slice::Iter<'a, Node>> = Vec::new();
        let mut current = nodes.iter();
        std::iter::from_fn(move || {
            loop {
                let Some(node) = current.next() else {
                    current = outer.pop()?;
                    continue;
                };
                let inside = match &node.kind {
                    Kind::For(audiences) => audiences.contains(self.audience),
                    Kind::NotFor(audiences) => !audiences.contains(self.audience),
                    _ if self.is_vacated(node) => false,
                    _ => return Some(node),
                };
                if inside {
                    outer.push(std::mem::replace(&mut current, node.children.iter()));
                }
            }
        })
    }
}

fn reference(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::FootnoteReference(label) => Some(label),
        _ => None,
    }
}
