//! The line that a fault stands in, cut to what fits on a screen and made harmless.
//!
//! A paragraph of Markdown is often one line of thousands of characters, so only what surrounds
//! the fault is kept. A fault that spans several lines is shown by its first: the later ones add
//! length, not understanding.

use std::ops::Range;

use super::escape::characters;
use super::position::Lines;
use crate::source::Span;

/// Characters kept before the fault: enough to recognise the place in the sentence.
const LEAD: usize = 40;

/// Characters kept in all: with the line number they fit a terminal of 100 columns.
const WIDTH: usize = 90;

/// The longest a character gets in UTF-8.
const LONGEST: usize = 4;

/// Stands for what was cut away.
const CUT: char = '…';

/// A part of a line, harmless, and where in it the fault is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// What is shown.
    pub text: String,
    /// The bytes of `text` that are marked; may be empty.
    pub marked: Range<usize>,
}

impl Excerpt {
    /// What to show of the first line of `span`, which lies within `lines`.
    pub fn of(lines: &Lines, span: Span) -> Self {
        let line = lines.around(span.start);
        let start = span.start.clamp(line.start, line.end);
        let end = span.end.clamp(start, line.end);
        let window = window(lines.bytes(), &line, start);
        let shown: Vec<(usize, String)> = characters(&lines.bytes()[window.clone()])
            .map(|(at, shown)| (window.start + at, shown))
            .collect();
        let (before, after) = shown.split_at(shown.partition_point(|(at, _)| *at < start));

        let skipped = before.len() - fitting(before.iter().rev(), LEAD);
        let before = &before[skipped..];
        let room = WIDTH.saturating_sub(width(before));
        let kept = fitting(after.iter(), room);
        let marked = after[..kept].partition_point(|(at, _)| *at < end);

        let mut excerpt = Self {
            text: String::new(),
            marked: 0..0,
        };
        if skipped > 0 || window.start > line.start {
            excerpt.text.push(CUT);
        }
        excerpt.push(before);
        excerpt.marked.start = excerpt.text.len();
        excerpt.push(&after[..marked]);
        excerpt.marked.end = excerpt.text.len();
        excerpt.push(&after[marked..kept]);
        if kept < after.len() || window.end < line.end {
            excerpt.text.push(CUT);
        }
        excerpt
    }

    fn push(&mut self, characters: &[(usize, String)]) {
        self.text
            .extend(characters.iter().map(|(_, shown)| shown.as_str()));
    }
}

/// The bytes of `line` that could be shown around `start`, not beginning inside a character.
fn window(bytes: &[u8], line: &Range<usize>, start: usize) -> Range<usize> {
    let from = start.saturating_sub(LEAD * LONGEST).max(line.start);
    let to = (start + WIDTH * LONGEST).min(line.end);
    let inside = bytes[from..start]
        .iter()
        .take(LONGEST - 1)
        .take_while(|byte| from > line.start && is_continuation(**byte))
        .count();
    from + inside..to
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

/// How many of `characters` fit into `room` columns.
fn fitting<'a>(characters: impl Iterator<Item = &'a (usize, String)>, room: usize) -> usize {
    characters
        .scan(0, |used, (_, shown)| {
            *used += shown.chars().count();
            Some(*used)
        })
        .take_while(|used| *used <= room)
        .count()
}

fn width(characters: &[(usize, String)]) -> usize {
    characters
        .iter()
        .map(|(_, shown)| shown.chars().count())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` shows the marked bytes between `<` and `>`.
    fn check(bytes: &[u8], span: Range<usize>, expected: &str) {
        let excerpt = Excerpt::of(&Lines::new(bytes), span.into());
        let Range { start, end } = excerpt.marked;
        let text = excerpt.text;
        let found = format!("{}<{}>{}", &text[..start], &text[start..end], &text[end..]);
        assert_eq!(found, expected);
    }

    #[test]
    fn short_lines_are_whole() {
        check(b"one\ntwo three\nfour", 8..13, "two <three>");
        check(b"one\r\ntwo\r\n", 5..8, "<two>");
        check(b"one\ntwo\nthree", 4..13, "<two>");
        check(b"one", 3..3, "one<>");
        check(b"one\n", 3..4, "one<>");
        check(b"", 0..0, "<>");
    }

    #[test]
    fn long_lines_are_cut() {
        let line = format!("{}X{}", "é".repeat(5_000), "ñ".repeat(5_000));
        let expected = format!("…{}<X>{}…", "é".repeat(LEAD), "ñ".repeat(WIDTH - LEAD - 1));
        check(line.as_bytes(), 10_000..10_001, &expected);
        let expected = format!("<{}>…", "é".repeat(WIDTH));
        check(line.as_bytes(), 0..9_000, &expected);
    }

    #[test]
    fn harmful_and_foreign_bytes() {
        check(b"a\x1b[2Jb\tc", 1..2, "a<\\u{1b}>[2Jb\tc");
        check("a\u{202e}b".as_bytes(), 4..5, "a\\u{202e}<b>");
        check(b"aci\xf3n", 3..4, "aci<\\xf3>n");
        check(b"##[x]", 1..3, "#<\\u{23}[>x]");
    }

    #[test]
    fn spans_inside_a_character_do_no_harm() {
        check("aéb".as_bytes(), 2..3, "aé<>b");
        check("aéb".as_bytes(), 1..2, "a<é>b");
    }
}
