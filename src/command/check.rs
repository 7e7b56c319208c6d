//! `campaign check`: everything that `build` would find, and nothing published. With `--online`
//! other sites are asked whether they still have what the campaign links to.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::time::Duration;

use crate::check::external;
use crate::command::output::render_and_read;
use crate::command::selection::Selection;
use crate::command::{Failure, Manner, Project, Request, Status};
use crate::compile::Compiled;
use crate::diagnostic::Diagnostic;
use crate::model::visit::Visit;
use crate::world::report::{Format, Stream};
use crate::world::visits::{Etiquette, visit};

/// So many sites may be silent at once. When more are, and no other answers, it is this machine that
/// reaches nobody.
const COINCIDENCE: usize = 3;

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Check {
    /// The campaign.
    pub request: Request,
    /// How many seconds to wait for each answer of other sites; none when they are not asked.
    pub online: Option<u64>,
}

/// Checks.
///
/// # Errors
/// When the command makes no sense or the machine would not.
pub fn run(check: &Check, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open(&check.request)?;
    let mut is_cut_off = false;
    if let Some(compiled) = &project.compiled {
        let selection = Selection::new(&compiled.site, &check.request.editions)?;
        let routes = selection.routes(&compiled.site);
        let Ok(faults) = render_and_read(compiled, &routes, &project.traces(), |_, _| {
            Ok::<(), Infallible>(())
        });
        project.faults.extend(faults);
        if let Some(seconds) = check.online {
            match visited(&project, compiled, seconds) {
                Some(faults) => project.faults.extend(faults),
                None => is_cut_off = true,
            }
        }
    }
    let status = project.report(manner);
    if is_cut_off {
        return Err(Failure::machine("no-network", []));
    }
    if project.faults.is_empty() && manner.format == Format::Text && !manner.quiet {
        // The exit status says the same.
        let _ = Stream::Output.write(&(manner.voice.say("nothing-wrong", &[]) + "\n"));
    }
    Ok(status)
}

/// What is wrong with links to other sites; none when this machine reaches nobody.
fn visited(project: &Project, compiled: &Compiled, seconds: u64) -> Option<Vec<Diagnostic>> {
    let settings = &compiled.campaign.settings.links;
    let mentions = external::mentions(&compiled.campaign, &compiled.site, &project.snapshot);
    let addresses: BTreeSet<&str> = mentions.iter().map(|mention| mention.target()).collect();
    let addresses: Vec<&str> = addresses.into_iter().collect();
    let etiquette = Etiquette {
        patience: Duration::from_secs(seconds),
        delay: Duration::from_secs_f64(settings.delay),
        today: compiled.today,
        max_age_days: settings.max_age_days,
    };
    let visits = visit(&project.root, &addresses, etiquette);
    let is_silent = |visit: &Visit| matches!(visit, Visit::Unanswered(_));
    if visits.len() > COINCIDENCE && visits.values().all(is_silent) {
        return None;
    }
    let faults = mentions.iter().filter_map(|mention| {
        let fault = external::judge(mention, visits.get(mention.target())?)?;
        let fault = compiled.with_levels(vec![fault]).pop()?;
        Some(external::levelled(fault, mention, settings))
    });
    Some(faults.collect())
}
