//! Templates.

use crate::parse::numbers::strand::{Setting, Strand};
use crate::source::Span;

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
