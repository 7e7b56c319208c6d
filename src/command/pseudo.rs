//! `campaign build --pseudo`: every edition as if it were translated into a language that nobody
//! speaks, to see which texts no translation reaches and where longer ones do not fit.
//!
//! It goes into a folder of its own and nowhere else, no search engine may list it, and its addresses
//! lead nowhere.

use std::collections::BTreeSet;
use std::sync::Mutex;

use crate::check::untranslatable::Remainder;
use crate::command::output::render_all;
use crate::command::selection::Selection;
use crate::command::{Failure, Manner, Project, Request, Status};
use crate::compile::{Compiled, compile_pseudo};
use crate::diagnostic::{Diagnosed, Diagnostic, Leeway, Severity};
use crate::model::date::Date;
use crate::model::document::Constant;
use crate::parse::verbatim;
use crate::render::formats::{DateStyle, Formats};
use crate::world::publish::{Publication, PublishError, Target};
use crate::world::report::{Format, Stream};

/// The folder it goes into, in that of the campaign.
const FOLDER: &str = "pseudo";

/// Builds.
///
/// # Errors
/// When the command makes no sense or the machine would not.
pub fn run(request: &Request, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open_with(request, compile_pseudo)?;
    let Some(compiled) = project.compiled.take() else {
        return Ok(project.report(manner));
    };
    let selection = Selection::new(&compiled.site, &request.editions)?;
    // What does not stop a build is told when it is no rehearsal.
    project
        .faults
        .retain(|fault| fault.severity == Severity::Error);
    if project.has_errors() {
        return Ok(project.report(manner));
    }
    let target = Target {
        output: project.root.join(FOLDER),
        root: project.root.clone(),
    };
    let publication = Publication::begin(&target)?;
    let mut words = verbatim::words(&project.snapshot);
    words.extend(words_of_dates(&compiled));
    words.extend(words_of_code(&compiled));
    let remainder = Remainder::new(&compiled.campaign, words);
    let rendered = render(&compiled, &selection, &publication, remainder)?;
    let faults = rendered.split_into(&mut project.faults);
    if project.has_errors() {
        return Ok(project.report(manner));
    }
    let outcome = publication.commit()?;
    project.faults.extend(faults);
    let status = project.report(manner);
    tell(outcome.files, manner);
    Ok(status)
}

/// The words of dates, small, which come from each language's own formats.
fn words_of_dates(compiled: &Compiled) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    // Every month has these days, and they are every day of a week.
    let days =
        (1..=12).flat_map(|month| (1..=7).filter_map(move |day| Date::new(2026, month, day)));
    let days: Vec<Date> = days.collect();
    for locale in &compiled.campaign.settings.locales {
        let formats = Formats::new(locale);
        for (day, style) in days
            .iter()
            .flat_map(|day| DateStyle::ALL.map(|style| (*day, style)))
        {
            words.extend(words_of(&formats.date(day, style)));
        }
    }
    words
}

/// The words of code, small, which a description may repeat.
fn words_of_code(compiled: &Compiled) -> BTreeSet<String> {
    let pages = compiled.campaign.pages.values();
    let documents = pages
        .flat_map(|page| &page.translations)
        .map(|own| own.document());
    let constants = documents.flat_map(|own| {
        let units = own.units().into_iter();
        units
            .flat_map(|unit| own.constants(&unit))
            .collect::<Vec<_>>()
    });
    let code = constants.filter(|constant| matches!(constant, Constant::Code(_)));
    code.flat_map(|code| words_of(&code.text())).collect()
}

/// The words of a text, small.
fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphabetic());
    words.map(str::to_lowercase).collect()
}

/// What no translation reaches; beside it what keeps a file from being rendered.
fn render(
    compiled: &Compiled,
    selection: &Selection,
    publication: &Publication,
    remainder: Remainder<'_>,
) -> Result<Diagnosed<Vec<Diagnostic>>, PublishError> {
    let remainder = Mutex::new(remainder);
    let routes = selection.routes(&compiled.site);
    let faults = render_all(compiled, &routes, |route, file| {
        if let Ok(html) = std::str::from_utf8(&file.bytes)
            && route.as_str().ends_with(".html")
        {
            remainder
                .lock()
                .expect("no thread panics while it holds the lock")
                .look(route, html);
        }
        publication.write(route, &file.bytes)
    })?;
    let remainder = remainder
        .into_inner()
        .expect("no thread panics while it holds the lock");
    // Longer words may weigh more than a budget allows; a page that is not there is another matter.
    let fatal = |fault: &Diagnostic| {
        fault.severity == Severity::Error && fault.rule.leeway == Leeway::Fixed
    };
    let faults = faults.into_iter().filter(fatal).collect();
    Ok(Diagnosed::new(
        compiled.with_levels(remainder.finish()),
        faults,
    ))
}

fn tell(files: usize, manner: &Manner) {
    if manner.quiet || manner.format != Format::Text {
        return;
    }
    let arguments = [("count", files.into()), ("folder", FOLDER.into())];
    // The work is done whether or not anybody reads this.
    let _ = Stream::Output.write(&(manner.voice.say("pseudo-done", &arguments) + "\n"));
}
