//! `campaign explain RULE`: why a rule exists, who is hurt, how to fix it.

use crate::command::{Failure, Manner, Status};
use crate::diagnostic::closest;
use crate::rules;
use crate::world::report::{Stream, explain};

/// Explains the rule of this name; lists all rules when none is named.
///
/// # Errors
/// When there is no such rule, or nothing can be written.
pub fn run(name: Option<&str>, manner: &Manner) -> Result<Status, Failure> {
    let text = match name {
        None => rules::ALL
            .iter()
            .map(|rule| format!("{}\n", rule.id))
            .collect(),
        Some(name) => {
            let rule = rules::find(name).ok_or_else(|| unknown(name))?;
            explain(rule, &manner.voice)
        }
    };
    match Stream::Output.write(&text) {
        Ok(()) => Ok(Status::Done),
        Err(error) => {
            let arguments = [("path", "-".to_owned()), ("reason", error.to_string())];
            Err(Failure::machine("cannot-write", arguments))
        }
    }
}

fn unknown(name: &str) -> Failure {
    match closest(name, rules::ALL.iter().map(|rule| rule.id)) {
        Some(close) => Failure::usage(
            "unknown-rule-close",
            [("name", name.to_owned()), ("close", close.to_owned())],
        ),
        None => Failure::usage("unknown-rule-name", [("name", name.to_owned())]),
    }
}
