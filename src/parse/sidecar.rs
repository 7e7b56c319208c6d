//! `photo.jpg.toml` → [`Sidecar`]: what stands beside a picture and is never published itself.

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::hotline::Localized;
use crate::model::picture::{Consent, Sidecar};
use crate::model::settings::Settings;
use crate::parse::settings::known_locale;
use crate::parse::value::{Data, Fields};
use crate::parse::{plain, text, toml};
use crate::rules;
use crate::source::{Source, Span};

/// What no picture of a campaign shows (OTIP, “Guidance on images”; SPOG 2020): it makes people who
/// were trafficked into victims again, and tells others that it cannot be their own story.
const DENIED: [&str; 9] = [
    "barcode",
    "bars",
    "bruises",
    "chains",
    "child-face",
    "cowering",
    "duct-tape",
    "handcuffs",
    "ropes",
];

const CONSENT: [(&str, Consent); 3] = [
    ("none", Consent::None),
    ("stock", Consent::Stock),
    ("release-on-file", Consent::ReleaseOnFile),
];

/// Reads a sidecar.
pub fn parse(source: &Source, settings: &Settings) -> Diagnosed<Sidecar> {
    let mut faults = Vec::new();
    let text = text::read(source, None).split_into(&mut faults);
    let table = toml::parse(&source.path, &text, 0).split_into(&mut faults);
    faults.extend(plain::check(&table, &source.path, &settings.audience_ids()));
    let mut found = Vec::new();
    let mut fields = Fields::new(&table, &source.path, Span::default(), &mut faults);
    let sidecar = Sidecar {
        alt: alt(&mut fields, settings, &mut found),
        decorative: fields.boolean("decorative").unwrap_or(false),
        credit: fields.string("credit").filter(|text| !text.is_empty()),
        licence: fields.string("licence").filter(|text| !text.is_empty()),
        source: fields.string("source"),
        consent: fields.choice("consent", &CONSENT),
        depicts: depicts(&mut fields),
    };
    fields.finish();
    faults.extend(found);
    Diagnosed::new(sidecar, faults)
}

/// One text for each language. An empty one is as good as none: a decoration says that it is one.
fn alt(fields: &mut Fields<'_>, settings: &Settings, faults: &mut Vec<Diagnostic>) -> Localized {
    let Some((table, _)) = fields.table("alt") else {
        return Localized::new();
    };
    let mut texts = Localized::new();
    for entry in &table.entries {
        let Data::String(text) = &entry.value.data else {
            fields.invalid(&entry.key, &entry.value, "\"…\"");
            continue;
        };
        let locales = &settings.locales;
        let tag = known_locale(&entry.key, entry.span, fields.path(), locales, faults);
        if let Some(tag) = tag.filter(|_| !text.trim().is_empty()) {
            texts.insert(tag, text.trim().to_owned());
        }
    }
    texts
}

fn depicts(fields: &mut Fields<'_>) -> Vec<String> {
    let tags = fields.strings("depicts").unwrap_or_default();
    for (tag, span) in &tags {
        if DENIED.contains(&normal(tag).as_str()) {
            let fault = Diagnostic::new(&rules::IMAGE_ETHICS)
                .at(Place::new(fields.path(), *span))
                .with("name", tag);
            fields.fault(fault);
        }
    }
    tags.into_iter().map(|(tag, _)| tag).collect()
}

/// `Duct tape` and `duct_tape` are `duct-tape`.
fn normal(tag: &str) -> String {
    tag.trim().to_lowercase().replace([' ', '_'], "-")
}
