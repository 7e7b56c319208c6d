//! The register as a readback holds it: every number in every form in which it may be printed.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::campaign::Campaign;
use crate::model::hotline::{Channel, ChannelKind, Hotline};

/// What a link does with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    /// `tel:`
    Call,
    /// `sms:`
    Text,
    /// `https://wa.me/`
    Whatsapp,
}

/// A number of the register.
#[derive(Clone, Debug)]
struct Number {
    /// What links to it may do.
    means: BTreeSet<Means>,
    /// The lines that have it.
    lines: BTreeSet<String>,
}

/// Every number of a campaign's register.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// By what a telephone dials, digits only.
    numbers: BTreeMap<String, Number>,
    /// A form in which a number is printed → what a telephone dials.
    forms: BTreeMap<String, BTreeSet<String>>,
    /// The name of a line, in any language → the lines called so.
    names: BTreeMap<String, BTreeSet<String>>,
    name_lengths: Vec<usize>,
    /// Where a link leads → the lines that are reached so.
    addresses: BTreeMap<String, BTreeSet<String>>,
    /// Digits that look like a number and are none, as campaign.toml says.
    allowed: BTreeSet<String>,
}

impl Register {
    /// What the register of this campaign says.
    pub fn new(campaign: &Campaign) -> Self {
        let mut register = Self {
            allowed: campaign.settings.allowed_numbers.keys().cloned().collect(),
            ..Self::default()
        };
        for hotline in campaign.hotlines.values() {
            for channel in &hotline.channels {
                register.add(hotline, channel);
                if let Some(href) = &channel.href {
                    let lines = register.addresses.entry(href.clone()).or_default();
                    lines.insert(hotline.id.clone());
                }
            }
        }
        for hotline in campaign.hotlines.values() {
            for name in hotline.name.values() {
                let lines = register.names.entry(name.trim().to_owned()).or_default();
                lines.insert(hotline.id.clone());
            }
        }
        register.name_lengths = register.names.keys().map(String::len).collect();
        register
    }

    fn add(&mut self, hotline: &Hotline, channel: &Channel) {
        let means = match channel.kind {
            ChannelKind::Voice | ChannelKind::Tty => Means::Call,
            ChannelKind::Text => Means::Text,
            ChannelKind::Whatsapp => Means::Whatsapp,
            _ => return,
        };
        let shown = digits(&channel.display);
        let linked = channel.href.as_deref().map(dialled);
        let dial = linked
            .filter(|dial| !dial.is_empty())
            .unwrap_or_else(|| shown.clone());
        if dial.is_empty() {
            return;
        }
        let number = self.numbers.entry(dial.clone()).or_insert_with(|| Number {
            means: BTreeSet::new(),
            lines: BTreeSet::new(),
        });
        number.means.insert(means);
        number.lines.insert(hotline.id.clone());
        let mut forms = vec![shown.clone(), dial.clone()];
        if dial.len() >= 10 {
            forms.extend([format!("00{dial}"), format!("011{dial}")]);
            // In North America the 1 in front may stay unsaid.
            forms.extend(shown.strip_prefix('1').map(str::to_owned));
        }
        for form in forms {
            self.forms.entry(form).or_default().insert(dial.clone());
        }
    }

    /// Whether there is no number in it: then nothing can be compared.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Whether these digits are a number of the register in one of its forms.
    pub fn knows(&self, digits: &str) -> bool {
        self.forms.contains_key(digits)
    }

    /// Whether campaign.toml says that these digits are no number to call.
    pub fn is_no_number(&self, digits: &str) -> bool {
        self.allowed.contains(digits)
    }

    /// Whether a link of these means may lead to these digits.
    pub fn allows(&self, digits: &str, means: Means) -> bool {
        self.numbers
            .get(digits)
            .is_some_and(|number| number.means.contains(&means))
    }

    /// Whether two forms are those of one number.
    pub fn is_same(&self, one: &str, other: &str) -> bool {
        match (self.forms.get(one), self.forms.get(other)) {
            (Some(one), Some(other)) => !one.is_disjoint(other),
            _ => one == other,
        }
    }

    /// The number of the register from which these digits differ in one place.
    pub fn near(&self, digits: &str) -> Option<&str> {
        self.forms
            .keys()
            .find(|form| {
                form.len() == digits.len()
                    && form
                        .bytes()
                        .zip(digits.bytes())
                        .filter(|(a, b)| a != b)
                        .count()
                        == 1
            })
            .map(String::as_str)
    }

    /// The lines that this text is the whole name of, with or without a country behind it.
    pub fn lines_named(&self, text: &str) -> Option<&BTreeSet<String>> {
        let named = |text: &str| {
            let is_likely = self.name_lengths.contains(&text.len());
            is_likely.then(|| self.names.get(text)).flatten()
        };
        let without_country = || text.strip_suffix(')')?.rsplit_once(" (");
        named(text).or_else(|| named(without_country()?.0))
    }

    /// Whether some of these lines have a number: what has none cannot be given a wrong one.
    pub fn has_number(&self, lines: &BTreeSet<String>) -> bool {
        let mut numbers = self.numbers.values();
        numbers.any(|number| !number.lines.is_disjoint(lines))
    }

    /// The lines that are reached at this address.
    pub fn lines_at(&self, address: &str) -> Option<&BTreeSet<String>> {
        self.addresses.get(address)
    }

    /// Whether one of these lines has the number of which these digits are a form.
    pub fn is_of(&self, digits: &str, lines: &BTreeSet<String>) -> bool {
        self.forms.get(digits).is_some_and(|numbers| {
            numbers
                .iter()
                .filter_map(|dial| self.numbers.get(dial))
                .any(|number| !number.lines.is_disjoint(lines))
        })
    }
}

/// The digits of a text.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// What a link of the register dials.
fn dialled(href: &str) -> String {
    let target = href
        .strip_prefix("https://wa.me/")
        .or_else(|| href.split_once(':').map(|(_, rest)| rest))
        .unwrap_or(href);
    digits(target.split(['?', ';']).next().unwrap_or(target))
}
