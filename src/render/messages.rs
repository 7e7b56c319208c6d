//! Messages: from an id and arguments to text in a reader's language.
//!
//! A [`Catalog`] is built once for each locale and then only read, by any number of threads. It
//! looks an id up along the chain of the locale: for it and then each of its fallbacks, campaign,
//! theme, built-in. Neighbours in that chain of one language (es-MX, es) share a bundle, so
//! that a term which es-MX overrides shows in the messages of es; another language has its own,
//! with its own plural rules and formats.
//!
//! What comes out is text, not HTML: whoever puts it into a page escapes it. Where formatting
//! fails there is no text at all, since Fluent's own answer, `{$name}`, must not reach a reader.

mod arguments;
mod budget;
mod bundle;
mod effort;
mod functions;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::{Diagnosed, Diagnostic, Place, closest};
use crate::model::locale::{Locale, LocaleTag};
use crate::model::message::{Layer, Messages};
use crate::render::formats::Formats;
use crate::rules;

pub use arguments::{Arguments, Value};
pub use budget::LIMIT;
use bundle::{Bundle, Texts};
use effort::{Effort, efforts};

/// What the tool itself brings: each locale and the text of its messages.
pub const BUILT_IN: &[(&str, &str)] = &[
    ("en", include_str!("builtin/en.ftl")),
    ("es", include_str!("builtin/es.ftl")),
];

/// Where the text will stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The text of a page. Where the locale runs from right to left, arguments are isolated
    /// (U+2068 … U+2069), so that a Latin name does not turn the sentence around.
    Text,
    /// An attribute, an address, a telephone link, a feed: no invisible characters.
    Plain,
}

/// A message as a reader gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// The language it is in. Another one than asked must be marked in the page.
    pub locale: &'a LocaleTag,
    /// Whose it is.
    pub layer: Layer,
}

/// The messages of a locale with its fallbacks.
pub struct Catalog {
    locale: LocaleTag,
    bundles: Vec<Bundle>,
    known: BTreeMap<String, Known>,
    formats: Arc<Formats>,
}

/// What is known of an id before it is formatted.
struct Known {
    /// Which bundle formats it. All but the first are of another language than asked.
    bundle: usize,
    locale: LocaleTag,
    layer: Layer,
    place: Place,
    effort: Effort,
    /// The text for each setting, once it was asked for, when it depends on nothing.
    texts: [OnceLock<String>; 2],
}

impl Catalog {
    /// The catalog of this locale.
    pub fn new(locale: &Locale, messages: &Messages) -> Self {
        let chain = locale.chain();
        let mut known: BTreeMap<String, Known> = BTreeMap::new();
        let mut bundles = Vec::new();
        let texts = Texts::of(messages, &chain);
        let mut start = 0;
        for own in chain.chunk_by(|one, next| one.language() == next.language()) {
            let rest = &chain[start..];
            let vocabulary = messages.vocabulary(rest.iter().copied());
            let efforts = efforts(&vocabulary);
            for (id, entry) in vocabulary.iter() {
                let resource = entry.resource;
                let is_own = own.contains(&&resource.locale) && !id.starts_with('-');
                if !is_own || known.contains_key(id) {
                    continue;
                }
                let entry = Known {
                    bundle: bundles.len(),
                    locale: resource.locale.clone(),
                    layer: resource.layer,
                    place: entry.place(),
                    effort: efforts.get(id).copied().unwrap_or(Effort::Endless),
                    texts: Default::default(),
                };
                known.insert(id.to_owned(), entry);
            }
            // What the locale says of its formats holds for its own language.
            let formats = match bundles.is_empty() {
                true => Formats::new(locale),
                false => Formats::of(rest),
            };
            bundles.push(Bundle::new(rest, &texts, formats, locale.direction));
            start += own.len();
        }
        Self {
            locale: locale.tag.clone(),
            formats: Arc::clone(bundles[0].formats()),
            bundles,
            known,
        }
    }

    /// The formats of the locale.
    pub fn formats(&self) -> &Formats {
        &self.formats
    }

    /// Whether there is a message of this id, or an attribute: `button.title`.
    pub fn contains(&self, id: &str) -> bool {
        self.known.contains_key(id)
    }

    /// The text of a message that depends on nothing, once it has been formatted.
    pub fn constant(&self, id: &str, setting: Setting) -> Option<&str> {
        let known = self.known.get(id).filter(|known| known.bundle == 0)?;
        known.texts[setting as usize].get().map(String::as_str)
    }

    /// The text of the message `id`, or of the attribute: `button.title`.
    ///
    /// The diagnostics have no place of their own, only that of the definition as a related one:
    /// the caller knows where the message is used. When one of them is an error there is no text.
    pub fn format(
        &self,
        id: &str,
        arguments: &Arguments,
        setting: Setting,
    ) -> Diagnosed<Option<Message<'_>>> {
        let Some(known) = self.known.get(id) else {
            return Diagnosed::new(None, vec![self.missing(id)]);
        };
        let text = match self.text(id, known, arguments, setting) {
            Ok(text) => text,
            Err(diagnostics) => return Diagnosed::new(None, diagnostics),
        };
        let message = Message {
            text,
            locale: &known.locale,
            layer: known.layer,
        };
        let fallback = (known.bundle > 0).then(|| self.fallback(id, known));
        Diagnosed::new(Some(message), fallback.into_iter().collect())
    }

    fn text<'a>(
        &'a self,
        id: &str,
        known: &'a Known,
        arguments: &Arguments,
        setting: Setting,
    ) -> Result<Cow<'a, str>, Vec<Diagnostic>> {
        let remembered = &known.texts[setting as usize];
        if let Some(text) = remembered.get() {
            return Ok(Cow::Borrowed(text));
        }
        let outcome = match known.effort {
            Effort::Endless => Err(vec![Fault::Endless]),
            Effort::Excessive => Err(vec![Fault::Excessive]),
            Effort::Constant | Effort::Variable => {
                self.bundles[known.bundle].format(id, arguments, setting)
            }
        };
        let text = outcome.map_err(|faults| {
            let faults = faults.into_iter();
            faults
                .map(|fault| fault.diagnostic(id, known))
                .collect::<Vec<_>>()
        })?;
        if known.effort == Effort::Constant {
            return Ok(Cow::Borrowed(remembered.get_or_init(|| text)));
        }
        Ok(Cow::Owned(text))
    }

    fn missing(&self, id: &str) -> Diagnostic {
        Diagnostic::new(&rules::MISSING_MESSAGE)
            .with("name", id)
            .with("locale", &self.locale)
            .suggest(closest(id, self.known.keys().map(String::as_str)))
    }

    fn fallback(&self, id: &str, known: &Known) -> Diagnostic {
        Diagnostic::new(&rules::FALLBACK_MESSAGE)
            .also(known.place.clone())
            .with("name", id)
            .with("locale", &self.locale)
            .with("from", &known.locale)
    }
}

/// Why there is no text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// No message, term or attribute of this name.
    Missing(String),
    /// No argument for this variable.
    Variable(String),
    /// The message leads back to itself.
    Endless,
    /// More text or more placeables than anybody reads.
    Excessive,
    /// A function or an argument will not do, with the reason.
    Function(String),
}

impl Fault {
    fn diagnostic(self, id: &str, known: &Known) -> Diagnostic {
        let diagnostic = match self {
            Self::Missing(name) => Diagnostic::new(&rules::MISSING_MESSAGE)
                .with("name", name)
                .with("locale", &known.locale),
            Self::Variable(variable) => Diagnostic::new(&rules::MISSING_VARIABLE)
                .with("name", id)
                .with("variable", variable),
            Self::Endless => Diagnostic::new(&rules::CYCLIC_MESSAGE).with("name", id),
            Self::Excessive => Diagnostic::new(&rules::OVERSIZED_MESSAGE)
                .with("name", id)
                .with("limit", LIMIT),
            Self::Function(reason) => Diagnostic::new(&rules::FAILED_FUNCTION)
                .with("name", id)
                .with("reason", reason),
        };
        diagnostic.also(known.place.clone())
    }
}

#[cfg(test)]
mod tests;
