//! `locales/<locale>/words.toml`, and the lists that the tool brings → [`Words`].
//!
//! ```toml
//! allowed = ["International Rescue Committee"]
//! reporting = ["press charges", "testify*"]
//!
//! [avoid."illegal alien"]
//! also = ["illegal aliens"]
//! use = "person without papers"
//! reason = "Acts are illegal, people are not."
//! ```
//!
//! A theme may bring a list too, in its own `locales/`. A campaign's term takes the place of the
//! theme's and the tool's of the same name.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic};
use crate::model::locale::{Locale, LocaleTag};
use crate::model::settings::Settings;
use crate::model::words::{Avoided, Words};
use crate::parse::value::{Data, Entry, Fields, Table};
use crate::parse::{text, theme, toml};
use crate::source::{Snapshot, Source, SourcePath, Span};

/// The name of the file, beside the Fluent files of a locale.
pub const FILE_NAME: &str = "words.toml";

/// The lists of the tool, by language.
const BUILT_IN: [(&str, &str); 2] = [
    ("en", include_str!("words/en.toml")),
    ("es", include_str!("words/es.toml")),
];

/// The words to avoid in each locale: the campaign's own, the theme's and the tool's, with those of
/// its fallbacks in the same language. `themes` are those that the tool brings.
pub fn parse(
    snapshot: &Snapshot,
    themes: &Snapshot,
    settings: &Settings,
) -> Diagnosed<BTreeMap<LocaleTag, Words>> {
    let mut faults = Vec::new();
    let mut words = BTreeMap::new();
    for locale in &settings.locales {
        let language = locale.tag.language();
        let mut merged = Words::default();
        for source in files(snapshot, themes, settings, locale) {
            merge(&mut merged, file(source).split_into(&mut faults));
        }
        let built_in = BUILT_IN.iter().find(|(known, _)| *known == language);
        if let Some((_, text)) = built_in {
            let path = SourcePath::new(format!("built-in/{language}/{FILE_NAME}"));
            merge(&mut merged, list(&path, text).split_into(&mut faults));
        }
        words.insert(locale.tag.clone(), merged);
    }
    Diagnosed::new(words, faults)
}

/// The lists of a locale and of its fallbacks in the same language, the campaign's before the
/// theme's.
fn files<'a>(
    snapshot: &'a Snapshot,
    themes: &'a Snapshot,
    settings: &Settings,
    locale: &Locale,
) -> Vec<&'a Source> {
    let language = locale.tag.language();
    let mut tags = locale.chain();
    tags.retain(|tag| tag.language() == language);
    let own = |tag: &&LocaleTag| snapshot.get(&format!("locales/{tag}/{FILE_NAME}"));
    let of_theme = theme::messages(snapshot, themes, &settings.theme);
    let of_theme = of_theme.into_iter().filter(|source| {
        let path = source.path.as_str();
        let is_of = |tag: &&LocaleTag| path.ends_with(&format!("/locales/{tag}/{FILE_NAME}"));
        tags.iter().any(is_of)
    });
    tags.iter().filter_map(own).chain(of_theme).collect()
}

/// Adds what is not there yet.
fn merge(words: &mut Words, more: Words) {
    let known: Vec<String> = words
        .avoided
        .iter()
        .map(|term| term.forms[0].clone())
        .collect();
    let new = more.avoided.into_iter();
    words
        .avoided
        .extend(new.filter(|term| !known.contains(&term.forms[0])));
    words.allowed.extend(more.allowed);
    words.reporting.extend(more.reporting);
}

fn file(source: &Source) -> Diagnosed<Words> {
    let mut faults = Vec::new();
    let text = text::read(source, None).split_into(&mut faults);
    let words = list(&source.path, &text).split_into(&mut faults);
    Diagnosed::new(words, faults)
}

fn list(path: &SourcePath, text: &str) -> Diagnosed<Words> {
    let mut faults = Vec::new();
    let table = toml::parse(path, text, 0).split_into(&mut faults);
    let mut found = Vec::new();
    let mut fields = Fields::new(&table, path, Span::default(), &mut faults);
    let allowed = fields.strings("allowed").unwrap_or_default();
    let reporting = fields.strings("reporting").unwrap_or_default();
    let mut words = Words {
        avoided: Vec::new(),
        allowed: allowed.iter().map(|(name, _)| folded(name)).collect(),
        reporting: reporting.into_iter().map(|(word, _)| word).collect(),
    };
    if let Some((terms, _)) = fields.table("avoid") {
        for entry in &terms.entries {
            match &entry.value.data {
                Data::Table(term) => words.avoided.extend(avoided(entry, term, path, &mut found)),
                _ => fields.invalid(&entry.key, &entry.value, "{ use = \"…\", reason = \"…\" }"),
            }
        }
    }
    fields.finish();
    faults.extend(found);
    Diagnosed::new(words, faults)
}

fn avoided(
    entry: &Entry,
    term: &Table,
    path: &SourcePath,
    faults: &mut Vec<Diagnostic>,
) -> Option<Avoided> {
    let mut fields = Fields::new(term, path, entry.span, faults);
    let others = fields.strings("also").unwrap_or_default();
    let alternative = fields.string("use");
    let reason = fields.string("reason");
    for (key, value) in [("use", &alternative), ("reason", &reason)] {
        if value.is_none() && fields.entry(key).is_none() {
            fields.missing(key);
        }
    }
    fields.finish();
    let forms = std::iter::once(&entry.key).chain(others.iter().map(|(form, _)| form));
    let forms: Vec<String> = forms
        .map(|form| folded(form))
        .filter(|form| !form.is_empty())
        .collect();
    if forms.is_empty() {
        return None;
    }
    Some(Avoided {
        forms,
        alternative: alternative?,
        reason: reason?,
    })
}

/// In small letters, with single blanks.
fn folded(text: &str) -> String {
    let words = text.split_whitespace().map(str::to_lowercase);
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_of_the_tool_are_sound() {
        for (language, text) in BUILT_IN {
            let words = list(&SourcePath::new(language), text);
            assert_eq!(words.diagnostics, []);
            assert!(words.value.avoided.len() > 5, "{language}");
        }
    }
}
