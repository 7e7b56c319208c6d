//! Terms: what a campaign has agreed to call things in each language. Where an original uses one, its
//! translation says what was agreed, in any number and gender.
//!
//! What is quoted or in italics is not looked at, and a page may say why it says something else, in
//! its front matter: `words = { "trafficking" = "the name of a law" }`.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::check::stems::stem;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::glossary::Concept;
use crate::model::locale::LocaleTag;
use crate::model::message::{Layer, Resource};
use crate::rules;

/// The glossary of a campaign, ready to be looked for.
pub struct Terms<'a> {
    campaign: &'a Campaign,
    /// By locale.
    indexes: BTreeMap<&'a LocaleTag, Index<'a>>,
}

/// The ways to say things in one locale, by the stem of their first word.
struct Index<'a> {
    language: &'a str,
    forms: HashMap<String, Vec<Form<'a>>>,
}

/// One way to say a concept: the stems of its words.
struct Form<'a> {
    stems: Vec<String>,
    concept: &'a Concept,
}

impl<'a> Terms<'a> {
    /// The glossary of a campaign.
    pub fn of(campaign: &'a Campaign) -> Self {
        let locales = campaign.settings.locales.iter().map(|locale| &locale.tag);
        let mut indexes = BTreeMap::new();
        if !campaign.glossary.is_empty() {
            indexes.extend(locales.map(|tag| (tag, Index::new(tag, &campaign.glossary))));
        }
        Self { campaign, indexes }
    }

    /// Whether nothing was agreed on.
    pub fn is_empty(&self) -> bool {
        self.indexes.is_empty()
    }

    /// The concepts that a text in a locale names and another locale has terms for, and where.
    pub fn find(
        &self,
        text: &str,
        from: &LocaleTag,
        to: &LocaleTag,
    ) -> Vec<(&'a Concept, Range<usize>)> {
        let Some(index) = self.indexes.get(from) else {
            return Vec::new();
        };
        let mut found = index.find(text);
        found.retain(|(concept, _)| concept.terms(to).is_some());
        found
    }

    /// What is wrong with the messages of the languages that they were translated into.
    pub fn check_messages(&self) -> Vec<Diagnostic> {
        let source = &self.campaign.settings.source_locale;
        let own = |tag: &LocaleTag| {
            let resources = self.campaign.messages.of(tag);
            let own = resources.filter(|own| own.layer == Layer::Campaign);
            own.cloned().collect::<Vec<_>>()
        };
        let (originals, others) = (
            own(source),
            self.indexes.keys().filter(|tag| **tag != source),
        );
        let translations = others.flat_map(|tag| own(tag));
        translations
            .flat_map(|translation| self.check_resource(&originals, &translation))
            .collect()
    }

    fn check_resource(&self, originals: &[Resource], translation: &Resource) -> Vec<Diagnostic> {
        let definitions = translation.definitions.iter();
        let pairs = definitions.filter_map(|(id, own)| {
            let found = |resource: &'_ Resource| {
                let definition = resource.definitions.get(id)?;
                Some((
                    Place::new(&resource.path, definition.span),
                    definition.words(),
                ))
            };
            Some((own, originals.iter().find_map(found)?))
        });
        let mut faults = Vec::new();
        for (own, (place, words)) in pairs {
            let mut told: Vec<&str> = Vec::new();
            let found = self.find(&words, &originals[0].locale, &translation.locale);
            for (concept, range) in found {
                let is_told = told.contains(&concept.name.as_str());
                if !is_told && !says(concept, &translation.locale, [own.words().as_str()]) {
                    told.push(&concept.name);
                    let fault = fault(concept, &words[range], &translation.locale, 1);
                    let at = Place::new(&translation.path, own.span);
                    faults.push(fault.at(at).also(place.clone()));
                }
            }
        }
        faults
    }
}

/// A term that is not said as agreed: as it is written in the original, and how often.
pub fn fault(concept: &Concept, written: &str, locale: &LocaleTag, count: usize) -> Diagnostic {
    let terms = concept.terms(locale).unwrap_or_default();
    Diagnostic::new(&rules::GLOSSARY_TERM)
        .with(
            "name",
            written.split_whitespace().collect::<Vec<_>>().join(" "),
        )
        .with("expected", terms.join(", "))
        .with("locale", locale)
        .with("count", count)
}

/// Whether one of some texts says a concept as agreed.
pub fn says<'t>(
    concept: &Concept,
    locale: &LocaleTag,
    texts: impl IntoIterator<Item = &'t str>,
) -> bool {
    let language = locale.language();
    let terms = concept.terms(locale).unwrap_or_default();
    let terms: Vec<Vec<String>> = terms.iter().map(|term| stems(term, language)).collect();
    texts.into_iter().any(|text| {
        let own = stems(text, language);
        let says = |term: &Vec<String>| own.windows(term.len().max(1)).any(|part| part == term);
        terms.iter().any(says)
    })
}

impl<'a> Index<'a> {
    fn new(locale: &'a LocaleTag, glossary: &'a [Concept]) -> Self {
        let language = locale.language();
        let mut forms: HashMap<String, Vec<Form<'_>>> = HashMap::new();
        for concept in glossary {
            for term in concept.terms(locale).unwrap_or_default() {
                let stems = stems(term, language);
                if let Some(first) = stems.first() {
                    let form = Form {
                        stems: stems.clone(),
                        concept,
                    };
                    forms.entry(first.clone()).or_default().push(form);
                }
            }
        }
        // The longest first: “drug trafficking” before “trafficking”.
        for same in forms.values_mut() {
            same.sort_by_key(|form| std::cmp::Reverse(form.stems.len()));
        }
        Self { language, forms }
    }

    fn find(&self, text: &str) -> Vec<(&'a Concept, Range<usize>)> {
        let ranges = words(text);
        let stems: Vec<String> = ranges
            .iter()
            .map(|range| stem(&text[range.clone()], self.language))
            .collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < stems.len() {
            let forms = self.forms.get(&stems[at]).into_iter().flatten();
            let mut matching = forms.filter(|form| stems[at..].starts_with(&form.stems));
            match matching.next() {
                Some(form) => {
                    let last = at + form.stems.len() - 1;
                    found.push((form.concept, ranges[at].start..ranges[last].end));
                    at = last + 1;
                }
                None => at += 1,
            }
        }
        found
    }
}

fn stems(text: &str, language: &str) -> Vec<String> {
    let ranges = words(text).into_iter();
    ranges.map(|range| stem(&text[range], language)).collect()
}

/// Where the words of a text are. An apostrophe ends one: *survivor’s*.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut is_inside = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match (c.is_alphanumeric(), is_inside) {
            (true, true) => words.last_mut().expect("a word was begun").end = end,
            (true, false) => words.push(at..end),
            (false, _) => {}
        }
        is_inside = c.is_alphanumeric();
    }
    words
}
