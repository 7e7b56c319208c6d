//! `campaign verify DIR|URL`: is what is deployed what was built.
//!
//! Every file that was published is read where it was deployed and compared, byte for byte, with
//! the record of the build; a host must also send the headers of the one table. In a folder, what
//! nobody published is named too; a host does not tell what else it has.

mod folder;
mod host;

use std::path::{Path, PathBuf};

use crate::command::{Failure, Manner, Project, Request, Status, headers};
use crate::compile::Compiled;
use crate::diagnostic::Diagnostic;
use crate::model::host::Folder;
use crate::model::link::below;
use crate::model::route::Route;
use crate::world::publish::{Record, Target};
use crate::world::report::{Argument, Format, Stream};

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Verify {
    /// The campaign.
    pub request: Request,
    /// The folder or address that it was deployed to.
    pub place: String,
    /// The folder that it was built into, when not `public/`.
    pub output: Option<PathBuf>,
    /// The audience whose folder was deployed alone.
    pub audience: Option<String>,
    /// How many seconds to wait for each file.
    pub seconds: u64,
}

/// What a comparison came to.
#[derive(Debug, Default)]
struct Comparison {
    /// What differs.
    faults: Vec<Diagnostic>,
    /// How many files were compared.
    compared: usize,
}

/// Compares, and says what differs.
///
/// # Errors
/// When there is nothing to compare, or the place cannot be read.
pub fn run(verify: &Verify, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open(&verify.request)?;
    let Some(compiled) = project.compiled.take() else {
        return Ok(project.report(manner));
    };
    let folder = headers::folder(&compiled, verify.audience.as_deref())?;
    let record = part(record(verify, &project.root)?, &compiled, folder);
    let comparison = match verify.place.contains("://") {
        true => host::compare(&record, &compiled, folder, verify)?,
        false => folder::compare(&record, Path::new(&verify.place))?,
    };
    // What is wrong with the sources is for `campaign check`.
    project.faults = compiled.with_levels(comparison.faults);
    project.compiled = Some(compiled);
    let is_same = project.faults.is_empty();
    let status = project.report(manner);
    if is_same && manner.format == Format::Text && !manner.quiet {
        let count = Argument::Number(comparison.compared);
        // The exit status says the same.
        let _ = Stream::Output.write(&(manner.voice.say("verified", &[("count", count)]) + "\n"));
    }
    Ok(status)
}

/// The record of what was last published.
fn record(verify: &Verify, root: &Path) -> Result<Record, Failure> {
    let output = verify
        .output
        .clone()
        .unwrap_or_else(|| root.join(super::build::OUTPUT));
    let target = Target {
        root: root.to_path_buf(),
        output: output.clone(),
    };
    Record::of(&target)?.ok_or_else(|| {
        let folder = output.display().to_string();
        Failure::usage("nothing-published", [("folder", folder)])
    })
}

/// The part of the record that lies in `folder`, by paths from there.
fn part(record: Record, compiled: &Compiled, folder: Folder) -> Record {
    let Folder::Audience(index) = folder else {
        return record;
    };
    let audiences = &compiled.campaign.settings.audiences;
    let own = audiences[index].slug.as_str();
    let lies_in = |path: &str, slug: &str| {
        path.strip_prefix(slug)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    record.part(|path| {
        let is_own = match own {
            // What lies at the root besides the folders of others.
            "" => !audiences
                .iter()
                .any(|other| !other.slug.is_empty() && lies_in(path, &other.slug)),
            slug => lies_in(path, slug),
        };
        is_own.then(|| below(&Route::new([path]), own).to_owned())
    })
}
