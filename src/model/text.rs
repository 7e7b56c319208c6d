//! Texts: what a file says, part by part, each known by a digest of its words.
//!
//! Two texts of one digest say the same, however their lines are wrapped and wherever they stand.
//! That is all that is compared when somebody asks whether an original has changed.

use std::fmt;

use crate::model::document::{Document, UnitKind};
use crate::model::front_matter::FrontMatter;
use crate::model::message::Definition;
use crate::source::{Digest, Span};

/// How many hexadecimal digits the digest of a text is written with. Of a page with a hundred
/// texts, a changed one looks like another of them once in forty million changes.
pub const DIGITS: usize = 8;

/// What the words of a text come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextDigest(u32);

impl TextDigest {
    /// Of words joined by single blanks.
    fn of(words: &str) -> Self {
        let digest = Digest::of(words.as_bytes());
        let first = digest
            .as_bytes()
            .first_chunk()
            .expect("a digest has 32 bytes");
        Self(u32::from_be_bytes(*first))
    }

    /// Reads what [`Display`](fmt::Display) writes, and nothing else.
    pub fn parse(written: &str) -> Option<Self> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let is_written = written.len() == DIGITS && written.bytes().all(is_digit);
        let number = u32::from_str_radix(written, 16).ok()?;
        is_written.then_some(Self(number))
    }
}

impl fmt::Display for TextDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:0width$x}", self.0, width = DIGITS)
    }
}

/// What kind of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextKind {
    /// The title of a page.
    Title,
    /// The sentence about a page.
    Description,
    /// What a page is called in a menu.
    MenuLabel,
    /// A text of its front matter that its template shows.
    Extra,
    /// A part of the body of a page.
    Unit(UnitKind),
    /// A Fluent message or an attribute of one.
    Message,
}

impl TextKind {
    /// The word for it, for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::MenuLabel => "menu-label",
            Self::Extra => "extra",
            Self::Message => "message",
            Self::Unit(UnitKind::Heading(_)) => "heading",
            Self::Unit(UnitKind::Paragraph) => "paragraph",
            Self::Unit(UnitKind::Item) => "item",
            Self::Unit(UnitKind::Cell) => "cell",
            Self::Unit(UnitKind::Term) => "term",
            Self::Unit(UnitKind::Details) => "details",
            Self::Unit(UnitKind::Label) => "label",
            Self::Unit(UnitKind::Argument) => "argument",
        }
    }
}

/// One text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it is.
    pub kind: TextKind,
    /// Where it stands.
    pub span: Span,
    /// What its words come to.
    pub digest: TextDigest,
}

/// Whether two versions of a file are built in the same way, text by text.
pub fn are_alike(one: &[Text], other: &[Text]) -> bool {
    let [one, other] = [one, other].map(|texts| texts.iter().map(|text| text.kind));
    one.eq(other)
}

impl Text {
    /// Every text that a Markdown file states itself, head first, in its order. `source` is the
    /// whole file.
    pub fn all(front: &FrontMatter, document: &Document, source: &str) -> Vec<Self> {
        let label = front.nav.as_ref().and_then(|entry| entry.label.as_deref());
        let head = [
            (TextKind::Title, "title", Some(front.title.as_str())),
            (
                TextKind::Description,
                "description",
                front.description.as_deref(),
            ),
            (TextKind::MenuLabel, "nav.title", label),
        ];
        let head = head.map(|(kind, key, value)| (kind, key.to_owned(), value));
        let extra = front.extra.iter();
        let extra =
            extra.map(|(key, value)| (TextKind::Extra, format!("extra.{key}"), value.text()));
        let fields = head
            .into_iter()
            .chain(extra)
            .filter_map(|(kind, key, value)| {
                let words: Vec<&str> = value?.split_whitespace().collect();
                Some(Self {
                    kind,
                    span: *front.spans.get(&key)?,
                    digest: TextDigest::of(&words.join(" ")),
                })
            });
        let units = document.units().into_iter();
        let blocks = units.map(|unit| Self {
            kind: TextKind::Unit(unit.kind),
            span: unit.span,
            digest: TextDigest::of(&unit.text(source)),
        });
        fields.chain(blocks).collect()
    }

    /// A message or an attribute of one: what it says in all its variants and what it is built from,
    /// under its name. Two messages that say the same are two texts.
    pub fn message(id: &str, definition: &Definition) -> Self {
        let references = definition.references.iter();
        let parts = [id.to_owned(), definition.words()]
            .into_iter()
            .chain(definition.printed.iter().cloned())
            .chain(definition.functions.iter().cloned())
            .chain(references.map(|reference| reference.name.clone()));
        Self {
            kind: TextKind::Message,
            span: definition.span,
            digest: TextDigest::of(&parts.collect::<Vec<_>>().join("\n")),
        }
    }
}
