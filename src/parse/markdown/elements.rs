//! HTML → nodes, as far as it may stay.
//!
//! Elements open and close frames, so that one may hold Markdown: `<details>`, then paragraphs,
//! then `</details>`. An element ends with the parent that it was opened in, at the latest; an end
//! tag that closes nothing there is dropped.

use std::collections::BTreeMap;

use super::build::Builder;
use super::frame::{Frame, Origin};
use super::links::is_id;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::document::{Kind, Node};
use crate::model::settings::RawHtml;
use crate::parse::html::{self, Role, Token};
use crate::rules::RAW_HTML;
use crate::source::Span;

/// Where HTML stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// On lines of its own.
    Block,
    /// In a line of text: an element that starts a block is a span here.
    Line,
}

/// The start tags that were refused and wait for their end tags, which are the same fault.
pub(super) type Refused = BTreeMap<String, usize>;

impl Builder<'_> {
    /// HTML, in pieces with where they stand in the file.
    pub(super) fn html(&mut self, pieces: &[(Span, &str)], context: Context) {
        let tokens = html::tokenize(pieces);
        if self.raw_html == RawHtml::Refuse {
            self.refuse(&tokens);
            return;
        }
        for (token, span) in tokens {
            match token {
                Token::Open { name, attributes } => {
                    self.open_element(name, &attributes, span, context);
                }
                Token::Close(name) => self.close_element(&name, span),
                Token::Text(text) => self.element_text(&text, span, context),
                Token::Comment => {}
            }
        }
    }

    /// One fault for a stretch of HTML, at its first tag.
    fn refuse(&mut self, tokens: &[(Token, Span)]) {
        let mut first = None;
        for (token, span) in tokens {
            let element = match token {
                Token::Open { name, .. } => {
                    *self.refused.entry(name.clone()).or_default() += 1;
                    name
                }
                Token::Close(name) => {
                    match self.refused.get_mut(name).filter(|count| **count > 0) {
                        Some(count) => {
                            *count -= 1;
                            continue;
                        }
                        None => name,
                    }
                }
                Token::Comment => "comment",
                Token::Text(_) => continue,
            };
            first.get_or_insert((element.to_owned(), *span));
        }
        if let Some((element, span)) = first {
            self.report(
                Diagnostic::new(&RAW_HTML)
                    .at(Place::new(self.grammar.path, span))
                    .with("element", element),
            );
        }
    }

    fn open_element(
        &mut self,
        name: String,
        attributes: &[(String, String)],
        span: Span,
        context: Context,
    ) {
        self.end_implied(&name);
        let is_span = context == Context::Line && html::is_block(&name);
        let mut rest = html::attributes(&name, attributes);
        let kind = match html::role(&name) {
            Role::Unwrapped => return,
            Role::Discarded => {
                self.open(Origin::Discarded(name), span);
                return;
            }
            Role::LineBreak => return self.add(Node::new(Kind::HardBreak, span, Vec::new())),
            Role::ThematicBreak if context == Context::Line => return,
            Role::ThematicBreak => {
                return self.add(Node::new(Kind::ThematicBreak, span, Vec::new()));
            }
            Role::Image => return self.element_image(attributes, span),
            Role::Link => self.element_link(attributes, &mut rest, span),
            Role::Heading(level) if !is_span => Kind::Heading {
                level,
                id: take(&mut rest, "id").filter(|id| is_id(id)),
            },
            Role::Element(element) if !is_span => element_kind(element, &mut rest),
            Role::Heading(_) | Role::Element(_) => element_kind("span", &mut rest),
        };
        self.open(Origin::Element { name, kind, rest }, span);
    }

    /// A link like those of Markdown, so that it is resolved like them.
    fn element_link(
        &mut self,
        attributes: &[(String, String)],
        rest: &mut Vec<(&'static str, String)>,
        span: Span,
    ) -> Kind {
        let Some(destination) = value(attributes, "href") else {
            return element_kind("span", rest);
        };
        let title = take(rest, "title").unwrap_or_default();
        self.link_kind(destination.to_owned(), title, span)
            .unwrap_or_else(|| element_kind("span", rest))
    }

    fn element_image(&mut self, attributes: &[(String, String)], span: Span) {
        let text = value(attributes, "alt").unwrap_or_default();
        let title = value(attributes, "title").unwrap_or_default();
        let destination = value(attributes, "src").unwrap_or_default();
        let children = match text {
            "" => Vec::new(),
            _ => vec![Node::new(Kind::Text(text.to_owned()), span, Vec::new())],
        };
        match self.image_kind(destination.to_owned(), title.to_owned(), span) {
            Some(kind) => self.add(Node::new(kind, span, children)),
            None => children.into_iter().for_each(|child| self.add(child)),
        }
    }

    fn close_element(&mut self, name: &str, span: Span) {
        let found = self
            .stack
            .iter()
            .rposition(|frame| frame.element() == Some(name));
        let Some(found) = found.filter(|found| *found >= self.element_floor()) else {
            return;
        };
        while self.stack.len() > found + 1 {
            self.close_early();
        }
        let top = self.top();
        top.span.end = top.span.end.max(span.end);
        self.close_early();
    }

    /// Blanks between blocks are no text, and `:::` behind a tag is no directive.
    fn element_text(&mut self, text: &str, span: Span, context: Context) {
        if text.trim_ascii_start().starts_with(":::") && !self.has_line_mark(span) {
            self.misplaced(span);
        }
        let is_between = context == Context::Block && self.top().element().is_none();
        if !is_between || !text.trim_ascii().is_empty() {
            self.add_text(text, span);
        }
    }

    /// Ends the elements that end before `next` although their end tags are missing.
    pub(super) fn end_implied(&mut self, next: &str) {
        while self
            .top()
            .element()
            .is_some_and(|open| html::ends_before(open, next))
        {
            self.close_early();
        }
    }

    /// Adds the node of an element that has been popped.
    pub(super) fn add_element(&mut self, frame: Frame) {
        let Origin::Element { kind, rest, .. } = frame.origin else {
            return;
        };
        let children = if rest.is_empty() {
            frame.children
        } else {
            let span = Kind::Element {
                name: "span",
                attributes: rest,
            };
            vec![Node::new(span, frame.span, frame.children)]
        };
        self.add(Node::new(kind, frame.span, children));
    }
}

fn element_kind(name: &'static str, attributes: &mut Vec<(&'static str, String)>) -> Kind {
    Kind::Element {
        name,
        attributes: std::mem::take(attributes),
    }
}

fn value<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes
        .iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.as_str())
}

fn take(attributes: &mut Vec<(&'static str, String)>, name: &str) -> Option<String> {
    let at = attributes.iter().position(|(known, _)| *known == name)?;
    Some(attributes.remove(at).1)
}
