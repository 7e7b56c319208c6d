//! A report for people at a terminal: what is wrong, the line it stands in, what to do.
//!
//! The home of annotate-snippets. It draws excerpts that are already cut and escaped, so it cannot
//! know the true column of a fault; the path that it is given therefore ends in line and column
//! and a mark, and what it adds behind the mark is taken out again.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Patch, Renderer, Snippet};

use super::crowd::{gather, ranking};
use super::escape::escape;
use super::finding::Finding;
use super::location::{Location, Locator};
use super::tally::Tally;
use super::voice::{Argument, Voice};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Snapshot;

/// Wider than an excerpt and a label together, so that annotate-snippets never cuts one again.
const COLUMNS: usize = 1000;

/// Ends the true position in a path. `escape` lets no such character through from anybody else.
const MARK: char = '\u{2060}';

/// Whether a report is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    #[default]
    Plain,
    /// With ANSI sequences.
    Colour,
}

impl Style {
    fn renderer(self) -> Renderer {
        match self {
            Self::Plain => Renderer::plain(),
            Self::Colour => Renderer::styled(),
        }
        .term_width(COLUMNS)
    }
}

/// The report as text, with a count at its end; empty when there is nothing to report. What is
/// there in crowds comes first, each crowd as one; then the other faults in the order given.
pub fn text(diagnostics: &[Diagnostic], sources: &Snapshot, voice: &Voice, style: Style) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let renderer = style.renderer();
    let mut locator = Locator::new(sources);
    let mut report = String::new();
    let mut draw = |groups: &[Group<'_>]| {
        report.push_str(&without_marks(&renderer.render(groups)));
        report.push_str("\n\n");
    };
    let (crowds, others) = gather(diagnostics, voice);
    for crowd in &crowds {
        draw(&[crowd.drawing(&mut locator, voice)]);
    }
    for diagnostic in others {
        let finding = Finding::new(diagnostic, voice, &mut locator);
        draw(&drawing(&finding, &locator, voice));
    }
    if !crowds.is_empty() {
        report.push_str(&ranking(diagnostics, voice));
        report.push('\n');
    }
    report.push_str(&Tally::of(diagnostics).say(voice));
    report.push('\n');
    report
}

/// A failure that has no place in a source, such as a wrong option or a full disk, in the same
/// form. `id` is a message of the tool's own words; its `.fix` is shown when it has one.
pub fn failure(id: &str, arguments: &[(&str, Argument)], voice: &Voice, style: Style) -> String {
    let mut group =
        Group::with_title(level(Severity::Error, voice).primary_title(voice.say(id, arguments)));
    if let Some(fix) = voice.find(&format!("{id}.fix"), arguments) {
        group = group.element(help(voice).message(fix));
    }
    style.renderer().render(&[group]) + "\n"
}

pub(super) fn level(severity: Severity, voice: &Voice) -> Level<'static> {
    let (level, word) = match severity {
        Severity::Error => (Level::ERROR, "severity-error"),
        Severity::Warning => (Level::WARNING, "severity-warning"),
        Severity::Note => (Level::NOTE, "severity-note"),
    };
    level.with_name(voice.say(word, &[]))
}

pub(super) fn help(voice: &Voice) -> Level<'static> {
    Level::HELP.with_name(voice.say("help", &[]))
}

/// The fault with what to do, then what it should read instead, then what belongs to it.
fn drawing(finding: &Finding, locator: &Locator, voice: &Voice) -> Vec<Group<'static>> {
    let title = level(finding.diagnostic.severity, voice)
        .primary_title(finding.message.clone())
        .id(finding.diagnostic.rule.id);
    let fault = Group::with_title(title)
        .elements(finding.location.as_ref().map(|at| place(at, locator)))
        .element(help(voice).message(finding.fix.clone()));
    let related = finding.related.iter().map(|at| {
        let title = level(Severity::Note, voice).secondary_title(finding.also.clone());
        Group::with_title(title).element(place(at, locator))
    });
    std::iter::once(fault)
        .chain(suggestion(finding, locator, voice))
        .chain(related)
        .collect()
}

/// A place with its excerpt, or its path alone where there is nothing to show.
fn place(location: &Location, locator: &Locator) -> Element<'static> {
    let path = escape(location.path);
    let (Some(region), Some(excerpt)) = (location.region, locator.excerpt(location)) else {
        return Origin::path(path.into_owned()).into();
    };
    let start = region.start;
    Snippet::source(excerpt.text)
        .line_start(start.line)
        .path(format!("{path}:{}:{}{MARK}", start.line, start.column))
        .annotation(AnnotationKind::Primary.span(excerpt.marked))
        .into()
}

/// The line as it would be with the suggestion in place, if that can be shown.
fn suggestion(finding: &Finding, locator: &Locator, voice: &Voice) -> Option<Group<'static>> {
    let suggestion = finding.diagnostic.suggestion.as_deref()?;
    let patch = patch(suggestion, finding.location.as_ref(), locator);
    let words = match suggestion {
        "" if patch.is_some() => voice.say("leave-out", &[]),
        "" => return None,
        text if !text.contains('\n') => voice.say("did-you-mean", &[("text", text.into())]),
        _ if patch.is_some() => voice.say("write-instead", &[]),
        _ => return None,
    };
    Some(Group::with_title(help(voice).secondary_title(words)).elements(patch))
}

/// None where the fault spans several lines, of which an excerpt has only the first.
fn patch(
    suggestion: &str,
    location: Option<&Location>,
    locator: &Locator,
) -> Option<Snippet<'static, Patch<'static>>> {
    let location = location?;
    let region = location.region?;
    if region.start.line != region.end.line {
        return None;
    }
    let excerpt = locator.excerpt(location)?;
    let lines: Vec<_> = suggestion.lines().map(escape).collect();
    let patch = Patch::new(excerpt.marked, lines.join("\n"));
    let snippet = Snippet::source(excerpt.text).line_start(region.start.line);
    Some(snippet.patch(patch))
}

/// Takes out the line and column that annotate-snippets counted in an excerpt.
fn without_marks(drawn: &str) -> String {
    let mut parts = drawn.split(MARK);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit())
    })
}
