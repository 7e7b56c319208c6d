//! Where a fact is typed, shown and published, for people and for programs.
//!
//! ```json
//! {
//!   "version": 1,
//!   "fact": "hotline:nhth",
//!   "typed": {"path": "content/hotlines.toml", "line": 34, "column": 10},
//!   "shown": [{"path": "content/get-help/en.md", "line": 20, "column": 10, "editions": ["media/en"]}],
//!   "files": [{"file": "media/en/index.html", "edition": "media/en", "source": "content/en.md"}]
//! }
//! ```

use serde::Serialize;

use super::escape::{escape, harden};
use super::location::{Location, Locator};
use super::voice::Voice;
use super::{Argument, Format};
use crate::diagnostic::Place;
use crate::model::fact::Fact;
use crate::source::Snapshot;

/// Changes when a key goes or changes its meaning, not when one is added.
const VERSION: u32 = 1;

/// Everything that is known of where a fact is.
#[derive(Clone, Debug)]
pub struct Whereabouts {
    /// The fact.
    pub fact: Fact,
    /// Where it is typed.
    pub typed: Option<Place>,
    /// What shows it by name, in the order of places.
    pub showings: Vec<Showing>,
    /// The files that carry it, edition by edition.
    pub artifacts: Vec<Artifact>,
}

/// A place that names a fact.
#[derive(Clone, Debug)]
pub struct Showing {
    /// The place.
    pub place: Place,
    /// The editions that it counts for.
    pub editions: Vec<String>,
}

/// A file of the output that carries a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Artifact {
    /// Where it is.
    pub file: String,
    /// Its edition; none for a file of a whole audience or of the site.
    pub edition: Option<String>,
    /// The page that it is made of, if it is one.
    pub source: Option<String>,
}

/// The whereabouts as `format` has them: JSON for every format that programs read.
pub fn whereabouts(
    found: &Whereabouts,
    format: Format,
    sources: &Snapshot,
    voice: &Voice,
) -> String {
    let mut locator = Locator::new(sources);
    let typed = found.typed.as_ref().map(|place| locator.locate(place));
    let shown: Vec<(Location<'_>, &[String])> = found
        .showings
        .iter()
        .map(|showing| (locator.locate(&showing.place), showing.editions.as_slice()))
        .collect();
    match format {
        Format::Text => text(found, typed, &shown, voice),
        Format::Json | Format::Sarif | Format::Github => json(found, typed.as_ref(), &shown),
    }
}

fn text(
    found: &Whereabouts,
    typed: Option<Location<'_>>,
    shown: &[(Location<'_>, &[String])],
    voice: &Voice,
) -> String {
    let mut lines = Vec::new();
    let fact = found.fact.to_string();
    if let Some(location) = typed {
        let place = line_of(&location);
        let arguments = [
            ("fact", Argument::Text(&fact)),
            ("place", Argument::Text(&place)),
        ];
        lines.push(voice.say("where-typed", &arguments));
    }
    lines.push(voice.say("where-shown", &[("count", shown.len().into())]));
    for (location, editions) in shown {
        lines.push(format!(
            "  {}  {}",
            escape(&line_of(location)),
            escape(&editions.join(", "))
        ));
    }
    lines.push(voice.say("where-files", &[("count", found.artifacts.len().into())]));
    for artifact in &found.artifacts {
        let source = artifact
            .source
            .as_deref()
            .map_or_else(String::new, |source| format!("  ({})", escape(source)));
        lines.push(format!("  {}{source}", escape(&artifact.file)));
    }
    lines.join("\n") + "\n"
}

/// `content/en.md:12:3`, as editors open it.
fn line_of(location: &Location<'_>) -> String {
    match location.region {
        Some(region) => format!(
            "{}:{}:{}",
            location.path, region.start.line, region.start.column
        ),
        None => location.path.to_owned(),
    }
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    fact: String,
    typed: Option<At<'a>>,
    shown: Vec<Shown<'a>>,
    files: &'a [Artifact],
}

#[derive(Serialize)]
struct At<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
}

impl<'a> At<'a> {
    fn new(location: &Location<'a>) -> Self {
        Self {
            path: location.path,
            line: location.region.map(|region| region.start.line),
            column: location.region.map(|region| region.start.column),
        }
    }
}

#[derive(Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    at: At<'a>,
    editions: &'a [String],
}

fn json(
    found: &Whereabouts,
    typed: Option<&Location<'_>>,
    shown: &[(Location<'_>, &[String])],
) -> String {
    let document = Document {
        version: VERSION,
        fact: found.fact.to_string(),
        typed: typed.map(At::new),
        shown: shown
            .iter()
            .map(|(location, editions)| Shown {
                at: At::new(location),
                editions,
            })
            .collect(),
        files: &found.artifacts,
    };
    let text = serde_json::to_string_pretty(&document)
        .expect("texts, numbers and lists have a form in JSON");
    harden(&text) + "\n"
}
