//! Facts in messages: the numbers, days and addresses of both languages are the same, whichever
//! variants they stand in.

use std::collections::BTreeMap;

use crate::check::language::detector::names_address;
use crate::check::translation::addresses::Address;
use crate::check::translation::numbers::{numbers, says_in_words};
use crate::model::message::Definition;

/// What only the original states, and what only the translation does.
pub fn differing(original: &Definition, translation: &Definition) -> (Vec<String>, Vec<String>) {
    let [theirs, ours] = [original, translation].map(Definition::words);
    // A variant in one language may say again what another says: how often is not compared.
    let lacking = |one: &str, other: &str| {
        let known = stated(other);
        let open = stated(one).into_iter();
        let open =
            open.filter(|(fact, _)| !known.contains_key(fact) && !says_in_words(other, fact));
        open.map(|(_, written)| written).collect::<Vec<_>>()
    };
    let (mut lost, mut added) = (lacking(&theirs, &ours), lacking(&ours, &theirs));
    let [addresses, localized] = [&theirs, &ours].map(|text| addresses(text));
    let without = |one: &[&str], other: &[&str]| {
        let is_alone = |address: &&&str| {
            let address = Address::new(address);
            !other
                .iter()
                .any(|other| address.may_be(&Address::new(other)))
        };
        let alone = one.iter().filter(is_alone);
        alone
            .map(|address| (*address).to_owned())
            .collect::<Vec<_>>()
    };
    lost.extend(without(&addresses, &localized));
    added.extend(without(&localized, &addresses));
    (lost, added)
}

/// Numbers, by what they compare as.
fn stated(text: &str) -> BTreeMap<String, String> {
    let numbers = numbers(text).into_iter();
    numbers
        .map(|number| (number.value, number.written))
        .collect()
}

/// Addresses of the web and of mail.
fn addresses(text: &str) -> Vec<&str> {
    let words = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/' && c != '#'));
    words.filter(|word| names_address(word)).collect()
}
