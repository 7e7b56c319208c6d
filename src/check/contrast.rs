//! Contrast: every pair of colours that a theme declares reads in both schemes and in every tone,
//! with the campaign's own colours in their places.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::color::Color;
use crate::model::palette::{Pair, Palette, Scheme, Swatch};
use crate::model::settings;
use crate::rules;

/// The pairs that do not read well enough.
pub fn check(campaign: &Campaign) -> Vec<Diagnostic> {
    let palette = &campaign.theme.palette;
    let mut seen: BTreeSet<(usize, Scheme, Color, Color)> = BTreeSet::new();
    let mut faults = Vec::new();
    for (index, pair) in palette.pairs.iter().enumerate() {
        for (tone, scheme) in settings_of(palette) {
            let Some(shown) = Shown::new(palette, pair, tone, scheme) else {
                continue;
            };
            let colors = (shown.text.color, shown.background.color);
            let is_low = shown.ratio() < pair.minimum;
            if is_low && seen.insert((index, scheme, colors.0, colors.1)) {
                faults.push(shown.fault(palette));
            }
        }
    }
    faults
}

/// Every tone in every scheme, the theme without a tone first.
fn settings_of(palette: &Palette) -> impl Iterator<Item = (Option<&str>, Scheme)> {
    let tones = palette.tones.keys().map(|tone| Some(tone.as_str()));
    std::iter::once(None)
        .chain(tones)
        .flat_map(|tone| Scheme::ALL.map(|scheme| (tone, scheme)))
}

/// A pair as one tone shows it in one scheme.
struct Shown<'a> {
    pair: &'a Pair,
    scheme: Scheme,
    text: &'a Swatch,
    background: &'a Swatch,
}

impl<'a> Shown<'a> {
    fn new(
        palette: &'a Palette,
        pair: &'a Pair,
        tone: Option<&str>,
        scheme: Scheme,
    ) -> Option<Self> {
        Some(Self {
            pair,
            scheme,
            text: palette.swatch(&pair.text, tone, scheme)?,
            background: palette.swatch(&pair.background, tone, scheme)?,
        })
    }

    fn ratio(&self) -> f64 {
        self.text.color.contrast(self.background.color)
    }

    /// Whether it reads with `color` where `place` is.
    fn reads_with(&self, place: &Place, color: Color) -> bool {
        let at = |swatch: &Swatch| match swatch.place == *place {
            true => color,
            false => swatch.color,
        };
        at(self.text).contrast(at(self.background)) >= self.pair.minimum
    }

    /// The colour to change: the campaign's own, where one of them is; else that of the text.
    fn at_fault(&self) -> &'a Swatch {
        let is_own = |swatch: &&Swatch| swatch.place.path.as_str() == settings::PATH;
        [self.text, self.background]
            .into_iter()
            .find(is_own)
            .unwrap_or(self.text)
    }

    fn fault(&self, palette: &Palette) -> Diagnostic {
        let swatch = self.at_fault();
        let shade = self.shade(palette, swatch);
        // Rounded down: 4.49 must not be told as 4.5.
        let ratio = (self.ratio() * 100.0).floor() / 100.0;
        Diagnostic::new(&rules::LOW_CONTRAST)
            .at(swatch.place.clone())
            .also(self.pair.place.clone())
            .with("name", &self.pair.text)
            .with("background", &self.pair.background)
            .with("scheme", self.scheme.as_str())
            .with("ratio", format!("{ratio:.2}"))
            .with("limit", self.pair.minimum)
            .with(
                "shade",
                shade.map_or_else(|| "none".to_owned(), |color| color.to_string()),
            )
            .suggest(shade.map(|color| format!("\"{color}\"")))
    }

    /// The nearest shade with which every pair reads that this colour belongs to; when there is
    /// none, every pair in this scheme; when there is none either, this pair.
    fn shade(&self, palette: &Palette, swatch: &Swatch) -> Option<Color> {
        let place = &swatch.place;
        let concerned: Vec<Shown<'_>> = palette
            .pairs
            .iter()
            .flat_map(|pair| {
                settings_of(palette)
                    .filter_map(move |(tone, scheme)| Shown::new(palette, pair, tone, scheme))
            })
            .filter(|shown| shown.text.place == *place || shown.background.place == *place)
            .collect();
        let nearest = |matters: &dyn Fn(&Shown<'_>) -> bool| {
            let mattering: Vec<&Shown<'_>> =
                concerned.iter().filter(|shown| matters(shown)).collect();
            let passes = |color| mattering.iter().all(|shown| shown.reads_with(place, color));
            swatch.color.nearest(passes)
        };
        nearest(&|_| true)
            .or_else(|| nearest(&|shown| shown.scheme == self.scheme))
            .or_else(|| swatch.color.nearest(|color| self.reads_with(place, color)))
    }
}
