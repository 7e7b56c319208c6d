//! What was typed → what was meant. The home of clap.
//!
//! Help speaks the language of the reader, so the language is found out first: from `--lang`, else
//! from the environment.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::command::build::Build;
use crate::command::verify::Verify;
use crate::command::{self, Failure, Manner, Request, Status};
use crate::world::clock;
use crate::world::report::{Format, Language, Voice};

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
    let manner = manner(matches, language);
    let done = match name {
        "build" => command::build::run(&build(matches), &manner),
        "check" => command::check::run(&request(matches), &manner),
        "verify" => command::verify::run(&verify(matches), &manner),
        "explain" => command::explain::run(
            matches.get_one::<String>("rule").map(String::as_str),
            &manner,
        ),
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
        .subcommand(site_command("check", voice))
        .subcommand(
            Command::new("verify")
                .about(say("cli-verify"))
                .arg(
                    Arg::new("place")
                        .value_name("DIR|URL")
                        .help(say("cli-place"))
                        .required(true),
                )
                .arg(path("output", "DIR", voice))
                .arg(path("root", "DIR", voice))
                .args(manners(voice)),
        )
        .subcommand(
            Command::new("explain")
                .about(say("cli-explain"))
                .arg(Arg::new("rule").value_name("RULE").help(say("cli-rule")))
                .args(manners(voice)),
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
        folder: root(matches),
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

fn verify(matches: &ArgMatches) -> Verify {
    Verify {
        folder: root(matches),
        place: matches
            .get_one::<String>("place")
            .cloned()
            .unwrap_or_default(),
        output: matches.get_one::<OsString>("output").map(PathBuf::from),
    }
}

/// The folder of the campaign.
fn root(matches: &ArgMatches) -> PathBuf {
    matches
        .get_one::<OsString>("root")
        .map_or_else(|| PathBuf::from("."), PathBuf::from)
}

fn build(matches: &ArgMatches) -> Build {
    Build {
        request: request(matches),
        output: matches.get_one::<OsString>("output").map(PathBuf::from),
    }
}
