//! Facts: what must be the same in every language. Numbers and dates, addresses, and the ids of
//! messages, hotlines and claims.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::check::passage::Passage;
use crate::diagnostic::Diagnostic;
use crate::model::document::{Argument, Component, Literal, Mark, MarkKind};
use crate::rules;
use crate::source::Span;

use super::Pair;
use super::addresses::Address;
use super::groups::{Group, groups};
use super::numbers::{numbers, says_in_words};
use super::spelled::differing;

/// What some passages state: what it compares as → how it is written, once for each time.
type Facts = BTreeMap<String, Vec<String>>;

/// A fact of one that the other does not have.
struct Difference {
    expected: Option<String>,
    found: Option<String>,
    original: Span,
    translation: Span,
}

/// The facts that differ, told once with the first.
pub fn check(pair: &Pair<'_>) -> Option<Diagnostic> {
    let groups = groups(pair);
    let mut differences: Vec<Difference> = groups.iter().flat_map(compare).collect();
    differences.extend(groups.iter().flat_map(|group| in_words(pair, group)));
    differences.extend(loose(pair));
    let first = differences.first()?;
    let written = |fact: &Option<String>| fact.clone().unwrap_or_else(|| "–".to_owned());
    let mut fault = Diagnostic::new(&rules::FACTS_DIFFER)
        .at(pair.translation.place(first.translation))
        .also(pair.original.place(first.original))
        .with("expected", written(&first.expected))
        .with("found", written(&first.found))
        .with("count", differences.len());
    fault.severity = pair.translation.severity();
    let mut others: Vec<Span> = differences.iter().map(|other| other.translation).collect();
    others.dedup();
    let others = others.into_iter().skip(1);
    Some(fault.also_at(others.map(|span| pair.translation.place(span))))
}

fn compare((theirs, ours): &Group<'_, '_>) -> Vec<Difference> {
    let [mut expected, mut found] = [theirs, ours].map(|passages| facts(passages));
    strike_equal(&mut expected, &mut found);
    strike_localized(&mut expected, &mut found);
    if expected.values().chain(found.values()).all(Vec::is_empty) {
        return Vec::new();
    }
    let [original, translation] = [theirs, ours].map(|passages| text(passages));
    let is_any_time = original.contains(ANY_TIME) || translation.contains(ANY_TIME);
    let [missing, added] = [(expected, &translation), (found, &original)].map(|(facts, other)| {
        let open = facts
            .into_iter()
            .filter(|(fact, _)| !(is_any_time && ANY_TIME.split('/').any(|part| part == fact)))
            .filter(|(fact, _)| !says_in_words(other, fact));
        open.flat_map(|(_, written)| written).collect::<Vec<_>>()
    });
    (0..missing.len().max(added.len()))
        .map(|at| {
            let (expected, found) = (missing.get(at).cloned(), added.get(at).cloned());
            Difference {
                original: holder(theirs, expected.as_deref()),
                translation: holder(ours, found.as_deref()),
                expected,
                found,
            }
        })
        .collect()
}

/// What the two say otherwise in words, where their digits are the same.
fn in_words(pair: &Pair<'_>, group: &Group<'_, '_>) -> Vec<Difference> {
    let (theirs, ours) = group;
    let found = differing(
        (pair.original.language(), &text(theirs)),
        (pair.translation.language(), &text(ours)),
    );
    let difference = |(expected, found): (String, String)| Difference {
        original: holder(theirs, Some(&expected)),
        translation: holder(ours, Some(&found)),
        expected: Some(expected),
        found: Some(found),
    };
    found.into_iter().map(difference).collect()
}

/// Around the clock: each language has its own way to say so.
const ANY_TIME: &str = "24/7";

fn text<'p>(passages: &[&'p Passage<'_>]) -> Cow<'p, str> {
    if let [passage] = passages {
        return Cow::Borrowed(&passage.text);
    }
    let texts = passages.iter().map(|passage| passage.text.as_str());
    Cow::Owned(texts.collect::<Vec<_>>().join("\n"))
}

/// Where a fact stands: its own characters, else the first block.
fn holder(passages: &[&Passage<'_>], fact: Option<&str>) -> Span {
    let exact = passages.iter().find_map(|passage| {
        let link = passage
            .marks
            .iter()
            .find(|mark| matches!(mark.kind, MarkKind::Link(to) if Some(to) == fact));
        let in_text = || {
            let start = passage.text.find(fact?)?;
            Some(passage.place(start..start + fact?.len()))
        };
        link.map(|link| link.span).or_else(in_text)
    });
    let first = passages.first().map(|passage| passage.span);
    exact.or(first).unwrap_or_default()
}

fn facts(passages: &[&Passage<'_>]) -> Facts {
    let mut facts = Facts::new();
    for passage in passages {
        for number in numbers(&passage.text) {
            facts.entry(number.value).or_default().push(number.written);
        }
        for (key, written) in passage.marks.iter().flat_map(stated) {
            facts.entry(key).or_default().push(written);
        }
    }
    facts
}

/// What a link, a message or a component states: what it compares as, and how it is written.
fn stated(mark: &Mark<'_>) -> Vec<(String, String)> {
    let plain = |value: String| (value.clone(), value);
    match mark.kind {
        MarkKind::Link(destination) => {
            vec![(format!("{LINK}{destination}"), destination.to_owned())]
        }
        MarkKind::Message(id, arguments) => {
            let own = (format!("message {id}"), format!(":t[{id}]"));
            std::iter::once(own)
                .chain(values(arguments).map(plain))
                .collect()
        }
        MarkKind::Component(component) => {
            let name = &component.name;
            let id = id_of(component).map(|id| format!("{name}[{id}]"));
            let others = || component.arguments.iter().filter(|one| one.name != "id");
            let names = others().filter_map(|one| match &one.value {
                Literal::String(value) if is_id(value) && value.contains('-') => {
                    Some(format!("{name}{{{}={value}}}", one.name))
                }
                _ => None,
            });
            let stated = id.into_iter().chain(names).chain(values(others()));
            stated.map(plain).collect()
        }
        _ => Vec::new(),
    }
}

/// What components on lines of their own state in one language alone.
fn loose(pair: &Pair<'_>) -> Vec<Difference> {
    let side = |marks: &[Mark<'_>]| -> Vec<(String, String, Span)> {
        let marks = marks.iter();
        marks
            .flat_map(|mark| {
                let stated = stated(mark).into_iter();
                stated
                    .map(|(key, written)| (key, written, mark.span))
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    let (mut expected, mut found) = (side(&pair.original.loose), side(&pair.translation.loose));
    expected.retain(|(key, _, _)| {
        let at = found.iter().position(|(other, _, _)| other == key);
        at.map(|at| found.remove(at)).is_none()
    });
    (0..expected.len().max(found.len()))
        .map(|at| {
            let span = |side: &[(String, String, Span)]| side.get(at).map(|(_, _, span)| *span);
            let written = |side: &[(String, String, Span)]| Some(side.get(at)?.1.clone());
            Difference {
                original: span(&expected).unwrap_or_default(),
                translation: span(&found).unwrap_or_default(),
                expected: written(&expected),
                found: written(&found),
            }
        })
        .collect()
}

/// What the keys of links begin with.
const LINK: &str = "link ";

/// The numbers and days among some arguments.
fn values<'a>(arguments: impl IntoIterator<Item = &'a Argument>) -> impl Iterator<Item = String> {
    arguments.into_iter().filter_map(|argument| {
        Some(match &argument.value {
            Literal::Integer(number) => number.to_string(),
            Literal::Float(number) => number.to_string(),
            // Several words are a text, whose numbers are read as those of any other.
            Literal::String(text)
                if text.starts_with(|c: char| c.is_ascii_digit())
                    && !text.contains(char::is_whitespace) =>
            {
                text.clone()
            }
            _ => return None,
        })
    })
}

/// The id of what a component shows: `nhth` of `:hotline[nhth]`.
fn id_of(component: &Component) -> Option<&str> {
    let named = component.arguments.iter().find(|one| one.name == "id");
    match &named.or(component.label.as_ref())?.value {
        Literal::String(id) if named.is_some() || is_id(id) => Some(id),
        _ => None,
    }
}

fn is_id(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    text.chars().all(is_sign)
}

/// Strikes what both state, as often as both do.
fn strike_equal(expected: &mut Facts, found: &mut Facts) {
    for (fact, theirs) in expected.iter_mut() {
        let Some(ours) = found.get_mut(fact) else {
            continue;
        };
        let both = theirs.len().min(ours.len());
        theirs.drain(..both);
        ours.drain(..both);
    }
}

/// Strikes links that lead to one page, each to that in its language.
fn strike_localized(expected: &mut Facts, found: &mut Facts) {
    for (_, theirs) in expected
        .iter_mut()
        .filter(|(fact, _)| fact.starts_with(LINK))
    {
        theirs.retain(|their| {
            let their = Address::new(their);
            let mut links = found.iter_mut().filter(|(fact, _)| fact.starts_with(LINK));
            !links.any(|(_, ours)| {
                let at = ours.iter().position(|our| their.may_be(&Address::new(our)));
                at.map(|at| ours.remove(at)).is_some()
            })
        });
    }
}
