//! Passages: what a campaign says, as written, with who may read it.
//!
//! A passage is what one block of a document says, a title, a slug or a file name: the least that
//! would give something away. Blocks are read as each audience reads them, and as somebody does
//! who belongs to none.

mod collector;
mod drawing;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diagnostic::Place;
use crate::model::audience::{Audience, AudienceId};
use crate::model::campaign::Campaign;
use crate::model::document::Component;
use crate::model::front_matter::Extra;
use crate::model::page::{PageKey, Translation};
use crate::model::site::Site;
use crate::readback::hidden::Audiences;
use crate::readback::passage::collector::Collector;
use crate::readback::words::words;
use crate::source::{SourcePath, Span};

pub use drawing::drawings;

/// How much a passage says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Everything that stands in one place.
    Whole,
    /// What is left of a sentence around a message or a component.
    Part,
}

/// What a passage is to a page that is made from its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// All that a block says: the page says it, too.
    Block,
    /// What a block says before something that only `render` knows.
    Start,
    /// Anything else: a page may show it, or show it otherwise.
    Other,
}

/// A text of the campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The hashes of its words.
    pub words: Vec<u64>,
    /// Which of them are numbers.
    pub numbers: Vec<bool>,
    /// Who may see it.
    pub visible: Audiences,
    /// Where it is written.
    pub place: Place,
    /// How much it says.
    pub weight: Weight,
    /// What it is to a page.
    pub role: Role,
}

/// What was gathered from one text.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// Which text.
    pub path: SourcePath,
    /// What it says.
    pub passages: Vec<Passage>,
    /// The directives in it that stand on a line of their own.
    pub placed: Vec<Placed>,
    /// The addresses to which it links by itself.
    pub links: Vec<String>,
}

/// A directive that stands on a line of its own.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The directive.
    pub component: Component,
    /// For whom.
    pub visible: Audiences,
    /// Where; none in a note, which stands where the theme puts it.
    pub span: Option<Span>,
}

/// The fewest letters of a text of one or two words that can give something away: *Sí* stands
/// everywhere.
const LETTERS: usize = 5;

/// How many numbers a row of words may hold to tell something. Dates have two, and the tool writes
/// dates itself.
pub const NUMBERS: usize = 1;

impl Passage {
    /// This text, written here, for these audiences.
    pub fn new(text: &str, visible: Audiences, place: Place, weight: Weight) -> Self {
        // Words have five letters and a space, as people write.
        let mut found = Vec::with_capacity(text.len() / 6 + 1);
        let mut numbers = Vec::with_capacity(text.len() / 6 + 1);
        let mut start = 0;
        words(text, |word| {
            let own = &text[start..word.end];
            numbers.push(own.ends_with(|c: char| c.is_ascii_digit()) && is_number(own));
            found.push(word.hash);
            start = word.end;
        });
        let letters = text.chars().filter(|c| c.is_alphabetic()).take(LETTERS);
        let is_telling = letters.count() == LETTERS;
        // What says too little is still something that its readers may see.
        let weight = if is_telling { weight } else { Weight::Part };
        Self {
            words: found,
            numbers,
            visible,
            place,
            weight,
            role: Role::Other,
        }
    }
}

/// Whether a word is nothing but digits; what parts it from the one before does not count.
fn is_number(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Everything that the texts of pages say, in the order of their paths. `audiences` are those whose
/// bits count.
pub fn gather(campaign: &Campaign, site: &Site, audiences: &[Audience]) -> Vec<Gathered> {
    let readers = readers(site, audiences);
    let translations: Vec<&Translation> = campaign
        .pages
        .values()
        .flat_map(|page| &page.translations)
        .collect();
    translations
        .par_iter()
        .map(|translation| {
            let visible = readers.get(&translation.path).copied().unwrap_or_default();
            Collector::gather(translation, visible, audiences)
        })
        .collect()
}

/// Which audiences have a page rendered from each file.
fn readers(site: &Site, audiences: &[Audience]) -> BTreeMap<SourcePath, Audiences> {
    let mut readers: BTreeMap<SourcePath, Audiences> = BTreeMap::new();
    for edition in site.editions.iter() {
        let Some(bit) = bit_of(&edition.edition.audience, audiences) else {
            continue;
        };
        for source in edition.pages.iter().filter_map(|page| page.source.as_ref()) {
            *readers.entry(source.clone()).or_default() |= bit;
        }
    }
    readers
}

fn bit_of(audience: &AudienceId, audiences: &[Audience]) -> Option<Audiences> {
    let index = audiences.iter().position(|own| own.id == *audience)?;
    Some(1 << index)
}

/// The names of folders: they become parts of addresses where no slug is set.
pub fn names(campaign: &Campaign, site: &Site, audiences: &[Audience]) -> Vec<Passage> {
    let mut named: BTreeMap<PageKey, Audiences> = BTreeMap::new();
    for edition in site.editions.iter() {
        let bit = bit_of(&edition.edition.audience, audiences).unwrap_or_default();
        for page in &edition.pages {
            // A folder is named in the address of every page below it.
            let mut folder = Some(page.key.clone());
            while let Some(key) = folder {
                folder = key.parent();
                *named.entry(key).or_default() |= bit;
            }
        }
    }
    let mut found = Vec::new();
    for page in campaign.pages.values() {
        if let Some(translation) = page.translations.first() {
            let visible = named.get(&page.key).copied().unwrap_or_default();
            let place = Place::start_of(&translation.path);
            found.push(Passage::new(page.key.name(), visible, place, Weight::Whole));
        }
    }
    found
}

/// Every text in a free table.
pub fn strings(value: &Extra, take: &mut impl FnMut(&str)) {
    match value {
        Extra::String(text) => take(text),
        Extra::Array(values) => values.iter().for_each(|value| strings(value, take)),
        Extra::Table(table) => table.values().for_each(|value| strings(value, take)),
        Extra::Boolean(_) | Extra::Integer(_) | Extra::Float(_) => {}
    }
}
