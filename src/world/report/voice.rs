//! What the tool says, in one language: the texts of the rules and the tool's own words.
//!
//! The tool is its own first user: both are Fluent files. Every text that is put into a message is
//! escaped on its way in, so no message can carry more than one line of anybody else's making.

use super::escape::escape;
use super::language::Language;
use crate::diagnostic::COUNTS;
use crate::model::locale::{Direction, Locale, LocaleTag};
use crate::model::message::{Layer, Messages};
use crate::parse::fluent;
use crate::render::messages::{Catalog, Setting, Value};
use crate::source::SourcePath;

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
    /// An argument of a diagnostic: the counts among them are numbers again.
    pub(super) fn of(name: &str, value: &'a str) -> Self {
        let count = COUNTS.contains(&name).then(|| value.parse().ok());
        count.flatten().map_or(Self::Text(value), Self::Number)
    }

    fn value(self) -> Value {
        match self {
            Self::Text(text) => Value::Text(escape(shortened(text)).into_owned()),
            // What a double does not count exactly, nobody counts here.
            Self::Number(number) => Value::Number(number as f64),
        }
    }
}

/// As much of a text as a report repeats. A message of more than its own limit would be no text at
/// all, and a destination can be a whole picture in base 64.
fn shortened(text: &str) -> &str {
    const LONGEST: usize = 4096;
    &text[..text.floor_char_boundary(LONGEST)]
}

/// The files of the tool's own words in a language: where they lie, and their text.
type Files = [(&'static str, &'static str); 4];

const ENGLISH: Files = [
    ("rules/en.ftl", include_str!("../../rules/en.ftl")),
    ("world/report/en.ftl", include_str!("en.ftl")),
    ("world/report/audit/en.ftl", include_str!("audit/en.ftl")),
    ("world/report/status/en.ftl", include_str!("status/en.ftl")),
];

const SPANISH: Files = [
    ("rules/es.ftl", include_str!("../../rules/es.ftl")),
    ("world/report/es.ftl", include_str!("es.ftl")),
    ("world/report/audit/es.ftl", include_str!("audit/es.ftl")),
    ("world/report/status/es.ftl", include_str!("status/es.ftl")),
];

/// The tool speaking one language.
pub struct Voice {
    language: Language,
    tag: LocaleTag,
    messages: Messages,
    catalog: Catalog,
}

impl Voice {
    /// The tool speaking `language`.
    pub fn new(language: Language) -> Self {
        let files = match language {
            Language::English => ENGLISH,
            Language::Spanish => SPANISH,
        };
        let tag = LocaleTag::new(language.tag());
        // A message of ours that does not parse is missing; a test holds that none is.
        let resource =
            |(path, text)| fluent::parse(&SourcePath::new(path), text, &tag, Layer::BuiltIn).value;
        let messages = Messages {
            resources: files.map(resource).into(),
        };
        Self {
            language,
            catalog: Catalog::new(&locale(&tag), &messages),
            messages,
            tag,
        }
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
        // The catalog would look for what was meant, and many rules have no `.why` of their own.
        if !self.catalog.contains(id) {
            return None;
        }
        let arguments = arguments
            .iter()
            .map(|(name, argument)| ((*name).to_owned(), argument.value()))
            .collect();
        // A terminal would show the marks around variables as boxes, or as nothing at all.
        let said = self.catalog.format(id, &arguments, Setting::Plain);
        said.value.map(|message| message.text.into_owned())
    }

    /// The variables of a message; none when there is no such message.
    pub fn variables(&self, id: &str) -> Vec<&str> {
        let definition = self.messages.definition(&self.tag, id);
        let variables = definition.map_or(&[][..], |(_, definition)| &definition.variables);
        variables.iter().map(String::as_str).collect()
    }

    /// The message with the word for each variable in its place: what it says in general.
    pub fn outline(&self, id: &str) -> String {
        let variables = self.variables(id);
        let words: Vec<String> = variables
            .iter()
            .map(|name| {
                let word = self.find(&format!("variable-{name}"), &[]);
                format!("‹{}›", word.as_deref().unwrap_or(name))
            })
            .collect();
        let arguments: Vec<(&str, Argument)> = variables
            .iter()
            .zip(&words)
            .map(|(name, word)| (*name, Argument::Text(word)))
            .collect();
        self.say(id, &arguments)
    }
}

/// The language of a voice, which nothing stands in for.
fn locale(tag: &LocaleTag) -> Locale {
    Locale {
        tag: tag.clone(),
        name: tag.to_string(),
        direction: Direction::LeftToRight,
        fallbacks: Vec::new(),
        formats: None,
        topics_slug: String::new(),
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
    fn counts_of_a_diagnostic_are_numbers() {
        let voice = Voice::new(Language::English);
        let say = |count| {
            let count = [("count", Argument::of("count", count))];
            voice.say("unreviewed-translation", &count)
        };
        assert!(say("0").starts_with("Nobody has read"), "{}", say("0"));
        assert!(say("1").starts_with("One text was"), "{}", say("1"));
        assert!(say("2").starts_with("2 texts were"), "{}", say("2"));
        let year = Argument::of("value", "2026");
        assert_eq!(year, Argument::Text("2026"));
    }

    #[test]
    fn an_outline_names_the_variables() {
        let check = |language, expected: &str| {
            assert_eq!(
                Voice::new(language).outline("missing-translation"),
                expected
            );
        };
        check(
            Language::English,
            "The page “‹page›” is missing in ‹edition›.",
        );
        check(
            Language::Spanish,
            "Falta la página «‹página›» en ‹edición›.",
        );
    }
}
