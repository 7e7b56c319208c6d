//! `[audiences.…]` → whom a campaign is for, and how each edition behaves.

use std::collections::BTreeMap;

use super::{base_url, is_slug, known_audience, known_locale, levels, registers, tables};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::audience::{Audience, AudienceId, Figures, ReadingTarget};
use crate::model::exit::{Budget, Navigation};
use crate::model::locale::{Locale, LocaleTag};
use crate::parse::exit;
use crate::parse::value::{Entry, Fields};
use crate::rules;
use crate::source::Span;

/// Who reads when campaign.toml names nobody: everybody, at the root of the site.
const EVERYBODY: &str = "public";

/// The words of `reading`, here and in front matter.
pub const READING: &[(&str, ReadingTarget)] = &[
    ("plain", ReadingTarget::Plain),
    ("general", ReadingTarget::General),
    ("professional", ReadingTarget::Professional),
];

const FIGURES: &[(&str, Figures)] = &[("lenient", Figures::Lenient), ("strict", Figures::Strict)];

pub(super) fn audiences(
    fields: &mut Fields<'_>,
    locales: &[Locale],
    base_url: &str,
) -> Vec<Audience> {
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
            fields.invalid_name("audiences", entry, "a-z, 0-9, -");
            continue;
        }
        let inner = Fields::new(table, path, entry.span, &mut faults);
        let audience = audience(inner, entry, &ids, locales, base_url);
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
    entry: &Entry,
    ids: &[AudienceId],
    locales: &[Locale],
    base_url: &str,
) -> Audience {
    let path = fields.path();
    let id = AudienceId::new(entry.key.as_str());
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
    let reading = fields.choice("reading", READING);
    let hotlines = fields.strings("hotlines");
    let countries = registers::countries(&mut fields, "countries");
    let figures = fields.choice("figures", FIGURES).unwrap_or_default();
    let core_messages = fields.strings("core_messages").unwrap_or_default();
    let directory = fields.boolean("directory").unwrap_or(false);
    let rules = levels(&mut fields);
    let own_base_url = self::base_url(&mut fields);
    let usual_navigation = match discreet {
        true => Navigation::SingleEntry,
        false => Navigation::Normal,
    };
    let exit = exit::exit(&mut fields, locales, usual_navigation);
    let budget = exit::budget(&mut fields).or_else(|| discreet.then_some(Budget::DISCREET));
    fields.finish();
    Audience {
        discreet,
        indexed,
        locales: locales
            .iter()
            .map(|locale| locale.tag.clone())
            .filter(|tag| chosen.as_ref().is_none_or(|chosen| chosen.contains(tag)))
            .collect(),
        reading,
        hotlines,
        countries,
        figures,
        core_messages,
        directory,
        rules,
        own_host: own_base_url.is_some(),
        base_url: own_base_url.unwrap_or_else(|| address(base_url, &slug)),
        links_to: links_to.into_iter().filter(|other| *other != id).collect(),
        exit,
        budget,
        span: entry.span,
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
        reading: None,
        hotlines: None,
        countries: Vec::new(),
        figures: Figures::default(),
        core_messages: Vec::new(),
        directory: false,
        own_host: false,
        links_to: Vec::new(),
        exit: None,
        budget: None,
        rules: BTreeMap::new(),
        span: Span::default(),
    }
}

fn address(base_url: &str, slug: &str) -> String {
    if slug.is_empty() {
        base_url.to_owned()
    } else {
        format!("{base_url}/{slug}")
    }
}
