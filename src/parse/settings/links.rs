//! `[links]` → which links to other sites are visited, how, and how bad it is when one leads nowhere.

use super::{LEVELS, tables};
use crate::model::settings::LinkSettings;
use crate::parse::value::Fields;

/// What `[links]` says.
pub(super) fn links(fields: &mut Fields<'_>) -> LinkSettings {
    let mut settings = LinkSettings::default();
    let Some((table, span)) = fields.table("links") else {
        return settings;
    };
    let path = fields.path();
    let mut found = Vec::new();
    let mut links = Fields::new(table, path, span, &mut found);
    let ignored = links.strings("ignore").unwrap_or_default();
    settings.ignore = ignored.into_iter().map(|(pattern, _)| pattern).collect();
    if let Some(days) = links.integer("max_age_days") {
        match u32::try_from(days) {
            Ok(days) => settings.max_age_days = days,
            Err(_) => links.invalid_entry("max_age_days", "7"),
        }
    }
    if let Some(seconds) = links.number("delay") {
        match (0.0..=60.0).contains(&seconds) {
            true => settings.delay = seconds,
            false => links.invalid_entry("delay", "1, 0.5, 60"),
        }
    }
    for (entry, host) in tables(&mut links, "hosts") {
        let mut faults = Vec::new();
        let mut host = Fields::new(host, path, entry.span, &mut faults);
        if let Some(level) = host.choice("level", LEVELS) {
            let name = entry.key.to_ascii_lowercase();
            settings.hosts.insert(name, level);
        }
        host.finish();
        faults.into_iter().for_each(|fault| links.fault(fault));
    }
    links.finish();
    found.into_iter().for_each(|fault| fields.fault(fault));
    settings
}
