//! What a discreet page shows of its subject: title, description, previews, feeds, address and the
//! names of files.

use super::{Inspector, Subject, own_part};
use crate::check::discreet::Words;
use crate::check::markup::Page;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::settings;
use crate::model::site::{EditionPage, Recipe};
use crate::rules;
use crate::source::SourcePath;

/// What a page of a discreet audience shows that it should not.
pub fn check(subject: Subject<'_>, page: &Page, inspector: &Inspector) -> Vec<Diagnostic> {
    let finder = Finder { subject };
    let mut faults = Vec::new();
    if let Some(words) = finder
        .language()
        .and_then(|language| inspector.words(language))
    {
        faults.extend(finder.texts(page, words));
    }
    faults.extend(finder.names(page, inspector.words_of_all()));
    if page.forms > 0 {
        faults.push(
            Diagnostic::new(&rules::TRACEABLE_CONTACT)
                .at(finder.place("title"))
                .with("element", "<form>")
                .with("edition", finder.edition()),
        );
    }
    faults
}

/// The page that a file shows.
pub fn page_of<'a>(subject: &Subject<'a>) -> Option<&'a EditionPage> {
    match subject.entry.recipe {
        Recipe::Page { edition, page, .. } | Recipe::Redirect { edition, page } => {
            subject.site.editions.get(edition)?.pages.get(page)
        }
        _ => None,
    }
}

struct Finder<'a> {
    subject: Subject<'a>,
}

impl<'a> Finder<'a> {
    fn language(&self) -> Option<&'a str> {
        let edition = self.subject.edition();
        let own = edition.map(|edition| &edition.edition.locale);
        let first = || self.subject.audience()?.locales.first();
        own.or_else(first).map(|locale| locale.language())
    }

    /// The name of the edition, or of the audience for a file of all its editions.
    fn edition(&self) -> String {
        let audience = || {
            self.subject
                .audience()
                .map(|audience| audience.id.to_string())
        };
        let edition = self.subject.edition();
        edition
            .map(|edition| edition.edition.to_string())
            .or_else(audience)
            .unwrap_or_default()
    }

    /// Texts in the language of the edition.
    fn texts(&self, page: &Page, words: &Words) -> Vec<Diagnostic> {
        let preview = |name: &str| name.starts_with("og:") || name.starts_with("twitter:");
        let metas = page
            .metas
            .iter()
            .filter_map(|(name, content)| match name.as_str() {
                "description" => Some(("description", content)),
                name if preview(name) => Some(("preview", content)),
                _ => None,
            });
        let feeds = page.alternate_titles.iter().map(|title| ("feed", title));
        std::iter::once(("title", &page.title))
            .chain(metas)
            .chain(feeds)
            .filter_map(|(part, text)| {
                let word = words.find(text)?;
                let place = self.place_of_text(part, &word);
                Some(self.fault(part, &word, place))
            })
            .collect()
    }

    /// Names that are in no language in particular.
    fn names(&self, page: &Page, words: &Words) -> Vec<Diagnostic> {
        let address = match self.subject.entry.recipe {
            Recipe::Redirect { .. } => self.subject.route.to_string(),
            _ => own_part(&self.subject),
        };
        let mut faults: Vec<Diagnostic> = words
            .find(&address)
            .map(|word| self.fault("address", &word, self.place("slug")))
            .into_iter()
            .collect();
        let saved = page
            .anchors
            .iter()
            .filter_map(|anchor| anchor.download.clone());
        let addresses = page
            .resources
            .iter()
            .flat_map(|resource| resource.candidates.iter())
            .chain(page.anchors.iter().map(|anchor| &anchor.href));
        let files = addresses.filter_map(|address| {
            let route = self.subject.target(address)?;
            let name = route.as_str().rsplit('/').next().map(str::to_owned);
            // Pages are looked at themselves.
            name.filter(|name| !name.ends_with(".html"))
        });
        for name in saved.chain(files) {
            if let Some(word) = words.find(&name) {
                faults.push(self.fault("file", &word, self.place("title")));
            }
        }
        faults
    }

    fn fault(&self, part: &str, word: &str, place: Place) -> Diagnostic {
        Diagnostic::new(&rules::TOPIC_WORD)
            .at(place)
            .with("word", word)
            .with("part", part)
            .with("edition", self.edition())
    }

    /// Where a word of a title or description was written: on the page, or in the message that
    /// stands on every page.
    fn place_of_text(&self, part: &str, word: &str) -> Place {
        const SITE_TITLES: [&str; 2] = ["campaign-title-discreet", "campaign-title"];
        let summary = page_of(&self.subject)
            .zip(self.subject.edition())
            .map(|(page, edition)| self.subject.campaign.summary(edition, page));
        let is_own = summary.is_some_and(|summary| {
            let description = summary.description().unwrap_or_default();
            summary.title().contains(word) || description.contains(word)
        });
        if is_own {
            return self.place(part);
        }
        let locale = self
            .subject
            .edition()
            .map(|edition| &edition.edition.locale);
        let messages = &self.subject.campaign.messages;
        let message = locale.and_then(|locale| {
            SITE_TITLES
                .iter()
                .find_map(|id| messages.definition(locale, id))
        });
        match message.filter(|_| part == "title") {
            Some((resource, definition)) => Place::new(&resource.path, definition.span),
            None => self.place(part),
        }
    }

    /// Where a key of the page's front matter stands; the start of the page without it.
    fn place(&self, key: &str) -> Place {
        let path = page_of(&self.subject).and_then(|page| page.source.as_ref());
        let Some(path) = path else {
            let span = self
                .subject
                .audience()
                .map_or_else(Default::default, |audience| audience.span);
            return Place::new(&SourcePath::new(settings::PATH), span);
        };
        let span = page_of(&self.subject)
            .and_then(|page| self.subject.campaign.translation(page))
            .and_then(|translation| translation.front.spans.get(key).copied());
        Place::new(path, span.unwrap_or_default())
    }
}
