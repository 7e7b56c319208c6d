//! The head of a Markdown file → [`FrontMatter`].
//!
//! TOML stands between two lines of `+++`, YAML between two lines of `---`. What belongs to the
//! page rather than to its text is inherited from the page's original: see [`inherit`].

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::audience::AudienceId;
use crate::model::front_matter::{Extra, FrontMatter, Law, MenuEntry, Origin, PageReading};
use crate::model::head::{Bounds, Syntax};
use crate::model::locale::Locale;
use crate::parse::settings::{MISSING, READING, countries, is_slug, known_audience, known_locale};
use crate::parse::value::{Data, Fields, Table};
use crate::parse::{plain, toml, yaml};
use crate::rules;
use crate::source::{SourcePath, Span};

const ORIGINS: &[(&str, Origin)] = &[("human", Origin::Human), ("machine", Origin::Machine)];

/// The menu that `nav = true` means.
const MAIN_MENU: &str = "main";

/// The names that front matter may use.
#[derive(Clone, Copy)]
pub struct Vocabulary<'a> {
    /// The campaign's locales.
    pub locales: &'a [Locale],
    /// The campaign's audiences.
    pub audiences: &'a [AudienceId],
}

/// The head of a file, and where its body begins.
pub struct Head {
    /// What the file itself states.
    pub front: FrontMatter,
    /// The bytes behind the front matter.
    pub body: Span,
}

/// Reads the head of `text`.
pub fn parse(path: &SourcePath, text: &str, vocabulary: Vocabulary<'_>) -> Diagnosed<Head> {
    let Some(bounds) = Bounds::find(text) else {
        return Diagnosed::clean(Head {
            front: FrontMatter::default(),
            body: Span::new(0, text.len()),
        });
    };
    let body = Span::new(bounds.body, text.len());
    if !bounds.is_closed {
        let fault = Diagnostic::new(&rules::UNCLOSED_FRONT_MATTER);
        let head = Head {
            front: FrontMatter::default(),
            body,
        };
        return Diagnosed::new(head, vec![fault.at(Place::new(path, bounds.mark))]);
    }
    let (inner, start) = (&text[bounds.inner.range()], bounds.inner.start);
    let table = match bounds.syntax {
        Syntax::Toml => toml::parse(path, inner, start),
        Syntax::Yaml => yaml::parse(path, inner, start),
    };
    let mut faults = Vec::new();
    if bounds.mark.start > 0 {
        let fault = Diagnostic::new(&rules::LATE_FRONT_MATTER);
        faults.push(fault.at(Place::new(path, bounds.mark)));
    }
    let table = table.split_into(&mut faults);
    faults.extend(plain::check(&table, path, vocabulary.audiences));
    let front = read(&table, path, bounds.mark, vocabulary, &mut faults);
    Diagnosed::new(Head { front, body }, faults)
}

fn read(
    table: &Table,
    path: &SourcePath,
    span: Span,
    vocabulary: Vocabulary<'_>,
    faults: &mut Vec<Diagnostic>,
) -> FrontMatter {
    let spans = spans(table);
    let mut names = Vec::new();
    let mut fields = Fields::new(table, path, span, faults);
    let front = FrontMatter {
        title: fields
            .string("title")
            .map(|title| title.trim().to_owned())
            .unwrap_or_default(),
        description: fields.string("description"),
        slug: slug(&mut fields),
        audiences: fields.strings("audiences").map(|found| {
            let known = |(name, span): &(String, Span)| {
                known_audience(name, *span, path, vocabulary.audiences, &mut names)
            };
            found.iter().filter_map(known).collect()
        }),
        date: fields.date("date"),
        updated: fields.date("updated"),
        order: fields.integer("order"),
        nav: nav(&mut fields),
        paginate_by: fields.count("paginate_by"),
        draft: fields.boolean("draft").unwrap_or(false),
        publish_on: fields.date("publish_on"),
        expires_on: fields.date("expires_on"),
        reviewed_on: fields.date("reviewed_on"),
        law: law(&mut fields),
        source: fields.string("source").and_then(|name| {
            let span = fields
                .entry("source")
                .map_or(span, |entry| entry.value.span);
            known_locale(&name, span, path, vocabulary.locales, &mut names)
        }),
        translated_by: fields.string("translated_by"),
        reviewed_by: fields.string("reviewed_by"),
        origin: fields.choice("origin", ORIGINS),
        critical: fields.boolean("critical").unwrap_or(false),
        template: template(&mut fields),
        topics: slugs(&mut fields, "topics"),
        redirect_from: redirects(&mut fields),
        image: fields.string("image"),
        reading: fields.choice("reading", &readings()),
        missing: fields.choice("missing", MISSING),
        words: words(&mut fields),
        extra: extra(&mut fields),
        spans,
    };
    names.into_iter().for_each(|fault| fields.fault(fault));
    fields.finish();
    front
}

/// The keys that decide who gets a page, and when.
const DECIDING: [&str; 5] = ["audiences", "draft", "expires_on", "missing", "publish_on"];

/// The free table. In TOML everything below `[extra]` belongs to it, whatever its author meant.
fn extra(fields: &mut Fields<'_>) -> BTreeMap<String, Extra> {
    let extra = fields.extra("extra");
    let found = fields.entry("extra").map(|entry| &entry.value.data);
    if let Some(Data::Table(table)) = found {
        for entry in &table.entries {
            if DECIDING.contains(&entry.key.as_str()) {
                let place = Place::new(fields.path(), entry.span);
                let fault = Diagnostic::new(&rules::MISPLACED_KEY).at(place);
                fields.fault(fault.with("name", &entry.key));
            }
        }
    }
    extra
}

/// Where the values of the keys stand, those of inner tables as `nav.title`.
fn spans(table: &Table) -> BTreeMap<String, Span> {
    let mut spans = BTreeMap::new();
    for entry in &table.entries {
        spans.insert(entry.key.clone(), entry.value.span);
        if let Data::Table(inner) = &entry.value.data {
            let inner = inner.entries.iter();
            let named = inner.map(|own| (format!("{}.{}", entry.key, own.key), own.value.span));
            spans.extend(named);
        }
    }
    spans
}

/// The words of `reading`: those of an audience's target, and `off`.
fn readings() -> Vec<(&'static str, PageReading)> {
    let targets = READING
        .iter()
        .map(|(word, target)| (*word, PageReading::Target(*target)));
    targets.chain([("off", PageReading::Off)]).collect()
}

fn slug(fields: &mut Fields<'_>) -> Option<String> {
    let slug = fields.string("slug")?;
    if is_slug(&slug) {
        return Some(slug);
    }
    let span = fields
        .entry("slug")
        .map_or_else(Span::default, |entry| entry.value.span);
    fields.fault(
        Diagnostic::new(&rules::INVALID_SLUG)
            .at(Place::new(fields.path(), span))
            .with("name", &slug)
            .suggest(slug_of(&slug).map(|slug| format!("\"{slug}\""))),
    );
    None
}

/// The slug that a name would have: `Visa T` gives `visa-t`.
pub fn slug_of(name: &str) -> Option<String> {
    let words: Vec<String> = deunicode::deunicode(name)
        .to_lowercase()
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    Some(words.join("-")).filter(|slug| is_slug(slug))
}

fn template(fields: &mut Fields<'_>) -> Option<String> {
    let name = fields.string("template")?;
    Some(name.strip_suffix(".html").unwrap_or(&name).to_owned())
}

fn slugs(fields: &mut Fields<'_>, key: &'static str) -> Vec<String> {
    let mut found = Vec::new();
    for (name, span) in fields.strings(key).unwrap_or_default() {
        if is_slug(&name) {
            found.push(name);
        } else {
            let fault = Diagnostic::new(&rules::INVALID_SLUG)
                .at(Place::new(fields.path(), span))
                .with("name", &name);
            fields.fault(fault.suggest(slug_of(&name).map(|slug| format!("\"{slug}\""))));
        }
    }
    found
}

fn redirects(fields: &mut Fields<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for (old, span) in fields.strings("redirect_from").unwrap_or_default() {
        let parts: Vec<&str> = old.split('/').filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() && parts.iter().all(|part| is_slug(part)) {
            found.push(parts.join("/"));
        } else {
            fields.fault(
                Diagnostic::new(&rules::INVALID_SLUG)
                    .at(Place::new(fields.path(), span))
                    .with("name", &old),
            );
        }
    }
    found
}

/// `words = { "illegal alien" = "the statute says so" }`: each word with the reason why it stays.
fn words(fields: &mut Fields<'_>) -> BTreeMap<String, String> {
    let Some((table, _)) = fields.table("words") else {
        return BTreeMap::new();
    };
    let mut words = BTreeMap::new();
    for entry in &table.entries {
        match &entry.value.data {
            Data::String(reason) if !reason.trim().is_empty() => {
                words.insert(entry.key.clone(), reason.clone());
            }
            _ => fields.invalid(&entry.key, &entry.value, "\"the reason\""),
        }
    }
    words
}

/// `nav = true`, `nav = "footer"` or `nav = { menu = "main", title = "Short" }`.
fn nav(fields: &mut Fields<'_>) -> Option<MenuEntry> {
    let entry = fields.entry("nav")?;
    match &entry.value.data {
        Data::Boolean(true) => Some(MenuEntry {
            menu: MAIN_MENU.to_owned(),
            label: None,
        }),
        Data::Boolean(false) => None,
        Data::String(menu) => Some(MenuEntry {
            menu: menu.clone(),
            label: None,
        }),
        Data::Table(table) => {
            let mut faults = Vec::new();
            let mut inner = Fields::new(table, fields.path(), entry.span, &mut faults);
            let menu = inner.string("menu").unwrap_or_else(|| MAIN_MENU.to_owned());
            let label = inner.string("title");
            inner.finish();
            faults.into_iter().for_each(|fault| fields.fault(fault));
            Some(MenuEntry { menu, label })
        }
        _ => {
            fields.invalid(
                "nav",
                &entry.value,
                "true, \"footer\", { menu = \"main\", title = \"…\" }",
            );
            None
        }
    }
}

/// The law that a page is about: `law = { as_of = 2026-01-12, countries = ["US"] }`.
fn law(fields: &mut Fields<'_>) -> Option<Law> {
    let (table, span) = fields.table("law")?;
    let mut faults = Vec::new();
    let mut inner = Fields::new(table, fields.path(), span, &mut faults);
    let as_of = inner.date("as_of");
    if as_of.is_none() && inner.entry("as_of").is_none() {
        inner.missing("as_of");
    }
    if inner.entry("countries").is_none() {
        inner.missing("countries");
    }
    let countries = countries(&mut inner, "countries").into_iter();
    let countries = countries.map(|(code, _)| code).collect();
    let review_by = inner.date("review_by");
    inner.finish();
    faults.into_iter().for_each(|fault| fields.fault(fault));
    Some(Law {
        as_of: as_of?,
        countries,
        review_by,
    })
}

/// Where an inherited value comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ancestor {
    /// The common text in the same language, of which this is the variant for one audience.
    SameLocale,
    /// The page's original.
    Original,
}

/// Fills what `own` does not state from another translation of its page: what belongs to the page
/// always, and its words only from a text in the same language. `stated` holds the keys that are
/// settled, and grows by those of `other`.
pub fn inherit(
    own: &mut FrontMatter,
    stated: &mut BTreeSet<String>,
    other: &FrontMatter,
    ancestor: Ancestor,
) {
    macro_rules! take {
        ($($key:ident),*) => {{ $(if !stated.contains(stringify!($key)) { own.$key = other.$key.clone(); })* }};
    }
    take!(
        date,
        updated,
        order,
        nav,
        paginate_by,
        draft,
        publish_on,
        expires_on,
        critical,
        template,
        topics,
        image,
        law,
        reading,
        missing
    );
    match ancestor {
        Ancestor::SameLocale => take!(title, description, slug, words, extra),
        Ancestor::Original => {
            take!(audiences);
            // A label is a word of the original's language.
            if let Some(nav) = own.nav.as_mut().filter(|_| !stated.contains("nav")) {
                nav.label = None;
            }
        }
    }
    // A common text in the same language says nothing of whom its variant is for.
    stated.extend(
        other
            .spans
            .keys()
            .filter(|key| ancestor == Ancestor::Original || *key != "audiences")
            .cloned(),
    );
}
