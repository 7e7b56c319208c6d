//! Links, images and headings: what their authors may write on them.

use pulldown_cmark::{CowStr, LinkType};

use super::build::Builder;
use super::frame::Origin;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::destination::{Destination, classify};
use crate::model::document::Kind;
use crate::rules::{HEADING_ATTRIBUTE, REMOTE_IMAGE, UNSAFE_LINK};
use crate::source::Span;

/// What the engine read between the braces of a heading.
pub(super) struct HeadingAttributes<'a> {
    pub id: Option<CowStr<'a>>,
    pub classes: Vec<CowStr<'a>>,
    pub others: Vec<(CowStr<'a>, Option<CowStr<'a>>)>,
}

impl Builder<'_> {
    /// A link, or nothing around its text when it is unsafe.
    pub(super) fn link(
        &mut self,
        link_type: LinkType,
        destination: &str,
        title: &str,
        span: Span,
    ) -> Origin {
        let scheme = match link_type {
            LinkType::Email => "mailto:",
            _ => "",
        };
        match self.link_kind(format!("{scheme}{destination}"), title.to_owned(), span) {
            Some(kind) => Origin::Markdown(kind),
            None => Origin::Transparent,
        }
    }

    /// An image, or nothing around its alternative text when it is of another site.
    pub(super) fn image(&mut self, destination: &str, title: &str, span: Span) -> Origin {
        match self.image_kind(destination.to_owned(), title.to_owned(), span) {
            Some(kind) => Origin::Markdown(kind),
            None => Origin::Transparent,
        }
    }

    pub(super) fn link_kind(
        &mut self,
        destination: String,
        title: String,
        span: Span,
    ) -> Option<Kind> {
        if classify(&destination) == Destination::Unsafe {
            self.report(
                Diagnostic::new(&UNSAFE_LINK)
                    .at(Place::new(self.grammar.path, span))
                    .with("destination", destination),
            );
            return None;
        }
        Some(Kind::Link { destination, title })
    }

    pub(super) fn image_kind(
        &mut self,
        destination: String,
        title: String,
        span: Span,
    ) -> Option<Kind> {
        if classify(&destination) != Destination::Local {
            self.report(
                Diagnostic::new(&REMOTE_IMAGE)
                    .at(Place::new(self.grammar.path, span))
                    .with("destination", destination),
            );
            return None;
        }
        Some(Kind::Image { destination, title })
    }

    /// The id of a heading. Everything else in its braces is a fault: what the engine would write
    /// as an attribute could be code.
    pub(super) fn heading_id(
        &mut self,
        attributes: HeadingAttributes<'_>,
        heading: Span,
    ) -> Option<String> {
        for class in &attributes.classes {
            self.heading_fault(&format!(".{class}"), heading);
        }
        for (name, _) in &attributes.others {
            self.heading_fault(name, heading);
        }
        let id = attributes.id?;
        if is_id(&id) {
            return Some(id.into_string());
        }
        self.heading_fault(&format!("#{id}"), heading);
        None
    }

    fn heading_fault(&mut self, name: &str, heading: Span) {
        let written = &self.grammar.text[heading.range()];
        let braces = written.rfind('{').unwrap_or(0);
        let span = written[braces..].find(name).map_or(heading, |at| {
            let start = heading.start + braces + at;
            Span::new(start, start + name.len())
        });
        self.report(
            Diagnostic::new(&HEADING_ATTRIBUTE)
                .at(Place::new(self.grammar.path, span))
                .with("name", name),
        );
    }
}

/// A letter, then letters, digits, `_` and `-`: what every address bar and style sheet can hold.
pub(super) fn is_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}
