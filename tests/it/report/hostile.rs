//! What a file is called or says forges nothing, neither on a terminal nor for a CI.

use campaign::diagnostic::{Diagnostic, Place};
use campaign::rules;
use campaign::source::{Snapshot, Source, SourcePath, Span};
use campaign::world::report::*;
use serde_json::Value;

use super::place;

const HOSTILE: [&str; 8] = [
    "a\n::error::pwned\n.md",
    "\r\n::add-mask::x",
    "\u{1b}[2J\u{1b}]0;title\u{7}",
    "\u{9b}31m\u{90}q\u{9c}",
    "\u{202e}dm.ne\u{2066}\u{2069}\u{200b}\u{feff}",
    "##[add-path]/tmp ##vso[task.setvariable]x",
    "a,b::c%0A::error::d",
    "\u{85}::error::e\u{2028}::error::f",
];

/// One fault that says `hostile` wherever a fault can say something.
fn hostile_fault(hostile: &str) -> (Snapshot, Diagnostic) {
    let name = format!("content/{hostile}");
    let text = format!("{hostile}\n{hostile} text {hostile}\n");
    let path = SourcePath::from(name.as_str());
    let at = place(&name, &text, hostile);
    let fault = Diagnostic::new(&rules::INVALID_VALUE)
        .with("name", hostile)
        .with("value", hostile)
        .with("expected", hostile)
        .at(at.clone())
        .also(at)
        .also(Place::start_of(&path))
        .suggest(Some(hostile));
    (
        Snapshot::new([Source::new(name.as_str(), text.as_bytes())]),
        fault,
    )
}

/// As the runners of GitHub and Azure Pipelines look for commands.
fn is_command(line: &str) -> bool {
    let words = line.split("##").skip(1);
    line.trim_start().starts_with("::")
        || words.into_iter().any(|word| {
            word.trim_start_matches(|c: char| c.is_ascii_alphabetic())
                .starts_with('[')
        })
}

fn is_harmful(c: char) -> bool {
    let bidi =
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}'..='\u{200f}');
    (c.is_control() && c != '\n') || bidi || matches!(c, '\u{2028}' | '\u{2060}' | '\u{feff}')
}

#[test]
fn names_and_texts_cannot_forge_anything() {
    for hostile in HOSTILE {
        for language in [Language::English, Language::Spanish] {
            let voice = Voice::new(language);
            let (sources, fault) = hostile_fault(hostile);
            for format in Format::ALL {
                let faults = std::slice::from_ref(&fault);
                let report = report(format, faults, &sources, &voice, Style::Plain);
                assert!(!report.contains(is_harmful), "{format:?} {report}");
                let commands = report.lines().filter(|line| is_command(line)).count();
                let own = usize::from(format == Format::Github);
                assert_eq!(commands, own, "{format:?} {report}");
            }
            let failure = failure(
                "no-campaign",
                &[("folder", hostile.into())],
                &voice,
                Style::Plain,
            );
            assert!(
                !failure.contains(is_harmful) && !failure.lines().any(is_command),
                "{failure}"
            );
        }
    }
}

proptest::proptest! {
    /// Whatever stands in a file, and wherever a span points.
    #[test]
    fn no_file_and_no_span_panics(
        bytes in "(\\PC|[\r\n\t\u{0}#\u{feff}]){0,40}",
        cut in 0..60_usize,
        span in (0..60_usize, 0..60_usize),
        suggestion in proptest::option::of("[a-z\n ]{0,6}"),
    ) {
        let bytes = &bytes.as_bytes()[cut.min(bytes.len())..];
        let sources = Snapshot::new([Source::new("a.md", bytes)]);
        let at = Place { path: "a.md".into(), span: Span { start: span.0, end: span.1 } };
        let fault = [Diagnostic::new(&rules::STRAY_CLOSER)
            .at(at.clone())
            .also(at)
            .suggest(suggestion)];
        let voice = Voice::new(Language::English);
        for format in Format::ALL {
            let report = report(format, &fault, &sources, &voice, Style::Plain);
            proptest::prop_assert!(!report.contains(is_harmful), "{report}");
        }
    }
}

#[test]
fn machines_get_the_exact_path() {
    for hostile in HOSTILE {
        let (sources, fault) = hostile_fault(hostile);
        let report = json(&[fault], &sources, &Voice::new(Language::English));
        let report: Value = serde_json::from_str(&report).unwrap();
        assert_eq!(
            report["diagnostics"][0]["path"],
            format!("content/{hostile}")
        );
        assert_eq!(report["diagnostics"][0]["suggestion"], hostile);
    }
}

#[test]
fn a_github_command_has_one_file_and_one_message() {
    let (sources, fault) = hostile_fault("a,b::c%0A::error::d");
    let report = github(&[fault], &sources, &Voice::new(Language::English));
    let expected = "::error file=content/a%2Cb%3A%3Ac%250A%3A%3Aerror%3A%3Ad,line=2,endLine=2,col=26,endColumn=44,title=invalid-value::The";
    assert!(report.starts_with(expected), "{report}");
}
