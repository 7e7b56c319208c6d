//! The ground: what is wrong with somebody's files, as a value.
//!
//! A fault in content is never an `Err` and never a panic: a function that meets one returns
//! [`Diagnosed`], the best value it could make and everything that is wrong with it. A
//! [`Diagnostic`] holds no prose, only the [`Rule`] and its arguments; `report` writes it out in
//! the reader's language.

use std::fmt;

use rayon::prelude::*;

use crate::source::{SourcePath, Span};

/// A part of a search for what is wrong. It takes a moment, and the parts can be taken in any order
/// and on any thread, so that whoever has something more urgent to do can stop between two.
pub type Step<'a> = Box<dyn FnOnce() -> Vec<Diagnostic> + Send + 'a>;

/// What all of these find.
pub fn take_all(steps: Vec<Step<'_>>) -> Vec<Diagnostic> {
    let steps = steps.into_par_iter();
    steps.flat_map_iter(|step| step()).collect()
}

/// How bad it is. Errors stop a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Should be mended; does not stop a build.
    Warning,
    /// Would hurt a reader: nothing is published.
    Error,
}

impl Severity {
    /// The word used in campaign.toml and in machine-readable reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether a campaign may choose another severity for a rule in `[rules]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leeway {
    /// The promises of the project hang on it: it stays as it is.
    Fixed,
    /// The campaign decides.
    Adjustable,
}

/// One thing that can be wrong. The table of all rules is [`crate::rules`]; what a rule says, why,
/// and how to mend it stands in `rules/en.ftl` and `rules/es.ftl` under its id.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// A kebab-case noun, such as `unknown-audience`.
    pub id: &'static str,
    /// How bad it is unless campaign.toml says otherwise.
    pub severity: Severity,
    /// Whether campaign.toml may say otherwise.
    pub leeway: Leeway,
}

/// Where something stands: a source and the bytes in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The source.
    pub path: SourcePath,
    /// The bytes in it.
    pub span: Span,
}

impl Place {
    /// These bytes of this source.
    pub fn new(path: &SourcePath, span: impl Into<Span>) -> Self {
        Self {
            path: path.clone(),
            span: span.into(),
        }
    }

    /// The start of a source, for what concerns it as a whole.
    pub fn start_of(path: &SourcePath) -> Self {
        Self::new(path, Span::default())
    }
}

/// One fault: which rule, where, and what the message needs to name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// How bad it is here.
    pub severity: Severity,
    /// Where it stands; none for what has no file, such as a command-line option.
    pub place: Option<Place>,
    /// Other places that belong to it, such as the first of two definitions.
    pub related: Vec<Place>,
    /// What the message's variables stand for, by name.
    pub arguments: Vec<(&'static str, String)>,
    /// Text that would mend it when put in place of the span: “did you mean”.
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// A fault against `rule`, with the rule's own severity.
    pub fn new(rule: &'static Rule) -> Self {
        Self {
            rule,
            severity: rule.severity,
            place: None,
            related: Vec::new(),
            arguments: Vec::new(),
            suggestion: None,
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Another place that belongs to it.
    #[must_use]
    pub fn also(mut self, place: Place) -> Self {
        self.related.push(place);
        self
    }

    /// The next of several places where it stands: as many as somebody will look at.
    #[must_use]
    pub fn also_at(mut self, places: impl IntoIterator<Item = Place>) -> Self {
        const ENOUGH: usize = 2;
        self.related.extend(places.into_iter().take(ENOUGH));
        self
    }

    /// A variable of the rule's message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// Text that would mend it in place of the span.
    #[must_use]
    pub fn suggest(mut self, text: Option<impl Into<String>>) -> Self {
        self.suggestion = text.map(Into::into);
        self
    }

    /// Whether the other is the same fault in another edition.
    fn differs_in_edition(&self, other: &Self) -> bool {
        fn others(fault: &Diagnostic) -> impl Iterator<Item = &(&'static str, String)> {
            fault.arguments.iter().filter(|(name, _)| *name != EDITION)
        }
        (self.rule, self.severity, &self.place) == (other.rule, other.severity, &other.place)
            && (&self.related, &self.suggestion) == (&other.related, &other.suggestion)
            && self.arguments.len() == other.arguments.len()
            && others(self).eq(others(other))
    }

    fn join_editions(&mut self, other: &Self) {
        let added = other.arguments.iter().find(|(name, _)| *name == EDITION);
        let own = self.arguments.iter_mut().find(|(name, _)| *name == EDITION);
        if let (Some((_, own)), Some((_, added))) = (own, added) {
            own.push_str(", ");
            own.push_str(added);
        }
    }

    fn order(&self) -> (&Option<Place>, &'static str, &[(&'static str, String)]) {
        (&self.place, self.rule.id, &self.arguments)
    }
}

/// The arguments that are counts: a message selects on them, and writes them as its language does.
/// Every other argument is a text, also a number to call or the year of a law.
pub const COUNTS: [&str; 2] = ["count", "days"];

/// The argument that names an edition.
const EDITION: &str = "edition";

/// Puts diagnostics in the order of path and position, each once: what is wrong at one place in
/// several editions is one fault that names them all.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    diagnostics.dedup();
    diagnostics.dedup_by(|next, first| {
        let is_same = first.place.is_some() && first.differs_in_edition(next);
        if is_same {
            first.join_editions(next);
        }
        is_same
    });
}

/// A value, and everything that is wrong with what it was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosed<T> {
    /// The best value that could be made.
    pub value: T,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Diagnosed<T> {
    /// A value with nothing wrong.
    pub fn clean(value: T) -> Self {
        Self {
            value,
            diagnostics: Vec::new(),
        }
    }

    /// A value and what is wrong with it.
    pub fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// The value, after moving what is wrong to `sink`.
    pub fn split_into(self, sink: &mut Vec<Diagnostic>) -> T {
        sink.extend(self.diagnostics);
        self.value
    }

    /// The same faults with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Diagnosed<U> {
        Diagnosed {
            value: change(self.value),
            diagnostics: self.diagnostics,
        }
    }

    /// Whether anything here stops a build.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// The known word that `word` was probably meant to be: at most a third of its letters away.
pub fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(steps, _)| *steps <= limit)
        .min_by_key(|(steps, _)| *steps)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_recognised_and_another_word_is_not() {
        let known = ["draft", "date", "order"];
        assert_eq!(closest("drfat", known), Some("draft"));
        assert_eq!(closest("ordre", known), Some("order"));
        assert_eq!(closest("survivors", known), None);
    }
}
