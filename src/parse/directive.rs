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

use crate::diagnostic::{Diagnostic, Place, closest};
use crate::model::audience::AudienceId;
use crate::model::document::{Argument, Component, Form, Kind, Literal};
use crate::rules::{BROKEN_DIRECTIVE, UNKNOWN_AUDIENCE};
use crate::source::{SourcePath, Span};

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
            return Some(Kind::Component(Component {
                name: written.to_owned(),
                name_span: name,
                label: parts.label,
                arguments: parts.arguments,
                form,
            }));
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
        is_apart.then(|| Argument {
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

/// A value without quotes ends at a blank. A number that begins with a zero or a plus sign is one
/// to dial, not to count with, and stays as it was written.
fn value(written: &str) -> Option<(Literal, usize)> {
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
fn words(text: &str, span: Span) -> impl Iterator<Item = (&str, Span)> {
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
fn bracket_end(text: &str, start: usize, end: usize) -> Option<usize> {
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
pub(super) fn brace_end(text: &str, start: usize, end: usize) -> Option<usize> {
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
fn unescape(written: &str) -> String {
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
fn is_message_id(id: &str) -> bool {
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
pub(super) struct Opening {
    /// The first colon.
    pub start: usize,
    /// How many colons there are.
    pub colons: usize,
    /// The bracket or brace behind the name.
    pub bracket: usize,
}

/// Everything in `text` that looks like a directive in a line of text. A colon behind a letter, a
/// digit or a backslash is none.
pub(super) fn openings(text: &str) -> impl Iterator<Item = Opening> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, form: Form) -> Directive {
        let path = SourcePath::new("en.md");
        let audiences = ["survivors", "media"].map(AudienceId::new);
        let grammar = Grammar {
            path: &path,
            text,
            audiences: &audiences,
        };
        grammar.line(Span::new(0, text.len()), form)
    }

    fn check(text: &str, expected: &str) {
        let read = read(text, Form::Container);
        assert!(read.faults.is_empty(), "{text}: {:?}", read.faults);
        let shown = match read.kind {
            Some(Kind::Component(component)) => {
                let label = component.label.map(|label| label.value);
                let arguments: Vec<_> = component
                    .arguments
                    .into_iter()
                    .map(|argument| (argument.name, argument.value))
                    .collect();
                format!("{} {label:?} {arguments:?}", component.name)
            }
            other => format!("{other:?}"),
        };
        assert_eq!(shown, expected, "{text}");
    }

    fn check_fault(text: &str, form: Form, expected: &str, at: &str) {
        let read = read(text, form);
        let fault = &read.faults[0];
        let span = fault.place.as_ref().unwrap().span;
        assert_eq!(fault.arguments[0].1, expected, "{text}");
        assert_eq!(&text[span.range()], at, "{text}");
    }

    #[test]
    fn audiences_are_words() {
        check(" for media", r#"Some(For(["media"]))"#);
        check(
            " not-for media  survivors media",
            r#"Some(NotFor(["media", "survivors"]))"#,
        );
        check(
            "for{media survivors}",
            r#"Some(For(["media", "survivors"]))"#,
        );
        check_fault(" for survivrs", Form::Container, "survivrs", "survivrs");
        check_fault(" for", Form::Container, "no-audience", " for");
        check_fault("for{media}", Form::Leaf, "no-body", "for{media}");
    }

    #[test]
    fn a_misspelt_exclusion_shows_to_nobody() {
        let kind = read("not-for mdia", Form::Container).kind;
        assert_eq!(kind, Some(Kind::For(Vec::new())));
    }

    #[test]
    fn labels_stand_in_brackets_or_behind() {
        check(
            " card{tone=calm} A title",
            r#"card Some(String("A title")) [("tone", String("calm"))]"#,
        );
        check(
            " card[A \\] b]{n=3}",
            r#"card Some(String("A ] b")) [("n", Integer(3))]"#,
        );
        check("card", "card None []");
        check_fault("card[a] b", Form::Container, "two-labels", "b");
        check_fault("card[a", Form::Container, "unclosed-bracket", "[a");
        check_fault(
            "card :for[x]{media}",
            Form::Container,
            "nested",
            ":for[x]{media}",
        );
    }

    #[test]
    fn values_have_types_but_numbers_to_dial_are_text() {
        check(
            r#"c{a="x } \" y" b=0.5 c=-2 d e=false f=016 g=+52 h=1.2.3}"#,
            concat!(
                r#"c None [("a", String("x } \" y")), ("b", Float(0.5)), ("c", Integer(-2)), "#,
                r#"("d", Boolean(true)), ("e", Boolean(false)), ("f", String("016")), "#,
                r#"("g", String("+52")), ("h", String("1.2.3"))]"#
            ),
        );
        check_fault("c{#id}", Form::Container, "argument", "#id");
        check_fault("c{a=\"x\"b}", Form::Container, "argument", "a=\"x\"b");
        check_fault("c{a=1 a=2}", Form::Container, "duplicate-argument", "a=2");
        check_fault("c{a=1", Form::Container, "unclosed-brace", "{a=1");
    }

    #[test]
    fn messages_need_an_id() {
        check_fault("t[hours", Form::Leaf, "unclosed-bracket", "[hours");
        check_fault("t", Form::Leaf, "message-id", "t");
        check_fault("t[a b]", Form::Leaf, "message-id", "t");
        check_fault("t[a]", Form::Container, "body", "t[a]");
    }

    #[test]
    fn a_colon_in_prose_opens_nothing() {
        let found = |text: &str| {
            openings(text)
                .map(|opening| opening.start)
                .collect::<Vec<_>>()
        };
        assert_eq!(found("at 12:t[x], a:b[c], \\:t[x], :) https://x"), [0; 0]);
        assert_eq!(found(":t[x] (:t[x]) \\\\:t{x} **:t[x]**"), [0, 7, 16, 24]);
        assert_eq!(found("see ::t[x]"), [4]);
    }
}
