//! Document → HTML, for one audience.
//!
//! The tree is written as semantic HTML that reads well without a style sheet: no inline style, no
//! script, no handler, whatever the document says. All text is escaped here; the only foreign HTML
//! is what components return. What a document needs to know of the page around it, such as where a
//! link leads in this edition, it asks its [`Surroundings`].

mod blocks;
mod footnotes;
mod inlines;

use crate::model::document::{Argument, Component, Form, Ids, Kind, Node, Reading};
use crate::render::escape::push_escaped;

/// Whether a link leaves the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum External {
    /// It stays in the edition, or is no page: a mail, a call.
    No,
    /// Another site learns nothing of where its visitor came from.
    Yes,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// There.
    Href {
        /// The address as it goes into `href`, not escaped.
        url: String,
        /// Whether it leaves the site.
        external: External,
    },
    /// Nowhere; the surroundings have reported it. Its text is shown.
    Broken,
}

/// An image that is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The address as it goes into `src`, not escaped.
    pub url: String,
    /// The copies as they go into `srcset`; empty when it has one size.
    pub srcset: String,
    /// Its width in pixels, so that the page does not jump when it arrives.
    pub width: Option<u32>,
    /// Its height in pixels.
    pub height: Option<u32>,
    /// What stands for it.
    pub alt: String,
    /// Whose work it is, for a line under it.
    pub credit: Option<String>,
}

/// What a document needs to know of the page around it. Every call comes in the order of reading,
/// with the node that asks, for the span of a fault.
pub trait Surroundings {
    /// Where a link leads.
    fn link(&mut self, node: &Node, destination: &str) -> Target;

    /// The image to show; none when it is not there, and its text is shown. `alt` is what the
    /// document says that stands for it, which may be nothing.
    fn image(&mut self, node: &Node, destination: &str, alt: &str) -> Option<Picture>;

    /// What a message says, as plain text.
    fn message(&mut self, node: &Node, id: &str, arguments: &[Argument]) -> String;

    /// What a component writes, as HTML that goes out as it is. A container has a body, which is
    /// HTML already.
    fn component(&mut self, node: &Node, component: &Component, body: Option<String>) -> String;

    /// A word that the page itself says: `alert-note`, `alert-tip`, `alert-important`,
    /// `alert-warning`, `alert-caution`, `footnotes`, `footnote-back`, `task-done`, `task-open`.
    fn label(&mut self, id: &str) -> String;
}

/// The bytes that are set aside for a document: most are no longer.
const USUAL: usize = 8 * 1024;

/// Writes a document as one audience reads it, with its footnotes at the end. The ids of headings
/// are those of [`Reading::headings`].
pub fn render(reading: Reading<'_>, surroundings: &mut dyn Surroundings) -> String {
    let mut renderer = Renderer {
        reading,
        surroundings,
        out: String::with_capacity(USUAL),
        ids: Ids::default(),
        footnotes: reading.footnotes().into_iter().map(Into::into).collect(),
        task: None,
        links: 0,
        has_image: false,
    };
    for block in reading.blocks() {
        renderer.node(block);
    }
    renderer.footnotes_section();
    renderer.out
}

struct Renderer<'a, 's> {
    reading: Reading<'a>,
    surroundings: &'s mut dyn Surroundings,
    out: String,
    ids: Ids,
    footnotes: Vec<footnotes::Footnote<'a>>,
    /// The tick of the item that has just begun, until its text does.
    task: Option<bool>,
    /// How many links are open: HTML allows one.
    links: usize,
    /// Whether an image has been written.
    has_image: bool,
}

impl<'a> Renderer<'a, '_> {
    fn children(&mut self, node: &'a Node) {
        for child in self.reading.children(node) {
            self.node(child);
        }
    }

    fn node(&mut self, node: &'a Node) {
        match &node.kind {
            Kind::Paragraph => self.paragraph(node),
            Kind::Heading { level, id } => self.heading(node, *level, id.as_deref()),
            Kind::BlockQuote(None) => self.block("blockquote", node),
            Kind::BlockQuote(Some(alert)) => self.alert(node, *alert),
            Kind::CodeBlock { language, text } => self.code_block(language.as_deref(), text),
            Kind::List { start } => self.list(node, *start),
            Kind::Item { task } => self.item(node, *task),
            Kind::Table(alignments) => self.table(node, alignments),
            Kind::ThematicBreak => self.push_block("<hr>\n"),
            Kind::DefinitionList => self.block("dl", node),
            Kind::DefinitionTerm => self.line_block("dt", node),
            Kind::DefinitionDetails => self.line_block("dd", node),
            Kind::FootnoteReference(label) => self.footnote_reference(label),
            Kind::Text(text) => self.text(text),
            Kind::Code(text) => self.code(text),
            Kind::Emphasis => self.inline("em", node),
            Kind::Strong => self.inline("strong", node),
            Kind::Strikethrough => self.inline("s", node),
            Kind::Link { destination, title } => self.link(node, destination, title),
            Kind::Image { destination, title } => self.image(node, destination, title),
            Kind::SoftBreak => self.push("\n"),
            Kind::HardBreak => self.push("<br>\n"),
            Kind::Element { name, attributes } => self.element(node, name, attributes),
            Kind::Message { id, arguments } => self.message(node, id, arguments),
            Kind::Component(component) => self.component(node, component),
            // Written by the table; written at the end; resolved by the reading.
            Kind::TableHead
            | Kind::TableRow
            | Kind::TableCell
            | Kind::FootnoteDefinition(_)
            | Kind::For(_)
            | Kind::NotFor(_) => {}
        }
    }

    fn component(&mut self, node: &'a Node, component: &Component) {
        self.begin_text();
        let body = (component.form == Form::Container).then(|| self.aside(node));
        let html = self.surroundings.component(node, component, body);
        if component.form == Form::Inline {
            return self.push(&html);
        }
        self.push_block(&html);
        self.end_line();
    }

    /// The children of a node as HTML of their own.
    fn aside(&mut self, node: &'a Node) -> String {
        let before = std::mem::take(&mut self.out);
        self.children(node);
        std::mem::replace(&mut self.out, before)
    }

    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// HTML that begins on a line of its own.
    fn push_block(&mut self, html: &str) {
        self.end_line();
        self.out.push_str(html);
    }

    fn end_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn push_text(&mut self, text: &str) {
        push_escaped(&mut self.out, text);
    }

    /// ` name="value"`, the value escaped.
    fn attribute(&mut self, name: &str, value: &str) {
        self.push(" ");
        self.push(name);
        self.push("=\"");
        self.push_text(value);
        self.push("\"");
    }
}

#[cfg(test)]
mod tests;
