//! The keys of an audience that keep its visitors safe and its pages light: `exit`, `exit_url`,
//! `navigation`, `safety_page`, `budget`.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::model::exit::{Budget, Exit, Navigation, Target};
use crate::model::locale::{Locale, LocaleTag};
use crate::model::page::PageKey;
use crate::parse::settings::known_locale;
use crate::parse::value::{Data, Entry, Fields, Table};

const NAVIGATIONS: &[(&str, Navigation)] = &[
    ("normal", Navigation::Normal),
    ("single-entry", Navigation::SingleEntry),
];

/// What `exit_url` may be.
const TARGETS: &str = "\"https://…\", { en = \"https://…\", es = \"https://…\" }";

/// The exit of an audience; none when it has none. `usual` is how its links behave unless it says
/// otherwise. All keys are read either way, so that one can be
/// turned off and on again without losing where it leads.
pub fn exit(fields: &mut Fields<'_>, locales: &[Locale], usual: Navigation) -> Option<Exit> {
    let switch = fields.entry("exit").map(|entry| entry.value.span);
    let is_on = fields.boolean("exit").unwrap_or(false);
    let targets = targets(fields, locales);
    let navigation = fields.choice("navigation", NAVIGATIONS);
    let safety_page = fields
        .string("safety_page")
        .map(|page| PageKey::new(page.trim_matches('/')));
    is_on.then(|| Exit {
        targets,
        navigation: navigation.unwrap_or(usual),
        safety_page,
        span: switch.unwrap_or_default(),
    })
}

fn targets(fields: &mut Fields<'_>, locales: &[Locale]) -> BTreeMap<LocaleTag, Target> {
    let Some(entry) = fields.entry("exit_url") else {
        return BTreeMap::new();
    };
    match &entry.value.data {
        Data::String(url) => locales
            .iter()
            .map(|locale| (locale.tag.clone(), target(url, entry)))
            .collect(),
        Data::Table(table) => targets_by_locale(fields, table, locales),
        _ => {
            fields.invalid("exit_url", &entry.value, TARGETS);
            BTreeMap::new()
        }
    }
}

fn targets_by_locale(
    fields: &mut Fields<'_>,
    table: &Table,
    locales: &[Locale],
) -> BTreeMap<LocaleTag, Target> {
    let mut targets = BTreeMap::new();
    let mut faults: Vec<Diagnostic> = Vec::new();
    for entry in &table.entries {
        let locale = known_locale(&entry.key, entry.span, fields.path(), locales, &mut faults);
        match (&entry.value.data, locale) {
            (Data::String(url), Some(locale)) => drop(targets.insert(locale, target(url, entry))),
            (Data::String(_), None) => {}
            _ => fields.invalid("exit_url", &entry.value, TARGETS),
        }
    }
    faults.into_iter().for_each(|fault| fields.fault(fault));
    targets
}

fn target(url: &str, entry: &Entry) -> Target {
    Target {
        url: url.to_owned(),
        span: entry.value.span,
    }
}

/// What a page may cost: `budget = { kilobytes = 50, requests = 5 }`.
pub fn budget(fields: &mut Fields<'_>) -> Option<Budget> {
    let (table, span) = fields.table("budget")?;
    let mut faults = Vec::new();
    let mut inner = Fields::new(table, fields.path(), span, &mut faults);
    let kilobytes = inner.count("kilobytes");
    let requests = inner.count("requests");
    if inner.entry("kilobytes").is_none() {
        inner.missing("kilobytes");
    }
    inner.finish();
    faults.into_iter().for_each(|fault| fields.fault(fault));
    Some(Budget {
        kilobytes: kilobytes?,
        requests,
    })
}
