//! From the output back to the sources: which line of which file somebody has to mend.

use std::borrow::Cow;

use crate::diagnostic::Place;
use crate::model::audience::AudienceId;
use crate::model::campaign::Campaign;
use crate::model::claim::Claim;
use crate::model::document::{Kind, Node, Reading};
use crate::model::message::Resource;
use crate::model::page::Translation;
use crate::model::settings;
use crate::readback::Readback;
use crate::readback::atlas::FileId;
use crate::readback::passage::strings;
use crate::source::{Source, SourcePath, Span};

/// A text of fewer bytes stands everywhere.
const SHORTEST: usize = 3;

/// Where `what`, found in a file, is written: in the text that the file is rendered from, in
/// another of the pages, in a message, in the theme, in campaign.toml. None where it is nowhere as
/// it stands.
pub fn place(readback: &Readback<'_>, what: &str, file: FileId) -> Option<Place> {
    let what = what.trim_end_matches('…');
    let own = own_source(readback, file);
    let start = own.as_ref().map(Place::start_of);
    if what.len() < SHORTEST {
        return start;
    }
    let campaign = readback.campaign;
    let translations = || campaign.pages.values().flat_map(|page| &page.translations);
    let is_own = |translation: &&Translation| Some(&translation.path) == own.as_ref();
    let owner = readback.atlas.owner(file);
    let audience = owner
        .audience
        .map(|audience| &campaign.settings.audiences[audience].id);
    translations()
        .filter(is_own)
        .chain(translations())
        .find_map(|translation| in_translation(translation, audience?, what))
        .or_else(|| {
            campaign
                .messages
                .resources
                .iter()
                .find_map(|resource| in_messages(resource, what))
        })
        .or_else(|| {
            let templates = campaign.theme.templates.iter().map(|own| &own.source);
            let assets = campaign.theme.assets.iter().map(|own| &own.source);
            templates
                .chain(assets)
                .find_map(|source| in_source(source, what))
        })
        .or_else(|| in_settings(campaign, what))
        .or(start)
}

/// The text that a file is rendered from.
fn own_source(readback: &Readback<'_>, file: FileId) -> Option<SourcePath> {
    let route = readback.atlas.route(file);
    if let Some(asset) = readback.site.offered.get(route) {
        return Some(asset.source.clone());
    }
    let edition = &readback.site.editions[readback.atlas.owner(file).edition?];
    let page = edition.pages.iter().find(|page| page.route == *route)?;
    page.source.clone()
}

fn in_translation(translation: &Translation, audience: &AudienceId, what: &str) -> Option<Place> {
    let front = &translation.front;
    let heads = [
        ("title", Some(&front.title)),
        ("description", front.description.as_ref()),
    ];
    for (key, text) in heads {
        if text.is_some_and(|text| text.contains(what)) {
            let span = front.spans.get(key).copied().unwrap_or_default();
            return Some(Place::new(&translation.path, span));
        }
    }
    let reading = translation.document().for_audience(audience);
    let found = reading
        .descendants()
        .find(|node| says(reading, node, what))?;
    Some(Place::new(&translation.path, found.span))
}

fn says(reading: Reading<'_>, node: &Node, what: &str) -> bool {
    match &node.kind {
        Kind::Text(text) | Kind::Code(text) | Kind::CodeBlock { text, .. } => text.contains(what),
        Kind::Link { destination, .. } | Kind::Image { destination, .. } => destination == what,
        // A text that markup splits.
        Kind::Heading { .. } | Kind::TableCell => reading.text(node).contains(what),
        _ => false,
    }
}

/// The definition whose text says it. Offsets in that text are not those of the file, so the place
/// is that of the definition's name.
fn in_messages(resource: &Resource, what: &str) -> Option<Place> {
    let at = resource.text.find(what)?;
    let before = &resource.text[..at];
    let line = before
        .lines()
        .rev()
        .find(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let id = line.split([' ', '=']).next()?;
    let id = id
        .strip_prefix(crate::model::message::TERM_PREFIX)
        .map_or(Cow::Borrowed(id), |term| Cow::Owned(format!("-{term}")));
    let span = resource
        .definitions
        .get(id.as_ref())
        .map_or(Span::default(), |definition| definition.span);
    Some(Place::new(&resource.path, span))
}

fn in_source(source: &Source, what: &str) -> Option<Place> {
    let text = source.text().ok()?;
    let start = text.find(what)?;
    Some(Place::new(&source.path, start..start + what.len()))
}

fn in_settings(campaign: &Campaign, what: &str) -> Option<Place> {
    let mut is_there = false;
    for value in campaign.settings.extra.values() {
        strings(value, &mut |text| is_there |= text.contains(what));
    }
    is_there.then(|| Place::start_of(&SourcePath::new(settings::PATH)))
}

/// Every text that may stand in any file: messages, templates, the register, the settings.
pub fn open_texts(campaign: &Campaign) -> Vec<Cow<'_, str>> {
    let mut texts: Vec<Cow<'_, str>> = Vec::new();
    let resources = campaign.messages.resources.iter();
    texts.extend(resources.map(|resource| Cow::Borrowed(&*resource.text)));
    let templates = campaign.theme.templates.iter().map(|own| &own.source);
    let assets = campaign.theme.assets.iter().map(|own| &own.source);
    texts.extend(
        templates
            .chain(assets)
            .filter_map(|source| source.text().ok()),
    );
    for hotline in campaign.hotlines.values() {
        let said = [&hotline.name, &hotline.operator, &hotline.data_sharing];
        let channels = &hotline.channels;
        let said = said.into_iter().chain(
            channels
                .iter()
                .flat_map(|channel| [&channel.hours, &channel.cost]),
        );
        texts.extend(
            said.flat_map(|text| text.values())
                .map(|text| Cow::Borrowed(text.as_str())),
        );
        texts.push(Cow::Borrowed(&hotline.source));
        texts.extend(
            channels
                .iter()
                .map(|channel| Cow::Borrowed(channel.display.as_str())),
        );
        let links = channels
            .iter()
            .filter_map(|channel| channel.href.as_deref());
        texts.extend(links.map(Cow::Borrowed));
    }
    for claim in campaign.claims.values() {
        texts.extend(said_by(claim, campaign));
    }
    let settings = &campaign.settings;
    for value in settings.extra.values() {
        strings(value, &mut |text| texts.push(Cow::Owned(text.to_owned())));
    }
    texts.push(Cow::Borrowed(&settings.base_url));
    let slugs = settings
        .audiences
        .iter()
        .map(|audience| audience.slug.as_str());
    texts.extend(slugs.map(Cow::Borrowed));
    for locale in &settings.locales {
        texts.push(Cow::Borrowed(&locale.name));
        texts.push(Cow::Borrowed(&locale.topics_slug));
    }
    texts
}

/// What a claim says of itself, and its message with the figure in its place: around a figure that
/// only the message has, no sentence is a secret.
fn said_by<'a>(claim: &'a Claim, campaign: &Campaign) -> Vec<Cow<'a, str>> {
    let said = [
        &claim.unit,
        &claim.definition,
        &claim.geography,
        &claim.origin.text,
    ];
    let addresses = [&claim.origin.url, &claim.origin.archive];
    let said = said.into_iter().flat_map(|text| text.values());
    let mut texts: Vec<Cow<'a, str>> = said
        .chain(addresses.into_iter().flatten())
        .map(|text| Cow::Borrowed(text.as_str()))
        .collect();
    let id = Claim::message(&claim.id);
    let attribute = format!("{id}.figure");
    for resource in &campaign.messages.resources {
        for own in [id.as_str(), attribute.as_str()] {
            if let Some(text) = defined(resource, own) {
                texts.push(Cow::Owned(with_figure(text, claim)));
            }
        }
    }
    texts
}

/// The text from where a message or attribute is defined to where the next is.
fn defined<'a>(resource: &'a Resource, id: &str) -> Option<&'a str> {
    resource.definitions.get(id)?;
    let head = match id.rsplit_once('.') {
        Some((_, attribute)) => format!(".{attribute} ="),
        None => format!("{id} ="),
    };
    let owner = id.split('.').next().unwrap_or(id);
    let start = resource.text.find(&format!("{owner} ="))?;
    let start = start + resource.text[start..].find(&head)? + head.len();
    let rest = &resource.text[start..];
    let end = rest.find("\n    .").or_else(|| rest.find("\n\n"));
    Some(&rest[..end.unwrap_or(rest.len())])
}

/// A text whose placeables all stand for the figure of a claim, in the groups of three in which
/// figures are written.
fn with_figure(text: &str, claim: &Claim) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        out.push_str(&grouped(claim.value));
        rest = rest[at..].split_once('}').map_or("", |(_, rest)| rest);
    }
    out + rest
}

fn grouped(value: f64) -> String {
    let plain = value.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out + " " + fraction
}
