//! Directives: the one extension to Markdown.
//!
//! This file knows how a single directive is written: a name, a label in brackets, arguments in
//! braces, audiences. Where directives stand in a text, and what they enclose, is the business of
//! [`crate::parse::markdown`].
//!
//! ```text
//! ::: for survivors migrants       ::: card[Label]{tone=calm}      ::hotline{id=nhth}
//! ::: not-for media                ::: card{tone=calm} Label       :hotline[Label]{id=nhth}
//! :for[text]{survivors}            :t[hotline-hours]{count=3}
//! ```

mod lookalikes;
mod words;

use crate::diagnostic::{Diagnostic, Place, closest};
use crate::model::audience::AudienceId;
use crate::model::document::{Argument, Component, Form, Kind, Literal};
use crate::rules::{BROKEN_DIRECTIVE, UNKNOWN_AUDIENCE};
use crate::source::{SourcePath, Span};

pub(super) use lookalikes::lookalikes;
pub(super) use words::{Opening, brace_end, openings};
use words::{bracket_end, is_message_id, name_end, unescape, value, words};

/// A directive that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Directive {
    /// Its name, empty when it has none.
    pub name: String,
    /// What it is. A broken one that encloses something is [`Kind::For`] nobody, so that nothing
    /// spills; any other broken one is nothing.
    pub kind: Option<Kind>,
    /// What is wrong with it.
    pub faults: Vec<Diagnostic>,
}

/// What is needed to read directives: the file they stand in and the audiences there are.
#[derive(Clone, Copy, Debug)]
pub struct Grammar<'a> {
    /// The path of the file.
    pub path: &'a SourcePath,
    /// The whole file; all spans are ranges of it.
    pub text: &'a str,
    /// The closed set of audiences.
    pub audiences: &'a [AudienceId],
}

/// Why a directive does not parse: the `reason` of the rule's message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    /// No name, or one of other characters than `a-z0-9-`.
    NoName,
    /// `for` without an audience.
    NoAudience,
    /// `for` without anything that it could be about.
    NoBody,
    /// `::: t`, which cannot hold anything.
    Body,
    /// `t` without the id of a message in brackets.
    MessageId,
    /// `[` without `]`.
    UnclosedBracket,
    /// `{` without `}`.
    UnclosedBrace,
    /// Something else than `name=value` in braces.
    Argument,
    /// An argument twice.
    DuplicateArgument,
    /// A label in brackets and another one behind.
    TwoLabels,
    /// A directive in the label of another.
    Nested,
    /// A label over more than one line.
    LineBreak,
}

impl Reason {
    const fn as_str(self) -> &'static str {
        match self {
            Self::NoName => "no-name",
            Self::NoAudience => "no-audience",
            Self::NoBody => "no-body",
            Self::Body => "body",
            Self::MessageId => "message-id",
            Self::UnclosedBracket => "unclosed-bracket",
            Self::UnclosedBrace => "unclosed-brace",
            Self::Argument => "argument",
            Self::DuplicateArgument => "duplicate-argument",
            Self::TwoLabels => "two-labels",
            Self::Nested => "nested",
            Self::LineBreak => "line-break",
        }
    }
}

/// A label and arguments, as far as they were written.
#[derive(Default)]
struct Parts {
    label: Option<Argument>,
    arguments: Vec<Argument>,
}

impl Grammar<'_> {
    /// Reads what follows the colons of a directive on a line of its own, without the white space
    /// at the line's end.
    pub fn line(&self, span: Span, form: Form) -> Directive {
        let mut faults = Vec::new();
        let start = self.skip_blanks(span.start, span.end);
        let name_end = name_end(self.text, start, span.end);
        if name_end == start {
            faults.push(self.broken(Reason::NoName, span));
            return finish("", form, None, faults);
        }
        let name = &self.text[start..name_end];
        let rest = Span::new(name_end, span.end);
        let kind = match name {
            "for" | "not-for" if form == Form::Container => {
                self.selection(name, rest, span, &mut faults)
            }
            "for" | "not-for" => self.refuse(Reason::NoBody, span, &mut faults),
            "t" if form == Form::Container => self.refuse(Reason::Body, span, &mut faults),
            _ => self
                .parts(rest, &mut faults)
                .and_then(|parts| self.named(Span::new(start, name_end), parts, form, &mut faults)),
        };
        finish(name, form, kind, faults)
    }

    /// Reads `:name[label]{…}` in a line of text. The label stands between the brackets, `braces`
    /// are the braces with what is in them; both may be missing.
    pub fn inline(&self, name: Span, label: Option<Span>, braces: Option<Span>) -> Directive {
        let mut faults = Vec::new();
        let written = &self.text[name.range()];
        if matches!(written, "for" | "not-for") {
            let kind = match label {
                None => self.refuse(Reason::NoBody, name, &mut faults),
                Some(_) => self.selection(
                    written,
                    braces.unwrap_or(Span::new(name.end, name.end)),
                    name,
                    &mut faults,
                ),
            };
            return finish(written, Form::Inline, kind, faults);
        }
        let parts = Parts {
            label: label.and_then(|span| self.label(span, &mut faults)),
            arguments: braces.map_or_else(Vec::new, |span| self.arguments(span, &mut faults)),
        };
        let kind = if faults.is_empty() {
            self.named(name, parts, Form::Inline, &mut faults)
        } else {
            None
        };
        finish(written, Form::Inline, kind, faults)
    }

    /// A directive whose bracket is never closed.
    pub fn unclosed_bracket(&self, name: Span) -> Directive {
        self.failed(Reason::UnclosedBracket, name)
    }

    /// A directive whose brace is never closed.
    pub fn unclosed_brace(&self, name: Span) -> Directive {
        self.failed(Reason::UnclosedBrace, name)
    }

    fn failed(&self, reason: Reason, name: Span) -> Directive {
        let written = &self.text[name.range()];
        finish(written, Form::Inline, None, vec![self.broken(reason, name)])
    }

    /// `for` and `not-for`, with the words in `span`, in braces or not.
    fn selection(
        &self,
        name: &str,
        span: Span,
        whole: Span,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Kind> {
        let before = faults.len();
        let mut audiences: Vec<AudienceId> = Vec::new();
        let mut is_empty = true;
        for (word, at) in words(self.text, self.without_braces(span)) {
            is_empty = false;
            match self.audiences.iter().find(|known| known.as_str() == word) {
                Some(known) if audiences.contains(known) => {}
                Some(known) => audiences.push(known.clone()),
                None => faults.push(self.unknown_audience(word, at)),
            }
        }
        if is_empty {
            return self.refuse(Reason::NoAudience, whole, faults);
        }
        match name {
            "for" => Some(Kind::For(audiences)),
            // Who was meant to be kept out is not known: then it is for nobody.
            _ if faults.len() > before => None,
            _ => Some(Kind::NotFor(audiences)),
        }
    }

    fn without_braces(&self, span: Span) -> Span {
        let written = &self.text[span.range()];
        let start = span.start + (written.len() - written.trim_start().len());
        let inner = written
            .trim()
            .strip_prefix('{')
            .and_then(|inner| inner.strip_suffix('}'));
        match inner {
            Some(inner) => Span::new(start + 1, start + 1 + inner.len()),
            None => span,
        }
    }

    fn unknown_audience(&self, word: &str, span: Span) -> Diagnostic {
        Diagnostic::new(&UNKNOWN_AUDIENCE)
            .at(Place::new(self.path, span))
            .with("name", word)
            .suggest(closest(word, self.audiences.iter().map(AudienceId::as_str)))
    }

    /// `t`, or a component of the theme.
    fn named(
        &self,
        name: Span,
        parts: Parts,
        form: Form,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Kind> {
        let written = &self.text[name.range()];
        if written != "t" {
            return Some(Kind::Component(Box::new(Component {
                name: written.to_owned(),
                name_span: name,
                label: parts.label,
                arguments: parts.arguments,
                form,
            })));
        }
        match parts.label.map(|label| label.value) {
            Some(Literal::String(id)) if is_message_id(&id) => Some(Kind::Message {
                id,
                arguments: parts.arguments,
            }),
            _ => self.refuse(Reason::MessageId, name, faults),
        }
    }

    /// `[label]{arguments} label`, each of them optional.
    fn parts(&self, span: Span, faults: &mut Vec<Diagnostic>) -> Option<Parts> {
        let before = faults.len();
        let mut parts = Parts::default();
        let mut at = self.skip_blanks(span.start, span.end);
        if self.text[at..span.end].starts_with('[') {
            let Some(end) = bracket_end(self.text, at, span.end) else {
                return self.refuse(Reason::UnclosedBracket, Span::new(at, span.end), faults);
            };
            parts.label = self.label(Span::new(at + 1, end - 1), faults);
            at = self.skip_blanks(end, span.end);
        }
        if self.text[at..span.end].starts_with('{') {
            let Some(end) = brace_end(self.text, at, span.end) else {
                return self.refuse(Reason::UnclosedBrace, Span::new(at, span.end), faults);
            };
            parts.arguments = self.arguments(Span::new(at, end), faults);
            at = self.skip_blanks(end, span.end);
        }
        if at < span.end {
            let behind = Span::new(at, span.end);
            if parts.label.is_some() {
                return self.refuse(Reason::TwoLabels, behind, faults);
            }
            parts.label = self.label(behind, faults);
        }
        (faults.len() == before).then_some(parts)
    }

    /// Plain text: a directive in it would be printed as it stands, whoever it is for.
    fn label(&self, span: Span, faults: &mut Vec<Diagnostic>) -> Option<Argument> {
        let written = &self.text[span.range()];
        if written.contains('\n') {
            return self.refuse(Reason::LineBreak, span, faults);
        }
        if openings(written).next().is_some() {
            return self.refuse(Reason::Nested, span, faults);
        }
        let text = unescape(written.trim());
        (!text.is_empty()).then(|| Argument {
            name: "label".to_owned(),
            value: Literal::String(text),
            span,
        })
    }

    fn arguments(&self, braces: Span, faults: &mut Vec<Diagnostic>) -> Vec<Argument> {
        let end = braces.end - 1;
        let mut arguments: Vec<Argument> = Vec::new();
        let mut at = self.skip_blanks(braces.start + 1, end);
        while at < end {
            let Some(argument) = self.argument(at, end) else {
                faults.push(self.broken(Reason::Argument, Span::new(at, end)));
                break;
            };
            at = self.skip_blanks(argument.span.end, end);
            if arguments.iter().any(|known| known.name == argument.name) {
                faults.push(self.broken(Reason::DuplicateArgument, argument.span));
            }
            arguments.push(argument);
        }
        arguments
    }

    /// `name=value`, `name="value"` or `name` alone, which is true.
    fn argument(&self, start: usize, end: usize) -> Option<Argument> {
        let written = &self.text[start..end];
        let name_length = written
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
            .unwrap_or(written.len());
        let name = &written[..name_length];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let (value, length) = match written[name_length..].strip_prefix('=') {
            None => (Literal::Boolean(true), 0),
            Some(rest) => value(rest).map(|(value, length)| (value, length + 1))?,
        };
        let stop = start + name_length + length;
        let is_apart = stop == end || self.text[stop..].starts_with([' ', '\t']);
        let is_plain = !matches!(&value, Literal::String(text) if openings(text).next().is_some());
        (is_apart && is_plain).then(|| Argument {
            name: name.to_owned(),
            value,
            span: Span::new(start, stop),
        })
    }

    fn skip_blanks(&self, start: usize, end: usize) -> usize {
        let written = &self.text[start..end];
        end - written.trim_start_matches([' ', '\t']).len()
    }

    fn refuse<T>(&self, reason: Reason, span: Span, faults: &mut Vec<Diagnostic>) -> Option<T> {
        faults.push(self.broken(reason, span));
        None
    }

    fn broken(&self, reason: Reason, span: Span) -> Diagnostic {
        Diagnostic::new(&BROKEN_DIRECTIVE)
            .at(Place::new(self.path, span))
            .with("reason", reason.as_str())
    }
}

/// A broken container is for nobody; a broken `for` in a line too.
fn finish(name: &str, form: Form, kind: Option<Kind>, faults: Vec<Diagnostic>) -> Directive {
    let encloses = form == Form::Container || matches!(name, "for" | "not-for");
    let kind = kind.or_else(|| (encloses && form != Form::Leaf).then(|| Kind::For(Vec::new())));
    Directive {
        name: name.to_owned(),
        kind,
        faults,
    }
}

#[cfg(test)]
mod tests;
