//! Help in the language of the reader, down to the words that clap would say in English.

use clap::{Arg, ArgAction, Command};

use crate::world::report::Voice;

/// A command whose help says nothing in any other language, with all that is below it. `path` is
/// what is typed to get there.
pub(super) fn speaking(command: Command, path: &str, voice: &Voice) -> Command {
    let say = |id: &str| voice.say(id, &[]);
    let usage = usage(&command, path, voice);
    let has_version = command.get_version().is_some();
    let mut command = command
        .mut_args(|arg| with_values(arg, voice))
        .mut_subcommands(|step| {
            let path = format!("{path} {}", step.get_name());
            speaking(step, &path, voice)
        })
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(say("cli-help")),
        );
    if has_version {
        let version = Arg::new("version").short('V').long("version");
        command = command
            .disable_version_flag(true)
            .arg(version.action(ArgAction::Version).help(say("cli-version")));
    }
    let template = template(&command, voice);
    command.override_usage(usage).help_template(template)
}

/// The parts of a page of help, with headings over those that there are.
fn template(command: &Command, voice: &Voice) -> String {
    let parts = [
        (command.has_subcommands(), "commands", "{subcommands}"),
        (
            command.get_positionals().next().is_some(),
            "arguments",
            "{positionals}",
        ),
        (true, "options", "{options}"),
    ];
    let usage = voice.say("cli-heading-usage", &[]);
    let mut template = format!("{{about-with-newline}}\n{usage} {{usage}}");
    for (_, id, part) in parts.into_iter().filter(|(is_there, ..)| *is_there) {
        let heading = voice.say(&format!("cli-heading-{id}"), &[]);
        template += &format!("\n\n{heading}\n{part}");
    }
    template
}

/// What is typed, in short.
fn usage(command: &Command, path: &str, voice: &Voice) -> String {
    let mut usage = path.to_owned();
    if command.get_arguments().any(|arg| !arg.is_positional()) {
        usage += &format!(" [{}]", voice.say("cli-word-options", &[]));
    }
    for argument in command.get_positionals() {
        let name = argument.get_value_names().and_then(<[_]>::first);
        let name = name.map_or_else(|| argument.get_id().as_str(), |name| name.as_str());
        usage += &match argument.is_required_set() {
            true => format!(" <{name}>"),
            false => format!(" [{name}]"),
        };
        if matches!(argument.get_action(), ArgAction::Append) {
            usage += "...";
        }
    }
    if command.has_subcommands() {
        usage += &format!(" <{}>", voice.say("cli-word-command", &[]));
    }
    usage
}

/// An argument whose help tells the values that it takes, and the one that it has if none is given.
fn with_values(arg: Arg, voice: &Voice) -> Arg {
    if matches!(arg.get_action(), ArgAction::SetTrue) {
        return arg;
    }
    let known: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect();
    let default: Vec<String> = arg
        .get_default_values()
        .iter()
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    let mut help = arg.get_help().map_or_else(String::new, ToString::to_string);
    for (id, values) in [("cli-known", known), ("cli-default", default)] {
        if !values.is_empty() {
            let values = values.join(", ");
            help += &format!(" {}", voice.say(id, &[("values", values.as_str().into())]));
        }
    }
    arg.hide_possible_values(true)
        .hide_default_value(true)
        .help(help)
}
