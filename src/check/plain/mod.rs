//! Plain language: whether a page can be read by whom it is for.
//!
//! Each audience may have a reading target. A page of at least a hundred words is measured by the
//! formula of its own language, never by another's; a language without a formula is not measured.
//! Formulas know nothing of meaning, so the finding names the sentences to look at first.

mod formulas;
mod measure;
mod prose;
mod syllables;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::check::levels::of_critical;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::audience::ReadingTarget;
use crate::model::campaign::Campaign;
use crate::model::front_matter::PageReading;
use crate::model::page::Translation;
use crate::model::readability::{Record, Tenths};
use crate::model::site::{EditionSite, Site};
use crate::rules;
use crate::source::SourcePath;
use measure::{Measure, Worse};
use prose::Prose;

/// Fewer words than this give no score worth the name.
const ENOUGH_WORDS: usize = 100;

/// How many sentences a finding names: as many as somebody will mend at once.
const NAMED: usize = 3;

/// The pages that are harder than their audience's target, and those that have become harder than
/// was accepted.
pub fn check(campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    let files: Vec<Readers<'_>> = readers(campaign, site);
    let found = files.into_par_iter().map(|file| {
        let record = campaign.readability.records.get(&file.translation.path);
        file.check(record)
    });
    found.collect::<Vec<_>>().concat()
}

/// How hard each translation is that can be measured: that of the audience for whom it is hardest.
pub fn scores(campaign: &Campaign, site: &Site) -> BTreeMap<SourcePath, Score> {
    let files = readers(campaign, site).into_iter();
    let scores = files.filter_map(|file| {
        let hardest = file.hardest()?;
        Some((file.translation.path.clone(), hardest.score()))
    });
    scores.collect()
}

/// How hard a text is, by the formula of its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The formula.
    pub index: &'static str,
    /// What it yields.
    pub tenths: Tenths,
    worse: Worse,
}

impl Score {
    /// Whether it is worse than another one of the same formula.
    pub fn is_worse_than(self, other: Tenths) -> bool {
        match self.worse {
            Worse::Higher => self.tenths > other,
            Worse::Lower => self.tenths < other,
        }
    }
}

/// A translation and who reads it.
struct Readers<'a> {
    translation: &'a Translation,
    /// The editions that have it, each with the target of its audience.
    editions: Vec<(&'a EditionSite, Option<ReadingTarget>)>,
}

fn readers<'a>(campaign: &'a Campaign, site: &'a Site) -> Vec<Readers<'a>> {
    let mut by_file: BTreeMap<&SourcePath, Readers<'_>> = BTreeMap::new();
    for edition in site.editions.iter() {
        let target = campaign.settings.audiences[edition.audience].reading;
        for page in &edition.pages {
            let Some(translation) = campaign.translation(page) else {
                continue;
            };
            let editions = Vec::new();
            let file = by_file.entry(&translation.path);
            let file = file.or_insert(Readers {
                translation,
                editions,
            });
            file.editions.push((edition, target));
        }
    }
    by_file.into_values().collect()
}

/// A text as one audience reads it, counted.
struct Counted {
    measure: Measure,
    prose: Prose,
}

impl Counted {
    fn score(&self) -> Score {
        Score {
            index: self.measure.name,
            tenths: Tenths::of((self.measure.score)(self.prose.counts)),
            worse: self.measure.worse,
        }
    }

    fn second(&self) -> String {
        let (name, score) = self.measure.second;
        format!("{name} {:.1}", score(self.prose.counts))
    }
}

impl<'a> Readers<'a> {
    fn check(&self, record: Option<&Record>) -> Vec<Diagnostic> {
        let has_target = self
            .editions
            .iter()
            .any(|(_, target)| self.target(*target).is_some());
        if record.is_none() && !has_target {
            return Vec::new();
        }
        let mut faults = Vec::new();
        let mut hardest: Option<Counted> = None;
        let mut common: Option<Counted> = None;
        for (edition, target) in &self.editions {
            // Where all audiences read the same, one of them is enough.
            let own = match common.take() {
                Some(counted) => Some(counted),
                None => self.counted(edition),
            };
            let Some(own) = own else { continue };
            let target = self.target(*target);
            faults.extend(target.and_then(|target| self.hard(edition, target, &own)));
            if !self.translation.document().is_selective() {
                common = Some(own);
            } else if hardest.as_ref().is_none_or(|other| is_harder(&own, other)) {
                hardest = Some(own);
            }
        }
        let hardest = common.or(hardest);
        faults.extend(
            record
                .zip(hardest)
                .and_then(|(record, own)| self.worse(record, &own)),
        );
        faults
    }

    fn hardest(&self) -> Option<Counted> {
        if self.translation.front.reading == Some(PageReading::Off) {
            return None;
        }
        let editions = match self.translation.document().is_selective() {
            true => self.editions.as_slice(),
            false => &self.editions[..1],
        };
        let counted = editions
            .iter()
            .filter_map(|(edition, _)| self.counted(edition));
        counted.reduce(|one, other| match is_harder(&other, &one) {
            true => other,
            false => one,
        })
    }

    /// The text of an edition; none for one that is too short, or whose language has no formula.
    fn counted(&self, edition: &EditionSite) -> Option<Counted> {
        let measure = Measure::of(self.translation.locale.language())?;
        let document = self.translation.document();
        let reading = document.for_audience(&edition.edition.audience);
        let prose = Prose::of(reading, measure.syllables);
        (prose.counts.words >= ENOUGH_WORDS).then_some(Counted { measure, prose })
    }

    fn target(&self, of_audience: Option<ReadingTarget>) -> Option<ReadingTarget> {
        match self.translation.front.reading {
            None => of_audience,
            Some(PageReading::Target(target)) => Some(target),
            Some(PageReading::Off) => None,
        }
    }

    /// Harder than its audience's target.
    fn hard(
        &self,
        edition: &EditionSite,
        target: ReadingTarget,
        own: &Counted,
    ) -> Option<Diagnostic> {
        let score = (own.measure.score)(own.prose.counts);
        let limits = own.measure.limits(target);
        let severity = match () {
            () if own.measure.is_worse(score, limits.error) => Severity::Error,
            () if own.measure.is_worse(score, limits.warning) => of_critical(self.translation),
            () => return None,
        };
        let mut fault = Diagnostic::new(&rules::HARD_TO_READ)
            .at(Place::start_of(&self.translation.path))
            .with("edition", &edition.edition)
            .with("index", own.measure.name)
            .with("score", format!("{score:.1}"))
            .with("target", format!("{:.0}", limits.warning))
            .with("second", own.second());
        fault.severity = severity;
        Some(self.with_longest(fault, own))
    }

    /// Harder than was accepted.
    fn worse(&self, record: &Record, own: &Counted) -> Option<Diagnostic> {
        let score = own.score();
        let is_off = self.translation.front.reading == Some(PageReading::Off);
        if is_off || record.index != score.index || !score.is_worse_than(record.score) {
            return None;
        }
        let mut fault = Diagnostic::new(&rules::HARDER_THAN_ACCEPTED)
            .at(Place::start_of(&self.translation.path))
            .with("index", score.index)
            .with("score", score.tenths)
            .with("expected", record.score)
            .with("second", own.second());
        fault.severity = of_critical(self.translation);
        Some(self.with_longest(fault, own))
    }

    fn with_longest(&self, fault: Diagnostic, own: &Counted) -> Diagnostic {
        let longest = own.prose.longest(NAMED);
        longest.into_iter().fold(fault, |fault, span| {
            fault.also(Place::new(&self.translation.path, span))
        })
    }
}

fn is_harder(one: &Counted, other: &Counted) -> bool {
    one.score().is_worse_than(other.score().tenths)
}
