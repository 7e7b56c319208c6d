//! `[locales.…]` → the languages of a campaign, and what each borrows from others.

use super::{is_slug, known_locale, slug_fault, tables};
use crate::model::locale::{Direction, Locale, LocaleTag};
use crate::parse::locale;
use crate::parse::value::{Data, Fields};
use crate::source::Span;

const DIRECTIONS: &[(&str, Direction)] = &[
    ("ltr", Direction::LeftToRight),
    ("rtl", Direction::RightToLeft),
];

pub(super) fn locales(fields: &mut Fields<'_>) -> Vec<Locale> {
    let mut locales = Vec::new();
    let path = fields.path();
    let mut faults = Vec::new();
    let mut wanted: Vec<(LocaleTag, Vec<(String, Span)>)> = Vec::new();
    let tables = tables(fields, "locales");
    if tables.is_empty() {
        fields.missing("locales");
    }
    for (entry, table) in tables {
        let mut inner = Fields::new(table, path, entry.span, &mut faults);
        let name = inner.string("name");
        let direction = inner.choice("direction", DIRECTIONS);
        let fallbacks = inner.strings("fallback");
        let formats = inner.string("formats").and_then(|tag| {
            let known = locale::canonical(&tag);
            if known.is_none()
                && let Some(entry) = inner.entry("formats")
            {
                inner.invalid("formats", &entry.value, "\"es-MX\"");
            }
            known
        });
        let topics_slug = inner.string("topics_slug").filter(|slug| is_slug(slug));
        if name.is_none() {
            inner.missing("name");
        }
        slug_fault(&mut inner, "topics_slug");
        inner.finish();
        let Some(tag) = locale::canonical(&entry.key) else {
            fields.invalid_name("locales", entry, "en, es, es-MX, nv…");
            continue;
        };
        wanted.push((tag.clone(), fallbacks.unwrap_or_default()));
        locales.push(Locale {
            direction: direction.unwrap_or_else(|| locale::direction(&tag)),
            name: name.unwrap_or_else(|| entry.key.clone()),
            fallbacks: locale::ancestors(&tag),
            formats,
            topics_slug: topics_slug.unwrap_or_else(|| topics_slug_of(&tag).to_owned()),
            tag,
        });
    }
    for (tag, fallbacks) in wanted {
        let resolved: Vec<LocaleTag> = fallbacks
            .iter()
            .filter_map(|(name, span)| known_locale(name, *span, path, &locales, &mut faults))
            .collect();
        let own = locales
            .iter_mut()
            .find(|locale| locale.tag == tag)
            .expect("just added");
        for fallback in resolved {
            if fallback != tag && !own.fallbacks.contains(&fallback) {
                own.fallbacks.push(fallback);
            }
        }
    }
    faults.into_iter().for_each(|fault| fields.fault(fault));
    locales
}

/// The languages that the tool's own messages are in.
const SPOKEN: [&str; 2] = ["en", "es"];

/// A language that the tool does not speak borrows the words of its interface from the campaign's
/// source language, then from English, until somebody translates them: a rule reports each. One
/// that it speaks borrows nothing: what is missing there was forgotten.
pub(super) fn lend_words(locales: &mut [Locale], source: Option<&LocaleTag>) {
    let english = LocaleTag::new("en");
    for locale in locales {
        if SPOKEN.contains(&locale.tag.language()) {
            continue;
        }
        for tag in source.into_iter().chain([&english]) {
            if *tag != locale.tag && !locale.fallbacks.contains(tag) {
                locale.fallbacks.push(tag.clone());
            }
        }
    }
}

/// The word for topics in an address, in the languages that the tool speaks.
fn topics_slug_of(tag: &LocaleTag) -> &'static str {
    if tag.language() == "es" {
        "temas"
    } else {
        "topics"
    }
}

pub(super) fn declared_locale(
    fields: &mut Fields<'_>,
    key: &'static str,
    locales: &[Locale],
) -> Option<LocaleTag> {
    let Some(entry) = fields.entry(key) else {
        fields.missing(key);
        return None;
    };
    let Data::String(name) = &entry.value.data else {
        fields.invalid(key, &entry.value, "\"en\"");
        return None;
    };
    let mut faults = Vec::new();
    let found = known_locale(name, entry.value.span, fields.path(), locales, &mut faults);
    faults.into_iter().for_each(|fault| fields.fault(fault));
    found
}
