//! The pipeline: Snapshot → Campaign → Site, and from there any file.
//!
//! `build`, `check` and `serve` are this with another end. It is pure: the same snapshot and
//! options give the same bytes and the same diagnostics, on any machine, in any order, with any
//! number of threads.

mod audit;
mod survey;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use survey::{Look, Survey};

use crate::bundle;
use crate::cache::{Cache, Forgetful};
use crate::check;
use crate::check::output::{Inspector, Loaded, Subject};
use crate::diagnostic::{Diagnosed, Diagnostic, Step, take_all};
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::route::Route;
use crate::model::site::{Asset, EditionPage, Site};
use crate::parse::shelf::Shelf;
use crate::parse::{self, Bundle, Parsed, pseudo};
use crate::plan;
use crate::render::file::File;
use crate::render::messages::BUILT_IN;
use crate::render::{self, Renderer};
use crate::source::{Digest, Snapshot, SourcePath};

/// What is asked of the pipeline besides the snapshot.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day it works for: what is published, what has expired, which facts are too old.
    pub today: Date,
    /// Whether drafts are part of it.
    pub drafts: bool,
    /// The address to publish under instead of the campaign's.
    pub base_url: Option<String>,
}

/// A campaign that is ready to be rendered, file by file.
pub struct Compiled {
    /// What it was made from.
    pub snapshot: Snapshot,
    /// Everything the snapshot means.
    pub campaign: Arc<Campaign>,
    /// What will be there.
    pub site: Arc<Site>,
    /// The day it was compiled for.
    pub today: Date,
    /// The digest of what was asked of the pipeline.
    asked: Digest,
    shelves: Vec<Arc<Shelf>>,
    renderer: Renderer,
    inspector: Inspector,
    cache: Arc<dyn Cache>,
}

/// Compiles a snapshot that nothing is known of yet: see [`compile_again`].
pub fn compile(snapshot: &Snapshot, options: &Options) -> Diagnosed<Option<Compiled>> {
    compile_again(snapshot, options, &Memo::default())
}

/// Compiles a snapshot. None when campaign.toml is not usable; otherwise everything that is wrong
/// with the sources is told at once. What `memo` remembers from an earlier snapshot is not worked
/// out again, which changes nothing but the time it takes; what this snapshot did not use is
/// dropped from it.
pub fn compile_again(
    snapshot: &Snapshot,
    options: &Options,
    memo: &Memo,
) -> Diagnosed<Option<Compiled>> {
    let mut made = prepare(snapshot, options, memo);
    if let Some(compiled) = &made.value {
        made.diagnostics.extend(compiled.check(memo));
        memo.turn();
    }
    made
}

/// The part of [`compile_again`] without the rules over the whole campaign, which
/// [`Compiled::check`] goes through. It drops nothing from `memo`.
pub fn prepare(snapshot: &Snapshot, options: &Options, memo: &Memo) -> Diagnosed<Option<Compiled>> {
    let mut made = prepare_unread(snapshot, options, memo);
    if let Some(compiled) = &made.value {
        let found = take_all(compiled.steps_inside(memo));
        made.diagnostics.extend(compiled.with_levels(found));
    }
    made
}

/// What [`prepare`] makes, before a body is read: each is when somebody first asks for it. What is
/// wrong inside pages is not told, but by [`Compiled::steps_inside`]; everything else is as it will
/// be.
pub fn prepare_unread(
    snapshot: &Snapshot,
    options: &Options,
    memo: &Memo,
) -> Diagnosed<Option<Compiled>> {
    let mut faults = Vec::new();
    match parse(snapshot, options, memo).split_into(&mut faults) {
        Some(parsed) => ready(parsed, snapshot, options, memo, faults),
        None => Diagnosed::new(None, faults),
    }
}

/// Compiles a snapshot as if it were translated into the pseudo-locale: see [`pseudo`]. The rules
/// over the whole campaign are not gone through, since its words are none.
pub fn compile_pseudo(snapshot: &Snapshot, options: &Options) -> Diagnosed<Option<Compiled>> {
    let memo = Memo::default();
    let mut faults = Vec::new();
    let Some(Parsed { campaign, shelves }) =
        parse(snapshot, options, &memo).split_into(&mut faults)
    else {
        return Diagnosed::new(None, faults);
    };
    let steps = parse::steps_inside(&campaign, &shelves, snapshot, &memo);
    faults.extend(take_all(steps));
    let campaign = pseudo::of(campaign);
    ready(
        Parsed { campaign, shelves },
        snapshot,
        options,
        &memo,
        faults,
    )
}

fn parse(snapshot: &Snapshot, options: &Options, memo: &Memo) -> Diagnosed<Option<Parsed>> {
    let themes = bundle::themes();
    let bundle = Bundle {
        themes: &themes,
        messages: BUILT_IN,
    };
    parse::parse(snapshot, bundle, options.base_url.as_deref(), memo)
}

/// The part of [`prepare_unread`] after a campaign was parsed. `faults` are those that were found so
/// far.
fn ready(
    parsed: Parsed,
    snapshot: &Snapshot,
    options: &Options,
    memo: &Memo,
    mut faults: Vec<Diagnostic>,
) -> Diagnosed<Option<Compiled>> {
    let plan_options = plan::Options {
        today: options.today,
        drafts: options.drafts,
    };
    let Parsed { campaign, shelves } = parsed;
    let planned = plan::plan(&campaign, plan_options, memo);
    faults.extend(planned.diagnostics.iter().cloned());
    let (campaign, site) = (Arc::new(campaign), Arc::clone(&planned.value));
    let renderer = Renderer::new(
        Arc::clone(&campaign),
        Arc::clone(&site),
        options.today,
        memo,
    )
    .split_into(&mut faults);
    let inspector = Inspector::new(&campaign);
    let faults = with_levels(faults, &campaign, &site);
    Diagnosed::new(
        Some(Compiled {
            snapshot: snapshot.clone(),
            campaign,
            site,
            today: options.today,
            asked: Digest::of(format!("{options:?}").as_bytes()),
            shelves,
            renderer,
            inspector,
            cache: Arc::new(Forgetful),
        }),
        faults,
    )
}

impl Compiled {
    /// Keeps what takes long to make in `cache`, which changes nothing but the time it takes.
    #[must_use]
    pub fn with_cache(mut self, cache: Arc<dyn Cache>) -> Self {
        self.cache = cache;
        self
    }

    /// What the rules over the whole campaign find.
    pub fn check(&self, memo: &Memo) -> Vec<Diagnostic> {
        let faults = check::check(&self.campaign, &self.site, self.today, memo);
        self.with_levels(faults)
    }

    /// The files whose text as a whole is in another language than they say, where the campaign has
    /// not turned that rule off.
    pub fn in_another_language(&self) -> BTreeSet<SourcePath> {
        let faults = self.with_levels(check::foreign(&self.campaign));
        let places = faults.into_iter().filter_map(|fault| fault.place);
        places.map(|place| place.path).collect()
    }

    /// The file at `route` and what is wrong with it; none when the site has no such file.
    pub fn render(&self, route: &Route) -> Option<Diagnosed<File>> {
        let file = self.renderer.render(route, &*self.cache)?;
        Some(Diagnosed::new(
            file.value,
            self.with_levels(file.diagnostics),
        ))
    }

    /// What is wrong inside its texts, in steps. They read what nobody has read yet, and what they
    /// find has the severities of the rules still.
    pub fn steps_inside<'a>(&'a self, memo: &'a Memo) -> Vec<Step<'a>> {
        parse::steps_inside(&self.campaign, &self.shelves, &self.snapshot, memo)
    }

    /// What is wrong inside the text of one page, which is read for this.
    pub fn look_inside(&self, page: &EditionPage) -> Vec<Diagnostic> {
        let text = self.campaign.translation(page);
        let look = |text| parse::look_inside(text, &self.campaign, &self.snapshot);
        self.with_levels(text.map_or_else(Vec::new, look))
    }

    /// Gives each diagnostic the severity that it has for those who meet it.
    pub fn with_levels(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        with_levels(diagnostics, &self.campaign, &self.site)
    }

    /// What is wrong with a rendered file that only its bytes can tell.
    pub fn inspect(&self, route: &Route, file: &File) -> Vec<Diagnostic> {
        let Some(subject) = Subject::new(&self.campaign, &self.site, route) else {
            return Vec::new();
        };
        let load = |route: &Route| self.load(route);
        let faults = self.inspector.inspect(subject, &file.bytes, &load);
        self.with_levels(faults)
    }

    /// The file of an asset that some page refers to, or referred to before it broke.
    pub fn make(&self, asset: &Asset) -> Diagnosed<File> {
        render::making::file(asset, &*self.cache)
    }

    /// A file that a page shows.
    fn load(&self, route: &Route) -> Option<Loaded> {
        let file = self.renderer.render(route, &*self.cache)?.value;
        Some(Loaded {
            bytes: file.bytes,
            references: file.references.into_iter().collect(),
        })
    }
}

/// Gives each diagnostic the severity that it has for those who meet it.
fn with_levels(diagnostics: Vec<Diagnostic>, campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    let diagnostics = diagnostics.into_iter();
    diagnostics
        .filter_map(|fault| check::levels::levelled(fault, campaign, site))
        .collect()
}
