//! Phrases: the campaign's messages in its source language beside those of another.

use crate::model::front_matter::FrontMatter;
use crate::model::locale::LocaleTag;
use crate::model::lock::{Lock, Pair};
use crate::model::message::{Messages, Resource, owner_of};
use crate::model::settings::Settings;
use crate::model::state::Standing;
use crate::model::text::Text;
use crate::source::SourcePath;

/// The messages that the campaign itself has in two languages. What the theme and the tool say is
/// their authors' affair.
#[derive(Clone, Debug)]
pub struct Phrases {
    /// The folder of the translations, such as `locales/es`: messages may move between its files.
    pub folder: SourcePath,
    /// Their language.
    pub locale: LocaleTag,
    /// The files that the originals stand in, one for each.
    pub files: Vec<SourcePath>,
    /// The originals.
    pub original: Vec<Text>,
    /// Their translations, in the same order.
    pub translation: Vec<Text>,
    /// The files that these stand in, one for each.
    pub translated_in: Vec<SourcePath>,
}

/// One message in two languages, each with its file.
#[derive(Clone, Copy, Debug)]
pub struct Phrase<'a> {
    /// In the source language.
    pub original: (&'a SourcePath, &'a Text),
    /// In the other.
    pub translation: (&'a SourcePath, &'a Text),
}

impl Phrases {
    /// Those of every language but the source language.
    pub fn all(messages: &Messages, settings: &Settings) -> Vec<Self> {
        let source = &settings.source_locale;
        let locales = settings.locales.iter().map(|locale| &locale.tag);
        locales
            .filter(|tag| *tag != source)
            .filter_map(|tag| Self::of(messages, source, tag))
            .collect()
    }

    fn of(messages: &Messages, source: &LocaleTag, locale: &LocaleTag) -> Option<Self> {
        let own = |tag: &LocaleTag| -> Vec<&Resource> {
            let files = messages.resources.iter();
            let is_meant = |file: &&Resource| file.locale == *tag && file.is_own();
            files.filter(is_meant).collect()
        };
        let originals = own(source);
        let translations = own(locale);
        let mut phrases = Self {
            folder: translations.first()?.folder(),
            locale: locale.clone(),
            files: Vec::new(),
            original: Vec::new(),
            translation: Vec::new(),
            translated_in: Vec::new(),
        };
        for file in originals {
            for (id, definition) in &file.definitions {
                let found = translations
                    .iter()
                    .find_map(|own| Some((own, own.definitions.get(id)?)));
                // A term is its language's own affair.
                let Some((own, translation)) = found.filter(|_| !owner_of(id).starts_with('-'))
                else {
                    continue;
                };
                phrases.files.push(file.path.clone());
                phrases.original.push(Text::message(id, definition));
                phrases.translation.push(Text::message(id, translation));
                phrases.translated_in.push(own.path.clone());
            }
        }
        Some(phrases)
    }

    /// Where they stand towards their originals.
    pub fn standing(&self, lock: &Lock) -> Standing<'_> {
        let texts = Pair {
            original: &self.original,
            translation: &self.translation,
        };
        let head = FrontMatter::default();
        Standing::new(texts, lock.record(&self.folder), &head)
    }

    /// Each message beside its translation, with their files.
    pub fn pairs(&self) -> impl Iterator<Item = Phrase<'_>> {
        let originals = self.files.iter().zip(&self.original);
        let translations = self.translated_in.iter().zip(&self.translation);
        originals
            .zip(translations)
            .map(|(original, translation)| Phrase {
                original,
                translation,
            })
    }
}
