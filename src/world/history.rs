//! Earlier versions of a file, as far as git keeps them. The home of git.
//!
//! Only plumbing is asked, which runs nothing of what a repository's configuration names.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::source::{Source, SourcePath};

/// As many versions are looked at: a translation that is further behind is written anew.
const MOST: usize = 50;

/// The versions of a file that were committed, the latest first. None where there is no git or no
/// repository: nobody has to have either.
pub fn versions(root: &Path, path: &SourcePath) -> impl Iterator<Item = Source> {
    let most = format!("-n{MOST}");
    let commits = git(root, &["rev-list", &most, "HEAD", "--", path.as_str()]);
    let commits = String::from_utf8(commits.unwrap_or_default()).unwrap_or_default();
    let commits: Vec<String> = commits.lines().map(str::to_owned).collect();
    let (root, path) = (root.to_owned(), path.clone());
    commits.into_iter().filter_map(move |commit| {
        let name = format!("{commit}:./{path}");
        let bytes = git(&root, &["cat-file", "blob", &name])?;
        Some(Source::new(path.clone(), bytes))
    })
}

fn git(root: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let done = Command::new("git")
        .arg("--literal-pathspecs")
        .arg("-C")
        .arg(root)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    done.status.success().then_some(done.stdout)
}
