//! `campaign readability`: how easy each page is to read, and what a person accepts of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::plain::{self, Score};
use crate::command::translate::names::pages;
use crate::command::{Failure, Manner, Project, Request, Status};
use crate::compile::Compiled;
use crate::model::page::PageKey;
use crate::model::readability::{PATH, Readability, Record};
use crate::rules;
use crate::source::{Source, SourcePath};
use crate::world::amend::amend;
use crate::world::report::{Argument, Format, Stream};

/// What is accepted.
#[derive(Clone, Debug, Default)]
pub struct Readable {
    /// The campaign.
    pub request: Request,
    /// The folders of pages that may be harder than they were.
    pub names: Vec<String>,
    /// Why they may.
    pub reason: Option<String>,
}

/// How a page stands beside what was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Harder,
    Easier,
    New,
    Same,
}

impl Standing {
    fn of(score: Score, record: Option<&Record>) -> Self {
        let record = record.filter(|record| record.index == score.index);
        match record {
            None => Self::New,
            Some(record) if score.is_worse_than(record.score) => Self::Harder,
            Some(record) if score.tenths == record.score => Self::Same,
            Some(_) => Self::Easier,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Harder => "harder",
            Self::Easier => "easier",
            Self::New => "new",
            Self::Same => "same",
        }
    }
}

/// Says how easy each page is to read, those that got harder first. The status says that something
/// is wrong when there are any.
///
/// # Errors
/// When the command makes no sense or the machine would not.
pub fn show(request: &Request, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open(request)?;
    let Some(compiled) = project.compiled.take() else {
        return Ok(project.report(manner));
    };
    let records = &compiled.campaign.readability.records;
    let scores = plain::scores(&compiled.campaign, &compiled.site);
    let mut lines: Vec<(Standing, String)> = scores
        .iter()
        .map(|(path, score)| {
            let record = records.get(path);
            let standing = Standing::of(*score, record);
            (standing, line(path, *score, record, standing, manner))
        })
        .collect();
    lines.sort_by_key(|(standing, _)| *standing != Standing::Harder);
    let is_any_harder = lines
        .first()
        .is_some_and(|(first, _)| *first == Standing::Harder);
    if lines.is_empty() {
        lines.push((Standing::Same, manner.voice.say("readability-none", &[])));
    }
    let text: String = lines.into_iter().map(|(_, line)| line + "\n").collect();
    if Stream::Output.write(&text).is_err() {
        return Ok(Status::Machine);
    }
    Ok(match is_any_harder {
        true => Status::Faults,
        false => Status::Done,
    })
}

fn line(
    path: &SourcePath,
    score: Score,
    record: Option<&Record>,
    standing: Standing,
    manner: &Manner,
) -> String {
    let score_text = score.tenths.to_string();
    let accepted = record
        .map(|record| record.score.to_string())
        .unwrap_or_default();
    let arguments: [(&str, Argument<'_>); 5] = [
        ("path", path.as_str().into()),
        ("index", score.index.into()),
        ("score", score_text.as_str().into()),
        ("accepted", accepted.as_str().into()),
        ("state", standing.word().into()),
    ];
    manner.voice.say("readability-line", &arguments)
}

/// Records how easy the pages are to read now: of those that got harder, only the named ones.
///
/// # Errors
/// When a page got harder and no reason is given, a file was changed meanwhile, or the machine would
/// not.
pub fn accept(readable: &Readable, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::open(&readable.request)?;
    let Some(compiled) = project.compiled.take() else {
        return Ok(project.report(manner));
    };
    project
        .faults
        .retain(|fault| fault.rule == &rules::BROKEN_READABILITY);
    if !project.faults.is_empty() {
        project.report(manner);
        return Err(Failure::usage("readability-unreadable", []));
    }
    let named = pages(&readable.names, &compiled)?;
    let scores = plain::scores(&compiled.campaign, &compiled.site);
    let (accepted, harder) = records(readable, &named, &scores, &compiled)?;
    let before = &compiled.campaign.readability;
    let changed = accepted.records.iter();
    let changed = changed.filter(|(path, record)| before.records.get(*path) != Some(record));
    let changed = changed.count();
    if accepted != *before {
        let file = Source::new(PATH, accepted.to_string().into_bytes());
        amend(&project.root, &project.snapshot, &[file])?;
    }
    tell("readability-accepted", changed, manner);
    if harder > 0 {
        tell("readability-harder", harder, manner);
    }
    Ok(Status::Done)
}

/// What the file holds afterwards, and how many pages got harder and were not named.
fn records(
    readable: &Readable,
    named: &BTreeSet<PageKey>,
    scores: &BTreeMap<SourcePath, Score>,
    compiled: &Compiled,
) -> Result<(Readability, usize), Failure> {
    let before = &compiled.campaign.readability;
    let mut accepted = Readability::default();
    // What has too few words now, or is a draft today, keeps what it had; what is gone does not.
    let all = compiled
        .campaign
        .pages
        .values()
        .flat_map(|page| &page.translations);
    for path in all.map(|own| &own.path) {
        if let Some(record) = before.records.get(path) {
            accepted.records.insert(path.clone(), record.clone());
        }
    }
    let mut harder = 0;
    for (path, score) in scores {
        let record = before.records.get(path);
        let reason =
            match Standing::of(*score, record) {
                Standing::Same => continue,
                Standing::New | Standing::Easier => None,
                Standing::Harder if !is_named(path, named) => {
                    harder += 1;
                    continue;
                }
                Standing::Harder => Some(readable.reason.clone().ok_or_else(|| {
                    Failure::usage("because-missing", [("path", path.to_string())])
                })?),
            };
        let record = Record {
            index: score.index.to_owned(),
            score: score.tenths,
            reason,
        };
        accepted.records.insert(path.clone(), record);
    }
    Ok((accepted, harder))
}

fn is_named(path: &SourcePath, named: &BTreeSet<PageKey>) -> bool {
    let folder = path.folder();
    let folder = folder.strip_prefix("content").unwrap_or(folder);
    named.contains(&PageKey::new(folder.trim_start_matches('/')))
}

fn tell(id: &str, count: usize, manner: &Manner) {
    if manner.quiet || manner.format != Format::Text {
        return;
    }
    let said = manner.voice.say(id, &[("count", count.into())]);
    // The work is done whether or not anybody reads this.
    let _ = Stream::Output.write(&(said + "\n"));
}
