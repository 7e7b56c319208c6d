//! What must be known of a Fluent text before fluent-syntax may read it.
//!
//! Its parser recurses with every placeable and every call, without a limit: a file of a few
//! kilobytes ends the whole process (projectfluent/fluent#284). It also slices the text in the
//! middle of a character after a broken `\u` escape, and panics. So this scanner walks the text
//! first, with the grammar's modes and no recursion.
//!
//! It need not find errors: where the text is broken, the parser gives up the entry and goes on
//! at a later line that begins one, and so does the scanner. Between the two it may only be
//! stricter than the parser.

use std::borrow::Cow;

use crate::source::Span;

/// How deep placeables and calls may be nested. Nobody writes ten; a hundred would already be a
/// burden on the stack of a thread.
pub const LIMIT: usize = 32;

/// Hexadecimal digits after `\u` and `\U`.
const SHORT_ESCAPE: usize = 4;
const LONG_ESCAPE: usize = 6;

/// The text, safe to parse and with every byte at its place. In broken `\u` escapes, other
/// characters than ASCII give way to `?`.
///
/// # Errors
/// The span of the brace or parenthesis that is nested too deep.
pub fn readable(text: &str) -> Result<Cow<'_, str>, Span> {
    let mut scanner = Scanner::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        scanner.line(line, start)?;
        start += line.len();
    }
    if scanner.unreadable.is_empty() {
        return Ok(Cow::Borrowed(text));
    }
    let mut masked = text.to_owned();
    for at in scanner.unreadable.into_iter().rev() {
        let end = text.ceil_char_boundary(at + 1);
        masked.replace_range(at..end, &"?".repeat(end - at));
    }
    Ok(Cow::Owned(masked))
}

/// What the next character can be part of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mode {
    /// The text of a message or variant.
    #[default]
    Text,
    /// The inside of a placeable.
    Expression,
    /// A string in quotes, inside a placeable.
    Quoted,
}

/// What must be closed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    /// `{`, and the mode it stood in.
    Brace(Mode),
    /// `(`
    Parenthesis,
}

#[derive(Default)]
struct Scanner {
    mode: Mode,
    open: Vec<Frame>,
    /// Where characters begin that the parser would cut in two.
    unreadable: Vec<usize>,
}

impl Scanner {
    fn line(&mut self, line: &str, start: usize) -> Result<(), Span> {
        if line.starts_with('#') {
            *self = Self::fresh(std::mem::take(&mut self.unreadable));
            return Ok(());
        }
        if begins_entry(line) {
            *self = Self::fresh(std::mem::take(&mut self.unreadable));
        } else if self.mode == Mode::Quoted || (!self.open.is_empty() && ends_variant(line)) {
            self.mode = Mode::Expression;
        }
        let bytes = line.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            if self.mode == Mode::Quoted && *byte == b'\\' {
                at += self.escape(&line[at..], start + at);
            } else {
                self.byte(*byte, start + at)?;
                at += 1;
            }
        }
        Ok(())
    }

    fn fresh(unreadable: Vec<usize>) -> Self {
        Self {
            unreadable,
            ..Self::default()
        }
    }

    fn byte(&mut self, byte: u8, at: usize) -> Result<(), Span> {
        match (self.mode, byte) {
            (Mode::Text, b'{') | (Mode::Expression, b'{') => {
                self.open(Frame::Brace(self.mode), at)?;
                self.mode = Mode::Expression;
            }
            (Mode::Expression, b'(') => self.open(Frame::Parenthesis, at)?,
            (Mode::Expression, b')') if self.open.last() == Some(&Frame::Parenthesis) => {
                self.open.pop();
            }
            (Mode::Expression, b'}') => self.close_brace(),
            // The key of a variant ends and its text begins.
            (Mode::Expression, b']') => self.mode = Mode::Text,
            (Mode::Expression, b'"') => self.mode = Mode::Quoted,
            (Mode::Quoted, b'"') => self.mode = Mode::Expression,
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, frame: Frame, at: usize) -> Result<(), Span> {
        if self.open.len() == LIMIT {
            return Err(Span::new(at, at + 1));
        }
        self.open.push(frame);
        Ok(())
    }

    fn close_brace(&mut self) {
        self.mode = Mode::Text;
        while let Some(frame) = self.open.pop() {
            if let Frame::Brace(outside) = frame {
                self.mode = outside;
                return;
            }
        }
    }

    /// Steps over an escape in a string; `rest` begins with its backslash.
    fn escape(&mut self, rest: &str, at: usize) -> usize {
        let digits = match rest.as_bytes().get(1) {
            Some(b'u') => SHORT_ESCAPE,
            Some(b'U') => LONG_ESCAPE,
            Some(b'"' | b'\\' | b'{') => return 2,
            _ => return 1,
        };
        let found = rest[2..]
            .bytes()
            .take(digits)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        let end = 2 + found;
        if found < digits && rest[end..].starts_with(|next: char| !next.is_ascii()) {
            self.unreadable.push(at + end);
        }
        end
    }
}

/// Whether a line can only be the beginning of a message or term: `name =` or `-name =`. No
/// expression has that, so wherever the parser stands, it begins anew here.
fn begins_entry(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return false;
    }
    name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        .trim_start_matches(' ')
        .starts_with('=')
}

/// Whether a line ends the text of the variant above it.
fn ends_variant(line: &str) -> bool {
    let content = line.trim_start_matches(' ');
    if content.len() == line.len() {
        return !content.starts_with(['\n', '\r']);
    }
    content.starts_with(['.', '}', '[', '*'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<usize>) {
        let found = readable(text).err().map(|span| span.start);
        let shown: String = text.chars().take(60).collect();
        assert_eq!(found, expected, "{shown}");
    }

    #[test]
    fn what_people_write_is_readable() {
        check("a = b\n", None);
        check(&"a = { { { $b } } }\n".repeat(40), None);
        check(&"a = {\n".repeat(40), None);
        check(&format!("a = {}\n", "{\"{\"} {\"}\"} ".repeat(40)), None);
        check(&format!("a = {}\n", "((".repeat(40)), None);
        check(&format!("# {}\na = b\n", "{".repeat(40)), None);
        let variants = "    [one] He said \"hi\n   *[other] {$a} (\n".repeat(40);
        check(&format!("a = {{ $n ->\n{variants} }}\n"), None);
    }

    #[test]
    fn deep_nesting_is_found_however_it_is_hidden() {
        check(&format!("a = {}", "{".repeat(33)), Some(4 + 32));
        check(&format!("a = {{ {}", "F(".repeat(33)), Some(6 + 63));
        check(&format!("a = {{ {}", "\n{".repeat(33)), Some(6 + 63));
        let quote = "{ $n ->\n [a] \" ";
        check(&format!("a = {}", quote.repeat(33)), Some(4 + 32 * 15));
        let close = "{ F(\"}\", ";
        check(&format!("a = {}", close.repeat(33)), Some(4 + 16 * 9));
        let call = "F(\nA(\n";
        check(&format!("a = {{ {}", call.repeat(33)), Some(6 + 15 * 6 + 4));
    }

    #[test]
    fn broken_escapes_are_masked_and_nothing_else() {
        fn check(text: &str, expected: &str) {
            assert_eq!(readable(text).as_deref(), Ok(expected));
        }
        check("a = C:\\uñ", "a = C:\\uñ");
        check("a = {\"\\u00f1ñ\"}", "a = {\"\\u00f1ñ\"}");
        check("a = {\"\\u00ñ\"}", "a = {\"\\u00??\"}");
        check("a = {\"\\U00\u{1f600}\"}", "a = {\"\\U00????\"}");
    }
}
