//! A person's word → changed files: that a translation says what its original says, and who has read
//! it.

use crate::diagnostic::Diagnostic;
use crate::exchange::edit::apply_to;
use crate::exchange::head::Head;
use crate::exchange::merge::Answered;
use crate::model::board::standing;
use crate::model::campaign::Campaign;
use crate::model::front_matter::FrontMatter;
use crate::model::lock::{Acceptance, Lock, PATH, Pair, tally};
use crate::model::page::{Page, Translation};
use crate::model::phrases::Phrases;
use crate::model::state::{Standing, State};
use crate::model::text::Text;
use crate::rules;
use crate::source::{Snapshot, Source, SourcePath};

/// What is accepted.
pub enum Subject<'a> {
    /// A translation of this page.
    Page(&'a Page, &'a Translation),
    /// The messages of a language.
    Messages(&'a Phrases),
}

/// What came of accepting something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The file, or the folder of the messages.
    pub path: SourcePath,
    /// How many texts of the original it was not made from before.
    pub new: usize,
    /// How many of its texts its reviewer has not read.
    pub unread: usize,
}

/// Everything that is accepted at once.
pub struct Acceptances<'a> {
    campaign: &'a Campaign,
    snapshot: &'a Snapshot,
    /// Who has read it.
    reviewer: Option<&'a str>,
    lock: Lock,
    heads: Vec<Source>,
}

impl<'a> Acceptances<'a> {
    /// Nothing accepted yet. `reviewer` is the name of the one who has read all of what will be.
    pub fn new(campaign: &'a Campaign, snapshot: &'a Snapshot, reviewer: Option<&'a str>) -> Self {
        Self {
            campaign,
            snapshot,
            reviewer,
            lock: Lock::clone(&campaign.lock),
            heads: Vec::new(),
        }
    }

    /// Accepts this. None where there is nothing to accept: an original, or a draft.
    pub fn accept(&mut self, subject: &Subject<'_>) -> Option<Accepted> {
        match subject {
            Subject::Page(page, translation) => self.accept_page(page, translation),
            Subject::Messages(phrases) => Some(self.accept_messages(phrases)),
        }
    }

    fn accept_page(&mut self, page: &Page, translation: &Translation) -> Option<Accepted> {
        let original = page.original_of(translation)?;
        let before = standing(page, translation, &self.campaign.lock)?;
        if before.state == State::Draft {
            return None;
        }
        let texts = Pair {
            original: original.texts(),
            translation: translation.texts(),
        };
        let path = &translation.path;
        let is_read = self.reviewer.is_some() || translation.front.is_reviewed();
        let unread = match self.reviewer {
            None if is_read => unread(&before, translation.texts()),
            _ => Vec::new(),
        };
        if let Some(name) = self.reviewer {
            self.sign(translation, name);
        }
        let accepted = Accepted {
            path: path.clone(),
            new: match before.is_tracked {
                true => before.unseen.len(),
                false => original.texts().len(),
            },
            unread: unread.len(),
        };
        let acceptance = match is_read {
            true => Acceptance::Reviewed { but: &unread },
            false => Acceptance::Fresh,
        };
        self.lock.accept(path, texts, acceptance);
        Some(accepted)
    }

    fn accept_messages(&mut self, phrases: &Phrases) -> Accepted {
        let before = phrases.standing(&self.campaign.lock);
        let accepted = Accepted {
            path: phrases.folder.clone(),
            new: match before.is_tracked {
                true => before.unseen.len(),
                false => phrases.original.len(),
            },
            unread: 0,
        };
        let texts = Pair {
            original: &phrases.original,
            translation: &phrases.translation,
        };
        let acceptance = match self.reviewer {
            Some(_) => Acceptance::Reviewed { but: &[] },
            None => Acceptance::Fresh,
        };
        self.lock.accept(&phrases.folder, texts, acceptance);
        accepted
    }

    /// Accepts what a translator sent back, text by text. A new translation is accepted when all of
    /// it came back, in a campaign that keeps track of its translations.
    pub fn accept_answers(&mut self, answered: &Answered) {
        let campaign = self.campaign;
        let pages = campaign.pages.values();
        let mut files = pages.flat_map(|page| page.translations.iter().map(|own| (&**page, own)));
        if let Some((page, own)) = files.find(|(_, own)| own.path == answered.translation) {
            let Some(original) = page.original_of(own) else {
                return;
            };
            let texts = Pair {
                original: original.texts(),
                translation: own.texts(),
            };
            let is_answered = |at: usize| answered.spans.contains(&original.texts()[at].span);
            self.accept_some(&own.path, texts, &own.front, is_answered);
            return;
        }
        let mut folders = campaign.phrases.iter();
        if let Some(own) = folders.find(|own| own.folder == answered.translation) {
            let texts = Pair {
                original: &own.original,
                translation: &own.translation,
            };
            let is_answered = |at: usize| {
                own.files[at] == answered.original
                    && answered.spans.contains(&own.original[at].span)
            };
            self.accept_some(&own.folder, texts, &FrontMatter::default(), is_answered);
        }
    }

    fn accept_some(
        &mut self,
        path: &SourcePath,
        texts: Pair<'_>,
        head: &FrontMatter,
        is_answered: impl Fn(usize) -> bool,
    ) {
        let answered: Vec<usize> = (0..texts.original.len())
            .filter(|at| is_answered(*at))
            .collect();
        let is_whole = answered.len() == texts.original.len();
        let Some(mut record) = self.lock.record(path).cloned() else {
            let is_new = self.snapshot.get(path.as_str()).is_none();
            if is_whole && is_new && !head.draft && !self.lock.is_empty() {
                self.lock.accept(path, texts, Acceptance::Fresh);
            }
            return;
        };
        let now = tally(texts.original);
        for at in answered {
            let digest = texts.original[at].digest;
            let is_new = record.times(digest) < now[&digest];
            *record.seen.entry(digest).or_default() += usize::from(is_new);
            // The same wording beside another original waits for its reviewer again. A new one does
            // anyhow, for nobody has read it.
            if is_new && texts.are_alike() {
                record.reviewed.remove(&texts.translation[at].digest);
            }
        }
        if record.unseen(texts.original).is_empty() {
            record.seen = now;
        }
        self.lock.set(path.clone(), record);
    }

    /// Writes the name of the reviewer into the head of a file.
    fn sign(&mut self, translation: &Translation, name: &str) {
        let front = &translation.front;
        if front.reviewed_by.as_deref() == Some(name) {
            return;
        }
        let Some(source) = self.snapshot.get(translation.path.as_str()) else {
            return;
        };
        let text = source.text().unwrap_or_default();
        let edit = Head::new(translation, &text).sign(name);
        let bytes = apply_to(source, &[edit]);
        self.heads
            .push(Source::new(translation.path.clone(), bytes));
    }

    /// The files that change or come to be.
    pub fn into_files(self) -> Vec<Source> {
        let mut files = self.heads;
        let lock = self.lock.to_string();
        let before = self.snapshot.get(PATH);
        let is_another = match before {
            Some(before) => *before.bytes != *lock.as_bytes(),
            None => !self.lock.is_empty(),
        };
        if is_another {
            files.push(Source::new(PATH, lock.into_bytes()));
        }
        files
    }
}

/// What its reviewer cannot have read: what was changed since, and what stands for a text of the
/// original that was. Where nobody can tell which texts these are, it can be any but the title.
fn unread<'a>(before: &Standing<'a>, own: &'a [Text]) -> Vec<&'a Text> {
    let changed = before.unseen.iter().map(|text| before.counterpart(text));
    let changed: Option<Vec<&Text>> = changed.collect();
    match changed {
        Some(changed) => before.unread.iter().copied().chain(changed).collect(),
        None => own.iter().skip(1).collect(),
    }
}

/// Whether it is about a line of the lock that says something nobody can read.
pub fn is_unreadable(fault: &Diagnostic) -> bool {
    let is_line = |(name, value): &(&str, String)| *name == "reason" && value == "line";
    fault.rule == &rules::BROKEN_LOCK && fault.arguments.iter().any(is_line)
}
