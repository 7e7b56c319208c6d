//! Sections: what a document holds, parted at its headings, so that a difference can be named where
//! it is and not where it begins to show.

use crate::model::document::{Mark, MarkKind};
use crate::source::Span;

/// A heading with everything up to the next.
pub struct Section<'a> {
    /// Its level; none before the first heading.
    pub level: Option<u8>,
    /// The heading, or the place before the first.
    pub span: Span,
    /// What stands under it.
    pub marks: Vec<&'a Mark<'a>>,
}

/// The sections of what a document holds, in its order. The first is what stands before any heading.
pub fn sections<'a>(marks: &'a [Mark<'a>]) -> Vec<Section<'a>> {
    let mut sections = vec![Section {
        level: None,
        span: Span::default(),
        marks: Vec::new(),
    }];
    for mark in marks {
        if let MarkKind::Heading(level) = mark.kind {
            sections.push(Section {
                level: Some(level),
                span: mark.span,
                marks: Vec::new(),
            });
            continue;
        }
        let last = sections.last_mut().expect("there is a first section");
        last.marks.push(mark);
    }
    sections
}
