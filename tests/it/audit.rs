//! `campaign audit`: the report says what is so, in both languages, and harms nobody's files.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::tree;

const SETTINGS: &str = r#"
source_locale = "en"
theme = "plain"
base_url = "https://example.org"
hosts = ["netlify", "github-pages"]
[locales.en]
name = "English"
[audiences.survivors]
slug = "help"
discreet = true
exit = true
exit_url = "https://weather.example/"
safety_page = "safety"
[audiences.public]
slug = ""
"#;

/// A page that keeps every promise.
const PAGE: &str = r#"<!DOCTYPE html><html lang="{{ edition.locale }}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{ head.csp }}"><meta name="referrer" content="no-referrer">
<title>{{ head.title }}</title><link rel="stylesheet" href="{{ asset(path="plain.css") }}"></head><body>
{% if edition.exit %}{% for side in ["link", "button"] -%}
<a href="{{ edition.exit.url }}" rel="nofollow noreferrer" referrerpolicy="no-referrer">{{ side }}</a>
{%- endfor %}<a href="{{ edition.exit.safety_url }}">safety</a>{% endif %}
{% if page %}{{ page.content }}{% endif %}</body></html>"#;

fn campaign(page: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let messages = "campaign-title = C\ncampaign-title-discreet = Guide\naudience-public = P\naudience-survivors = S\n\
                    safety-history-not-erased = a\nsafety-spyware = b\nsafety-other-device = c\n";
    tree::plant(
        folder.path(),
        &[
            ("campaign.toml", SETTINGS),
            ("content/en.md", "+++\ntitle = \"Start\"\n+++\nHello.\n"),
            (
                "content/safety/en.md",
                "+++\ntitle = \"With care\"\n+++\nText.\n",
            ),
            ("locales/en/a.ftl", messages),
            ("themes/plain/templates/page.html", page),
            ("themes/plain/templates/chooser.html", page),
            ("themes/plain/templates/not-found.html", page),
            ("themes/plain/templates/redirect.html", page),
            ("themes/plain/assets/plain.css", "a{color:#000}"),
        ],
    );
    folder
}

fn audit(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_campaign"))
        .arg("audit")
        .arg("--root")
        .arg(folder)
        .args(arguments)
        .output()
        .unwrap()
}

/// The status of a promise in an edition, with what was counted.
fn finding(report: &Value, edition: &str, guarantee: &str) -> Value {
    let by_name = |list: &Value, key: &str, name: &str| {
        let found = list
            .as_array()
            .unwrap()
            .iter()
            .find(|entry| entry[key] == name);
        found.cloned().unwrap()
    };
    let edition = by_name(&report["editions"], "name", edition);
    by_name(&edition["findings"], "guarantee", guarantee)
}

fn check(page: &str, edition: &str, guarantee: &str, expected: &str) {
    let folder = campaign(page);
    let output = audit(folder.path(), &["--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["errors"], 0);
    let found = finding(&report, edition, guarantee);
    assert_eq!(found["status"], expected, "{found}");
    let code = if expected == "broken" { 1 } else { 0 };
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn the_example_keeps_what_it_promises() {
    let output = audit(Path::new(env!("CARGO_MANIFEST_DIR")), &["--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let editions = report["editions"].as_array().unwrap();
    assert_eq!(editions.len(), 10);
    for edition in editions {
        for finding in edition["findings"].as_array().unwrap() {
            assert_ne!(finding["status"], "broken", "{} {finding}", edition["name"]);
        }
    }
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn what_is_kept_is_held() {
    for guarantee in [
        "S1", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12", "S14", "S16", "P1", "H3",
    ] {
        let expected = if guarantee == "H3" { "lost" } else { "held" };
        check(PAGE, "survivors/en", guarantee, expected);
    }
    for (guarantee, expected) in [
        ("S1", "off"),
        ("S8", "off"),
        ("S4", "held"),
        ("H1", "lost"),
        ("H4", "off"),
        ("S13", "untestable"),
    ] {
        check(PAGE, "public/en", guarantee, expected);
    }
}

#[test]
fn what_a_template_does_wrong_is_counted() {
    let body = |text: &str| PAGE.replace("{% if page %}", &format!("{text}{{% if page %}}"));
    let edition = "survivors/en";
    check(
        &body("<img src=\"https://cdn.example/a.png\" alt>"),
        edition,
        "S4",
        "broken",
    );
    check(
        &body("<iframe src=\"x.html\"></iframe>"),
        edition,
        "S4",
        "broken",
    );
    check(
        &body("<p style=\"color:red\">a</p>"),
        edition,
        "S6",
        "broken",
    );
    check(&body("<script>1</script>"), edition, "S6", "broken");
    check(
        &body("<a href=\"https://other.example/\">a</a>"),
        edition,
        "S7",
        "broken",
    );
    check(&body("<form></form>"), edition, "S12", "broken");
    check(
        &PAGE.replace("{{ head.csp }}", "default-src 'none'"),
        edition,
        "S6",
        "broken",
    );
    check(
        &PAGE.replace(
            "name=\"referrer\" content=\"no-referrer\"",
            "name=\"referrer\" content=\"origin\"",
        ),
        edition,
        "S7",
        "broken",
    );
    check(
        &PAGE.replace(
            "<title>",
            "<link rel=\"preconnect\" href=\"//a.example\"><title>",
        ),
        edition,
        "S4",
        "broken",
    );
    let first = PAGE.replace("<body>", "<body><a href=\"index.html\">home</a>");
    check(&first, edition, "S1", "broken");
    check(
        &PAGE.replace("[\"link\", \"button\"]", "[\"link\"]"),
        edition,
        "S1",
        "broken",
    );
    check(
        &PAGE.replace("edition.exit.safety_url", "site.home"),
        edition,
        "S11",
        "broken",
    );
}

#[test]
fn the_report_for_people_is_whole_and_in_both_languages() {
    let folder = campaign(PAGE);
    let output = audit(folder.path(), &[]);
    let html = String::from_utf8(output.stdout).unwrap();
    assert!(
        html.contains("<section id=\"en\" lang=\"en\"")
            && html.contains("<section id=\"es\" lang=\"es\"")
    );
    assert!(html.contains("Quick exit") && html.contains("Salida rápida"));
    assert!(html.contains("Lost on: github-pages") && html.contains("Se pierde en: github-pages"));
    for outside in ["<script", "<link", "<img", "src=", "url(", "@import"] {
        assert!(!html.contains(outside), "{outside}");
    }
    // A message without a text comes out as its id.
    let ids: BTreeSet<&str> = html
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .filter(|word| word.starts_with("audit-"))
        .collect();
    assert_eq!(ids, BTreeSet::new());
    assert_eq!(html.matches("<h1").count(), 1);
    assert_eq!(
        html,
        String::from_utf8(audit(folder.path(), &[]).stdout).unwrap()
    );
}

#[test]
fn a_report_is_written_over_a_report_and_nothing_else() {
    let folder = campaign(PAGE);
    let path = folder.path().join("report.html");
    let arguments = ["--output", path.to_str().unwrap()];
    assert_eq!(audit(folder.path(), &arguments).status.code(), Some(0));
    assert_eq!(audit(folder.path(), &arguments).status.code(), Some(0));
    let arguments = ["--format", "json", "--output", path.to_str().unwrap()];
    assert_eq!(audit(folder.path(), &arguments).status.code(), Some(0));
    std::fs::write(&path, "my diary").unwrap();
    assert_eq!(audit(folder.path(), &arguments).status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "my diary");
}

#[test]
fn every_text_of_the_report_is_in_both_languages() {
    let ids = |text: &str| -> BTreeSet<String> {
        let mut owner = String::new();
        let mut ids = BTreeSet::new();
        for line in text.lines().filter(|line| line.contains(" = ")) {
            let (name, _) = line.split_once(" = ").unwrap();
            match name.strip_prefix("    .") {
                Some(attribute) => drop(ids.insert(format!("{owner}.{attribute}"))),
                None => {
                    owner = name.to_owned();
                    ids.insert(owner.clone());
                }
            }
        }
        ids
    };
    let english = ids(include_str!("../../src/world/report/audit/en.ftl"));
    let spanish = ids(include_str!("../../src/world/report/audit/es.ftl"));
    assert_eq!(english, spanish);
    assert!(english.contains("audit-S17.how"));
}
