//! Hotlines: verified lines to call, typed once in `content/hotlines.toml`.

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::model::locale::LocaleTag;
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
}

impl ChannelKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Voice,
        Self::Text,
        Self::Whatsapp,
        Self::Chat,
        Self::Tty,
        Self::Email,
        Self::Web,
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
    /// When somebody answers.
    pub hours: Localized,
    /// The word to send, for a text line.
    pub keyword: Option<String>,
    /// The languages that are spoken, as tags.
    pub languages: Vec<LocaleTag>,
    /// Whether more languages are spoken through an interpreter.
    pub interpreter: bool,
    /// Whether it costs nothing.
    pub free: bool,
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
    /// Who confirmed it.
    pub verified_by: Option<String>,
    /// Where it was confirmed.
    pub source: String,
    /// For how many days the confirmation holds.
    pub max_age_days: u32,
    /// The ways to reach it.
    pub channels: Vec<Channel>,
}

impl Hotline {
    /// Whether the confirmation no longer holds on this day.
    pub fn is_stale(&self, today: Date) -> bool {
        i64::from(today.days_since(self.verified_on)) > i64::from(self.max_age_days)
    }
}
