//! A diagnostic in words, with lines and columns: what every format writes out in its own way.

use super::location::{Location, Locator};
use super::voice::{Argument, Voice};
use crate::diagnostic::Diagnostic;

/// A diagnostic, put into words and located.
pub(super) struct Finding<'a> {
    pub diagnostic: &'a Diagnostic,
    /// What is wrong, in one clause.
    pub message: String,
    /// Who is hurt.
    pub why: String,
    /// What to do.
    pub fix: String,
    /// What the related places are.
    pub also: String,
    /// Where it stands.
    pub location: Option<Location<'a>>,
    /// What belongs to it.
    pub related: Vec<Location<'a>>,
}

impl<'a> Finding<'a> {
    pub fn new(diagnostic: &'a Diagnostic, voice: &Voice, locator: &mut Locator<'a>) -> Self {
        let arguments: Vec<(&str, Argument)> = diagnostic
            .arguments
            .iter()
            .map(|(name, value)| (*name, Argument::of(name, value)))
            .collect();
        let id = diagnostic.rule.id;
        Self {
            diagnostic,
            message: voice.say(id, &arguments),
            why: voice.say(&format!("{id}.why"), &arguments),
            fix: voice.say(&format!("{id}.fix"), &arguments),
            also: voice
                .find(&format!("{id}.also"), &arguments)
                .unwrap_or_else(|| voice.say("related", &[])),
            location: diagnostic.place.as_ref().map(|place| locator.locate(place)),
            related: diagnostic
                .related
                .iter()
                .map(|place| locator.locate(place))
                .collect(),
        }
    }
}
