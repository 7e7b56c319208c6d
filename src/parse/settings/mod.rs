//! campaign.toml → [`Settings`].
//!
//! Every fault is told at once: a table is read to its end before anything is given up.

mod audiences;
mod editor;
mod gates;
mod links;
mod locales;
mod registers;

pub use audiences::READING;
use audiences::audiences;
use editor::editor;
use gates::gates;
use links::links;
use locales::{declared_locale, lend_words, locales};
pub use registers::countries;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Leeway, Place, Severity, closest};
use crate::model::audience::AudienceId;
use crate::model::front_matter::Missing;
use crate::model::host::Host;
use crate::model::locale::{Locale, LocaleTag};
use crate::model::route::Route;
use crate::model::settings::{PATH, RawHtml, Settings, Transport};
use crate::parse::value::{Data, Entry, Fields, Table};
use crate::parse::{locale, palette, text, toml};
use crate::rules;
use crate::source::{Snapshot, SourcePath, Span};

/// The words of `missing`, here and in front matter.
pub const MISSING: &[(&str, Missing)] = &[
    ("omit", Missing::Omit),
    ("notice", Missing::Notice),
    ("error", Missing::Error),
];

const RAW_HTML: &[(&str, RawHtml)] =
    &[("refuse", RawHtml::Refuse), ("sanitize", RawHtml::Sanitize)];

const LEVELS: &[(&str, Option<Severity>)] = &[
    ("off", None),
    ("note", Some(Severity::Note)),
    ("warning", Some(Severity::Warning)),
    ("error", Some(Severity::Error)),
];

/// What campaign.toml says. None when something in it is wrong: nothing else can be understood
/// without it.
pub fn parse(snapshot: &Snapshot, base_url: Option<&str>) -> Diagnosed<Option<Settings>> {
    let path = SourcePath::new(PATH);
    let Some(source) = snapshot.get(PATH) else {
        return Diagnosed::new(None, vec![Diagnostic::new(&rules::MISSING_SETTINGS)]);
    };
    let mut faults = Vec::new();
    let text = text::read(source, None).split_into(&mut faults);
    let table = toml::parse(&path, &text, 0).split_into(&mut faults);
    if !faults.is_empty() {
        return Diagnosed::new(None, faults);
    }
    let settings = read(
        Fields::new(&table, &path, Span::default(), &mut faults),
        base_url,
    );
    let usable = faults.iter().all(|fault| fault.severity < Severity::Error);
    Diagnosed::new(settings.filter(|_| usable), faults)
}

fn read(mut fields: Fields<'_>, base_url_override: Option<&str>) -> Option<Settings> {
    let mut locales = locales(&mut fields);
    let source_locale = declared_locale(&mut fields, "source_locale", &locales);
    lend_words(&mut locales, source_locale.as_ref());
    let base_url = base_url(&mut fields);
    let base_url = base_url_override.map(trimmed).or(base_url);
    if base_url.is_none() && fields.entry("base_url").is_none() {
        fields.missing("base_url");
    }
    let base_url = base_url.unwrap_or_default();
    let audiences = audiences(&mut fields, &locales, &base_url);
    let missing = fields.table("translations").and_then(|(table, span)| {
        let path = fields.path();
        let mut found = Vec::new();
        let mut translations = Fields::new(table, path, span, &mut found);
        let missing = translations.choice("missing", MISSING);
        translations.finish();
        found.into_iter().for_each(|fault| fields.fault(fault));
        missing
    });
    let theme_span = fields.entry("theme").map(|entry| entry.value.span);
    let editor = editor(&mut fields);
    let theme = fields.string("theme").unwrap_or_else(|| "faro".to_owned());
    let paginate_by = fields.count("paginate_by");
    let raw_html = fields.choice("raw_html", RAW_HTML).unwrap_or_default();
    let hosts = hosts(&mut fields);
    let transport = match fields.boolean("hsts") {
        Some(true) => Transport::Secure,
        _ => Transport::Any,
    };
    let rules = levels(&mut fields);
    let release = gates(&mut fields, &audiences);
    let allow_unverified = registers::allow_unverified(&mut fields);
    let allowed_numbers = registers::allowed_numbers(&mut fields);
    let colors = palette::tokens(&mut fields, "colors");
    let links = links(&mut fields);
    let extra = fields.extra("extra");
    // Everything has been read, so that all faults are told, before anything is given up.
    fields.finish();
    Some(Settings {
        source_locale: source_locale?,
        theme,
        theme_span: theme_span.unwrap_or_default(),
        base_url,
        paginate_by,
        raw_html,
        missing: missing.unwrap_or_default(),
        hosts,
        transport,
        locales,
        audiences,
        rules,
        release,
        allow_unverified,
        allowed_numbers,
        editor,
        colors,
        links,
        extra,
    })
}

/// The hosts that a site is made ready for.
fn hosts(fields: &mut Fields<'_>) -> Vec<Host> {
    let Some(names) = fields.strings("hosts") else {
        return Host::USUAL.into();
    };
    let mut hosts = Vec::new();
    for (name, span) in names {
        match Host::find(&name) {
            Some(host) if hosts.contains(&host) => {}
            Some(host) => hosts.push(host),
            None => fields.refuse(
                "hosts",
                &name,
                span,
                &Host::ALL.map(Host::as_str).join(", "),
            ),
        }
    }
    hosts
}

fn trimmed(url: &str) -> String {
    url.trim_end_matches('/').to_owned()
}

/// An absolute address of the web, without a trailing slash.
fn base_url(fields: &mut Fields<'_>) -> Option<String> {
    let text = fields.string("base_url")?;
    if is_base_url(&text) {
        return Some(trimmed(&text));
    }
    fields.invalid_entry("base_url", "\"https://example.org\"");
    None
}

/// Whether a site can be published under this address: it is absolute, of the web, and ends with
/// its path.
pub fn is_base_url(text: &str) -> bool {
    ::url::Url::parse(text).is_ok_and(|url| {
        matches!(url.scheme(), "https" | "http")
            && url.has_host()
            && url.query().is_none()
            && url.fragment().is_none()
    })
}

/// The tables of a table of tables, such as `[locales.es]`.
fn tables<'a>(fields: &mut Fields<'a>, key: &'static str) -> Vec<(&'a Entry, &'a Table)> {
    let Some((table, _)) = fields.table(key) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for entry in &table.entries {
        match &entry.value.data {
            Data::Table(inner) => found.push((entry, inner)),
            _ => fields.invalid(&entry.key, &entry.value, "[table]"),
        }
    }
    found
}

/// The declared locale of this name; a fault when there is none.
pub fn known_locale(
    name: &str,
    span: Span,
    path: &SourcePath,
    locales: &[Locale],
    faults: &mut Vec<Diagnostic>,
) -> Option<LocaleTag> {
    let tag = locale::canonical(name);
    let found = locales
        .iter()
        .map(|locale| &locale.tag)
        .find(|known| Some(*known) == tag.as_ref());
    if found.is_none() {
        faults.push(
            Diagnostic::new(&rules::UNKNOWN_LOCALE)
                .at(Place::new(path, span))
                .with("name", name)
                .suggest(closest(
                    name,
                    locales.iter().map(|locale| locale.tag.as_str()),
                )),
        );
    }
    found.cloned()
}

/// The declared audience of this name; a fault when there is none.
pub fn known_audience(
    name: &str,
    span: Span,
    path: &SourcePath,
    audiences: &[AudienceId],
    faults: &mut Vec<Diagnostic>,
) -> Option<AudienceId> {
    let found = audiences.iter().find(|known| known.as_str() == name);
    if found.is_none() {
        faults.push(
            Diagnostic::new(&rules::UNKNOWN_AUDIENCE)
                .at(Place::new(path, span))
                .with("name", name)
                .suggest(closest(name, audiences.iter().map(AudienceId::as_str))),
        );
    }
    found.cloned()
}

/// Whether a slug is of the letters `a-z`, digits and single hyphens: the same in every address
/// bar, file system and messenger.
pub fn is_slug(slug: &str) -> bool {
    let well_formed = slug
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    well_formed && !slug.starts_with('-') && !slug.ends_with('-') && Route::is_safe_part(slug)
}

/// Reports the slug of this key when it is none.
fn slug_fault(fields: &mut Fields<'_>, key: &'static str) {
    let Some(Data::String(slug)) = fields.entry(key).map(|entry| &entry.value.data) else {
        return;
    };
    let span = fields.entry(key).map(|entry| entry.value.span);
    if !is_slug(slug) {
        let place = Place::new(fields.path(), span.unwrap_or_default());
        fields.fault(
            Diagnostic::new(&rules::INVALID_SLUG)
                .at(place)
                .with("name", slug),
        );
    }
}

fn levels(fields: &mut Fields<'_>) -> BTreeMap<String, Option<Severity>> {
    let Some((table, _)) = fields.table("rules") else {
        return BTreeMap::new();
    };
    let path = fields.path();
    let mut levels = BTreeMap::new();
    for entry in &table.entries {
        let Some(rule) = rules::find(&entry.key) else {
            fields.fault(
                Diagnostic::new(&rules::UNKNOWN_RULE)
                    .at(Place::new(path, entry.span))
                    .with("name", &entry.key)
                    .suggest(closest(&entry.key, rules::ALL.iter().map(|rule| rule.id))),
            );
            continue;
        };
        if rule.leeway == Leeway::Fixed {
            fields.fault(
                Diagnostic::new(&rules::FIXED_RULE)
                    .at(Place::new(path, entry.span))
                    .with("name", rule.id),
            );
            continue;
        }
        let level = match &entry.value.data {
            Data::String(word) => LEVELS.iter().find(|(known, _)| known == word),
            _ => None,
        };
        match level {
            Some((_, level)) => {
                levels.insert(entry.key.clone(), *level);
            }
            None => fields.invalid(
                &entry.key,
                &entry.value,
                "\"error\", \"warning\", \"note\", \"off\"",
            ),
        }
    }
    levels
}
