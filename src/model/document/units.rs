//! Units: a document as translators see it, block by block, for all audiences at once.
//!
//! This is for the people who write a campaign, never for its readers: what a reader gets is a
//! [`Reading`](super::Reading).

use std::borrow::Cow;
use std::sync::Arc;

use super::folding::{fold, is_folded};
use super::{Argument, Component, Document, Kind, Literal, Node};
use crate::source::Span;

/// What kind of text a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// A heading, with its level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// What an item of a list says itself.
    Item,
    /// A cell of a table.
    Cell,
    /// A term of a definition list.
    Term,
    /// What a term means.
    Details,
    /// The label of a directive.
    Label,
    /// A value between the braces of a directive that its reader reads, such as a title.
    Argument,
}

/// One text to translate: a block, or a part of one that stands on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Where it stands in the source of its translation.
    pub span: Span,
    /// The audiences whose block it stands in, as the directives around it say:
    /// `for survivors`, `not-for media`. Empty when it is for everybody.
    pub fences: Arc<[String]>,
}

impl Unit {
    /// Its Markdown in `text`, the whole source, with white space and the marks of a quotation at
    /// the start of a line folded: what stays the same when lines are wrapped anew.
    pub fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let markdown = text.get(self.span.range()).unwrap_or_default();
        if is_folded(markdown) {
            return Cow::Borrowed(markdown);
        }
        let mut lines = markdown.lines();
        // The first line begins behind its marks. No other line of a text can begin with one: it
        // would begin a quotation.
        let first = lines.next().unwrap_or_default();
        let others = lines.map(|line| line.trim_start_matches(['>', ' ', '\t']));
        Cow::Owned(fold(std::iter::once(first).chain(others)))
    }
}

impl Document {
    /// Every text of the document in its order, whoever it is for.
    pub fn units(&self) -> Vec<Unit> {
        let mut units = Vec::new();
        collect(&self.blocks, UnitKind::Paragraph, &no_fences(), &mut units);
        units
    }

    /// The blocks around a text, from the outermost to the one that it fills.
    pub fn blocks_around(&self, text: Span) -> Vec<Span> {
        let mut around = Vec::new();
        let mut nodes = &self.blocks;
        let holds = |node: &&Node| {
            !node.is_inline() && node.span.start <= text.start && text.end <= node.span.end
        };
        while let Some(node) = nodes.iter().find(holds) {
            around.push(node.span);
            nodes = &node.children;
        }
        around
    }
}

/// The units of some siblings. Neighbours that are parts of a line are one unit of `kind`.
fn collect(nodes: &[Node], kind: UnitKind, fences: &Arc<[String]>, units: &mut Vec<Unit>) {
    let mut start = 0;
    while start < nodes.len() {
        let inline = nodes[start..]
            .iter()
            .take_while(|node| node.is_inline())
            .count();
        if inline == 0 {
            block(&nodes[start], fences, units);
            start += 1;
            continue;
        }
        let run = &nodes[start..start + inline];
        let span = Span::new(run[0].span.start, run[inline - 1].span.end);
        units.push(Unit {
            kind,
            span,
            fences: fences.clone(),
        });
        start += inline;
    }
}

fn block(node: &Node, fences: &Arc<[String]>, units: &mut Vec<Unit>) {
    let kind = match &node.kind {
        Kind::Heading { level, .. } => UnitKind::Heading(*level),
        Kind::Item { .. } => UnitKind::Item,
        Kind::TableCell => UnitKind::Cell,
        Kind::DefinitionTerm => UnitKind::Term,
        Kind::DefinitionDetails => UnitKind::Details,
        _ => UnitKind::Paragraph,
    };
    let inside = fences_inside(&node.kind, fences);
    let fences = inside.as_ref().unwrap_or(fences);
    if let Kind::Component(component) = &node.kind {
        units.extend(wordings(component).into_iter().map(|wording| Unit {
            kind: wording.kind,
            span: wording.span,
            fences: fences.clone(),
        }));
    }
    collect(&node.children, kind, fences, units);
}

/// The fences around what stands in none: an allocation of its own, since texts are gone through on
/// many threads, and all of them would count the references to a common one.
pub(super) fn no_fences() -> Arc<[String]> {
    Arc::from([])
}

/// The fences around what a node holds, when these are around the node and it adds its own. Shared,
/// since most texts of a document stand in the same ones.
pub(super) fn fences_inside(kind: &Kind, around: &Arc<[String]>) -> Option<Arc<[String]>> {
    let fence = fence(kind)?;
    Some(around.iter().cloned().chain([fence]).collect())
}

/// A selection as it is written, its audiences sorted: `for migrants survivors`.
fn fence(kind: &Kind) -> Option<String> {
    let (word, audiences) = match kind {
        Kind::For(audiences) => ("for", audiences),
        Kind::NotFor(audiences) => ("not-for", audiences),
        _ => return None,
    };
    let mut names: Vec<&str> = audiences.iter().map(|audience| audience.as_str()).collect();
    names.sort_unstable();
    Some(format!("{word} {}", names.join(" ")))
}

/// The label of a component around blocks or on a line of its own, when it is words.
pub(super) fn label(component: &Component) -> Option<(&str, Span)> {
    let label = component.label.as_ref()?;
    let Literal::String(text) = &label.value else {
        return None;
    };
    text.contains(char::is_alphabetic)
        .then_some((text, label.span))
}

/// The arguments that readers read, whatever component they are given to. Of others, a value of
/// several words is read.
const READ: [&str; 8] = [
    "alt",
    "caption",
    "description",
    "heading",
    "label",
    "summary",
    "text",
    "title",
];

/// The value of an argument that is words for a reader, as it was written between quotation marks.
pub(super) fn words(argument: &Argument) -> Option<(&str, Span)> {
    let Literal::String(text) = &argument.value else {
        return None;
    };
    // `name="value"`: without quotation marks a value is one word, and mostly a choice.
    let begin = argument.span.start + argument.name.len() + "=\"".len();
    let span = Span::new(begin, argument.span.end.checked_sub(1)?);
    let is_quoted = span.start <= span.end && span.end - span.start >= text.len();
    let is_read = text.contains(char::is_whitespace) || READ.contains(&argument.name.as_str());
    (is_quoted && is_read && text.contains(char::is_alphabetic)).then_some((text, span))
}

/// What a component around blocks or on a line of its own says itself.
pub(super) struct Words<'a> {
    pub(super) kind: UnitKind,
    pub(super) text: &'a str,
    pub(super) span: Span,
}

/// The words of a component, in the order of the file.
pub(super) fn wordings(component: &Component) -> Vec<Words<'_>> {
    let arguments = component.arguments.iter().filter_map(words);
    let arguments = arguments.map(|(text, span)| (UnitKind::Argument, text, span));
    let label = label(component).map(|(text, span)| (UnitKind::Label, text, span));
    let mut all: Vec<Words<'_>> = label
        .into_iter()
        .chain(arguments)
        .map(|(kind, text, span)| Words { kind, text, span })
        .collect();
    all.sort_by_key(|words| words.span);
    all
}
