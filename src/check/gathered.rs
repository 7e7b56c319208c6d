//! Faults that several editions have: each is told once, with the names of all of them.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place};
use crate::model::audience::Edition;

/// What makes two faults the same: place, rule and arguments.
type Key = (Option<Place>, &'static str, Vec<(&'static str, String)>);

/// Faults with the editions that have them.
#[derive(Default)]
pub struct Gathered {
    faults: BTreeMap<Key, (Diagnostic, Vec<String>)>,
}

impl Gathered {
    /// Adds a fault of an edition.
    pub fn put(&mut self, fault: Diagnostic, edition: &Edition) {
        let key = (fault.place.clone(), fault.rule.id, fault.arguments.clone());
        let name = edition.to_string();
        let (_, editions) = self
            .faults
            .entry(key)
            .or_insert_with(|| (fault, Vec::new()));
        if !editions.contains(&name) {
            editions.push(name);
        }
    }

    /// The faults, each with its `edition`.
    pub fn finish(self) -> Vec<Diagnostic> {
        self.faults
            .into_values()
            .map(|(fault, mut editions)| {
                editions.sort();
                fault.with("edition", editions.join(", "))
            })
            .collect()
    }
}
