//! `campaign translate export`: what is to be translated, as a file for translators.

use std::path::{Path, PathBuf};

use crate::command::translate::names::{pages, target};
use crate::command::{Failure, Manner, Project, Request, Status};
use crate::exchange::catalogue::{self, Extent, Reach};
use crate::exchange::{self, Catalogue, po, xliff};
use crate::world::report::{Format, Stream};
use crate::world::scaffold::{self, ScaffoldError};

/// Where `campaign serve` shows pages unless it was told another port.
const PREVIEW: &str = "http://localhost:4545";

/// What is to go out.
#[derive(Clone, Debug, Default)]
pub struct Export {
    /// The campaign.
    pub request: Request,
    /// The language to translate into.
    pub locale: String,
    /// The folders of the pages; all of them when there is none.
    pub pages: Vec<String>,
    /// How much of them.
    pub reach: Reach,
    /// The format.
    pub format: exchange::Format,
    /// The file to write; the terminal when there is none.
    pub output: Option<PathBuf>,
}

/// Exports.
///
/// # Errors
/// When the command makes no sense, the file is there already, or the machine would not.
pub fn run(export: &Export, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open(&export.request)?;
    let Some(compiled) = project.compiled.take() else {
        return Ok(project.report(manner));
    };
    let target = target(&export.locale, &compiled)?;
    let pages = pages(&export.pages, &compiled)?;
    let extent = Extent {
        target: &target,
        pages: &pages,
        address: PREVIEW,
        reach: export.reach,
    };
    // Other faults of the campaign are for those who write it.
    project.faults.clear();
    let campaign = &compiled.campaign;
    let catalogue = catalogue::make(campaign, &compiled.site, &project.snapshot, &extent)
        .split_into(&mut project.faults);
    if catalogue.entries.is_empty() {
        say_nothing_open(manner);
        return Ok(project.report(manner));
    }
    let text = match export.format {
        exchange::Format::Po => po::write(&catalogue, compiled.today),
        exchange::Format::Xliff => {
            one_original(&catalogue)?;
            xliff::write(&catalogue)
        }
    };
    match &export.output {
        None if Stream::Output.write(&text).is_err() => return Ok(Status::Machine),
        None => {}
        Some(path) => {
            save(path, &text)?;
            tell(&catalogue, path, manner);
        }
    }
    Ok(project.report(manner))
}

/// An XLIFF file is from one language into one other.
fn one_original(catalogue: &Catalogue) -> Result<(), Failure> {
    let mut entries = catalogue.entries.iter();
    let other = entries.find(|entry| entry.source != catalogue.source);
    other.map_or(Ok(()), |entry| {
        Err(Failure::usage(
            "several-originals",
            [("path", entry.file.to_string())],
        ))
    })
}

/// A file that a translator has worked on is never written over.
fn save(path: &Path, text: &str) -> Result<(), Failure> {
    let shown = path.display().to_string();
    let name = path.to_str().ok_or_else(|| {
        Failure::usage(
            "cannot-write",
            [("path", shown.clone()), ("reason", String::new())],
        )
    })?;
    scaffold::create(Path::new(""), [(name, text)]).map_err(|error| match error {
        ScaffoldError::Exists(_) => Failure::usage("export-there", [("path", shown)]),
        ScaffoldError::Io { source, .. } => Failure::machine(
            "cannot-write",
            [("path", shown), ("reason", source.to_string())],
        ),
    })
}

/// No format has a file of no text, and nobody could do anything with one.
fn say_nothing_open(manner: &Manner) {
    if !manner.quiet && manner.format == Format::Text {
        // Where texts are asked for in a pipe, this is none of them.
        let _ = Stream::Error.write(&(manner.voice.say("nothing-open", &[]) + "\n"));
    }
}

fn tell(catalogue: &Catalogue, path: &Path, manner: &Manner) {
    if manner.quiet || manner.format != Format::Text {
        return;
    }
    let open = catalogue
        .entries
        .iter()
        .filter(|entry| entry.translation.is_empty());
    let path = path.display().to_string();
    let text = manner.voice.say(
        "exported",
        &[
            ("count", catalogue.entries.len().into()),
            ("open", open.count().into()),
            ("path", path.as_str().into()),
        ],
    );
    // The work is done whether or not anybody reads this.
    let _ = Stream::Output.write(&(text + "\n"));
}
