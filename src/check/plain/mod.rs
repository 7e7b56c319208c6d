//! Plain language: whether a page can be read by whom it is for.
//!
//! Each audience may have a reading target. A page of at least a hundred words is measured by the
//! formula of its own language, never by another's; a language without a formula is not measured.
//! Formulas know nothing of meaning, so the finding names the sentences to look at first.

mod formulas;
mod prose;
mod syllables;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::audience::ReadingTarget;
use crate::model::campaign::Campaign;
use crate::model::front_matter::PageReading;
use crate::model::site::{EditionPage, EditionSite, Site};
use crate::rules;
use formulas::Counts;
use prose::Prose;

/// Fewer words than this give no score worth the name.
const ENOUGH_WORDS: usize = 100;

/// How many sentences a finding names: as many as somebody will mend at once.
const NAMED: usize = 3;

/// The pages that are harder than their audience's target.
pub fn check(campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for edition in site.editions.iter() {
        let audience = &campaign.settings.audiences[edition.audience];
        let pages = edition.pages.iter();
        faults
            .extend(pages.filter_map(|page| check_page(campaign, edition, page, audience.reading)));
    }
    faults
}

fn check_page(
    campaign: &Campaign,
    edition: &EditionSite,
    page: &EditionPage,
    target: Option<ReadingTarget>,
) -> Option<Diagnostic> {
    let translation = campaign.translation(page)?;
    let target = match translation.front.reading {
        None => target?,
        Some(PageReading::Target(target)) => target,
        Some(PageReading::Off) => return None,
    };
    let measure = Measure::of(translation.locale.language())?;
    let reading = translation.document.for_audience(&edition.edition.audience);
    let prose = Prose::of(reading, measure.syllables);
    if prose.counts.words < ENOUGH_WORDS {
        return None;
    }
    let score = (measure.score)(prose.counts);
    let limits = measure.limits(target);
    let severity = match () {
        () if measure.is_worse(score, limits.error) => Severity::Error,
        () if measure.is_worse(score, limits.warning) => Severity::Warning,
        () => return None,
    };
    let mut fault = Diagnostic::new(&rules::HARD_TO_READ)
        .at(Place::start_of(&translation.path))
        .with("edition", &edition.edition)
        .with("index", measure.name)
        .with("score", format!("{score:.1}"))
        .with("target", format!("{:.0}", limits.warning))
        .with(
            "second",
            format!(
                "{} {:.1}",
                measure.second.0,
                (measure.second.1)(prose.counts)
            ),
        );
    fault.severity = severity;
    let longest = prose.longest(NAMED);
    Some(longest.into_iter().fold(fault, |fault, span| {
        fault.also(Place::new(&translation.path, span))
    }))
}

/// How one language is measured.
struct Measure {
    /// What the index is called.
    name: &'static str,
    score: fn(Counts) -> f64,
    /// Another index that people know, with its name.
    second: (&'static str, fn(Counts) -> f64),
    syllables: fn(&str) -> usize,
    /// Which way is worse.
    worse: Worse,
}

enum Worse {
    /// A grade: years of school.
    Higher,
    /// An ease.
    Lower,
}

/// From which score on a page is hard, and from which it is too hard.
struct Limits {
    warning: f64,
    error: f64,
}

impl Measure {
    fn of(language: &str) -> Option<Self> {
        match language {
            "en" => Some(Self {
                name: "Flesch–Kincaid",
                score: Counts::flesch_kincaid,
                second: ("Flesch", Counts::flesch),
                syllables: syllables::english,
                worse: Worse::Higher,
            }),
            "es" => Some(Self {
                name: "INFLESZ",
                score: Counts::szigriszt,
                second: ("Fernández-Huerta", Counts::fernandez_huerta),
                syllables: syllables::spanish,
                worse: Worse::Lower,
            }),
            _ => None,
        }
    }

    fn is_worse(&self, score: f64, limit: f64) -> bool {
        match self.worse {
            Worse::Higher => score > limit,
            Worse::Lower => score < limit,
        }
    }

    /// The limits that real help pages in both languages can keep: grade 6 for people in danger,
    /// rather easy on the INFLESZ scale.
    fn limits(&self, target: ReadingTarget) -> Limits {
        let (warning, error) = match (&self.worse, target) {
            (Worse::Higher, ReadingTarget::Plain) => (6.0, 9.0),
            (Worse::Higher, ReadingTarget::General) => (8.0, 12.0),
            (Worse::Higher, ReadingTarget::Professional) => (10.0, 16.0),
            (Worse::Lower, ReadingTarget::Plain) => (65.0, 50.0),
            (Worse::Lower, ReadingTarget::General) => (55.0, 40.0),
            (Worse::Lower, ReadingTarget::Professional) => (50.0, 30.0),
        };
        Limits { warning, error }
    }
}
