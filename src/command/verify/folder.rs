//! A folder that the site was put into.

use std::path::Path;

use super::Comparison;
use crate::command::Failure;
use crate::diagnostic::{Diagnostic, Rule};
use crate::rules;
use crate::world::publish::Record;

/// Compares what lies in `folder` with the record.
pub(super) fn compare(record: &Record, folder: &Path) -> Result<Comparison, Failure> {
    if !folder.is_dir() {
        let arguments = [("folder", folder.display().to_string())];
        return Err(Failure::usage("no-such-folder", arguments));
    }
    let found = record.differences(folder)?;
    let named = |rule: &'static Rule, paths: Vec<String>| {
        paths
            .into_iter()
            .map(move |path| Diagnostic::new(rule).with("route", path))
    };
    let altered =
        named(&rules::ALTERED_FILE, found.altered).map(|fault| fault.with("reason", "bytes"));
    Ok(Comparison {
        faults: altered
            .chain(named(&rules::UNDEPLOYED_FILE, found.missing))
            .chain(named(&rules::FOREIGN_FILE, found.foreign))
            .collect(),
        compared: record.len(),
    })
}
