//! Readings: a document as one audience reads it.

use std::collections::VecDeque;

use super::folding::{fold, is_folded};
use super::holding::words_of;
use super::{Document, Ids, Kind, Node, Sought};
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
        self.find(Sought::All)
    }

    /// Every node below `node`, each before its children.
    pub fn descendants_of(self, node: &'a Node) -> impl Iterator<Item = &'a Node> {
        self.find_below(node, Sought::All)
    }

    /// Those of [`Reading::descendants`] that are looked for.
    pub fn find(self, sought: Sought) -> impl Iterator<Item = &'a Node> {
        self.find_among(self.blocks(), sought)
    }

    /// Those of [`Reading::descendants_of`] that are looked for.
    pub fn find_below(self, node: &'a Node, sought: Sought) -> impl Iterator<Item = &'a Node> {
        self.find_among(self.children(node), sought)
    }

    fn find_among(
        self,
        mut roots: impl Iterator<Item = &'a Node>,
        sought: Sought,
    ) -> impl Iterator<Item = &'a Node> {
        let mut below: Vec<std::slice::Iter<'a, Node>> = Vec::new();
        std::iter::from_fn(move || {
            loop {
                let node = self.next_of(&mut below).or_else(|| roots.next())?;
                if node.below.has(sought) {
                    below.push(node.children.iter());
                }
                if sought.is(&node.kind) {
                    return Some(node);
                }
            }
        })
    }

    /// The footnotes that something in this reading refers to, in the order of the first
    /// reference: label and definition. What only a dropped block refers to is not among them.
    pub fn footnotes(self) -> Vec<(&'a str, &'a Node)> {
        let mut found: Vec<(&str, &Node)> = Vec::new();
        let mut waiting: VecDeque<&str> =
            self.find(Sought::Reference).filter_map(reference).collect();
        while let Some(label) = waiting.pop_front() {
            if found.iter().any(|(known, _)| *known == label) {
                continue;
            }
            if let Some(node) = self.definition(label) {
                found.push((label, node));
                let references = self.find_below(node, Sought::Reference);
                waiting.extend(references.filter_map(reference));
            }
        }
        found
    }

    /// The headings in their order, each with an id that is unique in this reading.
    pub fn headings(self) -> Vec<Heading> {
        let mut ids = Ids::default();
        self.find(Sought::Heading)
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
        match is_folded(&text) {
            true => text,
            false => fold([text.as_str()]),
        }
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
        let words = self.blocks().map(|block| match block.is_selective() {
            false => words_of(&block.kind) + block.below.words,
            true => self
                .descendants_of(block)
                .map(|node| words_of(&node.kind))
                .sum(),
        });
        words.sum::<u32>() as usize
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
        if !node.is_selective() {
            return false;
        }
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
        goes && self.is_blank(&node.children)
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
        let mut inside: Vec<std::slice::Iter<'a, Node>> = Vec::new();
        let mut nodes = nodes.iter();
        std::iter::from_fn(move || {
            loop {
                if let Some(node) = self.next_of(&mut inside) {
                    return Some(node);
                }
                match self.step(nodes.next()?) {
                    Step::Show(node) => return Some(node),
                    Step::Enter(children) => inside.push(children),
                    Step::Pass => {}
                }
            }
        })
    }

    /// The next node that shows of the innermost of these siblings, then of those around them.
    fn next_of(self, levels: &mut Vec<std::slice::Iter<'a, Node>>) -> Option<&'a Node> {
        while let Some(level) = levels.last_mut() {
            match level.next().map(|node| self.step(node)) {
                None => drop(levels.pop()),
                Some(Step::Show(node)) => return Some(node),
                Some(Step::Enter(children)) => levels.push(children),
                Some(Step::Pass) => {}
            }
        }
        None
    }

    #[inline]
    fn step(self, node: &'a Node) -> Step<'a> {
        let is_inside = match &node.kind {
            Kind::For(audiences) => audiences.contains(self.audience),
            Kind::NotFor(audiences) => !audiences.contains(self.audience),
            _ if self.is_vacated(node) => return Step::Pass,
            _ => return Step::Show(node),
        };
        match is_inside {
            true => Step::Enter(node.children.iter()),
            false => Step::Pass,
        }
    }
}

/// What a walk does with a node.
enum Step<'a> {
    Show(&'a Node),
    /// It shows as what it holds.
    Enter(std::slice::Iter<'a, Node>),
    Pass,
}

fn reference(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::FootnoteReference(label) => Some(label),
        _ => None,
    }
}
