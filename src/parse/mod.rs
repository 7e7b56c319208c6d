//! Snapshot → Campaign: what the files mean, resolved and typed.
//!
//! One module a kind of file. A parser takes a path and a text, never the disk, and returns the
//! best value it could make with everything that is wrong ([`Diagnosed`]).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnosed, Diagnostic, Place, Step};
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::locale::{Locale, LocaleTag};
use crate::model::lock::Lock;
use crate::model::message::{Layer, Messages, Resource};
use crate::model::page::Translation;
use crate::model::phrases::Phrases;
use crate::model::settings::Settings;
use crate::parse::claims::Claims;
use crate::parse::numbers::Search;
use crate::parse::shelf::Shelf;
use crate::rules;
use crate::source::{Digest, Snapshot, Source, SourcePath};

mod actions;
pub mod asset;
pub mod claims;
pub mod content;
pub mod directive;
mod exit;
pub mod fluent;
pub mod front_matter;
pub mod glossary;
pub mod hotlines;
pub mod html;
pub mod locale;
pub mod localized;
mod lock;
pub mod markdown;
pub mod numbers;
mod origin;
mod palette;
pub mod phone;
pub mod plain;
pub mod pseudo;
pub mod readability;
pub mod settings;
pub mod shelf;
pub mod sidecar;
pub mod svg;
pub mod text;
pub mod theme;
pub mod toml;
pub mod value;
pub mod verbatim;
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

/// Everything the snapshot means, and the shelves of its pages.
pub struct Parsed {
    /// What it means.
    pub campaign: Campaign,
    /// Its pages, as they are read together.
    pub shelves: Vec<Arc<Shelf>>,
}

/// Everything the snapshot means. None when campaign.toml is not usable. No body is read yet, and
/// what is wrong with bodies and what only they tell is not told: see [`steps_inside`].
pub fn parse(
    snapshot: &Snapshot,
    bundle: Bundle<'_>,
    base_url: Option<&str>,
    memo: &Memo,
) -> Diagnosed<Option<Parsed>> {
    let mut faults = Vec::new();
    let Some(settings) = settings::parse(snapshot, base_url).split_into(&mut faults) else {
        return Diagnosed::new(None, faults);
    };
    let settled = Settled {
        digest: settings_digest(snapshot, base_url),
        settings: &settings,
        memo,
    };
    let content = content::parse(snapshot, &settled).split_into(&mut faults);
    let hotlines = snapshot
        .get(hotlines::PATH)
        .map_or_else(BTreeMap::new, |source| {
            hotlines::parse(source, &settings).split_into(&mut faults)
        });
    let claims = settled.claims(snapshot, &mut faults);
    let theme = theme::parse(snapshot, bundle.themes, &settings).split_into(&mut faults);
    let (messages_digest, messages) = settled.messages(snapshot, bundle, &claims, &mut faults);
    let known = lock::Known {
        pages: &content.pages,
        folders: messages.folders(),
    };
    let lock = settled.lock(snapshot, &known, &mut faults);
    let words = words::parse(snapshot, bundle.themes, &settings).split_into(&mut faults);
    let phrases = Phrases::all(&messages, &settings);
    let readability = readability::parse(snapshot).split_into(&mut faults);
    let glossary = glossary::parse(snapshot, &settings.locales).split_into(&mut faults);
    let campaign = Campaign {
        outside: content.outside(),
        placement: content.placement(),
        beside: settled.beside(snapshot, &content),
        settings,
        pages: content.pages,
        lock,
        assets: content.assets.files,
        pictures: content.assets.pictures,
        hotlines,
        claims: claims.claims.clone(),
        words,
        phrases,
        glossary,
        readability,
        messages,
        messages_digest,
        theme,
    };
    let shelves = content.shelves;
    Diagnosed::new(Some(Parsed { campaign, shelves }), faults)
}

/// What is wrong with the bodies of all pages, and the numbers that somebody typed anywhere, in
/// steps.
pub fn steps_inside<'a>(
    campaign: &'a Campaign,
    shelves: &'a [Arc<Shelf>],
    snapshot: &'a Snapshot,
    memo: &'a Memo,
) -> Vec<Step<'a>> {
    let search = Arc::new(Search::new(snapshot, campaign));
    // A shelf at a time: two threads that are at the same body wait for each other.
    let shelves = shelves.iter().map(|shelf| {
        let search = Arc::clone(&search);
        let step = move || {
            let mut faults = shelf.faults_of_bodies(memo).to_vec();
            faults.extend(search.shelf(shelf, memo));
            faults
        };
        Box::new(step) as Step<'a>
    });
    let mut steps: Vec<Step<'a>> = shelves.collect();
    steps.push(Box::new(move || search.files(memo)));
    steps
}

/// The same of one translation.
pub fn look_inside(
    translation: &Translation,
    campaign: &Campaign,
    snapshot: &Snapshot,
) -> Vec<Diagnostic> {
    let mut faults = translation.body.faults.clone();
    faults.extend(Search::new(snapshot, campaign).translation(translation));
    faults
}

/// The settings that other files are read with, and what was read with them before.
pub struct Settled<'a> {
    /// The settings.
    pub settings: &'a Settings,
    /// The digest of everything they were made from.
    pub digest: Digest,
    /// What is known already.
    pub memo: &'a Memo,
}

fn settings_digest(snapshot: &Snapshot, base_url: Option<&str>) -> Digest {
    let file = snapshot.get(crate::model::settings::PATH);
    let bytes = file.map_or(&[][..], |source| &source.bytes);
    Digest::of_all([bytes, base_url.unwrap_or_default().as_bytes()])
}

impl Settled<'_> {
    /// The digest of the settings and these sources, in their order.
    pub fn digest_with<'b>(&self, sources: impl IntoIterator<Item = &'b Source>) -> Digest {
        let sources = sources
            .into_iter()
            .flat_map(|source| [source.path.as_str().as_bytes(), source.digest.as_bytes()]);
        Digest::of_all(std::iter::once(self.digest.as_bytes()).chain(sources))
    }

    /// The digest of every source but the pages.
    fn beside(&self, snapshot: &Snapshot, content: &content::Content) -> Digest {
        let is_elsewhere = |source: &&Source| !source.path.as_str().starts_with("content/");
        let others = self.digest_with(snapshot.iter().filter(is_elsewhere));
        Digest::of_all([others.as_bytes(), content.beside.as_bytes()])
    }

    /// The register of figures.
    fn claims(&self, snapshot: &Snapshot, faults: &mut Vec<Diagnostic>) -> Arc<Claims> {
        let Some(source) = snapshot.get(claims::PATH) else {
            return Arc::default();
        };
        let made = self.memo.recall("claims", self.digest_with([source]), || {
            claims::parse(source, self.settings).map(Arc::new)
        });
        faults.extend(made.diagnostics.iter().cloned());
        Arc::clone(&made.value)
    }

    /// What each translation was made from.
    fn lock(
        &self,
        snapshot: &Snapshot,
        known: &lock::Known<'_>,
        faults: &mut Vec<Diagnostic>,
    ) -> Arc<Lock> {
        let Some(source) = snapshot.get(crate::model::lock::PATH) else {
            return Arc::default();
        };
        let lines = self
            .memo
            .recall("lock", source.digest, || lock::read(source));
        faults.extend(lines.diagnostics.iter().cloned());
        lock::resolve(&lines.value, known).split_into(faults)
    }

    /// The words of the interface. What the tool brings along does not change while it runs.
    fn messages(
        &self,
        snapshot: &Snapshot,
        bundle: Bundle<'_>,
        claims: &Claims,
        faults: &mut Vec<Diagnostic>,
    ) -> (Digest, Arc<Messages>) {
        let theme = theme::messages(snapshot, bundle.themes, &self.settings.theme);
        let register = snapshot.get(claims::PATH);
        let inputs = self.digest_with(snapshot.under("locales").chain(theme).chain(register));
        let made = self.memo.recall("messages", inputs, || {
            messages(snapshot, bundle, self.settings, claims).map(Arc::new)
        });
        faults.extend(made.diagnostics.iter().cloned());
        (inputs, Arc::clone(&made.value))
    }
}

/// The Fluent files of the campaign, its theme and the tool, in this order. What the register of
/// claims says comes first, as if it stood in files of the campaign.
fn messages(
    snapshot: &Snapshot,
    bundle: Bundle<'_>,
    settings: &Settings,
    claims: &Claims,
) -> Diagnosed<Messages> {
    let mut faults = Vec::new();
    let mut resources = claims.messages.clone();
    let is_messages = |source: &&Source| {
        source.path.file_name() != words::FILE_NAME && source.path.as_str() != glossary::PATH
    };
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
    let of_theme = theme::messages(snapshot, bundle.themes, &settings.theme);
    for source in of_theme.into_iter().filter(is_messages) {
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
