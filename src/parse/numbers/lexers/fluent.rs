//! Fluent files.

use crate::parse::numbers::strand::{Setting, Strand};
use crate::source::Span;

/// The messages of a Fluent file. A placeable that holds a text reads as part of the text around;
/// what is code in it is not read.
pub fn fluent(text: &str) -> Strand {
    let mut lexer = Fluent {
        text,
        at: 0,
        nesting: vec![Part::Text],
        strand: Strand::default(),
    };
    for line in text.split_inclusive('\n') {
        lexer.line(line);
    }
    lexer.strand
}

/// What a place in a Fluent file is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What people read.
    Text,
    /// What stands between braces.
    Code,
}

struct Fluent<'a> {
    text: &'a str,
    at: usize,
    nesting: Vec<Part>,
    strand: Strand,
}

impl Fluent<'_> {
    fn line(&mut self, line: &str) {
        let end = self.at + line.len();
        let first = line.chars().next();
        if first == Some('#') {
            self.at = end;
            return;
        }
        // A line that begins with a name begins something new, whatever stood open before.
        let begins_message = first.is_some_and(|char| char.is_ascii_alphabetic() || char == '-');
        if begins_message {
            self.nesting = vec![Part::Text];
        }
        let start = line.trim_start();
        if begins_message || start.starts_with('.') {
            self.strand.gap();
            self.at += line.find('=').map_or(0, |sign| sign + 1);
        }
        let ends_variant = start.starts_with(['[', '}']) || start.starts_with("*[");
        if ends_variant && self.nesting.len() > 1 && self.nesting.last() == Some(&Part::Text) {
            self.nesting.pop();
        }
        while self.at < end {
            match self.nesting.last() {
                Some(Part::Code) => self.code(end),
                _ => self.prose(end),
            }
        }
    }

    /// Text up to the next brace.
    fn prose(&mut self, end: usize) {
        let rest = &self.text[self.at..end];
        let length = rest.find('{').unwrap_or(rest.len());
        self.strand.push(&rest[..length], self.at, Setting::Prose);
        self.at += length;
        if self.at < end {
            self.nesting.push(Part::Code);
            self.at += 1;
        }
    }

    /// Code up to the next sign that means something.
    fn code(&mut self, end: usize) {
        let rest = &self.text[self.at..end];
        let Some(length) = rest.find(['{', '}', '"', '[']) else {
            self.at = end;
            return;
        };
        self.at += length + 1;
        match rest.as_bytes()[length] {
            b'{' => self.nesting.push(Part::Code),
            b'"' => self.literal(end),
            b'[' => {
                let key = &self.text[self.at..end];
                self.at += key.find(']').map_or(key.len(), |close| close + 1);
                self.strand.gap();
                self.nesting.push(Part::Text);
            }
            _ if self.nesting.len() > 1 => {
                self.nesting.pop();
            }
            _ => {}
        }
    }

    /// A text in quotation marks, behind the first of them.
    fn literal(&mut self, end: usize) {
        while self.at < end {
            let rest = &self.text[self.at..end];
            let Some(char) = rest.chars().next() else {
                return;
            };
            if char == '"' {
                self.at += 1;
                return;
            }
            let (char, length) = match rest.strip_prefix('\\') {
                Some(escaped) => escape(rest).unwrap_or_else(|| {
                    let char = escaped.chars().next().unwrap_or('\\');
                    (char, 1 + char.len_utf8().min(escaped.len()))
                }),
                None => (char, char.len_utf8()),
            };
            let mut text = [0; 4];
            let span = Span::new(self.at, self.at + length);
            self.strand
                .push_at(char.encode_utf8(&mut text), span, Setting::Prose);
            self.at += length;
        }
    }
}

/// `\u0038` or `\U000038` at the start of a text: the character and its length.
fn escape(text: &str) -> Option<(char, usize)> {
    let digits = match text.as_bytes().get(..2)? {
        b"\\u" => 4,
        b"\\U" => 6,
        _ => return None,
    };
    let code = u32::from_str_radix(text.get(2..2 + digits)?, 16).ok()?;
    Some((char::from_u32(code)?, 2 + digits))
}
