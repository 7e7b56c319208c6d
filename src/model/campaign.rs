//! The campaign: everything the snapshot means, resolved and typed.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::audience::Audience;
use crate::model::claim::Claim;
use crate::model::fact::Fact;
use crate::model::glossary::Glossary;
use crate::model::hotline::{Hotline, Status};
use crate::model::locale::LocaleTag;
use crate::model::lock::Lock;
use crate::model::message::Messages;
use crate::model::page::{Page, PageKey, Summary, Translation};
use crate::model::phrases::Phrases;
use crate::model::picture::Pictures;
use crate::model::readability::Readability;
use crate::model::settings::Settings;
use crate::model::site::{EditionPage, EditionSite};
use crate::model::theme::Theme;
use crate::model::words::Words;
use crate::source::{Digest, Source};

/// Everything the snapshot means.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// What campaign.toml says.
    pub settings: Settings,
    /// The pages, by folder.
    pub pages: BTreeMap<PageKey, Arc<Page>>,
    /// What each translation was made from.
    pub lock: Arc<Lock>,
    /// Files in `content/` that are neither pages nor registers, by path under `content/`.
    pub assets: BTreeMap<String, Source>,
    /// Those of them that are pictures.
    pub pictures: Pictures,
    /// The lines to call, by id.
    pub hotlines: BTreeMap<String, Hotline>,
    /// The figures, by id.
    pub claims: BTreeMap<String, Claim>,
    /// The messages of each other language beside those of the source language.
    pub phrases: Vec<Phrases>,
    /// The words to avoid in each locale.
    pub words: BTreeMap<LocaleTag, Words>,
    /// What things are called in each language.
    pub glossary: Glossary,
    /// How easy each translation was to read.
    pub readability: Readability,
    /// The words of the interface.
    pub messages: Arc<Messages>,
    /// The digest of everything that `messages` were made from.
    pub messages_digest: Digest,
    /// The look.
    pub theme: Theme,
    /// The digest of everything that a plan may see of it but the theme: the settings, the pages
    /// without their bodies, the assets beside them.
    pub outside: Digest,
    /// The digest of the same without the titles and descriptions of pages.
    pub placement: Digest,
    /// The digest of every source but the pages.
    pub beside: Digest,
}

impl Campaign {
    /// The file that a page of an edition is made from; none for a page that no file stands for.
    pub fn translation(&self, page: &EditionPage) -> Option<&Translation> {
        let path = page.source.as_ref()?;
        let translations = &self.pages.get(&page.key)?.translations;
        translations.iter().find(|own| own.path == *path)
    }

    /// What other pages may see of a page of this edition.
    pub fn summary<'a>(&'a self, edition: &'a EditionSite, page: &'a EditionPage) -> Summary<'a> {
        let audience = &edition.edition.audience;
        Summary {
            front: &page.front,
            read: self.translation(page).map(|read| (read, audience)),
        }
    }

    /// The facts that the directives of an edition's pages show, each once, in the order of pages.
    pub fn facts<'a>(&'a self, edition: &'a EditionSite) -> Vec<&'a Fact> {
        let mut facts: Vec<&Fact> = Vec::new();
        let pages = edition.pages.iter();
        for fact in pages.flat_map(|page| self.summary(edition, page).facts()) {
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
        facts
    }

    /// Whether a register has this fact.
    pub fn knows(&self, fact: &Fact) -> bool {
        match fact {
            Fact::Hotline(id) => self.hotlines.contains_key(id),
            Fact::Claim(id) => self.claims.contains_key(id),
        }
    }

    /// The lines that the pages of an audience offer, in its order: those that campaign.toml names,
    /// else all that somebody answers.
    pub fn offered(&self, audience: &Audience) -> Vec<&Hotline> {
        match &audience.hotlines {
            Some(ids) => ids
                .iter()
                .filter_map(|(id, _)| self.hotlines.get(id))
                .collect(),
            None => self
                .hotlines
                .values()
                .filter(|hotline| hotline.status == Status::Active)
                .collect(),
        }
    }
}
