//! How faults are told: every rule in both languages, every format, and nothing that a file is
//! called or says can forge a terminal sequence or a CI command.

use std::time::Duration;

use std::collections::{BTreeMap, BTreeSet};

use campaign::diagnostic::{Diagnostic, Place};
use campaign::rules;
use campaign::source::{Snapshot, Source, SourcePath, Span};
use campaign::world::report::*;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use serde_json::Value;

// ---------------------------------------------------------------------------------------------
// The texts

/// The messages of a file, attributes as `id.attribute`, each with its variables.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(text).expect("the file parses");
    let mut messages = BTreeMap::new();
    let mut put = |id: String, variables| {
        assert!(
            messages.insert(id.clone(), variables).is_none(),
            "{id} twice"
        );
    };
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let id = message.id.name;
        put(id.to_owned(), variables(message.value.as_ref().expect(id)));
        for attribute in &message.attributes {
            put(
                format!("{id}.{}", attribute.id.name),
                variables(&attribute.value),
            );
        }
    }
    messages
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut take = |inline: &InlineExpression<&str>| {
        if let InlineExpression::VariableReference { id } = inline {
            found.insert(id.name.to_owned());
        }
    };
    let mut inner = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable {
                expression: Expression::Inline(inline),
            } => take(inline),
            PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            } => {
                take(selector);
                inner.extend(
                    variants
                        .iter()
                        .flat_map(|variant| variables(&variant.value)),
                );
            }
            PatternElement::TextElement { .. } => {}
        }
    }
    found.extend(inner);
    found
}

/// What the documentation of each rule says that its message gets: the words in backticks.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let mut documented = BTreeMap::new();
    let mut words = BTreeSet::new();
    for line in include_str!("../../src/rules.rs").lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("///") {
            let quoted = doc.split('`').skip(1).step_by(2);
            let names = quoted.filter(|word| word.chars().all(|c| c.is_ascii_lowercase()));
            words.extend(names.map(str::to_owned));
        } else if let Some(id) = line.split('"').nth(1) {
            documented.insert(id.to_owned(), std::mem::take(&mut words));
        }
    }
    documented
}

#[test]
fn every_rule_speaks_both_languages() {
    let english = messages(include_str!("../../src/rules/en.ftl"));
    let spanish = messages(include_str!("../../src/rules/es.ftl"));
    assert_eq!(english, spanish);

    let parts = |id: &str| [id.to_owned(), format!("{id}.why"), format!("{id}.fix")];
    let expected: BTreeSet<String> = rules::ALL.iter().flat_map(|rule| parts(rule.id)).collect();
    let optional: BTreeSet<String> = rules::ALL
        .iter()
        .flat_map(|rule| ["also", "many"].map(|part| format!("{}.{part}", rule.id)))
        .collect();
    let found: BTreeSet<String> = english.keys().cloned().collect();
    assert_eq!(
        found
            .difference(&optional)
            .cloned()
            .collect::<BTreeSet<_>>(),
        expected
    );
}

#[test]
fn messages_use_what_their_rules_give() {
    let documented = documented();
    let messages = messages(include_str!("../../src/rules/en.ftl"));
    let tool = messages_of_the_tool();
    for (id, variables) in &messages {
        let rule = id.split('.').next().unwrap_or(id);
        // Who tells many faults as one knows how many there are.
        let known = ["count", "files"].map(str::to_owned).into_iter();
        let known = known.filter(|_| id.ends_with(".many"));
        let given: BTreeSet<String> = documented[rule].iter().cloned().chain(known).collect();
        assert!(
            variables.is_subset(&given),
            "{id} uses {variables:?}, gets {given:?}"
        );
        if rule == id {
            // A message for many of a kind may say what the one for a single fault does not.
            let many = messages.get(&format!("{id}.many")).into_iter().flatten();
            let used: BTreeSet<String> = variables.iter().chain(many).cloned().collect();
            let used: BTreeSet<_> = used.into_iter().filter(|one| given.contains(one)).collect();
            assert_eq!(used, given, "{id}");
        }
        for variable in variables {
            assert!(
                tool.contains_key(&format!("variable-{variable}")),
                "a word for {variable}"
            );
        }
    }
}

fn messages_of_the_tool() -> BTreeMap<String, BTreeSet<String>> {
    messages(include_str!("../../src/world/report/en.ftl"))
}

#[test]
fn the_tool_says_the_same_in_both_languages() {
    let spanish = messages(include_str!("../../src/world/report/es.ftl"));
    assert_eq!(messages_of_the_tool(), spanish);
    let english = messages(include_str!("../../src/world/report/status/en.ftl"));
    let spanish = messages(include_str!("../../src/world/report/status/es.ftl"));
    assert_eq!(english, spanish);
}

#[test]
fn every_rule_can_be_explained() {
    for language in [Language::English, Language::Spanish] {
        let voice = Voice::new(language);
        for rule in rules::ALL {
            let text = explain(rule, &voice);
            assert!(text.starts_with(rule.id) && !text.contains("{$"), "{text}");
        }
    }
}

#[test]
fn an_explanation() {
    let english = explain(&rules::BROKEN_LINK, &Voice::new(Language::English));
    let expected = r##"broken-link: The link to “‹address›” leads nowhere in ‹edition›.

Who is hurt: People who follow it reach a dead end, perhaps while they look for
help.

What to do: Correct the link, or write the page for this edition. If only some
audiences have the page, put the link into a block for them.

How bad it is: error. A campaign may decide otherwise in campaign.toml:

    [rules]
    broken-link = "warning"
    # broken-link = "note"
    # broken-link = "off"
"##;
    assert_eq!(english, expected);

    let spanish = explain(&rules::UNKNOWN_AUDIENCE, &Voice::new(Language::Spanish));
    let expected = "\
unknown-audience: No existe el público «‹nombre›».

A quién perjudica: Lo que se escribe para un grupo no debe llegar a otro: un
texto para sobrevivientes, en una página para todo el mundo, podría poner en
peligro a esas personas.

Qué hacer: Corrija la ortografía, o declare el público en campaign.toml.

Gravedad: error. La regla protege a las personas; por eso ninguna campaña puede
cambiarla.
";
    assert_eq!(spanish, expected);
}

// ---------------------------------------------------------------------------------------------
// The formats

const PAGE: &str = "+++\ntitle = \"Get help\"\n+++\n\n::: for suvivors\nCall.\n:::\n";
const MESSAGES: &str = "ok = OK\nname = one\nmore = …\nname = two\n";

fn sources() -> Snapshot {
    Snapshot::new([
        Source::new("content/en.md", PAGE.as_bytes()),
        Source::new("locales/es/site.ftl", MESSAGES.as_bytes()),
    ])
}

/// The bytes of `needle` in a file, counted from its last occurrence.
fn place(path: &str, text: &str, needle: &str) -> Place {
    let start = text.rfind(needle).expect(needle);
    Place::new(&SourcePath::from(path), start..start + needle.len())
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

// ---------------------------------------------------------------------------------------------
// Hostile and large input

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

#[test]
fn of_ten_thousand_faults_a_person_is_told_the_first() {
    let text = "A line with a fault in it.\n".repeat(10_000);
    let sources = Snapshot::new([Source::new("content/en.md", text.as_bytes())]);
    let path = SourcePath::from("content/en.md");
    let faults: Vec<Diagnostic> = (0..10_000)
        .map(|line| {
            let start = line * 27 + 14;
            Diagnostic::new(&rules::RAW_HTML)
                .with("element", "<b>")
                .at(Place::new(&path, start..start + 5))
                .suggest(Some("x"))
        })
        .collect();
    let voice = Voice::new(Language::English);
    let report = text_of(&faults, &sources, &voice);
    let expected = "error[raw-html]: The text contains HTML: <b>. 10,000 times in 1 file.\n";
    assert!(report.starts_with(expected), "{report}");
    assert!(report.contains("… and 9,992 more\n"), "{report}");
    assert!(report.lines().count() < 20, "{report}");
    let expected = "10,000 × raw-html. Of what is counted together, the first places are shown; \
        “--format json” lists every one.\n10,000 errors\n";
    assert!(report.ends_with(expected), "{report}");
    assert_eq!(
        json(&faults, &sources, &voice).matches("\"rule\"").count(),
        10_000
    );
}

fn text_of(faults: &[Diagnostic], sources: &Snapshot, voice: &Voice) -> String {
    text(faults, sources, voice, Style::Plain)
}

/// A folder of translations in which nearly every page is the original once more.
#[test]
fn a_folder_in_the_wrong_language_is_one_finding() {
    let english = "You can call at any time, and you do not have to say your name. \
        They will not tell anybody what you say, and they can help you find a place.\n";
    let settings = "source_locale = \"en\"\nbase_url = \"https://example.org\"\n\
        [locales.en]\nname = \"English\"\n[locales.es]\nname = \"Español\"\n";
    let mut files = vec![("campaign.toml".to_owned(), settings.to_owned())];
    for page in 0..30 {
        for locale in ["en", "es"] {
            let body = match (locale, page) {
                ("es", 29) => "Puede llamar a toda hora, y no tiene que decir cómo se llama.\n",
                _ => english,
            };
            let text =
                format!("+++\ntitle = \"{page}\"\n+++\n\n{body}\n[{page}](../gone-{page}/)\n");
            files.push((format!("content/p{page:02}/{locale}.md"), text));
        }
    }
    let sources = files.iter();
    let sources =
        Snapshot::new(sources.map(|(path, text)| Source::new(path.as_str(), text.as_bytes())));
    let (_, mut faults) = crate::campaign::compiled(&sources);
    campaign::diagnostic::sort(&mut faults);
    let told = |language| text_of(&faults, &sources, &Voice::new(language));
    let english = told(Language::English);
    let expected = "error[wrong-language]: 29 of 30 pages in “es” are in English.\n |\n \
        = 29 ×: content/p00/es.md\n         content/p01/es.md\n";
    assert!(english.starts_with(expected), "{english}");
    assert_eq!(english.matches("[wrong-language]").count(), 1);
    assert!(
        english.contains("error[broken-link]: 60 links in 60 files lead nowhere.\n"),
        "{english}"
    );
    assert!(
        english.contains("2 ×: The link to “../gone-0/” leads nowhere"),
        "{english}"
    );
    assert!(
        english.contains("50 ×: more of the same kind\n"),
        "{english}"
    );
    let spanish = told(Language::Spanish);
    let expected = "error[wrong-language]: 29 de 30 páginas en «es» están en inglés.\n";
    assert!(spanish.starts_with(expected), "{spanish}");
    // Programs get each of them.
    let each = json(&faults, &sources, &Voice::new(Language::English));
    assert_eq!(each.matches("\"rule\": \"wrong-language\"").count(), 29);
}
