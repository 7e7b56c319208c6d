//! TOML files and the heads of pages.

use crate::parse::numbers::hints::may_hold_number;
use crate::parse::numbers::strand::{Setting, Strand};
use crate::parse::value::{Data, Entry, Table, Value};
use crate::source::SourcePath;

/// The head of a page: each line without a comment.
pub fn head(text: &str) -> Strand {
    let mut strand = Strand::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim_start().starts_with('#') && may_hold_number(line) {
            strand.push(line, at, Setting::Prose);
            strand.gap();
        }
        at += line.len();
    }
    strand
}

/// The texts of a TOML file, except the values of `skipped` keys.
pub fn toml(text: &str, path: &SourcePath, skipped: &[&str]) -> Strand {
    let mut strand = Strand::default();
    table(
        &crate::parse::toml::parse(path, text, 0).value,
        text,
        skipped,
        &mut strand,
    );
    strand
}

fn table(table: &Table, source: &str, skipped: &[&str], strand: &mut Strand) {
    let read = |entry: &&Entry| !skipped.contains(&entry.key.as_str());
    for entry in table.entries.iter().filter(read) {
        value(&entry.value, source, skipped, strand);
    }
}

fn value(value: &Value, source: &str, skipped: &[&str], strand: &mut Strand) {
    match &value.data {
        Data::Table(inner) => table(inner, source, skipped, strand),
        Data::Array(values) => {
            for inner in values {
                self::value(inner, source, skipped, strand);
            }
        }
        Data::String(text) => {
            let written = source.get(value.span.range()).unwrap_or("");
            strand.gap();
            match written.find(text.as_str()).filter(|_| !text.is_empty()) {
                Some(at) => strand.push(text, value.span.start + at, Setting::Prose),
                None => strand.push_at(text, value.span, Setting::Prose),
            }
            strand.gap();
        }
        Data::Integer(number) => {
            strand.gap();
            strand.push_at(&number.to_string(), value.span, Setting::Prose);
            strand.gap();
        }
        Data::Float(_) | Data::Boolean(_) | Data::Date(_) | Data::Faulty => {}
    }
}
