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
    let mut faults: Vec<Diagnostic> = errors
        .iter()
        .map(|error| {
            let span = error
                .span()
                .map_or_else(Span::default, Span::from)
                .shifted(offset);
            Diagnostic::new(&rules::BROKEN_SYNTAX)
                .at(Place::new(path, span))
                .with("reason", error.message())
        })
        .collect();
    let mut reader = Reader {
        path,
        offset,
        faults: &mut faults,
    };
    let table = reader.table(table.get_ref());
    Diagnosed::new(table, faults)
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
            .filter_map(|(key, value)| {
                let span = self.span(key);
                let value = self.value(key.get_ref(), value)?;
                Some(Entry {
                    key: key.get_ref().to_string(),
                    span,
                    value,
                })
            })
            .collect();
        entries.sort_by_key(|entry| entry.span);
        Table { entries }
    }

    fn value(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Value> {
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
                values
                    .iter()
                    .filter_map(|value| self.value(key, value))
                    .collect(),
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
        data.map(|data| Value { data, span })
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
