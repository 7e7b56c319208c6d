//! Links of a page that dial: what one shows must be what it dials.

use super::Page;
use crate::readback::decode;
use crate::readback::inspector::whatsapp;
use crate::readback::markup::Tag;
use crate::readback::number;
use crate::readback::register::digits;
use crate::rules;

/// A link that has not ended yet.
pub(super) struct Link {
    /// What it dials, if it does.
    number: Option<String>,
    /// What it says so far.
    pub text: String,
}

impl Page<'_, '_, '_> {
    /// A link begins.
    pub(super) fn start_link(&mut self, tag: &Tag<'_>) {
        self.breaks.push(self.text.len());
        if self.link.is_some() {
            self.fault("nesting", "a");
        }
        let number = tag.get("href").and_then(|href| {
            let mut address = String::new();
            decode::references(href, &mut address);
            let is_call = ["tel:", "sms:"]
                .iter()
                .any(|scheme| address.starts_with(scheme));
            let number = match is_call {
                true => address[4..].split(['?', ';', '&']).next(),
                false => whatsapp(&address),
            };
            number.map(digits)
        });
        self.link = Some(Link {
            number,
            text: String::new(),
        });
    }

    /// What a link shows must be what it dials.
    pub(super) fn end_link(&mut self) {
        self.breaks.push(self.text.len());
        let Some(link) = self.link.take() else { return };
        let Some(number) = link.number else { return };
        let shown = link.text.trim();
        if shown.is_empty() {
            self.inspector
                .find(rules::OUTPUT_NUMBER.id, "unshown", &number);
            return;
        }
        let chains = number::chains(shown, |_, _| false);
        let register = &self.inspector.readback.register;
        let mut parts = chains.iter().flat_map(number::Chain::parts).peekable();
        let has_digits = parts.peek().is_some();
        if has_digits && !parts.any(|(_, digits)| register.is_same(&digits, &number)) {
            let what = format!("{shown} → {number}");
            self.inspector
                .find(rules::OUTPUT_NUMBER.id, "differs", &what);
        }
    }
}
