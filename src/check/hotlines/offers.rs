//! Which lines the readers of an edition are offered, and where that is written.

use crate::check::text_of;
use crate::diagnostic::Place;
use crate::model::campaign::Campaign;
use crate::model::fact::Fact;
use crate::model::hotline::Hotline;
use crate::model::site::EditionSite;

use super::{line, place_in_settings};

/// A line and one place where it is offered.
pub struct Offer<'a> {
    /// The line.
    pub hotline: &'a Hotline,
    /// A directive, the audience's list in campaign.toml, or the register where there is no list.
    pub place: Place,
}

/// Every offer of an edition.
pub fn offers<'a>(campaign: &'a Campaign, edition: &EditionSite) -> Vec<Offer<'a>> {
    let audience = &campaign.settings.audiences[edition.audience];
    let mut offers: Vec<Offer<'_>> = match &audience.hotlines {
        Some(ids) => ids
            .iter()
            .filter_map(|(id, span)| {
                Some(Offer {
                    hotline: campaign.hotlines.get(id)?,
                    place: place_in_settings(Some(*span)),
                })
            })
            .collect(),
        None => campaign
            .offered(audience)
            .into_iter()
            .map(|hotline| Offer {
                hotline,
                place: Place::new(&hotline.path, hotline.span),
            })
            .collect(),
    };
    let pages = edition.pages.iter().filter(|page| {
        let facts = campaign.summary(edition, page).facts();
        facts.iter().any(|fact| line(fact).is_some())
    });
    for page in pages {
        let Some((translation, reading)) = text_of(campaign, edition, page) else {
            continue;
        };
        for mention in reading.mentions() {
            if let Fact::Hotline(id) = &mention.fact
                && let Some(hotline) = campaign.hotlines.get(id)
            {
                let place = Place::new(&translation.path, mention.span);
                offers.push(Offer { hotline, place });
            }
        }
    }
    offers
}
