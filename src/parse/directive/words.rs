//! The bits that directives are made of: names, quotes, brackets, values.

use crate::model::document::Literal;
use crate::source::Span;

/// A value without quotes ends at a blank. A number that begins with a zero or a plus sign is one
/// to dial, not to count with, and stays as it was written.
pub(super) fn value(written: &str) -> Option<(Literal, usize)> {
    if written.starts_with('"') {
        let length = quote_end(written)?;
        let text = unescape(&written[1..length - 1]);
        return Some((Literal::String(text), length));
    }
    let length = written.find([' ', '\t']).unwrap_or(written.len());
    let word = &written[..length];
    if word.is_empty() || word.contains(['"', '{', '}']) {
        return None;
    }
    let literal = match word {
        "true" => Literal::Boolean(true),
        "false" => Literal::Boolean(false),
        _ => number(word).unwrap_or_else(|| Literal::String(word.to_owned())),
    };
    Some((literal, length))
}

fn number(word: &str) -> Option<Literal> {
    let digits = word.strip_prefix('-').unwrap_or(word);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    if digits.contains('.') {
        return word.parse().ok().map(Literal::Float);
    }
    word.parse().ok().map(Literal::Integer)
}

/// The words between blanks, with where they stand.
pub(super) fn words(text: &str, span: Span) -> impl Iterator<Item = (&str, Span)> {
    let written = &text[span.range()];
    written.split_whitespace().map(move |word| {
        let start = span.start + (word.as_ptr() as usize - written.as_ptr() as usize);
        (word, Span::new(start, start + word.len()))
    })
}

/// One past the name that starts at `start`: `[a-z][a-z0-9-]*`. The start itself when none does.
pub(super) fn name_end(text: &str, start: usize, end: usize) -> usize {
    let written = &text[start..end];
    if !written.starts_with(|c: char| c.is_ascii_lowercase()) {
        return start;
    }
    let length = written
        .find(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit() && c != '-')
        .unwrap_or(written.len());
    start + length
}

/// One past the `]` that belongs to the `[` at `start`.
pub(super) fn bracket_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0;
    let mut at = start;
    while at < end {
        match bytes[at] {
            b'\\' => at += 1,
            b'[' => depth += 1,
            b']' if depth == 1 => return Some(at + 1),
            b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    None
}

/// One past the `}` that belongs to the `{` at `start`, on the same line. A brace in quotes does
/// not count.
pub(in crate::parse) fn brace_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start + 1;
    while at < end {
        match bytes[at] {
            b'}' => return Some(at + 1),
            b'\n' => return None,
            b'"' => at += quote_end(&text[at..end])?,
            _ => at += 1,
        }
    }
    None
}

/// How long the quoted text at the start of `written` is, with its quotes, on one line.
fn quote_end(written: &str) -> Option<usize> {
    let bytes = written.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => return Some(at + 1),
            b'\n' => return None,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    None
}

/// A backslash before punctuation goes, as in Markdown.
pub(super) fn unescape(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    let mut characters = written.chars().peekable();
    while let Some(character) = characters.next() {
        let escapes = character == '\\'
            && characters
                .peek()
                .is_some_and(|next| next.is_ascii_punctuation());
        if !escapes {
            text.push(character);
        } else if let Some(next) = characters.next() {
            text.push(next);
        }
    }
    text
}

/// The id of a message, or of an attribute of one: `hotline-hours`, `button.title`.
pub(super) fn is_message_id(id: &str) -> bool {
    id.splitn(2, '.').all(|part| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    })
}

/// Where a directive seems to begin in a line of text: `:name[`, `:name{`, with any number of
/// colons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) struct Opening {
    /// The first colon.
    pub start: usize,
    /// How many colons there are.
    pub colons: usize,
    /// The bracket or brace behind the name.
    pub bracket: usize,
}

/// Everything in `text` that looks like a directive in a line of text. A colon behind a letter, a
/// digit or a backslash is none.
pub(in crate::parse) fn openings(text: &str) -> impl Iterator<Item = Opening> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(found) = text[from..].find(':') {
            let start = from + found;
            let colons = text[start..].bytes().take_while(|b| *b == b':').count();
            from = start + colons;
            let bracket = name_end(text, from, text.len());
            let is_opening = bracket > from
                && text[bracket..].starts_with(['[', '{'])
                && may_follow(&text[..start]);
            if is_opening {
                from = bracket;
                return Some(Opening {
                    start,
                    colons,
                    bracket,
                });
            }
        }
        None
    })
}

fn may_follow(before: &str) -> bool {
    let backslashes = before.len() - before.trim_end_matches('\\').len();
    backslashes.is_multiple_of(2) && !before.ends_with(char::is_alphanumeric)
}
