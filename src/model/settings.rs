//! What campaign.toml says, resolved.

use std::collections::BTreeMap;

use crate::diagnostic::Severity;
use crate::model::audience::{Audience, AudienceId, Edition};
use crate::model::front_matter::{Extra, Missing};
use crate::model::host::Host;
use crate::model::locale::{Locale, LocaleTag};
use crate::model::palette::Tokens;
use crate::source::Span;

/// The file that says what is published, for whom, in which languages.
pub const PATH: &str = "campaign.toml";

/// What happens to HTML written in Markdown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RawHtml {
    /// It is an error at its position.
    #[default]
    Refuse,
    /// Only elements and attributes of an allow-list stay.
    Sanitize,
}

/// Over which kinds of connections a browser may ask for the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Transport {
    /// Any.
    #[default]
    Any,
    /// Secure ones only, for a year from each visit (HSTS).
    Secure,
}

/// campaign.toml, with every default filled in.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The language that pages are written in first.
    pub source_locale: LocaleTag,
    /// The folder of the theme in `themes/`.
    pub theme: String,
    /// Where campaign.toml names it.
    pub theme_span: Span,
    /// The address of the output folder, without a trailing `/`.
    pub base_url: String,
    /// How many entries a page of a list has, unless a page says otherwise.
    pub paginate_by: Option<usize>,
    /// What happens to HTML written in Markdown.
    pub raw_html: RawHtml,
    /// What a reader gets where a translation is missing.
    pub missing: Missing,
    /// The hosts that it is published on.
    pub hosts: Vec<Host>,
    /// Over which kinds of connections a browser may ask for it.
    pub transport: Transport,
    /// The languages, in the order of the file.
    pub locales: Vec<Locale>,
    /// The audiences, in the order of the file.
    pub audiences: Vec<Audience>,
    /// Severities that the campaign chose for rules; none for a rule that it turned off.
    pub rules: BTreeMap<String, Option<Severity>>,
    /// How the preview opens a line of a source in an editor: an address with `{path}` and `{line}`.
    pub editor: Option<String>,
    /// Colours in place of the theme's, by name.
    pub colors: Tokens,
    /// The lines that may be offered although nobody confirmed them for too long. Each says so
    /// wherever it is shown.
    pub allow_unverified: Vec<(String, Span)>,
    /// Numbers that look like telephone numbers and are none: their digits, and why.
    pub allowed_numbers: BTreeMap<String, String>,
    /// Anything the theme knows.
    pub extra: BTreeMap<String, Extra>,
}

impl Settings {
    /// The locale of this tag.
    ///
    /// # Panics
    /// When the tag is not of this campaign: tags are resolved by `parse`.
    pub fn locale(&self, tag: &LocaleTag) -> &Locale {
        self.locales
            .iter()
            .find(|locale| locale.tag == *tag)
            .expect("a locale of this campaign")
    }

    /// The audience of this name.
    ///
    /// # Panics
    /// When the name is not of this campaign: names are resolved by `parse`.
    pub fn audience(&self, id: &AudienceId) -> &Audience {
        self.audiences
            .iter()
            .find(|audience| audience.id == *id)
            .expect("an audience of this campaign")
    }

    /// Every edition, audience by audience.
    pub fn editions(&self) -> impl Iterator<Item = Edition> + '_ {
        self.audiences.iter().flat_map(|audience| {
            audience.locales.iter().map(|locale| Edition {
                audience: audience.id.clone(),
                locale: locale.clone(),
            })
        })
    }
}
