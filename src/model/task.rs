//! Tasks: what is left to do in one language, the most important first.

use crate::model::board::{Board, Cell, Row};
use crate::model::campaign::Campaign;
use crate::model::gate::Demand;
use crate::model::locale::LocaleTag;
use crate::model::page::PageKey;
use crate::model::site::Site;
use crate::model::state::{Standing, State};
use crate::source::SourcePath;

/// What is to be done with a translation. The order is that of their weight: what no longer holds
/// hurts more than what is not there yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Work {
    /// Its original has changed: bring it up to date.
    Update,
    /// It is in another language than its file says: translate it.
    Replace,
    /// It is not there: write it.
    Translate,
    /// It is begun: finish it.
    Finish,
    /// A machine made it: go through it.
    Rework,
    /// It changed after somebody read it, or nobody has read it: let somebody read it.
    Review,
    /// Nobody said that it is what its original says: compare them.
    Accept,
}

impl Work {
    /// The word for it, for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Replace => "replace",
            Self::Translate => "translate",
            Self::Finish => "finish",
            Self::Rework => "rework",
            Self::Review => "review",
            Self::Accept => "accept",
        }
    }
}

/// How much depends on it. The most important is the least, so that it comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The page is critical: a mistake there can cost somebody their safety.
    Critical,
    /// It keeps an edition from being published.
    Gated,
    /// Neither.
    Usual,
}

impl Weight {
    /// The word for it, for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::Gated => "gated",
            Self::Usual => "usual",
        }
    }
}

/// Something to do.
#[derive(Clone, Debug)]
pub struct Task<'a> {
    /// How much depends on it.
    pub weight: Weight,
    /// What it is.
    pub work: Work,
    /// The page; none for messages.
    pub page: Option<&'a PageKey>,
    /// The file of the translation, there or to be made; the folder of messages.
    pub file: SourcePath,
    /// The file of the original; none for messages, which come from several.
    pub original: Option<&'a SourcePath>,
    /// The editions that wait for it.
    pub editions: Vec<String>,
    /// Where it stands; none where there is no translation.
    pub standing: Option<Standing<'a>>,
}

impl<'a> Board<'a> {
    /// Everything to do in this language, the most important first.
    pub fn tasks(&self, campaign: &'a Campaign, site: &Site, locale: &LocaleTag) -> Vec<Task<'a>> {
        let editions = site.editions.iter().enumerate();
        let own: Vec<(usize, String)> = editions
            .filter(|(_, edition)| edition.edition.locale == *locale)
            .map(|(index, edition)| (index, edition.edition.to_string()))
            .collect();
        let rows = self.rows.iter();
        let mut tasks: Vec<Task<'a>> = rows
            .flat_map(|row| self.tasks_of(row, &own, locale))
            .collect();
        tasks.extend(self.message_task(campaign, &own, locale));
        // The sort keeps the order of the pages where all else is equal.
        tasks.sort_by_key(|task| {
            let readers = usize::MAX - task.editions.len();
            (task.weight, task.work, readers)
        });
        tasks
    }

    /// What is to be done with the translations of a page: one file for several editions, or more.
    fn tasks_of(
        &self,
        row: &Row<'a>,
        editions: &[(usize, String)],
        locale: &LocaleTag,
    ) -> Vec<Task<'a>> {
        let mut tasks: Vec<Task<'a>> = Vec::new();
        for (index, name) in editions {
            let Some(cell) = row.cells[*index] else {
                continue;
            };
            let Some(work) = self.work(*index, &cell) else {
                continue;
            };
            let file = file(&cell, locale);
            let weight = self.weight(*index, &cell);
            if let Some(known) = tasks.iter_mut().find(|task| task.file == file) {
                known.editions.push(name.clone());
                known.work = known.work.min(work);
                known.weight = known.weight.min(weight);
                continue;
            }
            tasks.push(Task {
                weight,
                work,
                page: Some(row.key),
                original: Some(&cell.original.path),
                editions: vec![name.clone()],
                standing: self.standing(&cell).cloned(),
                file,
            });
        }
        tasks
    }

    fn work(&self, edition: usize, cell: &Cell<'a>) -> Option<Work> {
        match cell.state {
            State::Original | State::Absent => return None,
            State::Missing => return Some(Work::Translate),
            State::WrongLanguage => return Some(Work::Replace),
            State::Draft if cell.original.front.draft => return None,
            State::Draft => return Some(Work::Finish),
            State::Outdated => return Some(Work::Update),
            State::Machine => return Some(Work::Rework),
            State::Translated | State::Reviewed => {}
        }
        let standing = self.standing(cell)?;
        let front = &cell.translation?.front;
        let wants_review =
            front.critical || front.is_reviewed() || self.demands(edition, Demand::Reviewed);
        if cell.state == State::Translated && wants_review {
            return Some(Work::Review);
        }
        (!standing.is_tracked).then_some(Work::Accept)
    }

    fn demands(&self, edition: usize, demand: Demand) -> bool {
        let mut verdicts = self.verdicts[edition].iter();
        verdicts.any(|verdict| verdict.demand == demand)
    }

    fn weight(&self, edition: usize, cell: &Cell<'_>) -> Weight {
        let file = cell.translation.unwrap_or(cell.original);
        let mut verdicts = self.verdicts[edition].iter();
        if file.front.critical {
            Weight::Critical
        } else if verdicts.any(|verdict| verdict.unmet.contains(&file.path)) {
            Weight::Gated
        } else {
            Weight::Usual
        }
    }

    fn message_task(
        &self,
        campaign: &'a Campaign,
        editions: &[(usize, String)],
        locale: &LocaleTag,
    ) -> Option<Task<'a>> {
        let phrases = campaign.phrases.iter().find(|own| own.locale == *locale)?;
        let standing = self.standings.get(&phrases.folder)?;
        let work = match standing.is_tracked {
            true if standing.is_fresh() => return None,
            true => Work::Update,
            false => Work::Accept,
        };
        let waits = |index: &usize| self.demands(*index, Demand::Fresh);
        let is_gated = editions.iter().any(|(index, _)| waits(index));
        Some(Task {
            weight: match is_gated {
                true => Weight::Gated,
                false => Weight::Usual,
            },
            work,
            page: None,
            file: phrases.folder.clone(),
            original: None,
            editions: editions.iter().map(|(_, name)| name.clone()).collect(),
            standing: Some(standing.clone()),
        })
    }
}

/// Where the translation is or will be.
fn file(cell: &Cell<'_>, locale: &LocaleTag) -> SourcePath {
    if let Some(own) = cell.translation {
        return own.path.clone();
    }
    cell.original.path_in(locale)
}
