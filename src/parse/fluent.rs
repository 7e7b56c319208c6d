//! Fluent files: what each defines, what its messages refer to, and what is wrong with them.
//!
//! fluent-syntax reads them, and this module stands before it and behind it. Before: a scanner
//! (`nesting`) refuses what would exhaust the stack. Behind: `definitions` and `walk` turn the
//! syntax tree into definitions with their places, and `rewriting` makes the text that `render`
//! formats, without what is broken and with plural selectors spelled out. What only shows once all
//! files are known (doubles, circles, missing references) is the business of `faults`.

mod definitions;
mod faults;
mod nesting;
mod rewording;
mod rewriting;
mod values;
mod walk;

use std::borrow::Cow;

use fluent_syntax::ast;
use fluent_syntax::parser::{self, ParserError};

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::locale::LocaleTag;
use crate::model::message::{Layer, Resource};
use crate::rules;
use crate::source::{SourcePath, Span};

use definitions::Reader;
pub use faults::{cycles, duplicates, references};
pub use rewording::reworded;
use rewriting::Rewriting;
pub use values::{dedented, indented, value};

/// The mark that some editors put before UTF-8. Fluent would lose the first message to it.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reads the `text` of the file at `path`. Spans are byte ranges in `text`, whatever its line
/// ends; the text of the resource has its own.
pub fn parse(
    path: &SourcePath,
    text: &str,
    locale: &LocaleTag,
    layer: Layer,
) -> Diagnosed<Resource> {
    let lone = lone_returns(text);
    let mut diagnostics: Vec<Diagnostic> = lone
        .iter()
        .map(|at| {
            Diagnostic::new(&rules::CONTROL_CHARACTER)
                .at(Place::new(path, *at..at + 1))
                .with("character", "U+000D")
        })
        .collect();
    let mut resource = Resource {
        path: path.clone(),
        locale: locale.clone(),
        layer,
        text: "".into(),
        definitions: Default::default(),
    };
    let text_with_line_ends = line_ends(text, &lone);
    let readable = match nesting::readable(&text_with_line_ends) {
        Ok(readable) => readable,
        Err(span) => {
            diagnostics.push(
                Diagnostic::new(&rules::EXCESSIVE_NESTING)
                    .at(Place::new(path, span))
                    .with("limit", nesting::LIMIT),
            );
            return Diagnosed::new(resource, diagnostics);
        }
    };

    let (tree, errors) = match parser::parse(&*readable) {
        Ok(tree) => (tree, Vec::new()),
        Err((tree, errors)) => (tree, errors),
    };
    let mut rewriting = Rewriting::default();
    for error in &errors {
        diagnostics.push(broken(path, text, error));
        rewriting.remove(error.slice.clone().unwrap_or_default());
    }
    let mut reader = Reader::new(path, &readable, &mut rewriting, &mut diagnostics);
    for entry in &tree.body {
        match entry {
            ast::Entry::Message(message) => reader.message(message),
            ast::Entry::Term(term) => reader.term(term),
            _ => {}
        }
    }
    resource.definitions = reader.definitions;
    resource.text = rewriting.apply(&readable).into();
    Diagnosed::new(resource, diagnostics)
}

/// A carriage return alone ends no line in Fluent: what follows it would become part of the
/// message before it, unseen.
fn lone_returns(text: &str) -> Vec<usize> {
    text.match_indices('\r')
        .map(|(at, _)| at)
        .filter(|at| !text[at + 1..].starts_with('\n'))
        .collect()
}

/// The text with a line end for each lone return and for each byte of a mark at its start, which
/// Fluent skips there. Every position stays.
fn line_ends<'a>(text: &'a str, lone: &[usize]) -> Cow<'a, str> {
    let mut text = match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => Cow::Owned(format!("\n\n\n{rest}")),
        None => Cow::Borrowed(text),
    };
    for at in lone {
        text.to_mut().replace_range(*at..at + 1, "\n");
    }
    text
}

fn broken(path: &SourcePath, text: &str, error: &ParserError) -> Diagnostic {
    Diagnostic::new(&rules::BROKEN_MESSAGE)
        .at(Place::new(path, within(text, error)))
        .with("reason", &error.kind)
}

/// The parser counts bytes and may point into a character, or past the end.
fn within(text: &str, error: &ParserError) -> Span {
    Span::new(
        text.floor_char_boundary(error.pos.start),
        text.ceil_char_boundary(error.pos.end),
    )
}

#[cfg(test)]
mod tests;
