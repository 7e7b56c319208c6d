//! `readability.lock` → [`Readability`].

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::readability::{PATH, Readability, Record, Tenths};
use crate::parse::text;
use crate::rules;
use crate::source::{Snapshot, SourcePath, Span};

/// What was accepted; nothing without the file. A line that cannot be read is told and passed over.
pub fn parse(snapshot: &Snapshot) -> Diagnosed<Readability> {
    let mut readability = Readability::default();
    let Some(source) = snapshot.get(PATH) else {
        return Diagnosed::clean(readability);
    };
    let mut faults = Vec::new();
    let text = text::read(source, None).split_into(&mut faults);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let known = entry(line).map(|(path, record)| readability.records.insert(path, record));
        if known != Some(None) {
            faults.push(
                Diagnostic::new(&rules::BROKEN_READABILITY).at(Place::new(&source.path, span)),
            );
        }
    }
    Diagnosed::new(readability, faults)
}

fn entry(line: &str) -> Option<(SourcePath, Record)> {
    let mut words = line.splitn(4, ' ');
    let (path, index, score) = (words.next()?, words.next()?, words.next()?);
    // Marks that git leaves around two versions are no such lines.
    let path = path
        .starts_with("content/")
        .then(|| SourcePath::new(path))?;
    let record = Record {
        index: index.to_owned(),
        score: Tenths::parse(score)?,
        reason: words.next().map(str::to_owned),
    };
    Some((path, record))
}
