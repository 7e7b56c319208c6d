//! Bytes → lines and columns, as editors count them.

use std::borrow::Cow;
use std::ops::Range;

/// A place in a file: both numbers count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line. A line ends with LF or CR LF.
    pub line: usize,
    /// The character in the line. A tab is one, and so is a byte that is not UTF-8.
    pub column: usize,
}

/// The lines of a file.
pub struct Lines<'a> {
    bytes: Cow<'a, [u8]>,
    /// The first byte of each line.
    starts: Vec<usize>,
}

/// What some editors put before the first character; they do not count it as a column.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl<'a> Lines<'a> {
    /// The lines of `bytes`; an empty file has one.
    pub fn new(bytes: impl Into<Cow<'a, [u8]>>) -> Self {
        let bytes = bytes.into();
        let first = if bytes.starts_with(BYTE_ORDER_MARK) {
            BYTE_ORDER_MARK.len()
        } else {
            0
        };
        let breaks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let starts = std::iter::once(first)
            .chain(breaks.map(|(at, _)| at + 1))
            .collect();
        Self { bytes, starts }
    }

    /// All bytes of the file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where the byte at `offset` stands; `None` beyond the end. The end itself is a place.
    pub fn position(&self, offset: usize) -> Option<Position> {
        if offset > self.bytes.len() {
            return None;
        }
        let line = self.index(offset);
        // Inside a byte order mark the range runs backwards, and there is nothing before.
        let before = self.bytes.get(self.starts[line]..offset).unwrap_or(b"");
        Some(Position {
            line: line + 1,
            column: count(before) + 1,
        })
    }

    /// The bytes of the line around `offset`, without its end.
    pub fn around(&self, offset: usize) -> Range<usize> {
        let line = self.index(offset);
        let start = self.starts[line];
        let end = self
            .starts
            .get(line + 1)
            .copied()
            .unwrap_or(self.bytes.len());
        let text = &self.bytes[start..end];
        let text = text.strip_suffix(b"\n").unwrap_or(text);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        start..start + text.len()
    }

    /// The line around `offset`, counted from 0.
    fn index(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= offset)
            .saturating_sub(1)
    }
}

fn count(bytes: &[u8]) -> usize {
    bytes
        .utf8_chunks()
        .map(|chunk| chunk.valid().chars().count() + chunk.invalid().len())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], offset: usize, expected: Option<(usize, usize)>) {
        let position = Lines::new(bytes).position(offset);
        let position = position.map(|position| (position.line, position.column));
        assert_eq!(position, expected, "{offset} of {bytes:?}");
    }

    #[test]
    fn lines_and_columns() {
        check(b"ab\ncd", 0, Some((1, 1)));
        check(b"ab\ncd", 2, Some((1, 3)));
        check(b"ab\ncd", 3, Some((2, 1)));
        check(b"ab\ncd", 5, Some((2, 3)));
        check(b"ab\ncd", 6, None);
    }

    #[test]
    fn line_ends() {
        check(b"ab\r\ncd\r\n", 2, Some((1, 3)));
        check(b"ab\r\ncd\r\n", 4, Some((2, 1)));
        check(b"ab\r\ncd\r\n", 8, Some((3, 1)));
        check(b"a\rb", 2, Some((1, 3)));
        check(b"\n\n", 1, Some((2, 1)));
    }

    #[test]
    fn characters_not_bytes() {
        let text = "¿qué\t😀x".as_bytes();
        check(text, 2, Some((1, 2)));
        check(text, 6, Some((1, 5)));
        check(text, 7, Some((1, 6)));
        check(text, 11, Some((1, 7)));
        check(text, 12, Some((1, 8)));
    }

    #[test]
    fn empty_foreign_and_marked_files() {
        check(b"", 0, Some((1, 1)));
        check(b"", 1, None);
        check(b"informaci\xf3n", 10, Some((1, 11)));
        check(b"\xff\xfea\x00", 4, Some((1, 5)));
        check(b"\xef\xbb\xbfab", 0, Some((1, 1)));
        check(b"\xef\xbb\xbfab", 2, Some((1, 1)));
        check(b"\xef\xbb\xbfab", 4, Some((1, 2)));
    }

    #[test]
    fn the_line_around_a_byte() {
        let check = |bytes: &[u8], offset, expected: &[u8]| {
            let line = Lines::new(bytes).around(offset);
            assert_eq!(&bytes[line], expected, "{offset} of {bytes:?}");
        };
        check(b"ab\r\ncd", 1, b"ab");
        check(b"ab\r\ncd", 3, b"ab");
        check(b"ab\r\ncd", 6, b"cd");
        check(b"ab\n", 3, b"");
        check(b"", 0, b"");
        check(b"\xef\xbb\xbfab", 1, b"ab");
    }
}
