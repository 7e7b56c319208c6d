//! The arguments of a directive against those that its component declares.

use tera::{ComponentArgType, ComponentInfo, Context, Value};

use crate::diagnostic::{Diagnostic, Place, closest};
use crate::model::document::{Argument, Component, Literal};
use crate::rules;
use crate::source::SourcePath;

/// The arguments of a directive against those that its component declares.
pub struct Arguments<'a> {
    /// The directive.
    pub component: &'a Component,
    /// The component of the theme.
    pub definition: &'a ComponentInfo,
    /// The source that the directive stands in.
    pub path: &'a SourcePath,
}

impl Arguments<'_> {
    /// The arguments as the component takes them.
    ///
    /// # Errors
    /// Each that is missing, unknown or of another type, at its position.
    pub fn context(&self) -> Result<Context, Vec<Diagnostic>> {
        let declared: Vec<_> = self
            .definition
            .args()
            .iter()
            .filter(|argument| !argument.is_implicit())
            .collect();
        let mut faults = Vec::new();
        let mut context = Context::new();
        // What stands in brackets is the argument `label`, else the first. Tera keeps arguments in
        // the order of their names.
        let first = declared
            .iter()
            .find(|argument| argument.name() == "label")
            .or(declared.first())
            .map(|argument| argument.name().to_owned());
        let label = self.component.label.as_ref().map(|label| Argument {
            name: first.unwrap_or_else(|| label.name.clone()),
            value: label.value.clone(),
            span: label.span,
        });
        for argument in label.iter().chain(&self.component.arguments) {
            match declared.iter().find(|known| known.name() == argument.name) {
                None if self.definition.rest_param().is_some() => {
                    context.insert_value(
                        argument.name.clone(),
                        value(&argument.value, None).unwrap_or_else(Value::none),
                    );
                }
                None => {
                    faults.push(self.unknown(argument, declared.iter().map(|known| known.name())))
                }
                Some(known) => match value(&argument.value, known.arg_type()) {
                    Some(value) => context.insert_value(argument.name.clone(), value),
                    None => faults.push(self.invalid(argument, known.arg_type())),
                },
            }
        }
        for known in declared.iter().filter(|known| known.is_required()) {
            if !context.contains_key(known.name())
                && !faults.iter().any(|fault| names(fault, known.name()))
            {
                faults.push(
                    Diagnostic::new(&rules::MISSING_ARGUMENT)
                        .at(Place::new(self.path, self.component.name_span))
                        .with("name", &self.component.name)
                        .with("argument", known.name()),
                );
            }
        }
        if faults.is_empty() {
            Ok(context)
        } else {
            Err(faults)
        }
    }

    fn unknown<'b>(&self, argument: &Argument, known: impl Iterator<Item = &'b str>) -> Diagnostic {
        Diagnostic::new(&rules::UNKNOWN_ARGUMENT)
            .at(Place::new(self.path, argument.span))
            .with("name", &self.component.name)
            .with("argument", &argument.name)
            .suggest(closest(&argument.name, known).filter(|name| *name != argument.name))
    }

    fn invalid(&self, argument: &Argument, expected: Option<ComponentArgType>) -> Diagnostic {
        Diagnostic::new(&rules::INVALID_ARGUMENT)
            .at(Place::new(self.path, argument.span))
            .with("name", &self.component.name)
            .with("argument", &argument.name)
            .with(
                "expected",
                expected.map_or("string", |expected| expected.as_str()),
            )
    }
}

fn names(fault: &Diagnostic, argument: &str) -> bool {
    fault
        .arguments
        .iter()
        .any(|(name, value)| *name == "argument" && value == argument)
}

/// A literal as a value of the declared type; any type when none is declared.
fn value(literal: &Literal, expected: Option<ComponentArgType>) -> Option<Value> {
    use ComponentArgType as Type;
    match (literal, expected) {
        (Literal::String(text), None | Some(Type::String)) => Some(Value::from(text.as_str())),
        (Literal::Integer(number), Some(Type::String)) => Some(Value::from(number.to_string())),
        (Literal::Float(number), Some(Type::String)) => Some(Value::from(number.to_string())),
        (Literal::Integer(number), None | Some(Type::Integer | Type::Number)) => {
            Some(Value::from(*number))
        }
        (Literal::Float(number), None | Some(Type::Float | Type::Number)) => {
            Some(Value::from(*number))
        }
        (Literal::Boolean(truth), None | Some(Type::Bool)) => Some(Value::from(*truth)),
        _ => None,
    }
}
