//! Gates: what campaign.toml demands of an edition before it is published.

use crate::diagnostic::{Diagnostic, Place};
use crate::model::board::Board;
use crate::model::campaign::Campaign;
use crate::model::settings;
use crate::model::site::Site;
use crate::rules;
use crate::source::SourcePath;

/// The editions that are not as far as is demanded of them, demand by demand.
pub fn check(campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    if campaign.settings.release.is_empty() {
        return Vec::new();
    }
    let path = SourcePath::new(settings::PATH);
    let board = Board::new(campaign, site);
    let editions = site.editions.iter().zip(&board.verdicts);
    let verdicts = editions.flat_map(|(edition, all)| all.iter().map(move |own| (edition, own)));
    verdicts
        .filter(|(_, verdict)| !verdict.unmet.is_empty())
        .map(|(edition, verdict)| {
            let files = verdict.unmet.iter().map(Place::start_of);
            Diagnostic::new(&rules::UNMET_GATE)
                .at(Place::new(&path, verdict.span))
                .also_at(files)
                .with("edition", &edition.edition)
                .with("name", verdict.demand.as_str())
                .with("count", verdict.unmet.len())
        })
        .collect()
}
