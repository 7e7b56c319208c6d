//! `campaign init`: a new campaign, small and complete, to be written over.

use std::path::Path;

use crate::command::{Failure, Manner, Status};
use crate::model::settings;
use crate::world::report::{Format, Language, Stream};
use crate::world::scaffold::{self, ScaffoldError};

macro_rules! skeleton {
    ($($path:literal),* $(,)?) => { &[$(($path, include_str!(concat!("skeleton/", $path)))),*] };
}

/// The files of a new campaign, but its settings.
const SKELETON: &[(&str, &str)] = skeleton![
    "content/en.md",
    "content/es.md",
    "content/get-help/en.md",
    "content/get-help/es.md",
    "locales/en/campaign.ftl",
    "locales/es/campaign.ftl",
];

/// Begins a campaign in `folder`.
///
/// # Errors
/// When one of its files is there already, or the machine would not.
pub fn run(folder: &Path, manner: &Manner) -> Result<Status, Failure> {
    let settings = (settings::PATH, settings_in(manner.voice.language()));
    let files = SKELETON.iter().copied().chain([settings]);
    scaffold::create(folder, files).map_err(|error| match error {
        ScaffoldError::Exists(path) => Failure::usage("already-there", [("path", shown(&path))]),
        ScaffoldError::Io { path, source } => {
            let arguments = [("path", shown(&path)), ("reason", source.to_string())];
            Failure::machine("cannot-write", arguments)
        }
    })?;
    if manner.format == Format::Text && !manner.quiet {
        let folder = shown(folder);
        let text = manner
            .voice
            .say("init-done", &[("folder", folder.as_str().into())]);
        // The work is done whether or not anybody reads this.
        let _ = Stream::Output.write(&(text + "\n"));
    }
    Ok(Status::Done)
}

/// The settings of a new campaign, whose originals are in the language of who begins it.
fn settings_in(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("skeleton/campaign.en.toml"),
        Language::Spanish => include_str!("skeleton/campaign.es.toml"),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
