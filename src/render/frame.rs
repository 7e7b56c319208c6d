//! The frame: what every file of an edition shows around its own matter.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::model::audience::Audience;
use crate::model::locale::LocaleTag;
use crate::model::page::PageKey;
use crate::model::policy::{Delivery, content_security_policy};
use crate::model::route::Route;
use crate::model::site::EditionSite;
use crate::render::current::Scope;
use crate::render::stage::{Speech, Stage};
use crate::render::view::{
    AudienceView, EditionView, FeedView, HeadView, LanguageView, MenuView, SiteView, View,
};

/// A file of an edition that is being put together.
pub struct Frame<'a> {
    /// The stage.
    pub stage: &'a Stage,
    /// The edition.
    pub edition: &'a EditionSite,
    /// The file.
    pub scope: Scope,
    /// What is wrong so far.
    pub faults: Vec<Diagnostic>,
}

/// The same file in another language.
pub struct Counterpart {
    /// Where it is.
    pub route: Route,
    /// Whether it is in that language there: an original may stand in for its translation.
    pub is_translated: bool,
}

impl<'a> Frame<'a> {
    /// A frame for a file of the edition at `index`. `page` is the page it shows, if it shows one.
    pub fn new(stage: &'a Stage, index: usize, route: &Route, page: Option<usize>) -> Self {
        let edition = &stage.site.editions[index];
        let scope = Scope {
            edition: Some(index),
            audience: edition.audience,
            audience_id: Some(edition.edition.audience.clone()),
            locale: edition.edition.locale.clone(),
            route: route.clone(),
            page,
            from: page.map_or_else(|| PageKey::new(""), |page| edition.pages[page].key.clone()),
            base: None,
            place: None,
        };
        Self {
            stage,
            edition,
            scope,
            faults: Vec::new(),
        }
    }

    /// The same frame for a page that a server shows at any depth.
    #[must_use]
    pub fn at_any_depth(mut self) -> Self {
        self.scope.base = Some(self.stage.base_of(self.audience()));
        self
    }

    /// The audience of the edition.
    pub fn audience(&self) -> &'a Audience {
        self.stage.audience(self.edition)
    }

    /// The language of the edition.
    pub fn locale(&self) -> &'a LocaleTag {
        &self.edition.edition.locale
    }

    /// A message for this edition.
    pub fn say(&mut self, id: &str) -> String {
        let speech = Speech::plain(self.locale(), Some(&self.edition.edition.audience));
        self.stage.say(speech, id, &mut self.faults)
    }

    /// A view with everything around the matter; `page` is the page that menus mark.
    pub fn view(&mut self, kind: &'static str, page: Option<usize>) -> View {
        View {
            kind,
            edition: self.edition_view(),
            site: self.site_view(),
            menus: self.menus(page),
            languages: self.languages(|other| {
                let page = other.page(&self.edition.pages[page?].key)?;
                Some(Counterpart {
                    route: page.route.clone(),
                    is_translated: page.written_in == other.edition.locale,
                })
            }),
            audiences: self.audiences(),
            head: HeadView {
                csp: content_security_policy(Delivery::Meta),
                tokens_css: self.stage.tokens_css(&self.scope),
                feeds: self.feeds(),
                ..HeadView::default()
            },
            ..View::default()
        }
    }

    /// What the tab shows of a page of this title.
    pub fn tab_title(&mut self, title: &str) -> String {
        let site = self.site_title();
        if title.is_empty() || title == site {
            site
        } else {
            format!("{title} · {site}")
        }
    }

    fn site_title(&mut self) -> String {
        self.stage
            .site_title(self.locale(), Some(self.audience()), &mut self.faults)
    }

    fn edition_view(&mut self) -> EditionView {
        let locale = self.stage.locale(self.locale());
        let name = format!("audience-{}", self.edition.edition.audience);
        EditionView {
            name: self.edition.edition.to_string(),
            locale: locale.tag.to_string(),
            dir: locale.direction.as_str(),
            locale_name: locale.name.clone(),
            audience: self.edition.edition.audience.to_string(),
            audience_name: self.optional(&name),
            discreet: self.audience().discreet,
            exit: self.exit(),
        }
    }

    /// A message that a campaign need not have.
    fn optional(&mut self, id: &str) -> String {
        if self.stage.tongue(self.locale()).catalog.contains(id) {
            self.say(id)
        } else {
            String::new()
        }
    }

    fn site_view(&mut self) -> SiteView {
        SiteView {
            title: self.site_title(),
            description: self.optional("campaign-description"),
            home: self
                .stage
                .address(&self.scope, &self.edition.pages[0].route),
            extra: self.stage.campaign.settings.extra.clone(),
        }
    }

    fn menus(&self, page: Option<usize>) -> BTreeMap<String, Vec<MenuView>> {
        let above = page.map(|page| self.above(page)).unwrap_or_default();
        let mut menus: BTreeMap<String, Vec<MenuView>> = ["main", "footer"]
            .into_iter()
            .map(|name| (name.to_owned(), Vec::new()))
            .collect();
        for (name, items) in &self.edition.menus {
            let items = items.iter().map(|item| MenuView {
                title: item.label.clone(),
                url: self
                    .stage
                    .address(&self.scope, &self.edition.pages[item.page].route),
                current: page == Some(item.page),
                within: above.contains(&item.page),
            });
            menus.insert(name.clone(), items.collect());
        }
        menus
    }

    /// The pages above a page, from the home page down.
    pub fn above(&self, page: usize) -> Vec<usize> {
        let mut above = Vec::new();
        let mut next = self.edition.pages[page].parent;
        while let Some(parent) = next {
            above.push(parent);
            next = self.edition.pages[parent].parent;
        }
        above.reverse();
        above
    }

    /// This file in each language of its audience, where `counterpart_in` finds it; else the first
    /// page, marked as not being it.
    pub fn languages(
        &self,
        counterpart_in: impl Fn(&'a EditionSite) -> Option<Counterpart>,
    ) -> Vec<LanguageView> {
        let siblings = self
            .stage
            .site
            .editions
            .iter()
            .filter(|other| other.audience == self.edition.audience);
        siblings
            .map(|other| {
                let locale = self.stage.locale(&other.edition.locale);
                let shown = counterpart_in(other).unwrap_or_else(|| Counterpart {
                    route: other.pages[0].route.clone(),
                    is_translated: false,
                });
                LanguageView {
                    locale: locale.tag.to_string(),
                    name: locale.name.clone(),
                    dir: locale.direction.as_str(),
                    url: self.stage.address(&self.scope, &shown.route),
                    current: other.edition == self.edition.edition,
                    translated: shown.is_translated,
                }
            })
            .collect()
    }

    fn audiences(&mut self) -> Vec<AudienceView> {
        let wanted = &self.audience().links_to;
        self.stage
            .audience_choices(&self.scope, self.locale(), wanted, &mut self.faults)
    }

    fn feeds(&mut self) -> Vec<FeedView> {
        if !self.edition.has_feeds {
            return Vec::new();
        }
        let title = self.site_title();
        [
            ("application/atom+xml", "feed.xml"),
            ("application/feed+json", "feed.json"),
        ]
        .map(|(media_type, file)| FeedView {
            media_type,
            title: title.clone(),
            url: self
                .stage
                .address(&self.scope, &Route::new([self.edition.root.as_str(), file])),
        })
        .into()
    }
}

impl Stage {
    /// The audiences of `wanted` that are published in `locale`, as a reader chooses among them.
    pub fn audience_choices(
        &self,
        scope: &Scope,
        locale: &LocaleTag,
        wanted: &[crate::model::audience::AudienceId],
        faults: &mut Vec<Diagnostic>,
    ) -> Vec<AudienceView> {
        let catalog = &self.tongue(locale).catalog;
        let mut choices = Vec::new();
        for id in wanted {
            let edition = self
                .site
                .editions
                .iter()
                .find(|other| other.edition.audience == *id && other.edition.locale == *locale);
            let Some(edition) = edition else { continue };
            let speech = Speech::plain(locale, Some(id));
            let message = format!("audience-{id}");
            let description = format!("{message}.description");
            choices.push(AudienceView {
                id: id.to_string(),
                name: self.say(speech, &message, faults),
                description: match catalog.contains(&description) {
                    true => self.say(speech, &description, faults),
                    false => String::new(),
                },
                url: self.address_of_edition(scope, edition),
            });
        }
        choices
    }
}
