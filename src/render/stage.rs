//! The stage: everything that rendering any file may need, made once for all of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::audience::{Audience, AudienceId};
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::locale::{Locale, LocaleTag};
use crate::model::site::{EditionSite, Site};
use crate::render::formats::Formats;
use crate::render::messages::{Argument, Catalog, Setting};

/// The campaign, its site, and what speaks its languages.
pub struct Stage {
    /// Everything the snapshot means.
    pub campaign: Arc<Campaign>,
    /// What will be there.
    pub site: Arc<Site>,
    /// The day it is rendered for.
    pub today: Date,
    tongues: BTreeMap<LocaleTag, Tongue>,
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
    pub fn new(campaign: Arc<Campaign>, site: Arc<Site>, today: Date) -> Self {
        let tongues = campaign
            .settings
            .locales
            .iter()
            .map(|locale| {
                let tongue =
                    Tongue { catalog: Catalog::new(locale, &campaign.messages), formats: Formats::new(locale) };
                (locale.tag.clone(), tongue)
            })
            .collect();
        Self { campaign, site, today, tongues }
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

    /// A message as plain text, with what is wrong with it; the id itself where there is none.
    pub fn say(
        &self,
        locale: &LocaleTag,
        audience: Option<&AudienceId>,
        id: &str,
        arguments: &[(String, Argument)],
        faults: &mut Vec<Diagnostic>,
    ) -> String {
        let catalog = &self.tongue(locale).catalog;
        let said = match audience {
            None => catalog.format(id, arguments, Setting::Plain),
            // Constant messages do not depend on the audience, and the catalog keeps them.
            Some(audience) => {
                let mut all = Vec::with_capacity(arguments.len() + 1);
                all.push(("audience".to_owned(), Argument::Text(audience.to_string())));
                all.extend(arguments.iter().cloned());
                catalog.format(id, &all, Setting::Plain)
            }
        };
        said.split_into(faults).map_or_else(|| id.to_owned(), |message| message.text)
    }

    /// The name of the campaign, as an audience may show it in a browser's tab.
    pub fn site_title(&self, locale: &LocaleTag, audience: Option<&Audience>, faults: &mut Vec<Diagnostic>) -> String {
        const NEUTRAL: &str = "campaign-title-discreet";
        let is_neutral = audience.is_some_and(|audience| audience.discreet);
        let id = match is_neutral && self.tongue(locale).catalog.contains(NEUTRAL) {
            true => NEUTRAL,
            false => "campaign-title",
        };
        self.say(locale, audience.map(|audience| &audience.id), id, &[], faults)
    }
}
