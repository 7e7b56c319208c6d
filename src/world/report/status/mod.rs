//! The board: how far every translation has come, for a person at a terminal, as a page, or for a
//! program.

mod html;
mod json;
mod text;

use crate::model::board::{Board, Cell};
use crate::model::date::Date;
use crate::model::phrases::Phrases;
use crate::model::site::Site;
use crate::model::state::State;
use crate::source::Snapshot;

use super::voice::Voice;

/// Whom the board is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatusFormat {
    /// A person at a terminal.
    #[default]
    Text,
    /// People: one page without anything outside it.
    Html,
    /// Programs.
    Json,
}

impl StatusFormat {
    /// All of them, in the order in which help lists them.
    pub const ALL: [Self; 3] = [Self::Text, Self::Html, Self::Json];

    /// The word for it after `--format`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Json => "json",
        }
    }

    /// The format of this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == name)
    }
}

/// What the first lines of every page and document say, so that a report is only ever written over
/// a report.
pub const MARK: &str = "campaign status";

/// What a board is made of.
pub struct Progress<'a> {
    /// How everything stands.
    pub board: &'a Board<'a>,
    /// The editions.
    pub site: &'a Site,
    /// How many files are in another language than they say.
    pub foreign: usize,
    /// How many lines of the record of what was translated cannot be read.
    pub unreadable: usize,
    /// The messages.
    pub phrases: &'a [Phrases],
    /// The editions that are shown, as indexes into the site's.
    pub editions: Vec<usize>,
    /// The sources, for lines.
    pub sources: &'a Snapshot,
    /// The day.
    pub date: Date,
}

/// The board as `format` has it.
pub fn status(progress: &Progress<'_>, format: StatusFormat, voice: &Voice) -> String {
    match format {
        StatusFormat::Text => text::text(progress, voice),
        StatusFormat::Html => html::html(progress, voice),
        StatusFormat::Json => json::json(progress),
    }
}

impl<'a> Progress<'a> {
    /// The name of an edition.
    fn name(&self, edition: usize) -> String {
        self.site.editions[edition].edition.to_string()
    }

    /// The cells of an edition.
    fn cells(&self, edition: usize) -> impl Iterator<Item = Cell<'a>> + '_ {
        let rows = self.board.rows.iter();
        rows.filter_map(move |row| row.cells[edition])
    }

    /// How many pages of an edition stand in each state, in the order of the legend.
    fn tally(&self, edition: usize) -> Vec<(State, usize)> {
        let counts = State::ALL.map(|state| {
            let cells = self.cells(edition);
            (state, cells.filter(|cell| cell.state == state).count())
        });
        counts.into_iter().filter(|(_, count)| *count > 0).collect()
    }
}
