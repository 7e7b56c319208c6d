//! The structure of a translation: the same blocks for the same audiences, the same headings, and in
//! each section as many items, rows, links, images, footnotes and components.

use std::collections::BTreeMap;

use crate::check::passage::{Passage, PassageKind};
use crate::diagnostic::Diagnostic;
use crate::model::document::{Mark, MarkKind, UnitKind};
use crate::rules;
use crate::source::Span;

use super::Pair;
use super::groups::in_sections;
use super::sections::{Section, sections};

/// What is counted under each heading.
const COUNTED: [&str; 8] = [
    "item",
    "numbered",
    "row",
    "column",
    "link",
    "image",
    "footnote",
    "component",
];

/// A difference: of what, then how the translation has it and where, then the original.
struct Difference {
    kind: &'static str,
    found: (String, Span),
    expected: (String, Span),
}

/// Where a translation is built otherwise than its original.
pub fn check(pair: &Pair<'_>) -> Vec<Diagnostic> {
    let [original, translation] =
        [pair.original, pair.translation].map(|side| sections(&side.marks));
    let mut faults = Vec::new();
    if let Some(difference) = fences(&original, &translation) {
        // Everything in such a block is missing too: to say so would tell the same thing again.
        return vec![difference.report(pair, Diagnostic::new(&rules::FENCES_DIFFER))];
    }
    if let Some(difference) = headings(&original, &translation) {
        faults.push(difference.report_structure(pair));
        return faults;
    }
    let differences = COUNTED
        .iter()
        .filter_map(|kind| counted(kind, &original, &translation));
    let differences = differences.chain(alerts(&original, &translation));
    faults.extend(differences.map(|difference| difference.report_structure(pair)));
    if faults.is_empty() {
        let difference = paragraphs(pair);
        faults.extend(difference.map(|difference| difference.report_structure(pair)));
    }
    faults
}

/// The first section with another number of paragraphs. What stands in an item counts as one however
/// the list is spaced, so an item that is lost would be told twice: it is looked for before.
fn paragraphs(pair: &Pair<'_>) -> Option<Difference> {
    let [theirs, ours] = [pair.original, pair.translation].map(|side| in_sections(&side.all));
    let is_paragraph = |passage: &&&Passage<'_>| {
        let kind = passage.kind;
        matches!(
            kind,
            PassageKind::Unit(UnitKind::Paragraph | UnitKind::Item)
        )
    };
    let count = |section: &[&Passage<'_>]| section.iter().filter(is_paragraph).count();
    let (theirs, ours) = theirs
        .into_iter()
        .zip(ours)
        .find(|(theirs, ours)| count(theirs) != count(ours))?;
    let mut sides = [pair.original, pair.translation].into_iter();
    if sides.any(|side| side.file.document().holds_html()) {
        return None;
    }
    let side = |section: &[&Passage<'_>]| {
        let first = section.first().map(|passage| passage.span);
        (count(section).to_string(), first.unwrap_or_default())
    };
    Some(Difference {
        kind: "paragraph",
        found: side(&ours),
        expected: side(&theirs),
    })
}

impl Difference {
    fn report(self, pair: &Pair<'_>, fault: Diagnostic) -> Diagnostic {
        fault
            .at(pair.translation.place(self.found.1))
            .also(pair.original.place(self.expected.1))
            .with("found", self.found.0)
            .with("expected", self.expected.0)
    }

    fn report_structure(self, pair: &Pair<'_>) -> Diagnostic {
        let mut fault = Diagnostic::new(&rules::STRUCTURE_DIFFERS).with("kind", self.kind);
        fault.severity = pair.translation.severity();
        self.report(pair, fault)
    }
}

/// The first kind of block for some audiences that one has more of.
fn fences(original: &[Section<'_>], translation: &[Section<'_>]) -> Option<Difference> {
    let (theirs, ours) = (fences_of(original), fences_of(translation));
    let names = theirs.keys().chain(ours.keys());
    let name = names.into_iter().find(|name| {
        let count = |fences: &Fences| fences.get(*name).map_or(0, Vec::len);
        count(&theirs) != count(&ours)
    })?;
    let side = |fences: &Fences| {
        let spans = fences.get(name);
        let first = spans.and_then(|spans| spans.first().copied());
        let count = spans.map_or(0, Vec::len);
        (format!("{count} × {name}"), first.unwrap_or_default())
    };
    Some(Difference {
        kind: "fence",
        found: side(&ours),
        expected: side(&theirs),
    })
}

/// The blocks for some audiences, by how they are written.
type Fences = BTreeMap<String, Vec<Span>>;

fn fences_of(sections: &[Section<'_>]) -> Fences {
    let mut fences = Fences::new();
    let marks = sections.iter().flat_map(|section| &section.marks);
    for mark in marks.filter(|mark| mark.kind == MarkKind::Fence) {
        let name = mark.fences.join(" › ");
        fences.entry(name).or_default().push(mark.span);
    }
    fences
}

/// The first heading whose level differs, or that only one of the two has.
fn headings(original: &[Section<'_>], translation: &[Section<'_>]) -> Option<Difference> {
    let count = original.len().max(translation.len());
    let at = (1..count).find(|at| level(original, *at) != level(translation, *at))?;
    let side = |sections: &[Section<'_>]| {
        let span = sections.get(at).or(sections.last()).map(|found| found.span);
        let signs = level(sections, at).map_or("–".to_owned(), |level| "#".repeat(level.into()));
        (signs, span.unwrap_or_default())
    };
    Some(Difference {
        kind: "heading",
        found: side(translation),
        expected: side(original),
    })
}

fn level(sections: &[Section<'_>], at: usize) -> Option<u8> {
    sections.get(at)?.level
}

/// The first section with another number of these.
fn counted(
    kind: &'static str,
    original: &[Section<'_>],
    translation: &[Section<'_>],
) -> Option<Difference> {
    let count = |section: &Section<'_>| {
        let marks = section.marks.iter();
        let own = marks.filter(|mark| kind_of(mark) == Some(kind));
        let count: usize = own.map(|mark| times(mark)).sum();
        // One list may be two where a paragraph between its items is not set in.
        if kind == "numbered" {
            count.min(1)
        } else {
            count
        }
    };
    let (theirs, ours) = original
        .iter()
        .zip(translation)
        .find(|(theirs, ours)| count(theirs) != count(ours))?;
    let side = |section: &Section<'_>| {
        let first = section
            .marks
            .iter()
            .find(|mark| kind_of(mark) == Some(kind));
        let span = first.map_or(section.span, |mark| mark.span);
        (count(section).to_string(), span)
    };
    Some(Difference {
        kind,
        found: side(ours),
        expected: side(theirs),
    })
}

/// The first section whose boxes are of other kinds: a warning is no tip.
fn alerts(original: &[Section<'_>], translation: &[Section<'_>]) -> Option<Difference> {
    let side = |section: &Section<'_>| {
        let marks = section.marks.iter();
        let alerts = marks.filter_map(|mark| match mark.kind {
            MarkKind::Alert(alert) => Some((alert.as_str(), mark.span)),
            _ => None,
        });
        let (names, spans): (Vec<&str>, Vec<Span>) = alerts.unzip();
        let first = spans.first().copied();
        let names = match names.is_empty() {
            true => "–".to_owned(),
            false => names.join(", "),
        };
        (names, first.unwrap_or(section.span))
    };
    let sides = original.iter().zip(translation);
    let sides = sides.map(|(theirs, ours)| (side(theirs), side(ours)));
    let (expected, found) = sides
        .into_iter()
        .find(|(theirs, ours)| theirs.0 != ours.0)?;
    Some(Difference {
        kind: "alert",
        found,
        expected,
    })
}

/// How much a mark counts.
fn times(mark: &Mark<'_>) -> usize {
    match mark.kind {
        MarkKind::Table(columns) => columns,
        _ => 1,
    }
}

fn kind_of(mark: &Mark<'_>) -> Option<&'static str> {
    Some(match mark.kind {
        MarkKind::Item => "item",
        MarkKind::List(true) => "numbered",
        MarkKind::Row => "row",
        MarkKind::Table(_) => "column",
        MarkKind::Link(_) => "link",
        MarkKind::Image(_) => "image",
        MarkKind::Footnote(_) => "footnote",
        MarkKind::Component(_) => "component",
        _ => return None,
    })
}
