//! A document that was asked for → the terminal, or a file.

use std::path::Path;

use crate::command::Failure;
use crate::world::report::Stream;
use crate::world::save::{SaveError, save};

/// Writes `text` to `output`, over nothing but a document with the same `mark`; to the terminal when
/// there is none.
pub fn put(text: &str, output: Option<&Path>, mark: &str) -> Result<(), Failure> {
    let Some(path) = output else {
        let written = Stream::Output.write(text);
        return written.map_err(|error| unwritten("-", &error));
    };
    let shown = path.display().to_string();
    save(path, text, mark).map_err(|error| match error {
        SaveError::NotOurs => Failure::usage("report-not-ours", [("path", shown)]),
        SaveError::Io(error) => unwritten(&shown, &error),
    })
}

fn unwritten(path: &str, error: &std::io::Error) -> Failure {
    let arguments = [("path", path.to_owned()), ("reason", error.to_string())];
    Failure::machine("cannot-write", arguments)
}
