//! How far a translation has come: never kept, always worked out from its file, its head and the
//! [`Lock`](crate::model::lock::Lock).

use crate::model::front_matter::{FrontMatter, Missing, Origin};
use crate::model::lock::{Pair, Record};
use crate::model::page::{Page, Translation};
use crate::model::text::Text;

/// How far a translation, or a text of it, has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is the original.
    Original,
    /// Nobody has translated it.
    Missing,
    /// The page says that there is none: `missing = "omit"` in the head of its original.
    Absent,
    /// Not ready to be read.
    Draft,
    /// It is in another language than its file says, so its readers have no translation.
    WrongLanguage,
    /// The original says something that it does not say.
    Outdated,
    /// A machine made it, and nobody has read it.
    Machine,
    /// A person made it, and nobody else has read all of it.
    Translated,
    /// Somebody other than the one who translated it has read it.
    Reviewed,
}

impl State {
    /// All of them, in the order in which legends list them.
    pub const ALL: [Self; 9] = [
        Self::Original,
        Self::Reviewed,
        Self::Translated,
        Self::Machine,
        Self::Outdated,
        Self::WrongLanguage,
        Self::Draft,
        Self::Missing,
        Self::Absent,
    ];

    /// The word for it, for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Missing => "missing",
            Self::Absent => "absent",
            Self::Draft => "draft",
            Self::WrongLanguage => "wrong-language",
            Self::Outdated => "outdated",
            Self::Machine => "machine",
            Self::Translated => "translated",
            Self::Reviewed => "reviewed",
        }
    }
}

/// Where a translation stands towards its original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// The state of the whole.
    pub state: State,
    /// The state that its head alone tells.
    made: State,
    /// Whether anybody has accepted it: without that nothing is known to be outdated.
    pub is_tracked: bool,
    /// The texts of the original that it was not made from, new or changed, in their order.
    pub unseen: Vec<&'a Text>,
    /// How many texts it was made from that the original no longer has and that it may still say:
    /// those that were only changed are not counted, nor any where both are built in the same way.
    pub removed: usize,
    /// The texts of it that were changed or added since it was reviewed, in their order.
    pub unread: Vec<&'a Text>,
    /// The texts themselves.
    texts: Pair<'a>,
}

impl<'a> Standing<'a> {
    /// Where a translation of these texts stands, with what is known of it and what its head says.
    pub fn new(texts: Pair<'a>, record: Option<&Record>, head: &FrontMatter) -> Self {
        let made = made(head);
        let unseen = record.map_or_else(Vec::new, |record| record.unseen(texts.original));
        let reviewed = record.map(|record| &record.reviewed);
        let unread = match reviewed.filter(|read| made == State::Reviewed && !read.is_empty()) {
            None => Vec::new(),
            Some(read) => {
                let is_unread = |text: &&Text| !read.contains(&text.digest);
                texts.translation.iter().filter(is_unread).collect()
            }
        };
        let removed = match record {
            Some(record) if !texts.are_alike() => record.removed(texts.original),
            _ => 0,
        };
        let state = match made {
            State::Draft => State::Draft,
            _ if !unseen.is_empty() || removed > 0 => State::Outdated,
            State::Reviewed if !unread.is_empty() => State::Translated,
            made => made,
        };
        Self {
            state,
            made,
            is_tracked: record.is_some(),
            unseen,
            removed,
            unread,
            texts,
        }
    }

    /// Whether it is known to say what its original says.
    pub fn is_fresh(&self) -> bool {
        self.is_tracked && self.unseen.is_empty() && self.removed == 0
    }

    /// Whether it is as a machine made it.
    pub fn is_machine_made(&self) -> bool {
        self.made == State::Machine
    }

    /// The text of the translation that stands for a text of the original; none when the two are
    /// built in different ways, so that only a person could tell.
    pub fn counterpart(&self, text: &Text) -> Option<&'a Text> {
        if !self.texts.are_alike() {
            return None;
        }
        let mut originals = self.texts.original.iter();
        let at = originals.position(|own| std::ptr::eq(own, text))?;
        self.texts.translation.get(at)
    }

    /// The texts of the original whose translations lag behind the rest: they are outdated, or were
    /// changed since they were reviewed.
    pub fn lagging(&self) -> Vec<(&'a Text, State)> {
        let lags = |(_, state): &(&Text, State)| *state != self.made;
        self.texts().into_iter().filter(lags).collect()
    }

    /// Every text of the original and how far its translation has come.
    pub fn texts(&self) -> Vec<(&'a Text, State)> {
        let state = |text: &'a Text| {
            if self.made == State::Draft {
                return State::Draft;
            }
            if self.unseen.contains(&text) {
                return State::Outdated;
            }
            let is_unread = |own: &'a Text| self.unread.contains(&own);
            match self.made {
                State::Reviewed if self.counterpart(text).is_some_and(is_unread) => {
                    State::Translated
                }
                made => made,
            }
        };
        let texts = self.texts.original.iter();
        texts.map(|text| (text, state(text))).collect()
    }
}

impl Page {
    /// What this translation was made from: the file for the same audience in the page's source
    /// locale, else the common one. None for an original.
    pub fn original_of(&self, translation: &Translation) -> Option<&Translation> {
        if translation.locale == self.source {
            return None;
        }
        let written = |variant| {
            let mut originals = self.translations.iter();
            originals.find(|own| own.locale == self.source && own.variant == variant)
        };
        written(translation.variant.clone()).or_else(|| written(None))
    }
}

/// What it means that a page whose original this is has no translation.
pub fn absence(original: &Translation) -> State {
    match original.front.missing {
        Some(Missing::Omit) => State::Absent,
        _ => State::Missing,
    }
}

/// The state of a translation as its head tells it, whatever became of its original.
fn made(front: &FrontMatter) -> State {
    if front.draft {
        State::Draft
    } else if front.is_reviewed() {
        State::Reviewed
    } else if front.origin == Some(Origin::Machine) {
        State::Machine
    } else {
        State::Translated
    }
}
