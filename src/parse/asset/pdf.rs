//! What a PDF file says of whoever made it, as far as it stands in plain sight: the entries of its
//! information dictionary (ISO 32000-2 §14.3.3). What a file keeps compressed is not found here.

use crate::diagnostic::{Diagnostic, Place};
use crate::rules;
use crate::source::{Source, Span};

/// The entries that name a person or what they work with.
const ENTRIES: [&str; 3] = ["Author", "Creator", "Producer"];

/// How much of a value is shown.
const SHOWN: usize = 60;

/// A warning for each entry that says something.
pub fn check(source: &Source) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for entry in ENTRIES {
        let key = format!("/{entry}");
        let values = occurrences(&source.bytes, key.as_bytes())
            .filter_map(|at| value(&source.bytes[at + key.len()..]));
        let mut values: Vec<String> = values.filter(|value| !value.trim().is_empty()).collect();
        values.sort();
        values.dedup();
        found.extend(values.into_iter().map(|value| {
            Diagnostic::new(&rules::PDF_METADATA)
                .at(Place::new(&source.path, Span::default()))
                .with("name", source.path.file_name())
                .with("entry", entry)
                .with("value", value)
        }));
    }
    found
}

fn occurrences<'a>(bytes: &'a [u8], word: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    starts
        .map(|(at, _)| at)
        .filter(move |at| bytes[*at..].starts_with(word))
}

/// A string (§7.3.4): between parentheses, or in hexadecimal digits.
fn value(after_key: &[u8]) -> Option<String> {
    let start = after_key
        .iter()
        .position(|byte| !byte.is_ascii_whitespace())?;
    let (first, rest) = after_key[start..].split_first()?;
    let bytes = match first {
        b'(' => literal(rest),
        b'<' if rest.first() != Some(&b'<') => hexadecimal(rest),
        _ => return None,
    };
    Some(
        text(&bytes)
            .chars()
            .filter(|c| !c.is_control())
            .take(SHOWN)
            .collect(),
    )
}

fn literal(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut depth = 1;
    let mut bytes = bytes.iter().take(16 * SHOWN);
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => {
                out.extend(bytes.next());
                continue;
            }
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        out.push(*byte);
    }
    out
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = bytes
        .iter()
        .take(16 * SHOWN)
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0))
        .collect()
}

/// UTF-16 when it begins with a byte order mark, else Latin letters.
fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xfe\xff") {
        Some(wide) => {
            let units: Vec<u16> = wide
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_made_a_file_is_found() {
        let check = |bytes: &[u8], expected: &[(&str, &str)]| {
            let source = Source::new("content/form.pdf", bytes);
            let found = super::check(&source);
            let told: Vec<(&str, &str)> = found
                .iter()
                .map(|fault| (fault.arguments[1].1.as_str(), fault.arguments[2].1.as_str()))
                .collect();
            assert_eq!(told, expected);
        };
        check(
            b"%PDF-1.7 << /Author (Jane \\(J.\\) Doe) /Title (x) >>",
            &[("Author", "Jane (J.) Doe")],
        );
        check(
            b"<</Producer<FEFF004C00F8>/Author()>>",
            &[("Producer", "L\u{f8}")],
        );
        check(b"/AuthorX /Author 5 0 R /Author <<", &[]);
        check(b"/Author (", &[]);
    }
}
