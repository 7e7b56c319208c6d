//! Words that are shown as they are in every language: what the files of data hold.

use std::collections::BTreeSet;

use crate::parse::toml;
use crate::parse::value::Data;
use crate::source::Snapshot;

/// The words, in small letters, of every value in campaign.toml, the registers and what stands
/// beside pictures.
pub fn words(snapshot: &Snapshot) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let files = snapshot.iter();
    for source in files.filter(|source| source.path.extension() == Some("toml")) {
        if let Ok(text) = source.text() {
            let table = toml::parse(&source.path, &text, 0).value;
            collect(&Data::Table(table), &mut words);
        }
    }
    words
}

fn collect(data: &Data, words: &mut BTreeSet<String>) {
    match data {
        Data::String(text) => {
            let found = text.split(|c: char| !c.is_alphabetic());
            words.extend(found.map(str::to_lowercase));
        }
        Data::Array(values) => values.iter().for_each(|value| collect(&value.data, words)),
        Data::Table(table) => {
            let values = table.entries.iter().map(|entry| &entry.value.data);
            values.for_each(|value| collect(value, words));
        }
        _ => {}
    }
}
