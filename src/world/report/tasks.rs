//! What is left to do in one language, for a person or for a program.
//!
//! ```json
//! {
//!   "version": 1, "locale": "es",
//!   "tasks": [{
//!     "weight": "critical", "work": "update", "page": "get-help",
//!     "file": "content/get-help/es.md", "original": "content/get-help/en.md",
//!     "editions": ["survivors/es"], "removed": 0,
//!     "changes": [{"file": "content/get-help/en.md", "line": 12, "text": "You alone decide.",
//!                  "before": "You decide."}],
//!     "then": "campaign translate accept get-help --locale es"
//!   }]
//! }
//! ```

use std::collections::BTreeMap;

use serde::Serialize;

use super::Format;
use super::escape::{escape, harden};
use super::location::Locator;
use super::voice::{Argument, Voice};
use crate::model::campaign::Campaign;
use crate::model::locale::LocaleTag;
use crate::model::page::PageKey;
use crate::model::task::{Task, Weight, Work};
use crate::model::text::{Text, TextKind};
use crate::source::{Snapshot, SourcePath, Span};

/// Changes when a key goes or changes its meaning, not when one is added.
const VERSION: u32 = 1;

/// How many things a person is told at once: as many as fit a screen with what changed in them.
pub const FEW: usize = 5;

/// What is told of the tasks of a language.
pub struct Told<'a> {
    /// The language.
    pub locale: &'a LocaleTag,
    /// The tasks, the most important first.
    pub tasks: &'a [Task<'a>],
    /// At most so many of them.
    pub limit: usize,
    /// What the originals said before, where anybody knows: by file of the translation, and where
    /// the text stands in the original now.
    pub before: BTreeMap<SourcePath, BTreeMap<Span, String>>,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its sources.
    pub sources: &'a Snapshot,
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    locale: &'a str,
    tasks: Vec<One<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    weight: &'static str,
    work: &'static str,
    page: Option<&'a str>,
    file: &'a str,
    original: Option<&'a str>,
    editions: &'a [String],
    removed: usize,
    changes: Vec<Change>,
    then: String,
}

/// A text to look at.
#[derive(Serialize)]
struct Change {
    file: String,
    line: Option<usize>,
    text: String,
    /// What it said when the translation was made; none for a new text, and where nobody knows.
    before: Option<String>,
}

/// The tasks as `format` has them: JSON for every format that programs read.
pub fn tasks(told: &Told<'_>, format: Format, voice: &Voice) -> String {
    match format {
        Format::Text => text(told, voice),
        Format::Json | Format::Sarif | Format::Github => json(told),
    }
}

fn json(told: &Told<'_>) -> String {
    let mut locator = Locator::new(told.sources);
    let tasks = told.tasks.iter().take(told.limit).map(|task| One {
        weight: task.weight.as_str(),
        work: task.work.as_str(),
        page: task.page.map(PageKey::as_str),
        file: task.file.as_str(),
        original: task.original.map(SourcePath::as_str),
        editions: &task.editions,
        removed: removed(task),
        changes: changes(task, told, &mut locator),
        then: then(task, told.locale),
    });
    let document = Document {
        version: VERSION,
        locale: told.locale.as_str(),
        tasks: tasks.collect(),
    };
    let text = serde_json::to_string_pretty(&document)
        .expect("texts, numbers and lists have a form in JSON");
    harden(&text) + "\n"
}

fn text(told: &Told<'_>, voice: &Voice) -> String {
    let name = &told.campaign.settings.locale(told.locale).name;
    if told.tasks.is_empty() {
        return voice.say("next-none", &[("name", name.as_str().into())]) + "\n";
    }
    let arguments = [
        ("name", Argument::Text(name)),
        ("count", told.tasks.len().into()),
    ];
    let mut lines = vec![voice.say("next-count", &arguments)];
    let mut locator = Locator::new(told.sources);
    for (index, task) in told.tasks.iter().take(told.limit).enumerate() {
        lines.push(String::new());
        lines.push(heading(index + 1, task, voice));
        lines.push(format!("   {}", instruction(task, voice)));
        let changes = changes(task, told, &mut locator);
        if !changes.is_empty() {
            let id = match task.work {
                Work::Review => "next-changed",
                _ => "next-original-says",
            };
            lines.push(format!("   {}", voice.say(id, &[])));
        }
        for change in &changes {
            lines.push(change.line());
            lines.extend(change.before.as_ref().map(|before| {
                let text = voice.say("next-before", &[("text", before.as_str().into())]);
                format!("       {text}")
            }));
        }
        if removed(task) > 0 {
            let text = voice.say("next-removed", &[("count", removed(task).into())]);
            lines.push(format!("   {text}"));
        }
        let command = then(task, told.locale);
        let then = voice.say("next-then", &[("command", command.as_str().into())]);
        lines.push(format!("   {then}"));
    }
    let rest = told.tasks.len().saturating_sub(told.limit);
    if rest > 0 {
        lines.push(String::new());
        lines.push(voice.say("next-more", &[("count", rest.into())]));
    }
    lines.join("\n") + "\n"
}

/// `1. content/get-help/es.md  (critical; survivors/es)`
fn heading(number: usize, task: &Task<'_>, voice: &Voice) -> String {
    let weight = match task.weight {
        Weight::Usual => None,
        weight => Some(voice.say(&format!("next-{}", weight.as_str()), &[])),
    };
    let editions = escape(&task.editions.join(", ")).into_owned();
    let remarks: Vec<String> = weight.into_iter().chain([editions]).collect();
    let file = task.file.as_str();
    format!("{number}. {}  ({})", escape(file), remarks.join("; "))
}

fn instruction(task: &Task<'_>, voice: &Voice) -> String {
    let original = task.original.map_or("", SourcePath::as_str);
    let id = format!("next-{}", task.work.as_str());
    voice.say(&id, &[("original", original.into())])
}

fn removed(task: &Task<'_>) -> usize {
    task.standing
        .as_ref()
        .map_or(0, |standing| standing.removed)
}

/// What to type when it is done; what to begin with where there is nothing yet.
fn then(task: &Task<'_>, locale: &LocaleTag) -> String {
    let what = match task.page.map(PageKey::as_str) {
        None => task.file.as_str(),
        Some("") => "/",
        Some(folder) => folder,
    };
    match task.work {
        Work::Translate => format!("campaign translate export {locale} {what}"),
        Work::Replace => format!("campaign translate export {locale} {what} --all"),
        Work::Review => {
            format!("campaign translate accept {what} --locale {locale} --reviewed-by \"…\"")
        }
        _ => format!("campaign translate accept {what} --locale {locale}"),
    }
}

/// The texts to look at: of the original, where that has changed; of the translation, where that
/// was not read.
fn changes<'a>(task: &'a Task<'a>, told: &Told<'a>, locator: &mut Locator<'a>) -> Vec<Change> {
    let Some(standing) = &task.standing else {
        return Vec::new();
    };
    let texts: Vec<(&'a SourcePath, &Text)> = match (task.work, task.original) {
        // All of it is to be translated, whatever has changed.
        (Work::Replace, _) => Vec::new(),
        (Work::Review, _) => standing
            .unread
            .iter()
            .map(|text| (&task.file, *text))
            .collect(),
        (_, Some(original)) => standing
            .unseen
            .iter()
            .map(|text| (original, *text))
            .collect(),
        (_, None) => {
            let own = told
                .campaign
                .phrases
                .iter()
                .find(|own| own.folder == task.file);
            let pairs = own.into_iter().flat_map(|phrases| phrases.pairs());
            let originals = pairs.map(|pair| pair.original);
            originals
                .filter(|(_, text)| standing.unseen.contains(text))
                .collect()
        }
    };
    let change = |(file, text): (&'a SourcePath, &Text)| Change {
        file: file.to_string(),
        line: locator.line(file, text.span),
        text: words(told.sources, file, text),
        before: told
            .before
            .get(&task.file)
            .and_then(|before| before.get(&text.span))
            .map(|before| shortened(before)),
    };
    texts.into_iter().map(change).collect()
}

/// As much of a text is told: enough to find it again. Whoever translates has the file open.
const LONGEST: usize = 240;

/// The words of a text.
fn words(sources: &Snapshot, file: &SourcePath, text: &Text) -> String {
    let source = sources
        .get(file.as_str())
        .and_then(|source| source.text().ok());
    let source = source.unwrap_or_default();
    let rest = source.get(text.span.start..).unwrap_or_default();
    let written = match text.kind {
        // A message's place is its name; what it says stands behind it.
        TextKind::Message => rest.lines().next().unwrap_or_default(),
        _ => source.get(text.span.range()).unwrap_or_default(),
    };
    shortened(written)
}

/// A text in one line, cut where it gets long.
fn shortened(written: &str) -> String {
    let words: Vec<&str> = written.split_whitespace().collect();
    let words = words.join(" ");
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

impl Change {
    fn line(&self) -> String {
        let line = self.line.unwrap_or(1);
        format!("     {}:{line}  {}", escape(&self.file), escape(&self.text))
    }
}
