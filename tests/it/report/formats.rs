//! The formats: text, JSON, SARIF, GitHub's commands.

use std::time::Duration;

use campaign::diagnostic::{Diagnostic, Place};
use campaign::rules;
use campaign::source::{Snapshot, Source, SourcePath, Span};
use campaign::world::report::*;
use serde_json::Value;

use super::place;

const PAGE: &str = "+++\ntitle = \"Get help\"\n+++\n\n::: for suvivors\nCall.\n:::\n";
const MESSAGES: &str = "ok = OK\nname = one\nmore = …\nname = two\n";

fn sources() -> Snapshot {
    Snapshot::new([
        Source::new("content/en.md", PAGE.as_bytes()),
        Source::new("locales/es/site.ftl", MESSAGES.as_bytes()),
    ])
}

fn faults() -> Vec<Diagnostic> {
    let first = MESSAGES.find("name").expect("it is there");
    let messages = SourcePath::from("locales/es/site.ftl");
    vec![
        Diagnostic::new(&rules::UNKNOWN_AUDIENCE)
            .with("name", "suvivors")
            .at(place("content/en.md", PAGE, "suvivors"))
            .suggest(Some("survivors")),
        Diagnostic::new(&rules::UNREACHABLE_PAGE).at(Place::start_of(&"content/en.md".into())),
        Diagnostic::new(&rules::DUPLICATE_MESSAGE)
            .with("name", "name")
            .at(place("locales/es/site.ftl", MESSAGES, "name"))
            .also(Place::new(&messages, first..first + 4)),
    ]
}

#[test]
fn text_in_english() {
    let voice = Voice::new(Language::English);
    let expected = "\
error[unknown-audience]: There is no audience “suvivors”.
 --> content/en.md:5:9
  |
5 | ::: for suvivors
  |         ^^^^^^^^
  |
  = help: Correct the spelling, or declare the audience in campaign.toml.
help: did you mean “survivors”?
  |
5 | ::: for survivors
  |           +

warning[unreachable-page]: No edition contains this page.
--> content/en.md
 = help: Check its audiences, languages and dates. If it is not ready, write draft = true at its top.

error[duplicate-message]: The message “name” is defined twice.
 --> locales/es/site.ftl:4:1
  |
4 | name = two
  | ^^^^
  |
  = help: Delete one of them, or rename it.
note: first defined here
 --> locales/es/site.ftl:2:1
  |
2 | name = one
  | ^^^^

2 errors, 1 warning
";
    assert_eq!(text(&faults(), &sources(), &voice, Style::Plain), expected);
}

#[test]
fn text_in_spanish() {
    let voice = Voice::new(Language::Spanish);
    let expected = "\
error[unknown-audience]: No existe el público «suvivors».
 --> content/en.md:5:9
  |
5 | ::: for suvivors
  |         ^^^^^^^^
  |
  = ayuda: Corrija la ortografía, o declare el público en campaign.toml.
ayuda: ¿quiso decir «survivors»?
  |
5 | ::: for survivors
  |           +

advertencia[unreachable-page]: Ninguna edición contiene esta página.
--> content/en.md
 = ayuda: Revise sus públicos, idiomas y fechas. Si no está lista, escriba draft = true al comienzo.

error[duplicate-message]: El mensaje «name» está definido dos veces.
 --> locales/es/site.ftl:4:1
  |
4 | name = two
  | ^^^^
  |
  = ayuda: Borre uno de los dos, o cámbiele el nombre.
nota: definido aquí por primera vez
 --> locales/es/site.ftl:2:1
  |
2 | name = one
  | ^^^^

2 errores, 1 advertencia
";
    assert_eq!(text(&faults(), &sources(), &voice, Style::Plain), expected);
}

#[test]
fn colour_changes_nothing_but_colour() {
    let voice = Voice::new(Language::English);
    let coloured = text(&faults(), &sources(), &voice, Style::Colour);
    assert!(coloured.contains('\u{1b}'));
    let mut bare = String::new();
    for part in coloured.split('\u{1b}') {
        let rest = part
            .strip_prefix('[')
            .map_or(part, |part| part.split_once('m').unwrap().1);
        bare.push_str(rest);
    }
    assert_eq!(bare, text(&faults(), &sources(), &voice, Style::Plain));
}

#[test]
fn nothing_wrong_says_nothing() {
    let voice = Voice::new(Language::Spanish);
    assert_eq!(text(&[], &sources(), &voice, Style::Plain), "");
    assert_eq!(Tally::default().say(&voice), "No hay nada que corregir.");
}

#[test]
fn the_column_is_that_of_the_file_not_of_the_excerpt() {
    let line = format!(
        "{}\u{202e}::: for x{}\n",
        "¡Ay! ".repeat(300),
        " y más".repeat(300)
    );
    let sources = Snapshot::new([Source::new("content/es.md", line.as_bytes())]);
    let fault =
        [Diagnostic::new(&rules::MISPLACED_DIRECTIVE).at(place("content/es.md", &line, ":::"))];
    let report = text(
        &fault,
        &sources,
        &Voice::new(Language::English),
        Style::Plain,
    );
    let expected = "\
error[misplaced-directive]: A directive cannot stand here.
 --> content/es.md:1:1502
  |
1 | …! ¡Ay! ¡Ay! ¡Ay! ¡Ay! ¡Ay! ¡Ay! \\u{202e}::: for x y más y más y más y más y más y más y má…
  |                                          ^^^
";
    assert!(report.starts_with(expected), "{report}");
}

#[test]
fn places_that_are_not_there_do_no_harm() {
    let page = SourcePath::from("content/en.md");
    let latin = SourcePath::from("content/es.md");
    let sources = Snapshot::new([
        Source::new("content/en.md", PAGE.as_bytes()),
        Source::new("content/es.md", &b"informaci\xf3n\n"[..]),
    ]);
    let fault = |path: &SourcePath, start, end| {
        Diagnostic::new(&rules::RAW_HTML)
            .with("element", "<b>")
            .at(Place {
                path: path.clone(),
                span: Span { start, end },
            })
            .also(Place {
                path: path.clone(),
                span: Span { start, end },
            })
            .suggest(Some("\n\nx\n"))
    };
    let length = PAGE.len();
    let faults = [
        fault(&page, 40, length + 1),
        fault(&page, length + 5, length + 9),
        fault(&page, 9, 3),
        fault(&page, length, length),
        fault(&page, 0, length),
        fault(&latin, 8, 10),
        fault(&SourcePath::from("content/gone.md"), 1, 2),
    ];
    let voice = Voice::new(Language::English);
    for format in Format::ALL {
        assert!(report(format, &faults, &sources, &voice, Style::Colour).len() > 100);
    }
    let report = text(&faults[5..], &sources, &voice, Style::Plain);
    assert!(report.contains("1 | informaci\\xf3n\n"), "{report}");
    assert!(report.contains("--> content/gone.md\n"), "{report}");
}

#[test]
fn json_says_everything() {
    let voice = Voice::new(Language::Spanish);
    let report: Value = serde_json::from_str(&json(&faults(), &sources(), &voice)).unwrap();
    assert_eq!(report["version"], 1);
    assert_eq!(
        report["summary"],
        serde_json::json!({"errors": 2, "warnings": 1, "notes": 0})
    );
    let expected = serde_json::json!({
        "rule": "unknown-audience", "severity": "error",
        "message": "No existe el público «suvivors».",
        "why": voice.say("unknown-audience.why", &[]),
        "fix": "Corrija la ortografía, o declare el público en campaign.toml.",
        "path": "content/en.md",
        "line": 5, "column": 9, "end_line": 5, "end_column": 17, "start": 36, "end": 44,
        "related": [], "suggestion": "survivors",
    });
    assert_eq!(report["diagnostics"][0], expected);
    assert_eq!(report["diagnostics"][1]["line"], Value::Null);
    let related = &report["diagnostics"][2]["related"][0];
    assert_eq!(related["message"], "definido aquí por primera vez");
    assert_eq!(
        (&related["line"], &related["start"]),
        (&2.into(), &8.into())
    );
}

#[test]
fn sarif_says_everything() {
    let voice = Voice::new(Language::English);
    let report: Value = serde_json::from_str(&sarif(&faults(), &sources(), &voice)).unwrap();
    assert_eq!(report["version"], "2.1.0");
    let run = &report["runs"][0];
    let table = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(table.len(), rules::ALL.len());
    let result = &run["results"][0];
    let entry = &table[result["ruleIndex"].as_u64().unwrap() as usize];
    assert_eq!(entry["id"], result["ruleId"]);
    assert_eq!(entry["defaultConfiguration"]["level"], "error");
    assert_eq!(
        entry["shortDescription"]["text"],
        "There is no audience “‹name›”."
    );
    let physical = &result["locations"][0]["physicalLocation"];
    let region = serde_json::json!({
        "startLine": 5, "startColumn": 9, "endLine": 5, "endColumn": 17,
        "byteOffset": 36, "byteLength": 8,
    });
    assert_eq!(physical["artifactLocation"]["uri"], "content/en.md");
    assert_eq!(physical["region"], region);
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "survivors");
    let related = &run["results"][2]["relatedLocations"][0];
    assert_eq!(related["message"]["text"], "first defined here");
    assert_eq!(related["physicalLocation"]["region"]["startLine"], 2);
}

#[test]
fn github_annotations() {
    let voice = Voice::new(Language::English);
    let expected = "\
::error file=content/en.md,line=5,endLine=5,col=9,endColumn=16,title=unknown-audience::There is no audience “suvivors”.%0ACorrect the spelling, or declare the audience in campaign.toml.
::warning file=content/en.md,title=unreachable-page::No edition contains this page.%0ACheck its audiences, languages and dates. If it is not ready, write draft = true at its top.
::error file=locales/es/site.ftl,line=4,endLine=4,col=1,endColumn=4,title=duplicate-message::The message “name” is defined twice.%0ADelete one of them, or rename it.
";
    assert_eq!(github(&faults(), &sources(), &voice), expected);
}

#[test]
fn failures_and_summaries() {
    let failed = |language, id, arguments: &[(&str, Argument)]| {
        failure(id, arguments, &Voice::new(language), Style::Plain)
    };
    assert_eq!(
        failed(
            Language::English,
            "invalid-date",
            &[("value", "2026-02-30".into())]
        ),
        "error: The date “2026-02-30” does not exist.\n |\n = help: Write year, month and day: 2026-11-24.\n"
    );
    assert_eq!(
        failed(
            Language::Spanish,
            "unknown-rule-close",
            &[("name", "a".into()), ("close", "b".into())]
        ),
        "error: No existe la regla «a»; ¿quiso decir «b»?\n"
    );
    let done = Summary {
        editions: 10,
        pages: 1,
        files: 1412,
        bytes: 3_123_456,
        unchanged: 0,
        warnings: 2,
        elapsed: Duration::from_millis(420),
    };
    assert_eq!(
        summary(&done, &Voice::new(Language::English)),
        "10 editions, 1 page, 1,412 files (3.1 MB) in 0.42 s.\n2 warnings.\n"
    );
    assert_eq!(
        summary(
            &Summary {
                unchanged: 1,
                ..done
            },
            &Voice::new(Language::Spanish)
        ),
        "10 ediciones, 1 página, 1412 archivos (3.1 MB) en 0.42 s.\n1 archivo sigue como estaba. 2 advertencias.\n"
    );
}
