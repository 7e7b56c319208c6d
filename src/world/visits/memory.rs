//! What was found on earlier visits, in `.campaign/cache/links.json`. It is a convenience: without
//! it, or when it makes no sense, everything is visited again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Etiquette;
use crate::model::date::Date;
use crate::model::visit::Visit;

/// Goes up when the form changes.
const VERSION: u32 = 1;

/// The file.
#[derive(Default, Serialize, Deserialize)]
struct Notes {
    version: u32,
    visits: BTreeMap<String, Note>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Note {
    /// The day of the visit.
    on: String,
    found: Visit,
}

/// What was found on earlier visits.
pub(super) struct Memory {
    path: PathBuf,
    notes: BTreeMap<String, Note>,
}

impl Memory {
    /// The memory of the campaign at `root`.
    pub fn of(root: &Path) -> Self {
        let path = root.join(".campaign").join("cache").join("links.json");
        let notes = std::fs::read(&path)
            .ok()
            .and_then(|bytes| serde_json::from_slice::<Notes>(&bytes).ok())
            .filter(|notes| notes.version == VERSION)
            .unwrap_or_default();
        Self {
            path,
            notes: notes.visits,
        }
    }

    /// What was found at an address not too many days ago.
    pub fn recall(&self, address: &str, etiquette: Etiquette) -> Option<Visit> {
        let note = self.notes.get(address)?;
        let on: Date = note.on.parse().ok()?;
        let age = i64::from(etiquette.today.days_since(on));
        (0..i64::from(etiquette.max_age_days))
            .contains(&age)
            .then(|| note.found.clone())
    }

    /// Keeps what was found today at those of these addresses where it will last, and what was known
    /// of the others. What nothing names any more is forgotten.
    pub fn keep(&self, addresses: &[&str], found: &BTreeMap<String, Visit>, today: Date) {
        let note = |address: &&str| {
            let note = match found.get(*address) {
                None => self.notes.get(*address).cloned(),
                Some(visit) => visit.is_lasting().then(|| Note {
                    on: today.to_string(),
                    found: visit.clone(),
                }),
            };
            Some(((*address).to_owned(), note?))
        };
        let notes = Notes {
            version: VERSION,
            visits: addresses.iter().filter_map(note).collect(),
        };
        // Where it cannot be kept, the next run asks again.
        let _ = self.write(&notes);
    }

    fn write(&self, notes: &Notes) -> std::io::Result<()> {
        let draft = self.path.with_extension("new");
        if let Some(folder) = self.path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&draft, serde_json::to_vec(notes)?)?;
        std::fs::rename(draft, &self.path)
    }
}
