//! Exchange: texts on their way to a translator and back, in files of the translator's trade.
//!
//! A [`Catalogue`] holds what is to be translated into one language, text by text ([`catalogue`]
//! makes it of a campaign). [`po`] and [`xliff`] write and read it. What comes back is a [`Return`],
//! and [`merge`] makes of it the changed files of the campaign, or says what would be broken:
//! everything is taken or nothing.
//!
//! A text is known by its id: a digest of the file, the text itself and how often the file had it
//! before. So an edit elsewhere changes no id, and a text whose original has changed is known no
//! more and never put in a wrong place.

pub mod acceptance;
mod alignment;
pub mod catalogue;
mod desk;
mod edit;
mod folding;
mod head;
mod insertion;
pub mod merge;
mod messages;
mod need;
mod notes;
mod page;
pub mod po;
mod settlement;
pub mod xliff;

use crate::diagnostic::Diagnosed;
use crate::model::document::UnitKind;
use crate::model::locale::LocaleTag;
use crate::source::{SourcePath, Span};

/// The formats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// PO, of GNU gettext.
    #[default]
    Po,
    /// XLIFF 2.1.
    Xliff,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Po, Self::Xliff];

    /// Its name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Po => "po",
            Self::Xliff => "xliff",
        }
    }

    /// The format of this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == name)
    }

    /// The format of a file, by its first character.
    fn of(text: &str) -> Self {
        match text.trim_start().starts_with('<') {
            true => Self::Xliff,
            false => Self::Po,
        }
    }
}

/// Reads a file that a translator sent back, whatever its format.
///
/// # Faults
/// BROKEN_EXCHANGE.
pub fn read(path: &SourcePath, text: &str) -> Diagnosed<Return> {
    match Format::of(text) {
        Format::Po => po::read(path, text),
        Format::Xliff => xliff::read(path, text),
    }
}

/// What is to be translated from one language into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The language of the originals: of the first of them, should there be several.
    pub source: LocaleTag,
    /// The language of the translations.
    pub target: LocaleTag,
    /// The texts, file by file, in the order of reading.
    pub entries: Vec<Entry>,
}

/// What kind of text an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// The title of a page.
    Title,
    /// The sentence about a page.
    Description,
    /// Its name in a menu.
    Label,
    /// A text of its front matter that its template shows.
    Extra,
    /// A part of its body.
    Unit(UnitKind),
    /// A message of the interface, or an attribute of one.
    Message,
}

/// One text to translate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is known by: a letter and sixteen hexadecimal digits.
    pub id: String,
    /// The file of the original.
    pub file: SourcePath,
    /// The line that it begins in, from 1.
    pub line: usize,
    /// What it is.
    pub kind: EntryKind,
    /// The id of a message, or the key of a text of the front matter; empty for all others.
    pub name: String,
    /// The language of the original.
    pub source: LocaleTag,
    /// The audiences it is for, as the directives around it say; empty when it is for all.
    pub fences: Vec<String>,
    /// What must stand in every translation, as the author wrote it.
    pub constants: Vec<String>,
    /// Where the page is shown by `campaign serve`; none for messages.
    pub preview: Option<String>,
    /// Its Markdown, a line break in the output as `\n`.
    pub original: String,
    /// The translation so far; empty when there is none.
    pub translation: String,
    /// How far that is: not ready when the original has changed since.
    pub progress: Progress,
}

/// A file that a translator sent back, as far as it could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Return {
    /// The language that it says it is in.
    pub target: Option<String>,
    /// How many texts it had when it was sent out.
    pub count: Option<usize>,
    /// Its texts.
    pub answers: Vec<Answer>,
}

/// What a translator made of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The id of the entry.
    pub id: String,
    /// Where it stands in the file.
    pub span: Span,
    /// The translation; empty when there is none yet.
    pub translation: String,
    /// How far it is.
    pub progress: Progress,
}

/// How far an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The translator is done with it.
    Ready,
    /// It is marked as uncertain: fuzzy, in a PO file.
    Uncertain,
    /// It still has the mark that it went out with: that its original has changed. A program may
    /// leave the mark where a person translated, so the text is taken, but not accepted.
    Unconfirmed,
}
