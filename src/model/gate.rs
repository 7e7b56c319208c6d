//! Gates: what must be true of an edition before it is published, and whether it is.

use crate::model::audience::Edition;
use crate::model::board::{Board, Cell};
use crate::model::campaign::Campaign;
use crate::model::pattern::matches;
use crate::model::state::State;
use crate::source::{SourcePath, Span};

/// What can be demanded of the translations of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Demand {
    /// Every page that is not left out on purpose is there.
    Complete,
    /// None is older than its original, and that is known of each.
    Fresh,
    /// None is as a machine made it.
    Human,
    /// A second person has read each.
    Reviewed,
}

impl Demand {
    /// All of them, in the order in which they are usually met.
    pub const ALL: [Self; 4] = [Self::Complete, Self::Fresh, Self::Human, Self::Reviewed];

    /// The word for it in campaign.toml.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Fresh => "fresh",
            Self::Human => "human",
            Self::Reviewed => "reviewed",
        }
    }

    /// The demand of this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|demand| demand.as_str() == name)
    }
}

/// What is demanded of the editions of a pattern, each with where campaign.toml says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Which editions: `survivors/*`.
    pub pattern: String,
    /// Where the pattern stands.
    pub span: Span,
    /// The demands.
    pub demands: Vec<(Demand, Span)>,
}

/// Whether one edition meets one demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The demand.
    pub demand: Demand,
    /// Where campaign.toml makes it.
    pub span: Span,
    /// The files that do not meet it, the original's where there is no translation.
    pub unmet: Vec<SourcePath>,
}

impl Board<'_> {
    /// What is demanded of the edition at `index` among the site's, each demand once.
    pub(super) fn judge(
        &self,
        campaign: &Campaign,
        index: usize,
        edition: &Edition,
    ) -> Vec<Verdict> {
        let name = edition.to_string();
        let gates = campaign.settings.release.iter();
        let gates = gates.filter(|gate| matches(&gate.pattern, &name));
        let mut demands: Vec<(Demand, Span)> = gates
            .flat_map(|gate| gate.demands.iter().copied())
            .collect();
        demands.sort();
        demands.dedup_by_key(|(demand, _)| *demand);
        let verdict = |(demand, span)| {
            let cells = self.rows.iter().filter_map(|row| row.cells[index]);
            let failing = cells.filter(|cell| !self.meets(demand, cell));
            let pages = failing.map(|cell| cell.translation.unwrap_or(cell.original));
            let mut unmet: Vec<SourcePath> = pages.map(|file| file.path.clone()).collect();
            if demand == Demand::Fresh {
                let own = campaign.phrases.iter();
                let own = own.filter(|phrases| phrases.locale == edition.locale);
                let stale = own.filter(|phrases| !self.standings[&phrases.folder].is_fresh());
                unmet.extend(stale.filter_map(|phrases| phrases.translated_in.first().cloned()));
            }
            Verdict {
                demand,
                span,
                unmet,
            }
        };
        demands.into_iter().map(verdict).collect()
    }

    fn meets(&self, demand: Demand, cell: &Cell<'_>) -> bool {
        if demand == Demand::Complete {
            return !matches!(cell.state, State::Missing | State::Draft);
        }
        // An original meets everything, and what is not there is not read.
        let Some(standing) = self.standing(cell).filter(|_| cell.state != State::Draft) else {
            return true;
        };
        match demand {
            Demand::Complete => true,
            Demand::Fresh => standing.is_fresh(),
            Demand::Human => !standing.is_machine_made(),
            Demand::Reviewed => standing.state == State::Reviewed,
        }
    }
}
