//! What the tool says, in one language: the texts of the rules and the tool's own words.
//!
//! The tool is its own first user: both are Fluent files. Every text that is put into a message is
//! escaped on its way in, so no message can carry more than one line of anybody else's making.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::errors::{ReferenceKind, ResolverError};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};

use super::escape::escape;
use super::language::Language;

/// What a variable of a message stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Argument<'a> {
    /// A text, which is escaped.
    Text(&'a str),
    /// A count, which messages can select on.
    Number(usize),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Argument<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl<'a> Argument<'a> {
    fn value(self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::String(escape(text)),
            Self::Number(number) => FluentValue::from(number),
        }
    }
}

/// The tool speaking one language.
pub struct Voice {
    language: Language,
    catalog: Catalog,
}

impl Voice {
    /// The tool speaking `language`.
    pub fn new(language: Language) -> Self {
        let catalog = match language {
            Language::English => Catalog::new(
                language,
                [
                    include_str!("../../rules/en.ftl"),
                    include_str!("en.ftl"),
                    include_str!("audit/en.ftl"),
                ],
            ),
            Language::Spanish => Catalog::new(
                language,
                [
                    include_str!("../../rules/es.ftl"),
                    include_str!("es.ftl"),
                    include_str!("audit/es.ftl"),
                ],
            ),
        };
        Self { language, catalog }
    }

    /// The language it speaks.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message of this id, or its attribute written `id.attribute`. An id that does not exist
    /// comes back as it is; a test holds that every id of ours exists.
    pub fn say(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.find(id, arguments).unwrap_or_else(|| id.to_owned())
    }

    /// The same, if there is such a message.
    pub fn find(&self, id: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        self.catalog.format(id, arguments)
    }

    /// The message with the word for each variable in its place: what it says in general.
    pub fn outline(&self, id: &str) -> String {
        let variables = self.catalog.variables(id);
        let words: Vec<String> = variables
            .iter()
            .map(|name| {
                self.find(&format!("variable-{name}"), &[])
                    .unwrap_or_else(|| name.clone())
            })
            .collect();
        let arguments: Vec<(&str, Argument)> = variables
            .iter()
            .zip(&words)
            .map(|(name, word)| (name.as_str(), Argument::Text(word)))
            .collect();
        self.say(id, &arguments)
    }
}

/// The messages of one language. replaced by render::messages::Catalog
struct Catalog {
    bundle: FluentBundle<FluentResource>,
}

impl Catalog {
    fn new(language: Language, files: [&str; 3]) -> Self {
        let tag = language.tag().parse().expect("our tags are well formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // A terminal would show the marks around variables as boxes, or as nothing at all.
        bundle.set_use_isolating(false);
        for file in files {
            // A message of ours that does not parse is missing; a test holds that none is.
            let resource =
                FluentResource::try_new(file.to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    fn format(&self, id: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        let arguments: FluentArgs = arguments
            .iter()
            .map(|(name, argument)| (Cow::Borrowed(*name), argument.value()))
            .collect();
        let (text, _) = self.resolve(id, &arguments)?;
        Some(text)
    }

    /// The variables of a message, in order, each once: those that it misses when given none.
    fn variables(&self, id: &str) -> Vec<String> {
        let (_, errors) = self.resolve(id, &FluentArgs::new()).unwrap_or_default();
        let mut names = Vec::new();
        for error in errors {
            if let FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable {
                id,
            })) = error
                && !names.contains(&id)
            {
                names.push(id);
            }
        }
        names
    }

    fn resolve(&self, id: &str, arguments: &FluentArgs) -> Option<(String, Vec<FluentError>)> {
        let (id, attribute) = match id.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (id, None),
        };
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(arguments), &mut errors)
            .into_owned();
        Some((text, errors))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_attributes_and_plurals() {
        let voice = Voice::new(Language::Spanish);
        let check = |id, arguments: &[(&str, Argument)], expected: &str| {
            assert_eq!(voice.say(id, arguments), expected);
        };
        check("help", &[], "ayuda");
        check("tally-errors", &[("count", 1.into())], "1 error");
        check("tally-errors", &[("count", 3.into())], "3 errores");
        check(
            "unknown-theme",
            &[("name", "far\no\u{202e}".into())],
            "No existe el tema «far\\u{a}o\\u{202e}».",
        );
        check(
            "busy.fix",
            &[],
            "Espere a que termine y vuelva a intentarlo.",
        );
        check("no-such-message", &[], "no-such-message");
        check("help.no-such-attribute", &[], "help.no-such-attribute");
    }

    #[test]
    fn an_outline_names_the_variables() {
        let check = |language, expected: &str| {
            assert_eq!(
                Voice::new(language).outline("missing-translation"),
                expected
            );
        };
        check(Language::English, "The page “page” is missing in edition.");
        check(Language::Spanish, "Falta la página «página» en edición.");
    }
}
