//! How much work each message is, before any of it is done.
//!
//! fluent-bundle stops at a hundred placeables, but by then it may have recursed a hundred
//! messages deep, each with its own nesting, and it panics when it stops inside a nested placeable
//! (`write_error` of resolver/inline_expression.rs, 0.16.0). So messages that could come so far
//! are never handed to it.

use std::collections::BTreeMap;

use crate::model::message::Vocabulary;

/// The most placeables in a message and all it refers to: the limit of fluent-bundle.
const PLACEABLES: usize = 100;

/// The deepest nesting in a message and all it refers to. One message may have 32 (`parse`); at a
/// kilobyte or two of stack for each, this stays far below what a thread has.
const NESTING: usize = 128;

/// What formatting a message takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Always the same text.
    Constant,
    /// It depends on arguments.
    Variable,
    /// More than is allowed.
    Excessive,
    /// It, or one that it refers to, refers to itself.
    Endless,
}

/// The effort of every id that comes to an end; those that are not here are endless.
pub fn efforts<'a>(vocabulary: &Vocabulary<'a>) -> BTreeMap<&'a str, Effort> {
    let mut totals: BTreeMap<&str, Total> = BTreeMap::new();
    for id in vocabulary.order() {
        let Some(entry) = vocabulary.get(id) else {
            continue;
        };
        let weight = &entry.definition.weight;
        let mut total = Total {
            placeables: weight.placeables,
            nesting: 0,
            variable: !entry.definition.variables.is_empty(),
        };
        for (name, times) in &weight.references {
            if let Some(inside) = totals.get(name.as_str()) {
                let placeables = inside.placeables.saturating_mul(*times);
                total.placeables = total.placeables.saturating_add(placeables);
                total.nesting = total.nesting.max(inside.nesting);
                total.variable |= inside.variable;
            }
        }
        total.nesting = total.nesting.saturating_add(weight.nesting);
        totals.insert(id, total);
    }
    totals
        .into_iter()
        .map(|(id, total)| (id, total.effort()))
        .collect()
}

struct Total {
    placeables: usize,
    nesting: usize,
    variable: bool,
}

impl Total {
    fn effort(&self) -> Effort {
        if self.placeables > PLACEABLES || self.nesting > NESTING {
            return Effort::Excessive;
        }
        if self.variable {
            Effort::Variable
        } else {
            Effort::Constant
        }
    }
}
