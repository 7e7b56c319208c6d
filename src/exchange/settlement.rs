//! Settling: a file is read as it would be with what a translator sent back, and nothing that stands
//! between the words may be lost.

use crate::diagnostic::Severity;
use crate::exchange::Answer;
use crate::exchange::edit::{Edit, apply};
use crate::exchange::folding::tidy;
use crate::exchange::page::{Slot, slots};
use crate::model::document::{Constant, missing};
use crate::model::settings::Settings;
use crate::parse::content;
use crate::source::{Source, SourcePath};

/// One edit of a file and the texts that come with it.
pub(super) struct Step<'a> {
    pub(super) edit: Edit,
    /// The slots of the original that it stands for: one where a text takes the place of another,
    /// all of its texts where a block comes in.
    pub(super) takes: Vec<Take<'a>>,
    /// Whether a block comes in that was not there.
    pub(super) is_block: bool,
}

/// A text that comes into a file.
#[derive(Clone, Copy)]
pub(super) struct Take<'a> {
    /// The slot of the original.
    pub(super) original: &'a Slot,
    /// The slot of the translation as it was, when it had one.
    pub(super) before: Option<&'a Slot>,
    /// What came back; none for what fills itself in.
    pub(super) answer: Option<&'a Answer>,
}

/// What a step would break.
pub(super) struct Broken {
    pub(super) reason: &'static str,
    pub(super) value: String,
}

impl Broken {
    fn structure() -> Self {
        Self {
            reason: "structure",
            value: String::new(),
        }
    }
}

impl From<&Constant> for Broken {
    fn from(constant: &Constant) -> Self {
        Self {
            reason: constant.kind(),
            value: constant.text(),
        }
    }
}

/// A file before anything is taken.
pub(super) struct Before<'a> {
    pub(super) path: &'a SourcePath,
    pub(super) text: &'a str,
    pub(super) slots: &'a [Slot],
    pub(super) settings: &'a Settings,
}

impl Before<'_> {
    /// Reads the file as it would be, and compares it with what it should be.
    pub(super) fn examine(&self, steps: &[&Step<'_>]) -> Result<(), Broken> {
        let edits: Vec<Edit> = steps.iter().map(|step| step.edit.clone()).collect();
        let text = apply(self.text, &edits);
        let (Some(read), found) = self.read(&text) else {
            return Err(Broken::structure());
        };
        if found > self.read(self.text).1 {
            return Err(Broken::structure());
        }
        let now = slots(&read, &text);
        let body: Vec<&Slot> = now.iter().filter(|slot| slot.is_body()).collect();
        let expected = self.expected(steps);
        if body.len() != expected.len() {
            return Err(Broken::structure());
        }
        for (slot, expected) in body.into_iter().zip(expected) {
            if !expected.slot.matches(slot) {
                return Err(Broken::structure());
            }
            expected.take.map_or(Ok(()), |take| take.is_in(slot))?;
        }
        let takes = steps.iter().flat_map(|step| &step.takes);
        for take in takes.filter(|take| !take.original.is_body()) {
            let mut fields = now.iter();
            let slot = fields.find(|slot| take.original.is_field(slot));
            take.is_in(slot.ok_or_else(Broken::structure)?)?;
        }
        Ok(())
    }

    fn read(&self, text: &str) -> (Option<crate::model::page::Translation>, usize) {
        let source = Source::new(self.path.clone(), text.as_bytes());
        let read = content::parse_file(&source, self.settings);
        let errors = read.diagnostics.iter();
        let errors = errors
            .filter(|fault| fault.severity == Severity::Error)
            .count();
        (read.value, errors)
    }

    /// What the body should hold, in its order: the blocks that come in stand between those that
    /// were there.
    fn expected<'a>(&'a self, steps: &'a [&Step<'a>]) -> Vec<Expected<'a>> {
        let old = self.slots.iter().filter(|slot| slot.is_body());
        let old = old.map(|slot| {
            let is_own = |step: &&&Step<'_>| !step.is_block && step.edit.span == slot.span;
            let step = steps.iter().find(is_own);
            let expected = Expected {
                slot,
                take: step.and_then(|step| step.takes.first()),
            };
            ((slot.span.start, true), expected)
        });
        let new = steps.iter().filter(|step| step.is_block);
        let new = new.flat_map(|step| {
            step.takes.iter().map(|take| {
                let expected = Expected {
                    slot: take.original,
                    take: Some(take),
                };
                ((step.edit.span.start, false), expected)
            })
        });
        let mut all: Vec<((usize, bool), Expected<'_>)> = old.chain(new).collect();
        all.sort_by_key(|(place, _)| *place);
        all.into_iter().map(|(_, expected)| expected).collect()
    }
}

/// What should stand at a place of the body.
struct Expected<'a> {
    slot: &'a Slot,
    take: Option<&'a Take<'a>>,
}

impl Take<'_> {
    /// Whether it reads as the translator wrote it, and holds what its original holds, or what it
    /// held before: an address may be another one in another language, once somebody has decided
    /// that.
    fn is_in(&self, slot: &Slot) -> Result<(), Broken> {
        let text = self.answer.map(|answer| answer.translation.as_str());
        let text = text.unwrap_or(&self.original.text);
        if tidy(&slot.text) != tidy(text) {
            return Err(Broken::structure());
        }
        let original = &self.original.constants;
        let kept = std::iter::once(original).chain(self.before.map(|before| &before.constants));
        if kept
            .into_iter()
            .any(|constants| *constants == slot.constants)
        {
            return Ok(());
        }
        let broken =
            missing(original, &slot.constants).or_else(|| missing(&slot.constants, original));
        broken.map_or(Ok(()), |constant| Err(constant.into()))
    }
}
