//! The glossary: what a term is called in each language, as a campaign agreed on it.

use std::collections::BTreeMap;

use crate::model::locale::LocaleTag;

/// What has one name in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    /// Its name in the file.
    pub name: String,
    /// The ways to say it in each language; never empty, and the first is preferred.
    pub terms: BTreeMap<LocaleTag, Vec<String>>,
}

impl Concept {
    /// The ways to say it in a language: in the locale itself, else in another one of its language.
    pub fn terms(&self, locale: &LocaleTag) -> Option<&[String]> {
        let related = || {
            let mut terms = self.terms.iter();
            terms.find(|(tag, _)| tag.language() == locale.language())
        };
        let own = self.terms.get(locale);
        own.or_else(|| related().map(|(_, terms)| terms))
            .map(Vec::as_slice)
    }
}

/// The terms of a campaign.
pub type Glossary = Vec<Concept>;
