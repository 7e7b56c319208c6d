//! `campaign readability` as it is typed.

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::grammar::{site_command, text};
use super::request;
use crate::command::readability::{self, Readable};
use crate::command::{Failure, Manner, Status};
use crate::world::report::Voice;

/// The command, and what it accepts.
pub(super) fn command(voice: &Voice) -> Command {
    let hidden = |command: Command| {
        command
            .mut_arg("edition", |edition| edition.hide(true))
            .mut_arg("base-url", |address| address.hide(true))
            .mut_arg("format", |format| format.hide(true))
    };
    let accept = site_command("easier", voice)
        .name("accept")
        .arg(
            Arg::new("pages")
                .value_name("PAGE")
                .action(ArgAction::Append)
                .help(voice.say("cli-accepted-pages", &[])),
        )
        .arg(
            text("because", "TEXT", voice)
                .value_parser(NonEmptyStringValueParser::new())
                .requires("pages"),
        );
    hidden(site_command("readability", voice)).subcommand(hidden(accept))
}

/// Does it.
pub(super) fn run(matches: &ArgMatches, manner: &Manner) -> Result<Status, Failure> {
    let Some(("accept", step)) = matches.subcommand() else {
        return readability::show(&request(matches), manner);
    };
    let names = step.get_many::<String>("pages");
    let readable = Readable {
        request: request(step),
        names: names.into_iter().flatten().cloned().collect(),
        reason: step.get_one::<String>("because").cloned(),
    };
    readability::accept(&readable, manner)
}
