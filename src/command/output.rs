//! The end that `build` and `check` share: every file of some editions, rendered in parallel and
//! handed on at once, so that memory does not grow with the output.

use std::collections::BTreeSet;
use std::sync::Mutex;

use rayon::prelude::*;

use crate::compile::Compiled;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::route::Route;
use crate::model::site::{Recipe, Site};
use crate::readback::{self, Readback};
use crate::render::file::File;

/// What [`render_all`] does, and every file is read back by who did not make it before it goes to
/// `take`.
///
/// # Errors
/// The first that `take` returns.
pub fn render_and_read<E: Send>(
    compiled: &Compiled,
    routes: &[&Route],
    options: &readback::Options,
    take: impl Fn(&Route, &File) -> Result<(), E> + Sync,
) -> Result<Vec<Diagnostic>, E> {
    let readback = Readback::new(&compiled.campaign, &compiled.site, routes, options);
    let mut faults = render_all(compiled, routes, |route, file| {
        readback.read(route, &file.bytes);
        take(route, file)
    })?;
    // Where a file could not be made, what leads to it is not to be blamed.
    let is_whole = faults.iter().all(|fault| fault.severity < Severity::Error);
    faults.extend(compiled.with_levels(match is_whole {
        true => readback.conclude(),
        false => readback.into_diagnostics(),
    }));
    Ok(faults)
}

/// Renders the files at `routes`, then the offered files that they refer to. Each goes to `take`,
/// in no order, as long as nothing is wrong with it.
///
/// # Errors
/// The first that `take` returns.
pub fn render_all<E: Send>(
    compiled: &Compiled,
    routes: &[&Route],
    take: impl Fn(&Route, &File) -> Result<(), E> + Sync,
) -> Result<Vec<Diagnostic>, E> {
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
        let mut found = file.diagnostics;
        if is_sound {
            take(route, &file.value)?;
            found.extend(compiled.inspect(route, &file.value));
        }
        if !found.is_empty() {
            faults
                .lock()
                .expect("no thread panics while it holds the lock")
                .extend(found);
        }
        if !file.value.references.is_empty() {
            wanted
                .lock()
                .expect("no thread panics while it holds the lock")
                .extend(file.value.references);
        }
        Ok(())
    };
    let in_turn = in_turn(&compiled.site, routes);
    in_turn.par_iter().try_for_each(|route| render(route))?;
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
    Ok(faults
        .into_inner()
        .expect("no thread panics while it holds the lock"))
}

/// The routes by what they are made from: while the pages of one text are rendered one after the
/// other, the text and what was found out about its paragraphs are at hand.
fn in_turn<'a>(site: &Site, routes: &[&'a Route]) -> Vec<&'a Route> {
    let source = |route: &&Route| match site.entries.get(*route)?.recipe {
        Recipe::Page { edition, page, .. } => site.editions[edition].pages[page].source.as_ref(),
        _ => None,
    };
    let mut routes = routes.to_vec();
    routes.sort_by_cached_key(source);
    routes
}
