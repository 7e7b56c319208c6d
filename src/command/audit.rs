//! `campaign audit`: what was promised to visitors, and what the pages say about it. Everything is
//! built in memory and nothing is published.

use std::path::PathBuf;

use crate::check::audit::{Audit, Status as Verdict};
use crate::command::document;
use crate::command::{Failure, Manner, Project, Request, Status};
use crate::diagnostic::{Diagnostic, Severity};
use crate::world::report::{AUDIT_MARK, AuditFormat, audit};

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Auditing {
    /// The campaign.
    pub request: Request,
    /// Whom the report is for.
    pub format: AuditFormat,
    /// The file to write it to; the terminal when none.
    pub output: Option<PathBuf>,
}

/// Audits. The status says that something is wrong when a promise is broken.
///
/// # Errors
/// When the command makes no sense or the machine would not.
pub fn run(auditing: &Auditing, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open(&auditing.request)?;
    let Some(compiled) = project.compiled.as_ref() else {
        return Ok(project.report(manner));
    };
    let (editions, errors) = compiled.audit();
    let settings = &compiled.campaign.settings;
    let is_error = |fault: &&Diagnostic| fault.severity == Severity::Error;
    let report = Audit {
        base_url: settings.base_url.clone(),
        date: compiled.today.to_string(),
        hosts: settings.hosts.clone(),
        errors: errors + project.faults.iter().filter(is_error).count(),
        editions,
    };
    let text = audit(auditing.format, &report);
    document::put(&text, auditing.output.as_deref(), AUDIT_MARK)?;
    let is_broken = report
        .tally()
        .get(&Verdict::Broken)
        .is_some_and(|count| *count > 0);
    Ok(match is_broken || report.errors > 0 {
        true => Status::Faults,
        false => Status::Done,
    })
}
