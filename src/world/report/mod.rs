//! Diagnostics → people.
//!
//! A [`Diagnostic`] holds no prose and only byte ranges. Here it gets its words from a [`Voice`]
//! (the rule's message, `.why` and `.fix`, in the reader's language) and its lines and columns
//! from the [`Snapshot`], and is written out for whoever reads it: a person at a terminal
//! ([`text()`]), a program ([`json()`]), a code-scanning service ([`sarif()`]) or the annotations
//! of a pull request ([`github()`]).
//!
//! Everything a report repeats (file names, arguments, lines of a text) was written by somebody
//! who may wish us ill, and a report is read by terminals and by CI services that act on what they
//! read. So nothing is repeated but through [`escape()`].

mod audit;
mod card;
mod crowd;
mod document;
mod escape;
mod excerpt;
mod explain;
mod finding;
mod github;
mod json;
mod language;
mod location;
mod position;
mod sarif;
mod status;
mod summary;
mod tally;
mod tasks;
mod terminal;
mod text;
mod voice;
mod whereabouts;

use crate::diagnostic::Diagnostic;
use crate::source::Snapshot;

pub use audit::{AuditFormat, MARK as AUDIT_MARK, audit};
pub use card::{Card, cards};
pub use escape::escape;
pub use explain::explain;
pub use github::github;
pub use json::json;
pub use language::Language;
pub use position::{Lines, Position};
pub use sarif::sarif;
pub use status::{MARK as STATUS_MARK, Progress, StatusFormat, status};
pub use summary::{Summary, summary};
pub use tally::Tally;
pub use tasks::{FEW, Told, tasks};
pub use terminal::Stream;
pub use text::{Style, failure, text};
pub use voice::{Argument, Voice};
pub use whereabouts::{Artifact, Showing, Whereabouts, whereabouts};

/// Whom a report is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A person at a terminal.
    #[default]
    Text,
    /// A program.
    Json,
    /// A code-scanning service: SARIF 2.1.0.
    Sarif,
    /// The annotations of a pull request on GitHub.
    Github,
}

impl Format {
    /// Every format, in the order in which help lists them.
    pub const ALL: [Self; 4] = [Self::Text, Self::Json, Self::Sarif, Self::Github];

    /// The word for it after `--format`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Github => "github",
        }
    }

    /// The format of this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == name)
    }
}

/// Writes `diagnostics`, in the order given, as `format` wants them. `style` concerns text alone.
/// The result ends with a line break unless it is empty.
pub fn report(
    format: Format,
    diagnostics: &[Diagnostic],
    sources: &Snapshot,
    voice: &Voice,
    style: Style,
) -> String {
    match format {
        Format::Text => text(diagnostics, sources, voice, style),
        Format::Json => json(diagnostics, sources, voice),
        Format::Sarif => sarif(diagnostics, sources, voice),
        Format::Github => github(diagnostics, sources, voice),
    }
}
