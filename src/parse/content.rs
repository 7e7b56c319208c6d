//! `content/` → pages and assets: which folder is a page, which file is a translation, and what a
//! translation inherits.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::audience::AudienceId;
use crate::model::locale::LocaleTag;
use crate::model::page::{Page, PageKey, Translation};
use crate::model::route::Route;
use crate::model::settings::Settings;
use crate::parse::front_matter::{Ancestor, Vocabulary, inherit};
use crate::parse::markdown::MarkdownOptions;
use crate::parse::settings::{known_audience, known_locale};
use crate::parse::{claims, front_matter, hotlines, markdown, text};
use crate::rules;
use crate::source::{Snapshot, Source, SourcePath};

/// The folder.
const FOLDER: &str = "content";

/// What may be published beside a page: pictures, sound, film, papers and data that no browser runs.
const ASSET_EXTENSIONS: [&str; 24] = [
    "avif", "csv", "docx", "epub", "gif", "ics", "jpeg", "jpg", "m4a", "mp3", "mp4", "odt", "ogg",
    "opus", "pdf", "png", "svg", "txt", "vcf", "vtt", "wav", "webm", "webp", "xlsx",
];

/// Everything in `content/` but the registers.
#[derive(Debug, Default)]
pub struct Content {
    /// The pages, by folder.
    pub pages: BTreeMap<PageKey, Page>,
    /// The other files, by path under `content/`.
    pub assets: BTreeMap<String, Source>,
}

/// Reads `content/`.
pub fn parse(snapshot: &Snapshot, settings: &Settings) -> Diagnosed<Content> {
    let mut faults = Vec::new();
    let mut assets = BTreeMap::new();
    let mut files = Vec::new();
    for source in snapshot.under(FOLDER) {
        if [hotlines::PATH, claims::PATH].contains(&source.path.as_str()) {
            continue;
        }
        if source.path.extension() == Some("md") {
            files.push(source);
        } else if let Some(name) = asset(source, &mut faults) {
            assets.insert(name, source.clone());
        }
    }
    let audiences: Vec<AudienceId> = settings
        .audiences
        .iter()
        .map(|audience| audience.id.clone())
        .collect();
    let translations: Vec<Diagnosed<Option<Translation>>> = files
        .par_iter()
        .map(|source| translation(source, settings, &audiences))
        .collect();
    let mut by_page: BTreeMap<PageKey, Vec<Translation>> = BTreeMap::new();
    for translation in translations
        .into_iter()
        .filter_map(|found| found.split_into(&mut faults))
    {
        by_page
            .entry(key_of(&translation.path))
            .or_default()
            .push(translation);
    }
    let pages: BTreeMap<PageKey, Page> = by_page
        .into_iter()
        .map(|(key, translations)| (key.clone(), page(key, translations, settings, &mut faults)))
        .collect();
    if pages.is_empty() && faults.is_empty() {
        faults.push(Diagnostic::new(&rules::EMPTY_CAMPAIGN));
    }
    Diagnosed::new(Content { pages, assets }, faults)
}

/// The folder of a page under `content/`.
fn key_of(path: &SourcePath) -> PageKey {
    PageKey::new(
        path.folder()
            .trim_start_matches(FOLDER)
            .trim_start_matches('/'),
    )
}

/// The path under `content/` of a file that may be published.
fn asset(source: &Source, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let name = source.path.as_str().strip_prefix("content/")?;
    if let Some(part) = name.split('/').find(|part| !Route::is_safe_part(part)) {
        faults.push(
            Diagnostic::new(&rules::UNSAFE_NAME)
                .at(Place::start_of(&source.path))
                .with("name", part),
        );
        return None;
    }
    let extension = source
        .path
        .extension()
        .map(str::to_ascii_lowercase)
        .unwrap_or_default();
    if !ASSET_EXTENSIONS.contains(&extension.as_str()) {
        faults.push(
            Diagnostic::new(&rules::FORBIDDEN_ASSET)
                .at(Place::start_of(&source.path))
                .with("name", source.path.file_name()),
        );
        return None;
    }
    Some(name.to_owned())
}

/// One Markdown file, before it inherits anything.
fn translation(
    source: &Source,
    settings: &Settings,
    audiences: &[AudienceId],
) -> Diagnosed<Option<Translation>> {
    let mut faults = Vec::new();
    let Some((locale, variant)) = names(source, settings, audiences, &mut faults) else {
        return Diagnosed::new(None, faults);
    };
    let text = text::read(source, Some(settings.locale(&locale))).split_into(&mut faults);
    let vocabulary = Vocabulary {
        locales: &settings.locales,
        audiences,
    };
    let head = front_matter::parse(&source.path, &text, vocabulary).split_into(&mut faults);
    let options = MarkdownOptions {
        audiences,
        raw_html: settings.raw_html,
    };
    let document =
        markdown::parse(&source.path, &text, head.body, &options).split_into(&mut faults);
    let translation = Translation {
        locale,
        variant,
        path: source.path.clone(),
        front: head.front,
        document,
    };
    Diagnosed::new(Some(translation), faults)
}

/// Whose text a file is, by its name: `es.md`, `es.survivors.md`.
fn names(
    source: &Source,
    settings: &Settings,
    audiences: &[AudienceId],
    faults: &mut Vec<Diagnostic>,
) -> Option<(LocaleTag, Option<AudienceId>)> {
    let path = &source.path;
    if let Some(part) = path
        .as_str()
        .split('/')
        .find(|part| !Route::is_safe_part(part))
    {
        faults.push(
            Diagnostic::new(&rules::UNSAFE_NAME)
                .at(Place::start_of(path))
                .with("name", part),
        );
        return None;
    }
    let stem = path.file_name().trim_end_matches(".md");
    let (tag, audience) = stem
        .split_once('.')
        .map_or((stem, None), |(tag, audience)| (tag, Some(audience)));
    if crate::parse::locale::canonical(tag).is_none() {
        faults.push(
            Diagnostic::new(&rules::UNEXPECTED_FILE)
                .at(Place::start_of(path))
                .with("name", path.file_name()),
        );
        return None;
    }
    let start = Place::start_of(path).span;
    let locale = known_locale(tag, start, path, &settings.locales, faults).or_else(|| {
        // The name of a file is no text that a suggestion could be put into.
        if let Some(fault) = faults.last_mut() {
            fault.suggestion = None;
        }
        None
    })?;
    let Some(audience) = audience else {
        return Some((locale, None));
    };
    let audience = known_audience(audience, start, path, audiences, faults)?;
    Some((locale, Some(audience)))
}

/// Puts a page together: finds its original and lets the others inherit.
fn page(
    key: PageKey,
    mut translations: Vec<Translation>,
    settings: &Settings,
    faults: &mut Vec<Diagnostic>,
) -> Page {
    let stated = translations
        .iter()
        .find_map(|translation| translation.front.source.clone());
    let source = stated
        .into_iter()
        .chain([settings.source_locale.clone()])
        .find(|tag| {
            translations
                .iter()
                .any(|translation| translation.locale == *tag)
        })
        .unwrap_or_else(|| translations[0].locale.clone());
    // The common text before its variants, so that these find what it inherited.
    translations.sort_by(|a, b| (&a.variant, &a.path).cmp(&(&b.variant, &b.path)));
    let originals: Vec<_> = translations
        .iter()
        .map(|translation| {
            (
                translation.locale.clone(),
                translation.variant.clone(),
                translation.front.clone(),
            )
        })
        .collect();
    let front = |locale: &LocaleTag, variant: Option<&AudienceId>| {
        originals
            .iter()
            .find(|(tag, own, _)| tag == locale && own.as_ref() == variant)
            .map(|(_, _, front)| front)
    };
    for translation in &mut translations {
        let mut settled: BTreeSet<String> = translation.front.spans.keys().cloned().collect();
        let variant = translation.variant.clone();
        if variant.is_some()
            && let Some(common) = front(&translation.locale, None)
        {
            inherit(
                &mut translation.front,
                &mut settled,
                common,
                Ancestor::SameLocale,
            );
        }
        if translation.locale != source {
            for own in [variant.as_ref(), None] {
                if let Some(original) = front(&source, own) {
                    differing_audiences(translation, original, faults);
                    inherit(
                        &mut translation.front,
                        &mut settled,
                        original,
                        Ancestor::Original,
                    );
                }
            }
        }
        if variant.is_some() && !translation.front.spans.contains_key("audiences") {
            // Its name says whom it is for.
            translation.front.audiences = None;
        }
        if translation.front.title.is_empty() {
            faults.push(
                Diagnostic::new(&rules::MISSING_TITLE).at(Place::start_of(&translation.path)),
            );
        }
    }
    Page {
        key,
        source,
        translations,
    }
}

/// A translation that says of itself for whom it is must say what its original says.
fn differing_audiences(
    translation: &Translation,
    original: &crate::model::front_matter::FrontMatter,
    faults: &mut Vec<Diagnostic>,
) {
    let set = |audiences: &Option<Vec<AudienceId>>| {
        audiences
            .as_ref()
            .map(|all| all.iter().cloned().collect::<BTreeSet<_>>())
    };
    let Some(span) = translation
        .front
        .spans
        .get("audiences")
        .filter(|_| translation.variant.is_none())
    else {
        return;
    };
    if set(&translation.front.audiences) != set(&original.audiences) {
        faults.push(
            Diagnostic::new(&rules::AUDIENCES_DIFFER).at(Place::new(&translation.path, *span)),
        );
    }
}
