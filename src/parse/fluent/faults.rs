//! What is wrong between messages: doubles, circles, and references that lead nowhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{self, Diagnostic, Place};
use crate::model::locale::{Locale, LocaleTag};
use crate::model::message::{Entry, Messages, Reference, Resource, Vocabulary, owner_of};
use crate::rules;
use crate::source::Span;

/// Messages and terms that two files of one layer and locale define. (What one file defines
/// twice, [`super::parse`] has told.) The first of them counts.
pub fn duplicates(resources: &[Resource]) -> Vec<Diagnostic> {
    let mut first: BTreeMap<_, Place> = BTreeMap::new();
    let mut found = Vec::new();
    for resource in resources {
        for (name, span) in owners(resource) {
            let place = Place::new(&resource.path, span);
            let key = (resource.layer, &resource.locale, name);
            let Some(earlier) = first.get(&key) else {
                first.insert(key, place);
                continue;
            };
            let diagnostic = Diagnostic::new(&rules::DUPLICATE_MESSAGE)
                .at(place)
                .also(earlier.clone())
                .with("name", name);
            found.push(diagnostic);
        }
    }
    found
}

/// The messages and terms of a file, each with where it begins.
fn owners(resource: &Resource) -> BTreeMap<&str, Span> {
    let mut owners: BTreeMap<&str, Span> = BTreeMap::new();
    for (id, definition) in &resource.definitions {
        let span = owners.entry(owner_of(id)).or_insert(definition.span);
        *span = definition.span.min(*span);
    }
    owners
}

/// Messages that refer to themselves, in any of `locales`, each once at its definition.
pub fn cycles(messages: &Messages, locales: &[Locale]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for chain in chains(locales) {
        let vocabulary = messages.vocabulary(chain);
        let ordered: BTreeSet<&str> = vocabulary.order().into_iter().collect();
        for (id, entry) in vocabulary.iter() {
            if !ordered.contains(id) && leads_back(&vocabulary, id) {
                let diagnostic = Diagnostic::new(&rules::CYCLIC_MESSAGE)
                    .at(entry.place())
                    .with("name", id);
                found.push(diagnostic);
            }
        }
    }
    diagnostic::sort(&mut found);
    found
}

fn leads_back(vocabulary: &Vocabulary<'_>, id: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![id];
    while let Some(entry) = waiting.pop().and_then(|next| vocabulary.get(next)) {
        for name in entry.definition.weight.references.keys() {
            if name == id {
                return true;
            }
            if vocabulary.get(name).is_some() && seen.insert(name) {
                waiting.push(name);
            }
        }
    }
    false
}

/// References to messages and terms that no locale of the chain defines, and to terms without a
/// variable that they print: Fluent would show `{$name}` to the reader, and say nothing.
pub fn references(messages: &Messages, locales: &[Locale]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for chain in chains(locales) {
        let vocabulary = messages.vocabulary(chain.iter().copied());
        let printed = printed(&vocabulary);
        let language = chain[0].language();
        let own = chain.iter().take_while(|tag| tag.language() == language);
        for resource in own.flat_map(|tag| messages.of(tag)) {
            let references = resource
                .definitions
                .values()
                .flat_map(|own| &own.references);
            for reference in references {
                let Some(entry) = vocabulary.get(&reference.name) else {
                    found.push(missing(&vocabulary, resource, reference));
                    continue;
                };
                let needed = printed.get(reference.name.as_str());
                if let Some(needed) = needed.filter(|_| reference.name.starts_with('-')) {
                    found.extend(lacking(resource, reference, entry, needed));
                }
            }
        }
    }
    diagnostic::sort(&mut found);
    found
}

fn missing(vocabulary: &Vocabulary<'_>, resource: &Resource, reference: &Reference) -> Diagnostic {
    let known = vocabulary.iter().map(|(id, _)| id);
    Diagnostic::new(&rules::MISSING_MESSAGE)
        .at(Place::new(&resource.path, reference.span))
        .with("name", &reference.name)
        .with("locale", &resource.locale)
        .suggest(diagnostic::closest(&reference.name, known))
}

fn lacking(
    resource: &Resource,
    reference: &Reference,
    term: Entry<'_>,
    needed: &BTreeSet<&str>,
) -> Vec<Diagnostic> {
    let given = |name: &&&str| reference.arguments.iter().any(|given| given == **name);
    let absent = needed.iter().filter(|name| !given(name));
    absent
        .map(|variable| {
            Diagnostic::new(&rules::MISSING_VARIABLE)
                .at(Place::new(&resource.path, reference.span))
                .also(term.place())
                .with("name", &reference.name)
                .with("variable", variable)
        })
        .collect()
}

/// The variables that show in the text of each id, its own and those of the messages in it. The
/// terms in it have variables of their own.
fn printed<'a>(vocabulary: &Vocabulary<'a>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut printed: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for id in vocabulary.order() {
        let Some(entry) = vocabulary.get(id) else {
            continue;
        };
        let own = entry.definition.printed.iter().map(String::as_str);
        let mut all: BTreeSet<&str> = own.collect();
        for name in entry.definition.weight.references.keys() {
            let inside = printed.get(name.as_str()).into_iter().flatten();
            if !name.starts_with('-') {
                all.extend(inside);
            }
        }
        printed.insert(id, all);
    }
    printed
}

/// The chains along which references are followed: each locale's, and those of the other
/// languages that it falls back on.
fn chains(locales: &[Locale]) -> BTreeSet<Vec<&LocaleTag>> {
    let mut chains = BTreeSet::new();
    for locale in locales {
        let chain = locale.chain();
        for start in 0..chain.len() {
            let follows = start > 0 && chain[start - 1].language() == chain[start].language();
            if !follows {
                chains.insert(chain[start..].to_vec());
            }
        }
    }
    chains
}
