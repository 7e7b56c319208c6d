//! What comes of a small campaign: its faults and its files, all in memory.

use std::collections::{BTreeMap, BTreeSet};

use campaign::compile::{self, Compiled, Options};
use campaign::diagnostic::{self, Diagnostic, Place};
use campaign::model::route::Route;
use campaign::source::{Snapshot, Source};

/// What comes of a campaign.
pub struct Outcome {
    /// The faults as a document writes them, in order: severity, rule, place, the rest.
    pub faults: Vec<String>,
    /// The files of the output: `public/…` and the bytes.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Outcome {
    /// Compiles the campaign and renders all of it.
    pub fn of(sources: Vec<Source>, options: &Options) -> Self {
        let snapshot = Snapshot::new(sources);
        let mut faults = Vec::new();
        let compiled = compile::compile(&snapshot, options).split_into(&mut faults);
        let files = compiled.map_or_else(BTreeMap::new, |compiled| render(&compiled, &mut faults));
        diagnostic::sort(&mut faults);
        Self {
            faults: faults
                .iter()
                .map(|fault| written(fault, &snapshot))
                .collect(),
            files,
        }
    }
}

/// Every file that is always there, then those that they refer to.
fn render(compiled: &Compiled, faults: &mut Vec<Diagnostic>) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut waiting: BTreeSet<Route> = compiled.site.entries.keys().cloned().collect();
    while let Some(route) = waiting.pop_first() {
        let file = compiled.render(&route).expect("a route of the site");
        let file = file.split_into(faults);
        files.insert(format!("public/{route}"), file.bytes);
        let new = file.references.into_iter();
        waiting.extend(new.filter(|other| !files.contains_key(&format!("public/{other}"))));
    }
    files
}

/// `error unknown-key content/en.md:2:1 drfat → draft`: the values of the arguments, the
/// suggestion, and where else it stands.
fn written(fault: &Diagnostic, snapshot: &Snapshot) -> String {
    let place = |place: &Place| position(place, snapshot);
    let values: Vec<&str> = fault
        .arguments
        .iter()
        .map(|(_, value)| value.as_str())
        .filter(|value| !value.is_empty())
        .collect();
    let mut line = format!(
        "{} {} {} {}",
        fault.severity,
        fault.rule.id,
        fault.place.as_ref().map_or_else(|| "-".to_owned(), place),
        values.join(", ")
    );
    if let Some(suggestion) = &fault.suggestion {
        line.push_str(&format!(" → {suggestion}"));
    }
    for related in &fault.related {
        line.push_str(&format!(" (also {})", place(related)));
    }
    folded(&line)
}

/// `content/en.md:3:7`, both counted from 1, the column in characters. The path alone where the
/// file is not of the campaign.
fn position(place: &Place, snapshot: &Snapshot) -> String {
    let Some(source) = snapshot.get(place.path.as_str()) else {
        return place.path.to_string();
    };
    let text = source.text().map_or_else(
        |_| source.bytes.to_vec(),
        |text| text.into_owned().into_bytes(),
    );
    let Some(before) = text.get(..place.span.start) else {
        return format!("{}:beyond the end", place.path);
    };
    let before = String::from_utf8_lossy(before);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    format!("{}:{line}:{column}", place.path)
}

/// The text with single blanks.
pub fn folded(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
