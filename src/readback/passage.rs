//! Passages: what a campaign says, as written, with who may read it.
//!
//! A passage is what one block of a document says, a title, a slug or a file name: the least that
//! would give something away. Blocks are read as each audience reads them, and as somebody does
//! who belongs to none.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diagnostic::Place;
use crate::model::audience::{Audience, AudienceId};
use crate::model::campaign::Campaign;
use crate::model::document::{Kind, Literal, Node, Reading};
use crate::model::front_matter::{Extra, FrontMatter};
use crate::model::page::{PageKey, Translation};
use crate::model::site::Site;
use crate::readback::elements;
use crate::readback::hidden::Audiences;
use crate::readback::words::words;
use crate::source::{SourcePath, Span};

/// How much a passage says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Everything that stands in one place.
    Whole,
    /// What is left of a sentence around a message or a component.
    Part,
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
            let own = text[start..word.end].trim_start_matches(|c: char| !c.is_alphanumeric());
            numbers.push(own.bytes().all(|byte| byte.is_ascii_digit()));
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
        }
    }
}

/// Everything that pages say, in the order of their paths. `audiences` are those whose bits count.
pub fn passages(campaign: &Campaign, site: &Site, audiences: &[Audience]) -> Vec<Passage> {
    let readers = readers(site, audiences);
    let translations: Vec<&Translation> = campaign
        .pages
        .values()
        .flat_map(|page| &page.translations)
        .collect();
    let mut passages: Vec<Passage> = translations
        .par_iter()
        .flat_map_iter(|translation| {
            let visible = readers.get(&translation.path).copied().unwrap_or_default();
            Collector::of(translation, visible, audiences)
        })
        .collect();
    passages.extend(names(campaign, site, audiences));
    passages
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
fn names(campaign: &Campaign, site: &Site, audiences: &[Audience]) -> Vec<Passage> {
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

/// Gathers the passages of one translation.
struct Collector<'a> {
    path: &'a SourcePath,
    passages: Vec<Passage>,
}

impl<'a> Collector<'a> {
    fn of(
        translation: &'a Translation,
        readers: Audiences,
        audiences: &[Audience],
    ) -> Vec<Passage> {
        let mut collector = Self {
            path: &translation.path,
            passages: Vec::new(),
        };
        collector.front_matter(&translation.front, readers);
        // Somebody whom no directive can name reads what all `not-for` leave.
        let nobody = AudienceId::new("\0");
        // A block for everybody is read once, for all who read it.
        let mut common: BTreeMap<(usize, usize), (&Node, Reading<'_>, Audiences)> = BTreeMap::new();
        let everyone = audiences.iter().map(|audience| &audience.id);
        for (index, audience) in everyone.chain([&nobody]).enumerate() {
            let bit = if index < audiences.len() {
                1 << index
            } else {
                0
            };
            let reading = translation.document.for_audience(audience);
            let notes = reading.footnotes().into_iter().map(|(_, node)| node);
            for node in reading.blocks().chain(notes) {
                if node.is_selective() {
                    collector.block(reading, node, bit & readers);
                    continue;
                }
                let key = (node.span.start, node.span.end);
                common.entry(key).or_insert((node, reading, 0)).2 |= bit;
            }
        }
        for (node, reading, bits) in common.into_values() {
            collector.block(reading, node, bits & readers);
        }
        collector.passages
    }

    fn add(&mut self, text: &str, visible: Audiences, span: Span, weight: Weight) {
        let passage = Passage::new(text, visible, Place::new(self.path, span), weight);
        if !passage.words.is_empty() {
            self.passages.push(passage);
        }
    }

    fn front_matter(&mut self, front: &FrontMatter, visible: Audiences) {
        let span = |key: &str| front.spans.get(key).copied().unwrap_or_default();
        let mut add = |key: &str, text: &str| self.add(text, visible, span(key), Weight::Whole);
        add("title", &front.title);
        for (key, text) in [
            ("description", &front.description),
            ("slug", &front.slug),
            ("image", &front.image),
        ] {
            text.iter().for_each(|text| add(key, text));
        }
        let label = front.nav.as_ref().and_then(|entry| entry.label.as_ref());
        label.iter().for_each(|label| add("nav", label));
        for address in &front.redirect_from {
            address
                .split('/')
                .for_each(|part| add("redirect_from", part));
        }
        for value in front.extra.values() {
            strings(value, &mut |text| add("extra", text));
        }
    }

    /// The texts of a block: one for each block in it that holds text itself.
    fn block(&mut self, reading: Reading<'_>, node: &Node, visible: Audiences) {
        let mut line = Line {
            collector: self,
            visible,
            text: String::new(),
            span: node.span,
            weight: Weight::Whole,
        };
        line.read(reading, node);
        line.end(Weight::Whole);
    }
}

/// What has been read of the text of one block.
struct Line<'c, 'a> {
    collector: &'c mut Collector<'a>,
    visible: Audiences,
    text: String,
    span: Span,
    /// Whether something stood before it that only `render` knows.
    weight: Weight,
}

impl Line<'_, '_> {
    fn read(&mut self, reading: Reading<'_>, node: &Node) {
        match &node.kind {
            Kind::Text(text) | Kind::Code(text) => self.text.push_str(text),
            Kind::SoftBreak | Kind::HardBreak => self.text.push(' '),
            Kind::FootnoteReference(_) => {}
            Kind::CodeBlock { text, .. } => self.apart(text, node.span),
            Kind::Message { arguments, .. } => {
                self.cut();
                for argument in arguments {
                    self.literal(&argument.value, argument.span);
                }
            }
            Kind::Component(component) => {
                self.cut();
                for argument in component.label.iter().chain(&component.arguments) {
                    self.literal(&argument.value, argument.span);
                }
                self.children(reading, node);
                self.cut();
            }
            Kind::Image { destination, title } => {
                self.cut();
                self.apart(title, node.span);
                self.file_name(destination, node.span);
                self.children(reading, node);
                self.cut();
            }
            Kind::Link { destination, title } => {
                self.apart(title, node.span);
                self.file_name(destination, node.span);
                self.children(reading, node);
            }
            Kind::Heading { id, .. } => {
                self.end(Weight::Whole);
                id.iter().for_each(|id| self.apart(id, node.span));
                self.inner(reading, node);
            }
            Kind::Emphasis | Kind::Strong | Kind::Strikethrough => self.children(reading, node),
            Kind::Element { name, .. } if elements::Kind::of(name).is_inline() => {
                self.children(reading, node)
            }
            _ => self.inner(reading, node),
        }
    }

    /// A block in a block.
    fn inner(&mut self, reading: Reading<'_>, node: &Node) {
        self.end(Weight::Whole);
        let around = std::mem::replace(&mut self.span, node.span);
        self.children(reading, node);
        self.end(Weight::Whole);
        self.span = around;
    }

    fn children(&mut self, reading: Reading<'_>, node: &Node) {
        reading
            .children(node)
            .for_each(|child| self.read(reading, child));
    }

    /// Something stands here that only `render` knows: what is before and behind it are parts.
    fn cut(&mut self) {
        self.weight = Weight::Part;
        self.end(Weight::Part);
    }

    fn end(&mut self, next: Weight) {
        let text = std::mem::take(&mut self.text);
        self.collector
            .add(&text, self.visible, self.span, self.weight);
        self.weight = next;
    }

    fn apart(&mut self, text: &str, span: Span) {
        self.collector.add(text, self.visible, span, Weight::Whole);
    }

    fn literal(&mut self, value: &Literal, span: Span) {
        if let Literal::String(text) = value {
            self.apart(text, span);
        }
    }

    /// The name of a file beside a page. Other destinations are addresses of pages, which have
    /// slugs of their own, or of other sites.
    fn file_name(&mut self, destination: &str, span: Span) {
        if destination.contains(':') {
            // Somebody else's address is a text as well: it tells what the block speaks of.
            self.apart(destination, span);
            return;
        }
        let path = destination.split(['#', '?']).next().unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        if name.contains('.') && !name.ends_with(".md") {
            self.apart(name, span);
        }
    }
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
