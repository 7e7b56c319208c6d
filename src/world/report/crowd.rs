//! Crowds: many faults of one kind, told as one, so that thousands of them hide no other.
//!
//! A folder of translations that nobody watched has the same fault on every page. Each drawn for
//! itself they fill a screen again and again and say nothing that their number does not say. So they
//! are counted: how many, in how many files, what differs between them, where to begin. Programs get
//! each of them all the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use annotate_snippets::{Group, Level};

use super::escape::escape;
use super::location::{Location, Locator};
use super::text::{help, level};
use super::voice::{Argument, Voice};
use crate::diagnostic::{Diagnostic, Severity};

/// More faults of one kind than this are a crowd: about three screens if each were drawn.
const CROWD: usize = 10;

/// How many different messages of a crowd are shown: the most frequent ones.
const MESSAGES: usize = 5;

/// How many places are shown for each of them.
const PLACES: usize = 3;

/// How many places are shown where all faults say the same.
const PLACES_ALONE: usize = 8;

/// What tells one crowd from another: how bad it is, the rule, and what its message for many names.
type Kind<'a> = (
    Reverse<Severity>,
    &'static str,
    Vec<(&'static str, &'a str)>,
);

/// Many faults of one kind, in the order of path and position.
pub(super) struct Crowd<'a> {
    faults: Vec<&'a Diagnostic>,
}

/// Parts the crowds from the faults that are told one by one. The worst crowd is the first: what
/// concerns whole files before what concerns a place in one, then what is in more files.
pub(super) fn gather<'a>(
    diagnostics: &'a [Diagnostic],
    voice: &Voice,
) -> (Vec<Crowd<'a>>, Vec<&'a Diagnostic>) {
    let mut kinds: BTreeMap<Kind<'_>, Vec<(usize, &Diagnostic)>> = BTreeMap::new();
    let mut named: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (at, fault) in diagnostics.iter().enumerate() {
        let id = fault.rule.id;
        let names = named
            .entry(id)
            .or_insert_with(|| voice.variables(&format!("{id}.many")));
        let arguments = fault.arguments.iter();
        let shared = arguments
            .filter(|(name, _)| names.contains(name) && *name != COUNT)
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let kind = (Reverse(fault.severity), id, shared);
        kinds.entry(kind).or_default().push((at, fault));
    }
    let is_crowd = |faults: &Vec<(usize, &Diagnostic)>| faults.len() > CROWD;
    let (many, few): (Vec<_>, Vec<_>) = kinds.into_values().partition(is_crowd);
    let alone = |faults: Vec<(usize, &'a Diagnostic)>| -> Vec<&'a Diagnostic> {
        faults.into_iter().map(|(_, fault)| fault).collect()
    };
    let crowds = many.into_iter().map(|faults| Crowd {
        faults: alone(faults),
    });
    let mut crowds: Vec<Crowd<'_>> = crowds.collect();
    crowds.sort_by_key(Crowd::rank);
    let mut others = few.concat();
    others.sort_by_key(|(at, _)| *at);
    (crowds, alone(others))
}

/// The argument that a crowd has its own value for.
const COUNT: &str = "count";

impl<'a> Crowd<'a> {
    fn rank(&self) -> (Reverse<Severity>, bool, Reverse<usize>, Reverse<usize>) {
        let first = self.first();
        let is_part = first
            .place
            .as_ref()
            .is_none_or(|place| place.span.end > place.span.start);
        let size = (Reverse(self.files()), Reverse(self.faults.len()));
        (Reverse(first.severity), is_part, size.0, size.1)
    }

    fn first(&self) -> &'a Diagnostic {
        self.faults[0]
    }

    fn files(&self) -> usize {
        let places = self.faults.iter().filter_map(|fault| fault.place.as_ref());
        places
            .map(|place| &place.path)
            .collect::<BTreeSet<_>>()
            .len()
    }

    /// What is wrong, how often and where, and what to do.
    pub(super) fn drawing(&self, locator: &mut Locator<'a>, voice: &Voice) -> Group<'static> {
        let id = self.first().rule.id;
        let title = level(self.first().severity, voice)
            .primary_title(self.headline(voice))
            .id(id);
        let lines = self.lines(locator, voice);
        let fix = voice.outline(&format!("{id}.fix"));
        Group::with_title(title)
            .elements(lines.into_iter().map(|(count, text)| {
                let name = voice.say("crowd-times", &[("count", count.into())]);
                Level::NOTE.with_name(name).message(text)
            }))
            .element(help(voice).message(fix))
    }

    fn headline(&self, voice: &Voice) -> String {
        let fault = self.first();
        let id = fault.rule.id;
        let numbers = [
            (COUNT, self.faults.len().into()),
            ("files", self.files().into()),
        ];
        let mut arguments = texts(fault);
        arguments.retain(|(name, _)| *name != COUNT);
        arguments.extend(numbers);
        if let Some(headline) = voice.find(&format!("{id}.many"), &arguments) {
            return headline;
        }
        let extent = voice.say("crowd-extent", &numbers);
        // What all of them say is said as it is.
        let is_one = self
            .faults
            .iter()
            .all(|other| other.arguments == fault.arguments);
        let message = match is_one {
            true => voice.say(id, &texts(fault)),
            false => voice.outline(id),
        };
        format!("{message} {extent}")
    }

    /// Each message with how often it is there and where first, the most frequent first.
    fn lines(&self, locator: &mut Locator<'a>, voice: &Voice) -> Vec<(usize, String)> {
        let mut alike: BTreeMap<Vec<&(&str, String)>, Vec<&'a Diagnostic>> = BTreeMap::new();
        for fault in &self.faults {
            let arguments = fault.arguments.iter();
            let telling = arguments.filter(|(name, _)| *name != EDITION && *name != COUNT);
            alike.entry(telling.collect()).or_default().push(fault);
        }
        let mut alike: Vec<Vec<&Diagnostic>> = alike.into_values().collect();
        alike.sort_by_key(|faults| (Reverse(faults.len()), faults[0].place.clone()));
        if let [faults] = alike.as_slice() {
            let places = places(faults, PLACES_ALONE, locator, voice);
            return vec![(faults.len(), places.join("\n"))];
        }
        let rest: usize = alike.iter().skip(MESSAGES).map(Vec::len).sum();
        let shown = alike.iter().take(MESSAGES).map(|faults| {
            let mut lines = vec![message(faults, voice)];
            lines.extend(places(faults, PLACES, locator, voice));
            (faults.len(), lines.join("\n"))
        });
        let mut lines: Vec<(usize, String)> = shown.collect();
        if rest > 0 {
            lines.push((rest, voice.say("crowd-others", &[])));
        }
        lines
    }
}

/// The argument that names editions.
const EDITION: &str = "edition";

fn texts(fault: &Diagnostic) -> Vec<(&'static str, Argument<'_>)> {
    let arguments = fault.arguments.iter();
    arguments
        .map(|(name, value)| (*name, Argument::of(name, value)))
        .collect()
}

/// What faults say that differ in their editions alone.
fn message(faults: &[&Diagnostic], voice: &Voice) -> String {
    let editions = faults.iter().flat_map(|fault| {
        let own = fault.arguments.iter().filter(|(name, _)| *name == EDITION);
        own.flat_map(|(_, names)| names.split(", "))
    });
    let editions: BTreeSet<&str> = editions.collect();
    let editions = editions.into_iter().collect::<Vec<_>>().join(", ");
    let mut arguments = texts(faults[0]);
    for (name, value) in &mut arguments {
        if *name == EDITION {
            *value = Argument::Text(&editions);
        }
    }
    voice.say(faults[0].rule.id, &arguments)
}

/// The first places of some faults, and how many more there are.
fn places<'a>(
    faults: &[&'a Diagnostic],
    limit: usize,
    locator: &mut Locator<'a>,
    voice: &Voice,
) -> Vec<String> {
    let places: Vec<_> = faults
        .iter()
        .filter_map(|fault| fault.place.as_ref())
        .collect();
    let shown = places.iter().take(limit);
    let mut lines: Vec<String> = shown.map(|place| written(&locator.locate(place))).collect();
    if places.len() > limit {
        let rest = places.len() - limit;
        lines.push(voice.say("crowd-more", &[(COUNT, rest.into())]));
    }
    lines
}

fn written(location: &Location<'_>) -> String {
    let path = escape(location.path);
    match location.region {
        Some(region) => format!("{path}:{}:{}", region.start.line, region.start.column),
        None => path.into_owned(),
    }
}

/// Each rule with how many faults there are against it, the worst and most frequent first.
pub(super) fn ranking(diagnostics: &[Diagnostic], voice: &Voice) -> String {
    let mut counts: BTreeMap<&str, (Severity, usize)> = BTreeMap::new();
    for fault in diagnostics {
        let (worst, count) = counts.entry(fault.rule.id).or_insert((fault.severity, 0));
        *worst = fault.severity.max(*worst);
        *count += 1;
    }
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, rank)| Reverse(*rank));
    let ranked = ranked.iter().map(|(rule, (_, count))| {
        let times = voice.say("crowd-times", &[(COUNT, (*count).into())]);
        format!("{times} {rule}")
    });
    let rules = ranked.collect::<Vec<_>>().join(", ");
    voice.say("crowd-ranking", &[("rules", rules.as_str().into())])
}
