//! `campaign status`: how far every translation is, and whether each edition may be published.

use std::path::PathBuf;

use crate::command::selection::Selection;
use crate::command::{Failure, Manner, Project, Request, Status};
use crate::diagnostic::Diagnostic;
use crate::model::board::Board;
use crate::rules;
use crate::world::report::{Progress, STATUS_MARK, StatusFormat, status};

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// The campaign.
    pub request: Request,
    /// Whom the board is for.
    pub format: StatusFormat,
    /// The file to write it to; the terminal when none.
    pub output: Option<PathBuf>,
}

/// Tells how far the translations are. The status says that something is wrong when an edition is
/// not as far as campaign.toml demands.
///
/// # Errors
/// When the command makes no sense or the machine would not.
pub fn run(standing: &Standing, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::prepare(&standing.request)?;
    let Some(compiled) = project.compiled.as_ref() else {
        return Ok(project.report(manner));
    };
    let selection = Selection::new(&compiled.site, &standing.request.editions)?;
    let foreign = compiled.in_another_language();
    let board = Board::new(&compiled.campaign, &compiled.site).without(&foreign);
    let is_of_the_lock = |fault: &&Diagnostic| fault.rule == &rules::BROKEN_LOCK;
    let editions = 0..compiled.site.editions.len();
    let progress = Progress {
        board: &board,
        site: &compiled.site,
        foreign: foreign.len(),
        unreadable: project.faults.iter().filter(is_of_the_lock).count(),
        phrases: &compiled.campaign.phrases,
        editions: editions.filter(|edition| selection.has(*edition)).collect(),
        sources: &project.snapshot,
        date: compiled.today,
    };
    let text = status(&progress, standing.format, &manner.voice);
    super::document::put(&text, standing.output.as_deref(), STATUS_MARK)?;
    let mut verdicts = progress.editions.iter().flat_map(|at| &board.verdicts[*at]);
    Ok(match verdicts.all(|verdict| verdict.unmet.is_empty()) {
        true => Status::Done,
        false => Status::Faults,
    })
}
