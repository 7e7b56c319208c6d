//! Messages in two languages: each is there in both, with the same facts, variants, variables,
//! functions and terms, and in other words.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::locale::{Locale, LocaleTag};
use crate::model::message::{Definition, Resource, owner_of};
use crate::rules;
use crate::source::Span;

use super::{facts, grouped, variants};

/// Fewer words than this may be a name, or a word that two languages share.
const ENOUGH_WORDS: usize = 3;

/// As many of them begin with a small letter: the others may be names.
const ENOUGH_COMMON_WORDS: usize = 2;

/// A topic without a name is told with the pages that are about it.
const TOPIC: &str = "topic-";

/// The variable that every message can select on: a language may need it where another does not.
const AUDIENCE: &str = "audience";

/// How the messages of the campaign's languages differ from those of its source language.
pub fn check(campaign: &Campaign) -> Vec<Diagnostic> {
    let source = &campaign.settings.source_locale;
    let others = campaign
        .settings
        .locales
        .iter()
        .filter(|locale| locale.tag != *source);
    others
        .filter(|locale| own(campaign, &locale.tag).next().is_some())
        .flat_map(|locale| {
            let mut faults = missing(campaign, source, locale);
            faults.extend(missing(
                campaign,
                &locale.tag,
                campaign.settings.locale(source),
            ));
            faults.extend(differing(campaign, source, &locale.tag));
            faults
        })
        .collect()
}

/// The campaign's own files of a locale.
fn own<'a>(campaign: &'a Campaign, tag: &'a LocaleTag) -> impl Iterator<Item = &'a Resource> {
    let resources = campaign.messages.of(tag);
    resources.filter(|resource| resource.is_own())
}

/// What `from` has and `to` has not, not even from a fallback in the same language. By file.
fn missing(campaign: &Campaign, from: &LocaleTag, to: &Locale) -> Vec<Diagnostic> {
    let chain: Vec<&LocaleTag> = to
        .chain()
        .into_iter()
        .filter(|tag| tag.language() == to.tag.language())
        .collect();
    let is_there = |id: &str| {
        let mut tags = chain.iter();
        tags.any(|tag| campaign.messages.definition(tag, id).is_some())
    };
    own(campaign, from)
        .filter_map(|resource| {
            // A term is its language's own affair, and what is not there has no attributes either.
            let definitions = resource.definitions.iter();
            let definitions = definitions.filter(|(id, _)| {
                let owner = owner_of(id);
                !id.starts_with('-')
                    && !id.starts_with(TOPIC)
                    && (owner == id.as_str() || is_there(owner))
            });
            let missing: Vec<(&str, Span)> = definitions
                .filter(|(id, _)| !is_there(id))
                .map(|(id, definition)| (id.as_str(), definition.span))
                .collect();
            let fault = Diagnostic::new(&rules::MISSING_IN_LOCALE).with("locale", &to.tag);
            grouped(fault, &resource.path, missing)
        })
        .collect()
}

/// The messages that are there in both and differ in what they are built from, one by one, and
/// those that do not differ at all, by file.
fn differing(campaign: &Campaign, source: &LocaleTag, locale: &LocaleTag) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for resource in own(campaign, locale) {
        let mut identical: Vec<(&str, Span)> = Vec::new();
        for (id, definition) in &resource.definitions {
            let original = own(campaign, source)
                .find_map(|other| other.definitions.get(id).map(|found| (other, found)));
            let Some((other, original)) = original else {
                continue;
            };
            let differences = differences(original, definition, locale);
            faults.extend(differences.into_iter().map(|difference| {
                Diagnostic::new(&rules::MESSAGE_DIFFERS)
                    .at(Place::new(&resource.path, definition.span))
                    .also(Place::new(&other.path, original.span))
                    .with("name", id)
                    .with("kind", difference.kind)
                    .with("expected", written(&difference.expected))
                    .with("found", written(&difference.found))
            }));
            if source.language() != locale.language() && is_same(original, definition) {
                identical.push((id, definition.span));
            }
        }
        let fault = Diagnostic::new(&rules::IDENTICAL_MESSAGE).with("locale", locale);
        faults.extend(grouped(fault, &resource.path, identical));
    }
    faults
}

/// What only one of two messages is built from.
struct Difference {
    kind: &'static str,
    expected: Vec<String>,
    found: Vec<String>,
}

fn differences(
    original: &Definition,
    translation: &Definition,
    locale: &LocaleTag,
) -> Vec<Difference> {
    let terms = |definition: &Definition| -> Vec<String> {
        let names = definition
            .references
            .iter()
            .map(|reference| &reference.name);
        names
            .filter(|name| name.starts_with('-'))
            .cloned()
            .collect()
    };
    let signed = |names: Vec<String>| names.iter().map(|name| format!("${name}")).collect();
    let (lost, added) = facts::differing(original, translation);
    let (expected, found) = variants::differing(original, translation, locale);
    let kinds = [
        ("facts", lost, added),
        ("variants", expected, found),
        (
            "variables",
            // What only selects a variant in one language may be of no use in the other.
            signed(without(&original.printed, &translation.variables)),
            signed(without(&translation.printed, &original.variables)),
        ),
        (
            "functions",
            without(&original.functions, &translation.functions),
            without(&translation.functions, &original.functions),
        ),
        (
            "terms",
            without(&terms(original), &terms(translation)),
            without(&terms(translation), &terms(original)),
        ),
    ];
    kinds
        .into_iter()
        .filter(|(_, expected, found)| !expected.is_empty() || !found.is_empty())
        .map(|(kind, expected, found)| Difference {
            kind,
            expected,
            found,
        })
        .collect()
}

/// The names that the others are not among.
fn without(names: &[String], others: &[String]) -> Vec<String> {
    let names: BTreeSet<&String> = names
        .iter()
        .filter(|name| !others.contains(name) && *name != AUDIENCE)
        .collect();
    names.into_iter().cloned().collect()
}

fn written(names: &[String]) -> String {
    match names {
        [] => "–".to_owned(),
        names => names.join(", "),
    }
}

/// Whether two messages say the same, and more than a name.
fn is_same(original: &Definition, translation: &Definition) -> bool {
    let words = translation.words();
    let words: Vec<&str> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    let common = words
        .iter()
        .filter(|word| word.starts_with(char::is_lowercase));
    words.len() >= ENOUGH_WORDS
        && common.count() >= ENOUGH_COMMON_WORDS
        && original.words() == translation.words()
}
