//! One page on the desk of an import: its texts are taken into its file, or a file is made of them,
//! and nothing that stands between the words may be lost.

use crate::diagnostic::{Diagnosed, Diagnostic, Place, Severity};
use crate::exchange::edit::{Edit, apply, apply_to};
use crate::exchange::folding::tidy;
use crate::exchange::head::{Head, skeleton};
use crate::exchange::merge::{Import, Merged};
use crate::exchange::page::{Slot, Work, align, slots, text};
use crate::exchange::{Answer, Progress};
use crate::model::document::{Constant, missing};
use crate::model::page::Translation;
use crate::parse::content;
use crate::rules;
use crate::source::{Source, Span};

/// One file of the campaign and what came back for it.
pub(super) struct Desk<'a> {
    pub(super) import: &'a Import<'a>,
    pub(super) work: &'a Work<'a>,
    pub(super) originals: &'a [Slot],
    pub(super) original_text: &'a str,
}

/// A text that takes the place of another.
struct Change<'a> {
    /// The slot of the original.
    original: &'a Slot,
    /// The slot of the translation as it was, when it had one.
    before: Option<&'a Slot>,
    answer: &'a Answer,
    edit: Edit,
}

/// What a change would break.
struct Broken {
    reason: &'static str,
    value: String,
}

impl From<&Constant> for Broken {
    fn from(constant: &Constant) -> Self {
        Self {
            reason: constant.kind(),
            value: constant.text(),
        }
    }
}

impl Desk<'_> {
    /// Takes what can be taken of it.
    pub(super) fn take(&self, found: &[Option<&Answer>], merged: &mut Merged) -> Diagnosed<()> {
        let mut faults = Vec::new();
        let usable: Vec<Option<&Answer>> = found
            .iter()
            .map(|answer| {
                let answer = (*answer)?;
                if answer.translation.trim().is_empty() {
                    merged.empty += 1;
                    return None;
                }
                if answer.progress == Progress::Uncertain {
                    faults.push(self.import.at(&rules::UNCERTAIN_TEXT, answer));
                    return None;
                }
                Some(answer)
            })
            .collect();
        match self.work.translation {
            Some(translation) => self.amend(translation, &usable, merged, &mut faults),
            None => self.create(found, &usable, merged, &mut faults),
        }
        Diagnosed::new((), faults)
    }

    /// Changes texts of a translation.
    fn amend(
        &self,
        translation: &Translation,
        usable: &[Option<&Answer>],
        merged: &mut Merged,
        faults: &mut Vec<Diagnostic>,
    ) {
        let Some(source) = self.import.snapshot.get(translation.path.as_str()) else {
            return;
        };
        let written = text(self.import.snapshot, &translation.path);
        let current = slots(translation, &written);
        let places = match align(self.originals, &current) {
            Ok(places) => places,
            Err((ours, theirs)) => {
                let span = |span: Option<Span>| span.unwrap_or_default();
                faults.push(
                    Diagnostic::new(&rules::UNALIGNED_TRANSLATION)
                        .at(Place::new(&translation.path, span(theirs)))
                        .also(Place::new(&self.work.original.path, span(ours)))
                        .with("page", self.work.original.path.folder()),
                );
                return;
            }
        };
        let mut head = Head::new(translation, &written);
        let changes: Vec<Change<'_>> = self
            .originals
            .iter()
            .zip(usable)
            .zip(places)
            .filter_map(|((original, answer), place)| {
                let answer = (*answer)?;
                let before = place.map(|at| &current[at]);
                let edit = match before {
                    Some(slot) if tidy(&slot.text) == tidy(&answer.translation) => return None,
                    Some(slot) => Edit::replace(slot, &answer.translation, &written),
                    // Only the head can lack a text in a translation of the same build.
                    None => head.state(original, &answer.translation, &self.work.original.front)?,
                };
                Some(Change {
                    original,
                    before,
                    answer,
                    edit,
                })
            })
            .collect();
        self.settle(source, &written, &changes, merged, faults);
    }

    /// Makes a translation out of the original's own structure.
    fn create(
        &self,
        found: &[Option<&Answer>],
        usable: &[Option<&Answer>],
        merged: &mut Merged,
        faults: &mut Vec<Diagnostic>,
    ) {
        let open = self.originals.iter().zip(usable);
        let open = open
            .filter(|(slot, answer)| slot.has_words && answer.is_none())
            .count();
        if open > 0 {
            if usable.iter().any(Option::is_some) {
                let first = found.iter().flatten().next();
                faults.extend(first.map(|answer| {
                    self.import
                        .at(&rules::INCOMPLETE_PAGE, answer)
                        .with("name", &self.work.path)
                        .with("number", open)
                }));
            }
            return;
        }
        let written = self.skeleton();
        let source = Source::new(self.work.path.clone(), written.as_bytes());
        let Some(read) = content::parse_file(&source, &self.import.campaign.settings).value else {
            return;
        };
        let current = slots(&read, &written);
        let changes: Vec<Change<'_>> = self
            .originals
            .iter()
            .zip(&current)
            .zip(usable)
            .filter_map(|((original, slot), answer)| {
                let answer = (*answer)?;
                Some(Change {
                    original,
                    before: None,
                    answer,
                    edit: Edit::replace(slot, &answer.translation, &written),
                })
            })
            .collect();
        self.settle(&source, &written, &changes, merged, faults);
    }

    /// The original with a head that holds its words only: what belongs to the page is inherited.
    fn skeleton(&self) -> String {
        let body = self.original_text;
        let fence = ["+++", "---"]
            .into_iter()
            .find(|fence| body.starts_with(fence));
        let end = fence.and_then(|fence| {
            let at = body[3..].find(&format!("\n{fence}"))? + 3 + 1 + fence.len();
            body[at..]
                .find('\n')
                .map(|rest| at + rest + 1)
                .or(Some(body.len()))
        });
        let head = skeleton(self.originals, &self.work.original.front);
        format!("{head}{}", &body[end.unwrap_or(0)..])
    }

    /// Takes the changes, or tells which of them would break something.
    fn settle(
        &self,
        source: &Source,
        written: &str,
        changes: &[Change<'_>],
        merged: &mut Merged,
        faults: &mut Vec<Diagnostic>,
    ) {
        if changes.is_empty() {
            return;
        }
        let all: Vec<&Change<'_>> = changes.iter().collect();
        let Err(broken) = self.examine(source, written, &all) else {
            let edits: Vec<Edit> = changes.iter().map(|change| change.edit.clone()).collect();
            let bytes = apply_to(source, &edits);
            merged.taken += changes.len();
            merged.files.push(Source::new(source.path.clone(), bytes));
            return;
        };
        // Which of them is it?
        let told = faults.len();
        for change in changes {
            if let Err(broken) = self.examine(source, written, &[change]) {
                faults.push(self.altered(change, &broken));
            }
        }
        if faults.len() == told {
            faults.push(self.altered(&changes[0], &broken));
        }
    }

    fn altered(&self, change: &Change<'_>, broken: &Broken) -> Diagnostic {
        self.import
            .at(&rules::ALTERED_TEXT, change.answer)
            .also(Place::new(&self.work.original.path, change.original.span))
            .with("reason", broken.reason)
            .with("value", &broken.value)
    }

    /// Reads the file as it would be, and compares it with the original.
    fn examine(
        &self,
        source: &Source,
        written: &str,
        changes: &[&Change<'_>],
    ) -> Result<(), Broken> {
        let structure = || Broken {
            reason: "structure",
            value: String::new(),
        };
        let edits: Vec<Edit> = changes.iter().map(|change| change.edit.clone()).collect();
        let text = apply(written, &edits);
        let settings = &self.import.campaign.settings;
        let errors = |text: &str| {
            let source = Source::new(source.path.clone(), text.as_bytes());
            let read = content::parse_file(&source, settings);
            let errors = read.diagnostics.iter();
            let errors = errors
                .filter(|fault| fault.severity == Severity::Error)
                .count();
            (read.value, errors)
        };
        let (Some(read), found) = errors(&text) else {
            return Err(structure());
        };
        if found > errors(written).1 {
            return Err(structure());
        }
        let now = slots(&read, &text);
        let places = align(self.originals, &now).map_err(|_| structure())?;
        for change in changes {
            let at = self
                .originals
                .iter()
                .position(|slot| slot.span == change.original.span);
            let slot = at.and_then(|at| places[at]).map(|at| &now[at]);
            let slot = slot.filter(|slot| tidy(&slot.text) == tidy(&change.answer.translation));
            compare(slot.ok_or_else(structure)?, change)?;
        }
        Ok(())
    }
}

/// A translation holds what its original holds, or what it held before: an address may be another
/// one in another language, once somebody has decided that.
fn compare(slot: &Slot, change: &Change<'_>) -> Result<(), Broken> {
    let original = &change.original.constants;
    let kept = std::iter::once(original).chain(change.before.map(|before| &before.constants));
    if kept
        .into_iter()
        .any(|constants| *constants == slot.constants)
    {
        return Ok(());
    }
    let broken = missing(original, &slot.constants).or_else(|| missing(&slot.constants, original));
    broken.map_or(Ok(()), |constant| Err(constant.into()))
}
