//! What each translation was made from, and what of it somebody has read: digests of texts, as they
//! were accepted.
//!
//! The file holds one entry a line, in the order of the alphabet, so that two people who accepted
//! different translations merge without a conflict:
//!
//! ```text
//! content/es.md 0123abcd x1
//! content/es.md 4567cdef x2
//! content/es.md reviewed 89abcdef
//! ```
//!
//! The first kind is a text of the original that the translation says, too, and how often the
//! original has it: without that, as in files of old, it may be any number of times. The second a text of the translation that its
//! reviewer has read. It keeps no order of the texts: what is moved needs no
//! new translation.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::model::text::{Text, TextDigest, are_alike};
use crate::source::SourcePath;

/// The file at the campaign's root.
pub const PATH: &str = "translations.lock";

/// As often as the original has a text: what it was is not known.
pub const ANY: usize = usize::MAX;

/// The sign before how often an original has a text.
pub const TIMES: char = 'x';

/// The word before what was read.
pub const REVIEWED: &str = "reviewed";

/// What the file begins with.
const HEAD: &str =
    "# Which original each translation was made from. Written by campaign; keep it in git.\n";

/// What is known of one translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The texts of the original that it says, and how often the original had each: a “no” that
    /// becomes one more “yes” is a change. [`ANY`] where nobody knows.
    pub seen: BTreeMap<TextDigest, usize>,
    /// The texts of it that its reviewer has read.
    pub reviewed: BTreeSet<TextDigest>,
}

impl Record {
    /// The texts that it was not made from, in their order. Of a text that is there more often
    /// than it was, each: which of them is new cannot be told.
    pub fn unseen<'a>(&self, texts: &'a [Text]) -> Vec<&'a Text> {
        let now = tally(texts);
        let is_unseen = |text: &&Text| now[&text.digest] > self.times(text.digest);
        texts.iter().filter(is_unseen).collect()
    }

    /// How many texts are no longer there of those that it was made from, beyond those that others
    /// came in place of.
    pub fn removed(&self, texts: &[Text]) -> usize {
        let now = tally(texts);
        let gone = self.seen.iter().map(|(digest, times)| {
            let left = now.get(digest).copied().unwrap_or_default();
            match *times {
                ANY => usize::from(left == 0),
                times => times.saturating_sub(left),
            }
        });
        let new = now
            .iter()
            .map(|(digest, times)| times.saturating_sub(self.times(*digest)));
        gone.sum::<usize>().saturating_sub(new.sum())
    }

    /// How often the original had a text when it was last seen.
    pub fn times(&self, digest: TextDigest) -> usize {
        self.seen.get(&digest).copied().unwrap_or_default()
    }
}

/// How often each text is there.
pub fn tally(texts: &[Text]) -> BTreeMap<TextDigest, usize> {
    let mut tally = BTreeMap::new();
    for text in texts {
        *tally.entry(text.digest).or_default() += 1;
    }
    tally
}

/// What a person says of a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acceptance<'a> {
    /// It says what its original says.
    Fresh,
    /// It does, and somebody other than its translator has read it.
    Reviewed {
        /// All of it but these texts.
        but: &'a [&'a Text],
    },
}

/// What was accepted, translation by translation: by the path of its file, or by the folder of a
/// language's messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    records: BTreeMap<SourcePath, Record>,
}

impl Lock {
    /// Whether nothing was ever accepted.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// What is known of this translation; none when nobody has accepted it yet.
    pub fn record(&self, translation: &SourcePath) -> Option<&Record> {
        self.records.get(translation)
    }

    /// Takes in what is known of a translation, instead of what was known before.
    pub fn set(&mut self, translation: SourcePath, record: Record) {
        self.records.insert(translation, record);
    }

    /// Takes out what is known of a translation.
    pub fn take(&mut self, translation: &SourcePath) -> Option<Record> {
        self.records.remove(translation)
    }

    /// The translations that something is known of.
    pub fn paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.records.keys()
    }

    /// Notes that a translation of these texts says what these texts of its original say, and no
    /// others.
    pub fn accept(
        &mut self,
        translation: &SourcePath,
        texts: Pair<'_>,
        acceptance: Acceptance<'_>,
    ) {
        let known = self.records.entry(translation.clone()).or_default();
        known.seen = tally(texts.original);
        known.reviewed = match acceptance {
            Acceptance::Fresh => BTreeSet::new(),
            Acceptance::Reviewed { but } => {
                let is_read = |text: &&Text| !but.contains(text);
                let read = texts.translation.iter().filter(is_read);
                read.map(|text| text.digest).collect()
            }
        };
    }
}

/// The texts of an original and of a translation of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair<'a> {
    /// The original's.
    pub original: &'a [Text],
    /// The translation's.
    pub translation: &'a [Text],
}

impl Pair<'_> {
    /// Whether both are built in the same way, text by text.
    pub fn are_alike(&self) -> bool {
        are_alike(self.original, self.translation)
    }
}

/// As it stands in the file.
impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        for (translation, record) in &self.records {
            for (digest, times) in &record.seen {
                match times {
                    &ANY => writeln!(f, "{translation} {digest}")?,
                    times => writeln!(f, "{translation} {digest} {TIMES}{times}")?,
                }
            }
            for digest in &record.reviewed {
                writeln!(f, "{translation} {REVIEWED} {digest}")?;
            }
        }
        Ok(())
    }
}
