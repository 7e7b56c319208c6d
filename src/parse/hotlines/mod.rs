//! `content/hotlines.toml` → the register of lines to call.

mod channel;
mod opening;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::date::Date;
use crate::model::hotline::{Channel, Hotline, Localized, Status};
use crate::model::locale::Locale;
use crate::model::settings::Settings;
use crate::parse::origin::is_origin;
use crate::parse::settings::countries;
use crate::parse::value::{Data, Fields, Table};
use crate::parse::{localized, plain, text, toml};
use crate::rules;
use crate::source::{Source, SourcePath, Span};

/// The file.
pub const PATH: &str = "content/hotlines.toml";

/// For how long a confirmation holds unless the register says otherwise: a quarter of a year.
const MAX_AGE_DAYS: usize = 90;

/// The lines of the register, by id.
pub fn parse(source: &Source, settings: &Settings) -> Diagnosed<BTreeMap<String, Hotline>> {
    let mut faults = Vec::new();
    let text = text::read(source, None).split_into(&mut faults);
    let table = toml::parse(&source.path, &text, 0).split_into(&mut faults);
    let is_double = faults
        .iter()
        .any(|fault| fault.rule == &rules::DUPLICATE_KEY);
    faults.extend(plain::check(&table, &source.path, &settings.audience_ids()));
    let mut fields = Fields::new(&table, &source.path, Span::default(), &mut faults);
    let mut found = Vec::new();
    let mut hotlines = BTreeMap::new();
    if let Some((lines, _)) = fields.table("hotline") {
        for entry in &lines.entries {
            let Data::Table(line) = &entry.value.data else {
                fields.invalid(&entry.key, &entry.value, "[hotline.…]");
                continue;
            };
            if is_double && !has_head(line) {
                continue;
            }
            let reader = Register {
                path: &source.path,
                locales: &settings.locales,
                faults: &mut found,
            };
            let hotline = reader.hotline(&entry.key, line, entry.span);
            hotlines.insert(entry.key.clone(), hotline);
        }
    }
    fields.finish();
    faults.extend(found);
    Diagnosed::new(hotlines, faults)
}

/// Whether a line has more than channels. The head of one whose name is typed twice is lost, and that
/// is told already.
fn has_head(line: &Table) -> bool {
    line.entries.iter().any(|entry| entry.key != "channel")
}

struct Register<'a> {
    path: &'a SourcePath,
    locales: &'a [Locale],
    faults: &'a mut Vec<Diagnostic>,
}

impl Register<'_> {
    fn hotline(self, id: &str, table: &Table, span: Span) -> Hotline {
        let mut faults = Vec::new();
        let mut fields = Fields::new(table, self.path, span, &mut faults);
        let statuses = Status::ALL.map(|status| (status.as_str(), status));
        let status = fields.choice("status", &statuses).unwrap_or_default();
        let name = localized::read(&mut fields, "name", self.locales);
        let operator = localized::read(&mut fields, "operator", self.locales);
        let data_sharing = localized::read(&mut fields, "data_sharing", self.locales);
        let country = country(&mut fields);
        let verified_on = required(&mut fields, "verified_on", Fields::date);
        let verified_span = fields
            .entry("verified_on")
            .map_or(span, |entry| entry.value.span);
        let source = required(&mut fields, "source", Fields::string);
        if source.as_deref().is_some_and(|text| !is_origin(text)) {
            fields.invalid_entry("source", "\"https://…\"");
        }
        let reachable_from = countries(&mut fields, "reachable_from");
        let government = fields.boolean("government").unwrap_or(false);
        let verified_by = fields.string("verified_by");
        let max_age_days = fields.count("max_age_days").unwrap_or(MAX_AGE_DAYS);
        let channels = match country.as_deref() {
            Some(country) => self.channels(&mut fields, country),
            // What is wrong with its numbers cannot be said.
            None => required(&mut fields, "channel", |_, _| Some(Vec::new())).unwrap_or_default(),
        };
        fields.finish();
        self.faults.extend(faults);
        unnamed(
            id,
            &name,
            self.locales,
            &Place::new(self.path, span),
            self.faults,
        );
        let reachable_from = match reachable_from.is_empty() {
            true => country.iter().cloned().collect(),
            false => reachable_from.into_iter().map(|(code, _)| code).collect(),
        };
        let country = country.unwrap_or_default();
        // A line whose confirmation cannot be read is a fault already, and not old besides.
        let max_age_days = match verified_on {
            Some(_) => u32::try_from(max_age_days).unwrap_or(u32::MAX),
            None => u32::MAX,
        };
        Hotline {
            id: id.to_owned(),
            path: self.path.clone(),
            span,
            status,
            name,
            country,
            reachable_from,
            operator,
            government,
            data_sharing,
            verified_on: verified_on.unwrap_or(Date::EPOCH),
            verified_span,
            verified_by,
            source: source.unwrap_or_default(),
            max_age_days,
            channels,
        }
    }

    fn channels(&self, fields: &mut Fields<'_>, country: &str) -> Vec<Channel> {
        let Some(entry) = fields.entry("channel") else {
            fields.missing("channel");
            return Vec::new();
        };
        let Data::Array(values) = &entry.value.data else {
            fields.invalid("channel", &entry.value, "[[hotline.….channel]]");
            return Vec::new();
        };
        let mut channels = Vec::new();
        for value in values {
            let Data::Table(table) = &value.data else {
                fields.invalid("channel", value, "[[hotline.….channel]]");
                continue;
            };
            let place = Place::new(self.path, value.span);
            let channel = channel::parse(table, &place, country, self.locales);
            let mut faults = Vec::new();
            channels.extend(channel.split_into(&mut faults));
            faults.into_iter().for_each(|fault| fields.fault(fault));
        }
        channels
    }
}

/// The country that the numbers are of.
fn country(fields: &mut Fields<'_>) -> Option<String> {
    required(fields, "country", Fields::string)?;
    countries(fields, "country").pop().map(|(code, _)| code)
}

/// Every language of the campaign needs the line's name in it, or in one that stands in.
fn unnamed(
    id: &str,
    name: &Localized,
    locales: &[Locale],
    place: &Place,
    faults: &mut Vec<Diagnostic>,
) {
    for locale in locales {
        let has_name = locale.chain().iter().any(|tag| name.contains_key(*tag));
        if !has_name {
            faults.push(
                Diagnostic::new(&rules::UNNAMED_HOTLINE)
                    .at(place.clone())
                    .with("name", id)
                    .with("locale", &locale.tag),
            );
        }
    }
}

/// The value of a key that must be there.
pub fn required<'a, T>(
    fields: &mut Fields<'a>,
    key: &'static str,
    read: impl Fn(&mut Fields<'a>, &'static str) -> Option<T>,
) -> Option<T> {
    if fields.entry(key).is_none() {
        fields.missing(key);
        return None;
    }
    read(fields, key)
}
