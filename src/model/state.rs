//! How far a translation has come: never kept, always worked out from the page, its head and the
//! [`Lock`].

use crate::model::front_matter::{Missing, Origin};
use crate::model::lock::{Lock, Wording};
use crate::model::page::{Page, Translation};

/// How far a translation, or a block of it, has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nobody has translated it.
    Missing,
    /// The page says that there is none: `missing = "omit"` in the head of its original.
    Absent,
    /// Not ready to be read.
    Draft,
    /// The original says something that it does not say.
    Outdated,
    /// A machine made it, and nobody has read it.
    Machine,
    /// A person made it, and nobody else has read it.
    Translated,
    /// Somebody other than the one who translated it has read it.
    Reviewed,
}

/// Where a translation stands towards its original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The state of the whole.
    pub state: State,
    /// Whether anybody has accepted it: without that nothing is known to be outdated.
    pub is_tracked: bool,
    /// The texts of the original that it was not made from, new or changed, in their order.
    pub unseen: Vec<Wording>,
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

/// Where a translation stands, when its original has these texts.
pub fn standing(translation: &Translation, original: &[Wording], lock: &Lock) -> Standing {
    let accepted = lock.accepted(&translation.path);
    let unseen: Vec<Wording> = accepted.map_or_else(Vec::new, |accepted| {
        let is_unseen = |wording: &&Wording| !accepted.contains(&wording.digest);
        original.iter().filter(is_unseen).cloned().collect()
    });
    let state = match made(translation) {
        State::Draft => State::Draft,
        _ if !unseen.is_empty() => State::Outdated,
        state => state,
    };
    Standing {
        state,
        is_tracked: accepted.is_some(),
        unseen,
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
fn made(translation: &Translation) -> State {
    let front = &translation.front;
    let reader = front.reviewed_by.as_ref();
    if front.draft {
        State::Draft
    } else if reader.is_some() && reader != front.translated_by.as_ref() {
        State::Reviewed
    } else if front.origin == Some(Origin::Machine) {
        State::Machine
    } else {
        State::Translated
    }
}
