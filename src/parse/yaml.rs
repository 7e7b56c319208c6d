//! YAML → [`Table`], for front matter that people bring along.
//!
//! Only what front matter needs: one document of maps, lists and scalars. A plain scalar is a
//! truth, a number or a day only when it can be nothing else, so `no` stays a word and a number
//! with a leading zero keeps it.

use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::parse::value::{Data, Entry, Table, Value};
use crate::rules;
use crate::source::{SourcePath, Span};

/// How deep maps and lists may nest: front matter is flat, and recursion has to end.
const DEPTH: usize = 32;

/// Parses `text`, which begins `offset` bytes into the source. What can be read is read.
pub fn parse(path: &SourcePath, text: &str, offset: usize) -> Diagnosed<Table> {
    let bytes: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let mut reader = Reader {
        events: Parser::new_from_str(text),
        path,
        bytes,
        offset,
        faults: Vec::new(),
    };
    let table = reader.document();
    Diagnosed::new(table, reader.faults)
}

struct Reader<'a> {
    events: Parser<'a, saphyr_parser::StrInput<'a>>,
    path: &'a SourcePath,
    /// Where each character begins: the parser counts characters.
    bytes: Vec<usize>,
    offset: usize,
    faults: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Table {
        while let Some((event, span)) = self.next() {
            match event {
                Event::StreamStart | Event::DocumentStart(_) => {}
                Event::MappingStart(..) => return self.table(0),
                Event::StreamEnd | Event::DocumentEnd => break,
                _ => {
                    self.broken(span, "key: value");
                    break;
                }
            }
        }
        Table::default()
    }

    fn table(&mut self, depth: usize) -> Table {
        let mut entries = Vec::new();
        while let Some((event, span)) = self.next() {
            let key = match event {
                Event::MappingEnd => break,
                Event::Scalar(key, ..) => key.into_owned(),
                _ => {
                    self.broken(span, "key: value");
                    break;
                }
            };
            let Some(value) = self.value(depth + 1) else {
                continue;
            };
            if entries.iter().any(|entry: &Entry| entry.key == key) {
                self.broken(span, &key);
                continue;
            }
            entries.push(Entry { key, span, value });
        }
        Table { entries }
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        let (event, span) = self.next()?;
        if depth > DEPTH {
            self.broken(span, "…");
            return None;
        }
        let data = match event {
            Event::Scalar(text, ScalarStyle::Plain, ..) => plain(&text)?,
            Event::Scalar(text, ..) => Data::String(text.into_owned()),
            Event::MappingStart(..) => Data::Table(self.table(depth)),
            Event::SequenceStart(..) => Data::Array(self.list(depth)),
            _ => {
                self.broken(span, "key: value");
                return None;
            }
        };
        Some(Value { data, span })
    }

    fn list(&mut self, depth: usize) -> Vec<Value> {
        let mut values = Vec::new();
        loop {
            match self.events.peek() {
                Some(Ok((Event::SequenceEnd, _))) => {
                    self.next();
                    return values;
                }
                Some(Ok((Event::StreamEnd, _))) | None => return values,
                Some(_) => match self.value(depth + 1) {
                    Some(value) => values.push(value),
                    None if !self.faults.is_empty() => return values,
                    None => {}
                },
            }
        }
    }

    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        if !self.faults.is_empty() {
            return None;
        }
        match self.events.next()? {
            Ok((event, span)) => Some((event, self.span(span.start.index(), span.end.index()))),
            Err(error) => {
                let at = error.marker().index();
                let fault = self.span(at, at);
                self.broken(fault, error.info());
                None
            }
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let last = self.bytes.len() - 1;
        Span::new(
            self.bytes[start.min(last)],
            self.bytes[end.clamp(start, last.max(start)).min(last)],
        )
        .shifted(self.offset)
    }

    fn broken(&mut self, span: Span, reason: &str) {
        self.faults.push(
            Diagnostic::new(&rules::BROKEN_SYNTAX)
                .at(Place::new(self.path, span))
                .with("reason", reason),
        );
    }
}

/// What a scalar without quotes is; nothing when it is empty.
fn plain(text: &str) -> Option<Data> {
    let has_leading_zero =
        text.trim_start_matches('-').len() > 1 && text.trim_start_matches('-').starts_with('0');
    match text {
        "" | "~" | "null" => return None,
        "true" => return Some(Data::Boolean(true)),
        "false" => return Some(Data::Boolean(false)),
        _ => {}
    }
    if let Ok(date) = text.parse() {
        return Some(Data::Date(date));
    }
    if !has_leading_zero && let Ok(number) = text.parse() {
        return Some(Data::Integer(number));
    }
    let is_decimal = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    if is_decimal
        && text.contains('.')
        && let Ok(number) = text.parse()
    {
        return Some(Data::Float(number));
    }
    Some(Data::String(text.to_owned()))
}
