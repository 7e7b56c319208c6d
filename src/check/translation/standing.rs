//! What each translation was made from, beside what its original says now.

use crate::check::passage::Passages;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::board::standing;
use crate::model::campaign::Campaign;
use crate::model::page::{Page, Translation};
use crate::model::phrases::Phrases;
use crate::model::state::{Standing, State};
use crate::model::text::{Text, TextKind};
use crate::rules;
use crate::source::Span;

/// The texts of a page's translation that its original has changed, and those that changed since
/// somebody read them.
pub fn check(campaign: &Campaign, page: &Page, translation: &Passages<'_>) -> Vec<Diagnostic> {
    let file = translation.file;
    let Some(original) = page.original_of(file) else {
        return Vec::new();
    };
    let Some(standing) = standing(page, file, &campaign.lock) else {
        return Vec::new();
    };
    let place = |text: Option<&Text>| {
        let head = || file.front.spans.get("title").copied();
        let span = text.map(|text| text.span).or_else(head);
        translation.place(span.unwrap_or_default())
    };
    let mut faults: Vec<Diagnostic> = standing
        .unseen
        .iter()
        .map(|text| {
            outdated(reason(text), 1)
                .at(place(standing.counterpart(text)))
                .also(Place::new(&original.path, text.span))
        })
        .collect();
    if standing.removed > 0 {
        faults.push(
            outdated("removed", standing.removed)
                .at(place(None))
                .also(Place::new(&original.path, Span::default())),
        );
    }
    for fault in &mut faults {
        fault.severity = translation.severity();
    }
    // That a critical page was never read is another fault.
    if file.front.critical && !standing.unread.is_empty() {
        faults.push(unread(&standing, file));
    }
    faults
}

fn outdated(reason: &'static str, count: usize) -> Diagnostic {
    Diagnostic::new(&rules::OUTDATED_TRANSLATION)
        .with("reason", reason)
        .with("count", count)
}

fn reason(text: &Text) -> &'static str {
    match text.kind {
        TextKind::Title => "title",
        TextKind::Description => "description",
        TextKind::MenuLabel => "label",
        TextKind::Message => "message",
        TextKind::Extra | TextKind::Unit(_) => "text",
    }
}

fn unread(standing: &Standing<'_>, translation: &Translation) -> Diagnostic {
    let place = |text: &&Text| Place::new(&translation.path, text.span);
    let mut places = standing.unread.iter().map(place);
    let first = places.next();
    Diagnostic::new(&rules::UNREVIEWED_TRANSLATION)
        .at(first.unwrap_or_else(|| Place::start_of(&translation.path)))
        .also_at(places)
        .with("count", standing.unread.len())
}

/// The campaign's messages whose originals have changed, and the translations that nobody keeps
/// track of although the campaign began to.
pub fn check_campaign(campaign: &Campaign) -> Vec<Diagnostic> {
    if campaign.lock.is_empty() {
        return Vec::new();
    }
    let phrases = &campaign.phrases;
    let mut faults: Vec<Diagnostic> = phrases
        .iter()
        .flat_map(|phrases| outdated_messages(campaign, phrases))
        .collect();
    let untracked = untracked(campaign);
    let mut places = untracked.iter().cloned();
    faults.extend(places.next().map(|first| {
        Diagnostic::new(&rules::UNTRACKED_TRANSLATION)
            .at(first)
            .also_at(places)
            .with("count", untracked.len())
    }));
    faults
}

fn outdated_messages(campaign: &Campaign, phrases: &Phrases) -> Vec<Diagnostic> {
    let standing = phrases.standing(&campaign.lock);
    let pairs = phrases.pairs();
    let changed = pairs.filter(|pair| standing.unseen.contains(&pair.original.1));
    changed
        .map(|pair| {
            outdated("message", 1)
                .at(Place::new(pair.translation.0, pair.translation.1.span))
                .also(Place::new(pair.original.0, pair.original.1.span))
        })
        .collect()
}

fn untracked(campaign: &Campaign) -> Vec<Place> {
    let pages = campaign.pages.values();
    let files = pages.flat_map(|page| page.translations.iter().map(|own| (&**page, own)));
    let pages = files
        .filter(|(page, own)| {
            standing(page, own, &campaign.lock)
                .is_some_and(|standing| !standing.is_tracked && standing.state != State::Draft)
        })
        .map(|(_, own)| Place::start_of(&own.path));
    let messages = campaign
        .phrases
        .iter()
        .filter(|phrases| campaign.lock.record(&phrases.folder).is_none())
        .filter_map(|phrases| phrases.pairs().next())
        .map(|pair| Place::start_of(pair.translation.0));
    pages.chain(messages).collect()
}
