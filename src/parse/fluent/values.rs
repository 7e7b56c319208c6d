//! Values: where the text of a message or attribute stands in its file, for whoever writes another
//! in its place.
//!
//! The tree of fluent-syntax does not say where a pattern begins and ends, so this reads the file
//! once more, as far as the grammar asks for: a value ends where the next attribute or entry begins.

use crate::source::Span;

/// Where the value of the name at `name` stands in `text`: from its first character to its last.
/// Empty when it has none.
pub fn value(text: &str, name: Span) -> Span {
    let behind = &text[name.end..];
    let Some(sign) = behind.find('=') else {
        return Span::new(name.end, name.end);
    };
    let start = name.end + sign + 1;
    let end = start + end(&text[start..]);
    let value = &text[start..end];
    let from = start + (value.len() - value.trim_start().len());
    let to = start + value.trim_end().len();
    Span::new(from.min(to.max(start)), to.max(start))
}

/// How long the value is that begins at the start of `text`, with the white space behind it.
fn end(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut is_quoted = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && depth == 0 && begins_another(line) {
            return at;
        }
        let mut is_escaped = false;
        for c in line.chars() {
            match c {
                _ if is_escaped => is_escaped = false,
                '\\' if is_quoted => is_escaped = true,
                '"' if depth > 0 => is_quoted = !is_quoted,
                '{' if !is_quoted => depth += 1,
                '}' if !is_quoted => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        // A string ends on its line.
        is_quoted = false;
        at += line.len();
    }
    text.len()
}

/// Whether a line begins an attribute or an entry, or a comment.
fn begins_another(line: &str) -> bool {
    let first = line.chars().next();
    let is_entry = first.is_some_and(|c| c.is_ascii_alphabetic() || c == '-' || c == '#');
    is_entry || line.trim_start().starts_with('.') && line.contains('=')
}

/// A value without the indent that its further lines share.
pub fn dedented(written: &str) -> String {
    let mut lines = written.lines();
    let first = lines.next().unwrap_or_default().trim_end().to_owned();
    let rest: Vec<&str> = lines.collect();
    let indent = |line: &&str| line.len() - line.trim_start_matches(' ').len();
    let filled = rest.iter().filter(|line| !line.trim().is_empty());
    let shared = filled.map(indent).min().unwrap_or(0);
    rest.iter().fold(first, |text, line| {
        let line = line.get(shared..).unwrap_or_default().trim_end();
        text + "\n" + line
    })
}

/// A value as it stands behind `name = `, its further lines indented.
pub fn indented(value: &str) -> String {
    let mut lines = value.trim().lines();
    let first = lines.next().unwrap_or_default().trim_end().to_owned();
    lines.fold(first, |text, line| match line.trim().is_empty() {
        true => text + "\n",
        false => text + "\n    " + line.trim_end(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, name: &str, expected: &str) {
        let start = text.find(name).unwrap();
        let span = value(text, Span::new(start, start + name.len()));
        assert_eq!(&text[span.range()], expected, "{text}");
    }

    #[test]
    fn a_value_ends_where_another_begins() {
        check("a = b\nc = d\n", "a", "b");
        check("a = b\n\n# c\n", "a", "b");
        check("a =\n    b\n    c\n    .d = e\n", "a", "b\n    c");
        check("a =\n    b\n    .d = e\n", "d", "e");
        check("a =\n    .d = e\n", "a", "");
        check(
            "a = { $n ->\n    [one] x\n   *[other] y\n}\nb = c",
            "a",
            "{ $n ->\n    [one] x\n   *[other] y\n}",
        );
        check("a = {\"}\"} b\nc = d", "a", "{\"}\"} b");
        check("-t = u\n", "t", "u");
    }

    #[test]
    fn indents_go_and_come_back() {
        let value = "{ $n ->\n        [one] x\n       *[other] y\n    }";
        let text = dedented(value);
        assert_eq!(text, "{ $n ->\n    [one] x\n   *[other] y\n}");
        assert_eq!(indented(&text), value);
    }
}
