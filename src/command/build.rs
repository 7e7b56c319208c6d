//! `campaign build`: publish every edition, or some.

use std::path::PathBuf;
use std::time::Instant;

use crate::command::output::render_and_read;
use crate::command::selection::Selection;
use crate::command::{Failure, Manner, Project, Request, Status};
use crate::compile::Compiled;
use crate::diagnostic::{Diagnostic, Severity};
use crate::readback;
use crate::world::clock;
use crate::world::progress::Progress;
use crate::world::publish::{Outcome, Publication, PublishError, Target};
use crate::world::report::{Format, Stream, Summary, summary};

/// The folder that is published into unless another is named.
pub(super) const OUTPUT: &str = "public";

/// What a build is asked for.
#[derive(Clone, Debug, Default)]
pub struct Build {
    /// The campaign and what of it.
    pub request: Request,
    /// The folder to publish into instead of `public/`.
    pub output: Option<PathBuf>,
}

/// Builds. Nothing is published while anything is wrong.
///
/// # Errors
/// When the command makes no sense or the machine would not.
pub fn run(build: &Build, manner: &Manner) -> Result<Status, Failure> {
    let start = clock::start();
    let mut project = Project::open(&build.request)?;
    let Some(compiled) = project.compiled.take() else {
        return Ok(project.report(manner));
    };
    let selection = Selection::new(&compiled.site, &build.request.editions)?;
    let target = Target {
        output: build
            .output
            .clone()
            .unwrap_or_else(|| project.root.join(OUTPUT)),
        root: project.root.clone(),
    };
    // Faults of the sources do not hide those of the templates: everything is rendered all the same.
    let publication = match project.has_errors() {
        true => None,
        false => Some(Publication::begin(&target)?),
    };
    let faults = render(
        &compiled,
        &selection,
        &project.traces(),
        publication.as_ref(),
        manner,
    )?;
    project.faults.extend(faults);
    project.compiled = Some(compiled);
    let Some(publication) = publication.filter(|_| !project.has_errors()) else {
        let status = project.report(manner);
        tell(manner, &[manner.voice.say("build-refused", &[]) + "\n"]);
        return Ok(status);
    };
    let outcome = publication.commit()?;
    if build.request.editions.is_empty() {
        project.cache.sweep();
    }
    let status = project.report(manner);
    conclude(&project, &selection, &outcome, start, manner);
    warn_of_parts(&project, &selection, &build.request, manner);
    // The process ends here; taking a large campaign apart first would only make people wait.
    std::mem::forget(project);
    Ok(status)
}

fn render(
    compiled: &Compiled,
    selection: &Selection,
    options: &readback::Options,
    publication: Option<&Publication>,
    manner: &Manner,
) -> Result<Vec<Diagnostic>, PublishError> {
    let routes = selection.routes(&compiled.site);
    Progress::default().show(routes.len(), &manner.voice, |progress| {
        render_and_read(compiled, &routes, options, |route, file| {
            progress.advance();
            publication.map_or(Ok(()), |publication| publication.write(route, &file.bytes))
        })
    })
}

fn conclude(
    project: &Project,
    selection: &Selection,
    outcome: &Outcome,
    start: Instant,
    manner: &Manner,
) {
    let pages = project
        .compiled
        .as_ref()
        .map_or(0, |compiled| selection.pages(&compiled.site));
    let text = summary(
        &Summary {
            editions: selection.len(),
            pages,
            files: outcome.files,
            bytes: outcome.bytes,
            unchanged: outcome.unchanged,
            warnings: project
                .faults
                .iter()
                .filter(|fault| fault.severity == Severity::Warning)
                .count(),
            elapsed: start.elapsed(),
        },
        &manner.voice,
    );
    let folder = outcome
        .output
        .strip_prefix(&project.root)
        .unwrap_or(&outcome.output)
        .display()
        .to_string();
    let published = manner
        .voice
        .say("build-published", &[("folder", folder.as_str().into())]);
    tell(manner, &[text, published + "\n"]);
}

/// Says what a person who puts the folder online as it is would not expect.
fn warn_of_parts(project: &Project, selection: &Selection, request: &Request, manner: &Manner) {
    let compiled = project.compiled.as_ref();
    let all = compiled.map_or(0, |compiled| compiled.site.editions.len());
    let mut lines = Vec::new();
    if selection.len() < all {
        let count = (all - selection.len()).into();
        lines.push(manner.voice.say("build-partial", &[("count", count)]) + "\n");
    }
    if request.drafts {
        lines.push(manner.voice.say("build-drafts", &[]) + "\n");
    }
    tell(manner, &lines);
}

/// Lines for a person who did not ask for quiet.
fn tell(manner: &Manner, lines: &[String]) {
    if manner.quiet || manner.format != Format::Text {
        return;
    }
    // The work is done whether or not anybody reads this.
    let _ = Stream::Output.write(&lines.concat());
}
