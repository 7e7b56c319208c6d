//! Campaign → catalogue: what is to be translated into one language.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::exchange::alignment::Alignment;
use crate::exchange::messages::{self, Wordbook};
use crate::exchange::need::Need;
use crate::exchange::page::{Slot, Work, ids, slots, text};
use crate::exchange::{Catalogue, Entry, Progress};
use crate::model::campaign::Campaign;
use crate::model::document::Constant;
use crate::model::locale::LocaleTag;
use crate::model::page::PageKey;
use crate::model::route::Route;
use crate::model::site::Site;
use crate::rules;
use crate::source::{Snapshot, SourcePath, Span};

/// What of a campaign goes out.
pub struct Extent<'a> {
    /// The language to translate into.
    pub target: &'a LocaleTag,
    /// The pages; all of them when there is none.
    pub pages: &'a BTreeSet<PageKey>,
    /// Where `campaign serve` shows pages, without a slash at the end.
    pub address: &'a str,
    /// How much of them.
    pub reach: Reach,
}

/// How much goes out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// What somebody has to translate: see [`Need`].
    #[default]
    Open,
    /// Everything.
    All,
}

/// The texts of a campaign and what there is of their translations. A text whose counterpart is
/// missing goes out empty; one that could have another goes out as uncertain; and blocks of a
/// translation that stand for nothing are told.
///
/// # Faults
/// UNALIGNED_TRANSLATION.
pub fn make(
    campaign: &Campaign,
    site: &Site,
    snapshot: &Snapshot,
    extent: &Extent<'_>,
) -> Diagnosed<Catalogue> {
    let mut faults = Vec::new();
    let mut entries = Vec::new();
    let mut source = None;
    let routes = routes(site);
    for work in Work::all(campaign, extent.target) {
        let key = &PageKey::new(work.name().trim_start_matches('/'));
        let is_unfinished = work.original.front.draft && extent.reach == Reach::Open;
        if !extent.asks_for(key) || is_unfinished {
            continue;
        }
        let unseen = work.unseen(campaign);
        let is_draft = work.translation.is_some_and(|own| own.front.draft);
        let found = of_file(&work, snapshot, &unseen).split_into(&mut faults);
        source.get_or_insert_with(|| work.original.locale.clone());
        let translation = work.translation.map(|translation| &translation.path);
        let files = translation.into_iter().chain([&work.original.path]);
        let preview = files
            .filter_map(|file| routes.get(file))
            .map(|route| route.permalink(extent.address))
            .next();
        let found = found
            .into_iter()
            .filter(|entry| extent.takes(entry, is_draft));
        entries.extend(found.map(|entry| Entry {
            preview: preview.clone(),
            ..entry
        }));
    }
    if extent.pages.is_empty() {
        for book in Wordbook::all(campaign, extent.target) {
            let unseen = book.unseen(campaign);
            let found = of_messages(&book, snapshot, &unseen).into_iter();
            entries.extend(found.filter(|entry| extent.takes(entry, false)));
        }
    }
    let catalogue = Catalogue {
        source: source.unwrap_or_else(|| campaign.settings.source_locale.clone()),
        target: extent.target.clone(),
        entries,
    };
    Diagnosed::new(catalogue, faults)
}

impl Extent<'_> {
    fn asks_for(&self, page: &PageKey) -> bool {
        self.pages.is_empty() || self.pages.contains(page)
    }

    fn takes(&self, entry: &Entry, is_draft: bool) -> bool {
        let need = Need {
            original: &entry.original,
            translation: &entry.translation,
            is_unfinished: is_draft || entry.progress != Progress::Ready,
        };
        self.reach == Reach::All || need.is_open()
    }
}

/// How far a translation is whose original stands at `span`, when those at `unseen` have changed.
fn progress(span: Option<Span>, unseen: &BTreeSet<Span>, translation: &str) -> Progress {
    match span {
        Some(span) if unseen.contains(&span) && !translation.is_empty() => Progress::Uncertain,
        _ => Progress::Ready,
    }
}

fn of_file(work: &Work<'_>, snapshot: &Snapshot, unseen: &BTreeSet<Span>) -> Diagnosed<Vec<Entry>> {
    let file = &work.original.path;
    let written = text(snapshot, file);
    let originals = slots(work.original, &written);
    let translations = work.translation.map(|own| {
        let written = text(snapshot, &own.path);
        slots(own, &written)
    });
    let translations = translations.unwrap_or_default();
    let aligned = Alignment::new(&originals, &translations, unseen);
    let extra = aligned.extra.first().map(|at| &translations[*at]);
    let faults = extra.map(|first| superfluous(work, first, aligned.extra.len()));
    let translation_at = |place: Option<usize>| {
        let slot = place.map(|at| translations[at].text.clone());
        slot.unwrap_or_default()
    };
    let is_doubtful = |at: usize| aligned.doubtful.contains(&at);
    let entries = originals.iter().zip(ids(file, &originals));
    let entries = entries.zip(&aligned.places).enumerate();
    let entries = entries
        .map(|(at, ((slot, id), place))| (at, slot, id, translation_at(*place)))
        .filter(|(_, slot, _, _)| slot.has_words)
        .map(|(at, slot, id, translation)| Entry {
            fences: audiences(work, slot),
            progress: match is_doubtful(at) && !translation.is_empty() {
                true => Progress::Uncertain,
                false => progress(Some(slot.span), unseen, &translation),
            },
            translation,
            ..entry(id, file, &work.original.locale, &written, slot)
        });
    Diagnosed::new(entries.collect(), faults.into_iter().collect())
}

/// The texts of a file of messages.
fn of_messages(book: &Wordbook<'_>, snapshot: &Snapshot, unseen: &BTreeSet<Span>) -> Vec<Entry> {
    let file = &book.original.path;
    let written = text(snapshot, file);
    let originals = messages::slots(book.original, &written);
    let entries = originals.iter().zip(ids(file, &originals));
    entries
        .map(|(slot, id)| (slot, id, book.translation(&slot.name, snapshot)))
        .filter(|(slot, _, _)| slot.has_words)
        .map(|(slot, id, translation)| Entry {
            progress: progress(book.span(&slot.name), unseen, &translation),
            translation,
            ..entry(id, file, &book.original.locale, &written, slot)
        })
        .collect()
}

/// A text without what there is of its translation.
fn entry(id: String, file: &SourcePath, locale: &LocaleTag, written: &str, slot: &Slot) -> Entry {
    Entry {
        id,
        file: file.clone(),
        line: written[..slot.span.start].matches('\n').count() + 1,
        kind: slot.kind,
        name: slot.name.clone(),
        source: locale.clone(),
        fences: Vec::new(),
        constants: kept(slot),
        preview: None,
        original: slot.text.clone(),
        translation: String::new(),
        progress: Progress::Ready,
    }
}

/// Whom a text is for: what its file says, then what the directives around it say.
fn audiences(work: &Work<'_>, slot: &Slot) -> Vec<String> {
    let variant = work.original.variant.iter();
    let variant = variant.map(|audience| format!("for {}", audience.as_str()));
    variant.chain(slot.fences.iter().cloned()).collect()
}

/// What must stay, for people: without characters that are only counted.
fn kept(slot: &Slot) -> Vec<String> {
    let constants = slot.constants.iter();
    let mut kept: Vec<String> = constants
        .filter(|constant| !matches!(constant, Constant::Mark(_)))
        .map(Constant::text)
        .collect();
    kept.dedup();
    kept
}

/// What is told of blocks that the original does not have.
fn superfluous(work: &Work<'_>, first: &Slot, number: usize) -> Diagnostic {
    Diagnostic::new(&rules::UNALIGNED_TRANSLATION)
        .at(Place::new(&work.path, first.span))
        .with("reason", "extra")
        .with("page", work.name())
        .with("count", number)
}

/// Where the page of each file is shown.
fn routes(site: &Site) -> BTreeMap<&SourcePath, &Route> {
    let pages = site.editions.iter().flat_map(|edition| &edition.pages);
    pages
        .filter_map(|page| Some((page.source.as_ref()?, &page.route)))
        .collect()
}
