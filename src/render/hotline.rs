//! Hotlines as templates see them: one language, ready to show.

use serde::Serialize;

use crate::model::hotline::{Hotline, Localized};
use crate::model::locale::{Locale, LocaleTag};
use crate::render::stage::Stage;

/// A language that is spoken.
#[derive(Clone, Debug, Serialize)]
pub struct SpokenView {
    /// Its tag.
    pub tag: String,
    /// Its name: in itself when it is a language of the campaign.
    pub name: String,
}

/// A way to reach a hotline.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelView {
    /// `voice`, `text`, `whatsapp`, `chat`, `tty`, `email` or `web`.
    pub kind: &'static str,
    /// The number or address as it is shown.
    pub display: String,
    /// Where a link leads.
    pub href: Option<String>,
    /// When somebody answers.
    pub hours: Option<String>,
    /// The word to send.
    pub keyword: Option<String>,
    /// What is spoken.
    pub languages: Vec<SpokenView>,
    /// Whether more is spoken through an interpreter.
    pub interpreter: bool,
    /// Whether it costs nothing.
    pub free: bool,
}

/// A line to call.
#[derive(Clone, Debug, Serialize)]
pub struct HotlineView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its country, as ISO 3166-1 alpha-2.
    pub country: String,
    /// Who answers.
    pub operator: Option<String>,
    /// Whether who answers belongs to a government.
    pub government: bool,
    /// What is shared with the police.
    pub data_sharing: Option<String>,
    /// The day somebody confirmed it, ISO 8601.
    pub verified_on: String,
    /// Whether that was too long ago.
    pub stale: bool,
    /// The ways to reach it.
    pub channels: Vec<ChannelView>,
}

impl Stage {
    /// A line in the language of `locale`.
    pub fn hotline(&self, hotline: &Hotline, locale: &LocaleTag) -> HotlineView {
        let locale = self.locale(locale);
        HotlineView {
            id: hotline.id.clone(),
            name: in_locale(&hotline.name, locale).unwrap_or_else(|| hotline.id.clone()),
            country: hotline.country.clone(),
            operator: in_locale(&hotline.operator, locale),
            government: hotline.government,
            data_sharing: in_locale(&hotline.data_sharing, locale),
            verified_on: hotline.verified_on.to_string(),
            stale: hotline.is_stale(self.today),
            channels: hotline
                .channels
                .iter()
                .map(|channel| ChannelView {
                    kind: channel.kind.as_str(),
                    display: channel.display.clone(),
                    href: channel.href.clone(),
                    hours: in_locale(&channel.hours, locale),
                    keyword: channel.keyword.clone(),
                    languages: channel
                        .languages
                        .iter()
                        .map(|tag| self.spoken(tag))
                        .collect(),
                    interpreter: channel.interpreter,
                    free: channel.free,
                })
                .collect(),
        }
    }

    fn spoken(&self, tag: &LocaleTag) -> SpokenView {
        let known = self
            .campaign
            .settings
            .locales
            .iter()
            .find(|locale| locale.tag == *tag);
        SpokenView {
            tag: tag.to_string(),
            name: known.map_or_else(|| tag.to_string(), |locale| locale.name.clone()),
        }
    }
}

fn in_locale(text: &Localized, locale: &Locale) -> Option<String> {
    std::iter::once(&locale.tag)
        .chain(&locale.fallbacks)
        .find_map(|tag| text.get(tag))
        .cloned()
}
