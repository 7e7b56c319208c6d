//! Links to other sites: where the campaign names them, and what a visit to them means.
//!
//! Pages, registers, messages, templates and exits are looked through, whoever they are for. What
//! only a comment names is no link, and neither is an address of the campaign's own.

use std::collections::BTreeSet;

use super::links::links_of;
use super::text_of;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::document::{Kind, Literal, Reading};
use crate::model::head::Bounds;
use crate::model::hotline::ChannelKind;
use crate::model::settings::{self, LinkSettings};
use crate::model::site::Site;
use crate::model::visit::{Mention, Visit};
use crate::rules;
use crate::source::{Snapshot, Source, SourcePath, Span};

/// Every place that names another site, in the order of files, but for what campaign.toml leaves
/// out.
pub fn mentions(campaign: &Campaign, site: &Site, sources: &Snapshot) -> Vec<Mention> {
    let mut found = BTreeSet::new();
    let mut heads = BTreeSet::new();
    for edition in site.editions.iter() {
        for page in &edition.pages {
            let Some((translation, reading)) = text_of(campaign, edition, page) else {
                continue;
            };
            found.extend(in_text(&translation.path, reading));
            heads.insert(&translation.path);
        }
    }
    for source in heads
        .into_iter()
        .filter_map(|path| sources.get(path.as_str()))
    {
        found.extend(written(source, head_of));
    }
    found.extend(in_registers(campaign, sources));
    // Registers are messages, too, and have been looked through.
    let resources = campaign.messages.resources.iter().map(|it| &it.path);
    for source in resources
        .filter(|path| path.extension() == Some("ftl"))
        .filter_map(|path| sources.get(path.as_str()))
    {
        found.extend(written(source, |text| text));
    }
    for template in &campaign.theme.templates {
        found.extend(
            written(&template.source, |text| text).filter(|it| is_attribute(&template.source, it)),
        );
    }
    let settings = SourcePath::new(settings::PATH);
    let exits = campaign
        .settings
        .audiences
        .iter()
        .filter_map(|audience| audience.exit.as_ref());
    for target in exits.flat_map(|exit| exit.targets.values()) {
        found.insert(mention(Place::new(&settings, target.span), &target.url));
    }
    found
        .into_iter()
        .filter(|mention| is_web(&mention.address))
        .filter(|mention| !campaign.settings.owns(&mention.address))
        .filter(|mention| campaign.settings.links.visits(&mention.address))
        .collect()
}

fn mention(place: Place, address: &str) -> Mention {
    Mention {
        place,
        address: address.to_owned(),
        archive: None,
    }
}

fn in_text<'a>(path: &'a SourcePath, reading: Reading<'a>) -> impl Iterator<Item = Mention> + 'a {
    let links = links_of(reading)
        .into_iter()
        .map(|link| (link.span, link.destination));
    let arguments = reading.descendants().flat_map(|node| match &node.kind {
        Kind::Component(component) => component.arguments.iter().chain(&component.label),
        _ => [].iter().chain(&None),
    });
    let values = arguments.filter_map(|argument| match &argument.value {
        Literal::String(text) => Some((argument.span, text.clone())),
        _ => None,
    });
    links
        .chain(values)
        .map(|(span, address)| mention(Place::new(path, span), &address))
}

fn in_registers(campaign: &Campaign, sources: &Snapshot) -> Vec<Mention> {
    let mut found = Vec::new();
    for line in campaign.hotlines.values() {
        // A number on WhatsApp is no page: what answers there says nothing about the number.
        let pages = line
            .channels
            .iter()
            .filter(|channel| channel.kind != ChannelKind::Whatsapp)
            .filter_map(|channel| channel.href.as_deref());
        for address in pages.chain([line.source.as_str()]) {
            found.push(mention(
                place_of(address, &line.path, line.span, sources),
                address,
            ));
        }
    }
    for claim in campaign.claims.values() {
        if let Some(address) = &claim.origin.url {
            let place = place_of(address, &claim.path, claim.span, sources);
            found.push(Mention {
                archive: claim.origin.archive.clone(),
                ..mention(place, address)
            });
        }
    }
    found
}

/// Where an entry of a register names an address: the entry itself when it is written otherwise.
fn place_of(address: &str, path: &SourcePath, entry: Span, sources: &Snapshot) -> Place {
    let text = sources
        .get(path.as_str())
        .and_then(|source| source.text().ok());
    let at = text.and_then(|text| {
        let at = entry.start + text.get(entry.start..)?.find(address)?;
        Some(Span::new(at, at + address.len()))
    });
    Place::new(path, at.unwrap_or(entry))
}

/// The addresses that are spelled out in the part of a source that `part` takes from its beginning.
fn written<'a>(
    source: &'a Source,
    part: impl Fn(&str) -> &str,
) -> impl Iterator<Item = Mention> + 'a {
    let text = source.text().unwrap_or_default();
    let text = part(&text);
    let found: Vec<Mention> = text
        .match_indices("http")
        .filter_map(|(at, _)| {
            let address = address_at(text, at)?;
            let span = Span::new(at, at + address.len());
            Some(mention(Place::new(&source.path, span), address))
        })
        .collect();
    found.into_iter()
}

/// The address that begins there; none in a comment, and none that is put together.
fn address_at(text: &str, at: usize) -> Option<&str> {
    let rest = &text[at..];
    if !is_web(rest) {
        return None;
    }
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    if line.trim_start().starts_with('#') {
        return None;
    }
    let end = rest.find(|c: char| c.is_whitespace() || "\"'<>()[]{}|`\\»”".contains(c));
    let end = end.unwrap_or(rest.len());
    if rest[end..].starts_with('{') {
        return None;
    }
    let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    Some(address)
}

/// Whether the address in a template is where a link or a picture leads, not the name of a schema.
fn is_attribute(template: &Source, mention: &Mention) -> bool {
    let text = template.text().unwrap_or_default();
    let before = &text[..mention.place.span.start];
    ["href=\"", "href='", "src=\"", "src='"]
        .iter()
        .any(|attribute| before.ends_with(attribute))
}

/// The front matter of a file, with what fences it.
fn head_of(text: &str) -> &str {
    let head = Bounds::find(text);
    head.map_or("", |head| &text[head.mark.start..head.inner.end])
}

fn is_web(address: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        address
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

/// What a visit means for whoever follows the link; none when all is well.
pub fn judge(mention: &Mention, visit: &Visit) -> Option<Diagnostic> {
    let dead = |reason: &str, status: u16| {
        let archive = mention
            .archive
            .clone()
            .unwrap_or_else(|| copies_of(mention.target()));
        Diagnostic::new(&rules::DEAD_LINK)
            .with("reason", reason)
            .with("status", status)
            .with("archive", archive)
    };
    let unreached = |reason: &str, status: u16| {
        Diagnostic::new(&rules::UNREACHED_LINK)
            .with("reason", reason)
            .with("status", status)
    };
    let fault = match visit {
        Visit::Alive => return None,
        Visit::Moved(address) => Diagnostic::new(&rules::MOVED_LINK).with("address", address),
        Visit::Dead(status) => dead("status", *status),
        Visit::Loop => dead("loop", 0),
        Visit::Refused(status) => unreached("status", *status),
        Visit::Busy => unreached("busy", 0),
        Visit::Unanswered(why) => unreached(why, 0),
    };
    Some(
        fault
            .at(mention.place.clone())
            .with("destination", &mention.address),
    )
}

/// Where the Internet Archive lists its copies of a page. Nobody but the reader of a report ever
/// asks for it.
fn copies_of(address: &str) -> String {
    format!("https://web.archive.org/web/*/{address}")
}

/// A fault of a link, as bad as the campaign finds it for the link's host.
pub fn levelled(mut fault: Diagnostic, mention: &Mention, settings: &LinkSettings) -> Diagnostic {
    if let Some(Some(level)) = settings.level(&mention.address) {
        fault.severity = level;
    }
    fault
}
