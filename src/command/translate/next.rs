//! `campaign translate next`: what to do now in one language, the most important first.

use std::collections::BTreeMap;
use std::path::Path;

use crate::command::translate::names::target;
use crate::command::{Failure, Manner, Project, Request, Status, document};
use crate::compile::Compiled;
use crate::model::board::Board;
use crate::model::change::{holds_what_is_gone, predecessors};
use crate::model::task::{Task, Work};
use crate::parse::content;
use crate::source::Span;
use crate::world::history::versions;
use crate::world::report::{FEW, Told, tasks};

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Next {
    /// The campaign.
    pub request: Request,
    /// The language.
    pub locale: String,
    /// How much of it.
    pub extent: Extent,
}

/// How much is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// As much as anybody does before they ask again.
    #[default]
    Few,
    /// All of it.
    All,
}

/// Tells what to do.
///
/// # Errors
/// When the command makes no sense or the machine would not.
pub fn run(next: &Next, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::prepare(&next.request)?;
    let Some(compiled) = project.compiled.as_ref() else {
        return Ok(project.report(manner));
    };
    let locale = target(&next.locale, compiled)?;
    let foreign = compiled.in_another_language();
    let board = Board::new(&compiled.campaign, &compiled.site).without(&foreign);
    let found = board.tasks(&compiled.campaign, &compiled.site, &locale);
    let limit = match next.extent {
        Extent::Few => FEW,
        Extent::All => usize::MAX,
    };
    let before = found
        .iter()
        .take(limit)
        .filter(|task| task.work == Work::Update)
        .filter_map(|task| Some((task.file.clone(), earlier(task, compiled, &project.root)?)))
        .collect();
    let told = Told {
        before,
        locale: &locale,
        tasks: &found,
        limit,
        campaign: &compiled.campaign,
        sources: &project.snapshot,
    };
    let text = tasks(&told, manner.format, &manner.voice);
    document::put(&text, None, "")?;
    Ok(Status::Done)
}

/// What the texts of an original said when its translation was made, by where they stand now: the
/// latest version of the file that has all of it.
fn earlier(task: &Task<'_>, compiled: &Compiled, root: &Path) -> Option<BTreeMap<Span, String>> {
    let campaign = &compiled.campaign;
    let record = campaign.lock.record(&task.file)?;
    let page = campaign.pages.get(task.page?)?;
    let path = task.original?;
    let now = page.translations.iter().find(|own| own.path == *path)?;
    let mut versions = versions(root, path).filter_map(|source| {
        let read = content::parse_file(&source, &campaign.settings).value?;
        Some((source.text().ok()?.into_owned(), read))
    });
    let (text, then) =
        versions.find(|(_, then)| holds_what_is_gone(now.texts(), then.texts(), record))?;
    let pairs = predecessors(now.texts(), then.texts(), record).into_iter();
    let before = pairs.filter_map(|(own, before)| {
        let words = text.get(before?.span.range())?;
        Some((own.span, words.to_owned()))
    });
    Some(before.collect())
}
