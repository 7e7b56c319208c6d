//! What TOML and YAML say, as one kind of tree in which every key and value knows its span.
//!
//! [`Fields`] reads a table key by key and keeps a list of what was asked for, so that whatever is
//! left over is an unknown key and the reader learns which known one it resembles.

use std::fmt;

use crate::diagnostic::{Diagnostic, Place, closest};
use crate::model::date::Date;
use crate::model::front_matter::Extra;
use crate::rules;
use crate::source::{SourcePath, Span};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// What it is.
    pub data: Data,
    /// Where it stands.
    pub span: Span,
}

/// What a value can be.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// A text.
    String(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// True or false.
    Boolean(bool),
    /// A day.
    Date(Date),
    /// A list.
    Array(Vec<Value>),
    /// A table.
    Table(Table),
    /// Something that is none of these, of which it is told already.
    Faulty,
}

impl fmt::Display for Data {
    /// As a message names it: lists and tables only hinted at.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(text) => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
            Self::Float(number) => number.fmt(f),
            Self::Boolean(truth) => truth.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Array(_) => f.write_str("[…]"),
            Self::Table(_) => f.write_str("{…}"),
            Self::Faulty => f.write_str("…"),
        }
    }
}

impl Value {
    /// The value as a theme sees it. Days become text.
    pub fn to_extra(&self) -> Extra {
        match &self.data {
            Data::String(text) => Extra::String(text.clone()),
            Data::Faulty => Extra::String(String::new()),
            Data::Integer(number) => Extra::Integer(*number),
            Data::Float(number) => Extra::Float(*number),
            Data::Boolean(truth) => Extra::Boolean(*truth),
            Data::Date(date) => Extra::String(date.to_string()),
            Data::Array(values) => Extra::Array(values.iter().map(Self::to_extra).collect()),
            Data::Table(table) => Extra::Table(
                table
                    .entries
                    .iter()
                    .map(|entry| (entry.key.clone(), entry.value.to_extra()))
                    .collect(),
            ),
        }
    }
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// Keys and values, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The entries.
    pub entries: Vec<Entry>,
}

/// A table that is being read.
pub struct Fields<'a> {
    table: &'a Table,
    path: &'a SourcePath,
    span: Span,
    asked: Vec<&'static str>,
    faults: &'a mut Vec<Diagnostic>,
}

impl<'a> Fields<'a> {
    /// Begins to read `table`; `span` is where it stands, for what is missing from it.
    pub fn new(
        table: &'a Table,
        path: &'a SourcePath,
        span: Span,
        faults: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            table,
            path,
            span,
            asked: Vec::new(),
            faults,
        }
    }

    /// The entry of this key.
    pub fn entry(&mut self, key: &'static str) -> Option<&'a Entry> {
        self.asked.push(key);
        self.table.entries.iter().find(|entry| entry.key == key)
    }

    /// The text of this key.
    pub fn string(&mut self, key: &'static str) -> Option<String> {
        self.typed(key, "text", |data| match data {
            Data::String(text) => Some(text.clone()),
            _ => None,
        })
    }

    /// The truth of this key.
    pub fn boolean(&mut self, key: &'static str) -> Option<bool> {
        self.typed(key, "true, false", |data| match data {
            Data::Boolean(truth) => Some(*truth),
            _ => None,
        })
    }

    /// The whole number of this key.
    pub fn integer(&mut self, key: &'static str) -> Option<i64> {
        self.typed(key, "1, 2, 3…", |data| match data {
            Data::Integer(number) => Some(*number),
            _ => None,
        })
    }

    /// The number of this key, whole or with a fraction.
    pub fn number(&mut self, key: &'static str) -> Option<f64> {
        self.typed(key, "1, 0.5…", |data| match data {
            #[expect(clippy::cast_precision_loss, reason = "figures are far below 2^53")]
            Data::Integer(number) => Some(*number as f64),
            Data::Float(number) => Some(*number).filter(|number| number.is_finite()),
            _ => None,
        })
    }

    /// The number of this key, when it counts something: at least one.
    pub fn count(&mut self, key: &'static str) -> Option<usize> {
        self.typed(key, "1, 2, 3…", |data| match data {
            Data::Integer(number) => usize::try_from(*number).ok().filter(|number| *number > 0),
            _ => None,
        })
    }

    /// The day of this key, also when it is written as a text.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        self.typed(key, "2026-11-24", |data| match data {
            Data::Date(date) => Some(*date),
            Data::String(text) => text.parse().ok(),
            _ => None,
        })
    }

    /// The texts of this key, each with its span; a single text counts as a list of one.
    pub fn strings(&mut self, key: &'static str) -> Option<Vec<(String, Span)>> {
        let entry = self.entry(key)?;
        let values = match &entry.value.data {
            Data::Array(values) => values.as_slice(),
            Data::String(_) => std::slice::from_ref(&entry.value),
            _ => {
                self.invalid(key, &entry.value, "[\"…\", \"…\"]");
                return None;
            }
        };
        let mut texts = Vec::new();
        for value in values {
            match &value.data {
                Data::String(text) => texts.push((text.clone(), value.span)),
                _ => self.invalid(key, value, "\"…\""),
            }
        }
        Some(texts)
    }

    /// The table of this key, with where it stands.
    pub fn table(&mut self, key: &'static str) -> Option<(&'a Table, Span)> {
        let entry = self.entry(key)?;
        match &entry.value.data {
            Data::Table(table) => Some((table, entry.span)),
            _ => {
                self.invalid(key, &entry.value, "[table]");
                None
            }
        }
    }

    /// One of a few words, with what it stands for.
    pub fn choice<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let entry = self.entry(key)?;
        let Data::String(text) = &entry.value.data else {
            self.invalid(key, &entry.value, &list(words));
            return None;
        };
        if let Some((_, value)) = words.iter().find(|(word, _)| word == text) {
            return Some(*value);
        }
        let nearest = closest(text, words.iter().map(|(word, _)| *word));
        let fault = self.invalid_value(key, text, entry.value.span, &list(words));
        self.faults
            .push(fault.suggest(nearest.map(|word| format!("\"{word}\""))));
        None
    }

    /// Everything of a free table, for the theme.
    pub fn extra(&mut self, key: &'static str) -> std::collections::BTreeMap<String, Extra> {
        self.table(key).map_or_else(Default::default, |(table, _)| {
            table
                .entries
                .iter()
                .map(|entry| (entry.key.clone(), entry.value.to_extra()))
                .collect()
        })
    }

    /// Says that a key must be there.
    pub fn missing(&mut self, key: &'static str) {
        self.faults.push(
            Diagnostic::new(&rules::MISSING_KEY)
                .at(Place::new(self.path, self.span))
                .with("name", key),
        );
    }

    /// Says that a value is not what it should be.
    pub fn invalid(&mut self, key: &str, value: &Value, expected: &str) {
        if value.data == Data::Faulty {
            return;
        }
        self.refuse(key, &value.data.to_string(), value.span, expected);
    }

    /// Says that the value of a key is not what it should be.
    pub fn invalid_entry(&mut self, key: &'static str, expected: &str) {
        if let Some(entry) = self.entry(key) {
            self.invalid(key, &entry.value, expected);
        }
    }

    /// Says that a name, such as that of a table, is not what it should be.
    pub fn invalid_name(&mut self, key: &str, name: &Entry, expected: &str) {
        self.refuse(key, &name.key, name.span, expected);
    }

    /// Says that one of the words of a list is not what it should be.
    pub fn refuse(&mut self, key: &str, written: &str, span: Span, expected: &str) {
        let fault = self.invalid_value(key, written, span, expected);
        self.faults.push(fault);
    }

    /// Adds a fault of another kind.
    pub fn fault(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    /// The source that is being read.
    pub fn path(&self) -> &'a SourcePath {
        self.path
    }

    /// Ends reading: every key that nobody asked for is unknown.
    pub fn finish(self) {
        for entry in &self.table.entries {
            if !self.asked.contains(&entry.key.as_str()) {
                self.faults.push(
                    Diagnostic::new(&rules::UNKNOWN_KEY)
                        .at(Place::new(self.path, entry.span))
                        .with("name", &entry.key)
                        .suggest(closest(&entry.key, self.asked.iter().copied())),
                );
            }
        }
    }

    fn typed<T>(
        &mut self,
        key: &'static str,
        expected: &str,
        convert: impl Fn(&Data) -> Option<T>,
    ) -> Option<T> {
        let entry = self.entry(key)?;
        let value = convert(&entry.value.data);
        if value.is_none() {
            self.invalid(key, &entry.value, expected);
        }
        value
    }

    fn invalid_value(&self, key: &str, value: &str, span: Span, expected: &str) -> Diagnostic {
        Diagnostic::new(&rules::INVALID_VALUE)
            .at(Place::new(self.path, span))
            .with("name", key)
            .with("value", value)
            .with("expected", expected)
    }
}

fn list<T>(words: &[(&str, T)]) -> String {
    words
        .iter()
        .map(|(word, _)| format!("\"{word}\""))
        .collect::<Vec<_>>()
        .join(", ")
}
