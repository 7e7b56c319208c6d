//! Events of the engine → the tree of a document.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::elements::Refused;
use super::frame::{Frame, Origin};
use super::kinds::{alert_of, alignment_of};
use super::links::HeadingAttributes;
use super::marks::Mark;
use super::ranges::Ranges;
use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::document::{Document, Kind, Node};
use crate::model::settings::RawHtml;
use crate::parse::directive::Grammar;
use crate::rules;
use crate::source::Span;

/// A document that is being built. The innermost of what is open is last on the stack, the
/// document itself first.
pub(super) struct Builder<'a> {
    pub(super) grammar: Grammar<'a>,
    pub(super) raw_html: RawHtml,
    pub(super) marks: Vec<Mark>,
    pub(super) stack: Vec<Frame>,
    /// Definitions of footnotes, each in what encloses it.
    pub(super) footnotes: Vec<Node>,
    /// Fenced code so far, and all code so far with autolinks.
    pub(super) fenced: Ranges,
    pub(super) code: Ranges,
    pub(super) refused: Refused,
    /// Where the selections stand that were closed so far.
    pub(super) selections: Vec<Span>,
    /// Where the lists begin whose text is in paragraphs whatever the engine says.
    pub(super) loose_lists: BTreeSet<usize>,
    /// The lines of the HTML block that is being read.
    pub(super) block: Option<Vec<(Span, String)>>,
    /// Whether nothing but blanks stands before on this line of the paragraph.
    pub(super) is_line_start: bool,
    /// Whether something was nested too deep.
    pub(super) is_excessive: bool,
    /// Whether a selection was not closed where it should have been. Its author's closer stands
    /// somewhere behind, so the rest is for nobody.
    pub(super) is_cut: bool,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        grammar: Grammar<'a>,
        body: Span,
        marks: Vec<Mark>,
        raw_html: RawHtml,
    ) -> Self {
        let root = Frame {
            origin: Origin::Root,
            span: body,
            children: Vec::new(),
            footnotes: 0,
            blocks: 0,
            is_loose: false,
        };
        Self {
            grammar,
            raw_html,
            marks,
            stack: vec![root],
            footnotes: Vec::new(),
            fenced: Ranges::default(),
            code: Ranges::default(),
            refused: Refused::new(),
            selections: Vec::new(),
            loose_lists: BTreeSet::new(),
            block: None,
            is_line_start: true,
            is_excessive: false,
            is_cut: false,
            diagnostics: Vec::new(),
        }
    }

    /// Takes in an event; breaks when the text is nested too deep to go on.
    pub(super) fn event(&mut self, event: Event<'_>, span: Span) -> ControlFlow<()> {
        match event {
            Event::Start(Tag::HtmlBlock) => self.block = Some(Vec::new()),
            Event::End(TagEnd::HtmlBlock) => self.end_html_block(),
            Event::Start(tag) => self.start(tag, span),
            Event::End(_) => self.end(),
            Event::Text(text) => self.text(&text, span),
            Event::Html(html) => self.html_line(&html, span),
            Event::InlineHtml(html) => self.inline_html(&html, span),
            Event::Code(text) => {
                self.code.push(span);
                self.leaf(Kind::Code(text.into_string()), span);
            }
            Event::FootnoteReference(label) => {
                self.leaf(Kind::FootnoteReference(label.to_lowercase()), span);
            }
            Event::SoftBreak => self.line_break(Kind::SoftBreak, span),
            Event::HardBreak => self.line_break(Kind::HardBreak, span),
            Event::Rule => self.leaf(Kind::ThematicBreak, span),
            Event::TaskListMarker(is_done) => self.task(is_done),
            // Not among the engine's options.
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        if self.is_excessive {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    /// The document, after all events.
    pub(super) fn finish(mut self) -> (Document, Vec<Diagnostic>) {
        self.end_frames();
        self.check_marks();
        let mut blocks = self.pop().children;
        blocks.append(&mut self.footnotes);
        (Document::new(blocks), self.diagnostics)
    }

    /// Nothing: a document that is nested too deep is not half shown, since what was to follow
    /// may have been for some only.
    pub(super) fn abandoned(self) -> Diagnosed<Document> {
        Diagnosed::new(Document::default(), self.diagnostics)
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                let attributes = HeadingAttributes {
                    id,
                    classes,
                    others: attrs,
                };
                Kind::Heading {
                    level: level as u8,
                    id: self.heading_id(attributes, span),
                }
            }
            Tag::BlockQuote(alert) => Kind::BlockQuote(alert.map(alert_of)),
            Tag::CodeBlock(code) => self.code_block(&code, span),
            Tag::List(start) => Kind::List { start },
            Tag::Item => Kind::Item { task: None },
            Tag::FootnoteDefinition(label) => Kind::FootnoteDefinition(label.to_lowercase()),
            Tag::DefinitionList => Kind::DefinitionList,
            Tag::DefinitionListTitle => Kind::DefinitionTerm,
            Tag::DefinitionListDefinition => Kind::DefinitionDetails,
            Tag::Table(alignments) => Kind::Table(alignments.iter().map(alignment_of).collect()),
            Tag::TableHead => Kind::TableHead,
            Tag::TableRow => Kind::TableRow,
            Tag::TableCell => Kind::TableCell,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strikethrough,
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                if is_autolink(link_type) {
                    self.code.push(span);
                }
                let origin = self.link(link_type, &dest_url, &title, span);
                return self.open(origin, span);
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                let origin = self.image(&dest_url, &title, span);
                return self.open(origin, span);
            }
            // Blocks of HTML are taken apart elsewhere; the rest is not among the options.
            Tag::HtmlBlock | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {
                return self.open(Origin::Transparent, span);
            }
        };
        if !kind.is_inline() {
            self.is_line_start = true;
            self.end_implied("p");
            self.end_bare_text();
        }
        let is_loose = self.is_loose(&kind, span);
        self.open(Origin::Markdown(kind), span);
        self.top().is_loose |= is_loose;
    }

    fn code_block(&mut self, code: &CodeBlockKind<'_>, span: Span) -> Kind {
        self.code.push(span);
        let language = match code {
            CodeBlockKind::Indented => None,
            CodeBlockKind::Fenced(info) => {
                self.fenced.push(span);
                let written = &self.grammar.text[span.range()];
                if !is_closed(written) {
                    let length = written.find('\n').unwrap_or(written.len());
                    let opener = Span::new(span.start, span.start + length);
                    let fault = Diagnostic::new(&rules::UNCLOSED_CODE);
                    self.report(fault.at(Place::new(self.grammar.path, opener)));
                }
                info.split_whitespace().next().map(str::to_owned)
            }
        };
        Kind::CodeBlock {
            language,
            text: String::new(),
        }
    }

    /// Closes what the engine opened last, after all that directives and HTML opened in it.
    fn end(&mut self) {
        self.end_frames();
        if self.top().is_loose {
            self.wrap_bare_text();
        }
        let frame = self.pop();
        let held_footnotes_only =
            frame.children.is_empty() && frame.footnotes < self.footnotes.len();
        match frame.origin {
            Origin::Markdown(_) if held_footnotes_only => {}
            Origin::Markdown(kind @ Kind::FootnoteDefinition(_)) => {
                self.add_footnote(Node::new(kind, frame.span, frame.children));
            }
            Origin::Markdown(kind) => self.add(Node::new(kind, frame.span, frame.children)),
            _ => frame.children.into_iter().for_each(|child| self.add(child)),
        }
    }

    fn end_frames(&mut self) {
        while !self.top().is_engine_made() {
            self.close_early();
        }
    }
}

/// Whether the last line of fenced code is one that closes it.
fn is_closed(written: &str) -> bool {
    let is_mark = |c: char| c == '`' || c == '~';
    let Some((opener, rest)) = written.split_once('\n') else {
        return false;
    };
    let opener = opener.len() - opener.trim_start_matches(is_mark).len();
    let last = rest.trim_end().lines().next_back().unwrap_or_default();
    let closer = last.trim_start_matches([' ', '\t', '>']);
    closer.len() >= opener && closer.chars().all(is_mark)
}

fn is_autolink(link_type: LinkType) -> bool {
    matches!(link_type, LinkType::Autolink | LinkType::Email)
}
