//! What drawings say that lie beside pages: each is for those who have such a page.

use std::collections::BTreeMap;

use super::{Passage, Weight, bit_of};
use crate::diagnostic::Place;
use crate::model::audience::Audience;
use crate::model::site::{Asset, Site};
use crate::readback::decode;
use crate::readback::hidden::Audiences;
use crate::readback::markup::{Dialect, Flaw, Reader, Tag, read};
use crate::source::SourcePath;

/// The texts of every drawing of a site, as these audiences may see them.
pub fn drawings(site: &Site, audiences: &[Audience]) -> Vec<Passage> {
    let mut folders: BTreeMap<&str, Audiences> = BTreeMap::new();
    for edition in site.editions.iter() {
        let bit = bit_of(&edition.edition.audience, audiences).unwrap_or_default();
        for source in edition.pages.iter().filter_map(|page| page.source.as_ref()) {
            *folders.entry(source.folder()).or_default() |= bit;
        }
    }
    let is_drawing = |asset: &&Asset| asset.source.extension() == Some("svg");
    let drawings: BTreeMap<&SourcePath, &Asset> = site
        .offered
        .values()
        .filter(is_drawing)
        .map(|asset| (&asset.source, asset))
        .collect();
    let mut found = Vec::new();
    for (path, asset) in drawings {
        // What lies elsewhere, such as in the theme, is for everybody.
        let visible = folders
            .get(path.folder())
            .copied()
            .unwrap_or(Audiences::MAX);
        let mut drawing = Drawing::default();
        if let Ok(text) = std::str::from_utf8(&asset.bytes) {
            read(text, Dialect::Xml, &mut drawing);
        }
        for text in &drawing.texts {
            let place = Place::start_of(path);
            found.push(Passage::new(text, visible, place, Weight::Whole));
        }
    }
    found.retain(|passage| !passage.words.is_empty());
    found
}

#[derive(Default)]
struct Drawing {
    texts: Vec<String>,
}

impl<'a> Reader<'a> for Drawing {
    fn text(&mut self, raw: &'a str) {
        let mut text = String::new();
        decode::references(raw, &mut text);
        self.texts.push(text);
    }

    fn raw(&mut self, _: &str, text: &'a str) {
        self.texts.push(text.to_owned());
    }

    fn open(&mut self, _: &Tag<'a>) {}

    fn close(&mut self, _: &str) {}

    fn comment(&mut self, _: &'a str) {}

    fn flaw(&mut self, _: Flaw, _: &'a str) {}
}
