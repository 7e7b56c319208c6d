//! The head of a translation.
//!
//! Some keys belong to the text (title, description, slug), the others to the page. What belongs
//! to the page and is not stated in a translation is taken from the page's original; `parse`
//! resolves that, so here every value is final.

use std::collections::BTreeMap;

use crate::model::audience::{AudienceId, ReadingTarget};
use crate::model::date::Date;
use crate::model::locale::LocaleTag;
use crate::source::Span;

/// Where a text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A person wrote or translated it.
    Human,
    /// A machine translated it.
    Machine,
}

/// A place in a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuEntry {
    /// The menu: `main`, `footer`, or one that a theme has besides.
    pub menu: String,
    /// A shorter label than the title.
    pub label: Option<String>,
}

/// Which law a page is about, and how old what it says is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    /// The day that it was true on.
    pub as_of: Date,
    /// The countries whose law it is (ISO 3166-1 alpha-2).
    pub countries: Vec<String>,
    /// The day from which on it must have been read again; a year later when absent.
    pub review_by: Option<Date>,
}

impl Law {
    /// How long a law is taken to be what it was.
    const YEAR: i32 = 365;

    /// The last day on which it need not have been read again.
    pub fn due(&self) -> Date {
        self.review_by
            .unwrap_or_else(|| self.as_of.plus_days(Self::YEAR))
    }
}

/// A value of the free `[extra]` tables: what TOML can say.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Extra {
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// A text; dates too.
    String(String),
    /// A list.
    Array(Vec<Extra>),
    /// A table.
    Table(BTreeMap<String, Extra>),
}

impl Extra {
    /// The text for readers that it is: several words, or one that begins as a name or a sentence
    /// does. Other texts are names that a theme knows, and addresses.
    pub fn text(&self) -> Option<&str> {
        let Self::String(text) = self else {
            return None;
        };
        let is_text = text.contains(char::is_whitespace) || text.starts_with(char::is_uppercase);
        is_text.then_some(text)
    }
}

/// The head of a translation, with what it inherits filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// The page's title; never empty after `parse` reported its absence.
    pub title: String,
    /// A sentence for lists, feeds and search engines.
    pub description: Option<String>,
    /// The last part of its address; the folder's name when absent.
    pub slug: Option<String>,
    /// For whom it is; everybody when absent.
    pub audiences: Option<Vec<AudienceId>>,
    /// The day it was published on.
    pub date: Option<Date>,
    /// The day it was last changed on.
    pub updated: Option<Date>,
    /// Its place among its siblings; smaller comes first, those without one come last.
    pub order: Option<i64>,
    /// The menu it stands in.
    pub nav: Option<MenuEntry>,
    /// How many entries a page of its list has; the campaign's number when absent.
    pub paginate_by: Option<usize>,
    /// Left out unless drafts are asked for.
    pub draft: bool,
    /// Left out before this day.
    pub publish_on: Option<Date>,
    /// Left out from this day on.
    pub expires_on: Option<Date>,
    /// The day somebody last confirmed what it says.
    pub reviewed_on: Option<Date>,
    /// The law that it is about.
    pub law: Option<Law>,
    /// The locale of the page's original.
    pub source: Option<LocaleTag>,
    /// Who translated it.
    pub translated_by: Option<String>,
    /// Who read the translation.
    pub reviewed_by: Option<String>,
    /// Where the text comes from.
    pub origin: Option<Origin>,
    /// Held to the strictest rules.
    pub critical: bool,
    /// The template that renders it, without `.html`; the theme's choice when absent.
    pub template: Option<String>,
    /// What it is about.
    pub topics: Vec<String>,
    /// Addresses inside the edition that lead here, without slashes at either end.
    pub redirect_from: Vec<String>,
    /// An image beside it that stands for it.
    pub image: Option<String>,
    /// How easy it should be to read, instead of its audience's target.
    pub reading: Option<PageReading>,
    /// What happens where a translation is missing; the campaign's choice when absent.
    pub missing: Option<Missing>,
    /// Words that it needs although they are to be avoided, each with the reason.
    pub words: BTreeMap<String, String>,
    /// Anything the theme knows.
    pub extra: BTreeMap<String, Extra>,
    /// Where the values of the keys stand in the source; those of inner tables as `nav.title`.
    pub spans: BTreeMap<String, Span>,
}

impl FrontMatter {
    /// Whether somebody other than the one who made it has read it.
    pub fn is_reviewed(&self) -> bool {
        let Some(reader) = &self.reviewed_by else {
            return false;
        };
        !self
            .translated_by
            .as_ref()
            .is_some_and(|writer| is_same_person(reader, writer))
    }
}

/// Whether two names are of one person, however they were typed.
pub fn is_same_person(one: &str, other: &str) -> bool {
    let folded = |name: &str| name.split_whitespace().collect::<String>().to_lowercase();
    folded(one) == folded(other)
}

/// How easy a page should be to read, whoever it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageReading {
    /// This target.
    Target(ReadingTarget),
    /// Not measured: a list of sources, say.
    Off,
}

/// What a reader gets where a page has no translation in their language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Missing {
    /// The page is not in their edition.
    #[default]
    Omit,
    /// The original, in place, with a notice that says so.
    Notice,
    /// Nothing: the build stops.
    Error,
}
