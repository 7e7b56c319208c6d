//! What was typed → what was meant. The home of clap.
//!
//! Help speaks the language of the reader, so the language is found out first: from `--lang`, else
//! from the environment.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::command::audit::Auditing;
use crate::command::build::Build;
use crate::command::check::Check;
use crate::command::headers::Headers;
use crate::command::new::New;
use crate::command::serve::{Browser, Serve};
use crate::command::translate::export::Export;
use crate::command::translate::import::Intake;
use crate::command::verify::Verify;
use crate::command::{self, Failure, Manner, Request, Status};
use crate::exchange;
use crate::model::host::Host;
use crate::world::clock;
use crate::world::report::{AuditFormat, Format, Language, Voice};
use crate::world::watch::Manner as Watching;

/// Does what `arguments` ask for, the first of which is the tool's own name, and returns the exit
/// status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = language(&arguments);
    let matches = match grammar(&Voice::new(language)).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            // Where help cannot be written, nothing else could be.
            let _ = error.print();
            return if error.use_stderr() {
                Status::Usage.code()
            } else {
                Status::Done.code()
            };
        }
    };
    let (name, matches) = matches.subcommand().expect("clap requires a subcommand");
    // What a step of a command is told stands with the step.
    let told = matches.subcommand().map_or(matches, |(_, step)| step);
    let manner = manner(told, language);
    let manner = Arc::new(manner);
    let done = match name {
        "build" => command::build::run(&build(matches), &manner),
        "check" => command::check::run(&check(matches), &manner),
        "new" => command::new::run(&new(matches), &manner),
        "translate" => translate(matches, &manner),
        "init" => {
            let folder = matches
                .get_one::<OsString>("folder")
                .map_or_else(|| PathBuf::from("."), PathBuf::from);
            command::init::run(&folder, &manner)
        }
        "audit" => command::audit::run(&auditing(matches), &manner),
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

fn grammar(voice: &Voice) -> Command {
    let say = |id: &str| voice.say(id, &[]);
    Command::new("campaign")
        .about(say("cli-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(site_command("build", voice).arg(path("output", "DIR", voice)))
        .subcommand(
            site_command("check", voice)
                .arg(flag("online", voice))
                .arg(timeout(voice)),
        )
        .subcommand(
            Command::new("init")
                .about(say("cli-init"))
                .arg(
                    Arg::new("folder")
                        .value_name("DIR")
                        .value_parser(value_parser!(OsString))
                        .help(say("cli-folder")),
                )
                .args(manners(voice)),
        )
        .subcommand(
            site_command("audit", voice)
                .mut_arg("format", |format| {
                    let names = AuditFormat::ALL.map(AuditFormat::as_str);
                    format.value_parser(PossibleValuesParser::new(names))
                })
                .mut_arg("edition", |edition| edition.hide(true))
                .arg(
                    text("output", "FILE", voice)
                        .value_parser(value_parser!(OsString))
                        .help(say("cli-report")),
                ),
        )
        .subcommand(
            site_command("headers", voice)
                .arg(
                    Arg::new("host")
                        .value_name("HOST")
                        .required(true)
                        .value_parser(PossibleValuesParser::new(Host::ALL.map(Host::as_str)))
                        .help(say("cli-host")),
                )
                .arg(text("audience", "NAME", voice)),
        )
        .subcommand(
            site_command("verify", voice)
                .mut_arg("edition", |edition| edition.hide(true))
                .arg(
                    Arg::new("place")
                        .value_name("DIR|URL")
                        .help(say("cli-place"))
                        .required(true),
                )
                .arg(path("output", "DIR", voice))
                .arg(text("audience", "NAME", voice))
                .arg(timeout(voice)),
        )
        .subcommand(
            site_command("serve", voice)
                .arg(text("port", "PORT", voice).value_parser(value_parser!(u16)))
                .arg(flag("open", voice))
                .arg(flag("poll", voice)),
        )
        .subcommand(
            site_command("where", voice).arg(
                Arg::new("fact")
                    .value_name("FACT")
                    .required(true)
                    .help(say("cli-fact")),
            ),
        )
        .subcommand(
            site_command("new", voice)
                .mut_arg("edition", |edition| edition.hide(true))
                .mut_arg("base-url", |address| address.hide(true))
                .arg(
                    Arg::new("page")
                        .value_name("PAGE")
                        .required(true)
                        .help(say("cli-page")),
                )
                .arg(text("title", "TEXT", voice)),
        )
        .subcommand(translate_command(voice))
        .subcommand(
            Command::new("explain")
                .about(say("cli-explain"))
                .arg(Arg::new("rule").value_name("RULE").help(say("cli-rule")))
                .args(manners(voice)),
        )
}

/// `campaign translate` and what it does with texts.
fn translate_command(voice: &Voice) -> Command {
    let say = |id: &str| voice.say(id, &[]);
    let step = |name| {
        site_command(name, voice)
            .mut_arg("edition", |edition| edition.hide(true))
            .mut_arg("base-url", |address| address.hide(true))
    };
    let locale = Arg::new("locale").value_name("LOCALE").required(true);
    let pages = Arg::new("pages")
        .value_name("PAGE")
        .action(ArgAction::Append);
    let file = Arg::new("file").value_name("FILE").required(true);
    Command::new("translate")
        .about(say("cli-translate"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(
            step("export")
                .arg(locale.help(say("cli-locale")))
                .arg(pages.help(say("cli-pages")))
                .mut_arg("format", |format| {
                    let names = exchange::Format::ALL.map(exchange::Format::as_str);
                    format
                        .value_parser(PossibleValuesParser::new(names))
                        .help(say("cli-kind"))
                })
                .arg(path("output", "FILE", voice).help(say("cli-exported"))),
        )
        .subcommand(
            step("import").arg(
                file.help(say("cli-returned"))
                    .value_parser(value_parser!(OsString)),
            ),
        )
}

/// A command that looks at a campaign.
fn site_command(name: &'static str, voice: &Voice) -> Command {
    Command::new(name)
        .about(voice.say(&format!("cli-{name}"), &[]))
        .arg(text("edition", "NAME", voice).action(ArgAction::Append))
        .arg(flag("drafts", voice))
        .arg(text("date", "YYYY-MM-DD", voice))
        .arg(text("base-url", "URL", voice))
        .arg(path("root", "DIR", voice))
        .args(manners(voice))
}

fn manners(voice: &Voice) -> [Arg; 3] {
    [
        text("lang", "TAG", voice).value_parser(PossibleValuesParser::new(["en", "es"])),
        text("format", "FORMAT", voice)
            .value_parser(PossibleValuesParser::new(Format::ALL.map(Format::as_str))),
        flag("quiet", voice).short('q'),
    ]
}

fn text(name: &'static str, value: &'static str, voice: &Voice) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .help(voice.say(&format!("cli-{name}"), &[]))
}

fn path(name: &'static str, value: &'static str, voice: &Voice) -> Arg {
    // An empty path reaches the publisher, whose refusal says why.
    text(name, value, voice).value_parser(value_parser!(OsString))
}

/// How long to wait for a host: 20 seconds are a slow page on a slow line, and no more.
fn timeout(voice: &Voice) -> Arg {
    text("timeout", "SECONDS", voice)
        .value_parser(value_parser!(u64).range(1..=3600))
        .default_value("20")
}

fn flag(name: &'static str, voice: &Voice) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(voice.say(&format!("cli-{name}"), &[]))
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
        "export" => command::translate::export::run(&export(matches), manner),
        "import" => command::translate::import::run(&intake(matches), manner),
        other => unreachable!("clap knows no step {other}"),
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
