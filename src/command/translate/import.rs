//! `campaign translate import`: what a translator sent back, into the files of the campaign.
//!
//! All of it or nothing: a text that would break a page, and no file is changed.

use std::path::PathBuf;

use crate::command::project::locate;
use crate::command::{Failure, Manner, Project, Request, Status};
use crate::compile::compile;

use crate::diagnostic::{Diagnostic, Severity};
use crate::exchange::acceptance::{Acceptances, is_unreadable};
use crate::exchange::merge::{Import, Merged};
use crate::exchange::{self, Return};
use crate::parse::text;
use crate::rules;
use crate::source::{Source, SourcePath};
use crate::world::amend::{AmendError, amend};
use crate::world::disk;
use crate::world::report::{Format, Stream};

/// What came back.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    /// The campaign.
    pub request: Request,
    /// The file.
    pub file: PathBuf,
}

/// Imports.
///
/// # Errors
/// When the command makes no sense, a file was changed meanwhile, or the machine would not.
pub fn run(intake: &Intake, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open(&intake.request)?;
    let Some(compiled) = project.compiled.take() else {
        return Ok(project.report(manner));
    };
    let before = std::mem::take(&mut project.faults);
    let source = read(&intake.file)?;
    let snapshot = project.snapshot.clone();
    let shown = Some(source.clone());
    project.snapshot = snapshot.with([(source.path.clone(), shown)]);
    let Some(back) = parse(&source, &mut project.faults) else {
        return refused(&mut project, manner);
    };
    let import = Import {
        campaign: &compiled.campaign,
        snapshot: &snapshot,
        path: &source.path,
        back: &back,
    };
    let merged = import.merge().split_into(&mut project.faults);
    if project.has_errors() {
        return refused(&mut project, manner);
    }
    let after = snapshot.with(
        merged
            .files
            .iter()
            .map(|file| (file.path.clone(), Some(file.clone()))),
    );
    let (_, options) = locate(&intake.request)?;
    let then = compile(&after, &options);
    let new = new_errors(&before, then.diagnostics);
    if !new.is_empty() {
        project.snapshot = after;
        project.faults.extend(new);
        return refused(&mut project, manner);
    }
    let mut files = merged.files.clone();
    if let Some(then) = &then.value
        && !before.iter().any(is_unreadable)
    {
        let mut acceptances = Acceptances::new(&then.campaign, &snapshot, None);
        for answered in &merged.answered {
            acceptances.accept_answers(answered);
        }
        files.extend(acceptances.into_files());
    }
    amend(&project.root, &snapshot, &files)?;
    let status = project.report(manner);
    tell(&merged, manner);
    Ok(status)
}

fn refused(project: &mut Project, manner: &Manner) -> Result<Status, Failure> {
    project.report(manner);
    say("import-refused", &[], manner);
    Ok(Status::Faults)
}

fn read(file: &std::path::Path) -> Result<Source, Failure> {
    let name = file.display().to_string();
    let bytes = disk::read_file(file).map_err(|error| {
        Failure::usage(
            "cannot-read",
            [("path", name.clone()), ("reason", error.to_string())],
        )
    })?;
    Ok(Source::new(SourcePath::new(name.replace('\\', "/")), bytes))
}

/// What the file holds; none when it cannot be read.
fn parse(source: &Source, faults: &mut Vec<Diagnostic>) -> Option<Return> {
    let text = text::read(source, None).split_into(faults);
    if has_errors(faults) {
        return None;
    }
    let back = exchange::read(&source.path, &text).split_into(faults);
    (!has_errors(faults)).then_some(back)
}

fn has_errors(faults: &[Diagnostic]) -> bool {
    faults.iter().any(|fault| fault.severity == Severity::Error)
}

/// What would stop a build afterwards and did not before. How far a translation is does not count:
/// what was just translated waits for its reviewer.
fn new_errors(before: &[Diagnostic], after: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let states = [
        &rules::OUTDATED_TRANSLATION,
        &rules::UNREVIEWED_TRANSLATION,
        &rules::UNMET_GATE,
    ];
    let mut known: Vec<_> = before.iter().map(what).collect();
    let errors = after
        .into_iter()
        .filter(|fault| fault.severity == Severity::Error && !states.contains(&fault.rule));
    errors
        .filter(
            |fault| match known.iter().position(|old| *old == what(fault)) {
                Some(at) => {
                    known.swap_remove(at);
                    false
                }
                None => true,
            },
        )
        .collect()
}

/// A fault without its place, which an edit before it moves.
fn what(fault: &Diagnostic) -> (&'static str, Option<&SourcePath>, &[(&'static str, String)]) {
    let path = fault.place.as_ref().map(|place| &place.path);
    (fault.rule.id, path, &fault.arguments)
}

impl From<AmendError> for Failure {
    fn from(error: AmendError) -> Self {
        match error {
            AmendError::Changed(path) => {
                Self::machine("changed-meanwhile", [("path", path.display().to_string())])
            }
            AmendError::Io { path, source } => {
                let arguments = [
                    ("path", path.display().to_string()),
                    ("reason", source.to_string()),
                ];
                Self::machine("cannot-write", arguments)
            }
        }
    }
}

fn tell(merged: &Merged, manner: &Manner) {
    let numbers = [
        ("count", merged.taken.into()),
        ("files", merged.files.len().into()),
        ("open", merged.empty.into()),
    ];
    say("imported", &numbers, manner);
}

fn say(id: &str, arguments: &[(&str, crate::world::report::Argument<'_>)], manner: &Manner) {
    if manner.quiet || manner.format != Format::Text {
        return;
    }
    // The work is done whether or not anybody reads this.
    let _ = Stream::Output.write(&(manner.voice.say(id, arguments) + "\n"));
}
