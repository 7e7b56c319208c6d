//! Recipe → File.
//!
//! A [`Renderer`] holds what all files share: the stage and the theme's templates. From there each
//! file is rendered on its own, in any order and on any thread, to the same bytes.

use std::sync::Arc;

use crate::cache::Cache;
use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::route::Route;
use crate::model::settings;
use crate::model::site::{Recipe, Site};
use crate::render::current::{Findings, Scope};
use crate::render::door::Door;
use crate::render::file::File;
use crate::render::frame::Frame;
use crate::render::stage::Stage;
use crate::render::templates::{Context, Templates, Value};
use crate::render::view::{Link, View};
use crate::rules;
use crate::source::{Digest, SourcePath, Span};

mod address;
mod body;
pub mod claim;
mod current;
mod directory;
mod door;
pub mod escape;
mod exit;
mod feeds;
pub mod file;
pub mod formats;
mod frame;
pub mod hosts;
pub mod hotline;
mod linked_data;
mod listing;
pub mod making;
pub mod markdown;
pub mod messages;
mod page;
mod picture;
mod sitemap;
mod stage;
mod staleness;
mod templates;
mod topics;
mod view;
pub(crate) mod xml;

/// Renders the files of one site.
pub struct Renderer {
    stage: Arc<Stage>,
    templates: Arc<Diagnosed<Templates>>,
}

impl Renderer {
    /// Sets up what all files share, and says what is wrong with the theme.
    pub fn new(
        campaign: Arc<Campaign>,
        site: Arc<Site>,
        today: Date,
        memo: &Memo,
    ) -> Diagnosed<Self> {
        let stage = Arc::new(Stage::new(campaign, site, today, memo));
        let theme = &stage.campaign.theme;
        let inputs = Digest::of_all(theme.templates.iter().flat_map(|template| {
            let source = &template.source;
            [source.path.as_str().as_bytes(), source.digest.as_bytes()]
        }));
        let templates = memo.recall("templates", inputs, || Templates::new(theme));
        let faults = templates.diagnostics.clone();
        Diagnosed::new(Self { stage, templates }, faults)
    }

    fn templates(&self) -> &Templates {
        &self.templates.value
    }

    /// The file at `route`; none when the site has no such file. What takes long to make is looked
    /// for in `cache`.
    pub fn render(&self, route: &Route, cache: &dyn Cache) -> Option<Diagnosed<File>> {
        if let Some(asset) = self.stage.site.offered.get(route) {
            return Some(making::file(asset, cache));
        }
        let entry = self.stage.site.entries.get(route)?;
        let file = current::on_stage(&self.stage, || self.file(&entry.recipe, route));
        Some(file)
    }

    fn file(&self, recipe: &Recipe, route: &Route) -> Diagnosed<File> {
        let stage = &*self.stage;
        match recipe {
            Recipe::Page {
                edition,
                page,
                number,
            } => self.page(*edition, *page, *number, route),
            Recipe::Topic {
                edition,
                topic,
                number,
            } => {
                let mut frame = Frame::new(stage, *edition, route, None);
                let view = topics::topic(&mut frame, *topic, *number);
                self.framed(frame, &["topic", "section", "page"], &view)
            }
            Recipe::Topics { edition } => {
                let mut frame = Frame::new(stage, *edition, route, None);
                let view = topics::topics(&mut frame);
                self.framed(frame, &["topics", "section", "page"], &view)
            }
            Recipe::NotFound { edition } => {
                let mut frame = Frame::new(stage, *edition, route, None).at_any_depth();
                let mut view = frame.view("not-found", None);
                let title = frame.say("not-found-title");
                view.head.title = frame.tab_title(&title);
                view.head.robots = Some("noindex");
                self.framed(frame, &["not-found"], &view)
            }
            Recipe::Redirect { edition, page } => {
                let mut frame = Frame::new(stage, *edition, route, None);
                let view = redirect(&mut frame, *page);
                self.framed(frame, &["redirect"], &view)
            }
            Recipe::Chooser { audience } => self.door(Door::of_audience(stage, *audience, route)),
            Recipe::FrontDoor => self.door(Door::front(stage, route)),
            Recipe::Atom { edition } => {
                plain(Frame::new(stage, *edition, route, None), feeds::atom)
            }
            Recipe::JsonFeed { edition } => {
                plain(Frame::new(stage, *edition, route, None), feeds::json_feed)
            }
            Recipe::Directory { edition } => {
                directory::file(&mut Frame::new(stage, *edition, route, None))
            }
            Recipe::Sitemap { audience } => {
                Diagnosed::clean(bytes(sitemap::sitemap(stage, *audience)))
            }
            Recipe::Robots { audience } => {
                Diagnosed::clean(bytes(sitemap::robots(stage, *audience)))
            }
            Recipe::Host { file, folder } => {
                let text = hosts::published(&stage.campaign, &stage.site, *folder, *file);
                Diagnosed::clean(bytes(text.into_bytes()))
            }
        }
    }

    fn page(&self, edition: usize, page: usize, number: usize, route: &Route) -> Diagnosed<File> {
        let mut frame = Frame::new(&self.stage, edition, route, Some(page));
        let planned = &frame.edition.pages[page];
        frame.scope.place = planned.source.as_ref().map(Place::start_of);
        let names: &[&str] = match (&planned.front.template, page::kind_of(planned)) {
            (Some(chosen), _) => &[chosen.as_str()],
            (None, "home") => &["home", "section", "page"],
            (None, "section") => &["section", "page"],
            (None, _) => &["page"],
        };
        let (context, findings) = page::context(&mut frame, self.templates(), page, number);
        self.finish(frame.scope, frame.faults, names, &context, findings)
    }

    fn door(&self, mut door: Door<'_>) -> Diagnosed<File> {
        let view = door.view();
        self.finish(
            door.scope,
            door.faults,
            &["chooser"],
            &without_page(&view),
            Findings::default(),
        )
    }

    fn framed(&self, frame: Frame<'_>, names: &[&str], view: &View) -> Diagnosed<File> {
        self.finish(
            frame.scope,
            frame.faults,
            names,
            &without_page(view),
            Findings::default(),
        )
    }

    /// Renders the first of these templates that the theme has, and gathers what is wrong.
    fn finish(
        &self,
        scope: Scope,
        faults: Vec<Diagnostic>,
        names: &[&str],
        context: &Context,
        mut findings: Findings,
    ) -> Diagnosed<File> {
        let settings = &self.stage.campaign.settings;
        let of_settings = |span| Place::new(&SourcePath::new(settings::PATH), span);
        // What a frame says is said on every page alike, and told once.
        let frame = of_settings(Span::default());
        findings
            .faults
            .extend(faults.into_iter().map(|fault| match fault.place {
                Some(_) => fault,
                None => fault.at(frame.clone()),
            }));
        let Some(name) = self.templates().first_of(names.iter().copied()) else {
            let name = names.last().copied().unwrap_or_default();
            // A theme that is not there has been reported, and lacks every template.
            let is_there = !self.stage.campaign.theme.name.is_empty();
            let is_told = findings
                .faults
                .iter()
                .any(|fault| fault.rule == &rules::MISSING_TEMPLATE);
            findings.faults.extend((is_there && !is_told).then(|| {
                Diagnostic::new(&rules::MISSING_TEMPLATE)
                    .at(of_settings(settings.theme_span))
                    .with("name", name)
            }));
            return findings.diagnosed(File::default());
        };
        let place = scope.place.clone().unwrap_or(frame);
        let locale = scope.locale.clone();
        // A template is told its address without asking for it.
        let own_colors = self.stage.own_colors(scope.audience);
        findings.references.extend(own_colors.cloned());
        let (result, found) = current::with(scope, || self.templates().render(name, context));
        findings.absorb(found);
        let complaints = std::mem::take(&mut findings.complaints);
        findings
            .faults
            .extend(self.templates().locate(complaints, Some(&place)));
        let bytes = result.unwrap_or_else(|faults| {
            findings.faults.extend(faults);
            Vec::new()
        });
        let mut references = std::mem::take(&mut findings.references);
        // What is always there needs nobody who refers to it.
        references.retain(|route| self.stage.site.offered.contains_key(route));
        let facts = std::mem::take(&mut findings.facts);
        findings
            .faults
            .extend(self.stage.unmarked(&facts, &locale, &bytes, &place));
        findings.diagnosed(File {
            bytes,
            references,
            facts,
        })
    }
}

fn without_page(view: &View) -> Context {
    let mut context = Context::new();
    page::insert_view(&mut context, view);
    context.insert_value("page", Value::none());
    context
}

fn redirect(frame: &mut Frame<'_>, page: usize) -> View {
    let mut view = frame.view("redirect", None);
    let link: Link = frame
        .stage
        .link_to(&frame.scope, frame.edition, page, &mut frame.faults);
    view.head.title = frame.tab_title(&link.title);
    view.head.canonical = Some(
        frame
            .stage
            .permalink(frame.audience(), &frame.edition.pages[page].route),
    );
    view.head.robots = Some("noindex");
    view.redirect = Some(link);
    view
}

fn plain(mut frame: Frame<'_>, write: impl FnOnce(&mut Frame<'_>) -> Vec<u8>) -> Diagnosed<File> {
    let file = bytes(write(&mut frame));
    Diagnosed::new(file, frame.faults)
}

fn bytes(bytes: Vec<u8>) -> File {
    File {
        bytes,
        ..File::default()
    }
}
