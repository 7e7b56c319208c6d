//! A report for code-scanning services: [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/).

mod place;

use serde::Serialize;

use super::escape::harden;
use super::finding::Finding;
use super::location::Locator;
use super::voice::Voice;
use crate::diagnostic::{Diagnostic, Rule};
use crate::rules;
use crate::source::Snapshot;
use place::{Artifact, SarifLocation, SarifRegion};

/// The report as one SARIF document, with the table of all rules.
pub fn sarif(diagnostics: &[Diagnostic], sources: &Snapshot, voice: &Voice) -> String {
    let mut locator = Locator::new(sources);
    let run = SarifRun {
        tool: Tool {
            driver: Driver::new(voice),
        },
        column_kind: "unicodeCodePoints",
        results: diagnostics
            .iter()
            .map(|diagnostic| SarifResult::new(Finding::new(diagnostic, voice, &mut locator)))
            .collect(),
    };
    let document = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [run],
    };
    let text = serde_json::to_string_pretty(&document)
        .expect("texts, numbers and lists have a form in JSON");
    harden(&text) + "\n"
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [SarifRun<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun<'a> {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<SarifResult<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    language: &'static str,
    rules: Vec<Descriptor>,
}

impl Driver {
    fn new(voice: &Voice) -> Self {
        Self {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            language: voice.language().tag(),
            rules: rules::ALL
                .iter()
                .map(|rule| Descriptor::new(rule, voice))
                .collect(),
        }
    }
}

/// A rule in the table.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help: Text,
    default_configuration: Configuration,
}

impl Descriptor {
    fn new(rule: &Rule, voice: &Voice) -> Self {
        let id = rule.id;
        Self {
            id,
            short_description: Text::new(voice.outline(id)),
            full_description: Text::new(voice.outline(&format!("{id}.why"))),
            help: Text::new(voice.outline(&format!("{id}.fix"))),
            default_configuration: Configuration {
                level: rule.severity.as_str(),
            },
        }
    }
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

impl Text {
    fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: Vec<SarifLocation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<SarifLocation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix<'a>>,
}

impl<'a> SarifResult<'a> {
    fn new(finding: Finding<'a>) -> Self {
        let rule = finding.diagnostic.rule;
        let related = finding
            .related
            .iter()
            .map(|place| SarifLocation::new(place).called(&finding.also));
        Self {
            rule_id: rule.id,
            rule_index: rules::ALL.iter().position(|known| known.id == rule.id),
            level: finding.diagnostic.severity.as_str(),
            message: Text::new(format!("{} {}", finding.message, finding.fix)),
            locations: finding.location.iter().map(SarifLocation::new).collect(),
            related_locations: related.collect(),
            fixes: Fix::of(&finding).into_iter().collect(),
        }
    }
}

/// The suggestion as a change.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix<'a> {
    description: Text,
    artifact_changes: [Change<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact,
    replacements: [Replacement<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: SarifRegion,
    inserted_content: Inserted<'a>,
}

#[derive(Serialize)]
struct Inserted<'a> {
    text: &'a str,
}

impl<'a> Fix<'a> {
    /// None without a suggestion or a place to put it.
    fn of(finding: &Finding<'a>) -> Option<Self> {
        let text = finding.diagnostic.suggestion.as_deref()?;
        let location = finding.location.as_ref()?;
        let replacement = Replacement {
            deleted_region: location.region?.into(),
            inserted_content: Inserted { text },
        };
        Some(Self {
            description: Text::new(finding.fix.as_str()),
            artifact_changes: [Change {
                artifact_location: Artifact::new(location.path),
                replacements: [replacement],
            }],
        })
    }
}
