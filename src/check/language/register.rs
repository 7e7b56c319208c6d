//! The language of what stands beside the pages: the texts of the registers and of pictures, which
//! a reader meets on many pages at once.

use std::collections::BTreeMap;

use super::detector::{Evidence, Known};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::campaign::Campaign;
use crate::model::hotline::Localized;
use crate::model::locale::LocaleTag;
use crate::rules;
use crate::source::SourcePath;

/// The texts of registers and pictures that are in another language than they say, told once a file
/// and language.
pub fn check(campaign: &Campaign) -> Vec<Diagnostic> {
    let mut wrong: BTreeMap<(Place, &LocaleTag), (Known, usize)> = BTreeMap::new();
    let mut first: BTreeMap<(String, &LocaleTag), Place> = BTreeMap::new();
    for (place, texts) in texts(campaign) {
        for (locale, text) in texts {
            let Some(found) = Evidence::of(text).contradicts(locale.language()) else {
                continue;
            };
            let file = (place.path.to_string(), locale);
            let place = first.entry(file).or_insert_with(|| place.clone());
            let told = wrong.entry((place.clone(), locale)).or_insert((found, 0));
            told.1 += 1;
        }
    }
    wrong
        .into_iter()
        .map(|((place, locale), (found, count))| {
            let mut fault = Diagnostic::new(&rules::WRONG_LANGUAGE)
                .at(place)
                .with("scope", "register")
                .with("found", found.code())
                .with("locale", locale)
                .with("count", count)
                .with("total", count);
            fault.severity = Severity::Warning;
            fault
        })
        .collect()
}

/// What readers read of each hotline, claim and picture. The names of organizations and of sources
/// are what they are in every language.
fn texts(campaign: &Campaign) -> Vec<(Place, &Localized)> {
    let hotlines = campaign.hotlines.values().flat_map(|hotline| {
        let own = (
            Place::new(&hotline.path, hotline.span),
            &hotline.data_sharing,
        );
        let channels = hotline.channels.iter().flat_map(|channel| {
            let place = Place::new(&hotline.path, channel.span);
            [&channel.hours, &channel.cost].map(|texts| (place.clone(), texts))
        });
        std::iter::once(own).chain(channels)
    });
    let claims = campaign.claims.values().flat_map(|claim| {
        let place = Place::new(&claim.path, claim.span);
        [&claim.definition, &claim.geography].map(|texts| (place.clone(), texts))
    });
    let pictures = campaign.pictures.iter().map(|(path, picture)| {
        let file = SourcePath::new(format!("content/{path}.toml"));
        (Place::start_of(&file), &picture.sidecar.alt)
    });
    hotlines.chain(claims).chain(pictures).collect()
}
