//! Snapshot → Campaign: what the files mean, resolved and typed.
//!
//! One module a kind of file. A parser takes a path and a text, never the disk, and returns the
//! best value it could make with everything that is wrong ([`Diagnosed`]).

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::locale::{Locale, LocaleTag};
use crate::model::message::{Layer, Messages, Resource};
use crate::model::settings::Settings;
use crate::rules;
use crate::source::{Snapshot, Source, SourcePath};

pub mod content;
mod destination;
pub mod directive;
pub mod fluent;
pub mod front_matter;
pub mod hotlines;
pub mod html;
pub mod locale;
pub mod markdown;
pub mod phone;
pub mod settings;
pub mod text;
pub mod theme;
pub mod toml;
pub mod value;
pub mod words;
pub mod yaml;

/// What the tool brings along: themes, and messages in the folder `built-in/<locale>/`.
#[derive(Clone, Copy)]
pub struct Bundle<'a> {
    /// Themes, with paths as if they lay in the campaign.
    pub themes: &'a Snapshot,
    /// Locale tag and text of the built-in messages.
    pub messages: &'a [(&'static str, &'static str)],
}

/// Everything the snapshot means. None when campaign.toml is not usable.
pub fn parse(
    snapshot: &Snapshot,
    bundle: Bundle<'_>,
    base_url: Option<&str>,
) -> Diagnosed<Option<Campaign>> {
    let mut faults = Vec::new();
    let Some(settings) = settings::parse(snapshot, base_url).split_into(&mut faults) else {
        return Diagnosed::new(None, faults);
    };
    let content = content::parse(snapshot, &settings).split_into(&mut faults);
    let hotlines = snapshot
        .get(hotlines::PATH)
        .map_or_else(BTreeMap::new, |source| {
            hotlines::parse(source, &settings).split_into(&mut faults)
        });
    let theme = theme::parse(snapshot, bundle.themes, &settings).split_into(&mut faults);
    let messages = messages(snapshot, bundle, &settings).split_into(&mut faults);
    let words = words::parse(snapshot, &settings).split_into(&mut faults);
    let campaign = Campaign {
        settings,
        pages: content.pages,
        assets: content.assets,
        hotlines,
        words,
        messages,
        theme,
    };
    Diagnosed::new(Some(campaign), faults)
}

/// The Fluent files of the campaign, its theme and the tool, in this order.
fn messages(snapshot: &Snapshot, bundle: Bundle<'_>, settings: &Settings) -> Diagnosed<Messages> {
    let mut faults = Vec::new();
    let mut resources = Vec::new();
    let is_messages = |source: &&Source| source.path.file_name() != words::FILE_NAME;
    for source in snapshot.under("locales").filter(is_messages) {
        let folder = folder_after(source, "locales");
        let span = Place::start_of(&source.path).span;
        // A campaign that holds messages for a language it does not publish has a slip in a name.
        let locale = locale::canonical(folder)
            .filter(|tag| is_used(tag, settings))
            .or_else(|| {
                settings::known_locale(folder, span, &source.path, &settings.locales, &mut faults)
            });
        resources.extend(
            locale.and_then(|locale| {
                resource(source, &locale, Layer::Campaign, settings, &mut faults)
            }),
        );
    }
    let folder = format!("themes/{}/locales", settings.theme);
    for source in theme::messages(snapshot, bundle.themes, &settings.theme) {
        // A theme speaks more languages than one campaign uses.
        let locale =
            locale::canonical(folder_after(source, &folder)).filter(|tag| is_used(tag, settings));
        resources.extend(
            locale
                .and_then(|locale| resource(source, &locale, Layer::Theme, settings, &mut faults)),
        );
    }
    for (tag, text) in bundle.messages {
        let locale = LocaleTag::new(*tag);
        let path = SourcePath::new(format!("built-in/{tag}.ftl"));
        let parsed = fluent::parse(&path, text, &locale, Layer::BuiltIn);
        resources.extend(is_used(&locale, settings).then(|| parsed.split_into(&mut faults)));
    }
    faults.extend(fluent::duplicates(&resources));
    let messages = Messages { resources };
    faults.extend(fluent::references(&messages, &settings.locales));
    faults.extend(fluent::cycles(&messages, &settings.locales));
    Diagnosed::new(messages, faults)
}

fn is_used(tag: &LocaleTag, settings: &Settings) -> bool {
    settings
        .locales
        .iter()
        .any(|locale| locale.tag == *tag || locale.fallbacks.contains(tag))
}

/// The name of the folder that a file lies in, directly below `folder`.
fn folder_after<'a>(source: &'a Source, folder: &str) -> &'a str {
    let below = source
        .path
        .as_str()
        .strip_prefix(folder)
        .unwrap_or("")
        .trim_start_matches('/');
    below.split_once('/').map_or("", |(name, _)| name)
}

fn resource(
    source: &Source,
    tag: &LocaleTag,
    layer: Layer,
    settings: &Settings,
    faults: &mut Vec<Diagnostic>,
) -> Option<Resource> {
    if source.path.extension() != Some("ftl") {
        faults.push(
            Diagnostic::new(&rules::UNEXPECTED_FILE)
                .at(Place::start_of(&source.path))
                .with("name", source.path.file_name()),
        );
        return None;
    }
    let locale: Option<&Locale> = settings.locales.iter().find(|locale| locale.tag == *tag);
    let text = text::read(source, locale).split_into(faults);
    Some(fluent::parse(&source.path, &text, tag, layer).split_into(faults))
}
