//! `locales/glossary.toml` → [`Glossary`].
//!
//! ```toml
//! [trafficking]
//! en = ["human trafficking", "trafficking in persons"]
//! es = ["trata de personas", "trata"]
//! ```

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::glossary::{Concept, Glossary};
use crate::model::locale::{Locale, LocaleTag};
use crate::parse::settings::known_locale;
use crate::parse::value::{Data, Entry, Table, Value};
use crate::parse::{text, toml};
use crate::rules;
use crate::source::{Snapshot, SourcePath};

/// The file.
pub const PATH: &str = "locales/glossary.toml";

/// The terms that a campaign agreed on; none without a file.
pub fn parse(snapshot: &Snapshot, locales: &[Locale]) -> Diagnosed<Glossary> {
    let Some(source) = snapshot.get(PATH) else {
        return Diagnosed::clean(Glossary::new());
    };
    let mut faults = Vec::new();
    let text = text::read(source, None).split_into(&mut faults);
    let table = toml::parse(&source.path, &text, 0).split_into(&mut faults);
    let mut reader = Reader {
        path: &source.path,
        locales,
        faults: &mut faults,
    };
    let entries = table.entries.iter();
    let glossary = entries.filter_map(|entry| reader.concept(entry)).collect();
    Diagnosed::new(glossary, faults)
}

struct Reader<'a> {
    path: &'a SourcePath,
    locales: &'a [Locale],
    faults: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn concept(&mut self, entry: &Entry) -> Option<Concept> {
        let Data::Table(table) = &entry.value.data else {
            self.invalid(&entry.key, &entry.value, "{ en = \"…\", es = \"…\" }");
            return None;
        };
        Some(Concept {
            name: entry.key.clone(),
            terms: self.terms(table),
        })
    }

    fn terms(&mut self, table: &Table) -> BTreeMap<LocaleTag, Vec<String>> {
        let mut terms = BTreeMap::new();
        for entry in &table.entries {
            let locale = known_locale(&entry.key, entry.span, self.path, self.locales, self.faults);
            let forms = self.forms(entry);
            if let Some(locale) = locale.filter(|_| !forms.is_empty()) {
                terms.insert(locale, forms);
            }
        }
        terms
    }

    /// One way to say it, or several.
    fn forms(&mut self, entry: &Entry) -> Vec<String> {
        let values = match &entry.value.data {
            Data::Array(values) => values.as_slice(),
            _ => std::slice::from_ref(&entry.value),
        };
        let form = |value: &Value| match &value.data {
            Data::String(text) if text.contains(char::is_alphabetic) => {
                Some(text.trim().to_owned())
            }
            _ => None,
        };
        let forms: Vec<String> = values.iter().filter_map(form).collect();
        if forms.is_empty() || forms.len() < values.len() {
            self.invalid(&entry.key, &entry.value, "[\"…\"]");
        }
        forms
    }

    fn invalid(&mut self, key: &str, value: &Value, expected: &str) {
        self.faults.push(
            Diagnostic::new(&rules::INVALID_VALUE)
                .at(Place::new(self.path, value.span))
                .with("name", key)
                .with("value", &value.data)
                .with("expected", expected),
        );
    }
}
