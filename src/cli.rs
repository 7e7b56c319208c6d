//! What was typed → what was meant. The home of clap.
//!
//! Help speaks the language of the reader, so the language is found out first: from `--lang`, else
//! from the environment.

mod grammar;
mod help;
mod readability;
mod refusal;

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use clap::ArgMatches;
use clap::error::ErrorKind;

use crate::command::audit::Auditing;
use crate::command::build::Build;
use crate::command::check::Check;
use crate::command::headers::Headers;
use crate::command::new::New;
use crate::command::serve::{Browser, Serve};
use crate::command::status::Standing;
use crate::command::translate::accept::{self, Accept};
use crate::command::translate::export::Export;
use crate::command::translate::import::Intake;
use crate::command::translate::next::{self, Next};
use crate::command::verify::Verify;
use crate::command::{self, Failure, Manner, Request, Status};
use crate::exchange;
use crate::exchange::catalogue::Reach;
use crate::model::host::Host;
use crate::world::clock;
use crate::world::report::{AuditFormat, Format, Language, StatusFormat, Voice};
use crate::world::watch::Manner as Watching;

/// Does what `arguments` ask for, the first of which is the tool's own name, and returns the exit
/// status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = language(&arguments);
    let voice = Voice::new(language);
    let command = help::speaking(grammar::command(&voice), "campaign", &voice);
    let matches = match command.try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return answer(&error, voice).code(),
    };
    let (name, matches) = matches.subcommand().expect("clap requires a subcommand");
    // What a step of a command is told stands with the step.
    let told = matches.subcommand().map_or(matches, |(_, step)| step);
    let manner = manner(told, language);
    let manner = Arc::new(manner);
    let done = match name {
        "build" if matches.get_flag("pseudo") => command::pseudo::run(&request(matches), &manner),
        "build" => command::build::run(&build(matches), &manner),
        "check" => command::check::run(&check(matches), &manner),
        "new" => command::new::run(&new(matches), &manner),
        "readability" => readability::run(matches, &manner),
        "translate" => translate(matches, &manner),
        "init" => {
            let folder = matches
                .get_one::<OsString>("folder")
                .map_or_else(|| PathBuf::from("."), PathBuf::from);
            command::init::run(&folder, &manner)
        }
        "audit" => command::audit::run(&auditing(matches), &manner),
        "status" => command::status::run(&standing(matches), &manner),
        "headers" => command::headers::run(&headers(matches), &manner),
        "verify" => command::verify::run(&verify(matches), &manner),
        "serve" => command::serve::run(&serve(matches), &manner),
        "explain" => command::explain::run(
            matches.get_one::<String>("rule").map(String::as_str),
            &manner,
        ),
        "where" => {
            let fact = matches.get_one::<String>("fact").expect("clap requires it");
            command::whereabouts::run(&request(matches), fact, &manner)
        }
        other => unreachable!("clap knows no subcommand {other}"),
    };
    done.unwrap_or_else(|failure: Failure| failure.tell(&manner))
        .code()
}

/// Shows the help that was asked for, or says why nothing can be done.
fn answer(error: &clap::Error, voice: Voice) -> Status {
    let status = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Status::Done,
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Status::Usage,
        _ => {
            let manner = Manner {
                voice,
                format: Format::default(),
                quiet: false,
            };
            return refusal::failure(error).tell(&manner);
        }
    };
    // Where help cannot be written, nothing else could be.
    let _ = error.print();
    status
}

/// The language of `--lang`, else of the environment.
fn language(arguments: &[OsString]) -> Language {
    let mut words = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(word) = words.next() {
        let tag = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(tag) = tag {
            return Language::from_tag(tag);
        }
    }
    let [all, messages, lang] = ["LC_ALL", "LC_MESSAGES", "LANG"].map(clock::variable);
    Language::from_environment(all.as_deref(), messages.as_deref(), lang.as_deref())
}

fn manner(matches: &ArgMatches, language: Language) -> Manner {
    let format = matches
        .get_one::<String>("format")
        .and_then(|name| Format::find(name));
    Manner {
        voice: Voice::new(language),
        format: format.unwrap_or_default(),
        quiet: matches.get_flag("quiet"),
    }
}

fn request(matches: &ArgMatches) -> Request {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    Request {
        folder: matches
            .get_one::<OsString>("root")
            .map_or_else(|| PathBuf::from("."), PathBuf::from),
        editions: matches
            .get_many::<String>("edition")
            .into_iter()
            .flatten()
            .cloned()
            .collect(),
        drafts: matches.get_flag("drafts"),
        date: text("date"),
        base_url: text("base-url"),
    }
}

fn new(matches: &ArgMatches) -> New {
    New {
        request: request(matches),
        page: matches
            .get_one::<String>("page")
            .expect("clap requires it")
            .clone(),
        title: matches.get_one::<String>("title").cloned(),
    }
}

fn translate(matches: &ArgMatches, manner: &Manner) -> Result<Status, Failure> {
    let (step, matches) = matches.subcommand().expect("clap requires a step");
    match step {
        "next" => command::translate::next::run(&next(matches), manner),
        "accept" => command::translate::accept::run(&accept(matches), manner),
        "export" => command::translate::export::run(&export(matches), manner),
        "import" => command::translate::import::run(&intake(matches), manner),
        other => unreachable!("clap knows no step {other}"),
    }
}

fn next(matches: &ArgMatches) -> Next {
    let locale = matches.get_one::<String>("locale");
    Next {
        request: request(matches),
        locale: locale.expect("clap requires it").clone(),
        extent: match matches.get_flag("all") {
            true => next::Extent::All,
            false => next::Extent::Few,
        },
    }
}

fn accept(matches: &ArgMatches) -> Accept {
    let names = matches.get_many::<String>("pages");
    Accept {
        request: request(matches),
        names: names.into_iter().flatten().cloned().collect(),
        extent: match matches.get_flag("all") {
            true => accept::Extent::All,
            false => accept::Extent::Named,
        },
        locale: matches.get_one::<String>("in").cloned(),
        reviewer: matches.get_one::<String>("reviewed-by").cloned(),
    }
}

fn standing(matches: &ArgMatches) -> Standing {
    let format = matches
        .get_one::<String>("format")
        .and_then(|name| StatusFormat::find(name));
    Standing {
        request: request(matches),
        format: format.unwrap_or_default(),
        output: matches.get_one::<OsString>("output").map(PathBuf::from),
    }
}

fn export(matches: &ArgMatches) -> Export {
    let pages = matches.get_many::<String>("pages");
    Export {
        request: request(matches),
        locale: matches
            .get_one::<String>("locale")
            .expect("clap requires it")
            .clone(),
        pages: pages.into_iter().flatten().cloned().collect(),
        reach: match matches.get_flag("all") {
            true => Reach::All,
            false => Reach::Open,
        },
        format: matches
            .get_one::<String>("format")
            .and_then(|name| exchange::Format::find(name))
            .unwrap_or_default(),
        output: matches.get_one::<OsString>("output").map(PathBuf::from),
    }
}

fn intake(matches: &ArgMatches) -> Intake {
    let file = matches.get_one::<OsString>("file");
    Intake {
        request: request(matches),
        file: file.map(PathBuf::from).expect("clap requires it"),
    }
}

fn auditing(matches: &ArgMatches) -> Auditing {
    let format = matches
        .get_one::<String>("format")
        .and_then(|name| AuditFormat::find(name));
    Auditing {
        request: request(matches),
        format: format.unwrap_or_default(),
        output: matches.get_one::<OsString>("output").map(PathBuf::from),
    }
}

fn headers(matches: &ArgMatches) -> Headers {
    let host = matches
        .get_one::<String>("host")
        .and_then(|name| Host::find(name));
    Headers {
        request: request(matches),
        host: host.expect("clap takes the names of hosts only"),
        audience: matches.get_one::<String>("audience").cloned(),
    }
}

fn check(matches: &ArgMatches) -> Check {
    Check {
        request: request(matches),
        online: matches.get_flag("online").then(|| seconds(matches)),
    }
}

fn verify(matches: &ArgMatches) -> Verify {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    Verify {
        request: request(matches),
        place: text("place").unwrap_or_default(),
        output: matches.get_one::<OsString>("output").map(PathBuf::from),
        audience: text("audience"),
        seconds: seconds(matches),
    }
}

fn seconds(matches: &ArgMatches) -> u64 {
    let seconds = matches.get_one::<u64>("timeout").copied();
    seconds.expect("it has a default")
}

fn serve(matches: &ArgMatches) -> Serve {
    Serve {
        request: request(matches),
        port: matches.get_one::<u16>("port").copied(),
        browser: match matches.get_flag("open") {
            true => Browser::Open,
            false => Browser::Leave,
        },
        watching: match matches.get_flag("poll") {
            true => Watching::Looking,
            false => Watching::Told,
        },
    }
}

fn build(matches: &ArgMatches) -> Build {
    Build {
        request: request(matches),
        output: matches.get_one::<OsString>("output").map(PathBuf::from),
    }
}
