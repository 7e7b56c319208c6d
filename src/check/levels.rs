//! Levels: how bad a fault is where it is found.
//!
//! A campaign chooses levels for its rules, and other ones for an audience. What several audiences
//! read is held to the strictest of theirs; a critical page to the strictest of all, and never to
//! less than the rule itself has for critical pages, unless the rule is off.

use crate::diagnostic::{Diagnostic, Leeway, Severity};
use crate::model::audience::Audience;
use crate::model::campaign::Campaign;
use crate::model::page::{PageKey, Translation};
use crate::model::settings::Settings;
use crate::model::site::Site;
use crate::source::SourcePath;

/// A fault with the level that it has here; none when it is turned off.
pub fn levelled(mut fault: Diagnostic, campaign: &Campaign, site: &Site) -> Option<Diagnostic> {
    let settings = &campaign.settings;
    let id = fault.rule.id;
    if fault.rule.leeway == Leeway::Fixed || !is_chosen(settings, id) {
        return Some(fault);
    }
    let translation = translation(&fault, campaign);
    let is_critical = translation.is_some_and(|own| own.front.critical);
    let all: Vec<&Audience> = settings.audiences.iter().collect();
    let audiences = match is_critical {
        true => all,
        false => readers(&fault, translation, settings, site).unwrap_or(all),
    };
    let own = fault.severity;
    let levels = audiences.iter().map(|audience| {
        let level = audience.rules.get(id).or_else(|| settings.rules.get(id));
        level.copied().unwrap_or(Some(own))
    });
    let strictest = levels.max().unwrap_or(Some(own))?;
    fault.severity = match is_critical {
        true => strictest.max(own),
        false => strictest,
    };
    Some(fault)
}

/// Whether the campaign says anything of a rule.
fn is_chosen(settings: &Settings, id: &str) -> bool {
    let mut audiences = settings.audiences.iter();
    settings.rules.contains_key(id) || audiences.any(|audience| audience.rules.contains_key(id))
}

/// The text that a fault stands in.
fn translation<'a>(fault: &Diagnostic, campaign: &'a Campaign) -> Option<&'a Translation> {
    let path = &fault.place.as_ref()?.path;
    let page = campaign.pages.get(&key(path)?)?;
    page.translations.iter().find(|own| own.path == *path)
}

fn key(path: &SourcePath) -> Option<PageKey> {
    let folder = path.folder().strip_prefix("content")?;
    Some(PageKey::new(folder.trim_start_matches('/')))
}

/// The audiences that a fault is for: those of the editions it names, else those that read the file.
/// None for what belongs to no page: everybody may meet it.
fn readers<'a>(
    fault: &Diagnostic,
    translation: Option<&Translation>,
    settings: &'a Settings,
    site: &Site,
) -> Option<Vec<&'a Audience>> {
    let named = fault.arguments.iter().find(|(name, _)| *name == "edition");
    let is_meant = |audience: &&Audience| match named {
        Some((_, editions)) => {
            let mut editions = editions.split(", ");
            editions.any(|edition| edition.split('/').next() == Some(audience.id.as_str()))
        }
        None => translation.is_some_and(|own| reads(audience, own, site)),
    };
    let found: Vec<&Audience> = settings.audiences.iter().filter(is_meant).collect();
    (!found.is_empty()).then_some(found)
}

fn reads(audience: &Audience, translation: &Translation, site: &Site) -> bool {
    let Some(key) = key(&translation.path) else {
        return false;
    };
    let mut editions = site.editions.iter();
    editions.any(|edition| {
        let page = edition.page(&key);
        edition.edition.audience == audience.id
            && page.is_some_and(|page| page.source.as_ref() == Some(&translation.path))
    })
}

/// The severity of what is a warning on most pages and an error on critical ones.
pub fn of_critical(translation: &Translation) -> Severity {
    match translation.front.critical {
        true => Severity::Error,
        false => Severity::Warning,
    }
}
