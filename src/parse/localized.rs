//! Texts of a register in several languages.

use crate::diagnostic::Diagnostic;
use crate::model::hotline::Localized;
use crate::model::locale::{Locale, LocaleTag};
use crate::parse::settings::known_locale;
use crate::parse::value::{Data, Fields};
use crate::source::Span;

/// A text by locale, each with its span; one text for all locales counts for each of them.
pub fn spanned(
    fields: &mut Fields<'_>,
    key: &'static str,
    locales: &[Locale],
) -> Vec<(LocaleTag, String, Span)> {
    let Some(entry) = fields.entry(key) else {
        return Vec::new();
    };
    let table = match &entry.value.data {
        Data::Table(table) => table,
        Data::String(text) => {
            let span = entry.value.span;
            if text.trim().is_empty() {
                fields.invalid(key, &entry.value, "\"…\"");
            }
            let of = |locale: &Locale| (locale.tag.clone(), text.clone(), span);
            return locales.iter().map(of).collect();
        }
        _ => {
            fields.invalid(key, &entry.value, "{ en = \"…\", es = \"…\" }");
            return Vec::new();
        }
    };
    let mut texts = Vec::new();
    let mut faults: Vec<Diagnostic> = Vec::new();
    for entry in &table.entries {
        let tag = known_locale(&entry.key, entry.span, fields.path(), locales, &mut faults);
        match (&entry.value.data, tag) {
            (Data::String(text), Some(tag)) => {
                // It stays, so that the fault is told once and not as a missing text besides.
                if text.trim().is_empty() {
                    fields.invalid(key, &entry.value, "\"…\"");
                }
                texts.push((tag, text.clone(), entry.value.span));
            }
            (Data::String(_), None) => {}
            _ => fields.invalid(key, &entry.value, "\"…\""),
        }
    }
    faults.into_iter().for_each(|fault| fields.fault(fault));
    texts
}

/// A text by locale, without spans.
pub fn read(fields: &mut Fields<'_>, key: &'static str, locales: &[Locale]) -> Localized {
    spanned(fields, key, locales)
        .into_iter()
        .map(|(tag, text, _)| (tag, text))
        .collect()
}
