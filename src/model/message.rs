//! Messages: the words of the interface and the phrases that pages share.
//!
//! `parse` reads Fluent files into resources and notes what each message refers to; `render`
//! turns the resources of a locale into something that formats.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::Place;
use crate::model::locale::LocaleTag;
use crate::source::{SourcePath, Span};

/// Whose messages they are. Later ones give way to earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// `locales/` of the campaign.
    Campaign,
    /// `locales/` of the theme.
    Theme,
    /// What the tool itself brings.
    BuiltIn,
}

/// The functions that messages can call. `PLURAL` is the one that Fluent itself does not have:
/// the plural category of a number, or the number itself where it is among its further arguments.
pub const FUNCTIONS: [&str; 3] = ["DATETIME", "NUMBER", "PLURAL"];

/// What the names of terms begin with in [`Resource::text`]. In Fluent a message and a term may
/// share a name; in fluent-bundle the second of them would be lost.
pub const TERM_PREFIX: &str = "TERM_";

/// A mention of another message or term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What it refers to: `org`, `-brand`, `button.title`.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// The variables it gives to a term: `case` of `{ -brand(case: "genitive") }`.
    pub arguments: Vec<String>,
}

/// A stretch of a message's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub text: String,
}

/// A choice between variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    /// What it selects on: `$count`, also within a call; `-term`.
    pub on: String,
    /// Where that stands.
    pub span: Span,
    /// The names of its variants but that of the last resort.
    pub keys: Vec<Key>,
    /// The name of the last resort.
    pub last_resort: String,
    /// Whether it counts: it calls a function for numbers, or has a number or the name of what a
    /// number counts among its keys.
    pub is_count: bool,
}

/// The name of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The name, or the number as it is written.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// The names that variants can have for what a number counts (CLDR, plural categories).
pub const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// How much work a definition can be, whichever of its variants are chosen. Without what it
/// refers to: that depends on who overrides what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// The most placeables that one reading of it fills.
    pub placeables: usize,
    /// How deep its placeables and calls are nested.
    pub nesting: usize,
    /// How often one reading of it can come across each message and term that it refers to.
    pub references: BTreeMap<String, usize>,
}

impl Weight {
    /// One after the other.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for (name, times) in other.references {
            *self.references.entry(name).or_default() += times;
        }
        self.placeables += other.placeables;
        self.nesting = self.nesting.max(other.nesting);
        self
    }

    /// One instead of the other, whichever is heavier.
    #[must_use]
    pub fn or(mut self, other: Self) -> Self {
        for (name, times) in other.references {
            let known = self.references.entry(name).or_default();
            *known = times.max(*known);
        }
        self.placeables = self.placeables.max(other.placeables);
        self.nesting = self.nesting.max(other.nesting);
        self
    }
}

/// One message or term, or an attribute of one, as it stands in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Definition {
    /// Where its name stands.
    pub span: Span,
    /// The variables it uses (`$count`), without the sign, in the order of first use.
    pub variables: Vec<String>,
    /// Those of them that show in its text. The others only select a variant.
    pub printed: Vec<String>,
    /// The functions it calls, in the order of first use.
    pub functions: Vec<String>,
    /// What it says itself, stretch by stretch, in all its variants.
    pub wording: Vec<Wording>,
    /// The choices it makes, in the order of the file.
    pub selectors: Vec<Selector>,
    /// The messages and terms it mentions, in the order of the file.
    pub references: Vec<Reference>,
    /// How much work it can be.
    pub weight: Weight,
}

impl Definition {
    /// Its words in all its variants, with single blanks.
    pub fn words(&self) -> String {
        let words = self.wording.iter();
        let words = words.flat_map(|wording| wording.text.split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }
}

/// One Fluent file, well formed as far as it goes.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The file.
    pub path: SourcePath,
    /// The language of its messages.
    pub locale: LocaleTag,
    /// Whose it is.
    pub layer: Layer,
    /// The text to format: line ends normalized, without what could not be parsed, terms named
    /// with [`TERM_PREFIX`], and selectors on numbers spelled out as calls of `PLURAL`.
    pub text: Arc<str>,
    /// What it defines: `nav-home`, `-brand`, `button.title`.
    pub definitions: BTreeMap<String, Definition>,
}

impl Resource {
    /// Whether it is a Fluent file of the campaign itself. The words of a figure stand in the
    /// register.
    pub fn is_own(&self) -> bool {
        self.layer == Layer::Campaign && self.path.extension() == Some("ftl")
    }

    /// The folder of its language: `locales/es` of `locales/es/forms/help.ftl`.
    pub fn folder(&self) -> SourcePath {
        let parts: Vec<&str> = self.path.as_str().splitn(3, '/').take(2).collect();
        SourcePath::new(parts.join("/"))
    }
}

/// Every Fluent file of the campaign, its theme and the tool.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    /// The files, in the order of layer and path.
    pub resources: Vec<Resource>,
}

impl Messages {
    /// The folders of the campaign's languages, such as `locales/es`.
    pub fn folders(&self) -> BTreeSet<SourcePath> {
        let own = self.resources.iter().filter(|file| file.is_own());
        own.map(Resource::folder).collect()
    }

    /// The resources of a locale, the campaign's first.
    pub fn of<'a>(&'a self, locale: &'a LocaleTag) -> impl Iterator<Item = &'a Resource> + Clone {
        self.resources
            .iter()
            .filter(move |resource| resource.locale == *locale)
    }

    /// Where `id` is defined for a locale: its resource and its definition.
    pub fn definition<'a>(
        &'a self,
        locale: &'a LocaleTag,
        id: &str,
    ) -> Option<(&'a Resource, &'a Definition)> {
        self.of(locale)
            .find_map(|resource| resource.definitions.get(id).map(|found| (resource, found)))
    }

    /// What the ids mean to a text in the first of `locales`, which give way to one another in
    /// this order.
    pub fn vocabulary<'a>(
        &'a self,
        locales: impl IntoIterator<Item = &'a LocaleTag>,
    ) -> Vocabulary<'a> {
        let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
        let mut entries = BTreeMap::new();
        let resources = locales.into_iter().flat_map(|locale| self.of(locale));
        for (rank, resource) in resources.enumerate() {
            for (id, definition) in &resource.definitions {
                let owner = *owners.entry(owner_of(id)).or_insert(rank);
                if owner == rank {
                    let entry = Entry {
                        resource,
                        definition,
                    };
                    entries.insert(id.as_str(), entry);
                }
            }
        }
        Vocabulary { entries }
    }
}

/// The message or term that an id belongs to: `button` of `button.title`.
pub fn owner_of(id: &str) -> &str {
    id.split_once('.').map_or(id, |(owner, _)| owner)
}

/// A definition and the file it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The file.
    pub resource: &'a Resource,
    /// The definition.
    pub definition: &'a Definition,
}

impl Entry<'_> {
    /// Where its name stands.
    pub fn place(&self) -> Place {
        Place::new(&self.resource.path, self.definition.span)
    }
}

/// Every message, term and attribute that a locale can use, each as it is nearest defined. A
/// message comes from one file with all its attributes: the nearest that defines any of it.
#[derive(Clone, Debug)]
pub struct Vocabulary<'a> {
    entries: BTreeMap<&'a str, Entry<'a>>,
}

impl<'a> Vocabulary<'a> {
    /// What an id means.
    pub fn get(&self, id: &str) -> Option<Entry<'a>> {
        self.entries.get(id).copied()
    }

    /// Every id and what it means, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, Entry<'a>)> + '_ {
        self.entries.iter().map(|(id, entry)| (*id, *entry))
    }

    /// The ids, each after all it refers to. Those that refer to themselves, or to one that
    /// does, have no place in such an order and are left out.
    pub fn order(&self) -> Vec<&'a str> {
        let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
        let mut mentions: BTreeMap<&str, Vec<&'a str>> = BTreeMap::new();
        let mut ready = Vec::new();
        for (id, entry) in self.iter() {
            let names = entry.definition.weight.references.keys();
            let known: Vec<&str> = names
                .map(String::as_str)
                .filter(|name| self.entries.contains_key(name))
                .collect();
            if known.is_empty() {
                ready.push(id);
            }
            waiting.insert(id, known.len());
            for name in known {
                mentions.entry(name).or_default().push(id);
            }
        }
        let mut next = 0;
        while let Some(id) = ready.get(next).copied() {
            next += 1;
            for mention in mentions.remove(id).unwrap_or_default() {
                let left = waiting.entry(mention).or_default();
                *left -= 1;
                if *left == 0 {
                    ready.push(mention);
                }
            }
        }
        ready
    }
}
