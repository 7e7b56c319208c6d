//! Bytes → text: what every parser asks of a file before it reads it.

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::locale::{Direction, Locale};
use crate::rules;
use crate::source::{Source, SourcePath, Span};

/// The size of the largest text that is read: a long book has two megabytes, and a file beyond
/// this is a mistake that would only slow everything down.
const LIMIT: usize = 5 * 1024 * 1024;

/// The text of a source and what is wrong with its characters. Empty when it is no text at all.
pub fn read(source: &Source, locale: Option<&Locale>) -> Diagnosed<String> {
    read_within(LIMIT, source, locale)
}

/// The same for a file of at most `limit` bytes, which a program wrote.
pub fn read_within(limit: usize, source: &Source, locale: Option<&Locale>) -> Diagnosed<String> {
    if source.bytes.len() > limit {
        let fault = Diagnostic::new(&rules::OVERSIZED_FILE)
            .at(Place::start_of(&source.path))
            .with("size", source.bytes.len())
            .with("limit", limit);
        return Diagnosed::new(String::new(), vec![fault]);
    }
    match source.text() {
        Ok(text) => {
            let diagnostics = forbidden_characters(&source.path, &text, locale);
            Diagnosed::new(text.into_owned(), diagnostics)
        }
        Err(invalid) => {
            let fault = Diagnostic::new(&rules::INVALID_ENCODING)
                .at(Place::new(
                    &source.path,
                    Span::new(invalid.offset, invalid.offset),
                ))
                .with("byte", format!("0x{:02X}", invalid.byte))
                .with("encoding", guess(&source.bytes));
            Diagnosed::new(String::new(), vec![fault])
        }
    }
}

/// What a file that is not UTF-8 most likely is.
fn guess(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "UTF-16",
        _ if bytes.iter().any(|byte| (0x80..0xA0).contains(byte)) => "Windows-1252",
        _ => "ISO-8859-1",
    }
}

/// Control characters hide text from a reviewer, and bidirectional ones reorder it; next to digits
/// they can make one number look like another.
fn forbidden_characters(path: &SourcePath, text: &str, locale: Option<&Locale>) -> Vec<Diagnostic> {
    if text.is_ascii()
        && !text
            .bytes()
            .any(|byte| byte.is_ascii_control() && byte != b'\n' && byte != b'\t')
    {
        return Vec::new();
    }
    let mut before = ' ';
    let mut found = Vec::new();
    for (offset, c) in text.char_indices() {
        if is_forbidden(c, before, locale) {
            let span = Span::new(offset, offset + c.len_utf8());
            found.push(
                Diagnostic::new(&rules::CONTROL_CHARACTER)
                    .at(Place::new(path, span))
                    .with("character", format!("U+{:04X}", u32::from(c))),
            );
        }
        before = c;
    }
    found
}

fn is_forbidden(c: char, before: char, locale: Option<&Locale>) -> bool {
    match c {
        '\n' | '\t' => false,
        // Joiners belong to the spelling of some scripts, and to composed pictures.
        '\u{200C}' | '\u{200D}' => before.is_ascii(),
        // Marks belong to the spelling of languages that run from right to left.
        '\u{200E}' | '\u{200F}' => {
            locale.is_none_or(|locale| locale.direction == Direction::LeftToRight)
        }
        '\u{00AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{FFFE}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        _ => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &[&str]) {
        let read = read(&Source::new("content/en.md", bytes), None);
        let found: Vec<_> = read.diagnostics.iter().map(|fault| fault.rule.id).collect();
        assert_eq!(found, expected, "{:?}", read.value);
    }

    #[test]
    fn what_is_text_and_what_is_not() {
        check(b"a\r\nb\tc\n", &[]);
        check("\u{feff}información".as_bytes(), &[]);
        check(b"informaci\xF3n", &["invalid-encoding"]);
        check(b"\xFF\xFEa\0", &["invalid-encoding"]);
        check(b"a\0b", &["control-character"]);
        check(b"a\rb", &["control-character"]);
        check("800 \u{202E}123".as_bytes(), &["control-character"]);
    }
}
