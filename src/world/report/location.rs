//! Where a fault stands, in lines and columns.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::excerpt::Excerpt;
use super::position::{Lines, Position};
use crate::diagnostic::Place;
use crate::source::{Snapshot, Source, SourcePath, Span};

/// A place of a diagnostic, found in its source.
pub(super) struct Location<'a> {
    /// The source, not escaped.
    pub path: &'a str,
    /// The part of it. None when the fault concerns the whole file, or when the file is not in the
    /// snapshot or has become shorter since.
    pub region: Option<Region>,
}

/// A part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    /// Its bytes.
    pub span: Span,
    /// Its first character.
    pub start: Position,
    /// The character after its last.
    pub end: Position,
}

/// What spans are ranges of: the text of a source, whose lines end in `\n` whatever the file has, or
/// its bytes when it is no text.
fn as_spans_see(source: &Source) -> Cow<'_, [u8]> {
    match source.text() {
        Ok(Cow::Borrowed(text)) => Cow::Borrowed(text.as_bytes()),
        Ok(Cow::Owned(text)) => Cow::Owned(text.into_bytes()),
        Err(_) => Cow::Borrowed(&source.bytes),
    }
}

/// Finds places in sources, and counts the lines of each only once.
pub(super) struct Locator<'a> {
    sources: &'a Snapshot,
    lines: BTreeMap<&'a str, Lines<'a>>,
}

impl<'a> Locator<'a> {
    pub fn new(sources: &'a Snapshot) -> Self {
        Self {
            sources,
            lines: BTreeMap::new(),
        }
    }

    /// The place in lines and columns.
    pub fn locate(&mut self, place: &'a Place) -> Location<'a> {
        Location {
            path: place.path.as_str(),
            region: self.region(place),
        }
    }

    /// What to show of a location that has a region.
    pub fn excerpt(&self, location: &Location) -> Option<Excerpt> {
        let region = location.region?;
        let lines = self.lines.get(location.path)?;
        Some(Excerpt::of(lines, region.span))
    }

    /// The line, from 1, that a part of a source begins in.
    pub fn line(&mut self, path: &'a SourcePath, span: Span) -> Option<usize> {
        let lines = self.lines(path.as_str())?;
        Some(lines.position(span.start)?.line)
    }

    fn region(&mut self, place: &'a Place) -> Option<Region> {
        // `Place::start_of`: what concerns the file as a whole.
        if place.span == Span::default() || place.span.end < place.span.start {
            return None;
        }
        let lines = self.lines(place.path.as_str())?;
        Some(Region {
            span: place.span,
            start: lines.position(place.span.start)?,
            end: lines.position(place.span.end)?,
        })
    }

    fn lines(&mut self, path: &'a str) -> Option<&Lines<'a>> {
        if !self.lines.contains_key(path) {
            let source = self.sources.get(path)?;
            self.lines.insert(path, Lines::new(as_spans_see(source)));
        }
        self.lines.get(path)
    }
}
