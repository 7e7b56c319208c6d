//! Edits: new texts in the places of old ones, and every other byte as it was.

use crate::exchange::EntryKind;
use crate::exchange::folding::unfold;
use crate::exchange::page::Slot;
use crate::model::document::UnitKind;
use crate::parse::fluent::indented;
use crate::source::{Source, Span};

/// What comes in place of some bytes of a file.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The bytes, as spans see the file.
    pub span: Span,
    /// What stands there afterwards.
    pub written: String,
}

impl Edit {
    /// Puts a translation in the place of a slot of `text`.
    pub fn replace(slot: &Slot, translation: &str, text: &str) -> Self {
        let written = match slot.kind {
            EntryKind::Title | EntryKind::Description | EntryKind::Label | EntryKind::Extra => {
                string(translation)
            }
            EntryKind::Message => indented(translation),
            EntryKind::Unit(UnitKind::Argument) => {
                let line: Vec<&str> = translation.split_whitespace().collect();
                line.join(" ").replace('"', "\\\"")
            }
            EntryKind::Unit(_) => {
                // What stands around the text stays, such as the blank behind a label.
                let old = &text[slot.span.range()];
                let start = old.len() - old.trim_start().len();
                let end = old.trim_end().len().max(start);
                let new = unfold(translation, &margin(text, slot.span.start));
                format!("{}{new}{}", &old[..start], &old[end..])
            }
        };
        Self {
            span: slot.span,
            written,
        }
    }
}

/// A text as TOML and YAML both write it, which is how JSON does.
pub(super) fn string(text: &str) -> String {
    serde_json::Value::from(text.trim()).to_string()
}

/// What further lines of a block begin with that begins at `at`: the marks of quotations, and
/// blanks below the mark of an item.
fn margin(text: &str, at: usize) -> String {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[start..at]
        .chars()
        .map(|c| match c {
            '>' | '\t' => c,
            _ => ' ',
        })
        .collect()
}

/// The text of a file after some edits, which do not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut out = String::new();
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.written);
        at = edit.span.end;
    }
    out + &text[at..]
}

/// The bytes of a file after some edits: with its own mark at the beginning and its own line ends.
pub fn apply_to(source: &Source, edits: &[Edit]) -> Vec<u8> {
    if source.text().is_err() {
        return source.bytes.to_vec();
    }
    let mark = "\u{feff}".as_bytes();
    let skipped = match source.bytes.starts_with(mark) {
        true => mark.len(),
        false => 0,
    };
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let line_end = match source.bytes.windows(2).any(|pair| pair == b"\r\n") {
        true => "\r\n",
        false => "\n",
    };
    let places = Places::new(&source.bytes[skipped..]);
    let mut out = source.bytes[..skipped].to_vec();
    let raw = &source.bytes[skipped..];
    let mut at = 0;
    for edit in edits {
        out.extend_from_slice(&raw[at..places.of(edit.span.start)]);
        out.extend_from_slice(edit.written.replace('\n', line_end).as_bytes());
        at = places.of(edit.span.end);
    }
    out.extend_from_slice(&raw[at..]);
    out
}

/// Where the bytes of a text stand in a file whose lines may end in two characters.
struct Places {
    /// For each line end that is two characters, where it stands in the text.
    pairs: Vec<usize>,
}

impl Places {
    fn new(raw: &[u8]) -> Self {
        let pairs = raw
            .windows(2)
            .enumerate()
            .filter(|(_, pair)| *pair == b"\r\n")
            .enumerate()
            .map(|(before, (at, _))| at - before)
            .collect();
        Self { pairs }
    }

    fn of(&self, at: usize) -> usize {
        at + self.pairs.partition_point(|pair| *pair < at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, word: &str, new: &str, expected: &str) {
        let source = Source::new("content/en.md", file.as_bytes());
        let start = source.text().unwrap().find(word).unwrap();
        let edit = Edit {
            span: Span::new(start, start + word.len()),
            written: new.to_owned(),
        };
        assert_eq!(apply_to(&source, &[edit]), expected.as_bytes());
    }

    #[test]
    fn line_ends_and_marks_stay_as_they_are() {
        check("a\nb\nc", "b", "x", "a\nx\nc");
        check("a\r\nb\r\nc\r\n", "b", "x\ny", "a\r\nx\r\ny\r\nc\r\n");
        check("\u{feff}a\r\nb\nc", "c", "x", "\u{feff}a\r\nb\nx");
    }

    #[test]
    fn margins_repeat_quotations_only() {
        assert_eq!(margin("a\n> - b", 6), ">   ");
    }
}
