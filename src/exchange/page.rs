//! A page on the table of a translator: the original, what there is of the translation, and their
//! texts side by side.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::exchange::EntryKind;
use crate::exchange::folding::{fold, tidy};
use crate::model::campaign::Campaign;
use crate::model::document::{Constant, Unit, UnitKind, constants_of};
use crate::model::locale::LocaleTag;
use crate::model::lock::Pair;
use crate::model::page::Translation;
use crate::model::state::Standing;
use crate::source::{Digest, Snapshot, SourcePath, Span};

/// A file to translate.
pub struct Work<'a> {
    /// The original.
    pub original: &'a Translation,
    /// The translation, when somebody began it.
    pub translation: Option<&'a Translation>,
    /// Where the translation is or will be.
    pub path: SourcePath,
}

impl<'a> Work<'a> {
    /// Every file of a campaign that has to be in `target`, in the order of the pages.
    pub fn all(campaign: &'a Campaign, target: &LocaleTag) -> Vec<Self> {
        let pages = campaign.pages.values();
        let translated = pages.filter(|page| page.source != *target);
        translated
            .flat_map(|page| {
                let in_locale = |locale: LocaleTag| {
                    let all = page.translations.iter();
                    all.filter(move |translation| translation.locale == locale)
                };
                in_locale(page.source.clone()).map(move |original| Self {
                    original,
                    translation: in_locale(target.clone())
                        .find(|translation| translation.variant == original.variant),
                    path: original.path_in(target),
                })
            })
            .collect()
    }
}

impl Work<'_> {
    /// The page, as people name it: `/rights/u-visa`.
    pub fn name(&self) -> String {
        let folder = self.original.path.folder();
        let key = folder.strip_prefix("content").unwrap_or(folder);
        format!("/{}", key.trim_start_matches('/'))
    }

    /// Where the texts of the original stand that the translation was not made from.
    pub fn unseen(&self, campaign: &Campaign) -> BTreeSet<Span> {
        let Some(own) = self.translation else {
            return BTreeSet::new();
        };
        let texts = Pair {
            original: self.original.texts(),
            translation: own.texts(),
        };
        let standing = Standing::new(texts, campaign.lock.record(&own.path), &own.front);
        standing.unseen.iter().map(|text| text.span).collect()
    }
}

/// One text of a file.
#[derive(Clone, Debug)]
pub struct Slot {
    /// What it is.
    pub kind: EntryKind,
    /// The id of a message, or the key of a text of the front matter; empty for all others.
    pub name: String,
    /// The audiences it is for.
    pub fences: Arc<[String]>,
    /// Where it stands in the file.
    pub span: Span,
    /// Its text, folded.
    pub text: String,
    /// What a translation must hold, too.
    pub constants: Vec<Constant>,
    /// Whether there is anything to translate in it.
    pub has_words: bool,
}

/// The texts of a file, whose whole text is `text`: those of its own front matter, then those of its
/// body.
pub fn slots(file: &Translation, text: &str) -> Vec<Slot> {
    let units = file.document().units().into_iter();
    let units = units.map(|unit| of_unit(file, &unit, text));
    head(file).into_iter().chain(units).collect()
}

/// The texts that the front matter of a file states itself.
fn head(file: &Translation) -> Vec<Slot> {
    let front = &file.front;
    let label = front.nav.as_ref().and_then(|entry| entry.label.as_deref());
    let named = [
        (EntryKind::Title, "title", Some(&*front.title)),
        (
            EntryKind::Description,
            "description",
            front.description.as_deref(),
        ),
        (EntryKind::Label, "nav.title", label),
    ];
    let named = named.map(|(kind, key, text)| (kind, key.to_owned(), String::new(), text));
    let extra = front.extra.iter().map(|(key, value)| {
        (
            EntryKind::Extra,
            format!("extra.{key}"),
            key.clone(),
            value.text(),
        )
    });
    let slot = |(kind, key, name, text): (EntryKind, String, String, Option<&str>)| {
        let text = text?.trim().to_owned();
        Some(Slot {
            kind,
            name,
            fences: Arc::default(),
            span: *front.spans.get(&key)?,
            constants: constants_of(&text),
            has_words: !text.is_empty(),
            text,
        })
    };
    named.into_iter().chain(extra).filter_map(slot).collect()
}

fn of_unit(file: &Translation, unit: &Unit, text: &str) -> Slot {
    let written = text.get(unit.span.range()).unwrap_or_default();
    let folded = fold(written);
    // A directive is read by its own grammar, which knows no Markdown.
    let is_label = matches!(unit.kind, UnitKind::Label | UnitKind::Argument);
    let folded = match unit.kind {
        UnitKind::Argument => folded.replace("\\\"", "\""),
        _ => folded,
    };
    Slot {
        kind: EntryKind::Unit(unit.kind),
        name: String::new(),
        fences: unit.fences.clone(),
        span: unit.span,
        constants: match is_label {
            true => constants_of(&folded),
            false => file.document().constants(unit),
        },
        has_words: is_label || file.document().has_words(unit),
        text: folded,
    }
}

/// The text of a file, as spans see it.
pub fn text(snapshot: &Snapshot, path: &SourcePath) -> String {
    let source = snapshot.get(path.as_str());
    let text = source.and_then(|source| source.text().ok());
    text.map(std::borrow::Cow::into_owned).unwrap_or_default()
}

/// The ids of the slots of a file: each a digest of the file, the text and how often the file had
/// it before.
pub fn ids(file: &SourcePath, slots: &[Slot]) -> Vec<String> {
    let mut known = std::collections::BTreeMap::<String, u64>::new();
    slots
        .iter()
        .map(|slot| {
            let text = format!("{:?}\0{}\0{}", slot.kind, slot.name, tidy(&slot.text));
            let before = known.entry(text.clone()).or_default();
            let inputs: [&[u8]; 3] = [
                file.as_str().as_bytes(),
                text.as_bytes(),
                &before.to_le_bytes(),
            ];
            let digest = Digest::of_all(inputs).to_string();
            *before += 1;
            // Sixty-four bits: two texts of one campaign will not meet in them.
            format!("u{}", &digest[..16])
        })
        .collect()
}
