//! Making foreign text harmless: what a file is called or says must not steer the terminal or the
//! CI service that a report is read by, nor show a reader something other than what is there.
//!
//! Three kinds of character are written as an escape such as `\u{202e}`:
//!
//! - control characters: ESC and U+009B open terminal sequences, a line break can put `::error::`
//!   at the start of a line, where GitHub obeys it;
//! - characters that reorder what is shown or show nothing (CVE-2021-42574, “Trojan Source”);
//! - the second `#` of `##[` and `##vso[`, which GitHub and Azure Pipelines obey anywhere in a line.

use std::borrow::Cow;
use std::fmt::Write;

/// `text` on one line, with everything harmful in it written as an escape.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains("##") && !text.contains(|c: char| c == '\t' || is_hidden(c)) {
        return Cow::Borrowed(text);
    }
    let escaped = characters(text.as_bytes())
        .map(|(_, shown)| match shown.as_str() {
            "\t" => "\\u{9}".to_owned(),
            _ => shown,
        })
        .collect();
    Cow::Owned(escaped)
}

/// Each character of a line in harmless form, with the place of its first byte. Tabs stay, and a
/// byte that is not UTF-8 is written `\xf3`.
pub(super) fn characters(line: &[u8]) -> impl Iterator<Item = (usize, String)> {
    let mut at = 0;
    line.utf8_chunks().flat_map(move |chunk| {
        let start = at;
        let invalid = start + chunk.valid().len();
        at = invalid + chunk.invalid().len();
        let valid = chunk
            .valid()
            .char_indices()
            .map(move |(offset, c)| (start + offset, shown(c, line, start + offset)));
        let bytes = chunk.invalid().iter().enumerate();
        valid.chain(bytes.map(move |(offset, byte)| (invalid + offset, format!("\\x{byte:02x}"))))
    })
}

/// A finished JSON document with the same characters written as JSON escapes. It means the same;
/// outside strings they do not occur, but for the line breaks between lines.
pub(super) fn harden(document: &str) -> String {
    let mut hardened = String::with_capacity(document.len());
    for (at, c) in document.char_indices() {
        if c == '\n' || !(is_hidden(c) || opens_command(document.as_bytes(), at)) {
            hardened.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            write!(hardened, "\\u{unit:04x}").expect("a String takes everything");
        }
    }
    hardened
}

fn shown(c: char, line: &[u8], at: usize) -> String {
    if c != '\t' && (is_hidden(c) || opens_command(line, at)) {
        c.escape_unicode().to_string()
    } else {
        c.to_string()
    }
}

/// Whether a character controls a terminal, reorders text or shows nothing.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}'                    // soft hyphen
            | '\u{61c}'                 // Arabic letter mark
            | '\u{180e}'                // Mongolian vowel separator
            | '\u{200b}'..='\u{200f}'   // zero-width characters, directional marks
            | '\u{2028}'..='\u{202e}'   // line separators, directional embeddings
            | '\u{2060}'..='\u{206f}'   // word joiner, invisible operators, directional isolates
            | '\u{feff}'                // byte order mark
            | '\u{fff9}'..='\u{fffb}'   // interlinear annotation
            | '\u{e0000}'..='\u{e007f}' // tags
        )
}

/// Whether the byte at `at` is the second `#` of `##[` or of `##word[`.
fn opens_command(line: &[u8], at: usize) -> bool {
    if at == 0 || line[at] != b'#' || line[at - 1] != b'#' {
        return false;
    }
    line[at + 1..]
        .iter()
        .find(|byte| !byte.is_ascii_alphabetic())
        .is_some_and(|byte| *byte == b'[')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped() {
        let check = |text: &str, expected: &str| assert_eq!(escape(text), expected);
        check("Política de ayuda", "Política de ayuda");
        check("مساعدة", "مساعدة");
        check("a\n::error::b", "a\\u{a}::error::b");
        check("\u{1b}[31m\u{9b}2J\u{7f}", "\\u{1b}[31m\\u{9b}2J\\u{7f}");
        check("\u{202e}cod\u{2069}", "\\u{202e}cod\\u{2069}");
        check("1\u{200b}\u{feff}2", "1\\u{200b}\\u{feff}2");
        check("a\tb\rc\u{85}\u{2028}", "a\\u{9}b\\u{d}c\\u{85}\\u{2028}");
        check("##[add-path]x", "#\\u{23}[add-path]x");
        check("x ##vso[task]", "x #\\u{23}vso[task]");
        check("###[a]", "##\\u{23}[a]");
        check("## [a] ##a #[b]", "## [a] ##a #[b]");
    }

    #[test]
    fn characters_know_their_bytes() {
        let line = b"\xc3\xa9\tx\xf3\x00y";
        let found: Vec<(usize, String)> = characters(line).collect();
        let expected = [
            (0, "é"),
            (2, "\t"),
            (3, "x"),
            (4, "\\xf3"),
            (5, "\\u{0}"),
            (6, "y"),
        ];
        let expected: Vec<(usize, String)> = expected
            .iter()
            .map(|(at, c)| (*at, (*c).to_owned()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn hardened_json_means_the_same() {
        let value = serde_json::json!({"a": "x\n\u{1b}\u{9b}\u{202e}\u{e0041}##[b]"});
        let hardened = harden(&serde_json::to_string_pretty(&value).unwrap());
        assert!(
            hardened.is_ascii() && !hardened.contains("##["),
            "{hardened}"
        );
        let read: serde_json::Value = serde_json::from_str(&hardened).unwrap();
        assert_eq!(read, value);
    }
}
