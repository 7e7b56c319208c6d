//! Marks: everything a document holds, one after the other, for all audiences at once.
//!
//! Like [`units`](super::units) this is for the people who write a campaign, never for its readers:
//! two translations are compared by what they hold, whoever it is for.

use std::sync::Arc;

use super::units::{fences_inside, no_fences, wordings};
use super::{Alert, Argument, Component, Document, Form, Kind, Node, Sought};
use crate::source::Span;

/// What stands at one place of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MarkKind<'a> {
    /// Words, entities resolved.
    Text(&'a str),
    /// The end of a line.
    Break,
    /// A heading of this level.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A list, and whether it is numbered.
    List(bool),
    /// A table, and how many columns it has.
    Table(usize),
    /// A row of a table, its head too.
    Row,
    /// A box that stands out.
    Alert(Alert),
    /// A link and where it leads.
    Link(&'a str),
    /// An image and where it is.
    Image(&'a str),
    /// Where a footnote is referred to.
    Footnote(&'a str),
    /// A component of the theme.
    Component(&'a Component),
    /// A Fluent message: its id and its arguments.
    Message(&'a str, &'a [Argument]),
    /// A block for some audiences: `for survivors`. Its audiences are sorted.
    Fence,
}

/// One thing that a document holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark<'a> {
    /// What it is.
    pub kind: MarkKind<'a>,
    /// Where it stands in the source of its translation.
    pub span: Span,
    /// The blocks for some audiences that it stands in; a fence stands in itself.
    pub fences: Arc<[String]>,
    /// Whether it is set apart from what the author says: in a quotation or in italics, as titles
    /// and words of another language are.
    pub is_set_apart: bool,
}

impl Document {
    /// Everything the document holds, in its order, whoever it is for.
    pub fn marks(&self) -> Vec<Mark<'_>> {
        self.marks_of(Sought::All)
    }

    /// The same of what is looked for, with the words in labels of components.
    pub fn marks_of(&self, sought: Sought) -> Vec<Mark<'_>> {
        let mut walk = Walk {
            sought,
            marks: Vec::new(),
            fences: no_fences(),
            apart: 0,
        };
        walk.nodes(&self.blocks);
        walk.marks
    }
}

struct Walk<'a> {
    sought: Sought,
    marks: Vec<Mark<'a>>,
    fences: Arc<[String]>,
    /// How many nodes that set apart are around.
    apart: usize,
}

impl<'a> Walk<'a> {
    fn nodes(&mut self, nodes: &'a [Node]) {
        let sought = self.sought;
        nodes
            .iter()
            .filter(|node| sought.is(&node.kind) || node.below.has(sought))
            .for_each(|node| self.node(node));
    }

    fn node(&mut self, node: &'a Node) {
        let inside = fences_inside(&node.kind, &self.fences);
        let around = inside.map(|inside| std::mem::replace(&mut self.fences, inside));
        let sets_apart = sets_apart(&node.kind);
        self.apart += usize::from(sets_apart);
        if let Some(kind) = mark(&node.kind)
            && self.sought.is(&node.kind)
        {
            self.push(kind, node.span);
        }
        if let Kind::Component(component) = &node.kind {
            self.words(component);
        }
        self.nodes(&node.children);
        self.apart -= usize::from(sets_apart);
        if let Some(around) = around {
            self.fences = around;
        }
    }

    fn words(&mut self, component: &'a Component) {
        // The label of a component in a line is an id more often than not.
        if component.form == Form::Inline {
            return;
        }
        for words in wordings(component) {
            self.push(MarkKind::Text(words.text), words.span);
        }
    }

    fn push(&mut self, kind: MarkKind<'a>, span: Span) {
        self.marks.push(Mark {
            kind,
            span,
            fences: self.fences.clone(),
            is_set_apart: self.apart > 0,
        });
    }
}

fn mark(kind: &Kind) -> Option<MarkKind<'_>> {
    Some(match kind {
        Kind::Text(text) => MarkKind::Text(text),
        Kind::SoftBreak | Kind::HardBreak => MarkKind::Break,
        Kind::Heading { level, .. } => MarkKind::Heading(*level),
        Kind::Item { .. } => MarkKind::Item,
        Kind::List { start } => MarkKind::List(start.is_some()),
        Kind::Table(columns) => MarkKind::Table(columns.len()),
        Kind::BlockQuote(Some(alert)) => MarkKind::Alert(*alert),
        Kind::TableHead | Kind::TableRow => MarkKind::Row,
        Kind::Link { destination, .. } => MarkKind::Link(destination),
        Kind::Image { destination, .. } => MarkKind::Image(destination),
        Kind::FootnoteReference(label) => MarkKind::Footnote(label),
        Kind::Component(component) => MarkKind::Component(component),
        Kind::Message { id, arguments } => MarkKind::Message(id, arguments),
        Kind::For(_) | Kind::NotFor(_) => MarkKind::Fence,
        _ => return None,
    })
}

/// Whether what a node holds are words of somebody else, or about words.
fn sets_apart(kind: &Kind) -> bool {
    match kind {
        Kind::Emphasis | Kind::BlockQuote(None) => true,
        Kind::Element { name, attributes } => {
            matches!(*name, "i" | "em" | "cite" | "q")
                || attributes.iter().any(|(name, _)| *name == "lang")
        }
        _ => false,
    }
}
