//! What clap says of a command that makes no sense → a failure in the tool's own words.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::command::Failure;

/// The failure that clap's error stands for. Help and versions, which clap calls errors too, are not
/// told this way.
pub(super) fn failure(error: &clap::Error) -> Failure {
    let context = |kind| text(error.get(kind));
    let suggested = |kind| match context(kind) {
        none if none.is_empty() => "none".to_owned(),
        some => some,
    };
    let argument = || ("argument", context(ContextKind::InvalidArg));
    let value = || ("value", context(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let suggestion = ("suggestion", suggested(ContextKind::SuggestedArg));
            Failure::usage("unexpected-argument", [argument(), suggestion])
        }
        ErrorKind::InvalidSubcommand => {
            let command = ("command", context(ContextKind::InvalidSubcommand));
            let suggestion = ("suggestion", suggested(ContextKind::SuggestedSubcommand));
            Failure::usage("unknown-command", [command, suggestion])
        }
        ErrorKind::MissingRequiredArgument => Failure::usage("argument-missing", [argument()]),
        ErrorKind::ArgumentConflict => {
            let other = ("other", context(ContextKind::PriorArg));
            Failure::usage("arguments-conflict", [argument(), other])
        }
        ErrorKind::InvalidUtf8 => Failure::usage("argument-is-no-text", []),
        ErrorKind::InvalidValue if value().1.is_empty() => {
            Failure::usage("argument-without-value", [argument()])
        }
        ErrorKind::InvalidValue => {
            let known = ("known", context(ContextKind::ValidValue));
            Failure::usage("value-is-none-of", [argument(), value(), known])
        }
        // A number that is none or too large, or a value where none belongs.
        _ => Failure::usage("value-is-impossible", [argument(), value()]),
    }
}

fn text(value: Option<&ContextValue>) -> String {
    match value {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
