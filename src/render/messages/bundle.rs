//! One language of a catalog, in the hands of fluent-bundle.

use std::convert::Infallible;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::types::{FluentNumberOptions, FluentNumberStyle};
use fluent_bundle::{FluentError, FluentResource, FluentValue};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::model::locale::{Direction, LocaleTag};
use crate::model::message::{Messages, TERM_PREFIX};
use crate::render::formats::{FRACTION_DIGITS, Formats, Grouping, NumberOptions, NumberStyle};

use super::arguments::Arguments;
use super::budget::Budget;
use super::functions;
use super::{Fault, Setting};

type Parsed = FluentBundle<Arc<FluentResource>>;

/// The files of a chain, parsed once for all its bundles.
pub struct Texts<'a>(Vec<(&'a LocaleTag, Arc<FluentResource>)>);

impl<'a> Texts<'a> {
    /// The files of these locales, in the order in which they count.
    pub fn of(messages: &'a Messages, chain: &[&'a LocaleTag]) -> Self {
        let resources = chain.iter().flat_map(|tag| messages.of(tag));
        let texts = resources.map(|resource| {
            // `parse` has told what is broken and left it out.
            let parsed = FluentResource::try_new(resource.text.to_string());
            let parsed = parsed.unwrap_or_else(|(rest, _)| rest);
            (&resource.locale, Arc::new(parsed))
        });
        Self(texts.collect())
    }
}

/// The messages of one language, and of those after it in the chain for what it refers to and
/// does not define.
pub struct Bundle {
    plain: Parsed,
    /// The same with isolation marks, where the locale needs them.
    isolating: Option<Parsed>,
    formats: Arc<Formats>,
}

impl Bundle {
    /// The bundle of the first language of `chain`, for a page that runs in `direction`.
    pub fn new(
        chain: &[&LocaleTag],
        texts: &Texts<'_>,
        formats: Formats,
        direction: Direction,
    ) -> Self {
        let formats = Arc::new(formats);
        let plain = parsed(chain, texts, &formats);
        let isolating = (direction == Direction::RightToLeft).then(|| {
            let mut bundle = parsed(chain, texts, &formats);
            bundle.set_use_isolating(true);
            bundle
        });
        Self {
            plain,
            isolating,
            formats,
        }
    }

    /// The formats of the language.
    pub fn formats(&self) -> &Arc<Formats> {
        &self.formats
    }

    /// The text of the message or attribute `id`, or everything that keeps it from being one.
    pub fn format(
        &self,
        id: &str,
        arguments: &Arguments,
        setting: Setting,
    ) -> Result<String, Vec<Fault>> {
        let arguments = arguments.for_fluent().map_err(|fault| vec![fault])?;
        let bundle = match (&self.isolating, setting) {
            (Some(isolating), Setting::Text) => isolating,
            _ => &self.plain,
        };
        let (owner, attribute) = match id.split_once('.') {
            Some((owner, attribute)) => (owner, Some(attribute)),
            None => (id, None),
        };
        let pattern = bundle
            .get_message(owner)
            .and_then(|message| match attribute {
                Some(name) => message.get_attribute(name).map(|found| found.value()),
                None => message.value(),
            });
        let Some(pattern) = pattern else {
            return Err(vec![Fault::Missing(id.to_owned())]);
        };
        let mut errors = Vec::new();
        let mut budget = Budget::default();
        let (outcome, failures) = functions::attend(|| {
            bundle.write_pattern(&mut budget, pattern, Some(&arguments), &mut errors)
        });
        let mut faults: Vec<Fault> = errors.iter().filter_map(fault).collect();
        faults.extend(failures.into_iter().map(Fault::Function));
        if outcome.is_err() {
            faults.push(Fault::Excessive);
        }
        if faults.is_empty() {
            return Ok(budget.spent());
        }
        faults.sort();
        faults.dedup();
        Err(faults)
    }
}

fn parsed(chain: &[&LocaleTag], texts: &Texts<'_>, formats: &Arc<Formats>) -> Parsed {
    let language = formats.data().and_then(language).unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(number));
    functions::add(&mut bundle, formats);
    for (locale, text) in &texts.0 {
        if chain.contains(locale) {
            // What an earlier file defines stays: that is how one overrides another.
            let _ = bundle.add_resource(Arc::clone(text));
        }
    }
    bundle
}

/// Fluent's own type for languages. It has no extensions, which matter to nothing here.
fn language(tag: &LocaleTag) -> Option<LanguageIdentifier> {
    tag.as_str()
        .parse()
        .or_else(|_| tag.language().parse())
        .ok()
}

/// Writes numbers as the language does. Fluent calls it for every value, with nothing but the
/// memoizer of the bundle.
fn number(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let options = number_options(&number.options);
    Some(written(memoizer, |formats| {
        formats.number(number.value, &options)
    }))
}

/// What `write` makes of the formats of the bundle.
pub fn written(memoizer: &IntlLangMemoizer, write: impl FnOnce(&Formats) -> String) -> String {
    memoizer
        .with_try_get::<Remembered, _, _>((), |remembered| write(&remembered.0))
        .unwrap_or_else(|never| match never {})
}

/// The formats of a bundle, where its memoizer keeps them.
struct Remembered(Formats);

impl Memoizable for Remembered {
    type Args = ();
    type Error = Infallible;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, Infallible> {
        let tag = LocaleTag::new(language.to_string());
        Ok(Self(Formats::of(&[&tag])))
    }
}

/// Fluent's options as ours.
pub fn number_options(options: &FluentNumberOptions) -> NumberOptions {
    let digits = |count: usize| u8::try_from(count).unwrap_or(FRACTION_DIGITS);
    NumberOptions {
        minimum_fraction_digits: options.minimum_fraction_digits.map_or(0, digits),
        maximum_fraction_digits: options.maximum_fraction_digits.map(digits),
        grouping: if options.use_grouping {
            Grouping::Auto
        } else {
            Grouping::Never
        },
        style: match options.style {
            FluentNumberStyle::Percent => NumberStyle::Percent,
            _ => NumberStyle::Decimal,
        },
    }
}

fn fault(error: &FluentError) -> Option<Fault> {
    let FluentError::ResolverError(error) = error else {
        return None;
    };
    Some(match error {
        ResolverError::Reference(ReferenceKind::Variable { id }) => Fault::Variable(id.clone()),
        ResolverError::Reference(ReferenceKind::Function { id }) => {
            Fault::Function(format!("unknown function {id}"))
        }
        ResolverError::Reference(ReferenceKind::Message { id, attribute }) => {
            Fault::Missing(name(id, attribute.as_deref()))
        }
        ResolverError::Reference(ReferenceKind::Term { id, attribute }) => {
            let id = id.strip_prefix(TERM_PREFIX).unwrap_or(id);
            Fault::Missing(format!("-{}", name(id, attribute.as_deref())))
        }
        ResolverError::NoValue(id) => Fault::Missing(id.clone()),
        ResolverError::Cyclic => Fault::Endless,
        ResolverError::TooManyPlaceables => Fault::Excessive,
        // The grammar demands a default.
        ResolverError::MissingDefault => return None,
    })
}

fn name(id: &str, attribute: Option<&str>) -> String {
    match attribute {
        Some(attribute) => format!("{id}.{attribute}"),
        None => id.to_owned(),
    }
}
