//! `campaign headers HOST`: what a host must be told, and what it cannot hold.

use crate::command::{Failure, Manner, Project, Request, Status};
use crate::compile::Compiled;
use crate::model::host::{Folder, Host};
use crate::render::hosts;
use crate::world::report::Stream;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Headers {
    /// The campaign.
    pub request: Request,
    /// The host.
    pub host: Host,
    /// The audience whose folder is put on the host alone; all audiences under one root when none.
    pub audience: Option<String>,
}

/// Prints the lines for the host.
///
/// # Errors
/// When there is no such audience, or nothing can be written.
pub fn run(headers: &Headers, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open(&headers.request)?;
    let Some(compiled) = &project.compiled else {
        return Ok(project.report(manner));
    };
    let folder = folder(compiled, headers.audience.as_deref())?;
    let lines = hosts::configuration(&compiled.campaign, &compiled.site, folder, headers.host);
    let text = match lines {
        Some(lines) => remark(headers.host, manner) + &lines,
        None => manner.voice.say("headers-github-pages", &[]) + "\n",
    };
    match Stream::Output.write(&text) {
        Ok(()) => Ok(Status::Done),
        Err(error) => {
            let arguments = [("path", "-".to_owned()), ("reason", error.to_string())];
            Err(Failure::machine("cannot-write", arguments))
        }
    }
}

/// The folder of this audience, or of the whole site.
pub(super) fn folder(compiled: &Compiled, audience: Option<&str>) -> Result<Folder, Failure> {
    let Some(name) = audience else {
        return Ok(Folder::Site);
    };
    let audiences = &compiled.campaign.settings.audiences;
    let index = audiences
        .iter()
        .position(|audience| audience.id.as_str() == name);
    index.map(Folder::Audience).ok_or_else(|| {
        let known: Vec<&str> = audiences
            .iter()
            .map(|audience| audience.id.as_str())
            .collect();
        let arguments = [("name", name.to_owned()), ("known", known.join(", "))];
        Failure::usage("unknown-audience-name", arguments)
    })
}

/// How the lines are used, where they are not simply published.
fn remark(host: Host, manner: &Manner) -> String {
    match host {
        Host::Nginx => format!("# {}\n", manner.voice.say("headers-nginx", &[])),
        Host::Caddy => format!("# {}\n", manner.voice.say("headers-caddy", &[])),
        _ => String::new(),
    }
}
