//! Lists whose text is in paragraphs.
//!
//! To the engine a list is loose, its text in paragraphs, when blank lines stand between its items
//! or inside them. It counts those of a selection, too, so the look of a list would tell what only
//! others may see. Hence a list with a directive directly in one of its items is loose, whatever
//! the directive holds.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::build::Builder;
use super::engine;
use super::frame::Origin;
use super::marks::Mark;
use crate::model::document::{Kind, Node};
use crate::source::Span;

/// Where the lists begin that have a directive directly in an item. `masked` is the text that
/// begins at `offset`, with its marks masked.
pub(super) fn loose_lists(masked: &str, offset: usize, marks: &[Mark]) -> BTreeSet<usize> {
    let mut lists = BTreeSet::new();
    if !marks.iter().any(|mark| mark.is_line && mark.is_masked) {
        return lists;
    }
    let is_mark = |at: usize| {
        let found = marks.binary_search_by_key(&at, |mark| mark.span.start);
        found.is_ok_and(|index| marks[index].is_line)
    };
    // What is open: where a list begins, or nothing for anything else.
    let mut open: Vec<(Option<usize>, bool)> = Vec::new();
    for (event, range) in engine(masked).into_offset_iter() {
        match event {
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(Tag::List(_) | Tag::DefinitionList) => {
                open.push((Some(offset + range.start), false))
            }
            Event::Start(Tag::Item | Tag::DefinitionListDefinition) => open.push((None, true)),
            Event::Start(_) => open.push((None, false)),
            Event::End(_) => {
                open.pop();
            }
            Event::Html(html) => {
                let indent = html.len() - html.trim_ascii_start().len();
                if let [.., (Some(list), _), (None, true)] = open[..]
                    && is_mark(offset + range.start + indent)
                {
                    lists.insert(list);
                }
            }
            _ => {}
        }
    }
    lists
}

impl Builder<'_> {
    /// Whether text of what is about to be opened is to be in paragraphs.
    pub(super) fn is_loose(&mut self, kind: &Kind, span: Span) -> bool {
        match kind {
            Kind::List { .. } | Kind::DefinitionList => self.loose_lists.contains(&span.start),
            Kind::Item { .. } | Kind::DefinitionDetails => self.top().is_loose,
            _ => false,
        }
    }

    /// In a tight list the text of an item is in no paragraph. When a block that some do not see
    /// comes between, it has to be, or what stands before and behind would run together.
    pub(super) fn separate(&mut self) {
        let floor = self.floor();
        let parent = &mut self.stack[floor - 1];
        parent.is_loose |= matches!(
            parent.origin,
            Origin::Markdown(
                Kind::Item { .. } | Kind::DefinitionDetails | Kind::FootnoteDefinition(_)
            )
        );
        self.end_bare_text();
        self.is_line_start = true;
    }

    /// Puts what text of a loose item came last into a paragraph, since a block follows.
    pub(super) fn end_bare_text(&mut self) {
        let floor = self.floor();
        if self.stack[floor - 1].is_loose && self.top().element().is_none() {
            self.wrap_bare_text();
        }
    }

    pub(super) fn wrap_bare_text(&mut self) {
        let top = self.top();
        let behind_blocks = top
            .children
            .iter()
            .rposition(|node| !node.kind.is_inline())
            .map_or(0, |last| last + 1);
        let run = top.children.split_off(behind_blocks.max(top.blocks));
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            let span = Span::new(first.span.start, last.span.end);
            top.children.push(Node::new(Kind::Paragraph, span, run));
        }
    }
}
