//! The rules over a campaign and its site: what would hurt a reader although every file is well
//! formed. One kind of rule a file.

mod addresses;
pub mod audit;
mod claims;
mod contacts;
mod contrast;
pub mod discreet;
mod exit;
pub mod external;
mod figures;
mod gates;
mod gathered;
mod hotlines;
mod language;
mod links;
pub mod markup;
mod messages;
pub mod output;
mod passage;
mod plain;
mod stems;
mod terms;
mod topics;
mod translation;
pub mod untranslatable;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use self::passage::Passages;
use self::translation::Pair;
use crate::diagnostic::Diagnostic;
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::document::Reading;
use crate::model::locale::LocaleTag;
use crate::model::page::{Page, Translation};
use crate::model::site::{EditionPage, EditionSite, Site};

/// The text of a page, as a file and as its readers have it.
fn text_of<'a>(
    campaign: &'a Campaign,
    edition: &'a EditionSite,
    page: &EditionPage,
) -> Option<(&'a Translation, Reading<'a>)> {
    let translation = campaign.translation(page)?;
    let reading = translation.document.for_audience(&edition.edition.audience);
    Some((translation, reading))
}

/// Everything that these rules find.
pub fn check(campaign: &Campaign, site: &Site, today: Date, memo: &Memo) -> Vec<Diagnostic> {
    let mut faults = links::check(campaign, site, memo);
    faults.extend(topics::check(campaign, site));
    faults.extend(plain::check(campaign, site));
    faults.extend(exit::check(campaign, site));
    faults.extend(addresses::check(campaign));
    faults.extend(contacts::check(campaign, site));
    faults.extend(contrast::check(campaign));
    faults.extend(hotlines::check(campaign, site, today));
    faults.extend(claims::check(campaign, site, today));
    faults.extend(figures::check(campaign, site));
    faults.extend(language::check_messages(campaign));
    faults.extend(messages::check(campaign));
    faults.extend(translation::check_campaign(campaign));
    faults.extend(gates::check(campaign, site));
    let standards = Standards::of(campaign);
    faults.extend(standards.words.check_messages(campaign));
    faults.extend(standards.terms.check_messages());
    let pages: Vec<&Arc<Page>> = campaign.pages.values().collect();
    let found = pages
        .into_par_iter()
        .map(|page| check_texts(campaign, page, &standards));
    faults.extend(found.collect::<Vec<_>>().concat());
    faults
}

/// What every text is held against.
struct Standards<'a> {
    /// The words to avoid.
    words: words::Lists<'a>,
    /// The words that were agreed on.
    terms: terms::Terms<'a>,
    /// How many texts there are in each language, drafts aside.
    totals: BTreeMap<&'a LocaleTag, usize>,
}

impl<'a> Standards<'a> {
    fn of(campaign: &'a Campaign) -> Self {
        let mut totals = BTreeMap::new();
        let texts = campaign.pages.values().flat_map(|page| &page.translations);
        for text in texts.filter(|text| !text.front.draft) {
            *totals.entry(&text.locale).or_default() += 1;
        }
        Self {
            words: words::Lists::of(campaign),
            terms: terms::Terms::of(campaign),
            totals,
        }
    }
}

/// What is wrong with the texts of a page, in each language and beside each other.
fn check_texts(campaign: &Campaign, page: &Page, standards: &Standards<'_>) -> Vec<Diagnostic> {
    let texts: Vec<Passages<'_>> = page.translations.iter().map(Passages::of).collect();
    let mut faults = Vec::new();
    for text in texts.iter().filter(|text| !text.file.front.draft) {
        let total = standards.totals.get(&text.file.locale).copied();
        faults.extend(language::check(text).map(|fault| fault.with("total", total.unwrap_or(1))));
        faults.extend(standards.words.check(text));
        if text.file.locale == page.source {
            continue;
        }
        faults.extend(translation::check(text));
        faults.extend(translation::check_standing(campaign, page, text.file));
        // A variant that exists in one language only has no original.
        let original = texts.iter().find(|other| {
            other.file.locale == page.source && other.file.variant == text.file.variant
        });
        faults.extend(original.iter().flat_map(|original| {
            let pair = Pair {
                original,
                translation: text,
            };
            translation::check_pair(&pair, &standards.terms)
        }));
    }
    faults
}
