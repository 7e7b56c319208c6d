//! What each translation was made from: the digests of its original's texts, as somebody accepted
//! them.
//!
//! The file holds one entry a line, `<translation> <digest>`, in the order of the alphabet, so that
//! two people who accepted different pages merge without a conflict. It keeps no order of the
//! texts: what is moved needs no new translation.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use crate::model::page::Translation;
use crate::source::{Digest, SourcePath, Span};

/// The file at the campaign's root.
pub const PATH: &str = "translations.lock";

/// How many hexadecimal digits an entry has. Of a page with a hundred texts, a changed one looks
/// like another of them once in forty million changes.
pub const DIGITS: usize = 8;

/// What the file begins with.
const HEAD: &str =
    "# Which original each translation was made from. Written by campaign; keep it in git.\n";

/// One text of a file: a field of its head, or a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Where it stands.
    pub span: Span,
    /// The digest of its words, however its lines are wrapped.
    pub digest: String,
}

/// Every text of a translation, head first, in its order. `text` is its whole source.
pub fn wordings(translation: &Translation, text: &str) -> Vec<Wording> {
    let front = &translation.front;
    let head = [
        ("title", Some(front.title.as_str())),
        ("description", front.description.as_deref()),
    ];
    let fields = head.into_iter().filter_map(|(name, value)| {
        let span = front.spans.get(name).copied().unwrap_or_default();
        let words: Vec<&str> = value?.split_whitespace().collect();
        Some(Wording {
            span,
            digest: Digest::of(words.join(" ").as_bytes()).short(),
        })
    });
    let units = translation.document.units().into_iter();
    let blocks = units.map(|unit| Wording {
        span: unit.span,
        digest: Digest::of(unit.text(text).as_bytes()).short(),
    });
    fields.chain(blocks).collect()
}

/// What was accepted, translation by translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    accepted: BTreeMap<SourcePath, BTreeSet<String>>,
}

impl Lock {
    /// The digests of the original's texts that this translation was accepted with; none when
    /// nobody has accepted it yet.
    pub fn accepted(&self, translation: &SourcePath) -> Option<&BTreeSet<String>> {
        self.accepted.get(translation)
    }

    /// Notes that this translation says what these texts of its original say, and no others.
    pub fn accept(&mut self, translation: &SourcePath, original: &[Wording]) {
        let digests = original.iter().map(|wording| wording.digest.clone());
        self.accepted.insert(translation.clone(), digests.collect());
    }

    /// Adds one entry. False when it is there already.
    pub fn add(&mut self, translation: SourcePath, digest: &str) -> bool {
        let known = self.accepted.entry(translation).or_default();
        known.insert(digest.to_owned())
    }
}

/// As it stands in the file.
impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        for (translation, digests) in &self.accepted {
            for digest in digests {
                write!(f, "{translation} {digest}")?;
                f.write_char('\n')?;
            }
        }
        Ok(())
    }
}
