//! What the register knows of digits: which line they are, and how else people write it.

use std::collections::BTreeMap;

use crate::model::campaign::Campaign;
use crate::parse::phone;
use crate::source::Digest;

/// From how many digits on a number of the register is recognised without anything around it that
/// says so: a code of five digits is no year and no price.
const TELLING: usize = 5;

/// The digits of the register, in every form in which people write them.
pub struct Register {
    lines: BTreeMap<String, String>,
    allowed: Vec<String>,
    countries: Vec<String>,
}

impl Register {
    /// The register of a campaign.
    pub fn new(campaign: &Campaign) -> Self {
        let mut lines = BTreeMap::new();
        for hotline in campaign.hotlines.values() {
            for channel in &hotline.channels {
                for form in channel.dial.iter().flat_map(|dial| forms(dial)) {
                    lines.entry(form).or_insert_with(|| hotline.id.clone());
                }
            }
        }
        let settings = &campaign.settings;
        let readers = settings
            .audiences
            .iter()
            .flat_map(|audience| audience.countries.iter().map(|(code, _)| code));
        let own = campaign.hotlines.values().map(|hotline| &hotline.country);
        let mut countries: Vec<String> = readers.chain(own).cloned().collect();
        countries.sort();
        countries.dedup();
        Self {
            lines,
            allowed: settings.allowed_numbers.keys().cloned().collect(),
            countries,
        }
    }

    /// The digest of all that it knows.
    pub fn digest(&self) -> Digest {
        let lines = self.lines.iter().flat_map(|(form, id)| [form, id]);
        let inputs = lines.chain(&self.allowed).chain(&self.countries);
        let counts = [self.lines.len(), self.allowed.len()].map(usize::to_le_bytes);
        let counts = counts.iter().map(|count| &count[..]);
        Digest::of_all(counts.chain(inputs.map(|text| text.as_bytes())))
    }

    /// A register of these lines, for tests: ids with what a telephone dials.
    #[cfg(test)]
    pub fn of(lines: &[(&str, &str)], allowed: &[&str], countries: &[&str]) -> Self {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Self {
            lines: lines
                .iter()
                .flat_map(|(id, dial)| forms(dial).into_iter().map(|form| (form, (*id).to_owned())))
                .collect(),
            allowed: owned(allowed),
            countries: owned(countries),
        }
    }

    /// The line that has these digits.
    pub fn line(&self, digits: &str) -> Option<&str> {
        self.lines.get(digits).map(String::as_str)
    }

    /// The line that has exactly these digits, when they are long enough or meant to be called.
    pub fn exact(&self, digits: &str, is_meant: impl Fn() -> bool) -> Option<&str> {
        self.line(digits)
            .filter(|_| digits.len() >= TELLING || is_meant())
            .filter(|_| !self.is_allowed(digits))
    }

    /// Whether campaign.toml says that these digits are no number to call.
    pub fn is_allowed(&self, digits: &str) -> bool {
        self.allowed.iter().any(|allowed| allowed == digits)
    }

    /// Whether a telephone in a country of the campaign would dial these digits.
    pub fn is_dialled(&self, digits: &str) -> bool {
        self.countries
            .iter()
            .any(|country| phone::is_dialled(digits, country))
    }
}

/// The ways in which people write what a telephone dials: with the code of the country or without
/// it, with the prefixes that are dialled before.
fn forms(dial: &str) -> Vec<String> {
    let digits: String = dial.chars().filter(char::is_ascii_digit).collect();
    let mut forms = vec![digits.clone()];
    if !dial.starts_with('+') {
        return forms;
    }
    forms.push(format!("00{digits}"));
    forms.push(format!("011{digits}"));
    if let Some(national) = digits.strip_prefix('1').filter(|rest| rest.len() == 10) {
        forms.push(national.to_owned());
    }
    if let Some(national) = digits.strip_prefix("52").filter(|rest| rest.len() == 10) {
        for prefix in ["", "01", "044", "045", "521"] {
            forms.push(format!("{prefix}{national}"));
        }
    }
    // Elsewhere the code of the country has one to three digits, and a 0 may stand for it.
    if forms.len() == 3 {
        for length in 1..=3.min(digits.len()) {
            let national = &digits[length..];
            if national.len() >= 7 {
                forms.push(national.to_owned());
                forms.push(format!("0{national}"));
            }
        }
    }
    forms
}
