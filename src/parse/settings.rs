//! campaign.toml → [`Settings`].

mod registers;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Leeway, Place, Severity, closest};
use crate::model::audience::{Audience, AudienceId, Figures};
use crate::model::front_matter::Missing;
use crate::model::locale::{Direction, Locale, LocaleTag};
use crate::model::route::Route;
use crate::model::settings::{PATH, RawHtml, Settings};
use crate::parse::value::{Data, Entry, Fields, Table};
use crate::parse::{locale, text, toml};
use crate::rules;
use crate::source::{Snapshot, SourcePath, Span};

pub use registers::countries;

/// Who reads when campaign.toml names nobody: everybody, at the root of the site.
const EVERYBODY: &str = "public";

/// The words of `missing`, here and in front matter.
pub const MISSING: &[(&str, Missing)] = &[
    ("omit", Missing::Omit),
    ("notice", Missing::Notice),
    ("error", Missing::Error),
];

const RAW_HTML: &[(&str, RawHtml)] =
    &[("refuse", RawHtml::Refuse), ("sanitize", RawHtml::Sanitize)];

const DIRECTIONS: &[(&str, Direction)] = &[
    ("ltr", Direction::LeftToRight),
    ("rtl", Direction::RightToLeft),
];

const FIGURES: &[(&str, Figures)] = &[("lenient", Figures::Lenient), ("strict", Figures::Strict)];

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
    let locales = locales(&mut fields);
    let source_locale = declared_locale(&mut fields, "source_locale", &locales);
    let base_url = base_url(&mut fields);
    let base_url = base_url_override.map(trimmed).or(base_url);
    if base_url.is_none() {
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
    let theme = fields.string("theme").unwrap_or_else(|| "faro".to_owned());
    let settings = Settings {
        source_locale: source_locale?,
        theme,
        base_url,
        paginate_by: fields.count("paginate_by"),
        raw_html: fields.choice("raw_html", RAW_HTML).unwrap_or_default(),
        missing: missing.unwrap_or_default(),
        locales,
        audiences,
        rules: levels(&mut fields),
        allow_unverified: registers::allow_unverified(&mut fields),
        allowed_numbers: registers::allowed_numbers(&mut fields),
        extra: fields.extra("extra"),
    };
    fields.finish();
    Some(settings)
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
    let span = fields
        .entry("base_url")
        .map_or_else(Span::default, |entry| entry.value.span);
    fields.invalid("base_url", span, "\"https://example.org\"");
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
            _ => fields.invalid(&entry.key, entry.value.span, "[table]"),
        }
    }
    found
}

fn locales(fields: &mut Fields<'_>) -> Vec<Locale> {
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
            if known.is_none() {
                let span = inner
                    .entry("formats")
                    .map_or(entry.span, |entry| entry.value.span);
                inner.invalid("formats", span, "\"es-MX\"");
            }
            known
        });
        let topics_slug = inner.string("topics_slug").filter(|slug| is_slug(slug));
        if name.is_none() {
            inner.missing("name");
        }
        inner.finish();
        let Some(tag) = locale::canonical(&entry.key) else {
            fields.invalid("locales", entry.span, "en, es, es-MX, nv…");
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

/// The word for topics in an address, in the languages that the tool speaks.
fn topics_slug_of(tag: &LocaleTag) -> &'static str {
    if tag.language() == "es" {
        "temas"
    } else {
        "topics"
    }
}

fn declared_locale(
    fields: &mut Fields<'_>,
    key: &'static str,
    locales: &[Locale],
) -> Option<LocaleTag> {
    let Some(entry) = fields.entry(key) else {
        fields.missing(key);
        return None;
    };
    let Data::String(name) = &entry.value.data else {
        fields.invalid(key, entry.value.span, "\"en\"");
        return None;
    };
    let mut faults = Vec::new();
    let found = known_locale(name, entry.value.span, fields.path(), locales, &mut faults);
    faults.into_iter().for_each(|fault| fields.fault(fault));
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

fn audiences(fields: &mut Fields<'_>, locales: &[Locale], base_url: &str) -> Vec<Audience> {
    let path = fields.path();
    let tables = tables(fields, "audiences");
    if tables.is_empty() {
        return vec![everybody(locales, base_url)];
    }
    let ids: Vec<AudienceId> = tables
        .iter()
        .map(|(entry, _)| AudienceId::new(entry.key.as_str()))
        .collect();
    let mut faults = Vec::new();
    let mut audiences: Vec<Audience> = Vec::new();
    for (entry, table) in tables {
        if !is_slug(&entry.key) {
            fields.invalid("audiences", entry.span, "a-z, 0-9, -");
            continue;
        }
        let inner = Fields::new(table, path, entry.span, &mut faults);
        let audience = audience(
            inner,
            AudienceId::new(entry.key.as_str()),
            &ids,
            locales,
            base_url,
        );
        if let Some(other) = audiences.iter().find(|other| other.slug == audience.slug) {
            faults.push(
                Diagnostic::new(&rules::ROUTE_COLLISION)
                    .at(Place::new(path, entry.span))
                    .with(
                        "route",
                        format!("/{} ({}, {})", audience.slug, other.id, audience.id),
                    ),
            );
        }
        audiences.push(audience);
    }
    faults.into_iter().for_each(|fault| fields.fault(fault));
    audiences
}

fn audience(
    mut fields: Fields<'_>,
    id: AudienceId,
    ids: &[AudienceId],
    locales: &[Locale],
    base_url: &str,
) -> Audience {
    let path = fields.path();
    let slug = fields
        .entry("slug")
        .map(|entry| (fields.string("slug"), entry.value.span));
    let slug = match slug {
        Some((Some(slug), span)) => {
            if !slug.is_empty() && !is_slug(&slug) {
                fields.fault(
                    Diagnostic::new(&rules::INVALID_SLUG)
                        .at(Place::new(path, span))
                        .with("name", &slug),
                );
            }
            slug
        }
        _ => id.to_string(),
    };
    let mut faults = Vec::new();
    let chosen: Option<Vec<LocaleTag>> = fields.strings("locales").map(|names| {
        names
            .iter()
            .filter_map(|(name, span)| known_locale(name, *span, path, locales, &mut faults))
            .collect()
    });
    let links_to: Vec<AudienceId> = fields.strings("links_to").map_or_else(Vec::new, |names| {
        names
            .iter()
            .filter_map(|(name, span)| known_audience(name, *span, path, ids, &mut faults))
            .collect()
    });
    faults.into_iter().for_each(|fault| fields.fault(fault));
    let discreet = fields.boolean("discreet").unwrap_or(false);
    let indexed = fields.boolean("indexed").unwrap_or(true);
    let hotlines = fields.strings("hotlines");
    let countries = registers::countries(&mut fields, "countries");
    let figures = fields.choice("figures", FIGURES).unwrap_or_default();
    let directory = fields.boolean("directory").unwrap_or(false);
    let own_base_url = self::base_url(&mut fields);
    fields.finish();
    Audience {
        discreet,
        indexed,
        locales: locales
            .iter()
            .map(|locale| locale.tag.clone())
            .filter(|tag| chosen.as_ref().is_none_or(|chosen| chosen.contains(tag)))
            .collect(),
        hotlines,
        countries,
        figures,
        directory,
        own_host: own_base_url.is_some(),
        base_url: own_base_url.unwrap_or_else(|| address(base_url, &slug)),
        links_to: links_to.into_iter().filter(|other| *other != id).collect(),
        slug,
        id,
    }
}

fn everybody(locales: &[Locale], base_url: &str) -> Audience {
    Audience {
        id: AudienceId::new(EVERYBODY),
        slug: String::new(),
        discreet: false,
        indexed: true,
        locales: locales.iter().map(|locale| locale.tag.clone()).collect(),
        base_url: base_url.to_owned(),
        hotlines: None,
        countries: Vec::new(),
        figures: Figures::default(),
        directory: false,
        own_host: false,
        links_to: Vec::new(),
    }
}

fn address(base_url: &str, slug: &str) -> String {
    if slug.is_empty() {
        base_url.to_owned()
    } else {
        format!("{base_url}/{slug}")
    }
}

/// Whether a slug is of the letters `a-z`, digits and single hyphens: the same in every address
/// bar, file system and messenger.
pub fn is_slug(slug: &str) -> bool {
    let well_formed = slug
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    well_formed && !slug.starts_with('-') && !slug.ends_with('-') && Route::is_safe_part(slug)
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
                entry.value.span,
                "\"error\", \"warning\", \"note\", \"off\"",
            ),
        }
    }
    levels
}
