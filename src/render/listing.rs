//! Lists: pages and topics as other pages show them.

use crate::diagnostic::Diagnostic;
use crate::model::page::PageKey;
use crate::model::site::{EditionSite, Topic};
use crate::render::current::Scope;
use crate::render::stage::{Speech, Stage};
use crate::render::view::{EntryView, Link, TopicView};

impl Stage {
    /// A page as an entry of a list.
    pub fn entry(
        &self,
        scope: &Scope,
        edition: &EditionSite,
        page: usize,
        faults: &mut Vec<Diagnostic>,
    ) -> EntryView {
        let page = &edition.pages[page];
        EntryView {
            key: page.key.to_string(),
            title: self.title_of(
                edition,
                page.key == PageKey::new(""),
                &page.front.title,
                faults,
            ),
            description: self
                .campaign
                .summary(edition, page)
                .description()
                .map(str::to_owned),
            url: self.address(scope, &page.route),
            date: page.front.date.map(|date| date.to_string()),
            updated: page.front.updated.map(|date| date.to_string()),
            topics: self.topics_of(scope, edition, &page.front.topics, faults),
            extra: page.front.extra.clone(),
        }
    }

    /// A page as a link.
    pub fn link_to(
        &self,
        scope: &Scope,
        edition: &EditionSite,
        page: usize,
        faults: &mut Vec<Diagnostic>,
    ) -> Link {
        let page = &edition.pages[page];
        Link {
            title: self.title_of(
                edition,
                page.key == PageKey::new(""),
                &page.front.title,
                faults,
            ),
            url: self.address(scope, &page.route),
        }
    }

    /// The topics of these ids.
    pub fn topics_of(
        &self,
        scope: &Scope,
        edition: &EditionSite,
        ids: &[String],
        faults: &mut Vec<Diagnostic>,
    ) -> Vec<TopicView> {
        ids.iter()
            .filter_map(|id| edition.topics.iter().find(|topic| topic.id == *id))
            .map(|topic| self.topic(scope, edition, topic, faults))
            .collect()
    }

    /// A topic with its name: the message `topic-<id>`, or the id where nobody wrote one, which a
    /// rule reports.
    pub fn topic(
        &self,
        scope: &Scope,
        edition: &EditionSite,
        topic: &Topic,
        faults: &mut Vec<Diagnostic>,
    ) -> TopicView {
        let locale = &edition.edition.locale;
        let message = format!("topic-{}", topic.id);
        let title = match self.tongue(locale).catalog.contains(&message) {
            true => self.say(
                Speech::plain(locale, Some(&edition.edition.audience)),
                &message,
                faults,
            ),
            false => topic.id.clone(),
        };
        TopicView {
            id: topic.id.clone(),
            title,
            url: self.address(scope, &topic.route),
            count: topic.pages.len(),
        }
    }

    /// A page's title; the campaign's for a home page that nobody wrote.
    fn title_of(
        &self,
        edition: &EditionSite,
        is_home: bool,
        title: &str,
        faults: &mut Vec<Diagnostic>,
    ) -> String {
        if is_home && title.is_empty() {
            return self.site_title(
                &edition.edition.locale,
                Some(self.audience(edition)),
                faults,
            );
        }
        title.to_owned()
    }
}
