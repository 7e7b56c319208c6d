//! One page on the desk of an import: its texts are taken into its file, or a file is made of them,
//! and nothing that stands between the words may be lost.

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::exchange::alignment::Alignment;
use crate::exchange::edit::{Edit, apply, apply_to};
use crate::exchange::folding::tidy;
use crate::exchange::head::{Head, skeleton};
use crate::exchange::insertion::{Block, Sheet, blocks};
use crate::exchange::merge::{Import, Merged};
use crate::exchange::page::{Slot, Work, slots, text};
use crate::exchange::settlement::{Before, Broken, Step, Take};
use crate::exchange::{Answer, Progress};
use crate::model::head::Bounds;
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

    /// Changes texts of a translation, and puts in the blocks that it lacks.
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
        let unseen = self.work.unseen(self.import.campaign);
        let aligned = Alignment::new(self.originals, &current, &unseen);
        let mut head = Head::new(translation, &written);
        let both = self.originals.iter().zip(usable).zip(&aligned.places);
        let mut steps: Vec<Step<'_>> = both
            .filter_map(|((original, answer), place)| {
                let answer = (*answer)?;
                let before = place.map(|at| &current[at]);
                let edit = match before {
                    Some(slot) if tidy(&slot.text) == tidy(&answer.translation) => return None,
                    Some(slot) => Edit::replace(slot, &answer.translation, &written),
                    None if original.is_body() => return None,
                    None => head.state(original, &answer.translation, &self.work.original.front)?,
                };
                Some(step(original, before, answer, edit))
            })
            .collect();
        let before = Before {
            path: &translation.path,
            text: &written,
            slots: &current,
            settings: &self.import.campaign.settings,
        };
        let sheet = Sheet {
            slots: &current,
            document: translation.document(),
            text: &written,
            body: body_of(&written),
        };
        let missing = blocks(self.sheet(), sheet, &aligned.places, |block| {
            self.fits(block, &before)
        });
        for block in &missing.placed {
            steps.extend(self.insert(block, usable, faults));
        }
        let is_answered = |at: &&usize| usable[**at].is_some();
        if let Some(at) = missing.lost.iter().find(is_answered) {
            faults.push(
                Diagnostic::new(&rules::UNALIGNED_TRANSLATION)
                    .at(Place::start_of(&translation.path))
                    .also(Place::new(
                        &self.work.original.path,
                        self.originals[*at].span,
                    ))
                    .with("reason", "place")
                    .with("page", self.work.name()),
            );
        }
        self.settle(source, &before, &steps, merged, faults);
    }

    /// The original with its texts.
    fn sheet(&self) -> Sheet<'_> {
        Sheet {
            slots: self.originals,
            document: self.work.original.document(),
            text: self.original_text,
            body: body_of(self.original_text),
        }
    }

    /// Whether a block could stand where it would be put: the original's own can.
    fn fits(&self, block: &Block, before: &Before<'_>) -> bool {
        let written = &self.original_text[block.span.range()];
        before.examine(&[&self.placed(block, written, &[])]).is_ok()
    }

    /// A block in the words that came back; none as long as one of its texts has no translation.
    fn insert<'b>(
        &'b self,
        block: &Block,
        usable: &[Option<&'b Answer>],
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Step<'b>> {
        let answers = &usable[block.slots.clone()];
        let slots = &self.originals[block.slots.clone()];
        let first = answers.iter().flatten().next()?;
        let open = slots.iter().zip(answers);
        let open = open
            .filter(|(slot, answer)| slot.has_words && answer.is_none())
            .count();
        if open > 0 {
            faults.push(self.incomplete("block", open, first));
            return None;
        }
        let edits: Vec<Edit> = slots
            .iter()
            .zip(answers)
            .filter_map(|(slot, answer)| {
                let edit = Edit::replace(slot, &(*answer)?.translation, self.original_text);
                let start = block.span.start;
                let span = Span::new(edit.span.start - start, edit.span.end - start);
                Some(Edit { span, ..edit })
            })
            .collect();
        let written = apply(&self.original_text[block.span.range()], &edits);
        Some(self.placed(block, &written, answers))
    }

    fn placed<'b>(
        &'b self,
        block: &Block,
        written: &str,
        answers: &[Option<&'b Answer>],
    ) -> Step<'b> {
        let slots = self.originals[block.slots.clone()].iter().enumerate();
        Step {
            edit: Edit {
                span: Span::new(block.at, block.at),
                written: format!("{}{written}{}", block.around.0, block.around.1),
            },
            takes: slots
                .map(|(at, original)| Take {
                    original,
                    before: None,
                    answer: answers.get(at).copied().flatten(),
                })
                .collect(),
            is_block: true,
        }
    }

    fn incomplete(&self, part: &'static str, open: usize, answer: &Answer) -> Diagnostic {
        self.import
            .at(&rules::INCOMPLETE_PAGE, answer)
            .with("name", &self.work.path)
            .with("part", part)
            .with("count", open)
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
                faults.extend(first.map(|answer| self.incomplete("page", open, answer)));
            }
            return;
        }
        let head = skeleton(self.originals, &self.work.original.front);
        let written = format!(
            "{head}{}",
            &self.original_text[body_of(self.original_text)..]
        );
        let source = Source::new(self.work.path.clone(), written.as_bytes());
        let settings = &self.import.campaign.settings;
        let Some(read) = content::parse_file(&source, settings).value else {
            return;
        };
        let current = slots(&read, &written);
        let both = self.originals.iter().zip(&current).zip(usable);
        let steps: Vec<Step<'_>> = both
            .filter_map(|((original, slot), answer)| {
                let answer = (*answer)?;
                let edit = Edit::replace(slot, &answer.translation, &written);
                Some(step(original, None, answer, edit))
            })
            .collect();
        let before = Before {
            path: &source.path,
            text: &written,
            slots: &current,
            settings,
        };
        self.settle(&source, &before, &steps, merged, faults);
    }

    /// Takes the steps, or tells which of them would break something.
    fn settle(
        &self,
        source: &Source,
        before: &Before<'_>,
        steps: &[Step<'_>],
        merged: &mut Merged,
        faults: &mut Vec<Diagnostic>,
    ) {
        if steps.is_empty() {
            return;
        }
        let all: Vec<&Step<'_>> = steps.iter().collect();
        let Err(broken) = before.examine(&all) else {
            let edits: Vec<Edit> = steps.iter().map(|step| step.edit.clone()).collect();
            let bytes = apply_to(source, &edits);
            let takes = steps.iter().flat_map(|step| &step.takes);
            merged.taken += takes.filter(|take| take.answer.is_some()).count();
            merged.files.push(Source::new(source.path.clone(), bytes));
            return;
        };
        // Which of them is it?
        let told = faults.len();
        for step in steps {
            if let Err(broken) = before.examine(&[step]) {
                faults.extend(self.altered(step, &broken));
            }
        }
        if faults.len() == told {
            faults.extend(self.altered(&steps[0], &broken));
        }
    }

    fn altered(&self, step: &Step<'_>, broken: &Broken) -> Option<Diagnostic> {
        let mut takes = step.takes.iter();
        let (take, answer) = takes.find_map(|take| Some((take, take.answer?)))?;
        Some(
            self.import
                .at(&rules::ALTERED_TEXT, answer)
                .also(Place::new(&self.work.original.path, take.original.span))
                .with("reason", broken.reason)
                .with("value", &broken.value),
        )
    }
}

/// A text in the place of another, or in a place of its own in the head.
fn step<'a>(
    original: &'a Slot,
    before: Option<&'a Slot>,
    answer: &'a Answer,
    edit: Edit,
) -> Step<'a> {
    Step {
        edit,
        takes: vec![Take {
            original,
            before,
            answer: Some(answer),
        }],
        is_block: false,
    }
}

/// Where the body of a file begins: behind its head, when it has one.
fn body_of(text: &str) -> usize {
    Bounds::find(text).map_or(0, |head| head.body)
}
