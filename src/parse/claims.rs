//! `content/claims.toml` → the register of figures, and the messages that say them.
//!
//! What a claim says is a Fluent message, `claim-<id>`, with `$value` (and `$upper`, for a range);
//! its attribute `figure` is the number with its unit alone. Both are written in the register, so
//! this makes them into Fluent as if they stood in a file of `locales/`.

mod typed;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::claim::{AsOf, Claim, Origin};
use crate::model::locale::{Locale, LocaleTag};
use crate::model::message::{Layer, Resource};
use crate::model::settings::Settings;
use crate::parse::hotlines::required;
use crate::parse::origin::is_origin;
use crate::parse::value::{Data, Fields, Table};
use crate::parse::{fluent, localized, plain, text, toml};
use crate::source::{Source, SourcePath, Span};

/// The file.
pub const PATH: &str = "content/claims.toml";

/// What a claim says of itself when the register does not say it: the number.
const NUMBER: &str = "{ $value }";

/// The figures of the register, by id, and a resource of messages for each locale.
#[derive(Debug, Default)]
pub struct Claims {
    /// The figures.
    pub claims: BTreeMap<String, Claim>,
    /// What they say.
    pub messages: Vec<Resource>,
}

/// What the texts of one claim say: locale, text and where it stands.
type Texts = Vec<(LocaleTag, String, Span)>;

/// Reads the register.
pub fn parse(source: &Source, settings: &Settings) -> Diagnosed<Claims> {
    let mut faults = Vec::new();
    let text = text::read(source, None).split_into(&mut faults);
    let table = toml::parse(&source.path, &text, 0).split_into(&mut faults);
    faults.extend(plain::check(&table, &source.path, &settings.audience_ids()));
    let mut fields = Fields::new(&table, &source.path, Span::default(), &mut faults);
    let mut claims = BTreeMap::new();
    let mut found = Vec::new();
    let mut wordings = Wordings {
        path: &source.path,
        messages: BTreeMap::new(),
        faults: Vec::new(),
    };
    let entries = fields.table("claim").map(|(table, _)| &table.entries);
    for entry in entries.into_iter().flatten() {
        let Data::Table(table) = &entry.value.data else {
            fields.invalid(&entry.key, &entry.value, "[claim.…]");
            continue;
        };
        if !is_id(&entry.key) {
            fields.invalid_name("claim", entry, "a-z, 0-9, -");
            continue;
        }
        let place = Place::new(&source.path, entry.span);
        let claim = claim(&entry.key, table, &place, settings, &mut wordings);
        let claim = claim.split_into(&mut found);
        claims.extend(claim.map(|claim| (entry.key.clone(), claim)));
    }
    fields.finish();
    faults.extend(found);
    faults.extend(wordings.faults);
    let messages = wordings.messages.into_values().collect();
    Diagnosed::new(Claims { claims, messages }, faults)
}

/// Whether a name can be part of the id of a message.
fn is_id(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn claim(
    id: &str,
    table: &Table,
    place: &Place,
    settings: &Settings,
    wordings: &mut Wordings<'_>,
) -> Diagnosed<Option<Claim>> {
    let locales = &settings.locales;
    let mut faults = Vec::new();
    let mut fields = Fields::new(table, &place.path, place.span, &mut faults);
    let value = required(&mut fields, "value", Fields::number);
    let upper = fields.number("upper");
    if value.zip(upper).is_some_and(|(value, upper)| upper < value) {
        let least = value.map_or_else(String::new, |value| format!("≥ {value}"));
        fields.invalid_entry("upper", &least);
    }
    let as_of = required(&mut fields, "as_of", as_of);
    let as_of_span = span_of(&mut fields, "as_of");
    let accessed = required(&mut fields, "accessed", Fields::date);
    let accessed_span = span_of(&mut fields, "accessed");
    let review_by = fields.date("review_by");
    let review_span = span_of(&mut fields, "review_by");
    let source = required(&mut fields, "source", |fields, key| {
        let texts = localized::read(fields, key, locales);
        if texts
            .values()
            .any(|text| !text.trim().is_empty() && !is_origin(text))
        {
            fields.invalid_entry(key, "\"https://…\"");
        }
        Some(texts).filter(|texts| !texts.is_empty())
    });
    let url = address(&mut fields, "url");
    let archive = address(&mut fields, "archive");
    let unit = localized::read(&mut fields, "unit", locales);
    let definition = localized::read(&mut fields, "definition", locales);
    let geography = localized::read(&mut fields, "geography", locales);
    let wording = localized::spanned(&mut fields, "wording", locales);
    let figure = localized::spanned(&mut fields, "figure", locales);
    fields.finish();
    let mut seen = Vec::new();
    for (_, text, span) in wording.iter().chain(&figure) {
        if !seen.contains(span) {
            seen.push(*span);
            let fault = typed::fault(id, text, as_of);
            wordings
                .faults
                .extend(fault.map(|fault| fault.at(Place::new(&place.path, *span))));
        }
    }
    wordings.add(id, wording, figure, locales, place.span);
    let complete = || {
        Some(Claim {
            id: id.to_owned(),
            path: place.path.clone(),
            span: place.span,
            value: value?,
            upper,
            unit,
            definition,
            geography,
            as_of: as_of?,
            as_of_span,
            origin: Origin {
                text: source?,
                url,
                archive,
            },
            accessed: accessed?,
            accessed_span,
            review_by,
            review_span,
        })
    };
    Diagnosed::new(complete(), faults)
}

/// A day, a month or a year, as text, as a date or as a number.
fn as_of(fields: &mut Fields<'_>, key: &'static str) -> Option<AsOf> {
    let entry = fields.entry(key)?;
    let found = match &entry.value.data {
        Data::Date(day) => Some(AsOf::Day(*day)),
        Data::Integer(year) => year.to_string().parse().ok(),
        Data::String(text) => text.parse().ok(),
        _ => None,
    };
    if found.is_none() {
        fields.invalid(key, &entry.value, "2021, \"2022-09\", 2022-09-12");
    }
    found
}

/// A web address that a source can be read at.
fn address(fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
    let text = fields.string(key)?;
    // An old site without encryption can still be a source; nobody loads it by reading ours.
    let is_web = ::url::Url::parse(&text)
        .is_ok_and(|url| matches!(url.scheme(), "https" | "http") && url.has_host());
    if !is_web {
        fields.invalid_entry(key, "\"https://…\"");
        return None;
    }
    Some(text)
}

fn span_of(fields: &mut Fields<'_>, key: &'static str) -> Span {
    fields
        .entry(key)
        .map_or_else(Span::default, |entry| entry.value.span)
}

/// The messages of all claims, a resource for each locale.
struct Wordings<'a> {
    path: &'a SourcePath,
    messages: BTreeMap<LocaleTag, Resource>,
    faults: Vec<Diagnostic>,
}

impl Wordings<'_> {
    /// Adds what a claim says. A language that the register words nothing for gets no message, so
    /// that its absence is found where the claim is shown.
    fn add(&mut self, id: &str, wording: Texts, figure: Texts, locales: &[Locale], claim: Span) {
        for locale in locales {
            let of = |texts: &Texts| {
                texts
                    .iter()
                    .find(|(tag, ..)| *tag == locale.tag)
                    .map(|(_, text, span)| (text.clone(), *span))
            };
            let figure = of(&figure);
            // The figure alone is a wording too: a claim may be nothing but a number.
            let Some((said, span)) = of(&wording).or_else(|| figure.clone()) else {
                continue;
            };
            let (number, _) = figure.unwrap_or_else(|| (NUMBER.to_owned(), claim));
            let message = format!(
                "{} = {}\n    .figure = {}\n",
                Claim::message(id),
                indented(&said),
                indented(&number)
            );
            self.message(&locale.tag, &message, span);
        }
    }

    fn message(&mut self, locale: &LocaleTag, message: &str, span: Span) {
        let mut found = Vec::new();
        let parsed = fluent::parse(self.path, message, locale, Layer::Campaign);
        let mut resource = parsed.split_into(&mut found);
        let place = Place::new(self.path, span);
        let moved = found.into_iter().map(|fault| fault.at(place.clone()));
        self.faults.extend(moved);
        for definition in resource.definitions.values_mut() {
            definition.span = span;
            for reference in &mut definition.references {
                reference.span = span;
            }
        }
        match self.messages.get_mut(locale) {
            None => {
                self.messages.insert(locale.clone(), resource);
            }
            Some(known) => {
                known.text = format!("{}\n{}", known.text, resource.text).into();
                known.definitions.extend(resource.definitions);
            }
        }
    }
}

/// A text as the value of a message: the lines after the first belong to it.
fn indented(text: &str) -> String {
    text.trim().replace('\n', "\n        ")
}
