//! The board: pages × editions, how far each translation has come, and what is demanded of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::campaign::Campaign;
use crate::model::gate::Verdict;
use crate::model::lock::{Lock, Pair};
use crate::model::page::{Page, PageKey, Translation};
use crate::model::site::{EditionSite, Site};
use crate::model::state::{Standing, State, absence};
use crate::source::SourcePath;

/// How the translations of a campaign stand.
pub struct Board<'a> {
    /// Where each translated file, and each folder of messages, stands towards its original.
    pub standings: Standings<'a>,
    /// The pages, in the order of their folders.
    pub rows: Vec<Row<'a>>,
    /// What is demanded of each edition, in the order of the site's.
    pub verdicts: Vec<Vec<Verdict>>,
}

/// One page.
pub struct Row<'a> {
    /// Its folder.
    pub key: &'a PageKey,
    /// The page.
    pub page: &'a Page,
    /// How it stands in each edition, in the order of the site's; none where it is not meant for
    /// these readers.
    pub cells: Vec<Option<Cell<'a>>>,
}

/// One page in one edition.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    /// How far it has come.
    pub state: State,
    /// What these readers have or should have it from.
    pub original: &'a Translation,
    /// The file in their language.
    pub translation: Option<&'a Translation>,
}

impl<'a> Board<'a> {
    /// The board of a campaign whose site this is.
    pub fn new(campaign: &'a Campaign, site: &'a Site) -> Self {
        let standings = standings(campaign);
        let rows = campaign.pages.iter().map(|(key, page)| Row {
            key,
            page,
            cells: site
                .editions
                .iter()
                .map(|edition| cell(page, edition, &standings))
                .collect(),
        });
        let mut board = Self {
            rows: rows.collect(),
            standings,
            verdicts: Vec::new(),
        };
        let editions = site.editions.iter().enumerate();
        board.verdicts = editions
            .map(|(index, edition)| board.judge(campaign, index, &edition.edition))
            .collect();
        board
    }

    /// The same, where these files are in another language than they say: what looks translated is
    /// not. What is demanded of the editions stays what it was, for that stops a build by itself.
    #[must_use]
    pub fn without(mut self, foreign: &BTreeSet<SourcePath>) -> Self {
        let cells = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        for cell in cells.flatten() {
            let is_foreign = cell
                .translation
                .is_some_and(|own| foreign.contains(&own.path));
            if is_foreign && !matches!(cell.state, State::Original | State::Draft) {
                cell.state = State::WrongLanguage;
            }
        }
        self
    }

    /// Where the translation in a cell stands; none for an original, and where there is none.
    pub fn standing(&self, cell: &Cell<'_>) -> Option<&Standing<'a>> {
        self.standings.get(&cell.translation?.path)
    }
}

/// Where each translated file, and each folder of messages, stands towards its original.
pub type Standings<'a> = BTreeMap<&'a SourcePath, Standing<'a>>;

/// The standings of a campaign.
pub fn standings(campaign: &Campaign) -> Standings<'_> {
    let lock = &campaign.lock;
    let pages = campaign.pages.values();
    let files = pages.flat_map(|page| page.translations.iter().map(|own| (&**page, own)));
    let files = files.filter_map(|(page, own)| Some((&own.path, standing(page, own, lock)?)));
    let messages = campaign.phrases.iter();
    let messages = messages.map(|phrases| (&phrases.folder, phrases.standing(lock)));
    files.chain(messages).collect()
}

/// Where a translation of a page stands; none for an original.
pub fn standing<'a>(page: &'a Page, own: &'a Translation, lock: &Lock) -> Option<Standing<'a>> {
    let texts = Pair {
        original: page.original_of(own)?.texts(),
        translation: own.texts(),
    };
    Some(Standing::new(texts, lock.record(&own.path), &own.front))
}

fn cell<'a>(page: &'a Page, edition: &EditionSite, standings: &Standings<'a>) -> Option<Cell<'a>> {
    let (locale, audience) = (&edition.edition.locale, &edition.edition.audience);
    let translation = page.translation(locale, audience);
    let original = match translation {
        Some(own) => page.original_of(own).unwrap_or(own),
        None => page.translation(&page.source, audience)?,
    };
    let state = match translation.map(|own| (own, standings.get(&own.path))) {
        None => absence(original),
        Some((_, Some(standing))) => standing.state,
        Some((own, None)) if own.front.draft => State::Draft,
        Some((_, None)) => State::Original,
    };
    Some(Cell {
        state,
        original,
        translation,
    })
}
