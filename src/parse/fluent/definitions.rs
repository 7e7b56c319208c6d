//! From the syntax tree to definitions.
//!
//! The tree borrows its names from the text, so that where a name stands is the distance between
//! two addresses.

use std::collections::BTreeMap;
use std::ops::Range;

use fluent_syntax::ast::{Attribute, Message, Pattern, Term};

use crate::diagnostic::{Diagnostic, Place};
use crate::model::message::{Definition, TERM_PREFIX};
use crate::rules;
use crate::source::{SourcePath, Span};

use super::rewriting::Rewriting;
use super::walk::Walk;

/// Reads the entries of one file, one after the other.
pub struct Reader<'a> {
    /// Where the file lies.
    pub path: &'a SourcePath,
    text: &'a str,
    /// What becomes of its text.
    pub rewriting: &'a mut Rewriting,
    /// What is wrong with it.
    pub diagnostics: &'a mut Vec<Diagnostic>,
    /// Where the messages and terms of the file are first defined.
    owners: BTreeMap<String, Span>,
    /// What the file defines. Of two definitions with one name, the first.
    pub definitions: BTreeMap<String, Definition>,
}

impl<'a> Reader<'a> {
    /// A reader of the file at `path`.
    pub fn new(
        path: &'a SourcePath,
        text: &'a str,
        rewriting: &'a mut Rewriting,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            path,
            text,
            rewriting,
            diagnostics,
            owners: BTreeMap::new(),
            definitions: BTreeMap::new(),
        }
    }

    /// Takes in a message.
    pub fn message(&mut self, message: &Message<&'a str>) {
        let span = self.span(message.id.name).into();
        self.owner(
            message.id.name,
            span,
            message.value.as_ref(),
            &message.attributes,
        );
    }

    /// Takes in a term. Its hyphen is part of its name.
    pub fn term(&mut self, term: &Term<&'a str>) {
        let Range { start, end } = self.span(term.id.name);
        self.prefix_term(start);
        let name = format!("-{}", term.id.name);
        let span = Span::new(start - 1, end);
        self.owner(&name, span, Some(&term.value), &term.attributes);
    }

    fn owner(
        &mut self,
        name: &str,
        span: Span,
        value: Option<&Pattern<&'a str>>,
        attributes: &[Attribute<&'a str>],
    ) {
        let first = self.owners.get(name).copied();
        if let Some(first) = first {
            self.duplicate(name, span, first);
        }
        self.owners.entry(name.to_owned()).or_insert(span);
        let mut own = BTreeMap::new();
        if let Some(value) = value {
            own.insert(name.to_owned(), Walk::through(self, name, span, value));
        }
        for attribute in attributes {
            let id = format!("{name}.{}", attribute.id.name);
            let span = Span::from(self.span(attribute.id.name));
            if let Some(earlier) = own.get(&id).map(|earlier: &Definition| earlier.span) {
                self.duplicate(&id, span, earlier);
                continue;
            }
            let definition = Walk::through(self, &id, span, &attribute.value);
            own.insert(id, definition);
        }
        if first.is_none() {
            self.definitions.append(&mut own);
        }
    }

    fn duplicate(&mut self, name: &str, span: Span, first: Span) {
        self.diagnostics.push(
            Diagnostic::new(&rules::DUPLICATE_MESSAGE)
                .at(Place::new(self.path, span))
                .also(Place::new(self.path, first))
                .with("name", name),
        );
    }

    /// Gives the term whose name begins here the name it is formatted under.
    pub fn prefix_term(&mut self, at: usize) {
        self.rewriting.replace(at..at, TERM_PREFIX);
    }

    /// Where a part of the text stands in it.
    pub fn span(&self, part: &str) -> Range<usize> {
        let start = part.as_ptr() as usize - self.text.as_ptr() as usize;
        start..start + part.len()
    }
}
