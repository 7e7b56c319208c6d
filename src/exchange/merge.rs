//! Return → changed files: everything that a translator sent back is taken, or nothing is.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnosed, Diagnostic, Place, Rule};
use crate::exchange::desk::Desk;
use crate::exchange::messages::{self, Wordbook};
use crate::exchange::page::{Slot, Work, ids, slots, text};
use crate::exchange::{Answer, Progress, Return};
use crate::model::campaign::Campaign;
use crate::model::locale::LocaleTag;
use crate::parse::locale::canonical;
use crate::rules;
use crate::source::{Snapshot, Source, SourcePath, Span};

/// What a return does to the files of a campaign.
#[derive(Debug, Default)]
pub struct Merged {
    /// The files that change or come to be.
    pub files: Vec<Source>,
    /// How many texts change.
    pub taken: usize,
    /// How many texts have no translation yet.
    pub empty: usize,
    /// Which texts of the originals somebody has translated, file by file.
    pub answered: Vec<Answered>,
}

/// The texts of one file of an original that came back done, whether or not they changed anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The file of the original.
    pub original: SourcePath,
    /// The file of the translation; the folder of messages.
    pub translation: SourcePath,
    /// Where the texts stand in the original.
    pub spans: BTreeSet<Span>,
}

/// A return and what it is held against.
pub struct Import<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its sources.
    pub snapshot: &'a Snapshot,
    /// The file that came back.
    pub path: &'a SourcePath,
    /// What it holds.
    pub back: &'a Return,
}

impl Import<'_> {
    /// What the return does to the files. With an error among the faults, nothing may be taken.
    ///
    /// # Faults
    /// FOREIGN_EXCHANGE, MISSING_TEXTS, REPEATED_TEXT, STALE_TEXT, UNCERTAIN_TEXT, INCOMPLETE_PAGE,
    /// UNALIGNED_TRANSLATION, ALTERED_TEXT.
    pub fn merge(&self) -> Diagnosed<Merged> {
        let mut faults = Vec::new();
        let Some(target) = self.target(&mut faults) else {
            return Diagnosed::new(Merged::default(), faults);
        };
        let mut answers = self.answers(&mut faults);
        let mut merged = Merged::default();
        let mut known = 0;
        for work in Work::all(self.campaign, &target) {
            let written = text(self.snapshot, &work.original.path);
            let originals = slots(work.original, &written);
            let found = taken(&mut answers, &work.original.path, &originals);
            let count = found.iter().flatten().count();
            if count == 0 {
                continue;
            }
            known += count;
            let desk = Desk {
                import: self,
                work: &work,
                originals: &originals,
                original_text: &written,
            };
            let told = faults.len();
            desk.take(&found, &mut merged).split_into(&mut faults);
            let is_left = |fault: &Diagnostic| {
                [&rules::UNALIGNED_TRANSLATION, &rules::INCOMPLETE_PAGE].contains(&fault.rule)
            };
            if !faults[told..].iter().any(is_left) {
                merged.answered.push(Answered {
                    original: work.original.path.clone(),
                    translation: work.path.clone(),
                    spans: done(&originals, &found).map(|slot| slot.span).collect(),
                });
            }
        }
        for book in Wordbook::all(self.campaign, &target) {
            let written = text(self.snapshot, &book.original.path);
            let originals = messages::slots(book.original, &written);
            let found = taken(&mut answers, &book.original.path, &originals);
            known += found.iter().flatten().count();
            let desk = messages::Desk {
                import: self,
                book: &book,
                originals: &originals,
            };
            desk.take(&found, &mut merged).split_into(&mut faults);
            let done = done(&originals, &found);
            merged.answered.push(Answered {
                original: book.original.path.clone(),
                translation: book.folder(),
                spans: done.filter_map(|slot| book.span(&slot.name)).collect(),
            });
        }
        if known == 0 {
            faults.push(self.foreign("texts"));
        } else {
            faults.extend(
                answers
                    .values()
                    .map(|answer| self.at(&rules::STALE_TEXT, answer)),
            );
        }
        Diagnosed::new(merged, faults)
    }

    fn foreign(&self, reason: &'static str) -> Diagnostic {
        Diagnostic::new(&rules::FOREIGN_EXCHANGE)
            .at(Place::start_of(self.path))
            .with("reason", reason)
            .with("locale", self.back.target.as_deref().unwrap_or("?"))
    }

    /// A fault of the text that came back here.
    pub(super) fn at(&self, rule: &'static Rule, answer: &Answer) -> Diagnostic {
        Diagnostic::new(rule).at(Place::new(self.path, answer.span))
    }

    /// The language of the return, when the campaign has it.
    fn target(&self, faults: &mut Vec<Diagnostic>) -> Option<LocaleTag> {
        let target = self.back.target.as_deref().and_then(canonical);
        let target = target.filter(|tag| {
            let locales = &self.campaign.settings.locales;
            locales.iter().any(|locale| locale.tag == *tag)
        });
        if target.is_none() {
            faults.push(self.foreign("locale"));
        }
        target
    }

    /// The answers by their ids.
    fn answers(&self, faults: &mut Vec<Diagnostic>) -> BTreeMap<&str, &Answer> {
        let mut answers = BTreeMap::new();
        for answer in &self.back.answers {
            if let Some(first) = answers.insert(answer.id.as_str(), answer) {
                let fault = self.at(&rules::REPEATED_TEXT, answer);
                faults.push(fault.also(Place::new(self.path, first.span)));
            }
        }
        let count = self.back.answers.len();
        if let Some(sent) = self.back.count.filter(|sent| *sent > count) {
            faults.push(
                Diagnostic::new(&rules::MISSING_TEXTS)
                    .at(Place::start_of(self.path))
                    .with("count", sent - count),
            );
        }
        answers
    }
}

/// The answers for the texts of a file, which no other file gets.
fn taken<'a>(
    answers: &mut BTreeMap<&str, &'a Answer>,
    file: &SourcePath,
    originals: &[Slot],
) -> Vec<Option<&'a Answer>> {
    let ids = ids(file, originals);
    ids.iter().map(|id| answers.remove(id.as_str())).collect()
}

/// The texts that came back with a translation whose translator is sure of it.
fn done<'a>(
    originals: &'a [Slot],
    found: &'a [Option<&'a Answer>],
) -> impl Iterator<Item = &'a Slot> {
    let is_done = |answer: &Answer| {
        answer.progress == Progress::Ready && !answer.translation.trim().is_empty()
    };
    let both = originals.iter().zip(found);
    both.filter(move |(_, answer)| answer.is_some_and(is_done))
        .map(|(slot, _)| slot)
}
