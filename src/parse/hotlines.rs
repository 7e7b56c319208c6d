//! `content/hotlines.toml` → the register of lines to call.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::date::Date;
use crate::model::hotline::{Channel, ChannelKind, Hotline, Localized};
use crate::model::locale::Locale;
use crate::model::settings::Settings;
use crate::parse::settings::known_locale;
use crate::parse::value::{Data, Fields, Table};
use crate::parse::{locale, phone, text, toml};
use crate::rules;
use crate::source::{Source, SourcePath, Span};

/// The file.
pub const PATH: &str = "content/hotlines.toml";

/// For how long a confirmation holds unless the register says otherwise: a quarter of a year.
const MAX_AGE_DAYS: i64 = 90;

/// The lines of the register, by id.
pub fn parse(source: &Source, settings: &Settings) -> Diagnosed<BTreeMap<String, Hotline>> {
    let mut faults = Vec::new();
    let text = text::read(source, None).split_into(&mut faults);
    let table = toml::parse(&source.path, &text, 0).split_into(&mut faults);
    let mut fields = Fields::new(&table, &source.path, Span::default(), &mut faults);
    let mut found = Vec::new();
    let mut hotlines = BTreeMap::new();
    if let Some((lines, _)) = fields.table("hotline") {
        for entry in &lines.entries {
            let Data::Table(line) = &entry.value.data else {
                fields.invalid(&entry.key, &entry.value, "[hotline.…]");
                continue;
            };
            let reader = Register {
                path: &source.path,
                settings,
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

struct Register<'a> {
    path: &'a SourcePath,
    settings: &'a Settings,
    faults: &'a mut Vec<Diagnostic>,
}

impl Register<'_> {
    fn hotline(mut self, id: &str, table: &Table, span: Span) -> Hotline {
        let mut faults = Vec::new();
        let mut fields = Fields::new(table, self.path, span, &mut faults);
        let name = self.localized(&mut fields, "name");
        let operator = self.localized(&mut fields, "operator");
        let data_sharing = self.localized(&mut fields, "data_sharing");
        let country = required(&mut fields, "country", Fields::string);
        let verified_on = required(&mut fields, "verified_on", Fields::date);
        let source = required(&mut fields, "source", Fields::string);
        let reachable_from = fields.strings("reachable_from").unwrap_or_default();
        let government = fields.boolean("government").unwrap_or(false);
        let verified_by = fields.string("verified_by");
        let max_age = fields.integer("max_age_days").unwrap_or(MAX_AGE_DAYS);
        let channels = match &country {
            Some(country) => self.channels(&mut fields, country),
            None => required(&mut fields, "channel", |_, _| Some(Vec::new())).unwrap_or_default(),
        };
        fields.finish();
        self.faults.extend(faults);
        self.unnamed(id, &name, &self.settings.locales.clone(), span);
        let country = country.unwrap_or_default();
        // A line whose confirmation cannot be read is a fault already, and not old besides.
        let max_age_days = match verified_on {
            Some(_) => u32::try_from(max_age).unwrap_or(0),
            None => u32::MAX,
        };
        Hotline {
            id: id.to_owned(),
            path: self.path.clone(),
            span,
            name,
            reachable_from: match reachable_from.is_empty() {
                true => vec![country.clone()],
                false => reachable_from
                    .into_iter()
                    .map(|(country, _)| country)
                    .collect(),
            },
            country,
            operator,
            government,
            data_sharing,
            verified_on: verified_on.unwrap_or(Date::EPOCH),
            verified_by,
            source: source.unwrap_or_default(),
            max_age_days,
            channels,
        }
    }

    /// Every language of the campaign needs the line's name in it, or in one that stands in.
    fn unnamed(&mut self, id: &str, name: &Localized, locales: &[Locale], span: Span) {
        for locale in locales {
            let has_name = name.contains_key(&locale.tag)
                || locale.fallbacks.iter().any(|tag| name.contains_key(tag));
            if !has_name {
                self.faults.push(
                    Diagnostic::new(&rules::UNNAMED_HOTLINE)
                        .at(Place::new(self.path, span))
                        .with("name", id)
                        .with("locale", &locale.tag),
                );
            }
        }
    }

    /// A text by locale, or one text for all locales.
    fn localized(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Localized {
        let Some(entry) = fields.entry(key) else {
            return Localized::new();
        };
        let table = match &entry.value.data {
            Data::Table(table) => table,
            Data::String(text) => {
                return self
                    .settings
                    .locales
                    .iter()
                    .map(|locale| (locale.tag.clone(), text.clone()))
                    .collect();
            }
            _ => {
                fields.invalid(key, &entry.value, "{ en = \"…\", es = \"…\" }");
                return Localized::new();
            }
        };
        let mut texts = Localized::new();
        for entry in &table.entries {
            let tag = known_locale(
                &entry.key,
                entry.span,
                self.path,
                &self.settings.locales,
                self.faults,
            );
            match (&entry.value.data, tag) {
                (Data::String(text), Some(tag)) => {
                    texts.insert(tag, text.clone());
                }
                (Data::String(_), None) => {}
                _ => fields.invalid(key, &entry.value, "\"…\""),
            }
        }
        texts
    }

    fn channels(&mut self, fields: &mut Fields<'_>, country: &str) -> Vec<Channel> {
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
            match &value.data {
                Data::Table(table) => channels.extend(self.channel(table, value.span, country)),
                _ => fields.invalid("channel", value, "[[hotline.….channel]]"),
            }
        }
        channels
    }

    fn channel(&mut self, table: &Table, span: Span, country: &str) -> Option<Channel> {
        let kinds = ChannelKind::ALL.map(|kind| (kind.as_str(), kind));
        let mut faults = Vec::new();
        let mut fields = Fields::new(table, self.path, span, &mut faults);
        let kind = fields.choice("kind", &kinds);
        if kind.is_none() && fields.entry("kind").is_none() {
            fields.missing("kind");
        }
        if kind.is_none() {
            // Which of them it should have cannot be said.
            fields.entry("number");
            fields.entry("address");
        }
        let keyword = fields.string("keyword");
        let reach = kind.and_then(|kind| reach(&mut fields, kind, country, keyword.as_deref()));
        let channel = Channel {
            kind: kind.unwrap_or(ChannelKind::Voice),
            display: reach
                .as_ref()
                .map(|reach| reach.0.clone())
                .unwrap_or_default(),
            href: reach.as_ref().and_then(|reach| reach.1.clone()),
            hours: self.localized(&mut fields, "hours"),
            keyword,
            languages: fields
                .strings("languages")
                .unwrap_or_default()
                .iter()
                .filter_map(|(tag, _)| locale::canonical(tag))
                .collect(),
            interpreter: fields.boolean("interpreter").unwrap_or(false),
            free: fields.boolean("free").unwrap_or(false),
        };
        fields.finish();
        self.faults.extend(faults);
        reach.map(|_| channel)
    }
}

fn required<'a, T>(
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

/// What is shown of a channel, and where its link leads.
fn reach(
    fields: &mut Fields<'_>,
    kind: ChannelKind,
    country: &str,
    keyword: Option<&str>,
) -> Option<(String, Option<String>)> {
    let key = match kind {
        ChannelKind::Chat | ChannelKind::Email | ChannelKind::Web => "address",
        _ => "number",
    };
    let text = required(fields, key, Fields::string)?;
    let span = fields
        .entry(key)
        .map_or_else(Span::default, |entry| entry.value.span);
    match kind {
        ChannelKind::Email if is_mail_address(&text) => {
            Some((text.clone(), Some(format!("mailto:{text}"))))
        }
        ChannelKind::Email => {
            if let Some(entry) = fields.entry(key) {
                fields.invalid(key, &entry.value, "\"help@example.org\"");
            }
            None
        }
        ChannelKind::Chat | ChannelKind::Web => {
            if ::url::Url::parse(&text).is_ok_and(|url| url.scheme() == "https") {
                let shown = text
                    .trim_start_matches("https://")
                    .trim_end_matches('/')
                    .to_owned();
                return Some((shown, Some(text)));
            }
            if let Some(entry) = fields.entry(key) {
                fields.invalid(key, &entry.value, "\"https://…\"");
            }
            None
        }
        _ => {
            let Some(number) = phone::parse(&text, country) else {
                let fault = Diagnostic::new(&rules::INVALID_NUMBER)
                    .at(Place::new(fields.path(), span))
                    .with("number", &text)
                    .with("country", country);
                fields.fault(fault);
                return None;
            };
            let href = match kind {
                ChannelKind::Text => format!(
                    "sms:{}{}",
                    number.dial,
                    keyword.map_or_else(String::new, body)
                ),
                ChannelKind::Whatsapp => {
                    format!("https://wa.me/{}", number.dial.trim_start_matches('+'))
                }
                _ => format!("tel:{}", number.dial),
            };
            // A short code has no form that a link could dial from abroad; at home it dials as it is.
            Some((number.national, Some(href)))
        }
    }
}

/// Whether a text can be written to, as far as its form can tell.
fn is_mail_address(text: &str) -> bool {
    let is_plain = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "._+-".contains(c))
    };
    text.split_once('@')
        .is_some_and(|(name, host)| is_plain(name) && is_plain(host) && host.contains('.'))
}

/// The message that a text line expects, for the link (RFC 5724).
fn body(keyword: &str) -> String {
    format!("?body={keyword}")
}
