//! `content/` → pages and assets: which folder is a page, which file is a translation, and what a
//! translation inherits.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::audience::AudienceId;
use crate::model::document::Document;
use crate::model::front_matter::FrontMatter;
use crate::model::locale::LocaleTag;
use crate::model::page::{Body, Outline, Page, PageKey, Translation};
use crate::model::route::Route;
use crate::model::settings::{RawHtml, Settings};
use crate::model::text::Text;
use crate::parse::asset::{self, Assets};
use crate::parse::front_matter::{Ancestor, Vocabulary, inherit};
use crate::parse::markdown::MarkdownOptions;
use crate::parse::settings::{known_audience, known_locale};
use crate::parse::shelf::{self, Shelf};
use crate::parse::{Settled, claims, front_matter, hotlines, markdown, text};
use crate::rules;
use crate::source::{Digest, Snapshot, Source, SourcePath, Span};

/// The folder.
const FOLDER: &str = "content";

/// Everything in `content/` but the registers.
#[derive(Debug)]
pub struct Content {
    /// The pages, by folder.
    pub pages: BTreeMap<PageKey, Arc<Page>>,
    /// The same pages, as they are read together.
    pub shelves: Vec<Arc<Shelf>>,
    /// The other files, and what is known of the pictures among them.
    pub assets: Assets,
    /// The digest of the settings, the other files and the registers.
    pub beside: Digest,
}

impl Content {
    /// The digest of everything that a plan may see of the pages.
    pub fn outside(&self) -> Digest {
        self.with_beside(self.shelves.iter().map(|shelf| &shelf.outside))
    }

    /// The digest of the same without titles and descriptions.
    pub fn placement(&self) -> Digest {
        self.with_beside(self.shelves.iter().map(|shelf| &shelf.placement))
    }

    fn with_beside<'a>(&'a self, pages: impl Iterator<Item = &'a Digest>) -> Digest {
        let inputs = [&self.beside].into_iter().chain(pages);
        Digest::of_all(inputs.map(Digest::as_bytes))
    }
}

/// Reads `content/`.
pub fn parse(snapshot: &Snapshot, settled: &Settled<'_>) -> Diagnosed<Content> {
    let mut faults = Vec::new();
    let mut others = Vec::new();
    let mut files = Vec::new();
    for source in snapshot.under(FOLDER) {
        match source.path.extension() {
            Some("md") => files.push(source),
            _ => others.push(source),
        }
    }
    let beside = settled.digest_with(others.iter().copied());
    others.retain(|source| ![hotlines::PATH, claims::PATH].contains(&source.path.as_str()));
    let assets = asset::parse(&others, settled).split_into(&mut faults);
    let shelves = shelf::shelves(&files, settled);
    let found = shelves
        .iter()
        .flat_map(|shelf| shelf.faults.iter().cloned());
    faults.extend(found);
    let pages = shelf::pages(&shelves, settled);
    if pages.is_empty() && faults.is_empty() {
        faults.push(Diagnostic::new(&rules::EMPTY_CAMPAIGN));
    }
    let content = Content {
        pages,
        shelves,
        assets,
        beside,
    };
    Diagnosed::new(content, faults)
}

/// The folder of a page under `content/`.
pub(super) fn key_of(path: &SourcePath) -> PageKey {
    PageKey::new(
        path.folder()
            .trim_start_matches(FOLDER)
            .trim_start_matches('/'),
    )
}

/// What a Markdown file means, before it inherits anything.
pub(super) type Read = Diagnosed<Option<Translation>>;

/// One Markdown file by itself: what it would mean in a campaign of these settings.
pub fn parse_file(source: &Source, settings: &Settings) -> Diagnosed<Option<Translation>> {
    let mut read = translation(
        source,
        source.digest,
        settings,
        &settings.audience_ids().into(),
    );
    let body = read.value.iter().flat_map(|own| &own.body.faults);
    read.diagnostics.extend(body.cloned());
    read
}

/// One Markdown file, before it inherits anything. What is wrong with its body is told with that.
pub(super) fn translation(
    source: &Source,
    digest: Digest,
    settings: &Settings,
    audiences: &Arc<[AudienceId]>,
) -> Read {
    let mut faults = Vec::new();
    let Some((locale, variant)) = names(source, settings, audiences, &mut faults) else {
        return Diagnosed::new(None, faults);
    };
    let text = text::read(source, Some(settings.locale(&locale))).split_into(&mut faults);
    let vocabulary = Vocabulary {
        locales: &settings.locales,
        audiences,
    };
    let mut head = front_matter::parse(&source.path, &text, vocabulary).split_into(&mut faults);
    if head.front.title.is_empty() && faults.iter().any(hides_title) {
        // It may well have one: that it is missing would be one more thing to look for in vain.
        head.front.title = source.path.to_string();
    }
    let seen = [
        source.path.as_str(),
        &text[..head.body.start],
        &head.front.title,
    ];
    let outside = Digest::of_all(seen.map(str::as_bytes));
    let placement = placement(&source.path, &text[..head.body.start], &head.front);
    let front = Arc::new(head.front);
    let closed = Closed {
        path: source.path.clone(),
        text,
        span: head.body,
        front: Arc::clone(&front),
        audiences: Arc::clone(audiences),
        raw_html: settings.raw_html,
    };
    let translation = Translation {
        locale,
        variant,
        path: source.path.clone(),
        front,
        digest,
        body: Arc::new(LazyLock::new(Box::new(move || closed.open()))),
        outside,
        placement,
    };
    Diagnosed::new(Some(translation), faults)
}

/// The digest of a file's path, and of its head without the title and the description.
fn placement(path: &SourcePath, head: &str, front: &FrontMatter) -> Digest {
    let words = ["title", "description"].map(|key| front.spans.get(key));
    let mut words: Vec<&Span> = words.into_iter().flatten().collect();
    words.sort();
    let mut pieces = vec![path.as_str()];
    let mut start = 0;
    for span in words {
        pieces.extend(head.get(start..span.start));
        start = span.end;
    }
    pieces.extend(head.get(start..));
    Digest::of_all(pieces.into_iter().map(str::as_bytes))
}

/// A body that nobody has read, and all that it is read with.
struct Closed {
    path: SourcePath,
    text: String,
    span: Span,
    front: Arc<FrontMatter>,
    audiences: Arc<[AudienceId]>,
    raw_html: RawHtml,
}

impl Closed {
    fn open(&self) -> Body {
        let options = MarkdownOptions {
            audiences: &self.audiences,
            raw_html: self.raw_html,
        };
        let parsed = markdown::parse(&self.path, &self.text, self.span, &options);
        let document = parsed.value;
        let description = self.front.description.as_deref();
        Body {
            texts: Text::all(&self.front, &document, &self.text),
            outlines: outlines(&document, description, &self.audiences),
            document,
            faults: parsed.diagnostics,
        }
    }
}

/// What other files may depend on of a body, whose author describes it so or not at all.
fn outlines(
    document: &Document,
    description: Option<&str>,
    audiences: &[AudienceId],
) -> BTreeMap<AudienceId, Arc<Outline>> {
    let outline = |audience: &AudienceId| {
        let reading = document.for_audience(audience);
        Arc::new(Outline::of(reading, description))
    };
    // What is for everybody reads the same for everybody.
    let common = audiences.first().filter(|_| !document.is_selective());
    let common = common.map(outline);
    audiences
        .iter()
        .map(|audience| {
            let own = common.clone().unwrap_or_else(|| outline(audience));
            (audience.clone(), own)
        })
        .collect()
}

/// Whether a fault keeps the title of a file from being read.
fn hides_title(fault: &Diagnostic) -> bool {
    let unread = [
        &rules::INVALID_ENCODING,
        &rules::OVERSIZED_FILE,
        &rules::UNCLOSED_FRONT_MATTER,
        &rules::BROKEN_SYNTAX,
    ];
    let is_of_title = || fault.arguments.contains(&("name", "title".to_owned()));
    unread.contains(&fault.rule) || (fault.rule == &rules::INVALID_VALUE && is_of_title())
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
    let stem = path.file_name();
    let stem = stem.strip_suffix(".md").unwrap_or(stem);
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
    let told = faults.len();
    let locale = known_locale(tag, start, path, &settings.locales, faults);
    let variant = audience.map(|name| known_audience(name, start, path, audiences, faults));
    // The name of a file is no text that a suggestion could be put into.
    for fault in &mut faults[told..] {
        fault.suggestion = None;
    }
    match variant {
        None => Some((locale?, None)),
        Some(variant) => Some((locale?, Some(variant?))),
    }
}

/// Puts a page together: finds its original and lets the others inherit.
pub(super) fn page(
    key: PageKey,
    mut translations: Vec<Translation>,
    settings: &Settings,
) -> Diagnosed<Page> {
    let mut faults = Vec::new();
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
    translations
        .sort_by(|a, b| (&a.variant, &a.locale, &a.path).cmp(&(&b.variant, &b.locale, &b.path)));
    drop_doubles(&key, &mut translations, &mut faults);
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
                Arc::make_mut(&mut translation.front),
                &mut settled,
                common,
                Ancestor::SameLocale,
            );
        }
        if translation.locale != source {
            for own in [variant.as_ref(), None] {
                if let Some(original) = front(&source, own) {
                    differing_audiences(translation, original, &mut faults);
                    inherit(
                        Arc::make_mut(&mut translation.front),
                        &mut settled,
                        original,
                        Ancestor::Original,
                    );
                }
            }
        }
        if variant.is_some() && !translation.front.spans.contains_key("audiences") {
            // Its name says whom it is for.
            Arc::make_mut(&mut translation.front).audiences = None;
        }
        if translation.front.title.is_empty() {
            faults.push(
                Diagnostic::new(&rules::MISSING_TITLE).at(Place::start_of(&translation.path)),
            );
        }
    }
    let page = Page {
        key,
        source,
        translations,
    };
    Diagnosed::new(page, faults)
}

/// Two spellings of one tag, `en.md` and `EN.md`, are one language: only one could be published.
fn drop_doubles(key: &PageKey, translations: &mut Vec<Translation>, faults: &mut Vec<Diagnostic>) {
    translations.dedup_by(|next, first| {
        let is_double = next.locale == first.locale && next.variant == first.variant;
        if is_double {
            faults.push(
                Diagnostic::new(&rules::ROUTE_COLLISION)
                    .at(Place::start_of(&next.path))
                    .also(Place::start_of(&first.path))
                    .with("route", format!("/{key} ({})", next.locale)),
            );
        }
        is_double
    });
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
