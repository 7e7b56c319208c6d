//! Lines that a page names: what stands behind the name of one is a way to reach that one.

use std::collections::BTreeSet;

use super::Page;
use crate::readback::number::{self, Chain};
use crate::readback::register::digits;
use crate::rules;

/// How far behind its name a line is spoken of at most, in bytes: a card says less.
const REACH: usize = 4096;

/// The lines that are spoken of.
pub(super) struct Spoken {
    lines: BTreeSet<String>,
    /// What was said since.
    since: String,
}

impl Page<'_, '_, '_> {
    /// A text between two tags.
    pub(super) fn segment(&mut self, start: usize) {
        let text = self.text[start..].trim();
        if text.is_empty() {
            return;
        }
        if self.directions.last().is_some_and(|(_, is_rtl)| *is_rtl) {
            let text = text.to_owned();
            self.check_direction(&text);
        }
        let text = self.text[start..].trim();
        let register = &self.inspector.readback.register;
        if let Some(lines) = self.named.take() {
            let is_number = text
                .chars()
                .all(|c| c.is_ascii_digit() || " -.()+*#\u{a0}\u{2011}".contains(c));
            let own = digits(text);
            if is_number && (3..=15).contains(&own.len()) && !register.is_of(&own, &lines) {
                let text = text.to_owned();
                self.inspector.find(rules::OUTPUT_NUMBER.id, "line", &text);
                return;
            }
        }
        if let Some(lines) = register.lines_named(text) {
            self.named = register.has_number(lines).then(|| lines.clone());
            self.spoken = Some(Spoken {
                lines: lines.clone(),
                since: String::new(),
            });
            return;
        }
        if let Some(spoken) = &mut self.spoken {
            spoken.since.push_str(text);
            spoken.since.push('\n');
            if spoken.since.len() > REACH {
                self.spoken = None;
            }
        }
    }

    /// In a text that runs from right to left, the groups of a number trade places, unless an element
    /// around it says that it runs the other way (Unicode Standard Annex 9, rule W4 and L2).
    fn check_direction(&mut self, text: &str) {
        if !number::may_hold_digits(text) {
            return;
        }
        let register = &self.inspector.readback.register;
        let is_turned = |chain: &Chain| chain.has_groups() && register.knows(&chain.digits());
        let chains = number::chains(text, |_, _| false);
        if let Some(chain) = chains.into_iter().find(is_turned) {
            let shown = &text[chain.range()];
            self.inspector
                .find(rules::OUTPUT_NUMBER.id, "turned", shown);
        }
    }

    /// A link of a line that is not the one spoken of, unless that is named in between, or the
    /// text's author put the link there.
    pub(super) fn check_line(&mut self, address: &str) {
        let readback = self.inspector.readback;
        let (Some(spoken), Some(owners)) = (&self.spoken, readback.register.lines_at(address))
        else {
            return;
        };
        let outline = self.inspector.outline;
        if !owners.is_disjoint(&spoken.lines)
            || outline.is_some_and(|outline| outline.links_to(address))
        {
            return;
        }
        let lines = owners
            .iter()
            .filter_map(|id| readback.campaign.hotlines.get(id));
        let mut names = lines.flat_map(|line| line.name.values());
        if names.any(|name| spoken.since.contains(name.trim())) {
            return;
        }
        self.inspector
            .find(rules::OUTPUT_NUMBER.id, "line", address);
    }
}
