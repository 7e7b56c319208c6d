//! One way through one definition: what it uses, what it refers to, how much work it can be.

use std::collections::BTreeMap;
use std::ops::Range;

use fluent_syntax::ast::{
    CallArguments, Expression, Identifier, InlineExpression, Pattern, PatternElement, Variant,
    VariantKey,
};

use crate::diagnostic::{self, Diagnostic, Place};
use crate::model::message::{
    Definition, FUNCTIONS, Key, PLURAL_CATEGORIES, Reference, Selector, Weight, Wording,
};
use crate::rules;
use crate::source::Span;

use super::definitions::Reader;

/// The most digits that a number in a message has. A double holds fifteen exactly, and
/// fluent-bundle overflows at twenty.
const NUMBER_DIGITS: usize = 15;

/// Whether a variable shows in the text or only selects a variant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Printed,
    Selector,
}

/// One way through one definition. It recurses as deep as the text is nested, which the scanner
/// has bounded.
pub struct Walk<'r, 'a> {
    reader: &'r mut Reader<'a>,
    id: &'r str,
    definition: Definition,
}

impl<'r, 'a> Walk<'r, 'a> {
    /// The definition of `id`, whose name stands at `span`.
    pub fn through(
        reader: &'r mut Reader<'a>,
        id: &'r str,
        span: Span,
        value: &Pattern<&'a str>,
    ) -> Definition {
        let mut walk = Self {
            reader,
            id,
            definition: Definition {
                span,
                ..Definition::default()
            },
        };
        let weight = walk.pattern(value);
        Definition {
            weight,
            ..walk.definition
        }
    }

    fn pattern(&mut self, pattern: &Pattern<&'a str>) -> Weight {
        let mut weight = Weight::default();
        for element in &pattern.elements {
            match element {
                PatternElement::Placeable { expression } => {
                    let mut inside = self.expression(expression);
                    inside.placeables += 1;
                    inside.nesting += 1;
                    weight = weight.and(inside);
                }
                PatternElement::TextElement { value } => self.wording(value),
            }
        }
        weight
    }

    fn wording(&mut self, text: &str) {
        if text.trim_ascii().is_empty() {
            return;
        }
        self.definition.wording.push(Wording {
            span: self.reader.span(text).into(),
            text: text.to_owned(),
        });
    }

    fn expression(&mut self, expression: &Expression<&'a str>) -> Weight {
        match expression {
            Expression::Inline(inline) => self.inline(inline, Role::Printed),
            Expression::Select { selector, variants } => {
                let weight = self.inline(selector, Role::Selector);
                self.selector(selector, variants);
                self.spell_out_plural(selector, variants);
                let heaviest = variants
                    .iter()
                    .map(|variant| self.variant(variant))
                    .reduce(Weight::or)
                    .unwrap_or_default();
                weight.and(heaviest)
            }
        }
    }

    fn selector(&mut self, selector: &InlineExpression<&'a str>, variants: &[Variant<&'a str>]) {
        let (name, is_call) = match selector {
            InlineExpression::VariableReference { id } => (Some(id.name), false),
            InlineExpression::FunctionReference { arguments, .. } => {
                let mut given = arguments.positional.iter();
                let variable = given.find_map(|argument| match argument {
                    InlineExpression::VariableReference { id } => Some(id.name),
                    _ => None,
                });
                (variable, true)
            }
            _ => (None, false),
        };
        let Some(name) = name else {
            return;
        };
        // What is left over is called “other” whatever is selected on.
        let is_counted = |variant: &Variant<&str>| !variant.default && counts(&variant.key);
        let (last, special): (Vec<_>, Vec<_>) =
            variants.iter().partition(|variant| variant.default);
        let keys = special.iter().map(|variant| self.key(&variant.key));
        let keys = keys.collect();
        let last = last.first().map(|variant| self.key(&variant.key));
        self.definition.selectors.push(Selector {
            on: format!("${name}"),
            span: self.reader.span(name).into(),
            keys,
            last_resort: last.map(|key| key.name).unwrap_or_default(),
            is_count: is_call || variants.iter().any(is_counted),
        });
    }

    fn key(&self, key: &VariantKey<&'a str>) -> Key {
        let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) = key;
        Key {
            name: (*name).to_owned(),
            span: self.reader.span(name).into(),
        }
    }

    fn variant(&mut self, variant: &Variant<&'a str>) -> Weight {
        if let VariantKey::NumberLiteral { value } = &variant.key {
            self.number(value);
        }
        self.pattern(&variant.value)
    }

    fn inline(&mut self, inline: &InlineExpression<&'a str>, role: Role) -> Weight {
        match inline {
            InlineExpression::StringLiteral { .. } => Weight::default(),
            InlineExpression::NumberLiteral { value } => {
                self.number(value);
                Weight::default()
            }
            InlineExpression::VariableReference { id } => {
                self.variable(id.name, role);
                Weight::default()
            }
            InlineExpression::MessageReference { id, attribute } => {
                let span = self.reader.span(id.name);
                self.reference(id.name.to_owned(), span, attribute.as_ref(), None)
            }
            InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => {
                let arguments = arguments.as_ref();
                let weight = arguments
                    .map(|arguments| self.arguments(arguments, role))
                    .unwrap_or_default();
                let Range { start, end } = self.reader.span(id.name);
                self.reader.prefix_term(start);
                let name = format!("-{}", id.name);
                let own = self.reference(name, start - 1..end, attribute.as_ref(), arguments);
                weight.and(own)
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.function(id);
                self.arguments(arguments, role)
            }
            InlineExpression::Placeable { expression } => {
                let mut inside = self.expression(expression);
                inside.nesting += 1;
                inside
            }
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&'a str>, role: Role) -> Weight {
        let named = arguments.named.iter().map(|argument| &argument.value);
        let mut weight = Weight::default();
        for argument in arguments.positional.iter().chain(named) {
            weight = weight.and(self.inline(argument, role));
        }
        weight.nesting += 1;
        weight
    }

    fn variable(&mut self, name: &str, role: Role) {
        let definition = &mut self.definition;
        if !definition.variables.iter().any(|known| known == name) {
            definition.variables.push(name.to_owned());
        }
        if role == Role::Printed && !definition.printed.iter().any(|known| known == name) {
            definition.printed.push(name.to_owned());
        }
    }

    fn reference(
        &mut self,
        mut name: String,
        mut span: Range<usize>,
        attribute: Option<&Identifier<&'a str>>,
        arguments: Option<&CallArguments<&'a str>>,
    ) -> Weight {
        if let Some(attribute) = attribute {
            name = format!("{name}.{}", attribute.name);
            span.end = self.reader.span(attribute.name).end;
        }
        let given = arguments.map(|arguments| arguments.named.iter());
        self.definition.references.push(Reference {
            name: name.clone(),
            span: span.into(),
            arguments: given
                .into_iter()
                .flatten()
                .map(|argument| argument.name.name.to_owned())
                .collect(),
        });
        Weight {
            references: BTreeMap::from([(name, 1)]),
            ..Weight::default()
        }
    }

    fn function(&mut self, id: &Identifier<&'a str>) {
        if FUNCTIONS.contains(&id.name) {
            let functions = &mut self.definition.functions;
            if !functions.iter().any(|known| known == id.name) {
                functions.push(id.name.to_owned());
            }
            return;
        }
        let place = Place::new(self.reader.path, self.reader.span(id.name));
        self.reader.diagnostics.push(
            Diagnostic::new(&rules::FAILED_FUNCTION)
                .at(place)
                .with("name", self.id)
                .with("reason", format!("unknown function {}", id.name))
                .suggest(diagnostic::closest(id.name, FUNCTIONS)),
        );
    }

    /// Fluent would come to grief over a number of many digits, so it never sees it.
    fn number(&mut self, literal: &str) {
        if fits(literal) {
            return;
        }
        let range = self.reader.span(literal);
        self.reader.rewriting.replace(range.clone(), "0");
        self.reader.diagnostics.push(
            Diagnostic::new(&rules::BROKEN_MESSAGE)
                .at(Place::new(self.reader.path, range))
                .with(
                    "reason",
                    format!("A number of more than {NUMBER_DIGITS} digits"),
                ),
        );
    }

    /// `$n ->` becomes `PLURAL($n, 0, 1) ->`, with the numbers among the keys: fluent-bundle's own
    /// plural rules are of 2020 and know no Spanish `many`.
    fn spell_out_plural(
        &mut self,
        selector: &InlineExpression<&'a str>,
        variants: &[Variant<&'a str>],
    ) {
        if !variants.iter().any(|variant| counts(&variant.key)) {
            return;
        }
        let numbers: String = variants
            .iter()
            .filter_map(|variant| match &variant.key {
                VariantKey::NumberLiteral { value } if fits(value) => Some(format!(", {value}")),
                _ => None,
            })
            .collect();
        match selector {
            InlineExpression::VariableReference { id } => {
                let Range { start, end } = self.reader.span(id.name);
                let rewriting = &mut self.reader.rewriting;
                rewriting.replace(start - 1..start, "PLURAL($");
                rewriting.replace(end..end, format!("{numbers})"));
            }
            InlineExpression::FunctionReference { id, arguments }
                if matches!(id.name, "NUMBER" | "PLURAL") =>
            {
                let first = arguments.positional.first();
                if let Some(InlineExpression::VariableReference { id: variable }) = first {
                    let function = self.reader.span(id.name);
                    let end = self.reader.span(variable.name).end;
                    let rewriting = &mut self.reader.rewriting;
                    rewriting.replace(function, "PLURAL");
                    rewriting.replace(end..end, numbers);
                }
            }
            _ => {}
        }
    }
}

/// Whether a number has few enough digits.
fn fits(literal: &str) -> bool {
    literal.bytes().filter(u8::is_ascii_digit).count() <= NUMBER_DIGITS
}

/// Whether a key is a number or a name for what a number counts.
fn counts(key: &VariantKey<&str>) -> bool {
    match key {
        VariantKey::NumberLiteral { .. } => true,
        VariantKey::Identifier { name } => PLURAL_CATEGORIES.contains(name),
    }
}
