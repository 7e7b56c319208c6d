//! The safety report for programs: one JSON document.
//!
//! ```json
//! {
//!   "report": "campaign audit", "version": 1,
//!   "base_url": "https://example.org", "date": "2026-11-24", "hosts": ["netlify"], "errors": 0,
//!   "guarantees": {"S1": {"en": "Quick exit", "es": "Salida rápida"}},
//!   "summary": {"held": 90, "broken": 0, "lost": 0, "untestable": 40, "off": 30},
//!   "editions": [{
//!     "name": "survivors/es", "pages": 12,
//!     "findings": [{
//!       "guarantee": "S1", "status": "held", "lost_on": [],
//!       "evidence": [{"fact": "exit", "count": 0, "total": 12, "examples": []}]
//!     }]
//!   }]
//! }
//! ```

use std::collections::BTreeMap;

use serde::Serialize;

use super::MARK;
use crate::check::audit::{Audit, Evidence, Finding, GUARANTEES};
use crate::world::report::escape::harden;
use crate::world::report::voice::Voice;

/// Changes when a key goes or changes its meaning, not when one is added.
const VERSION: u32 = 1;

/// The report as JSON.
pub fn json(audit: &Audit, voices: &[Voice]) -> String {
    let document = Document {
        report: MARK,
        version: VERSION,
        base_url: &audit.base_url,
        date: &audit.date,
        hosts: audit.hosts.iter().map(|host| host.as_str()).collect(),
        errors: audit.errors,
        guarantees: GUARANTEES
            .into_iter()
            .map(|guarantee| (guarantee, names(guarantee, voices)))
            .collect(),
        summary: audit
            .tally()
            .into_iter()
            .map(|(status, count)| (status.as_str(), count))
            .collect(),
        editions: audit
            .editions
            .iter()
            .map(|edition| Edition {
                name: &edition.name,
                pages: edition.pages,
                findings: edition.findings.iter().map(Row::new).collect(),
            })
            .collect(),
    };
    let text = serde_json::to_string_pretty(&document)
        .expect("texts, numbers and lists have a form in JSON");
    harden(&text) + "\n"
}

fn names(guarantee: &str, voices: &[Voice]) -> BTreeMap<&'static str, String> {
    voices
        .iter()
        .map(|voice| {
            let name = voice.say(&format!("audit-{guarantee}"), &[]);
            (voice.language().tag(), name)
        })
        .collect()
}

#[derive(Serialize)]
struct Document<'a> {
    report: &'static str,
    version: u32,
    base_url: &'a str,
    date: &'a str,
    hosts: Vec<&'static str>,
    errors: usize,
    guarantees: BTreeMap<&'static str, BTreeMap<&'static str, String>>,
    summary: BTreeMap<&'static str, usize>,
    editions: Vec<Edition<'a>>,
}

#[derive(Serialize)]
struct Edition<'a> {
    name: &'a str,
    pages: usize,
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    guarantee: &'static str,
    status: &'static str,
    lost_on: Vec<&'static str>,
    evidence: Vec<Counted<'a>>,
}

#[derive(Serialize)]
struct Counted<'a> {
    fact: &'static str,
    count: usize,
    total: usize,
    examples: &'a [String],
}

impl<'a> Row<'a> {
    fn new(finding: &'a Finding) -> Self {
        let counted = |evidence: &'a Evidence| Counted {
            fact: evidence.fact.as_str(),
            count: evidence.count,
            total: evidence.total,
            examples: &evidence.examples,
        };
        Self {
            guarantee: finding.guarantee,
            status: finding.status.as_str(),
            lost_on: finding.lost_on.iter().map(|host| host.as_str()).collect(),
            evidence: finding.evidence.iter().map(counted).collect(),
        }
    }
}
