//! Hotlines: verified lines to call, typed once in `content/hotlines.toml`.

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::model::locale::LocaleTag;
use crate::model::opening::Opening;
use crate::source::{SourcePath, Span};

/// A text in several locales.
pub type Localized = BTreeMap<LocaleTag, String>;

/// A way to reach a hotline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChannelKind {
    /// A call.
    Voice,
    /// A text message.
    Text,
    /// WhatsApp.
    Whatsapp,
    /// A chat on the web.
    Chat,
    /// A text telephone.
    Tty,
    /// An e-mail.
    Email,
    /// A web page.
    Web,
    /// A door to knock on.
    InPerson,
}

impl ChannelKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Voice,
        Self::Text,
        Self::Whatsapp,
        Self::Chat,
        Self::Tty,
        Self::Email,
        Self::Web,
        Self::InPerson,
    ];

    /// The word for it in the register.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Voice => "voice",
            Self::Text => "text",
            Self::Whatsapp => "whatsapp",
            Self::Chat => "chat",
            Self::Tty => "tty",
            Self::Email => "email",
            Self::Web => "web",
            Self::InPerson => "in-person",
        }
    }
}

/// Whether somebody answers a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Somebody does.
    #[default]
    Active,
    /// Nobody does for a while.
    Paused,
    /// Nobody does any more.
    Closed,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Active, Self::Paused, Self::Closed];

    /// The word for it in the register.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Closed => "closed",
        }
    }
}

/// One way to reach a hotline: what is shown, and where a link to it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Which kind of way.
    pub kind: ChannelKind,
    /// The number in the form its country writes it, or the address.
    pub display: String,
    /// The address of a link: `tel:+1…`, `sms:…`, `https:…`. None where a link could not work.
    pub href: Option<String>,
    /// What a telephone dials: E.164 with `+`, or a short code; none for an address.
    pub dial: Option<String>,
    /// When somebody answers, in words.
    pub hours: Localized,
    /// The same for machines, where the register says it.
    pub open: Option<Opening>,
    /// The word to send, for a text line.
    pub keyword: Option<String>,
    /// The languages that are spoken, as tags.
    pub languages: Vec<LocaleTag>,
    /// Whether more languages are spoken through an interpreter.
    pub interpreter: bool,
    /// Whether it costs nothing.
    pub free: bool,
    /// What it costs, in words.
    pub cost: Localized,
    /// Where it stands in the register.
    pub span: Span,
}

impl Channel {
    /// Whether somebody speaks this language there, interpreters aside. Spanish is Spanish,
    /// whatever its region.
    pub fn speaks(&self, locale: &LocaleTag) -> bool {
        self.languages
            .iter()
            .any(|spoken| spoken.language() == locale.language())
    }
}

/// A line to call, as somebody verified it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hotline {
    /// Its name in directives.
    pub id: String,
    /// The register it stands in.
    pub path: SourcePath,
    /// Where it stands there.
    pub span: Span,
    /// Whether somebody answers it.
    pub status: Status,
    /// What it is called, by locale.
    pub name: Localized,
    /// Its country, as ISO 3166-1 alpha-2.
    pub country: String,
    /// The countries it can be reached from.
    pub reachable_from: Vec<String>,
    /// Who answers.
    pub operator: Localized,
    /// Whether who answers belongs to a government.
    pub government: bool,
    /// What is shared with the police, in plain words.
    pub data_sharing: Localized,
    /// The day somebody confirmed it.
    pub verified_on: Date,
    /// Where that day stands in the register.
    pub verified_span: Span,
    /// Who confirmed it.
    pub verified_by: Option<String>,
    /// Where it was confirmed.
    pub source: String,
    /// For how many days the confirmation holds.
    pub max_age_days: u32,
    /// The ways to reach it.
    pub channels: Vec<Channel>,
}

/// What the date of a confirmation is worth on some day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// It holds.
    Fresh,
    /// More than two thirds of its time are over.
    Ageing,
    /// It no longer holds.
    Stale,
}

impl Hotline {
    /// What its confirmation is worth on this day.
    pub fn age(&self, today: Date) -> Age {
        let days = i64::from(today.days_since(self.verified_on));
        let limit = i64::from(self.max_age_days);
        match () {
            () if days > limit => Age::Stale,
            // The last third is the time in which somebody can still call before it is too late.
            () if days * 3 > limit * 2 => Age::Ageing,
            () => Age::Fresh,
        }
    }

    /// Whether the confirmation no longer holds on this day.
    pub fn is_stale(&self, today: Date) -> bool {
        self.age(today) == Age::Stale
    }

    /// Whether it can be reached from this country. Of a line without a country, which is a fault,
    /// nothing is known.
    pub fn reaches(&self, country: &str) -> bool {
        self.reachable_from.is_empty() || self.reachable_from.iter().any(|from| from == country)
    }

    /// Whether somebody speaks this language on one of its channels, be it through an interpreter.
    pub fn speaks(&self, locale: &LocaleTag) -> bool {
        self.channels
            .iter()
            .any(|channel| channel.interpreter || channel.speaks(locale))
    }
}

/// The text of the first of these locales that has one.
pub fn in_locale<'a>(text: &'a Localized, chain: &[&LocaleTag]) -> Option<&'a str> {
    chain
        .iter()
        .find_map(|tag| text.get(*tag))
        .map(String::as_str)
}
