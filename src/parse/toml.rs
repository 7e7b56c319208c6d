//! TOML → [`Table`], with every span and every syntax error.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::date::Date;
use crate::parse::value::{Data, Entry, Table, Value};
use crate::rules;
use crate::source::{SourcePath, Span};

/// Parses `text`, which begins `offset` bytes into the source. What can be read is read.
pub fn parse(path: &SourcePath, text: &str, offset: usize) -> Diagnosed<Table> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut faults = Vec::new();
    // What stands in a table whose name is typed twice is in its way at every key.
    let mut behind_double = 0;
    for error in &errors {
        let own = error.span().unwrap_or_default();
        let is_double = error.message() == DUPLICATE;
        if is_double && own.start < behind_double {
            continue;
        }
        if is_double && is_name_of_table(text, own.start) {
            behind_double = end_of_table(text, own.end);
        }
        let written = text.get(own.clone()).unwrap_or_default();
        let fault = match written {
            name if is_double => Diagnostic::new(&rules::DUPLICATE_KEY).with("name", name),
            day if is_day(day) => Diagnostic::new(&rules::IMPOSSIBLE_DATE).with("value", day),
            _ => Diagnostic::new(&rules::BROKEN_SYNTAX).with("reason", error.message()),
        };
        faults.push(fault.at(Place::new(path, Span::from(own).shifted(offset))));
    }
    let mut reader = Reader {
        path,
        offset,
        faults: &mut faults,
    };
    let table = reader.table(table.get_ref());
    Diagnosed::new(table, faults)
}

/// How the parser says that something is typed twice.
const DUPLICATE: &str = "duplicate key";

/// Whether a place is in the brackets that begin a table.
fn is_name_of_table(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[line..at].trim_start().starts_with('[')
}

/// Where the next table begins.
fn end_of_table(text: &str, at: usize) -> usize {
    text[at..]
        .find("\n[")
        .map_or(text.len(), |length| at + length)
}

/// Whether this is a day in form, `2026-11-31`.
fn is_day(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [4, 2, 2]
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
}

struct Reader<'a> {
    path: &'a SourcePath,
    offset: usize,
    faults: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>) -> Table {
        let mut entries: Vec<Entry> = table
            .iter()
            .map(|(key, value)| Entry {
                key: key.get_ref().to_string(),
                span: self.span(key),
                value: self.value(key.get_ref(), value),
            })
            .collect();
        entries.sort_by_key(|entry| entry.span);
        Table { entries }
    }

    fn value(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Value {
        let span = self.span(value);
        let data = match value.get_ref() {
            DeValue::String(text) => Some(Data::String(text.to_string())),
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
                .ok()
                .map(Data::Integer),
            DeValue::Float(number) => number.as_str().parse().ok().map(Data::Float),
            DeValue::Boolean(truth) => Some(Data::Boolean(*truth)),
            DeValue::Datetime(moment) => moment.date.and_then(day).map(Data::Date),
            DeValue::Array(values) => Some(Data::Array(
                values.iter().map(|value| self.value(key, value)).collect(),
            )),
            DeValue::Table(table) => Some(Data::Table(self.table(table))),
        };
        // A day that the calendar does not have is a fault of the syntax, too, and told already.
        let is_told = self
            .faults
            .iter()
            .any(|fault| fault.place == Some(Place::new(self.path, span)));
        if data.is_none() && !is_told {
            self.faults.push(
                Diagnostic::new(&rules::INVALID_VALUE)
                    .at(Place::new(self.path, span))
                    .with("name", key)
                    .with("value", "")
                    .with("expected", "2026-11-24, 1, 0.5"),
            );
        }
        Value {
            data: data.unwrap_or(Data::Faulty),
            span,
        }
    }

    fn span<T>(&self, spanned: &Spanned<T>) -> Span {
        Span::from(spanned.span()).shifted(self.offset)
    }
}

fn day(date: toml::value::Date) -> Option<Date> {
    Date::new(
        date.year.try_into().ok()?,
        date.month.try_into().ok()?,
        date.day.try_into().ok()?,
    )
}
