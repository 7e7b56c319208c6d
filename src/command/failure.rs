//! What stops a command that is not a fault of anybody's content.

use std::path::Path;

use crate::command::{Manner, Status};
use crate::world::disk::DiskError;
use crate::world::publish::{Action, Category, PublishError, Refusal};
use crate::world::report::{Argument, Stream, failure};

/// A message of the tool's own words with its arguments, and how the command ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    id: &'static str,
    arguments: Vec<(&'static str, String)>,
    /// How the command ends.
    pub status: Status,
}

impl Failure {
    /// The command itself is wrong.
    pub fn usage<const N: usize>(id: &'static str, arguments: [(&'static str, String); N]) -> Self {
        Self {
            id,
            arguments: arguments.into(),
            status: Status::Usage,
        }
    }

    /// The machine would not.
    pub fn machine<const N: usize>(
        id: &'static str,
        arguments: [(&'static str, String); N],
    ) -> Self {
        Self {
            id,
            arguments: arguments.into(),
            status: Status::Machine,
        }
    }

    /// Tells it, and says how the command ends.
    pub fn tell(&self, manner: &Manner) -> Status {
        let arguments: Vec<(&str, Argument<'_>)> = self
            .arguments
            .iter()
            .map(|(name, value)| (*name, Argument::Text(value)))
            .collect();
        let text = failure(self.id, &arguments, &manner.voice, Stream::Error.style());
        // Where even that cannot be written, the exit status says it.
        let _ = Stream::Error.write(&text);
        self.status
    }
}

impl From<DiskError> for Failure {
    fn from(error: DiskError) -> Self {
        Self::machine(
            "cannot-read",
            [
                ("path", shown(&error.path)),
                ("reason", error.source.to_string()),
            ],
        )
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        let status = match error.category() {
            Category::Usage => Status::Usage,
            Category::Environment => Status::Machine,
        };
        let (id, arguments) = match &error {
            PublishError::Refused { output, reason, .. } => refused(output, reason),
            PublishError::Busy { .. } => ("busy", Vec::new()),
            PublishError::Io {
                action,
                path,
                source,
            } => (
                id_of(*action),
                vec![("path", shown(path)), ("reason", source.to_string())],
            ),
        };
        Self {
            id,
            arguments,
            status,
        }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn refused(output: &Path, reason: &Refusal) -> (&'static str, Vec<(&'static str, String)>) {
    let mut arguments = vec![("folder", shown(output))];
    let id = match reason {
        Refusal::EmptyPath | Refusal::HomeShorthand => "output-is-empty",
        Refusal::FileSystemRoot
        | Refusal::HomeFolder
        | Refusal::HoldsCampaign
        | Refusal::MountPoint => "output-contains-sources",
        Refusal::CampaignRoot => "output-is-root",
        Refusal::InsideSources(_) => "output-inside-sources",
        Refusal::NotAFolder => "output-is-file",
        Refusal::SymbolicLink(_) | Refusal::Moved => "output-is-link",
        Refusal::NotOurs => {
            arguments.push(("files", "…".to_owned()));
            "output-not-ours"
        }
        Refusal::Foreign { files, total } => {
            let mut names: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
            if *total > names.len() {
                names.push("…".to_owned());
            }
            arguments.push(("files", names.join(", ")));
            "output-not-ours"
        }
    };
    (id, arguments)
}

fn id_of(action: Action) -> &'static str {
    match action {
        Action::Read => "cannot-read",
        Action::CreateFolder | Action::Write | Action::Flush | Action::Record => "cannot-write",
        Action::Swap => "cannot-rename",
        Action::Remove => "cannot-remove",
        Action::Lock => "cannot-lock",
    }
}
