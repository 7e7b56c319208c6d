//! The rules over a campaign and its site: what would hurt a reader although every file is well
//! formed. One kind of rule a file.

mod actions;
mod addresses;
pub mod audit;
mod claims;
mod contacts;
mod contrast;
mod core;
pub mod discreet;
mod exit;
pub mod external;
mod figures;
mod gates;
mod gathered;
mod hotlines;
mod language;
mod laws;
pub mod levels;
mod links;
pub mod markup;
mod messages;
pub mod output;
mod passage;
pub mod plain;
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
use crate::diagnostic::{Diagnostic, Step, take_all};
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::document::Reading;
use crate::model::locale::LocaleTag;
use crate::model::page::{Page, Translation};
use crate::model::site::{EditionPage, EditionSite, Site};
use crate::source::Digest;

/// The text of a page, as a file and as its readers have it.
fn text_of<'a>(
    campaign: &'a Campaign,
    edition: &'a EditionSite,
    page: &EditionPage,
) -> Option<(&'a Translation, Reading<'a>)> {
    let translation = campaign.translation(page)?;
    let reading = translation
        .document()
        .for_audience(&edition.edition.audience);
    Some((translation, reading))
}

/// How many pages are one step.
const PAGES: usize = 16;

/// Everything that these rules find.
pub fn check(campaign: &Campaign, site: &Site, today: Date, memo: &Memo) -> Vec<Diagnostic> {
    take_all(steps(campaign, site, today, memo))
}

/// The same in steps.
pub fn steps<'a>(
    campaign: &'a Campaign,
    site: &'a Site,
    today: Date,
    memo: &'a Memo,
) -> Vec<Step<'a>> {
    let mut steps: Vec<Step<'a>> = vec![
        Box::new(move || links::check(campaign, site, memo)),
        Box::new(move || topics::check(campaign, site)),
        Box::new(move || plain::check(campaign, site)),
        Box::new(move || exit::check(campaign, site)),
        Box::new(move || actions::check(campaign, site)),
        Box::new(move || addresses::check(campaign)),
        Box::new(move || contacts::check(campaign, site)),
        Box::new(move || contrast::check(campaign)),
        Box::new(move || core::check(campaign, site)),
        Box::new(move || hotlines::check(campaign, site, today)),
        Box::new(move || claims::check(campaign, site, today)),
        Box::new(move || figures::check(campaign, site)),
        Box::new(move || laws::check(campaign, today)),
        Box::new(move || language::check_messages(campaign)),
        Box::new(move || language::check_registers(campaign)),
        Box::new(move || messages::check(campaign, memo)),
        Box::new(move || translation::check_campaign(campaign)),
        Box::new(move || gates::check(campaign, site)),
        Box::new(move || words::Lists::of(campaign).check_messages(campaign)),
        Box::new(move || terms::Terms::of(campaign).check_messages()),
    ];
    let standards = Arc::new(Standards::of(campaign, memo));
    let pages: Vec<&Arc<Page>> = campaign.pages.values().collect();
    steps.extend(pages.chunks(PAGES).map(|pages| {
        let (pages, standards) = (pages.to_vec(), Arc::clone(&standards));
        let step = move || {
            let found = pages.iter().map(|page| standards.check(page));
            found.collect::<Vec<_>>().concat()
        };
        Box::new(step) as Step<'a>
    }));
    steps
}

/// The translations that as a whole are in another language than they say: what [`check`] finds of
/// them, without the rest. Drafts are none yet.
pub fn foreign(campaign: &Campaign) -> Vec<Diagnostic> {
    let pages: Vec<&Arc<Page>> = campaign.pages.values().collect();
    let texts = pages.par_iter().flat_map_iter(|page| &page.translations);
    texts
        .filter(|text| !text.front.draft)
        .filter_map(|text| language::check_whole(&Passages::of(text)))
        .collect()
}

/// What every text is held against.
struct Standards<'a> {
    /// The words to avoid.
    words: words::Lists<'a>,
    /// The words that were agreed on.
    terms: terms::Terms<'a>,
    /// The digest of both.
    digest: Digest,
    /// How many texts there are in each language, drafts aside.
    totals: BTreeMap<&'a LocaleTag, usize>,
    campaign: &'a Campaign,
    memo: &'a Memo,
}

/// What is wrong with the texts of one page, whatever else there is.
#[derive(Default)]
struct Texts {
    /// Those in another language than they say, with the one that they say.
    foreign: Vec<(LocaleTag, Diagnostic)>,
    /// The rest.
    faults: Vec<Diagnostic>,
}

impl<'a> Standards<'a> {
    fn of(campaign: &'a Campaign, memo: &'a Memo) -> Self {
        let mut totals = BTreeMap::new();
        let texts = campaign.pages.values().flat_map(|page| &page.translations);
        for text in texts.filter(|text| !text.front.draft) {
            *totals.entry(&text.locale).or_default() += 1;
        }
        Self {
            words: words::Lists::of(campaign),
            terms: terms::Terms::of(campaign),
            digest: Digest::of(format!("{:?} {:?}", campaign.words, campaign.glossary).as_bytes()),
            totals,
            campaign,
            memo,
        }
    }

    /// What is wrong with a page. One that is as it was, accepted as it was, beside words that are
    /// as they were, has the faults that it had.
    fn check(&self, page: &Page) -> Vec<Diagnostic> {
        let translations = page.translations.iter();
        let records = translations.map(|own| self.campaign.lock.record(&own.path));
        let accepted = format!("{:?}", records.collect::<Vec<_>>());
        let page_digest = page.digest();
        let inputs = [
            self.digest.as_bytes(),
            page_digest.as_bytes(),
            accepted.as_bytes(),
        ];
        let texts = self
            .memo
            .recall("texts", Digest::of_all(inputs), || check_texts(page, self));
        let foreign = texts.foreign.iter().map(|(locale, fault)| {
            let total = self.totals.get(locale).copied();
            fault.clone().with("total", total.unwrap_or(1))
        });
        foreign.chain(texts.faults.iter().cloned()).collect()
    }
}

/// What is wrong with the texts of a page, in each language and beside each other.
fn check_texts(page: &Page, standards: &Standards<'_>) -> Texts {
    let texts: Vec<Passages<'_>> = page.translations.iter().map(Passages::of).collect();
    let mut found = Texts::default();
    for text in texts.iter().filter(|text| !text.file.front.draft) {
        let foreign = language::check(text);
        found
            .foreign
            .extend(foreign.map(|fault| (text.file.locale.clone(), fault)));
        found.faults.extend(standards.words.check(text));
        if text.file.locale == page.source {
            continue;
        }
        found.faults.extend(translation::check(text));
        let standing = translation::check_standing(standards.campaign, page, text);
        found.faults.extend(standing);
        // A variant that exists in one language only has no original.
        let original = texts.iter().find(|other| {
            other.file.locale == page.source && other.file.variant == text.file.variant
        });
        found.faults.extend(original.iter().flat_map(|original| {
            let pair = Pair {
                original,
                translation: text,
            };
            translation::check_pair(&pair, &standards.terms)
        }));
    }
    found
}
