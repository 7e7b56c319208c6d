//! A diagnostic as a preview shows it: in words, with its place and the line it stands in.

use serde::Serialize;

use super::finding::Finding;
use super::location::Locator;
use super::voice::Voice;
use crate::diagnostic::Diagnostic;
use crate::source::Snapshot;

/// One diagnostic, ready to be shown. Every text is text: whoever puts it into a page escapes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    /// The id of the rule.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: &'static str,
    /// What is wrong.
    pub message: String,
    /// Who is hurt.
    pub why: String,
    /// What to do.
    pub fix: String,
    /// Text that would mend it in place of what is marked.
    pub suggestion: Option<String>,
    /// The source, if it has one.
    pub path: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The character in it, from 1.
    pub column: Option<usize>,
    /// The line it stands in: what comes before the fault, the fault, what comes after.
    pub excerpt: Option<[String; 3]>,
}

/// The cards of `diagnostics`, in the order given.
pub fn cards(diagnostics: &[Diagnostic], sources: &Snapshot, voice: &Voice) -> Vec<Card> {
    let mut locator = Locator::new(sources);
    diagnostics
        .iter()
        .map(|diagnostic| card(diagnostic, voice, &mut locator))
        .collect()
}

fn card<'a>(diagnostic: &'a Diagnostic, voice: &Voice, locator: &mut Locator<'a>) -> Card {
    let finding = Finding::new(diagnostic, voice, locator);
    let location = finding.location.as_ref();
    let start = location
        .and_then(|location| location.region)
        .map(|region| region.start);
    let excerpt = location
        .and_then(|location| locator.excerpt(location))
        .map(|excerpt| {
            let (text, marked) = (excerpt.text, excerpt.marked);
            [
                text[..marked.start].to_owned(),
                text[marked.clone()].to_owned(),
                text[marked.end..].to_owned(),
            ]
        });
    Card {
        rule: diagnostic.rule.id,
        severity: diagnostic.severity.as_str(),
        suggestion: diagnostic.suggestion.clone(),
        path: location.map(|location| location.path.to_owned()),
        line: start.map(|start| start.line),
        column: start.map(|start| start.column),
        excerpt,
        message: finding.message,
        why: finding.why,
        fix: finding.fix,
    }
}
