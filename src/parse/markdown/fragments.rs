//! Stretches of HTML as the engine hands them over, some of them masks of directives.

use super::build::Builder;
use super::elements::Context;
use crate::source::Span;

impl Builder<'_> {
    pub(super) fn html_line(&mut self, html: &str, span: Span) {
        if let Some(block) = &mut self.block {
            block.push((span, html.to_owned()));
        }
    }

    /// A block of HTML is the mask of a directive, or HTML; a mask inside HTML stays unread and
    /// will be reported.
    pub(super) fn end_html_block(&mut self) {
        let lines = self.block.take().unwrap_or_default();
        let mark_of = |(span, line): &(Span, String)| {
            let start = span.start + (line.len() - line.trim_ascii_start().len());
            self.line_mark(start)
        };
        let written: Vec<&(Span, String)> = lines
            .iter()
            .filter(|(_, line)| !line.trim_ascii().is_empty())
            .collect();
        if let [line] = written[..]
            && let Some(index) = mark_of(line)
        {
            self.directive(index);
            return;
        }
        let pieces: Vec<(Span, &str)> = lines
            .iter()
            .filter(|line| mark_of(line).is_none())
            .map(|(span, line)| (*span, line.as_str()))
            .collect();
        self.separate();
        self.html(&pieces, Context::Block);
    }

    pub(super) fn inline_html(&mut self, html: &str, span: Span) {
        if self.line_mark(span.start).is_none() {
            self.html(&[(span, html)], Context::Line);
        }
    }
}
