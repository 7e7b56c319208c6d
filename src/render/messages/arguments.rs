//! What the variables of a message stand for.

use std::borrow::Cow;

use fluent_bundle::types::FluentType;
use fluent_bundle::{FluentArgs, FluentValue};
use intl_memoizer::IntlLangMemoizer;
use intl_memoizer::concurrent::IntlLangMemoizer as SharedMemoizer;

use crate::model::date::Date;
use crate::render::formats::DateStyle;

use super::Fault;
use super::bundle::written;

/// The first integer that a double does not hold apart from its neighbour. Fluent counts in
/// doubles, and comes to grief over what is much larger.
const TOO_LARGE: f64 = 9_007_199_254_740_992.0;

/// What a variable stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text as it is. A telephone number is text.
    Text(String),
    /// A number, written as the locale writes numbers.
    Number(f64),
    /// A day, written as the locale writes days.
    Date(Date),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

/// The arguments of one use of a message, by the names of its variables. Of two with one name the
/// last counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arguments(Vec<(String, Value)>);

impl Arguments {
    /// No arguments.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// These arguments and one more.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }

    /// The arguments in the order in which they were given.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The arguments as Fluent takes them.
    pub(super) fn for_fluent(&self) -> Result<FluentArgs<'_>, Fault> {
        let mut arguments = FluentArgs::with_capacity(self.0.len());
        for (name, value) in self.iter() {
            match value {
                Value::Text(text) => arguments.set(name, text.as_str()),
                Value::Number(number) if number.abs() < TOO_LARGE => arguments.set(name, *number),
                Value::Number(number) => {
                    let reason = format!("${name} is {number}, which cannot be counted with");
                    return Err(Fault::Function(reason));
                }
                Value::Date(date) => {
                    arguments.set(name, FluentValue::Custom(Box::new(Day(*date))));
                }
            }
        }
        Ok(arguments)
    }
}

impl FromIterator<(String, Value)> for Arguments {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(arguments: I) -> Self {
        Self(arguments.into_iter().collect())
    }
}

/// A day among Fluent's values. Without a function around it, it is written in full words.
#[derive(Clone, Debug, PartialEq)]
pub struct Day(pub Date);

impl Day {
    /// The day that a value is, if it is one.
    pub fn of(value: &FluentValue<'_>) -> Option<Date> {
        match value {
            FluentValue::Custom(custom) => {
                let day: Option<&Self> = (**custom).as_any().downcast_ref();
                day.map(|day| day.0)
            }
            _ => None,
        }
    }
}

impl FluentType for Day {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        Cow::Owned(self.0.to_string())
    }

    fn as_string_threadsafe(&self, memoizer: &SharedMemoizer) -> Cow<'static, str> {
        Cow::Owned(written(memoizer, |formats| {
            formats.date(self.0, DateStyle::default())
        }))
    }
}
