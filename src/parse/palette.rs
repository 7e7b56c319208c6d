//! `[tokens]`, `[tones]` and `[[pairs]]` of theme.toml, and `[colors]` of campaign.toml → palette.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Place, closest};
use crate::model::color::Color;
use crate::model::palette::{Pair, Palette, Shades, Swatch, Tokens};
use crate::parse::value::{Data, Entry, Fields, Table, Value};
use crate::rules;
use crate::source::{SourcePath, Span};

/// What a colour may be written as.
const COLORS: &str =
    "\"#0a4a5a\", \"oklch(38% 0.065 220)\", { light = \"#0a4a5a\", dark = \"#92dce9\" }";

/// What text must have at least unless a pair says otherwise (WCAG 2.2, 1.4.3 AA).
const TEXT: f64 = 4.5;

/// The palette that a theme.toml declares, without any colours of the campaign.
pub fn of_theme(fields: &mut Fields<'_>) -> Palette {
    let tokens = tokens(fields, "tokens");
    let tones = tones(fields);
    let pairs = pairs(fields, &tokens);
    Palette {
        tokens,
        tones,
        pairs,
        own: Tokens::new(),
    }
}

/// The colours of a table of them.
pub fn tokens(fields: &mut Fields<'_>, key: &'static str) -> Tokens {
    match fields.table(key) {
        None => Tokens::new(),
        Some((table, _)) => tokens_of(fields, table),
    }
}

fn tokens_of(fields: &mut Fields<'_>, table: &Table) -> Tokens {
    let mut tokens = Tokens::new();
    for entry in &table.entries {
        if let Some(shades) = shades(fields, entry) {
            tokens.insert(entry.key.clone(), shades);
        }
    }
    tokens
}

/// A colour for both schemes, or a table of two.
fn shades(fields: &mut Fields<'_>, entry: &Entry) -> Option<Shades> {
    match &entry.value.data {
        Data::String(_) => {
            let both = swatch(fields, &entry.key, &entry.value)?;
            Some(Shades {
                light: Some(both.clone()),
                dark: Some(both),
            })
        }
        Data::Table(table) => {
            let mut shades = Shades::default();
            for inner in &table.entries {
                let place = match inner.key.as_str() {
                    "light" => &mut shades.light,
                    "dark" => &mut shades.dark,
                    other => {
                        let fault = unknown(fields.path(), other, inner.span, ["light", "dark"]);
                        fields.fault(fault);
                        continue;
                    }
                };
                *place = swatch(fields, &entry.key, &inner.value);
            }
            Some(shades)
        }
        _ => {
            fields.invalid(&entry.key, &entry.value, COLORS);
            None
        }
    }
}

fn swatch(fields: &mut Fields<'_>, key: &str, value: &Value) -> Option<Swatch> {
    let color = match &value.data {
        Data::String(text) => Color::read(text),
        _ => None,
    };
    if color.is_none() {
        fields.invalid(key, value, COLORS);
    }
    color.map(|color| Swatch {
        color,
        place: Place::new(fields.path(), value.span),
    })
}

fn tones(fields: &mut Fields<'_>) -> BTreeMap<String, Tokens> {
    let Some((table, _)) = fields.table("tones") else {
        return BTreeMap::new();
    };
    let mut tones = BTreeMap::new();
    for entry in &table.entries {
        match &entry.value.data {
            Data::Table(inner) => {
                let tokens = tokens_of(fields, inner);
                tones.insert(entry.key.clone(), tokens);
            }
            _ => fields.invalid(&entry.key, &entry.value, "[table]"),
        }
    }
    tones
}

fn pairs(fields: &mut Fields<'_>, tokens: &Tokens) -> Vec<Pair> {
    let Some(entry) = fields.entry("pairs") else {
        return Vec::new();
    };
    let Data::Array(values) = &entry.value.data else {
        fields.invalid("pairs", &entry.value, "[[pairs]]");
        return Vec::new();
    };
    let mut pairs = Vec::new();
    for value in values {
        match &value.data {
            Data::Table(table) => pairs.extend(pair(fields, table, value.span, tokens)),
            _ => fields.invalid("pairs", value, "[[pairs]]"),
        }
    }
    pairs
}

fn pair(fields: &mut Fields<'_>, table: &Table, span: Span, tokens: &Tokens) -> Option<Pair> {
    let path = fields.path();
    let mut faults = Vec::new();
    let mut inner = Fields::new(table, path, span, &mut faults);
    let text = token(&mut inner, "text", tokens);
    let background = token(&mut inner, "background", tokens);
    let minimum = minimum(&mut inner);
    inner.finish();
    faults.into_iter().for_each(|fault| fields.fault(fault));
    Some(Pair {
        text: text?,
        background: background?,
        minimum,
        place: Place::new(path, span),
    })
}

/// The name of a colour that the theme has.
fn token(fields: &mut Fields<'_>, key: &'static str, tokens: &Tokens) -> Option<String> {
    let Some(entry) = fields.entry(key) else {
        fields.missing(key);
        return None;
    };
    let name = fields.string(key)?;
    if tokens.contains_key(&name) {
        return Some(name);
    }
    let known = tokens.keys().map(String::as_str);
    let fault = unknown(fields.path(), &name, entry.value.span, known);
    fields.fault(fault);
    None
}

fn minimum(fields: &mut Fields<'_>) -> f64 {
    let Some(entry) = fields.entry("minimum") else {
        return TEXT;
    };
    let ratio = match &entry.value.data {
        Data::Float(ratio) => Some(*ratio),
        Data::Integer(ratio) => i32::try_from(*ratio).ok().map(f64::from),
        _ => None,
    };
    // What black on white has is the most there is.
    match ratio.filter(|ratio| (1.0..=21.0).contains(ratio)) {
        Some(ratio) => ratio,
        None => {
            fields.invalid("minimum", &entry.value, "3, 4.5, 7");
            TEXT
        }
    }
}

/// Says which colours of a campaign the theme does not have, and leaves them out.
pub fn known_to_theme(own: &Tokens, theme: &Tokens) -> Diagnosed<Tokens> {
    let mut faults = Vec::new();
    let mut known = Tokens::new();
    for (name, shades) in own {
        match (
            theme.contains_key(name),
            shades.light.as_ref().or(shades.dark.as_ref()),
        ) {
            (true, _) => drop(known.insert(name.clone(), shades.clone())),
            (false, Some(swatch)) => {
                let names = theme.keys().map(String::as_str);
                faults.push(unknown(&swatch.place.path, name, swatch.place.span, names));
            }
            (false, None) => {}
        }
    }
    Diagnosed::new(known, faults)
}

/// A name nobody knows. What is marked may be its value, so the nearest known name is only told.
fn unknown<'a>(
    path: &SourcePath,
    name: &str,
    span: Span,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    let names: Vec<&str> = known.into_iter().collect();
    let expected = match closest(name, names.iter().copied()) {
        Some(close) => format!("\"{close}\""),
        None => names.join(", "),
    };
    Diagnostic::new(&rules::INVALID_VALUE)
        .at(Place::new(path, span))
        .with("name", "colors")
        .with("value", name)
        .with("expected", expected)
}
