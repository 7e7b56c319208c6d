//! The palette of a theme: its colours by name, what a campaign puts in their place, and which of
//! them must read on which.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::diagnostic::Place;
use crate::model::color::Color;

/// The name of the style sheet that holds a campaign's own colours.
pub const SHEET: &str = "tokens.css";

/// A light or a dark page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scheme {
    /// Dark text on a light page.
    Light,
    /// Light text on a dark page.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The word for it in CSS and in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A colour and where somebody wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swatch {
    /// The colour.
    pub color: Color,
    /// Where it stands.
    pub place: Place,
}

/// A colour in each scheme, as far as it is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shades {
    /// On a light page.
    pub light: Option<Swatch>,
    /// On a dark one.
    pub dark: Option<Swatch>,
}

impl Shades {
    /// The colour of a scheme.
    pub fn get(&self, scheme: Scheme) -> Option<&Swatch> {
        match scheme {
            Scheme::Light => self.light.as_ref(),
            Scheme::Dark => self.dark.as_ref(),
        }
    }
}

/// Two colours of which one must read on the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The token of the text, line or mark.
    pub text: String,
    /// The token of what lies behind it.
    pub background: String,
    /// The least contrast: 4.5 for text, 3 for large text and for what is no text (WCAG 2.2, 1.4.3
    /// and 1.4.11).
    pub minimum: f64,
    /// Where it stands.
    pub place: Place,
}

/// Colours by name.
pub type Tokens = BTreeMap<String, Shades>;

/// The palette of a theme and what a campaign changed of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    /// The theme's colours.
    pub tokens: Tokens,
    /// Those that differ in a tone, by its name.
    pub tones: BTreeMap<String, Tokens>,
    /// Which of them must read on which.
    pub pairs: Vec<Pair>,
    /// The campaign's own, in every tone.
    pub own: Tokens,
}

impl Palette {
    /// The colour of a token: the campaign's own before that of the tone, and that before the
    /// theme's.
    pub fn swatch(&self, token: &str, tone: Option<&str>, scheme: Scheme) -> Option<&Swatch> {
        let tone = tone.and_then(|tone| self.tones.get(tone));
        [Some(&self.own), tone, Some(&self.tokens)]
            .into_iter()
            .flatten()
            .find_map(|tokens| tokens.get(token)?.get(scheme))
    }

    /// The style sheet of the campaign's own colours; none when it has none. Paper stays white:
    /// a printed page keeps the theme's colours.
    pub fn sheet(&self) -> Option<String> {
        if self.own.is_empty() {
            return None;
        }
        let mut sheet = String::new();
        for scheme in Scheme::ALL {
            let properties: String = self
                .own
                .iter()
                .filter_map(|(token, shades)| {
                    Some(format!("--{token}:{};", shades.get(scheme)?.color))
                })
                .collect();
            if !properties.is_empty() {
                // As specific as a tone of the theme, and after it.
                writeln!(
                    sheet,
                    "@media screen and (prefers-color-scheme:{}){{:root,[data-tone]{{{properties}}}}}",
                    scheme.as_str()
                )
                .expect("a text takes any text");
            }
        }
        Some(sheet)
    }
}
