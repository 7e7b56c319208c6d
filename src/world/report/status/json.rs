//! The board for programs: one JSON document.
//!
//! ```json
//! {
//!   "report": "campaign status", "version": 1, "date": "2026-11-24",
//!   "in_another_language": 0,
//!   "editions": [{
//!     "name": "survivors/es", "states": {"reviewed": 20, "outdated": 1},
//!     "gates": [{"demand": "fresh", "met": false, "files": ["content/get-help/es.md"]}]
//!   }],
//!   "pages": [{
//!     "page": "get-help", "source": "en",
//!     "cells": {"survivors/es": {"state": "outdated", "file": "content/get-help/es.md"}}
//!   }],
//!   "translations": [{
//!     "file": "content/get-help/es.md", "original": "content/get-help/en.md", "locale": "es",
//!     "state": "outdated", "tracked": true, "removed": 0,
//!     "states": {"reviewed": 30, "outdated": 1},
//!     "texts": [{"state": "outdated", "kind": "paragraph", "line": 14,
//!                "original": {"file": "content/get-help/en.md", "line": 15}}]
//!   }]
//! }
//! ```
//!
//! An edition that a page is not meant for has no cell. The texts of a translation are those that
//! lag behind the rest: outdated, or changed since they were reviewed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{MARK, Progress};
use crate::model::board::Row;
use crate::model::phrases::Phrases;
use crate::model::state::Standing;
use crate::model::text::Text;
use crate::source::SourcePath;
use crate::world::report::escape::harden;
use crate::world::report::location::Locator;

/// Changes when a key goes or changes its meaning, not when one is added.
const VERSION: u32 = 1;

type States = BTreeMap<&'static str, usize>;

#[derive(Serialize)]
struct Document<'a> {
    report: &'static str,
    version: u32,
    date: String,
    in_another_language: usize,
    editions: Vec<Edition<'a>>,
    pages: Vec<Page<'a>>,
    translations: Vec<Translation<'a>>,
}

#[derive(Serialize)]
struct Edition<'a> {
    name: String,
    states: States,
    gates: Vec<Gate<'a>>,
}

#[derive(Serialize)]
struct Gate<'a> {
    demand: &'static str,
    met: bool,
    files: Vec<&'a str>,
}

#[derive(Serialize)]
struct Page<'a> {
    page: &'a str,
    source: &'a str,
    cells: BTreeMap<String, Cell<'a>>,
}

#[derive(Serialize)]
struct Cell<'a> {
    state: &'static str,
    file: Option<&'a str>,
}

#[derive(Serialize)]
struct Translation<'a> {
    file: &'a str,
    original: Option<&'a str>,
    locale: &'a str,
    state: &'static str,
    tracked: bool,
    removed: usize,
    states: States,
    texts: Vec<OneText<'a>>,
}

#[derive(Serialize)]
struct OneText<'a> {
    state: &'static str,
    kind: &'static str,
    line: Option<usize>,
    original: At<'a>,
}

#[derive(Serialize)]
struct At<'a> {
    file: &'a str,
    line: Option<usize>,
}

/// The board as JSON.
pub fn json(progress: &Progress<'_>) -> String {
    let document = Document {
        report: MARK,
        version: VERSION,
        date: progress.date.to_string(),
        in_another_language: progress.foreign,
        editions: progress
            .editions
            .iter()
            .map(|at| edition(progress, *at))
            .collect(),
        pages: progress
            .board
            .rows
            .iter()
            .map(|row| page(progress, row))
            .collect(),
        translations: translations(progress),
    };
    let text = serde_json::to_string_pretty(&document)
        .expect("texts, numbers and lists have a form in JSON");
    harden(&text) + "\n"
}

fn edition<'a>(progress: &Progress<'a>, at: usize) -> Edition<'a> {
    let tally = progress.tally(at).into_iter();
    let gates = progress.board.verdicts[at].iter();
    Edition {
        name: progress.name(at),
        states: tally
            .map(|(state, count)| (state.as_str(), count))
            .collect(),
        gates: gates
            .map(|verdict| Gate {
                demand: verdict.demand.as_str(),
                met: verdict.unmet.is_empty(),
                files: verdict.unmet.iter().map(SourcePath::as_str).collect(),
            })
            .collect(),
    }
}

fn page<'a>(progress: &Progress<'a>, row: &Row<'a>) -> Page<'a> {
    let cells = progress.editions.iter().filter_map(|at| {
        let cell = row.cells[*at]?;
        let file = cell.translation.map(|own| own.path.as_str());
        let state = cell.state.as_str();
        Some((progress.name(*at), Cell { state, file }))
    });
    Page {
        page: row.key.as_str(),
        source: row.page.source.as_str(),
        cells: cells.collect(),
    }
}

fn translations<'a>(progress: &Progress<'a>) -> Vec<Translation<'a>> {
    let mut places = Places {
        locator: Locator::new(progress.sources),
    };
    let pages = progress.board.rows.iter().flat_map(|row| {
        let files = row.page.translations.iter();
        files.filter_map(|own| {
            let original = row.page.original_of(own)?;
            let standing = progress.board.standings.get(&own.path)?;
            Some((own, original, standing))
        })
    });
    let mut found: Vec<Translation<'a>> = Vec::new();
    for (own, original, standing) in pages {
        found.push(Translation {
            original: Some(original.path.as_str()),
            texts: places.of_page(standing, &original.path, &own.path),
            ..translation(own.path.as_str(), own.locale.as_str(), standing)
        });
    }
    for phrases in progress.phrases {
        if let Some(standing) = progress.board.standings.get(&phrases.folder) {
            found.push(Translation {
                texts: places.of_messages(standing, phrases),
                ..translation(phrases.folder.as_str(), phrases.locale.as_str(), standing)
            });
        }
    }
    found
}

fn translation<'a>(file: &'a str, locale: &'a str, standing: &Standing<'_>) -> Translation<'a> {
    let mut states = States::new();
    for (_, state) in standing.texts() {
        *states.entry(state.as_str()).or_default() += 1;
    }
    Translation {
        file,
        original: None,
        locale,
        state: standing.state.as_str(),
        tracked: standing.is_tracked,
        removed: standing.removed,
        states,
        texts: Vec::new(),
    }
}

/// Finds lines.
struct Places<'a> {
    locator: Locator<'a>,
}

impl<'a> Places<'a> {
    fn of_page(
        &mut self,
        standing: &Standing<'_>,
        original: &'a SourcePath,
        translation: &'a SourcePath,
    ) -> Vec<OneText<'a>> {
        let telling = standing.lagging();
        let texts = telling.into_iter().map(|(text, state)| OneText {
            state: state.as_str(),
            kind: text.kind.as_str(),
            line: standing
                .counterpart(text)
                .and_then(|own| self.line(translation, own)),
            original: At {
                file: original.as_str(),
                line: self.line(original, text),
            },
        });
        texts.collect()
    }

    fn of_messages(&mut self, standing: &Standing<'_>, phrases: &'a Phrases) -> Vec<OneText<'a>> {
        let telling = standing.lagging();
        let pairs = phrases.pairs();
        let pairs = pairs.filter_map(|pair| {
            let found = telling.iter().find(|(text, _)| *text == pair.original.1)?;
            Some((pair, found.1))
        });
        let texts = pairs.map(|(pair, state)| OneText {
            state: state.as_str(),
            kind: pair.original.1.kind.as_str(),
            line: self.line(pair.translation.0, pair.translation.1),
            original: At {
                file: pair.original.0.as_str(),
                line: self.line(pair.original.0, pair.original.1),
            },
        });
        texts.collect()
    }

    fn line(&mut self, path: &'a SourcePath, text: &Text) -> Option<usize> {
        self.locator.line(path, text.span)
    }
}
