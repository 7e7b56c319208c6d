//! Locales: which language a text is in, which way it runs, and what stands in for it.

use std::fmt;
use std::sync::Arc;

/// A BCP 47 language tag in its canonical form, such as `es-MX`. Made by `parse`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocaleTag(Arc<str>);

impl LocaleTag {
    /// Takes a tag that is known to be canonical.
    pub fn new(tag: impl Into<Arc<str>>) -> Self {
        Self(tag.into())
    }

    /// The tag, such as `es-MX`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without script, region and variants: `es` of `es-MX`.
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

impl fmt::Display for LocaleTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for LocaleTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Which way a script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As Latin does.
    LeftToRight,
    /// As Arabic does.
    RightToLeft,
}

impl Direction {
    /// The value of the `dir` attribute.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// A language that the campaign is published in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// Its tag; also its folder in `locales/` and in the output.
    pub tag: LocaleTag,
    /// Its name in itself: *Español*.
    pub name: String,
    /// Which way it runs.
    pub direction: Direction,
    /// The locales that stand in for it when a message is missing, nearest first, without itself.
    pub fallbacks: Vec<LocaleTag>,
    /// The locale whose numbers and dates it writes, when not its own: Spanish in Mexico writes
    /// `1,234.5`.
    pub formats: Option<LocaleTag>,
    /// The part of an address under which it lists topics: `topics`, `temas`.
    pub topics_slug: String,
}

impl Locale {
    /// Itself and then what stands in for it, nearest first.
    pub fn chain(&self) -> Vec<&LocaleTag> {
        std::iter::once(&self.tag).chain(&self.fallbacks).collect()
    }

    /// The locales whose numbers and dates it may write, the first choice first.
    pub fn formats_chain(&self) -> Vec<&LocaleTag> {
        self.formats.iter().chain(self.chain()).collect()
    }
}
