//! Facts: what is typed once, in a register, and shown in many places.

use std::fmt;
use std::str::FromStr;

use crate::model::document::{Argument, Component, Kind, Literal, Reading, Sought};
use crate::source::Span;

/// An entry of a register, by its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// A line of `content/hotlines.toml`.
    Hotline(String),
    /// A figure of `content/claims.toml`.
    Claim(String),
}

impl Fact {
    /// The id without the kind.
    pub fn id(&self) -> &str {
        match self {
            Self::Hotline(id) | Self::Claim(id) => id,
        }
    }
}

impl fmt::Display for Fact {
    /// Written `hotline:nhth`, as on the command line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hotline(id) => write!(f, "hotline:{id}"),
            Self::Claim(id) => write!(f, "claim:{id}"),
        }
    }
}

impl FromStr for Fact {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(':') {
            Some(("hotline", id)) if !id.is_empty() => Ok(Self::Hotline(id.to_owned())),
            Some(("claim", id)) if !id.is_empty() => Ok(Self::Claim(id.to_owned())),
            _ => Err(()),
        }
    }
}

/// A directive that shows a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The fact.
    pub fact: Fact,
    /// Where its id stands.
    pub span: Span,
    /// Whether the number of its source stands behind it: not with `mark=false`.
    pub is_cited: bool,
    /// What stands before the id there: `id=`, or nothing when it is the directive's label.
    pub prefix: String,
}

/// The facts that a component shows: the one that `hotline` or `claim` is given as its label or
/// `id`, and those that any other is given as `hotline=` or `claim=`.
pub fn mentions_of(component: &Component) -> Vec<Mention> {
    let own = component.name.as_str();
    let is_register = matches!(own, "hotline" | "claim");
    let id = component
        .arguments
        .iter()
        .find(|argument| argument.name == "id");
    let is_silent = component
        .arguments
        .iter()
        .any(|argument| argument.name == "mark" && argument.value == Literal::Boolean(false));
    let subject = component.label.as_ref().or(id).filter(|_| is_register);
    let named = component
        .arguments
        .iter()
        .map(|argument| (argument.name.as_str(), argument));
    subject
        .map(|argument| (own, argument))
        .into_iter()
        .chain(named)
        .filter_map(|(kind, argument)| mention(kind, argument))
        .map(|mention| Mention {
            is_cited: !is_silent,
            ..mention
        })
        .collect()
}

fn mention(kind: &str, argument: &Argument) -> Option<Mention> {
    let id = match &argument.value {
        Literal::String(id) => id.trim().to_owned(),
        Literal::Integer(id) => id.to_string(),
        Literal::Float(_) | Literal::Boolean(_) => return None,
    };
    let fact = match kind {
        _ if id.is_empty() => return None,
        "hotline" => Fact::Hotline(id),
        "claim" => Fact::Claim(id),
        _ => return None,
    };
    // The label of a directive has this name whatever the component calls it.
    let prefix = match argument.name.as_str() {
        "label" => String::new(),
        name => format!("{name}="),
    };
    Some(Mention {
        fact,
        span: argument.span,
        is_cited: true,
        prefix,
    })
}

impl Reading<'_> {
    /// The facts that the directives of a reading show, in the order of reading, those of its
    /// footnotes last.
    pub fn mentions(self) -> Vec<Mention> {
        let footnotes = self.footnotes();
        let in_footnotes = footnotes
            .iter()
            .flat_map(|(_, note)| self.find_below(note, Sought::Directive));
        self.find(Sought::Directive)
            .chain(in_footnotes)
            .filter_map(|node| match &node.kind {
                Kind::Component(component) => Some(mentions_of(component)),
                _ => None,
            })
            .flatten()
            .collect()
    }
}
