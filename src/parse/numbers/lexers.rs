//! Texts that are no Markdown → strands: Fluent files, templates, TOML and front matter, as they
//! stand in the file. They need not be understood, only what of them a reader would see.

use super::hints::may_hold_number;
use super::strand::{Setting, Strand};
use crate::parse::value::{Data, Entry, Table, Value};
use crate::source::{SourcePath, Span};

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
        Data::Float(_) | Data::Boolean(_) | Data::Date(_) => {}
    }
}

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

/// The attributes of HTML whose values people read or hear.
const READ: [&str; 6] = [
    "title",
    "alt",
    "aria-label",
    "content",
    "placeholder",
    "value",
];

/// Elements that stand in a line of text and do not part it.
const INLINE: [&str; 17] = [
    "a", "abbr", "b", "bdi", "bdo", "code", "em", "i", "mark", "small", "span", "strong", "sub",
    "sup", "time", "u", "wbr",
];

/// What a template writes of its own: its text, the attributes that are read, links to telephones,
/// and the texts in its expressions.
pub fn template(text: &str) -> Strand {
    let mut lexer = Template {
        text,
        strand: Strand::default(),
    };
    lexer.markup(0, text.len());
    lexer.strand
}

struct Template<'a> {
    text: &'a str,
    strand: Strand,
}

impl Template<'_> {
    /// Text with tags and expressions.
    fn markup(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let rest = &self.text[at..to];
            if let Some(end) = self.expression(at, to) {
                at = end;
            } else if rest.starts_with("<!") {
                at = after(rest, ">").map_or(to, |end| at + end);
            } else if is_tag(rest) {
                at = self.tag(at, to);
            } else {
                at = self.character(at);
            }
        }
    }

    fn character(&mut self, at: usize) -> usize {
        let Some(char) = self.text[at..].chars().next() else {
            return self.text.len();
        };
        let end = at + char.len_utf8();
        if let Some((decoded, length)) = entity(&self.text[at..]) {
            let mut text = [0; 4];
            let span = Span::new(at, at + length);
            self.strand
                .push_at(decoded.encode_utf8(&mut text), span, Setting::Prose);
            return at + length;
        }
        self.strand.push(&self.text[at..end], at, Setting::Prose);
        end
    }

    /// `{{ … }}`, `{% … %}` or `{# … #}` at this place: where it ends.
    fn expression(&mut self, at: usize, to: usize) -> Option<usize> {
        let rest = &self.text[at..to];
        let close = match rest.as_bytes().get(..2)? {
            b"{{" => "}}",
            b"{%" => "%}",
            b"{#" => "#}",
            _ => return None,
        };
        let end = after(rest, close).map_or(to, |end| at + end);
        if close != "#}" {
            self.literals(at, end);
        }
        Some(end)
    }

    /// The texts in quotation marks of an expression.
    fn literals(&mut self, from: usize, to: usize) {
        let mut at = from;
        while let Some(open) = self.text[at..to].find(['"', '\'', '`']) {
            let start = at + open + 1;
            let quote = &self.text[start - 1..start];
            let Some(length) = self.text[start..to].find(quote) else {
                return;
            };
            self.strand.gap();
            self.strand
                .push(&self.text[start..start + length], start, Setting::Prose);
            self.strand.gap();
            at = start + length + 1;
        }
    }

    /// A tag: its attributes that are read. Returns where it ends.
    fn tag(&mut self, from: usize, to: usize) -> usize {
        let name: String = self.text[from + 1..to]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if !INLINE.contains(&name.to_ascii_lowercase().as_str()) {
            self.strand.gap();
        }
        let mut at = from + 1;
        while at < to {
            let rest = &self.text[at..to];
            if let Some(end) = self.expression(at, to) {
                at = end;
            } else if rest.starts_with('>') {
                return at + 1;
            } else if let Some((quote, value)) = quoted(rest) {
                let end = self.text[value + at..to]
                    .find(quote)
                    .map_or(to, |length| at + value + length);
                self.attribute(from, at, (at + value, end));
                at = (end + 1).min(to);
            } else {
                at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
        to
    }

    /// An attribute whose `=` stands at `sign`.
    fn attribute(&mut self, tag: usize, sign: usize, value: (usize, usize)) {
        let before = &self.text[tag..sign];
        let name = before.rsplit(|char: char| char.is_whitespace()).next();
        let name = name.unwrap_or("").to_ascii_lowercase();
        let text = &self.text[value.0..value.1];
        let is_link = ["tel:", "sms:", "callto:", "https://wa.me/"]
            .iter()
            .any(|scheme| text.trim_start().starts_with(scheme));
        self.strand.gap();
        if READ.contains(&name.as_str()) || is_link {
            self.markup(value.0, value.1);
        } else {
            self.expressions(value.0, value.1);
        }
        self.strand.gap();
    }

    /// The expressions of a value that nobody reads.
    fn expressions(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            at = self
                .expression(at, to)
                .unwrap_or_else(|| at + self.text[at..].chars().next().map_or(1, char::len_utf8));
        }
    }
}

fn after(text: &str, mark: &str) -> Option<usize> {
    text.find(mark).map(|at| at + mark.len())
}

fn is_tag(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next() == Some('<')
        && chars
            .next()
            .is_some_and(|char| char.is_ascii_alphabetic() || char == '/')
}

/// `="` or `='` at the start of a text: the quotation mark, and where the value begins.
fn quoted(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|char| "\"'".contains(*char))?;
    Some((quote, text.len() - rest.len() + 1))
}

/// A numeric character reference at the start of a text: the character and its length.
fn entity(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix("&#")?;
    let end = body.find(';').filter(|end| *end <= 8)?;
    let code = match body[..end].strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => body[..end].parse().ok()?,
    };
    Some((char::from_u32(code)?, "&#".len() + end + 1))
}
