//! Where the site goes, and every reason to refuse that can be told from paths alone.
//!
//! Generators have emptied whole projects over a one-word slip in the output path, so the question
//! is asked before anything is touched, with symbolic links and `..` resolved.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::error::{Action, PublishError, Refusal, during};
use super::{Target, system};
use crate::source::Digest;

/// The campaign's state on this machine, under its root.
const STATE: &str = ".campaign";

/// What lies under a campaign's root and is somebody's work: a campaign's own parts, the usual
/// folders of a project around it, version control, and our state.
const SOURCE_FOLDERS: [&str; 12] = [
    "content", "locales", "themes", "src", "tests", "docs", ".git", ".hg", ".jj", ".svn",
    ".github", STATE,
];

/// An output folder that no path speaks against. All its paths are absolute, without links.
#[derive(Debug)]
pub(super) struct Destination {
    /// The campaign's root.
    pub root: PathBuf,
    /// The output folder.
    pub output: PathBuf,
    /// The folder that holds it, and the staging folder beside it.
    pub parent: PathBuf,
    /// How many folders down to and including `parent` have yet to be made.
    pub missing_parents: usize,
}

impl Destination {
    /// Resolves both paths and refuses what must not be published to. Reads, never writes.
    pub fn resolve(target: &Target) -> Result<Self, PublishError> {
        let refuse = |reason| PublishError::Refused {
            root: target.root.clone(),
            output: target.output.clone(),
            reason,
        };
        refuse_words(&target.output).map_err(refuse)?;
        let root = target
            .root
            .canonicalize()
            .map_err(during(Action::Read, &target.root))?;
        let read = during(Action::Read, &target.output);
        let output = follow(&target.output, &root).map_err(|stop| match stop {
            Stop::Refusal(reason) => refuse(reason),
            Stop::Io(error) => read(error),
        })?;
        let Some(parent) = output.parent().map(Path::to_path_buf) else {
            return Err(refuse(Refusal::FileSystemRoot));
        };
        let destination = Self {
            missing_parents: parent.ancestors().take_while(|it| !it.exists()).count(),
            root,
            output,
            parent,
        };
        destination.refuse_folders().map_err(refuse)?;
        destination.refuse_kind().map_err(refuse)?;
        Ok(destination)
    }

    /// The folder that the root's `.campaign` is.
    pub fn state(&self) -> PathBuf {
        self.root.join(STATE)
    }

    /// Where what is known of the output folder is kept. A folder inside the root goes by its path
    /// from there, so that a campaign may be moved together with its site.
    pub fn record(&self) -> PathBuf {
        let name = self.output.strip_prefix(&self.root);
        let name = name.unwrap_or(&self.output);
        let digest = Digest::of(name.as_os_str().as_encoded_bytes()).to_string();
        // 64 bits: a campaign has a handful of output folders.
        self.state().join("outputs").join(&digest[..16])
    }

    /// A refusal for `reason`.
    pub fn refuse(&self, reason: Refusal) -> PublishError {
        PublishError::Refused {
            root: self.root.clone(),
            output: self.output.clone(),
            reason,
        }
    }

    /// Whether something lies at the output folder's path.
    pub fn exists(&self) -> Result<bool, PublishError> {
        system::is_there(&self.output).map_err(during(Action::Read, &self.output))
    }

    /// Whether the output folder is there and holds anything.
    pub fn is_occupied(&self) -> Result<bool, PublishError> {
        match std::fs::read_dir(&self.output) {
            Ok(mut entries) => Ok(entries.next().is_some()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(during(Action::Read, &self.output)(error)),
        }
    }

    /// Whether the same folders are still at these paths, and no link has taken the place of one.
    pub fn confirm(&self) -> Result<(), PublishError> {
        let parent = self
            .parent
            .canonicalize()
            .map_err(during(Action::Read, &self.parent))?;
        if parent != self.parent {
            return Err(self.refuse(Refusal::Moved));
        }
        self.refuse_kind().map_err(|reason| self.refuse(reason))
    }

    fn refuse_folders(&self) -> Result<(), Refusal> {
        let Self { root, output, .. } = self;
        if output == root {
            return Err(Refusal::CampaignRoot);
        }
        let home = std::env::home_dir().map(|home| home.canonicalize().unwrap_or(home));
        if home.is_some_and(|home| home.starts_with(output)) {
            return Err(Refusal::HomeFolder);
        }
        if root.starts_with(output) {
            return Err(Refusal::HoldsCampaign);
        }
        if let Some(folder) = self.source_folder() {
            return Err(Refusal::InsideSources(folder));
        }
        Ok(())
    }

    /// The folder of sources that the output folder is or lies in. Letters' case is ignored, as
    /// some file systems do.
    fn source_folder(&self) -> Option<PathBuf> {
        let inside = self.output.strip_prefix(&self.root).ok()?;
        let first = inside.components().next()?.as_os_str();
        SOURCE_FOLDERS
            .iter()
            .any(|name| first.eq_ignore_ascii_case(name))
            .then(|| self.root.join(first))
    }

    fn refuse_kind(&self) -> Result<(), Refusal> {
        let Ok(metadata) = self.output.symlink_metadata() else {
            return Ok(());
        };
        if metadata.is_symlink() {
            return Err(Refusal::SymbolicLink(self.output.clone()));
        }
        if !metadata.is_dir() {
            return Err(Refusal::NotAFolder);
        }
        let device = |metadata| system::identity(&metadata).0;
        let parent = self.parent.symlink_metadata().map(device);
        if parent.is_ok_and(|parent| parent != device(metadata)) {
            return Err(Refusal::MountPoint);
        }
        Ok(())
    }
}

/// What is wrong with the words of a path, before the disk is asked.
fn refuse_words(output: &Path) -> Result<(), Refusal> {
    let Some(first) = output.components().next() else {
        return Err(Refusal::EmptyPath);
    };
    if first.as_os_str().as_encoded_bytes().starts_with(b"~") {
        return Err(Refusal::HomeShorthand);
    }
    Ok(())
}

/// Why a path was not followed to its end.
enum Stop {
    Refusal(Refusal),
    Io(io::Error),
}

/// The path with `.`, `..` and symbolic links resolved as the kernel would, whether or not it
/// exists. Links in places that the campaign has no say over (`/tmp`, `/home`) are followed; one
/// under the root, or at the very end, is refused.
fn follow(path: &Path, root: &Path) -> Result<PathBuf, Stop> {
    let absolute = std::path::absolute(path).map_err(Stop::Io)?;
    let mut resolved = PathBuf::new();
    let mut last_link = None;
    for component in absolute.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                resolved.pop();
                last_link = None;
            }
            Component::Prefix(_) | Component::RootDir => resolved.push(component),
            Component::Normal(name) => {
                let inside = resolved.starts_with(root);
                resolved.push(name);
                last_link = resolved.is_symlink().then(|| resolved.clone());
                match &last_link {
                    Some(link) if inside => {
                        return Err(Stop::Refusal(Refusal::SymbolicLink(link.clone())));
                    }
                    Some(link) => resolved = link.canonicalize().map_err(Stop::Io)?,
                    None => {}
                }
            }
        }
    }
    match last_link {
        Some(link) => Err(Stop::Refusal(Refusal::SymbolicLink(link))),
        None => Ok(resolved),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: &str) {
        let found = match follow(Path::new(path), Path::new("/nowhere")) {
            Ok(found) => found,
            Err(Stop::Refusal(reason)) => panic!("{path}: {reason}"),
            Err(Stop::Io(error)) => panic!("{path}: {error}"),
        };
        assert_eq!(found, Path::new(expected));
    }

    #[test]
    fn dots_are_resolved_where_nothing_exists() {
        check("/nowhere/a/../b", "/nowhere/b");
        check("/nowhere/./a/", "/nowhere/a");
        check("/nowhere/../../..", "/");
    }
}
