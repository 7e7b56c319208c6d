//! `campaign verify DIR|URL`: is what is deployed what was built.
//!
//! Every file that was published is read where it was deployed and compared byte for byte with the
//! record of the build. In a folder, files that nobody published are named too; a host does not
//! tell what else it has.

use std::path::PathBuf;

use rayon::prelude::*;

use crate::command::{Failure, Manner, Status};
use crate::diagnostic::{self, Diagnostic};
use crate::rules;
use crate::source::{Digest, Snapshot};
use crate::world::deployment::Deployment;
use crate::world::disk;
use crate::world::publish::{Record, Target, Written};
use crate::world::report::{Format, Stream, report};

/// What a verification is asked for.
#[derive(Clone, Debug, Default)]
pub struct Verify {
    /// The folder to start looking for campaign.toml from.
    pub folder: PathBuf,
    /// The folder or address that the site was deployed to.
    pub place: String,
    /// The folder that it was built into, when not `public/`.
    pub output: Option<PathBuf>,
}

/// Compares, and says what differs.
///
/// # Errors
/// When there is nothing to compare, or the place cannot be read.
pub fn run(verify: &Verify, manner: &Manner) -> Result<Status, Failure> {
    let record = record(verify)?;
    let Some(deployment) = Deployment::parse(&verify.place) else {
        let arguments = [("value", verify.place.clone())];
        return Err(Failure::usage("unverifiable-address", arguments));
    };
    let failed = |error: std::io::Error| {
        let arguments = [
            ("address", verify.place.clone()),
            ("reason", error.to_string()),
        ];
        Failure::machine("cannot-verify", arguments)
    };
    let mut faults = compare(&record, &deployment).map_err(failed)?;
    faults.extend(extras(&record, &deployment).map_err(failed)?);
    diagnostic::sort(&mut faults);
    tell(&faults, &record, manner)
}

/// The record of the build: of the folder itself if it was built into, else of the campaign's
/// output.
fn record(verify: &Verify) -> Result<Record, Failure> {
    let shown = |path: &std::path::Path| path.display().to_string();
    let root = disk::find_root(&verify.folder)
        .ok_or_else(|| Failure::usage("no-campaign", [("folder", shown(&verify.folder))]))?;
    let output = verify
        .output
        .clone()
        .unwrap_or_else(|| root.join(super::build::OUTPUT));
    let target = Target {
        root,
        output: output.clone(),
    };
    Record::of(&target)?
        .ok_or_else(|| Failure::usage("nothing-published", [("folder", shown(&output))]))
}

fn compare(record: &Record, deployment: &Deployment) -> std::io::Result<Vec<Diagnostic>> {
    let found: Vec<Option<Diagnostic>> = record
        .files
        .par_iter()
        .map(|(route, written)| fault(route, written, deployment))
        .collect::<std::io::Result<_>>()?;
    Ok(found.into_iter().flatten().collect())
}

fn fault(
    route: &str,
    written: &Written,
    deployment: &Deployment,
) -> std::io::Result<Option<Diagnostic>> {
    let Some(found) = deployment.read(route, written.size)? else {
        return Ok(Some(
            Diagnostic::new(&rules::UNDEPLOYED_FILE).with("route", route),
        ));
    };
    // The headers that each file must have come from the policy table, once there is one; they are
    // at hand in `found.headers`.
    if Digest::of(&found.bytes).to_string() == written.digest {
        return Ok(None);
    }
    let reason = match (found.bytes.len() as u64).cmp(&written.size) {
        std::cmp::Ordering::Less => "shorter",
        std::cmp::Ordering::Equal => "same",
        std::cmp::Ordering::Greater => "longer",
    };
    Ok(Some(
        Diagnostic::new(&rules::ALTERED_FILE)
            .with("route", route)
            .with("reason", reason)
            .with("size", found.bytes.len())
            .with("limit", written.size),
    ))
}

fn extras(record: &Record, deployment: &Deployment) -> std::io::Result<Vec<Diagnostic>> {
    let paths = deployment.list()?.unwrap_or_default();
    Ok(paths
        .into_iter()
        .filter(|path| !record.files.contains_key(path))
        .map(|path| Diagnostic::new(&rules::FOREIGN_FILE).with("route", path))
        .collect())
}

fn tell(faults: &[Diagnostic], record: &Record, manner: &Manner) -> Result<Status, Failure> {
    let stream = match manner.format {
        Format::Text => Stream::Error,
        _ => Stream::Output,
    };
    let sources = Snapshot::default();
    let text = report(manner.format, faults, &sources, &manner.voice, stream.style());
    if stream.write(&text).is_err() {
        return Ok(Status::Machine);
    }
    if !faults.is_empty() {
        return Ok(Status::Faults);
    }
    if manner.format == Format::Text && !manner.quiet {
        let count = record.files.len();
        let line = manner.voice.say("verified", &[("count", count.into())]);
        // The exit status says the same.
        let _ = Stream::Output.write(&(line + "\n"));
    }
    Ok(Status::Done)
}
