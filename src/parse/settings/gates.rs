//! `[release]` → what must be true of editions before they are published.

use crate::model::audience::{Audience, Edition};
use crate::model::gate::{Demand, Gate};
use crate::model::pattern::matches;
use crate::parse::value::{Data, Entry, Fields, Value};

/// What `[release]` says. A pattern that fits no edition is a slip of the pen, and would open a gate
/// that somebody thinks is closed.
pub(super) fn gates(fields: &mut Fields<'_>, audiences: &[Audience]) -> Vec<Gate> {
    let Some((table, _)) = fields.table("release") else {
        return Vec::new();
    };
    let names: Vec<String> = audiences.iter().flat_map(editions).collect();
    let gate = |entry: &Entry| {
        if !names.iter().any(|name| matches(&entry.key, name)) {
            fields.invalid_name("release", entry, &names.join(", "));
        }
        let Data::Array(items) = &entry.value.data else {
            fields.invalid(&entry.key, &entry.value, &known());
            return None;
        };
        let demand = |item: &Value| {
            let name = match &item.data {
                Data::String(name) => Demand::find(name),
                _ => None,
            };
            if name.is_none() {
                fields.invalid(&entry.key, item, &known());
            }
            Some((name?, item.span))
        };
        Some(Gate {
            pattern: entry.key.clone(),
            span: entry.span,
            demands: items.iter().filter_map(demand).collect(),
        })
    };
    table.entries.iter().filter_map(gate).collect()
}

fn editions(audience: &Audience) -> impl Iterator<Item = String> {
    audience.locales.iter().map(|locale| {
        let edition = Edition {
            audience: audience.id.clone(),
            locale: locale.clone(),
        };
        edition.to_string()
    })
}

fn known() -> String {
    Demand::ALL
        .map(|demand| format!("\"{}\"", demand.as_str()))
        .join(", ")
}
