//! How faults are told: every rule in both languages, every format, and nothing that a file is
//! called or says can forge a terminal sequence or a CI command.

mod crowds;
mod formats;
mod hostile;
mod words;

use campaign::diagnostic::{Diagnostic, Place};
use campaign::source::{Snapshot, SourcePath};
use campaign::world::report::{Style, Voice, text};

/// The bytes of `needle` in a file, counted from its last occurrence.
fn place(path: &str, text: &str, needle: &str) -> Place {
    let start = text.rfind(needle).expect(needle);
    Place::new(&SourcePath::from(path), start..start + needle.len())
}

fn text_of(faults: &[Diagnostic], sources: &Snapshot, voice: &Voice) -> String {
    text(faults, sources, voice, Style::Plain)
}
