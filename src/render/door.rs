//! Doors: the page that offers an audience's languages, and the one at the root of the site that
//! helps a reader choose. They work without a script, each language in its own words.

use crate::diagnostic::Diagnostic;
use crate::model::audience::{Audience, AudienceId};
use crate::model::link::path_of;
use crate::model::locale::LocaleTag;
use crate::model::page::PageKey;
use crate::model::policy::{Delivery, content_security_policy};
use crate::model::route::Route;
use crate::model::site::EditionSite;
use crate::render::current::Scope;
use crate::render::stage::{Speech, Stage};
use crate::render::view::{AlternateView, DoorView, EditionView, HeadView, SiteView, View};

/// A door that is being put together.
pub struct Door<'a> {
    /// The stage.
    pub stage: &'a Stage,
    /// The file.
    pub scope: Scope,
    /// The audience behind it; none at a front door.
    pub audience: Option<&'a Audience>,
    /// What is wrong so far.
    pub faults: Vec<Diagnostic>,
}

impl<'a> Door<'a> {
    /// The door of an audience.
    pub fn of_audience(stage: &'a Stage, audience: usize, route: &Route) -> Self {
        let own = &stage.campaign.settings.audiences[audience];
        let locale = own
            .locales
            .first()
            .unwrap_or(&stage.campaign.settings.source_locale)
            .clone();
        Self {
            stage,
            scope: scope(audience, own, locale, route),
            audience: Some(own),
            faults: Vec::new(),
        }
    }

    /// The front door of a site without an audience at its root. Its looks are those of the first
    /// audience that is not discreet.
    pub fn front(stage: &'a Stage, route: &Route) -> Self {
        let audiences = &stage.campaign.settings.audiences;
        let first = audiences
            .iter()
            .position(|audience| !audience.discreet)
            .unwrap_or(0);
        let locale = stage.campaign.settings.source_locale.clone();
        let mut scope = scope(first, &audiences[first], locale, route);
        scope.audience_id = None;
        // At any other address it stands in for what a server did not find, at any depth.
        if route.as_str() != "index.html" {
            let slug = Route::new([audiences[first].slug.as_str()]);
            let base = path_of(&stage.campaign.settings.base_url);
            scope.base = Some(format!("{base}/{slug}"));
        }
        Self {
            stage,
            scope,
            audience: None,
            faults: Vec::new(),
        }
    }

    /// All that its template may see.
    pub fn view(&mut self) -> View {
        let locale = self.scope.locale.clone();
        let doors = self.doors();
        let title = self
            .stage
            .site_title(&locale, self.audience, &mut self.faults);
        View {
            kind: "chooser",
            edition: self.edition_view(&locale),
            site: SiteView {
                title: title.clone(),
                description: String::new(),
                home: "index.html".to_owned(),
                extra: self.stage.campaign.settings.extra.clone(),
            },
            menus: [
                ("main".to_owned(), Vec::new()),
                ("footer".to_owned(), Vec::new()),
            ]
            .into(),
            head: self.head(title, &doors),
            doors,
            ..View::default()
        }
    }

    fn edition_view(&self, locale: &LocaleTag) -> EditionView {
        let edition = self.edition_in(locale);
        let exit = edition.and_then(|edition| self.stage.exit_of(&self.scope, edition));
        let locale = self.stage.locale(locale);
        EditionView {
            name: String::new(),
            locale: locale.tag.to_string(),
            dir: locale.direction.as_str(),
            locale_name: locale.name.clone(),
            audience: self
                .audience
                .map_or_else(String::new, |audience| audience.id.to_string()),
            audience_name: String::new(),
            discreet: self.audience.is_some_and(|audience| audience.discreet),
            exit,
        }
    }

    /// The edition behind this door in a language.
    fn edition_in(&self, locale: &LocaleTag) -> Option<&'a EditionSite> {
        let audience = self.audience?;
        let mut editions = self.stage.site.editions.iter();
        editions
            .find(|other| other.edition.audience == audience.id && other.edition.locale == *locale)
    }

    fn head(&self, title: String, doors: &[DoorView]) -> HeadView {
        let settings = &self.stage.campaign.settings;
        let base = self
            .audience
            .map_or(&settings.base_url, |audience| &audience.base_url);
        HeadView {
            title,
            description: doors
                .first()
                .map(|door| door.description.clone())
                .unwrap_or_default(),
            canonical: Some(format!("{base}/")),
            robots: self
                .audience
                .is_some_and(|audience| !audience.indexed)
                .then_some("noindex"),
            alternates: Vec::<AlternateView>::new(),
            feeds: Vec::new(),
            open_graph: Vec::new(),
            linked_data: None,
            csp: content_security_policy(Delivery::Meta),
            tokens_css: self.stage.tokens_css(&self.scope),
        }
    }

    fn doors(&mut self) -> Vec<DoorView> {
        let settings = &self.stage.campaign.settings;
        let locales: Vec<LocaleTag> = match self.audience {
            Some(audience) => audience.locales.clone(),
            None => settings
                .locales
                .iter()
                .map(|locale| locale.tag.clone())
                .collect(),
        };
        // At the root of the site an audience's door is the front door too, for those it links to.
        let others: Vec<AudienceId> = match self.audience {
            Some(audience) if audience.slug.is_empty() => audience.links_to.clone(),
            Some(_) => Vec::new(),
            None => settings
                .audiences
                .iter()
                .map(|audience| audience.id.clone())
                .collect(),
        };
        locales.iter().map(|tag| self.door(tag, &others)).collect()
    }

    fn door(&mut self, tag: &LocaleTag, others: &[AudienceId]) -> DoorView {
        let locale = self.stage.locale(tag);
        let description = "campaign-description";
        let home = self.edition_in(tag);
        let is_discreet = self.audience.is_some_and(|audience| audience.discreet);
        DoorView {
            locale: tag.to_string(),
            dir: locale.direction.as_str(),
            name: locale.name.clone(),
            title: self.stage.site_title(tag, self.audience, &mut self.faults),
            description: match self.stage.tongue(tag).catalog.contains(description) && !is_discreet
            {
                true => {
                    let speech = Speech::plain(tag, self.audience.map(|audience| &audience.id));
                    self.stage.say(speech, description, &mut self.faults)
                }
                false => String::new(),
            },
            url: home.map(|edition| self.stage.address(&self.scope, &edition.pages[0].route)),
            safety_url: home
                .and_then(|edition| self.stage.exit_of(&self.scope, edition))
                .and_then(|exit| exit.safety_url),
            audiences: self
                .stage
                .audience_choices(&self.scope, tag, others, &mut self.faults),
        }
    }
}

fn scope(index: usize, audience: &Audience, locale: LocaleTag, route: &Route) -> Scope {
    Scope {
        edition: None,
        audience: index,
        audience_id: Some(audience.id.clone()),
        locale,
        route: route.clone(),
        page: None,
        from: PageKey::new(""),
        base: None,
        place: None,
    }
}
