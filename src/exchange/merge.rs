//! Return → changed files: everything that a translator sent back is taken, or nothing is.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Place, Severity};
use crate::exchange::edit::{Edit, apply, apply_to};
use crate::exchange::folding::tidy;
use crate::exchange::page::{Slot, Work, align, ids, slots, text};
use crate::exchange::{Answer, EntryKind, Progress, Return};
use crate::model::campaign::Campaign;
use crate::model::document::{Constant, missing};
use crate::model::locale::LocaleTag;
use crate::model::page::Translation;
use crate::parse::content;
use crate::parse::locale::canonical;
use crate::rules;
use crate::source::{Snapshot, Source, SourcePath, Span};

/// What a return does to the files of a campaign.
#[derive(Debug, Default)]
pub struct Merged {
    /// The files that change or come to be.
    pub files: Vec<Source>,
    /// How many texts change.
    pub taken: usize,
    /// How many texts have no translation yet.
    pub empty: usize,
}

/// A return and what it is held against.
pub struct Import<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its sources.
    pub snapshot: &'a Snapshot,
    /// The file that came back.
    pub path: &'a SourcePath,
    /// What it holds.
    pub back: &'a Return,
}

impl Import<'_> {
    /// What the return does to the files. With an error among the faults, nothing may be taken.
    ///
    /// # Faults
    /// FOREIGN_EXCHANGE, MISSING_TEXTS, REPEATED_TEXT, STALE_TEXT, UNCERTAIN_TEXT, INCOMPLETE_PAGE,
    /// UNALIGNED_TRANSLATION, ALTERED_TEXT.
    pub fn merge(&self) -> Diagnosed<Merged> {
        let mut faults = Vec::new();
        let Some(target) = self.target(&mut faults) else {
            return Diagnosed::new(Merged::default(), faults);
        };
        let mut answers = self.answers(&mut faults);
        let mut merged = Merged::default();
        let mut known = 0;
        for work in Work::all(self.campaign, &target) {
            let written = text(self.snapshot, &work.original.path);
            let originals = slots(work.original, &written);
            let found: Vec<Option<&Answer>> = ids(&work.original.path, &originals)
                .iter()
                .map(|id| answers.remove(id.as_str()))
                .collect();
            let count = found.iter().flatten().count();
            if count == 0 {
                continue;
            }
            known += count;
            let desk = Desk {
                import: self,
                work: &work,
                originals: &originals,
                original_text: &written,
            };
            desk.take(&found, &mut merged).split_into(&mut faults);
        }
        if known == 0 {
            faults.push(self.foreign("texts"));
        } else {
            faults.extend(
                answers
                    .values()
                    .map(|answer| self.at(&rules::STALE_TEXT, answer)),
            );
        }
        Diagnosed::new(merged, faults)
    }

    fn foreign(&self, reason: &'static str) -> Diagnostic {
        Diagnostic::new(&rules::FOREIGN_EXCHANGE)
            .at(Place::start_of(self.path))
            .with("reason", reason)
            .with("locale", self.back.target.as_deref().unwrap_or("?"))
    }

    fn at(&self, rule: &'static crate::diagnostic::Rule, answer: &Answer) -> Diagnostic {
        Diagnostic::new(rule).at(Place::new(self.path, answer.span))
    }

    /// The language of the return, when the campaign has it.
    fn target(&self, faults: &mut Vec<Diagnostic>) -> Option<LocaleTag> {
        let target = self.back.target.as_deref().and_then(canonical);
        let target = target.filter(|tag| {
            let locales = &self.campaign.settings.locales;
            locales.iter().any(|locale| locale.tag == *tag)
        });
        if target.is_none() {
            faults.push(self.foreign("locale"));
        }
        target
    }

    /// The answers by their ids.
    fn answers(&self, faults: &mut Vec<Diagnostic>) -> BTreeMap<&str, &Answer> {
        let mut answers = BTreeMap::new();
        for answer in &self.back.answers {
            if let Some(first) = answers.insert(answer.id.as_str(), answer) {
                let fault = self.at(&rules::REPEATED_TEXT, answer);
                faults.push(fault.also(Place::new(self.path, first.span)));
            }
        }
        let count = self.back.answers.len();
        if let Some(sent) = self.back.count.filter(|sent| *sent > count) {
            faults.push(
                Diagnostic::new(&rules::MISSING_TEXTS)
                    .at(Place::start_of(self.path))
                    .with("number", sent - count),
            );
        }
        answers
    }
}

/// One file of the campaign and what came back for it.
struct Desk<'a> {
    import: &'a Import<'a>,
    work: &'a Work<'a>,
    originals: &'a [Slot],
    original_text: &'a str,
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
    fn take(&self, found: &[Option<&Answer>], merged: &mut Merged) -> Diagnosed<()> {
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
                    // Only a description can be lacking in a translation of the same build.
                    None => Edit::describe(current.first()?, &answer.translation, &written),
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
        let mut head = String::from("+++\n");
        for slot in self.originals {
            let key = match slot.kind {
                EntryKind::Title => "title",
                EntryKind::Description => "description",
                EntryKind::Unit(_) => continue,
            };
            head.push_str(&format!(
                "{key} = {}\n",
                serde_json::Value::from(slot.text.as_str())
            ));
        }
        format!("{head}+++\n{}", &body[end.unwrap_or(0)..])
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
