//! `campaign translate next`: what to do now in one language, the most important first.

use crate::command::translate::names::target;
use crate::command::{Failure, Manner, Project, Request, Status, document};
use crate::model::board::Board;
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
    let board = Board::new(&compiled.campaign, &compiled.site);
    let found = board.tasks(&compiled.campaign, &compiled.site, &locale);
    let told = Told {
        locale: &locale,
        tasks: &found,
        limit: match next.extent {
            Extent::Few => FEW,
            Extent::All => usize::MAX,
        },
        campaign: &compiled.campaign,
        sources: &project.snapshot,
    };
    let text = tasks(&told, manner.format, &manner.voice);
    document::put(&text, None, "")?;
    Ok(Status::Done)
}
