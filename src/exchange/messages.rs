//! A file of messages on the table of a translator: the original's texts, and the files of the
//! translation with others in their places.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Diagnosed, Diagnostic, Place, Severity};
use crate::exchange::edit::{Edit, apply, apply_to};
use crate::exchange::folding::tidy;
use crate::exchange::merge::{Import, Merged};
use crate::exchange::page::{Slot, text};
use crate::exchange::{Answer, EntryKind, Progress};
use crate::model::campaign::Campaign;
use crate::model::document::{Constant, constants_of, missing};
use crate::model::locale::LocaleTag;
use crate::model::message::{Definition, Layer, Resource, owner_of};
use crate::parse::fluent::{dedented, indented, parse, value};
use crate::rules;
use crate::source::{Snapshot, Source, SourcePath, Span};

/// The folder of a campaign's own messages.
const FOLDER: &str = "locales/";

/// A file of messages to translate.
pub struct Wordbook<'a> {
    /// The original.
    pub original: &'a Resource,
    /// The files of the translation.
    translations: Vec<&'a Resource>,
    /// Where a message that none of them has is written.
    path: SourcePath,
}

impl<'a> Wordbook<'a> {
    /// Every file of messages that has to be in `target`.
    pub fn all(campaign: &'a Campaign, target: &LocaleTag) -> Vec<Self> {
        let source = &campaign.settings.source_locale;
        if source == target {
            return Vec::new();
        }
        let own = |locale: &LocaleTag| -> Vec<&Resource> {
            let resources = campaign.messages.resources.iter();
            resources
                .filter(|own| own.locale == *locale && own.is_own())
                .collect()
        };
        let translations = own(target);
        let originals = own(source).into_iter();
        originals
            .map(|original| Self {
                original,
                translations: translations.clone(),
                path: SourcePath::new(format!("{FOLDER}{target}/{}", original.path.file_name())),
            })
            .collect()
    }

    /// Where the translation has a message or an attribute.
    fn definition(&self, id: &str) -> Option<(&'a Resource, &'a Definition)> {
        let mut translations = self.translations.iter();
        translations.find_map(|own| Some((*own, own.definitions.get(id)?)))
    }

    /// The folder of the translation's messages.
    pub fn folder(&self) -> SourcePath {
        let there = self.translations.first();
        there.map_or_else(|| SourcePath::new(self.path.folder()), |own| own.folder())
    }

    /// Where the messages of the original stand that the translation was not made from.
    pub fn unseen(&self, campaign: &Campaign) -> BTreeSet<Span> {
        let folder = self.folder();
        let phrases = campaign.phrases.iter().find(|own| own.folder == folder);
        let spans = phrases.map(|phrases| {
            let standing = phrases.standing(&campaign.lock);
            let own = phrases.pairs().map(|pair| pair.original);
            own.filter(|(file, text)| {
                **file == self.original.path && standing.unseen.contains(text)
            })
            .map(|(_, text)| text.span)
            .collect()
        });
        spans.unwrap_or_default()
    }

    /// Where the original defines a message or an attribute.
    pub fn span(&self, id: &str) -> Option<Span> {
        Some(self.original.definitions.get(id)?.span)
    }

    /// What the translation says; empty when it says nothing.
    pub fn translation(&self, id: &str, snapshot: &Snapshot) -> String {
        let found = self.definition(id);
        found.map_or_else(String::new, |(resource, definition)| {
            written(&text(snapshot, &resource.path), definition)
        })
    }
}

/// The texts of a file of messages, in its order.
pub fn slots(resource: &Resource, text: &str) -> Vec<Slot> {
    let mut definitions: Vec<_> = resource.definitions.iter().collect();
    definitions.sort_by_key(|(_, definition)| definition.span);
    let slots = definitions.into_iter().map(|(id, definition)| Slot {
        kind: EntryKind::Message,
        name: id.clone(),
        fences: Arc::default(),
        span: value(text, definition.span),
        constants: constants(definition, &written(text, definition)),
        has_words: definition.words().contains(char::is_alphabetic),
        text: written(text, definition),
    });
    slots.collect()
}

/// The value of a definition, without the indent of its lines.
fn written(text: &str, definition: &Definition) -> String {
    let span = value(text, definition.span);
    dedented(text.get(span.range()).unwrap_or_default())
}

/// What must stand in every translation of a message. One that has variants may say each of it
/// several times.
fn constants(definition: &Definition, value: &str) -> Vec<Constant> {
    let variables = definition.variables.iter().map(|name| format!("${name}"));
    let references = definition.references.iter().map(|found| found.name.clone());
    let functions = definition.functions.iter().map(|name| format!("{name}()"));
    let placeables = variables.chain(references).chain(functions);
    let placeables: BTreeSet<Constant> = placeables.map(Constant::Placeable).collect();
    let mut numbers = constants_of(&definition.words());
    numbers.retain(|constant| matches!(constant, Constant::Number(_)));
    if value.contains("->") {
        numbers.dedup();
    }
    let mut constants: Vec<Constant> = placeables.into_iter().chain(numbers).collect();
    constants.sort();
    constants
}

/// A wordbook and what came back for it.
pub(super) struct Desk<'a> {
    pub(super) import: &'a Import<'a>,
    pub(super) book: &'a Wordbook<'a>,
    pub(super) originals: &'a [Slot],
}

/// A text that comes into a file.
#[derive(Clone, Copy)]
struct Change<'a> {
    original: &'a Slot,
    answer: &'a Answer,
}

impl<'a> Desk<'a> {
    /// Takes what can be taken of it.
    pub(super) fn take(&self, found: &[Option<&'a Answer>], merged: &mut Merged) -> Diagnosed<()> {
        let mut faults = Vec::new();
        let mut by_file: BTreeMap<SourcePath, Vec<Change<'_>>> = BTreeMap::new();
        for (original, answer) in self.originals.iter().zip(found) {
            let Some(answer) = *answer else { continue };
            if answer.translation.trim().is_empty() {
                merged.empty += 1;
                continue;
            }
            if answer.progress == Progress::Uncertain {
                faults.push(self.import.at(&rules::UNCERTAIN_TEXT, answer));
                continue;
            }
            let now = self.book.translation(&original.name, self.import.snapshot);
            if tidy(&now) != tidy(&answer.translation) {
                let path = self.path(&original.name);
                by_file
                    .entry(path)
                    .or_default()
                    .push(Change { original, answer });
            }
        }
        for (path, changes) in by_file {
            faults.extend(self.settle(&path, &changes, merged));
        }
        Diagnosed::new((), faults)
    }

    /// The file that a message is written into: where the translation has it, or has what it
    /// belongs to.
    fn path(&self, id: &str) -> SourcePath {
        let found = self.book.definition(id);
        let owner = || {
            let owner = owner_of(id);
            let prefix = format!("{owner}.");
            let is_part = |name: &String| name == owner || name.starts_with(&prefix);
            let mut translations = self.book.translations.iter();
            translations.find(|own| own.definitions.keys().any(is_part))
        };
        let resource = found
            .map(|(resource, _)| resource)
            .or_else(|| owner().copied());
        resource.map_or_else(|| self.book.path.clone(), |resource| resource.path.clone())
    }

    fn settle(
        &self,
        path: &SourcePath,
        changes: &[Change<'_>],
        merged: &mut Merged,
    ) -> Vec<Diagnostic> {
        // An earlier file of the original may have come into the same file.
        let known = merged.files.iter().position(|file| file.path == *path);
        let source = match known {
            Some(at) => merged.files[at].clone(),
            None => self.source(path),
        };
        let Err(broken) = self.examine(&source, changes) else {
            let text = source
                .text()
                .map(|text| text.into_owned())
                .unwrap_or_default();
            let bytes = apply_to(&source, &self.edits(&source.path, &text, changes));
            merged.taken += changes.len();
            let file = Source::new(path.clone(), bytes);
            match known {
                Some(at) => merged.files[at] = file,
                None => merged.files.push(file),
            }
            return Vec::new();
        };
        let mut faults: Vec<Diagnostic> = changes
            .iter()
            .filter_map(|change| {
                let broken = self.examine(&source, &[*change]).err()?;
                Some(self.altered(change, &broken))
            })
            .collect();
        if faults.is_empty() {
            faults.push(self.altered(&changes[0], &broken));
        }
        faults
    }

    fn source(&self, path: &SourcePath) -> Source {
        let known = self.import.snapshot.get(path.as_str());
        known
            .cloned()
            .unwrap_or_else(|| Source::new(path.clone(), &b""[..]))
    }

    fn altered(&self, change: &Change<'_>, broken: &(&'static str, String)) -> Diagnostic {
        let original = &self.book.original.path;
        self.import
            .at(&rules::ALTERED_TEXT, change.answer)
            .also(Place::new(original, change.original.span))
            .with("reason", broken.0)
            .with("value", &broken.1)
    }

    fn edits(&self, path: &SourcePath, text: &str, changes: &[Change<'_>]) -> Vec<Edit> {
        let locale = &self.book.original.locale;
        let resource = parse(path, text, locale, Layer::Campaign).value;
        let mut edits: Vec<Edit> = Vec::new();
        let mut begun: BTreeSet<&str> = BTreeSet::new();
        for change in changes {
            let id = change.original.name.as_str();
            let translation = &change.answer.translation;
            if let Some(definition) = resource.definitions.get(id) {
                edits.push(Edit {
                    span: value(text, definition.span),
                    written: indented(translation),
                });
                continue;
            }
            let (owner, attribute) = match id.split_once('.') {
                Some((owner, attribute)) => (owner, Some(attribute)),
                None => (id, None),
            };
            let end = end_of(&resource, owner, text).filter(|_| attribute.is_some());
            if let (Some(end), Some(name)) = (end, attribute) {
                edits.push(added(end, format!("\n{}", line(name, translation))));
                continue;
            }
            let is_new = begun.insert(owner);
            let written = match (attribute, is_new) {
                (None, _) => format!("{owner} = {}\n", indented(translation)),
                (Some(name), true) => format!("{owner} =\n{}\n", line(name, translation)),
                (Some(name), false) => format!("{}\n", line(name, translation)),
            };
            let is_behind_line = text.is_empty() || text.ends_with('\n') || begun.len() > 1;
            let gap = match is_behind_line || !is_new {
                true => "",
                false => "\n",
            };
            edits.push(added(text.len(), format!("{gap}{written}")));
        }
        edits
    }

    /// Reads the file as it would be, and compares it with the original.
    fn examine(
        &self,
        source: &Source,
        changes: &[Change<'_>],
    ) -> Result<(), (&'static str, String)> {
        let structure = || ("structure", String::new());
        let text = source.text().map_err(|_| structure())?.into_owned();
        let changed = apply(&text, &self.edits(&source.path, &text, changes));
        let locale = &self.book.original.locale;
        let read = |text: &str| parse(&source.path, text, locale, Layer::Campaign);
        let errors = |read: &Diagnosed<Resource>| {
            let faults = read.diagnostics.iter();
            faults
                .filter(|fault| fault.severity == Severity::Error)
                .count()
        };
        let (before, after) = (read(&text), read(&changed));
        if errors(&after) > errors(&before) {
            return Err(structure());
        }
        for change in changes {
            let definition = after.value.definitions.get(&change.original.name);
            let definition = definition.ok_or_else(structure)?;
            let now = written(&changed, definition);
            if tidy(&now) != tidy(&change.answer.translation) {
                return Err(structure());
            }
            let (ours, theirs) = (constants(definition, &now), &change.original.constants);
            let is_choice = now.contains("->") || change.original.text.contains("->");
            let differs = |one: &[Constant], other: &[Constant]| {
                let lacks = missing(one, other)?;
                // Variants of another language say a number as often as they need it.
                let is_said = is_choice && other.contains(lacks);
                (!is_said).then(|| (lacks.kind(), lacks.text()))
            };
            if let Some(broken) = differs(theirs, &ours).or_else(|| differs(&ours, theirs)) {
                return Err(broken);
            }
        }
        Ok(())
    }
}

fn added(at: usize, written: String) -> Edit {
    Edit {
        span: Span::new(at, at),
        written,
    }
}

fn line(attribute: &str, translation: &str) -> String {
    let value = indented(translation).replace('\n', "\n    ");
    format!("    .{attribute} = {value}")
}

/// Where the last part of a message ends.
fn end_of(resource: &Resource, owner: &str, text: &str) -> Option<usize> {
    let prefix = format!("{owner}.");
    let definitions = resource.definitions.iter();
    let parts = definitions.filter(|(id, _)| *id == owner || id.starts_with(&prefix));
    parts
        .map(|(_, definition)| value(text, definition.span).end)
        .max()
}
