//! Lines and the readers of an edition: whether they can reach them, tell them apart, understand
//! who answers, and know before they call.

use super::offers::Offer;
use super::place_in_settings;
use crate::check::gathered::Gathered;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::audience::Audience;
use crate::model::campaign::Campaign;
use crate::model::hotline::{Hotline, in_locale};
use crate::model::locale::Locale;
use crate::model::site::EditionSite;
use crate::rules;

/// What is wrong with the offers of an edition for its readers.
pub fn check(
    campaign: &Campaign,
    edition: &EditionSite,
    offers: &[Offer<'_>],
    faults: &mut Gathered,
) {
    let readers = Readers {
        edition,
        audience: &campaign.settings.audiences[edition.audience],
        locale: campaign.settings.locale(&edition.edition.locale),
        lines: lines(offers),
    };
    for offer in offers {
        readers.reach(offer, faults);
        readers.know(offer, faults);
    }
    readers.cover(faults);
    readers.speak(faults);
    readers.tell_apart(faults);
}

/// The lines that are offered, each once.
fn lines<'a>(offers: &[Offer<'a>]) -> Vec<&'a Hotline> {
    let mut lines: Vec<&Hotline> = Vec::new();
    for offer in offers {
        if !lines.iter().any(|line| line.id == offer.hotline.id) {
            lines.push(offer.hotline);
        }
    }
    // In the order of the register, so that two editions tell of two lines in one way.
    lines.sort_by_key(|line| line.span);
    lines
}

struct Readers<'a> {
    edition: &'a EditionSite,
    audience: &'a Audience,
    locale: &'a Locale,
    lines: Vec<&'a Hotline>,
}

impl Readers<'_> {
    fn put(&self, fault: Diagnostic, faults: &mut Gathered) {
        faults.put(fault, &self.edition.edition);
    }

    /// A line that none of their countries reaches.
    fn reach(&self, offer: &Offer<'_>, faults: &mut Gathered) {
        let countries = &self.audience.countries;
        let reaches = countries
            .iter()
            .any(|(country, _)| offer.hotline.reaches(country));
        if countries.is_empty() || reaches {
            return;
        }
        let names: Vec<&str> = countries.iter().map(|(code, _)| code.as_str()).collect();
        let fault = Diagnostic::new(&rules::UNREACHABLE_HOTLINE)
            .at(offer.place.clone())
            .with("name", &offer.hotline.id)
            .with("country", names.join(", "));
        self.put(fault, faults);
    }

    /// In a discreet edition, who answers and what they share is said of each line.
    fn know(&self, offer: &Offer<'_>, faults: &mut Gathered) {
        if !self.audience.discreet {
            return;
        }
        let hotline = offer.hotline;
        let texts = [
            ("operator", &hotline.operator),
            ("data_sharing", &hotline.data_sharing),
        ];
        for (key, text) in texts {
            if in_locale(text, &self.locale.chain()).is_some_and(|text| !text.trim().is_empty()) {
                continue;
            }
            let fault = Diagnostic::new(&rules::INCOMPLETE_HOTLINE)
                .at(offer.place.clone())
                .also(Place::new(&hotline.path, hotline.span))
                .with("name", &hotline.id)
                .with("value", key);
            self.put(fault, faults);
        }
    }

    /// A country from which nothing is reached.
    fn cover(&self, faults: &mut Gathered) {
        for (country, span) in &self.audience.countries {
            if self.lines.is_empty() || self.lines.iter().any(|line| line.reaches(country)) {
                continue;
            }
            let fault = Diagnostic::new(&rules::UNCOVERED_COUNTRY)
                .at(place_in_settings(Some(*span)))
                .with("country", country);
            self.put(fault, faults);
        }
    }

    /// Lines where their language is not spoken; when it is so on all, that is the fault.
    fn speak(&self, faults: &mut Gathered) {
        let tag = &self.locale.tag;
        // A line that nothing leads to is a fault already.
        let reached = || self.lines.iter().filter(|line| !line.channels.is_empty());
        let foreign: Vec<&&Hotline> = reached().filter(|line| !line.speaks(tag)).collect();
        if !foreign.is_empty() && foreign.len() == reached().count() {
            let list = self.audience.hotlines.as_ref();
            let span = list.and_then(|list| list.first()).map(|(_, span)| *span);
            let fault = Diagnostic::new(&rules::SPEECHLESS_EDITION)
                .at(place_in_settings(span))
                .with("locale", tag);
            return self.put(fault, faults);
        }
        for hotline in foreign {
            let fault = Diagnostic::new(&rules::UNSPOKEN_LANGUAGE)
                .at(Place::new(&hotline.path, hotline.span))
                .with("name", &hotline.id)
                .with("locale", tag);
            self.put(fault, faults);
        }
    }

    /// Two lines that are called alike.
    fn tell_apart(&self, faults: &mut Gathered) {
        let chain = self.locale.chain();
        let name = |line: &Hotline| in_locale(&line.name, &chain).map(bare);
        for (index, line) in self.lines.iter().enumerate() {
            let twin = self.lines[..index]
                .iter()
                .find(|other| name(line).is_some() && name(line) == name(other));
            if let Some(twin) = twin {
                let fault = Diagnostic::new(&rules::AMBIGUOUS_HOTLINE)
                    .at(Place::new(&line.path, line.span))
                    .also(Place::new(&twin.path, twin.span))
                    .with("name", &line.id)
                    .with("other", &twin.id);
                self.put(fault, faults);
            }
        }
    }
}

/// A name as somebody remembers it: without accents, capitals and punctuation.
fn bare(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter(|char| char.is_alphanumeric())
        .map(|char| match char {
            'á' | 'à' | 'â' | 'ä' | 'ã' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            other => other,
        })
        .collect()
}
