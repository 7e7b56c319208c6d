//! Markdown with directives → Document.
//!
//! 1. Most texts have no directive and are read by the engine as they are.
//! 2. For the others the engine is asked first where code and HTML stand ([`marks::Opaque`]), and
//!    the directives outside are marked and masked ([`marks`]).
//! 3. The engine reads the (masked) text once; its events become a tree ([`build`]). Directives
//!    and HTML elements open and close nodes of that tree as the engine's own tags do
//!    ([`directives`], [`elements`]), so that whatever is written, every node is closed in the
//!    parent it was opened in.
//! 4. Every mark that the engine did not come by where it could stand is a fault: a line that
//!    begins with `:::` is a directive or an error, never text, since what it encloses would
//!    otherwise reach every audience.
//!
//! The engine, pulldown-cmark, is known to this folder only.

mod build;
mod directives;
mod elements;
mod first_text;
mod footnotes;
mod fragments;
mod frame;
mod kinds;
mod links;
mod looseness;
mod marks;
mod ranges;
mod references;
mod scan;
mod stack;
mod text;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::audience::AudienceId;
use crate::model::document::Document;
use crate::model::settings::RawHtml;
use crate::parse::directive::{Grammar, lookalikes};
use crate::rules;
use crate::source::{SourcePath, Span};

use build::Builder;
use marks::{Mark, Opaque};
use references::Reference;

/// What decides how a text is read, besides the text.
#[derive(Clone, Copy, Debug)]
pub struct MarkdownOptions<'a> {
    /// The closed set of audiences.
    pub audiences: &'a [AudienceId],
    /// What happens to HTML.
    pub raw_html: RawHtml,
}

/// CommonMark with what GitHub made customary. No smart punctuation, which knows only English.
fn engine_options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_GFM
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// Reads the Markdown in the range `body` of `text`, the whole file; every span is a range of the
/// file. A `body` that is no range of `text` is read as empty.
///
/// # Faults
/// RAW_HTML, UNSAFE_LINK, REMOTE_IMAGE, HEADING_ATTRIBUTE, MISSING_FOOTNOTE, HIDDEN_DEFINITION,
/// EXCESSIVE_NESTING, UNKNOWN_AUDIENCE, LOOKALIKE_DIRECTIVE, UNCLOSED_CODE, BROKEN_DIRECTIVE, MISPLACED_DIRECTIVE, UNCLOSED_DIRECTIVE, STRAY_CLOSER.
/// Whether the theme has a component is not asked here.
pub fn parse(
    source_path: &SourcePath,
    text: &str,
    body: Span,
    options: &MarkdownOptions<'_>,
) -> Diagnosed<Document> {
    let Some(written) = text.get(body.range()) else {
        return Diagnosed::clean(Document::default());
    };
    let grammar = Grammar {
        path: source_path,
        text,
        audiences: options.audiences,
    };
    let lookalikes = lookalikes(written, options.audiences);
    if !marks::has_any(written) && lookalikes.is_empty() {
        return read(grammar, body, text, Vec::new(), options.raw_html);
    }
    let opaque = opaque(written, body.start);
    let marks = scan::find(&grammar, body, &opaque);
    let masked = marks::mask(text, &marks);
    let strays: Vec<Span> = lookalikes
        .into_iter()
        .map(|span| span.shifted(body.start))
        .filter(|span| opaque.all.end_around(span.start).is_none())
        .filter(|span| !marks.iter().any(|mark| mark.speaks_of(*span, text)))
        .collect();
    let mut read = read(grammar, body, &masked, marks, options.raw_html);
    read.diagnostics.extend(strays.into_iter().map(|span| {
        Diagnostic::new(&rules::LOOKALIKE_DIRECTIVE)
            .at(Place::new(source_path, span))
            .with("written", &text[span.range()])
    }));
    read
}

/// Turns `masked`, the whole file with its marks masked, into a document.
fn read(
    grammar: Grammar<'_>,
    body: Span,
    masked: &str,
    marks: Vec<Mark>,
    raw_html: RawHtml,
) -> Diagnosed<Document> {
    let mut builder = Builder::new(grammar, body, marks, raw_html);
    let written = &masked[body.range()];
    builder.loose_lists = looseness::loose_lists(written, body.start, &builder.marks);
    let mut events = engine(written).into_offset_iter();
    let mut references = Vec::new();
    while let Some((event, range)) = events.next() {
        let span = Span::from(range).shifted(body.start);
        if let Some(label) = references::label(&event)
            && let Some(definition) = events.reference_definitions().get(label)
        {
            references.push(Reference {
                label: label.to_owned(),
                span,
                definition: Span::from(definition.span.clone()).shifted(body.start),
            });
        }
        if builder.event(event, span).is_break() {
            return builder.abandoned();
        }
    }
    let selections = std::mem::take(&mut builder.selections);
    let (document, mut diagnostics) = builder.finish();
    references::check(&references, &selections, &grammar, &mut diagnostics);
    footnotes::check(&document, &grammar, &mut diagnostics);
    Diagnosed::new(document, diagnostics)
}

fn engine(text: &str) -> Parser<'_> {
    Parser::new_ext(text, engine_options())
}

/// Where code and HTML stand, as far as it can be known before the directives are masked.
fn opaque(body: &str, offset: usize) -> Opaque {
    let mut opaque = Opaque::default();
    if !may_be_opaque(body) {
        return opaque;
    }
    for (event, range) in engine(body).into_offset_iter() {
        let span = Span::from(range).shifted(offset);
        if matches!(
            event,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_)))
        ) {
            opaque.fenced.push(span);
        }
        if is_opaque(&event) {
            opaque.all.push(span);
        }
    }
    opaque
}

/// Whether something in a text may be code or HTML: the marks of either stand in it, or what could
/// indent code. Most texts have neither, and are read once only.
fn may_be_opaque(text: &str) -> bool {
    const INDENTATION: &str = "    ";
    text.contains(['`', '~', '<', '\t']) || text.contains(INDENTATION)
}

fn is_opaque(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Code(_)
            | Event::InlineHtml(_)
            | Event::Start(
                Tag::CodeBlock(_)
                    | Tag::HtmlBlock
                    | Tag::Link {
                        link_type: LinkType::Autolink | LinkType::Email,
                        ..
                    }
            )
    )
}

#[cfg(test)]
mod tests;
