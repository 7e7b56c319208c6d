//! A document → strands, as one audience reads it. Emphasis, links and code do not part a number;
//! blocks do.

use super::strand::{Setting, Strand};
use crate::model::document::{Argument, Kind, Literal, Node, Reading};
use crate::source::Span;

/// Elements of HTML that part what stands around them.
const BLOCKS: [&str; 12] = [
    "p", "div", "li", "td", "th", "tr", "table", "section", "details", "summary", "figure", "dd",
];

/// The text of a block of a reading. `source` is the whole file, for the places of characters.
pub fn text<'a>(reading: Reading<'a>, block: &'a Node, source: &'a str) -> Strand {
    let mut writer = Writer {
        reading,
        source,
        setting: Setting::Prose,
        strand: Strand::default(),
        aside: Strand::default(),
    };
    writer.node(block);
    writer.strand.gap();
    writer.strand.glyphs.append(&mut writer.aside.glyphs);
    writer.strand
}

struct Writer<'a> {
    reading: Reading<'a>,
    source: &'a str,
    /// What the text stands in.
    setting: Setting,
    strand: Strand,
    /// What stands beside the text: titles, arguments, where links lead.
    aside: Strand,
}

impl<'a> Writer<'a> {
    fn children(&mut self, node: &'a Node) {
        for child in self.reading.children(node) {
            self.node(child);
        }
    }

    fn node(&mut self, node: &'a Node) {
        match &node.kind {
            Kind::Text(text) => self.own(text, node.span, self.setting),
            Kind::Code(text) => self.own(text, node.span, Setting::Code),
            Kind::CodeBlock { text, .. } => {
                self.strand.gap();
                self.own(text, node.span, Setting::Code);
                self.strand.gap();
            }
            Kind::SoftBreak | Kind::HardBreak => self.strand.space(node.span),
            Kind::Emphasis | Kind::Strikethrough => self.children(node),
            Kind::Strong => {
                let around = std::mem::replace(&mut self.setting, Setting::Strong);
                self.children(node);
                self.setting = around;
            }
            Kind::Link { destination, title } => {
                if is_call(destination) {
                    self.beside(destination, node.span);
                }
                self.beside(title, node.span);
                self.children(node);
            }
            Kind::Image { title, .. } => {
                self.beside(title, node.span);
                self.block(node);
            }
            Kind::Element { name, attributes } => {
                for (_, value) in attributes {
                    self.beside(value, node.span);
                }
                match BLOCKS.contains(name) {
                    true => self.block(node),
                    false => self.children(node),
                }
            }
            Kind::Message { arguments, .. } => self.arguments(arguments),
            Kind::Component(component) => {
                self.arguments(component.label.iter());
                self.arguments(&component.arguments);
                self.block(node);
            }
            _ => self.block(node),
        }
    }

    fn block(&mut self, node: &'a Node) {
        self.strand.gap();
        self.children(node);
        self.strand.gap();
    }

    fn arguments(&mut self, arguments: impl IntoIterator<Item = &'a Argument>) {
        self.strand.gap();
        for argument in arguments {
            match &argument.value {
                Literal::String(text) => self.beside(text, argument.span),
                Literal::Integer(number) => self.beside(&number.to_string(), argument.span),
                Literal::Float(_) | Literal::Boolean(_) => {}
            }
        }
    }

    /// Text of the document. Where it stands as it reads, each character has its own place.
    fn own(&mut self, text: &str, span: Span, setting: Setting) {
        let written = self.source.get(span.range()).unwrap_or("");
        match written.find(text) {
            Some(at) => self.strand.push(text, span.start + at, setting),
            None => self.strand.push_written(text, written, span.start, setting),
        }
    }

    fn beside(&mut self, text: &str, span: Span) {
        self.aside.gap();
        let written = self.source.get(span.range()).unwrap_or("");
        match written.find(text).filter(|_| !text.is_empty()) {
            Some(at) => self.aside.push(text, span.start + at, Setting::Prose),
            None => self.aside.push_at(text, span, Setting::Prose),
        }
        self.aside.gap();
    }
}

/// Whether a link makes a telephone dial.
pub fn is_call(destination: &str) -> bool {
    let lower = destination.to_ascii_lowercase();
    ["tel:", "sms:", "callto:", "whatsapp:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
        || lower.contains("wa.me/")
        || lower.contains("whatsapp.com/")
        || lower.contains("signal.me/")
        || lower.contains("t.me/+")
}
