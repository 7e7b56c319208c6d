//! What a preview says at the terminal.

use std::time::Instant;

use crate::command::serve::broom::News;
use crate::command::serve::session::{Session, errors};
use crate::command::{Failure, Manner};
use crate::source::{Snapshot, SourcePath};
use crate::world::disk::DiskError;
use crate::world::report::{Argument, Format, Stream, report};
use crate::world::server::{Preview, Server};
use crate::world::watch;

/// More changed files than this are counted, not named.
const NAMED: usize = 3;

/// Where everything can be seen.
pub fn started(server: &Server, asked: u16, session: &Session, start: Instant, manner: &Manner) {
    let address = server.address();
    let workbench = format!("{address}_campaign/");
    let mut lines = Vec::new();
    if asked != 0 && server.port != asked {
        let port = asked.to_string();
        lines.push(
            manner
                .voice
                .say("serve-port-taken", &[("port", port.as_str().into())]),
        );
    }
    let folder = session.root.display().to_string();
    let milliseconds = start.elapsed().as_millis().to_string();
    lines.push(manner.voice.say(
        "serve-started",
        &[
            ("folder", folder.as_str().into()),
            ("milliseconds", milliseconds.as_str().into()),
        ],
    ));
    for (id, address) in [("serve-address", &address), ("serve-workbench", &workbench)] {
        lines.push(
            manner
                .voice
                .say(id, &[("address", address.as_str().into())]),
        );
    }
    lines.push(manner.voice.say("serve-stop", &[]));
    say(&lines, manner);
}

/// Everything that is wrong at first.
pub fn first_report(preview: &Preview, manner: &Manner) {
    let faults = preview.all_faults();
    let stream = Stream::Error;
    let text = report(
        Format::Text,
        &faults,
        &preview.snapshot,
        &manner.voice,
        stream.style(),
    );
    // The workbench shows the same.
    let _ = stream.write(&text);
}

/// The sources that one snapshot has otherwise than another.
pub fn changes(before: &Snapshot, after: &Snapshot) -> Vec<SourcePath> {
    let gone = before
        .iter()
        .filter(|source| after.get(source.path.as_str()).is_none());
    let new = after
        .iter()
        .filter(|source| before.get(source.path.as_str()) != Some(source));
    let mut paths: Vec<SourcePath> = gone.chain(new).map(|source| source.path.clone()).collect();
    paths.sort();
    paths
}

/// One line for a change: what, how long until it could be seen, and how things stand.
pub fn changed(news: &News, preview: &Preview, manner: &Manner) {
    let errors = errors(&preview.all_faults());
    say_of(news, "serve-line", &[("errors", errors.into())], manner);
}

/// The same for a change that the next one came after before everything was looked at.
pub fn overtaken(news: &News, manner: &Manner) {
    say_of(news, "serve-line-overtaken", &[], manner);
}

/// Says this of a change: what it was and how long it took until it could be seen, and the rest.
fn say_of(news: &News, id: &str, rest: &[(&str, Argument)], manner: &Manner) {
    let files = news.files.iter();
    let named: Vec<&str> = files.take(NAMED).map(SourcePath::as_str).collect();
    let mut what = named.join(", ");
    if news.files.len() > NAMED {
        what += ", …";
    }
    let milliseconds = format!("{:.1}", news.milliseconds);
    let own: [(&str, Argument); 2] = [
        ("files", what.as_str().into()),
        ("milliseconds", milliseconds.as_str().into()),
    ];
    say(&[manner.voice.say(id, &[&own, rest].concat())], manner);
}

/// How changes are found out, when that is not as it should be.
pub fn watching(watching: &watch::Manner, manner: &Manner) {
    let line = match watching {
        watch::Manner::Told => return,
        watch::Manner::Looking => manner.voice.say("serve-looking", &[]),
        watch::Manner::Impaired(reason) => manner.voice.say(
            "serve-impaired-because",
            &[("reason", reason.as_str().into())],
        ),
    };
    say(&[line], manner);
}

/// The campaign's folder cannot be read any more.
pub fn lost(error: DiskError, manner: &Manner) {
    Failure::from(error).tell(manner);
}

fn say(lines: &[String], manner: &Manner) {
    if manner.quiet {
        return;
    }
    // The preview works whether or not anybody reads this.
    let _ = Stream::Output.write(&(lines.join("\n") + "\n"));
}
