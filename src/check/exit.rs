//! Exits: an edition that offers one must lead somewhere plain in every language, and must say what
//! an exit does not do.

use std::collections::BTreeSet;

use ::url::Url;

use crate::diagnostic::{Diagnostic, Place};
use crate::model::audience::Audience;
use crate::model::campaign::Campaign;
use crate::model::exit::{Exit, SAFETY_MESSAGES, Target};
use crate::model::locale::LocaleTag;
use crate::model::settings::{self, Settings};
use crate::model::site::{EditionSite, Site};
use crate::rules;
use crate::source::{SourcePath, Span};

/// Sites that greet somebody with what they looked at last.
const PERSONAL: &str = include_str!("exit/personal.txt");

/// What is wrong with the exits of a campaign.
pub fn check(campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for (index, audience) in campaign.settings.audiences.iter().enumerate() {
        let Some(exit) = &audience.exit else { continue };
        targets(&campaign.settings, audience, exit, &mut faults);
        safety_pages(site, index, exit, &mut faults);
        safety_messages(campaign, audience, exit, &mut faults);
    }
    faults
}

fn at(span: Span) -> Place {
    Place::new(&SourcePath::new(settings::PATH), span)
}

fn targets(settings: &Settings, audience: &Audience, exit: &Exit, faults: &mut Vec<Diagnostic>) {
    let mut seen: BTreeSet<Span> = BTreeSet::new();
    for locale in &audience.locales {
        match exit.targets.get(locale) {
            None => faults.push(
                Diagnostic::new(&rules::MISSING_EXIT)
                    .at(at(exit.span))
                    .with("name", &audience.id)
                    .with("locale", locale),
            ),
            Some(target) if seen.insert(target.span) => {
                faults.extend(target_fault(settings, target));
            }
            Some(_) => {}
        }
    }
}

fn target_fault(settings: &Settings, target: &Target) -> Option<Diagnostic> {
    let fault = |rule| {
        Diagnostic::new(rule)
            .at(at(target.span))
            .with("destination", &target.url)
    };
    let unsafe_because = |reason| Some(fault(&rules::UNSAFE_EXIT).with("reason", reason));
    let Ok(url) = Url::parse(&target.url) else {
        return unsafe_because("address");
    };
    let host = url.host_str().unwrap_or_default().to_ascii_lowercase();
    match () {
        () if url.scheme() != "https" || host.is_empty() => unsafe_because("scheme"),
        () if own_hosts(settings).contains(&host) => unsafe_because("host"),
        () if url.query().is_some() || !url.username().is_empty() => unsafe_because("query"),
        () if is_personal(&host) => Some(fault(&rules::PERSONAL_EXIT)),
        () => None,
    }
}

fn own_hosts(settings: &Settings) -> BTreeSet<String> {
    let audiences = settings.audiences.iter().map(|audience| &audience.base_url);
    audiences
        .chain([&settings.base_url])
        .filter_map(|url| Some(Url::parse(url).ok()?.host_str()?.to_ascii_lowercase()))
        .collect()
}

/// Whether a host, or the name of whoever owns it, is on the list.
fn is_personal(host: &str) -> bool {
    PERSONAL
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .any(|name| match name.contains('.') {
            true => host == name || host.ends_with(&format!(".{name}")),
            false => host.split('.').any(|label| label == name),
        })
}

/// In every language, and written in it.
fn safety_pages(site: &Site, audience: usize, exit: &Exit, faults: &mut Vec<Diagnostic>) {
    let is_written = |edition: &EditionSite| {
        let page = exit.safety_page.as_ref().and_then(|key| edition.page(key));
        page.is_some_and(|page| page.source.is_some() && page.written_in == edition.edition.locale)
    };
    let editions = site.editions.iter();
    for edition in editions.filter(|edition| edition.audience == audience && !is_written(edition)) {
        faults.push(
            Diagnostic::new(&rules::MISSING_SAFETY_PAGE)
                .at(at(exit.span))
                .with("edition", &edition.edition),
        );
    }
}

fn safety_messages(
    campaign: &Campaign,
    audience: &Audience,
    exit: &Exit,
    faults: &mut Vec<Diagnostic>,
) {
    for locale in &audience.locales {
        for id in missing_messages(campaign, locale) {
            faults.push(
                Diagnostic::new(&rules::MISSING_SAFETY_MESSAGE)
                    .at(at(exit.span))
                    .with("name", id)
                    .with("locale", locale),
            );
        }
    }
}

/// The messages about safety that a language lacks.
pub fn missing_messages(
    campaign: &Campaign,
    locale: &LocaleTag,
) -> impl Iterator<Item = &'static str> {
    SAFETY_MESSAGES
        .into_iter()
        .filter(move |id| !is_said(campaign, locale, id))
}

/// Whether a language has a message itself. A fallback would warn people in words that they may not
/// understand; only a regional form may use those of its own language.
fn is_said(campaign: &Campaign, locale: &LocaleTag, id: &str) -> bool {
    let fallbacks = &campaign.settings.locale(locale).fallbacks;
    let own_language = |tag: &&LocaleTag| tag.language() == locale.language();
    std::iter::once(locale)
        .chain(fallbacks.iter().filter(own_language))
        .any(|tag| campaign.messages.definition(tag, id).is_some())
}

#[cfg(test)]
mod tests {
    use super::is_personal;

    #[test]
    fn personal_hosts_are_known_under_any_domain() {
        let check = |host: &str, expected: bool| assert_eq!(is_personal(host), expected, "{host}");
        check("www.google.com", true);
        check("news.google.com.mx", true);
        check("www.weather.gov", false);
        check("x.com", true);
        check("api.x.com", true);
        check("max.com", false);
        check("googleplex.example", false);
    }
}
