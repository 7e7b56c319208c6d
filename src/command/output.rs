//! The end that `build` and `check` share: every file of some editions, rendered in parallel, read
//! by the auditor and handed on at once, so that memory does not grow with the output.

use std::collections::BTreeSet;
use std::sync::Mutex;

use rayon::prelude::*;

use crate::audit::{self, Auditor};
use crate::compile::Compiled;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::route::Route;
use crate::render::file::File;

/// Renders and audits the files at `routes`, then the offered files that they refer to. Each goes to `take`,
/// in no order, as long as nothing is wrong with it.
///
/// # Errors
/// The first that `take` returns.
pub fn render_all<E: Send>(
    compiled: &Compiled,
    routes: &[&Route],
    audit: &audit::Options,
    take: impl Fn(&Route, &File) -> Result<(), E> + Sync,
) -> Result<Vec<Diagnostic>, E> {
    let auditor = Auditor::new(&compiled.campaign, &compiled.site, routes, audit);
    let faults = Mutex::new(Vec::new());
    let wanted = Mutex::new(BTreeSet::new());
    let render = |route: &Route| {
        let file = compiled
            .render(route)
            .expect("a route of the site has a file");
        let is_sound = file
            .diagnostics
            .iter()
            .all(|fault| fault.severity < Severity::Error);
        if is_sound {
            auditor.read(route, &file.value.bytes);
            take(route, &file.value)?;
        }
        if !file.diagnostics.is_empty() {
            faults
                .lock()
                .expect("no thread panics while it holds the lock")
                .extend(file.diagnostics);
        }
        if !file.value.references.is_empty() {
            wanted
                .lock()
                .expect("no thread panics while it holds the lock")
                .extend(file.value.references);
        }
        Ok(())
    };
    routes.par_iter().try_for_each(|route| render(route))?;
    let mut done: BTreeSet<Route> = BTreeSet::new();
    loop {
        let new: Vec<Route> = {
            let wanted = wanted
                .lock()
                .expect("no thread panics while it holds the lock");
            wanted
                .iter()
                .filter(|route| !done.contains(*route))
                .cloned()
                .collect()
        };
        if new.is_empty() {
            break;
        }
        new.par_iter().try_for_each(render)?;
        done.extend(new);
    }
    let mut faults: Vec<Diagnostic> = faults
        .into_inner()
        .expect("no thread panics while it holds the lock");
    // Where a file could not be made, what leads to it is not to be blamed.
    let is_whole = faults.iter().all(|fault| fault.severity < Severity::Error);
    faults.extend(compiled.with_levels(match is_whole {
        true => auditor.conclude(),
        false => auditor.into_diagnostics(),
    }));
    Ok(faults)
}
