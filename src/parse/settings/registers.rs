//! What campaign.toml says about the registers: where readers are, which old confirmations are let
//! pass, and which numbers are no telephone numbers.

use std::collections::BTreeMap;

use crate::parse::phone;
use crate::parse::value::{Data, Fields};
use crate::source::Span;

/// Countries as ISO 3166-1 alpha-2, each with its span.
pub fn countries(fields: &mut Fields<'_>, key: &'static str) -> Vec<(String, Span)> {
    let mut known = Vec::new();
    for (country, span) in fields.strings(key).unwrap_or_default() {
        if phone::is_country(&country) {
            known.push((country, span));
        } else {
            fields.refuse(key, &country, span, "\"MX\", \"US\"…");
        }
    }
    known
}

/// `[hotlines] allow_unverified`: the lines that may be offered although their confirmation no
/// longer holds.
pub fn allow_unverified(fields: &mut Fields<'_>) -> Vec<(String, Span)> {
    let Some((table, span)) = fields.table("hotlines") else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    let mut inner = Fields::new(table, fields.path(), span, &mut faults);
    let allowed = inner.strings("allow_unverified").unwrap_or_default();
    inner.finish();
    faults.into_iter().for_each(|fault| fields.fault(fault));
    allowed
}

/// `[numbers] allowed`: digits, and the reason why they are no telephone number.
pub fn allowed_numbers(fields: &mut Fields<'_>) -> BTreeMap<String, String> {
    let Some((table, span)) = fields.table("numbers") else {
        return BTreeMap::new();
    };
    let mut faults = Vec::new();
    let mut inner = Fields::new(table, fields.path(), span, &mut faults);
    let entries = inner.table("allowed").map(|(table, _)| &table.entries);
    let mut allowed = BTreeMap::new();
    for entry in entries.into_iter().flatten() {
        let digits: String = entry.key.chars().filter(char::is_ascii_digit).collect();
        match &entry.value.data {
            // Without a reason nobody can tell later whether it was a slip.
            Data::String(reason) if !reason.trim().is_empty() && !digits.is_empty() => {
                allowed.insert(digits, reason.clone());
            }
            _ => inner.invalid(&entry.key, &entry.value, "\"case number of …\""),
        }
    }
    inner.finish();
    faults.into_iter().for_each(|fault| fields.fault(fault));
    allowed
}
