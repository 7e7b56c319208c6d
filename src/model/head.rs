//! The head of a Markdown file: where its front matter stands in its text.

use crate::source::Span;

/// How front matter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// TOML, between two lines of `+++`.
    Toml,
    /// YAML, between two lines of `---`.
    Yaml,
}

impl Syntax {
    /// What the lines around it consist of.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Toml => "+++",
            Self::Yaml => "---",
        }
    }
}

/// Where the parts of a file with front matter stand in its text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// How it is written.
    pub syntax: Syntax,
    /// The mark that opens it. Blank lines may stand above, though they should not.
    pub mark: Span,
    /// The lines between the marks; all that is left of the text when none closes it.
    pub inner: Span,
    /// Where the body begins.
    pub body: usize,
    /// Whether a second mark closes it.
    pub is_closed: bool,
}

impl Bounds {
    /// The head of this text, if it has one.
    pub fn find(text: &str) -> Option<Self> {
        let mut lines = Lines { text, at: 0 };
        let (begin, line) = lines.find(|(_, line)| !line.trim().is_empty())?;
        let syntax = [Syntax::Toml, Syntax::Yaml]
            .into_iter()
            .find(|syntax| line.trim_end() == syntax.mark())?;
        let start = lines.at;
        let closing = lines.find(|(_, line)| line.trim_end() == syntax.mark());
        // Further down, one line of hyphens is a line across the page.
        if closing.is_none() && begin > 0 {
            return None;
        }
        Some(Self {
            syntax,
            mark: Span::new(begin, begin + syntax.mark().len()),
            inner: Span::new(start, closing.map_or(text.len(), |(end, _)| end)),
            body: lines.at,
            is_closed: closing.is_some(),
        })
    }
}

/// The lines of a text with their ends, each with where it begins.
struct Lines<'a> {
    text: &'a str,
    /// Where the next one begins.
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let begin = self.at;
        let line = self.text[begin..].split_inclusive('\n').next()?;
        self.at += line.len();
        Some((begin, line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(&str, &str, &str)> {
        let head = Bounds::find(text)?;
        let (mark, inner) = (&text[head.mark.range()], &text[head.inner.range()]);
        Some((mark, inner, &text[head.body..]))
    }

    #[test]
    fn a_head_is_what_its_marks_hold() {
        assert_eq!(parts("+++\na = 1\n+++\nx"), Some(("+++", "a = 1\n", "x")));
        assert_eq!(
            parts("---\r\na: 1\r\n---\r\nx"),
            Some(("---", "a: 1\r\n", "x"))
        );
        assert_eq!(parts("+++\n+++"), Some(("+++", "", "")));
        assert_eq!(
            parts("\n \n+++\na = 1\n+++\n"),
            Some(("+++", "a = 1\n", ""))
        );
        assert_eq!(parts("+++\na = 1\n"), Some(("+++", "a = 1\n", "")));
    }

    #[test]
    fn what_stands_further_down_is_no_head() {
        assert_eq!(parts(""), None);
        assert_eq!(parts("abé\n"), None);
        assert_eq!(parts("\n---\n\nx"), None);
        assert_eq!(parts("x\n---\ny\n---\n"), None);
    }
}
