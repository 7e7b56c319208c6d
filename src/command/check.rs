//! `campaign check`: everything that `build` would find, and nothing written.

use std::convert::Infallible;

use crate::command::output::render_all;
use crate::command::selection::Selection;
use crate::command::{Failure, Manner, Project, Request, Status};
use crate::world::report::{Format, Stream};

/// Checks.
///
/// # Errors
/// When the command makes no sense or the machine would not.
pub fn run(request: &Request, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open(request)?;
    if let Some(compiled) = &project.compiled {
        let selection = Selection::new(&compiled.site, &request.editions)?;
        let routes = selection.routes(&compiled.site);
        let Ok(faults) = render_all(compiled, &routes, &project.audit(), |_, _| {
            Ok::<(), Infallible>(())
        });
        project.faults.extend(faults);
    }
    let status = project.report(manner);
    if project.faults.is_empty() && manner.format == Format::Text && !manner.quiet {
        // The exit status says the same.
        let _ = Stream::Output.write(&(manner.voice.say("nothing-wrong", &[]) + "\n"));
    }
    Ok(status)
}
