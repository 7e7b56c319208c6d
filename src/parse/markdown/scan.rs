//! Looking for directives: on lines of their own, and between the brackets of a paragraph.

use super::first_text::FirstText;
use super::marks::{Content, Fence, Mark, Opaque};
use crate::model::document::{Form, Kind};
use crate::parse::directive::{Directive, Grammar, Opening, brace_end, openings};
use crate::source::Span;

/// Every mark in `body`, in order.
pub(super) fn find(grammar: &Grammar<'_>, body: Span, opaque: &Opaque) -> Vec<Mark> {
    let mut scan = Scan {
        grammar,
        opaque,
        marks: Vec::new(),
        brackets: Vec::new(),
    };
    let mut at = body.start;
    for line in grammar.text[body.range()].split_inclusive('\n') {
        let end = at + line.trim_ascii_end().len();
        scan.line(Span::new(at, end));
        at += line.len();
    }
    scan.end_paragraph();
    scan.marks.sort_by_key(|mark| mark.span.start);
    scan.marks
}

/// A bracket that is open.
struct Bracket {
    at: usize,
    directive: Option<Opening>,
    /// How many marks there were before it.
    marks: usize,
}

struct Scan<'a> {
    grammar: &'a Grammar<'a>,
    opaque: &'a Opaque,
    marks: Vec<Mark>,
    brackets: Vec<Bracket>,
}

impl Scan<'_> {
    fn line(&mut self, line: Span) {
        let text = self.grammar.text;
        let start = FirstText::of(&text[line.range()]);
        let from = line.start + start.offset;
        if from == line.end {
            self.end_paragraph();
            return;
        }
        let span = Span::new(from, line.end);
        let written = &text[span.range()];
        let colons = written.bytes().take_while(|byte| *byte == b':').count();
        let names = written[colons..].starts_with(|c: char| c.is_ascii_lowercase());
        if colons >= 3 || (colons == 2 && names && !start.is_barred) {
            self.end_paragraph();
            self.fence(span, colons, start.is_barred);
        } else {
            self.inline(line);
        }
    }

    /// A directive on a line of its own.
    fn fence(&mut self, span: Span, colons: usize, is_barred: bool) {
        let rest = Span::new(span.start + colons, span.end);
        let fence = Fence::Colons(colons);
        let content = if is_barred {
            Content::Misplaced
        } else if colons == 2 {
            Content::Whole(self.grammar.line(rest, Form::Leaf))
        } else if rest.start == rest.end {
            Content::Close(fence)
        } else {
            Content::Open(fence, self.grammar.line(rest, Form::Container))
        };
        self.marks.push(Mark {
            span,
            is_line: true,
            is_masked: !is_barred && !self.opaque.fenced.contains(span.start),
            content: Some(content),
        });
    }

    /// A line of text: its brackets and the directives between them.
    fn inline(&mut self, line: Span) {
        let bytes = self.grammar.text.as_bytes();
        let mut at = line.start;
        let mut openings = openings(&self.grammar.text[line.range()])
            .map(|opening| Opening {
                start: line.start + opening.start,
                colons: opening.colons,
                bracket: line.start + opening.bracket,
            })
            .peekable();
        while at < line.end {
            if !matches!(bytes[at], b'\\' | b'[' | b']' | b':') {
                at += 1;
                continue;
            }
            while openings.next_if(|opening| opening.start < at).is_some() {}
            if let Some(end) = self.opaque.all.end_around(at) {
                let end = end.min(line.end).max(at + 1);
                while let Some(opening) = openings.next_if(|opening| opening.start < end) {
                    self.bar(opening);
                }
                at = end;
                continue;
            }
            if let Some(opening) = openings.next_if(|opening| opening.start == at) {
                at = self.opening(opening, line.end);
                continue;
            }
            match bytes[at] {
                b'\\' => at += 1,
                b'[' => self.open_bracket(at, None),
                b']' => at = self.close_bracket(at, line.end) - 1,
                _ => {}
            }
            at += 1;
        }
    }

    /// Where the scan goes on after `:name[` or `:name{…}`.
    fn opening(&mut self, opening: Opening, line_end: usize) -> usize {
        let Opening {
            colons, bracket, ..
        } = opening;
        let text = self.grammar.text;
        if colons > 1 {
            self.bar(opening);
            return bracket;
        }
        if text.as_bytes()[bracket] == b'[' {
            self.open_bracket(bracket, Some(opening));
            return bracket + 1;
        }
        let name = Span::new(opening.start + 1, bracket);
        let Some(end) = brace_end(text, bracket, line_end) else {
            let directive = self.grammar.unclosed_brace(name);
            self.whole(Span::new(opening.start, bracket + 1), directive);
            return bracket + 1;
        };
        let braces = Span::new(bracket, end);
        let directive = self.grammar.inline(name, None, Some(braces));
        self.whole(Span::new(opening.start, end), directive);
        end
    }

    fn open_bracket(&mut self, at: usize, directive: Option<Opening>) {
        self.brackets.push(Bracket {
            at,
            directive,
            marks: self.marks.len(),
        });
    }

    /// Where the scan goes on after the `]` at `at` and the braces behind it.
    fn close_bracket(&mut self, at: usize, line_end: usize) -> usize {
        let Some(bracket) = self.brackets.pop() else {
            return at + 1;
        };
        let Some(opening) = bracket.directive else {
            return at + 1;
        };
        let text = self.grammar.text;
        let braces_end = text[at + 1..line_end]
            .starts_with('{')
            .then(|| brace_end(text, at + 1, line_end))
            .flatten();
        let end = braces_end.unwrap_or(at + 1);
        let name = Span::new(opening.start + 1, bracket.at);
        let label = Span::new(bracket.at + 1, at);
        let braces = braces_end.map(|end| Span::new(at + 1, end));
        let directive = self.grammar.inline(name, Some(label), braces);
        let whole = Span::new(opening.start, end);
        if encloses(&directive) {
            let fence = Fence::Brackets(bracket.at);
            let opener = Span::new(opening.start, bracket.at + 1);
            self.text_mark(opener, Content::Open(fence, directive));
            self.text_mark(Span::new(at, end), Content::Close(fence));
        } else if text[whole.range()].contains('\n') {
            // The mask must not swallow the end of a line: what the label may not hold either.
            self.whole(Span::new(opening.start, bracket.at + 1), directive);
        } else {
            self.marks.truncate(bracket.marks);
            self.whole(whole, directive);
        }
        end
    }

    /// Brackets do not reach beyond a paragraph. An open `for` encloses the rest of it, unclosed.
    fn end_paragraph(&mut self) {
        for bracket in std::mem::take(&mut self.brackets) {
            let Some(opening) = bracket.directive else {
                continue;
            };
            let name = Span::new(opening.start + 1, bracket.at);
            let opener = Span::new(opening.start, bracket.at + 1);
            let mut directive = self.grammar.unclosed_bracket(name);
            if encloses(&directive) {
                directive.faults.clear();
                let fence = Fence::Brackets(bracket.at);
                self.text_mark(opener, Content::Open(fence, directive));
            } else {
                self.whole(opener, directive);
            }
        }
    }

    fn whole(&mut self, span: Span, directive: Directive) {
        self.text_mark(span, Content::Whole(directive));
    }

    fn text_mark(&mut self, span: Span, content: Content) {
        self.marks.push(Mark {
            span,
            is_line: false,
            is_masked: true,
            content: Some(content),
        });
    }

    /// A directive in code or HTML, or one with the colons of a line of its own.
    fn bar(&mut self, opening: Opening) {
        self.marks.push(Mark {
            span: Span::new(opening.start, opening.bracket),
            is_line: false,
            is_masked: false,
            content: Some(Content::Misplaced),
        });
    }
}

fn encloses(directive: &Directive) -> bool {
    matches!(directive.kind, Some(Kind::For(_) | Kind::NotFor(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::audience::AudienceId;
    use crate::parse::markdown::marks::mask;
    use crate::source::SourcePath;

    fn check(text: &str, expected: &str) {
        let path = SourcePath::new("en.md");
        let audiences = [AudienceId::new("a")];
        let grammar = Grammar {
            path: &path,
            text,
            audiences: &audiences,
        };
        let marks = find(&grammar, Span::new(0, text.len()), &Opaque::default());
        let masked = mask(text, &marks).replace('\u{2}', "·");
        assert_eq!(masked, expected);
    }

    #[test]
    fn a_line_becomes_an_instruction_wherever_it_stands() {
        check("::: for a\nx\n:::\n", "<?     ?>\nx\n<?>\n");
        check("> - :::: for é\n> ::::", "> - <?       ?>\n> <??>");
        check("[^1]: ::: for a\n: ::c", "[^1]: <?     ?>\n: <?>");
        check("| ::: for a |\n# :::", "| ::: for a |\n# :::");
    }

    #[test]
    fn a_directive_in_a_line_becomes_a_run_of_filler() {
        check("x :t[a]{b=1} y", "x ·········· y");
        check(":for[x [y] é]{a} z", "·····x [y] é···· z");
        check("a :for[b\nc]{a}", "a ·····b\nc····");
        check("[:t[a]](/x:y)", "[·····](/x:y)");
        check("a :t[b\n\nc] :x{", "a ···b\n\nc] ···");
    }
}
