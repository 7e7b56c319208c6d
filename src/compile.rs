//! The pipeline: Snapshot → Campaign → Site, and from there any file.
//!
//! `build`, `check` and `serve` are this with another end. It is pure: the same snapshot and
//! options give the same bytes and the same diagnostics, on any machine, in any order, with any
//! number of threads.

use std::sync::Arc;

use crate::bundle;
use crate::check;
use crate::diagnostic::{Diagnosed, Diagnostic, Leeway};
use crate::model::campaign::Campaign;
use crate::model::date::Date;
use crate::model::route::Route;
use crate::model::settings::Settings;
use crate::model::site::Site;
use crate::parse::{self, Bundle};
use crate::plan;
use crate::render::Renderer;
use crate::render::file::File;
use crate::render::messages::BUILT_IN;
use crate::source::Snapshot;

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
    /// Everything the snapshot means.
    pub campaign: Arc<Campaign>,
    /// What will be there.
    pub site: Arc<Site>,
    renderer: Renderer,
}

/// Compiles a snapshot. None when campaign.toml is not usable; otherwise everything that is wrong
/// with the sources is told at once.
pub fn compile(snapshot: &Snapshot, options: &Options) -> Diagnosed<Option<Compiled>> {
    let mut faults = Vec::new();
    let themes = bundle::themes();
    let bundle = Bundle {
        themes: &themes,
        messages: BUILT_IN,
    };
    let parsed = parse::parse(snapshot, bundle, options.base_url.as_deref());
    let Some(campaign) = parsed.split_into(&mut faults) else {
        return Diagnosed::new(None, faults);
    };
    let plan_options = plan::Options {
        today: options.today,
        drafts: options.drafts,
    };
    let site = plan::plan(&campaign, plan_options).split_into(&mut faults);
    faults.extend(check::check(&campaign, &site, options.today));
    let (campaign, site) = (Arc::new(campaign), Arc::new(site));
    let renderer = Renderer::new(Arc::clone(&campaign), Arc::clone(&site), options.today)
        .split_into(&mut faults);
    let faults = with_levels(faults, &campaign.settings);
    Diagnosed::new(
        Some(Compiled {
            campaign,
            site,
            renderer,
        }),
        faults,
    )
}

impl Compiled {
    /// The file at `route` and what is wrong with it; none when the site has no such file.
    pub fn render(&self, route: &Route) -> Option<Diagnosed<File>> {
        let file = self.renderer.render(route)?;
        Some(Diagnosed::new(
            file.value,
            self.with_levels(file.diagnostics),
        ))
    }

    /// Gives each diagnostic the severity that the campaign chose for its rule.
    pub fn with_levels(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        with_levels(diagnostics, &self.campaign.settings)
    }
}

/// Gives each diagnostic the severity that the campaign chose for its rule.
fn with_levels(diagnostics: Vec<Diagnostic>, settings: &Settings) -> Vec<Diagnostic> {
    diagnostics
        .into_iter()
        .filter_map(
            |mut diagnostic| match settings.rules.get(diagnostic.rule.id) {
                Some(level) if diagnostic.rule.leeway == Leeway::Adjustable => {
                    diagnostic.severity = (*level)?;
                    Some(diagnostic)
                }
                _ => Some(diagnostic),
            },
        )
        .collect()
}
