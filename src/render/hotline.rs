//! Hotlines as templates see them: one language, ready to show.

use serde::Serialize;

use crate::model::hotline::{Channel, Hotline, Localized, in_locale};
use crate::model::locale::{Locale, LocaleTag};
use crate::model::opening::Opening;
use crate::render::current::Scope;
use crate::render::stage::{Speech, Stage};

/// A language that is spoken.
#[derive(Clone, Debug, Serialize)]
pub struct SpokenView {
    /// Its tag.
    pub tag: String,
    /// Its name in the language of the reader.
    pub name: String,
}

/// Opening hours.
#[derive(Clone, Debug, Serialize)]
pub struct OpenView {
    /// `mon` to `sun`.
    pub days: Vec<&'static str>,
    /// `09:00`.
    pub from: String,
    /// `17:00`; `24:00` is the end of the day.
    pub to: String,
    /// By the clock of which place: `America/Mexico_City`.
    pub zone: String,
    /// Whether it is day and night.
    pub always: bool,
}

/// A way to reach a hotline.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelView {
    /// `voice`, `text`, `whatsapp`, `chat`, `tty`, `email`, `web` or `in-person`.
    pub kind: &'static str,
    /// The number or address as it is shown.
    pub display: String,
    /// Where a link leads.
    pub href: Option<String>,
    /// When somebody answers.
    pub hours: Option<String>,
    /// The same for machines.
    pub open: Option<OpenView>,
    /// The word to send.
    pub keyword: Option<String>,
    /// What is spoken.
    pub languages: Vec<SpokenView>,
    /// Whether more is spoken through an interpreter.
    pub interpreter: bool,
    /// Whether it costs nothing.
    pub free: bool,
    /// What it costs, in words.
    pub cost: Option<String>,
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
    /// The name of its country, where a message gives one.
    pub country_name: Option<String>,
    /// Whether a reader could take it for a line of another country: not all countries of the
    /// audience reach it.
    pub abroad: bool,
    /// The countries it can be reached from, as ISO 3166-1 alpha-2.
    pub reachable_from: Vec<String>,
    /// `active`, `paused` or `closed`.
    pub status: &'static str,
    /// Who answers.
    pub operator: Option<String>,
    /// Whether who answers belongs to a government.
    pub government: bool,
    /// What is shared with the police.
    pub data_sharing: Option<String>,
    /// The day somebody confirmed it, ISO 8601.
    pub verified_on: String,
    /// Who did.
    pub verified_by: Option<String>,
    /// Where they read it.
    pub source: String,
    /// Whether that was too long ago.
    pub stale: bool,
    /// The ways to reach it.
    pub channels: Vec<ChannelView>,
}

impl Stage {
    /// A line as a file shows it: in its language, for the readers of its audience.
    pub fn hotline(&self, hotline: &Hotline, scope: &Scope) -> HotlineView {
        let locale = self.locale(&scope.locale);
        let chain = locale.chain();
        let text = |text: &Localized| in_locale(text, &chain).map(str::to_owned);
        let readers = &self.campaign.settings.audiences[scope.audience].countries;
        HotlineView {
            id: hotline.id.clone(),
            name: text(&hotline.name).unwrap_or_else(|| hotline.id.clone()),
            country: hotline.country.clone(),
            country_name: self.country(&hotline.country, &locale.tag),
            abroad: !readers.iter().all(|(country, _)| hotline.reaches(country)),
            reachable_from: hotline.reachable_from.clone(),
            status: hotline.status.as_str(),
            operator: text(&hotline.operator),
            government: hotline.government,
            data_sharing: text(&hotline.data_sharing),
            verified_on: hotline.verified_on.to_string(),
            verified_by: hotline.verified_by.clone(),
            source: hotline.source.clone(),
            stale: hotline.is_stale(self.today),
            channels: hotline
                .channels
                .iter()
                .map(|channel| self.channel(channel, locale))
                .collect(),
        }
    }

    fn channel(&self, channel: &Channel, locale: &Locale) -> ChannelView {
        let chain = locale.chain();
        let text = |text: &Localized| in_locale(text, &chain).map(str::to_owned);
        ChannelView {
            kind: channel.kind.as_str(),
            display: channel.display.clone(),
            href: channel.href.clone(),
            hours: text(&channel.hours),
            open: channel.open.as_ref().map(open),
            keyword: channel.keyword.clone(),
            languages: channel
                .languages
                .iter()
                .map(|tag| self.spoken(tag, &locale.tag))
                .collect(),
            interpreter: channel.interpreter,
            free: channel.free,
            cost: text(&channel.cost),
        }
    }

    /// A country by the name that it has in the reader's language: the message `country-<code>`.
    pub fn country(&self, code: &str, reader: &LocaleTag) -> Option<String> {
        let id = format!("country-{}", code.to_ascii_lowercase());
        self.tongue(reader)
            .catalog
            .contains(&id)
            .then(|| self.say(Speech::plain(reader, None), &id, &mut Vec::new()))
    }

    /// A language by the name that it has in the reader's own: the message `language-<tag>`; the name
    /// it has in itself where there is no such message.
    pub fn spoken(&self, tag: &LocaleTag, reader: &LocaleTag) -> SpokenView {
        let id = format!("language-{tag}");
        let known = self
            .campaign
            .settings
            .locales
            .iter()
            .find(|locale| locale.tag == *tag);
        let own = || known.map_or_else(|| tag.to_string(), |locale| locale.name.clone());
        let name = match self.tongue(reader).catalog.contains(&id) {
            // A name without variables cannot fail.
            true => self.say(Speech::plain(reader, None), &id, &mut Vec::new()),
            false => own(),
        };
        SpokenView {
            tag: tag.to_string(),
            name,
        }
    }
}

fn open(opening: &Opening) -> OpenView {
    OpenView {
        days: opening.days.iter().map(|day| day.as_str()).collect(),
        from: opening.from.to_string(),
        to: opening.to.to_string(),
        zone: opening.zone.clone(),
        always: opening.is_always(),
    }
}
