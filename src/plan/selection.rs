//! Which pages an edition has, and which file each is rendered from.

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::audience::Edition;
use crate::model::campaign::Campaign;
use crate::model::front_matter::Missing;
use crate::model::locale::LocaleTag;
use crate::model::page::{Page, PageKey, Translation};
use crate::plan::{Options, is_published};
use crate::rules;

/// A page of an edition, with the translation that it is rendered from; none for a home page that
/// nobody wrote.
pub struct Selected<'a> {
    /// Which page.
    pub key: PageKey,
    /// Its text.
    pub translation: Option<&'a Translation>,
    /// The locale of the text.
    pub written_in: LocaleTag,
}

/// The pages of `edition`, by folder. The home page comes first and is always there.
pub fn select<'a>(
    campaign: &'a Campaign,
    edition: &Edition,
    options: Options,
) -> Diagnosed<Vec<Selected<'a>>> {
    let mut faults = Vec::new();
    let mut selected: Vec<Selected<'a>> = campaign
        .pages
        .values()
        .filter_map(|page| text_for(campaign, page, edition, options, &mut faults))
        .map(|(page, translation)| Selected {
            key: page.key.clone(),
            written_in: translation.locale.clone(),
            translation: Some(translation),
        })
        .collect();
    let home = PageKey::new("");
    if selected.first().is_none_or(|first| first.key != home) {
        faults.push(Diagnostic::new(&rules::MISSING_HOME).with("edition", edition));
        let written_in = edition.locale.clone();
        selected.insert(
            0,
            Selected {
                key: home,
                translation: None,
                written_in,
            },
        );
    }
    Diagnosed::new(selected, faults)
}

/// The text that this edition's reader gets of a page, if any.
fn text_for<'a>(
    campaign: &Campaign,
    page: &'a Page,
    edition: &Edition,
    options: Options,
    faults: &mut Vec<Diagnostic>,
) -> Option<(&'a Page, &'a Translation)> {
    let published = |locale| {
        page.translation(locale, &edition.audience)
            .filter(|found| is_published(found, options))
    };
    if let Some(translation) = published(&edition.locale) {
        return Some((page, translation));
    }
    let original = published(&page.source)?;
    match original.front.missing.unwrap_or(campaign.settings.missing) {
        Missing::Omit => None,
        Missing::Notice => Some((page, original)),
        Missing::Error => {
            faults.push(
                Diagnostic::new(&rules::MISSING_TRANSLATION)
                    .at(Place::start_of(&original.path))
                    .with("page", &page.key)
                    .with("edition", edition),
            );
            None
        }
    }
}
