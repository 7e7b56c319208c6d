//! Pictures of `content/`: how large they are, and what stands beside them in a sidecar.

use std::collections::BTreeMap;

use crate::model::hotline::Localized;
use crate::model::locale::Locale;

/// The widths that a page is offered a picture in, in pixels: a phone, a tablet or a phone with a
/// fine screen, a desktop with one. Between two of them lies no saving that a visitor would notice.
pub const WIDTHS: [u32; 3] = [480, 960, 1600];

/// How a picture can be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// Pixels that can be made fewer.
    Still,
    /// Pixels that move; only their file is cleaned.
    Animated,
    /// Lines that have any size.
    Drawing,
}

/// Who agreed to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// Nobody who could be recognised is in it.
    None,
    /// A model, through an agency.
    Stock,
    /// The person signed, and the campaign keeps the paper.
    ReleaseOnFile,
}

/// What a sidecar (`photo.jpg.toml`) says of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sidecar {
    /// What stands for the picture where it cannot be seen.
    pub alt: Localized,
    /// Whether it says nothing that the text does not say.
    pub decorative: bool,
    /// Whose work it is.
    pub credit: Option<String>,
    /// Under which terms it may be shown.
    pub licence: Option<String>,
    /// Where it was taken from.
    pub source: Option<String>,
    /// Who agreed to be shown.
    pub consent: Option<Consent>,
    /// What is to be seen, as tags.
    pub depicts: Vec<String>,
}

impl Sidecar {
    /// What stands for the picture in a language; empty for a decoration, none when nobody wrote
    /// it. Readers in Mexico may get it in the Spanish of all, but nobody gets it in a language
    /// that stands in: it would be read aloud as if it were their own.
    pub fn alt(&self, locale: &Locale) -> Option<&str> {
        let tags = locale.chain().into_iter();
        let mut same_language = tags.filter(|tag| tag.language() == locale.tag.language());
        let written = same_language.find_map(|tag| self.alt.get(tag));
        match written {
            Some(text) => Some(text),
            None => self.decorative.then_some(""),
        }
    }

    /// Credit and licence as a line under the picture; none when there is no credit.
    pub fn credit_line(&self) -> Option<String> {
        let credit = self.credit.as_deref()?;
        Some(match &self.licence {
            Some(licence) => format!("{credit} · {licence}"),
            None => credit.to_owned(),
        })
    }
}

/// A picture in `content/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How it can be published.
    pub medium: Medium,
    /// Across, in pixels, the right way up.
    pub width: u32,
    /// Down, in pixels, the right way up.
    pub height: u32,
    /// What its sidecar says.
    pub sidecar: Sidecar,
}

impl Picture {
    /// The widths that it is offered in as a picture of its own, smallest first: those of [`WIDTHS`]
    /// that are smaller, and its own up to the largest of them. None for what keeps its file.
    pub fn widths(&self) -> Vec<u32> {
        if self.medium != Medium::Still {
            return Vec::new();
        }
        let largest = self.width.min(WIDTHS[WIDTHS.len() - 1]);
        let smaller = WIDTHS.into_iter().filter(|width| *width < largest);
        smaller.chain([largest]).collect()
    }
}

/// Pictures by path under `content/`.
pub type Pictures = BTreeMap<String, Picture>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_never_made_larger() {
        let check = |width: u32, medium: Medium, expected: &[u32]| {
            let picture = Picture {
                medium,
                width,
                height: 1,
                sidecar: Sidecar::default(),
            };
            assert_eq!(picture.widths(), expected);
        };
        check(4000, Medium::Still, &[480, 960, 1600]);
        check(1600, Medium::Still, &[480, 960, 1600]);
        check(1000, Medium::Still, &[480, 960, 1000]);
        check(480, Medium::Still, &[480]);
        check(64, Medium::Still, &[64]);
        check(4000, Medium::Animated, &[]);
        check(4000, Medium::Drawing, &[]);
    }
}
