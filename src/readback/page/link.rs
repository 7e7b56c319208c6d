//! Links of a page that dial: what one shows must be what it dials.

use super::Page;
use crate::readback::decode;
use crate::readback::inspector::whatsapp;
use crate::readback::markup::Tag;
use crate::readback::number;
use crate::readback::register::digits;
use crate::rules;

/// What a link opens that shows an address of its own.
enum Reach {
    /// A telephone, with these digits.
    Number(String),
    /// A letter to this address.
    Mail(String),
}

/// A link that has not ended yet.
pub(super) struct Link {
    reach: Option<Reach>,
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
        let mut address = String::new();
        if let Some(href) = tag.get("href") {
            decode::references(href, &mut address);
        }
        self.check_line(&address);
        self.show_link(&address);
        self.link = Some(Link {
            reach: reach(&address),
            text: String::new(),
        });
    }

    /// What a link shows must be what it dials, or to whom it writes.
    pub(super) fn end_link(&mut self) {
        self.breaks.push(self.text.len());
        let Some(link) = self.link.take() else { return };
        let shown = link.text.trim();
        match link.reach {
            Some(Reach::Number(number)) => self.end_call(shown, &number),
            Some(Reach::Mail(address)) => self.end_letter(shown, &address),
            None => {}
        }
    }

    fn end_call(&mut self, shown: &str, number: &str) {
        if shown.is_empty() {
            self.inspector
                .find(rules::OUTPUT_NUMBER.id, "unshown", number);
            return;
        }
        let chains = number::chains(shown, |_, _| false);
        let register = &self.inspector.readback.register;
        let mut parts = chains.iter().flat_map(number::Chain::parts).peekable();
        let has_digits = parts.peek().is_some();
        if has_digits && !parts.any(|(_, digits)| register.is_same(&digits, number)) {
            self.differ(shown, number);
        }
    }

    fn end_letter(&mut self, shown: &str, address: &str) {
        let is_address = shown.contains('@') || shown.contains("://");
        let shown_lower = shown.to_lowercase();
        if is_address && !shown_lower.contains(&address.to_lowercase()) {
            self.differ(shown, address);
        }
    }

    fn differ(&mut self, shown: &str, reached: &str) {
        let what = format!("{shown} → {reached}");
        self.inspector
            .find(rules::OUTPUT_NUMBER.id, "differs", &what);
    }
}

fn reach(address: &str) -> Option<Reach> {
    let without_query = |text: &str| {
        text.split(['?', ';', '&'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    if let Some(mail) = address.strip_prefix("mailto:") {
        return Some(Reach::Mail(without_query(mail)));
    }
    let call = ["tel:", "sms:"]
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme));
    match call {
        Some(number) => Some(Reach::Number(digits(&without_query(number)))),
        None => whatsapp(address).map(|number| Reach::Number(digits(number))),
    }
}
