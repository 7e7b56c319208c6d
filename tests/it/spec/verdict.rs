//! Whether what came is what was expected.

use std::collections::BTreeMap;
use std::fmt;

use campaign::source::Source;

use super::block::{self, Extent, Meaning};
use super::document::{Block, Spec};
use super::glob;
use super::outcome::{Outcome, folded};

/// What is wrong with a test.
#[derive(Default)]
pub struct Verdict {
    /// What was expected and what came.
    pub complaints: Vec<String>,
    /// What its `diagnostics` should say.
    pub rewritings: Vec<Rewriting>,
}

/// Other lines for a block.
pub struct Rewriting {
    /// The index of its first line in the document.
    pub start: usize,
    /// How many lines it has.
    pub length: usize,
    /// The lines it should have.
    pub lines: Vec<String>,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.complaints.join("\n"))
    }
}

impl Verdict {
    /// A failure for one reason.
    pub fn complaint(reason: &str) -> Self {
        let mut verdict = Self::default();
        verdict.complain(reason);
        verdict
    }

    /// Runs a test.
    pub fn of(shared: &[Block], spec: &Spec) -> Self {
        let mut verdict = Self::default();
        let mut sources: BTreeMap<String, Source> = BTreeMap::new();
        let mut options = block::options();
        let mut expected = Vec::new();
        for block in shared.iter().chain(&spec.blocks) {
            match Meaning::of(block) {
                Ok(Meaning::Source(source)) => {
                    sources.insert(source.path.to_string(), source);
                }
                Ok(Meaning::Without(path)) if sources.remove(&path).is_none() => {
                    verdict.complain(&format!("without {path}: there is no such file"));
                }
                Ok(Meaning::Without(_) | Meaning::Example) => {}
                Ok(Meaning::Options(chosen)) => options = chosen,
                Ok(meaning) => expected.push((block, meaning)),
                Err(reason) => verdict.complain(&reason),
            }
        }
        let outcome = Outcome::of(sources.into_values().collect(), &options);
        let is_diagnostics =
            |(_, meaning): &(&Block, Meaning)| matches!(meaning, Meaning::Diagnostics(_));
        if !expected.iter().any(is_diagnostics) {
            verdict.faults(&[], &outcome, Extent::All);
        }
        for (block, meaning) in &expected {
            verdict.judge(block, meaning, &outcome);
        }
        verdict
    }

    fn complain(&mut self, reason: &str) {
        self.complaints.push(format!("  {reason}"));
    }

    fn judge(&mut self, block: &Block, meaning: &Meaning, outcome: &Outcome) {
        match meaning {
            Meaning::Diagnostics(extent) => {
                if !self.faults(&block.lines, outcome, *extent) && *extent == Extent::All {
                    self.rewritings.push(Rewriting {
                        start: block.start,
                        length: block.lines.len(),
                        lines: outcome.faults.clone(),
                    });
                }
            }
            Meaning::Output { path, text } => self.output(path, text, outcome),
            Meaning::Absent { pattern, texts } => self.absent(pattern, texts, outcome),
            Meaning::Files { pattern } => self.files(pattern, &block.lines, outcome),
            Meaning::Source(_) | Meaning::Without(_) | Meaning::Options(_) | Meaning::Example => {}
        }
    }

    /// Each expected line stands for one fault, each fault for one line.
    fn faults(&mut self, expected: &[String], outcome: &Outcome, extent: Extent) -> bool {
        let mut left: Vec<&String> = outcome.faults.iter().collect();
        let before = self.complaints.len();
        for line in expected {
            match left.iter().position(|fault| is_meant(line, fault)) {
                Some(at) => drop(left.remove(at)),
                None => self.complain(&format!("expected {line}")),
            }
        }
        let is_over = extent == Extent::All || self.complaints.len() > before;
        for fault in left.iter().filter(|_| is_over) {
            self.complain(&format!("came     {fault}"));
        }
        self.complaints.len() == before
    }

    fn output(&mut self, path: &str, text: &str, outcome: &Outcome) {
        let Some(bytes) = outcome.files.get(path) else {
            let there: Vec<&str> = outcome.files.keys().map(String::as_str).collect();
            return self.complain(&format!(
                "no file {path} among\n    {}",
                there.join("\n    ")
            ));
        };
        let came = String::from_utf8_lossy(bytes);
        let folded_came = folded(&came);
        let mut rest = folded_came.as_str();
        for part in parts(text) {
            match rest.find(&part) {
                Some(at) => rest = &rest[at + part.len()..],
                None => {
                    let came = came.trim().replace('\n', "\n    ");
                    return self.complain(&format!(
                        "not in {path}\n    {part}\n  which is\n    {came}"
                    ));
                }
            }
        }
    }

    fn absent(&mut self, pattern: &str, texts: &[String], outcome: &Outcome) {
        let files: Vec<(&String, &Vec<u8>)> = outcome
            .files
            .iter()
            .filter(|(path, _)| glob::matches(pattern, path))
            .collect();
        match (files.is_empty(), texts.is_empty()) {
            (false, true) => {
                let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
                self.complain(&format!("should not be there: {}", paths.join(", ")));
            }
            (true, false) => self.complain(&format!("no file {pattern}")),
            _ => {}
        }
        for (path, bytes) in files {
            let came = folded(&String::from_utf8_lossy(bytes));
            for text in texts.iter().filter(|text| came.contains(&folded(text))) {
                self.complain(&format!("in {path}: {text}"));
            }
        }
    }

    fn files(&mut self, pattern: &str, expected: &[String], outcome: &Outcome) {
        let mut expected: Vec<&str> = expected.iter().map(|line| line.trim()).collect();
        expected.retain(|line| !line.is_empty());
        expected.sort_unstable();
        let came: Vec<&str> = outcome
            .files
            .keys()
            .map(String::as_str)
            .filter(|path| glob::matches(pattern, path))
            .collect();
        if came != expected {
            let list = |paths: &[&str]| paths.join("\n    ");
            let reason = format!(
                "expected the files\n    {}\n  came\n    {}",
                list(&expected),
                list(&came)
            );
            self.complain(&reason);
        }
    }
}

/// Whether a line of a document means this fault: all of it up to the place, and behind that as
/// much as is written.
fn is_meant(line: &str, fault: &str) -> bool {
    let (head, tail) = parted(line);
    let (fault_head, fault_tail) = parted(fault);
    head == fault_head && fault_tail.contains(&tail)
}

/// Severity, rule and place, and the rest.
fn parted(line: &str) -> (Vec<&str>, String) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (head, tail) = words.split_at(words.len().min(3));
    (head.to_vec(), tail.join(" "))
}

/// The parts of a text between lines of `…`.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in text.lines() {
        match (line.trim(), parts.last_mut()) {
            ("…", _) => parts.push(String::new()),
            (line, Some(part)) => *part = folded(&format!("{part} {line}")),
            (_, None) => {}
        }
    }
    parts
}
