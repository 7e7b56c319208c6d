//! The stage: everything that rendering any file may need, made once for all of them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::memo::Memo;
use crate::model::audience::{Audience, AudienceId};
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::locale::{Locale, LocaleTag};
use crate::model::site::{EditionSite, Site};
use crate::render::formats::Formats;
use crate::render::messages::{Arguments, Catalog, Setting};
use crate::source::Digest;

/// The campaign, its site, and what speaks its languages.
pub struct Stage {
    /// Everything the snapshot means.
    pub campaign: Arc<Campaign>,
    /// What will be there.
    pub site: Arc<Site>,
    /// The day it is rendered for.
    pub today: Date,
    tongues: BTreeMap<LocaleTag, Arc<Tongue>>,
}

/// To whom something is said, and where it will stand.
#[derive(Clone, Copy)]
pub struct Speech<'a> {
    /// In which language.
    pub locale: &'a LocaleTag,
    /// To whom: what `$audience` stands for.
    pub audience: Option<&'a AudienceId>,
    /// Where it will stand.
    pub setting: Setting,
}

impl<'a> Speech<'a> {
    /// Something said to an audience that may stand anywhere, in an attribute too.
    pub fn plain(locale: &'a LocaleTag, audience: Option<&'a AudienceId>) -> Self {
        Self {
            locale,
            audience,
            setting: Setting::Plain,
        }
    }
}

/// What speaks one language.
pub struct Tongue {
    /// Its messages.
    pub catalog: Catalog,
    /// Its numbers and dates.
    pub formats: Formats,
}

impl Stage {
    /// Sets everything up.
    pub fn new(campaign: Arc<Campaign>, site: Arc<Site>, today: Date, memo: &Memo) -> Self {
        let tongues = campaign
            .settings
            .locales
            .iter()
            .map(|locale| {
                let inputs = Digest::of_all([
                    campaign.messages_digest.as_bytes(),
                    locale.tag.as_str().as_bytes(),
                ]);
                let tongue = memo.recall("tongue", inputs, || Tongue {
                    catalog: Catalog::new(locale, &campaign.messages),
                    formats: Formats::new(locale),
                });
                (locale.tag.clone(), tongue)
            })
            .collect();
        Self {
            campaign,
            site,
            today,
            tongues,
        }
    }

    /// What speaks the language of `locale`.
    pub fn tongue(&self, locale: &LocaleTag) -> &Tongue {
        &self.tongues[locale]
    }

    /// The locale of this tag.
    pub fn locale(&self, tag: &LocaleTag) -> &Locale {
        self.campaign.settings.locale(tag)
    }

    /// The audience of an edition.
    pub fn audience(&self, edition: &EditionSite) -> &Audience {
        &self.campaign.settings.audiences[edition.audience]
    }

    /// A message without variables of its own, as plain text, with what is wrong with it; the id
    /// itself where there is none.
    pub fn say(&self, speech: Speech<'_>, id: &str, faults: &mut Vec<Diagnostic>) -> String {
        self.say_with(speech, id, Arguments::new(), faults)
            .into_owned()
    }

    /// The same for a message with variables. `$audience` is always among them.
    pub fn say_with(
        &self,
        speech: Speech<'_>,
        id: &str,
        arguments: Arguments,
        faults: &mut Vec<Diagnostic>,
    ) -> Cow<'_, str> {
        let catalog = &self.tongue(speech.locale).catalog;
        // Most of what an interface says is the same each time.
        if let Some(text) = catalog.constant(id, speech.setting) {
            return Cow::Borrowed(text);
        }
        // Nobody in particular, at a front door: the variant for all others.
        let audience = speech.audience.map_or("", AudienceId::as_str);
        let arguments = arguments.with("audience", audience);
        let said = catalog
            .format(id, &arguments, speech.setting)
            .split_into(faults);
        said.map_or_else(|| Cow::Owned(id.to_owned()), |message| message.text)
    }

    /// The name of the campaign, as an audience may show it in a browser's tab.
    pub fn site_title(
        &self,
        locale: &LocaleTag,
        audience: Option<&Audience>,
        faults: &mut Vec<Diagnostic>,
    ) -> String {
        const NEUTRAL: &str = "campaign-title-discreet";
        let is_neutral = audience.is_some_and(|audience| audience.discreet);
        let id = match is_neutral && self.tongue(locale).catalog.contains(NEUTRAL) {
            true => NEUTRAL,
            false => "campaign-title",
        };
        let speech = Speech::plain(locale, audience.map(|audience| &audience.id));
        self.say(speech, id, faults)
    }
}
