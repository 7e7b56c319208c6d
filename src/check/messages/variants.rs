//! Variants of messages: what one language tells apart, the other does, too, unless it is a number,
//! which each language counts in its own way.

use std::collections::BTreeSet;

use crate::model::locale::LocaleTag;
use crate::model::message::{Definition, PLURAL_CATEGORIES, Selector};

/// The variants that only the original has, and those that only the translation has or that can
/// never be chosen.
pub fn differing(
    original: &Definition,
    translation: &Definition,
    locale: &LocaleTag,
) -> (Vec<String>, Vec<String>) {
    let names = original.selectors.iter().map(|selector| &selector.on);
    let names: BTreeSet<&String> = names.collect();
    let (mut expected, mut found) = (Vec::new(), Vec::new());
    for name in names {
        let [theirs, ours] = [original, translation].map(|definition| choices(definition, name));
        let is_count = |all: &[&Selector]| all.iter().any(|selector| selector.is_count);
        if is_count(&theirs) || is_count(&ours) {
            let mut wrong = names_of(&ours);
            if let Some(key) = wrong.find(|key| !is_counted(key, locale)) {
                expected.extend(names_of(&theirs).cloned());
                found.push(key.clone());
            }
            continue;
        }
        expected.extend(lacking(&theirs, &ours));
        found.extend(lacking(&ours, &theirs));
    }
    (expected, found)
}

fn choices<'a>(definition: &'a Definition, on: &str) -> Vec<&'a Selector> {
    let selectors = definition.selectors.iter();
    selectors.filter(|selector| selector.on == on).collect()
}

/// The names of the variants but those of the last resort.
fn names_of<'a>(selectors: &'a [&Selector]) -> impl Iterator<Item = &'a String> {
    let keys = selectors.iter().flat_map(|selector| &selector.keys);
    keys.map(|key| &key.name)
}

/// The variants of one that the other does not have.
fn lacking(one: &[&Selector], other: &[&Selector]) -> Vec<String> {
    let all = |selector: &&&Selector, key: &String| {
        selector.keys.iter().any(|own| own.name == *key) || selector.last_resort == *key
    };
    let keys: BTreeSet<&String> = names_of(one).collect();
    let alone = keys
        .into_iter()
        .filter(|key| !other.iter().any(|selector| all(&selector, key)));
    alone.cloned().collect()
}

/// Whether a number can ever choose this variant in this language.
fn is_counted(key: &str, locale: &LocaleTag) -> bool {
    if key.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return true;
    }
    let categories: &[&str] = match locale.language() {
        "en" => &["one", "other"],
        "es" => &["one", "many", "other"],
        _ => &PLURAL_CATEGORIES,
    };
    categories.contains(&key)
}
