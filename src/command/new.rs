//! `campaign new`: a page in every language at once, none of them published before it is written.

use crate::command::{Failure, Manner, Project, Request, Status};
use crate::compile::Compiled;
use crate::model::locale::Locale;
use crate::parse::front_matter::slug_of;
use crate::parse::settings::is_slug;
use crate::world::report::{Format, Stream};
use crate::world::scaffold::{self, ScaffoldError};

/// A page to begin.
#[derive(Clone, Debug, Default)]
pub struct New {
    /// The campaign.
    pub request: Request,
    /// The folder of the page, such as `rights/u-visa`.
    pub page: String,
    /// Its title in the language that pages are written in first; made of its folder when absent.
    pub title: Option<String>,
}

/// Begins a page.
///
/// # Errors
/// When its name cannot be an address, one of its files is there already, or the machine would not.
pub fn run(new: &New, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open(&new.request)?;
    let Some(compiled) = project.compiled.take() else {
        return Ok(project.report(manner));
    };
    let folder = folder(&new.page)?;
    let files = files(&folder, new, &compiled, manner);
    let texts = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    scaffold::create(&project.root, texts).map_err(|error| match error {
        ScaffoldError::Exists(path) => {
            let path = path.strip_prefix(&project.root).unwrap_or(&path);
            Failure::usage("page-there", [("path", path.display().to_string())])
        }
        ScaffoldError::Io { path, source } => Failure::machine(
            "cannot-write",
            [
                ("path", path.display().to_string()),
                ("reason", source.to_string()),
            ],
        ),
    })?;
    if manner.format == Format::Text && !manner.quiet {
        let made: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        let made = made.join(", ");
        let text = manner
            .voice
            .say("new-done", &[("files", made.as_str().into())]);
        // The work is done whether or not anybody reads this.
        let _ = Stream::Output.write(&(text + "\n"));
    }
    Ok(Status::Done)
}

/// The folder below `content/`, whose every part is a part of the address.
fn folder(page: &str) -> Result<String, Failure> {
    let folder = page
        .strip_prefix("content/")
        .unwrap_or(page)
        .trim_matches('/');
    if !folder.is_empty() && folder.split('/').all(is_slug) {
        return Ok(folder.to_owned());
    }
    let parts: Option<Vec<String>> = folder.split('/').map(slug_of).collect();
    let name = page.to_owned();
    Err(match parts {
        Some(parts) => Failure::usage(
            "invalid-page-name-close",
            [("name", name), ("close", parts.join("/"))],
        ),
        None => Failure::usage("invalid-page-name", [("name", name)]),
    })
}

fn files(folder: &str, new: &New, compiled: &Compiled, manner: &Manner) -> Vec<(String, String)> {
    let settings = &compiled.campaign.settings;
    let title = new.title.clone().unwrap_or_else(|| title_of(folder));
    let file = |locale: &Locale| {
        let todo = match locale.tag == settings.source_locale {
            true => manner.voice.say("new-original", &[]),
            false => {
                let name = locale.name.as_str();
                manner
                    .voice
                    .say("new-translation", &[("name", name.into())])
            }
        };
        // What JSON calls a string TOML does, too.
        let title = serde_json::Value::from(title.as_str());
        let text = format!("+++\ntitle = {title}\n# {todo}\ndraft = true\n+++\n");
        (format!("content/{folder}/{}.md", locale.tag), text)
    };
    settings.locales.iter().map(file).collect()
}

/// `rights/u-visa` → `U visa`.
fn title_of(folder: &str) -> String {
    let name = folder
        .rsplit('/')
        .next()
        .unwrap_or(folder)
        .replace('-', " ");
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
