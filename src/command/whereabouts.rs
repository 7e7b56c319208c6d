//! `campaign where FACT`: every place that carries a line to call or a figure.
//!
//! What shows a fact is found by rendering: a template that puts it on every page counts as much as
//! a directive.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Mutex;

use crate::command::output::render_all;
use crate::command::selection::Selection;
use crate::command::{Failure, Manner, Project, Request, Status};
use crate::compile::Compiled;
use crate::diagnostic::{Place, closest};
use crate::model::fact::Fact;
use crate::model::route::Route;
use crate::model::settings;
use crate::model::site::{Recipe, Scope};
use crate::source::{SourcePath, Span};
use crate::world::report::{Artifact, Showing, Stream, Whereabouts, whereabouts};

/// Tells where a fact is.
///
/// # Errors
/// When no register has it, the command makes no sense, or the machine would not.
pub fn run(request: &Request, name: &str, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open(request)?;
    let Some(compiled) = &project.compiled else {
        return Ok(project.report(manner));
    };
    let fact = fact(compiled, name)?;
    let selection = Selection::new(&compiled.site, &request.editions)?;
    let found = Whereabouts {
        typed: typed(compiled, &fact),
        showings: showings(compiled, &fact, &selection),
        artifacts: artifacts(compiled, &fact, &selection),
        fact,
    };
    let text = whereabouts(&found, manner.format, &project.snapshot, &manner.voice);
    match Stream::Output.write(&text) {
        Ok(()) => Ok(Status::Done),
        Err(error) => {
            let arguments = [("path", "-".to_owned()), ("reason", error.to_string())];
            Err(Failure::machine("cannot-write", arguments))
        }
    }
}

/// The fact of this name.
fn fact(compiled: &Compiled, name: &str) -> Result<Fact, Failure> {
    let campaign = &compiled.campaign;
    if let Ok(fact) = name.parse::<Fact>()
        && campaign.knows(&fact)
    {
        return Ok(fact);
    }
    let hotlines = campaign.hotlines.keys().map(|id| Fact::Hotline(id.clone()));
    let claims = campaign.claims.keys().map(|id| Fact::Claim(id.clone()));
    let known: Vec<String> = hotlines
        .chain(claims)
        .map(|fact| fact.to_string())
        .collect();
    // Somebody who leaves the kind away means the one that has the id.
    let nearest = known
        .iter()
        .map(String::as_str)
        .find(|known| known.split_once(':').is_some_and(|(_, id)| id == name))
        .or_else(|| closest(name, known.iter().map(String::as_str)));
    Err(match nearest {
        Some(close) => Failure::usage(
            "unknown-fact-close",
            [("name", name.to_owned()), ("close", close.to_owned())],
        ),
        None => Failure::usage("unknown-fact", [("name", name.to_owned())]),
    })
}

/// Where the register has it.
fn typed(compiled: &Compiled, fact: &Fact) -> Option<Place> {
    let campaign = &compiled.campaign;
    match fact {
        Fact::Hotline(id) => campaign
            .hotlines
            .get(id)
            .map(|line| Place::new(&line.path, line.span)),
        Fact::Claim(id) => campaign
            .claims
            .get(id)
            .map(|claim| Place::new(&claim.path, claim.span)),
    }
}

/// The directives that show it, and the lists of campaign.toml that offer it.
fn showings(compiled: &Compiled, fact: &Fact, selection: &Selection) -> Vec<Showing> {
    let (campaign, site) = (&compiled.campaign, &compiled.site);
    let settings_path = SourcePath::new(settings::PATH);
    let mut showings: BTreeMap<Place, Vec<String>> = BTreeMap::new();
    let mut put = |path: &SourcePath, span: Span, edition: String| {
        let editions = showings.entry(Place::new(path, span)).or_default();
        if !editions.contains(&edition) {
            editions.push(edition);
        }
    };
    for (index, edition) in site.editions.iter().enumerate() {
        if !selection.has(index) {
            continue;
        }
        let name = edition.edition.to_string();
        let offered = &campaign.settings.audiences[edition.audience].hotlines;
        for (id, span) in offered.iter().flatten() {
            if matches!(fact, Fact::Hotline(own) if own == id) {
                put(&settings_path, *span, name.clone());
            }
        }
        for page in edition
            .pages
            .iter()
            .filter(|page| campaign.summary(edition, page).facts().contains(fact))
        {
            let Some(source) = &page.source else { continue };
            let translations = campaign.pages.get(&page.key).map(|page| &page.translations);
            let translation = translations
                .into_iter()
                .flatten()
                .find(|translation| translation.path == *source);
            let mentions = translation.map(|translation| {
                translation
                    .document()
                    .for_audience(&edition.edition.audience)
                    .mentions()
            });
            for mention in mentions.into_iter().flatten() {
                if mention.fact == *fact {
                    put(source, mention.span, name.clone());
                }
            }
        }
    }
    showings
        .into_iter()
        .map(|(place, editions)| Showing { place, editions })
        .collect()
}

/// The files of the output that carry it.
fn artifacts(compiled: &Compiled, fact: &Fact, selection: &Selection) -> Vec<Artifact> {
    let routes = selection.routes(&compiled.site);
    let found = Mutex::new(Vec::new());
    let Ok(_) = render_all(compiled, &routes, |route, file| {
        if file.facts.contains(fact) {
            found
                .lock()
                .expect("no thread panics while it holds the lock")
                .push(artifact(compiled, route));
        }
        Ok::<(), Infallible>(())
    });
    let mut artifacts = found
        .into_inner()
        .expect("no thread panics while it holds the lock");
    artifacts.sort_by(|a, b| (&a.edition, &a.file).cmp(&(&b.edition, &b.file)));
    artifacts
}

fn artifact(compiled: &Compiled, route: &Route) -> Artifact {
    let site = &compiled.site;
    let entry = site.entries.get(route);
    let edition = entry.and_then(|entry| match entry.scope {
        Scope::Edition(index) => Some(site.editions[index].edition.to_string()),
        Scope::Audience(_) | Scope::Site => None,
    });
    let source = entry.and_then(|entry| match &entry.recipe {
        Recipe::Page { edition, page, .. } => site.editions[*edition].pages[*page].source.clone(),
        _ => None,
    });
    Artifact {
        file: route.to_string(),
        edition,
        source: source.map(|path| path.to_string()),
    }
}
