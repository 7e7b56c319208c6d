//! Audiences: whom a text is for. They are a closed set; an unknown name is an error.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::diagnostic::Severity;
use crate::model::exit::{Budget, Exit};
use crate::model::locale::LocaleTag;
use crate::source::Span;

/// The name of an audience in campaign.toml, such as `survivors`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AudienceId(Arc<str>);

impl AudienceId {
    /// Takes a name that campaign.toml declares.
    pub fn new(id: impl Into<Arc<str>>) -> Self {
        Self(id.into())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AudienceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for AudienceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// How easy a text is to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingTarget {
    /// For people in danger, in a hurry or with little schooling: about six years of school.
    Plain,
    /// For everybody.
    General,
    /// For people who read for their work.
    Professional,
}

/// What is asked of figures in the pages of an audience.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figures {
    /// Nothing.
    #[default]
    Lenient,
    /// Each stands in the register of claims, and none there is overdue.
    Strict,
}

/// Whom a text is for, and how their edition behaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// Its name in campaign.toml and in directives.
    pub id: AudienceId,
    /// Its folder in the output, visible in the address bar; empty at the root of the site.
    pub slug: String,
    /// Neutral titles, no feeds: nothing of the topic shows in tab, history or address.
    pub discreet: bool,
    /// Whether search engines may list it.
    pub indexed: bool,
    /// The languages it is published in, in the order of campaign.toml.
    pub locales: Vec<LocaleTag>,
    /// The address its folder is published under, without a trailing `/`.
    pub base_url: String,
    /// Whether it has an address of its own, apart from the campaign's.
    pub own_host: bool,
    /// How easy its pages are to read; not measured when not stated.
    pub reading: Option<ReadingTarget>,
    /// The lines that its pages offer, in this order; all of the register when not stated.
    pub hotlines: Option<Vec<(String, Span)>>,
    /// The countries its readers are in, as ISO 3166-1 alpha-2; empty when not stated.
    pub countries: Vec<(String, Span)>,
    /// What is asked of figures in its pages.
    pub figures: Figures,
    /// The messages that its home page must say in every language, with where campaign.toml names
    /// them.
    pub core_messages: Vec<(String, Span)>,
    /// Whether its editions have the register for other systems: `hotlines.json`.
    pub directory: bool,
    /// The audiences that its pages name and link to. What is not written here stays unsaid.
    pub links_to: Vec<AudienceId>,
    /// The way off the page in one move; none where it would only discourage.
    pub exit: Option<Exit>,
    /// What a page may cost; none when nobody set a limit.
    pub budget: Option<Budget>,
    /// Severities that the campaign chose for rules where this audience reads; none for a rule that
    /// it turned off.
    pub rules: BTreeMap<String, Option<Severity>>,
    /// Where its name stands in campaign.toml.
    pub span: Span,
}

/// One locale for one audience: what one reader gets.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition {
    /// For whom.
    pub audience: AudienceId,
    /// In which language.
    pub locale: LocaleTag,
}

impl fmt::Display for Edition {
    /// Written `survivors/es`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.audience, self.locale)
    }
}
