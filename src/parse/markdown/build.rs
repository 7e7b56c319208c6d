//! Events of the engine → the tree of a document.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use pulldown_cmark::{
    Alignment as EngineAlignment, BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd,
};

use super::elements::{Context, Refused};
use super::footnotes;
use super::frame::{Frame, LIMIT, Origin};
use super::links::HeadingAttributes;
use super::marks::Mark;
use super::ranges::Ranges;
use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::document::{Alert, Alignment, Document, Form, Kind, Node};
use crate::model::settings::RawHtml;
use crate::parse::directive::Grammar;
use crate::rules::MISSING_FOOTNOTE;
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
    block: Option<Vec<(Span, String)>>,
    /// Whether nothing but blanks stands before on this line of the paragraph.
    pub(super) is_line_start: bool,
    /// Whether something was nested too deep.
    is_excessive: bool,
    /// Whether a selection was not closed where it should have been. Its author's closer stands
    /// somewhere behind, so the rest is for nobody.
    pub(super) is_cut: bool,
    diagnostics: Vec<Diagnostic>,
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
        if !is_inline(&kind) {
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

    fn text(&mut self, text: &str, span: Span) {
        if let Some(block) = &mut self.block {
            block.push((span, text.to_owned()));
            return;
        }
        if let Origin::Markdown(Kind::CodeBlock { text: code, .. }) = &mut self.top().origin {
            code.push_str(text);
            return;
        }
        self.check_fence(text, span);
        self.check_footnote(text, span);
        self.is_line_start = false;
        self.marked_text(text, span);
    }

    /// Text, and the directives whose masks stand in it.
    fn marked_text(&mut self, text: &str, span: Span) {
        let mut at = span.start;
        let mut index = self.marks.partition_point(|mark| mark.span.start < at);
        while let Some(mark) = self.marks.get(index) {
            let (place, is_masked) = (mark.span, mark.is_masked && !mark.is_line);
            // Text that is not as long as its span has entities in it, and no masks.
            if place.end > span.end || text.len() != span.end - span.start {
                break;
            }
            if is_masked {
                let before = Span::new(at, place.start);
                let written = text.get(at - span.start..place.start - span.start);
                self.add_text(written.unwrap_or_default(), before);
                self.directive(index);
                at = place.end;
            }
            index += 1;
        }
        let rest = text.get(at - span.start..).unwrap_or_default();
        self.add_text(rest, Span::new(at, span.end));
    }

    /// A line that begins with `:::` is no text, whatever block it stands in.
    fn check_fence(&mut self, text: &str, span: Span) {
        let is_escaped = self.grammar.text[..span.start].ends_with('\\');
        if self.is_line_start && text.starts_with(":::") && !is_escaped {
            let is_marked = self
                .marks
                .binary_search_by_key(&span.start, |mark| mark.span.start)
                .is_ok();
            if !is_marked {
                self.misplaced(span);
            }
        }
    }

    /// A reference to a footnote that nobody defined is text to the engine.
    fn check_footnote(&mut self, text: &str, span: Span) {
        if !text.ends_with('[') {
            return;
        }
        let start = span.end - 1;
        let Some(label) = footnotes::label(&self.grammar.text[start..]) else {
            return;
        };
        let place = Span::new(start, start + label.len() + "[^]".len());
        self.report(
            Diagnostic::new(&MISSING_FOOTNOTE)
                .at(Place::new(self.grammar.path, place))
                .with("name", label),
        );
    }

    fn line_break(&mut self, kind: Kind, span: Span) {
        self.leaf(kind, span);
        self.is_line_start = true;
    }

    fn leaf(&mut self, kind: Kind, span: Span) {
        self.is_line_start = false;
        self.add(Node::new(kind, span, Vec::new()));
    }

    fn task(&mut self, is_done: bool) {
        let item = self
            .stack
            .iter_mut()
            .rev()
            .find_map(|frame| match &mut frame.origin {
                Origin::Markdown(Kind::Item { task }) => Some(task),
                _ => None,
            });
        if let Some(task) = item {
            *task = Some(is_done);
        }
    }

    fn html_line(&mut self, html: &str, span: Span) {
        if let Some(block) = &mut self.block {
            block.push((span, html.to_owned()));
        }
    }

    /// A block of HTML is the mask of a directive, or HTML; a mask inside HTML stays unread and
    /// will be reported.
    fn end_html_block(&mut self) {
        let lines = self.block.take().unwrap_or_default();
        let mark_of = |(span, line): &(Span, String)| {
            let start = span.start + (line.len() - line.trim_ascii_start().len());
            self.line_mark(start)
        };
        let written: Vec<&(Span, String)> = lines
            .iter()
            .filter(|(_, line)| !line.trim_ascii().is_empty())
            .collect();
        if let [line] = written[..]
            && let Some(index) = mark_of(line)
        {
            self.directive(index);
            return;
        }
        let pieces: Vec<(Span, &str)> = lines
            .iter()
            .filter(|line| mark_of(line).is_none())
            .map(|(span, line)| (*span, line.as_str()))
            .collect();
        self.separate();
        self.html(&pieces, Context::Block);
    }

    fn inline_html(&mut self, html: &str, span: Span) {
        if self.line_mark(span.start).is_none() {
            self.is_line_start = false;
            self.html(&[(span, html)], Context::Line);
        }
    }

    /// Opens something, unless that would be too deep.
    pub(super) fn open(&mut self, origin: Origin, span: Span) {
        let frame = Frame {
            origin,
            span,
            children: Vec::new(),
            footnotes: self.footnotes.len(),
            blocks: 0,
            is_loose: false,
        };
        if self.stack.len() > LIMIT {
            if !self.is_excessive {
                self.excessive(&frame, LIMIT);
            }
            self.is_excessive = true;
            return;
        }
        self.stack.push(frame);
    }

    pub(super) fn pop(&mut self) -> Frame {
        self.stack
            .pop()
            .expect("the document itself is closed last")
    }

    pub(super) fn top(&mut self) -> &mut Frame {
        self.stack
            .last_mut()
            .expect("the document itself is closed last")
    }

    /// Where on the stack those begin that the engine does not close next.
    pub(super) fn floor(&self) -> usize {
        let last = self.stack.iter().rposition(Frame::is_engine_made);
        last.map_or(0, |last| last + 1)
    }

    /// Likewise, but directives close their elements, too.
    pub(super) fn element_floor(&self) -> usize {
        let last = self
            .stack
            .iter()
            .rposition(|frame| frame.element().is_none());
        last.map_or(0, |last| last + 1)
    }

    pub(super) fn add(&mut self, node: Node) {
        if self.is_cut {
            return;
        }
        if let Kind::Text(text) = &node.kind {
            return self.add_text(text, node.span);
        }
        self.top().children.push(node);
    }

    /// Text, joined to the text before it.
    pub(super) fn add_text(&mut self, text: &str, span: Span) {
        if text.is_empty() || self.is_cut {
            return;
        }
        let children = &mut self.top().children;
        if let Some(last) = children.last_mut()
            && let Kind::Text(before) = &mut last.kind
        {
            before.push_str(text);
            last.span.end = last.span.end.max(span.end);
            return;
        }
        let node = Node::new(Kind::Text(text.to_owned()), span, Vec::new());
        children.push(node);
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn report_all(&mut self, diagnostics: Vec<Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }
}

fn is_autolink(link_type: pulldown_cmark::LinkType) -> bool {
    matches!(
        link_type,
        pulldown_cmark::LinkType::Autolink | pulldown_cmark::LinkType::Email
    )
}

/// Whether it stands in a line of text.
pub(super) fn is_inline(kind: &Kind) -> bool {
    match kind {
        Kind::FootnoteReference(_)
        | Kind::Text(_)
        | Kind::Code(_)
        | Kind::Emphasis
        | Kind::Strong
        | Kind::Strikethrough
        | Kind::Link { .. }
        | Kind::Image { .. }
        | Kind::SoftBreak
        | Kind::HardBreak
        | Kind::Message { .. }
        // Those around blocks are told apart by where they were closed.
        | Kind::For(_)
        | Kind::NotFor(_) => true,
        Kind::Element { name, .. } => !crate::parse::html::is_block(name),
        Kind::Component(component) => component.form == Form::Inline,
        _ => false,
    }
}

fn alert_of(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn alignment_of(alignment: &EngineAlignment) -> Alignment {
    match alignment {
        EngineAlignment::None => Alignment::None,
        EngineAlignment::Left => Alignment::Start,
        EngineAlignment::Center => Alignment::Center,
        EngineAlignment::Right => Alignment::End,
    }
}
