//! Passages: the words of a translation, block by block, each with what else stands in it and where
//! in the source its words are.

use std::ops::Range;
use std::sync::Arc;

use crate::check::language::detector::Evidence;
use crate::check::levels::of_critical;
use crate::diagnostic::{Place, Severity};
use crate::model::document::{Mark, MarkKind, UnitKind};
use crate::model::page::Translation;
use crate::source::Span;

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// A text of the front matter, with its key.
    Front(&'static str),
    /// A block of the body.
    Unit(UnitKind),
}

/// The words of one block.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// What it is.
    pub kind: PassageKind,
    /// Where it stands.
    pub span: Span,
    /// The blocks for some audiences that it stands in.
    pub fences: Arc<[String]>,
    /// What it says, without code and addresses of links.
    pub text: String,
    /// Which language its words are in.
    pub evidence: Evidence,
    /// What the author says here, where that is not all of it.
    own: Option<String>,
    /// What else it holds: links, messages, components.
    pub marks: Vec<Mark<'a>>,
    pieces: Vec<Piece>,
}

/// A stretch of a passage's text that was written in one go.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where it begins in the text.
    start: usize,
    len: usize,
    span: Span,
    is_set_apart: bool,
}

/// All that a translation says: its title and description when it states them itself, then its
/// blocks. It is read once for all the rules on words.
pub struct Passages<'a> {
    /// The translation.
    pub file: &'a Translation,
    /// Its passages, in their order.
    pub all: Vec<Passage<'a>>,
    /// Everything it holds, in its order.
    pub marks: Vec<Mark<'a>>,
    /// What of it stands in no passage: components on a line of their own.
    pub loose: Vec<Mark<'a>>,
}

impl<'a> Passages<'a> {
    /// Reads a translation.
    pub fn of(file: &'a Translation) -> Self {
        let marks = file.document().marks();
        let (all, loose) = Passage::all(file, &marks);
        Self {
            file,
            all,
            marks,
            loose,
        }
    }

    /// The language that it says it is in.
    pub fn language(&self) -> &'a str {
        self.file.locale.language()
    }

    /// The language of all its words.
    pub fn evidence(&self) -> Evidence {
        let evidence = self.all.iter().map(|passage| passage.evidence);
        evidence.fold(Evidence::default(), Evidence::and)
    }

    /// A place in it.
    pub fn place(&self, span: Span) -> Place {
        Place::new(&self.file.path, span)
    }

    /// The severity of what is a warning on most pages.
    pub fn severity(&self) -> Severity {
        of_critical(self.file)
    }
}

impl<'a> Passage<'a> {
    /// The passages, and what stands in none of them.
    fn all(translation: &'a Translation, marks: &[Mark<'a>]) -> (Vec<Self>, Vec<Mark<'a>>) {
        let front = &translation.front;
        let heads = [
            ("title", Some(&front.title)),
            ("description", front.description.as_ref()),
        ];
        let heads = heads.into_iter().filter_map(|(key, text)| {
            let span = front.spans.get(key)?;
            Some(Self::front(key, text?, *span))
        });
        let mut passages: Vec<Self> = heads.collect();
        let mut loose = Vec::new();
        let mut rest = marks;
        for unit in translation.document().units() {
            let is_before = |mark: &&Mark<'_>| mark.span.start < unit.span.start;
            let (before, behind) = rest.split_at(rest.iter().take_while(is_before).count());
            loose.extend(before.iter().filter(|mark| is_component(mark)).cloned());
            rest = behind;
            let is_inside = |mark: &&Mark<'_>| mark.span.start < unit.span.end;
            let (inside, after) = rest.split_at(rest.iter().take_while(is_inside).count());
            rest = after;
            let mut passage = Self {
                kind: PassageKind::Unit(unit.kind),
                span: unit.span,
                fences: unit.fences,
                text: String::with_capacity(unit.span.range().len()),
                evidence: Evidence::default(),
                own: None,
                marks: Vec::new(),
                pieces: Vec::new(),
            };
            inside.iter().for_each(|mark| passage.append(mark));
            passage.blank_template_code();
            passage.evidence = Evidence::of(&passage.text);
            passage.own = passage.without_quotations();
            passages.push(passage);
        }
        loose.extend(rest.iter().filter(|mark| is_component(mark)).cloned());
        (passages, loose)
    }

    fn front(key: &'static str, text: &str, span: Span) -> Self {
        // Between quotation marks.
        let inner = match span.end - span.start == text.len() + 2 {
            true => Span::new(span.start + 1, span.end - 1),
            false => span,
        };
        let piece = Piece {
            start: 0,
            len: text.len(),
            span: inner,
            is_set_apart: false,
        };
        let mut passage = Self {
            kind: PassageKind::Front(key),
            span,
            fences: Arc::default(),
            text: text.to_owned(),
            evidence: Evidence::of(text),
            own: None,
            marks: Vec::new(),
            pieces: vec![piece],
        };
        passage.own = passage.without_quotations();
        passage
    }

    fn append(&mut self, mark: &Mark<'a>) {
        match mark.kind {
            MarkKind::Text(text) => {
                self.pieces.push(Piece {
                    start: self.text.len(),
                    len: text.len(),
                    span: mark.span,
                    is_set_apart: mark.is_set_apart,
                });
                self.text.push_str(text);
            }
            MarkKind::Break => self.text.push(' '),
            _ => self.marks.push(mark.clone()),
        }
    }

    /// Where a range of the text stands in the source.
    pub fn place(&self, range: Range<usize>) -> Span {
        let at = |offset: usize, end: usize| -> Option<Span> {
            let holds = |piece: &&Piece| piece.start <= offset && end <= piece.start + piece.len;
            let piece = self.pieces.iter().find(holds)?;
            // With an entity or an escape in it, a text is not as long as its source.
            if piece.span.end - piece.span.start != piece.len {
                return Some(piece.span);
            }
            let start = piece.span.start + (offset - piece.start);
            Some(Span::new(start, start + (end - offset)))
        };
        let last = range.end.saturating_sub(1);
        let start = at(range.start, range.start).map(|span| span.start);
        let end = at(last, range.end).map(|span| span.end);
        match (start, end) {
            (Some(start), Some(end)) if start < end => Span::new(start, end),
            _ => self.span,
        }
    }

    /// Blanks what a site brought along from another generator has in braces: `{% include … %}`.
    /// Here it is shown as it stands, but words of a language it is not.
    fn blank_template_code(&mut self) {
        if !self.text.contains('{') {
            return;
        }
        for (open, close) in [("{%", "%}"), ("{{", "}}")] {
            while let Some(start) = self.text.find(open)
                && let Some(length) = self.text[start..].find(close)
            {
                let end = start + length + close.len();
                self.text
                    .replace_range(start..end, &" ".repeat(end - start));
            }
        }
    }

    /// What the author says here: the text with blanks in place of what is quoted or set apart.
    /// Positions stay.
    pub fn own_words(&self) -> &str {
        self.own.as_deref().unwrap_or(&self.text)
    }

    /// Which language the author's own words are in.
    pub fn own_evidence(&self) -> Evidence {
        match &self.own {
            Some(words) => Evidence::of(words),
            None => self.evidence,
        }
    }

    fn without_quotations(&self) -> Option<String> {
        let apart = self.pieces.iter().filter(|piece| piece.is_set_apart);
        let mut blanked: Vec<Range<usize>> = quotations(&self.text);
        blanked.extend(apart.map(|piece| piece.start..piece.start + piece.len));
        if blanked.is_empty() {
            return None;
        }
        let mut words = self.text.clone().into_bytes();
        for range in blanked {
            words[range].fill(b' ');
        }
        // Whole characters were blanked, so this never has to replace any.
        Some(String::from_utf8_lossy(&words).into_owned())
    }
}

fn is_component(mark: &Mark<'_>) -> bool {
    matches!(mark.kind, MarkKind::Component(_) | MarkKind::Message(..))
}

/// Marks that open and close a quotation.
const QUOTATION_MARKS: [(char, char); 4] = [('“', '”'), ('«', '»'), ('„', '“'), ('"', '"')];

/// What stands between quotation marks, with them.
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Most texts have none of the bytes that these marks begin with.
    if !text.bytes().any(|byte| matches!(byte, b'"' | 0xC2 | 0xE2)) {
        return found;
    }
    let mut at = 0;
    while let Some((start, open)) = text[at..]
        .char_indices()
        .find(|(_, c)| QUOTATION_MARKS.iter().any(|(open, _)| open == c))
    {
        let start = at + start;
        let inner = start + open.len_utf8();
        let close = QUOTATION_MARKS.iter().find(|(mark, _)| *mark == open);
        let end = close.and_then(|(_, close)| {
            let end = text[inner..].find(*close)?;
            Some(inner + end + close.len_utf8())
        });
        at = end.unwrap_or(inner);
        found.extend(end.map(|end| start..end));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_found_with_their_marks() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = quotations(text).into_iter().map(|r| &text[r]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("say “no” and «sí»", &["“no”", "«sí»"]);
        check("a \"b\" c", &["\"b\""]);
        check("5\" wide", &[]);
    }
}
