//! What can be typed, with its help in the language of the reader.

use std::ffi::OsString;

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::exchange;
use crate::model::host::Host;
use crate::world::report::{AuditFormat, Format, StatusFormat, Voice};

/// The command line with all its commands.
pub(super) fn command(voice: &Voice) -> Command {
    let say = |id: &str| voice.say(id, &[]);
    Command::new("campaign")
        .about(say("cli-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(
            site_command("build", voice)
                .arg(path("output", "DIR", voice))
                .arg(flag("pseudo", voice).conflicts_with_all(["output", "base-url"])),
        )
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
            site_command("status", voice)
                .mut_arg("format", |format| {
                    let names = StatusFormat::ALL.map(StatusFormat::as_str);
                    format.value_parser(PossibleValuesParser::new(names))
                })
                .arg(
                    text("output", "FILE", voice)
                        .value_parser(value_parser!(OsString))
                        .help(say("cli-board")),
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
        .subcommand(super::readability::command(voice))
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
            step("next")
                .arg(locale.clone().help(say("cli-locale")))
                .arg(flag("all", voice).help(say("cli-all-tasks"))),
        )
        .subcommand(
            step("accept")
                .arg(
                    pages
                        .clone()
                        .required_unless_present("all")
                        .help(say("cli-accepted")),
                )
                .arg(
                    flag("all", voice)
                        .conflicts_with("pages")
                        .help(say("cli-accept-all")),
                )
                .arg(
                    Arg::new("in")
                        .long("locale")
                        .value_name("LOCALE")
                        .help(say("cli-in")),
                )
                .arg(
                    text("reviewed-by", "NAME", voice)
                        .value_parser(NonEmptyStringValueParser::new()),
                ),
        )
        .subcommand(
            step("export")
                .arg(locale.help(say("cli-locale")))
                .arg(pages.help(say("cli-pages")))
                .arg(flag("all", voice))
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
pub(super) fn site_command(name: &'static str, voice: &Voice) -> Command {
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

pub(super) fn text(name: &'static str, value: &'static str, voice: &Voice) -> Arg {
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
