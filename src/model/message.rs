//! Messages: the words of the interface and the phrases that pages share.
//!
//! `parse` reads Fluent files into resources and notes what each message refers to; `render`
//! turns the resources of a locale into something that formats.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::locale::LocaleTag;
use crate::source::{SourcePath, Span};

/// Whose messages they are. Later ones give way to earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// `locales/` of the campaign.
    Campaign,
    /// `locales/` of the theme.
    Theme,
    /// What the tool itself brings.
    BuiltIn,
}

/// One message or term, or an attribute of one, as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Where its name stands.
    pub span: Span,
    /// The variables it uses (`$count`), without the sign, in the order of first use.
    pub variables: Vec<String>,
    /// The messages and terms it refers to: `org`, `-brand`, `button.title`.
    pub references: Vec<String>,
}

/// One Fluent file, well formed as far as it goes.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The file.
    pub path: SourcePath,
    /// The language of its messages.
    pub locale: LocaleTag,
    /// Whose it is.
    pub layer: Layer,
    /// The text, line ends normalized, without what could not be parsed.
    pub text: Arc<str>,
    /// What it defines: `nav-home`, `-brand`, `button.title`.
    pub definitions: BTreeMap<String, Definition>,
}

/// Every Fluent file of the campaign, its theme and the tool.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    /// The files, in the order of layer and path.
    pub resources: Vec<Resource>,
}

impl Messages {
    /// The resources of a locale, the campaign's first.
    pub fn of<'a>(&'a self, locale: &'a LocaleTag) -> impl Iterator<Item = &'a Resource> + Clone {
        self.resources
            .iter()
            .filter(move |resource| resource.locale == *locale)
    }

    /// Where `id` is defined for a locale: its resource and its definition.
    pub fn definition<'a>(
        &'a self,
        locale: &'a LocaleTag,
        id: &str,
    ) -> Option<(&'a Resource, &'a Definition)> {
        self.of(locale)
            .find_map(|resource| resource.definitions.get(id).map(|found| (resource, found)))
    }
}
