//! A report for GitHub: one workflow command a line, which shows as an annotation in the pull
//! request. [The form](https://docs.github.com/actions/reference/workflow-commands-for-github-actions)
//! is `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`.

use std::fmt::Write;

use super::escape::escape;
use super::finding::Finding;
use super::location::{Locator, Region};
use super::voice::Voice;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Snapshot;

/// The report as workflow commands, one for each diagnostic. GitHub itself shows only the first
/// few of each severity.
pub fn github(diagnostics: &[Diagnostic], sources: &Snapshot, voice: &Voice) -> String {
    let mut locator = Locator::new(sources);
    diagnostics
        .iter()
        .map(|diagnostic| command(&Finding::new(diagnostic, voice, &mut locator)))
        .collect()
}

fn command(finding: &Finding) -> String {
    let mut properties = Vec::new();
    if let Some(location) = &finding.location {
        properties.push(format!("file={}", property(&escape(location.path))));
        properties.extend(location.region.map(region));
    }
    properties.push(format!("title={}", property(finding.diagnostic.rule.id)));
    let message = data(&format!("{}\n{}", finding.message, finding.fix));
    let mut line = format!("::{} ", level(finding.diagnostic.severity));
    writeln!(line, "{}::{message}", properties.join(",")).expect("a String takes everything");
    line
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

fn region(region: Region) -> String {
    let Region { start, end, .. } = region;
    let lines = format!(
        "line={},endLine={},col={}",
        start.line, end.line, start.column
    );
    // GitHub refuses columns for what spans several lines, and counts the last as part of it.
    if start.line != end.line || start.column == end.column {
        return lines;
    }
    format!("{lines},endColumn={}", end.column - 1)
}

/// What follows the last `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What stands between the commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        assert_eq!(data("50 %\r\na:b,c"), "50 %25%0D%0Aa:b,c");
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
    }
}
