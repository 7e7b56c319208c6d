//! Which pages an edition has, and which file each is rendered from.

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::audience::Edition;
use crate::model::campaign::Campaign;
use crate::model::front_matter::Missing;
use crate::model::locale::LocaleTag;
use crate::model::page::{Page, PageKey, Translation};
use crate::model::site::Summary;
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
    /// What other pages may see of it.
    pub summary: Summary,
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
            summary: summary(translation, edition),
            translation: Some(translation),
        })
        .collect();
    let home = PageKey::new("");
    if selected.first().is_none_or(|first| first.key != home) {
        faults.push(Diagnostic::new(&rules::MISSING_HOME).with("edition", edition));
        let summary = Summary {
            title: String::new(),
            description: None,
            date: None,
            updated: None,
            topics: Vec::new(),
            extra: Default::default(),
        };
        let written_in = edition.locale.clone();
        selected.insert(
            0,
            Selected {
                key: home,
                translation: None,
                written_in,
                summary,
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

fn summary(translation: &Translation, edition: &Edition) -> Summary {
    let front = &translation.front;
    Summary {
        title: front.title.clone(),
        description: front.description.clone().or_else(|| {
            let outline = &translation.outlines[&edition.audience];
            outline.first_paragraph.as_deref().map(shortened)
        }),
        date: front.date,
        updated: front.updated,
        topics: front.topics.clone(),
        extra: front.extra.clone(),
    }
}

/// The most that search engines and lists show of a description, in characters.
const DESCRIPTION: usize = 160;

/// The whole sentences of a text that fit into a description; when not even the first does, the
/// whole words of it.
fn shortened(text: &str) -> String {
    let Some((limit, _)) = text.char_indices().nth(DESCRIPTION) else {
        return text.to_owned();
    };
    let fitting = &text[..limit];
    let end_of_sentence = [". ", "? ", "! ", "… "]
        .iter()
        .filter_map(|end| Some(fitting.rfind(end)? + end.len() - 1))
        .max();
    match (end_of_sentence, fitting.rfind(' ')) {
        (Some(end), _) => text[..end].to_owned(),
        (None, Some(end)) => format!("{}…", &text[..end]),
        (None, None) => format!("{fitting}…"),
    }
}
