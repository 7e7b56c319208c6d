//! Ids of headings, each given out once.

use std::collections::{BTreeMap, BTreeSet};

use super::{Kind, Literal, Node, Reading};

/// The ids that a reading has given out so far.
#[derive(Debug, Default)]
pub struct Ids {
    /// Each with the number to try next when it is claimed again.
    taken: BTreeMap<String, usize>,
}

impl Ids {
    /// The id of a heading: the author's own, or one made of its text; with a number behind it
    /// when an earlier heading has it.
    pub fn claim(&mut self, own: Option<&str>, text: &str) -> String {
        let base = own.map_or_else(|| id_of(text), str::to_owned);
        let Some(next) = self.taken.get(&base) else {
            self.taken.insert(base.clone(), 2);
            return base;
        };
        let mut number = *next;
        let mut id = format!("{base}-{number}");
        while self.taken.contains_key(&id) {
            number += 1;
            id = format!("{base}-{number}");
        }
        self.taken.insert(base, number + 1);
        self.taken.insert(id.clone(), 2);
        id
    }
}

/// Letters and digits of any script in lower case, the rest as single hyphens.
fn id_of(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    let lower = text.to_lowercase();
    for word in lower.split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() && !id.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    match id.is_empty() {
        true => "section".to_owned(),
        false => id,
    }
}

impl Reading<'_> {
    /// The ids of what is in it: those of its headings, and those that raw HTML or components were
    /// given. The theme may add others around it.
    pub fn ids(self) -> BTreeSet<String> {
        let headings = self.headings().into_iter().map(|heading| heading.id);
        headings
            .chain(self.descendants().flat_map(ids_of_node))
            .collect()
    }
}

fn ids_of_node(node: &Node) -> Vec<String> {
    match &node.kind {
        Kind::Component(component) => component
            .arguments
            .iter()
            .filter(|argument| argument.name == "id")
            .filter_map(|argument| match &argument.value {
                Literal::String(id) => Some(id.clone()),
                _ => None,
            })
            .collect(),
        Kind::Element { attributes, .. } => attributes
            .iter()
            .filter(|(name, _)| *name == "id")
            .map(|(_, id)| id.clone())
            .collect(),
        _ => Vec::new(),
    }
}
