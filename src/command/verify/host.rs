//! A host that the site was put on.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::{Comparison, Verify};
use crate::command::Failure;
use crate::compile::Compiled;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::host::Folder;
use crate::model::policy::Header;
use crate::render::hosts::{Sent, is_for_host};
use crate::rules;
use crate::world::deployment::{Deployment, Found};
use crate::world::publish::Record;
use crate::world::web::{Answer, Client, Trouble, in_lanes};

/// After so many files without an answer the host is left alone: at the usual patience that is a
/// minute, and more would tell nothing new.
const ENOUGH: usize = 20;

/// Headers that no page of a campaign is sent with: they mark a visitor, report to somebody, or
/// send the visitor elsewhere.
const FOREIGN: [&str; 6] = [
    "content-security-policy-report-only",
    "nel",
    "refresh",
    "report-to",
    "reporting-endpoints",
    "set-cookie",
];

/// What came of asking for one file.
enum Outcome {
    /// An answer that is not the file, or none: what is wrong.
    Fault(Diagnostic),
    /// The file: what is wrong with it, and with each of its headers.
    File(Option<Diagnostic>, Vec<Diagnostic>),
    /// A file that nobody but the host should see.
    Exposed,
    /// Rightly not there.
    Withheld,
    /// Not asked for any more.
    Skipped,
}

/// Compares what a host hands out with the record.
pub(super) fn compare(
    record: &Record,
    compiled: &Compiled,
    folder: Folder,
    verify: &Verify,
) -> Result<Comparison, Failure> {
    let Some(deployment) = Deployment::new(
        &verify.place,
        Client::new(Duration::from_secs(verify.seconds)),
    ) else {
        let arguments = [("value", verify.place.clone())];
        return Err(Failure::usage("unverifiable-address", arguments));
    };
    let visit = Visit {
        record,
        deployment,
        sent: Sent::new(&compiled.campaign, &compiled.site, folder),
        silences: AtomicUsize::new(0),
    };
    let paths: Vec<&str> = record.paths().collect();
    // The first alone: when nobody is there, nobody waits for the rest.
    if let Some(first) = paths.iter().find(|path| !is_for_host(path))
        && let Err(trouble) = visit.deployment.read(first, record.size(first))
        && trouble != Trouble::Protocol
    {
        let arguments = [
            ("address", verify.place.clone()),
            ("reason", trouble.as_str().to_owned()),
        ];
        return Err(Failure::machine("cannot-verify", arguments));
    }
    let outcomes = in_lanes(&paths, |path| visit.file(path));
    Ok(gathered(paths, outcomes))
}

struct Visit<'a> {
    record: &'a Record,
    deployment: Deployment,
    sent: Sent,
    /// How many files had no answer.
    silences: AtomicUsize,
}

impl Visit<'_> {
    fn file(&self, path: &str) -> Outcome {
        if self.silences.load(Ordering::Relaxed) >= ENOUGH {
            return Outcome::Skipped;
        }
        let fault = |rule: &'static Rule| Diagnostic::new(rule).with("route", path);
        let found = match self.deployment.read(path, self.record.size(path)) {
            Ok(found) => found,
            Err(trouble) => {
                self.silences.fetch_add(1, Ordering::Relaxed);
                let fault = fault(&rules::UNANSWERED_FILE).with("reason", trouble.as_str());
                return Outcome::Fault(fault.with("status", "-"));
            }
        };
        match found {
            Found::File(_) if is_for_host(path) => Outcome::Exposed,
            _ if is_for_host(path) => Outcome::Withheld,
            Found::File(answer) => {
                let remarks = self.remarks(path, &answer);
                Outcome::File(self.altered(path, &answer), remarks)
            }
            Found::Nothing => Outcome::Fault(fault(&rules::UNDEPLOYED_FILE)),
            Found::Redirect(target) => Outcome::Fault(
                fault(&rules::ALTERED_FILE)
                    .with("reason", "redirect")
                    .with("destination", target),
            ),
            Found::Refusal(status) => Outcome::Fault(
                fault(&rules::UNANSWERED_FILE)
                    .with("reason", "status")
                    .with("status", status),
            ),
        }
    }

    fn altered(&self, path: &str, answer: &Answer) -> Option<Diagnostic> {
        if self.record.holds(path, &answer.bytes) {
            return None;
        }
        let reason = match (answer.bytes.len() as u64).cmp(&self.record.size(path)) {
            std::cmp::Ordering::Less => "shorter",
            std::cmp::Ordering::Equal => "bytes",
            std::cmp::Ordering::Greater => "longer",
        };
        let fault = Diagnostic::new(&rules::ALTERED_FILE).with("route", path);
        Some(fault.with("reason", reason))
    }

    /// What is wrong with the headers of a file, but for its name.
    fn remarks(&self, path: &str, answer: &Answer) -> Vec<Diagnostic> {
        let expected = self.sent.with(path);
        let wrong = expected.into_iter().filter_map(|Header { name, value }| {
            let sent = answer.header(name);
            let fault = match &sent {
                Some(sent) if *sent == value => return None,
                Some(sent) => Diagnostic::new(&rules::ALTERED_HEADER).with("value", sent),
                None => Diagnostic::new(&rules::MISSING_HEADER),
            };
            Some(fault.with("name", name).with("expected", value))
        });
        let foreign = FOREIGN.iter().filter(|name| answer.header(name).is_some());
        wrong
            .chain(foreign.map(|name| Diagnostic::new(&rules::FOREIGN_HEADER).with("name", name)))
            .collect()
    }
}

/// What is wrong with several files in the same way, such as a header, is one fault.
fn gathered(paths: Vec<&str>, outcomes: Vec<Outcome>) -> Comparison {
    let mut comparison = Comparison::default();
    let mut shared: Vec<(Diagnostic, Vec<&str>)> = Vec::new();
    let mut share =
        |fault: Diagnostic, path| match shared.iter_mut().find(|(known, _)| *known == fault) {
            Some((_, paths)) => paths.push(path),
            None => shared.push((fault, vec![path])),
        };
    let mut skipped = 0;
    for (path, outcome) in paths.into_iter().zip(outcomes) {
        match outcome {
            Outcome::Withheld => {}
            Outcome::Exposed => share(Diagnostic::new(&rules::EXPOSED_FILE), path),
            Outcome::Skipped => skipped += 1,
            Outcome::Fault(fault) => comparison.faults.push(fault),
            Outcome::File(fault, remarks) => {
                comparison.compared += 1;
                comparison.faults.extend(fault);
                remarks.into_iter().for_each(|remark| share(remark, path));
            }
        }
    }
    for (fault, paths) in shared {
        let others = match paths.len() - 1 {
            0 => "none".to_owned(),
            others => others.to_string(),
        };
        let fault = fault.with("route", paths[0]).with("others", others);
        comparison.faults.push(fault);
    }
    if skipped > 0 {
        let fault = Diagnostic::new(&rules::UNVERIFIED_FILES).with("others", skipped);
        comparison.faults.push(fault);
    }
    comparison
}
