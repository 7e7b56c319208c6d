//! What campaign.toml says, resolved.

use std::collections::BTreeMap;

use crate::diagnostic::Severity;
use crate::model::audience::{Audience, AudienceId, Edition};
use crate::model::front_matter::{Extra, Missing};
use crate::model::gate::Gate;
use crate::model::host::Host;
use crate::model::locale::{Locale, LocaleTag};
use crate::model::palette::Tokens;
use crate::model::pattern::matches;
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

/// Which links to other sites are visited, how, and how bad it is when one leads nowhere.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkSettings {
    /// Addresses that are not visited; `*` stands for any text.
    pub ignore: Vec<String>,
    /// How bad a fault of a link to a host, or to one below it, is; none where it is not visited.
    pub hosts: BTreeMap<String, Option<Severity>>,
    /// For how many days what was found is not asked for again.
    pub max_age_days: u32,
    /// How many seconds pass between two questions to one host.
    pub delay: f64,
}

impl Default for LinkSettings {
    /// A week is how often somebody looks; a second is what crawlers have agreed on as polite.
    fn default() -> Self {
        Self {
            ignore: Vec::new(),
            hosts: BTreeMap::new(),
            max_age_days: 7,
            delay: 1.0,
        }
    }
}

impl LinkSettings {
    /// How bad a fault of a link to this address is; none when nothing is said of its host.
    pub fn level(&self, address: &str) -> Option<Option<Severity>> {
        let url = url::Url::parse(address).ok()?;
        let host = url.host_str()?;
        // The longest name that fits: what is said of www.example.org goes before example.org.
        let is_meant = |name: &&String| {
            let below = host.strip_suffix(name.as_str());
            below.is_some_and(|below| below.is_empty() || below.ends_with('.'))
        };
        let name = self
            .hosts
            .keys()
            .filter(is_meant)
            .max_by_key(|name| name.len())?;
        self.hosts.get(name).copied()
    }

    /// Whether a link to this address is visited.
    pub fn visits(&self, address: &str) -> bool {
        self.level(address) != Some(None)
            && !self.ignore.iter().any(|pattern| matches(pattern, address))
    }
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
    /// What must be true of editions before they are published.
    pub release: Vec<Gate>,
    /// The lines that may be offered although nobody confirmed them for too long. Each says so
    /// wherever it is shown.
    pub allow_unverified: Vec<(String, Span)>,
    /// Numbers that look like telephone numbers and are none: their digits, and why.
    pub allowed_numbers: BTreeMap<String, String>,
    /// Which links to other sites are visited, and how.
    pub links: LinkSettings,
    /// Anything the theme knows.
    pub extra: BTreeMap<String, Extra>,
}

impl Settings {
    /// Whether an address is one of the campaign's own sites.
    pub fn owns(&self, address: &str) -> bool {
        let audiences = self.audiences.iter().map(|audience| &audience.base_url);
        audiences.chain([&self.base_url]).any(|own| {
            address
                .strip_prefix(own.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
        })
    }

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

    /// The names of the audiences.
    pub fn audience_ids(&self) -> Vec<AudienceId> {
        let audiences = self.audiences.iter();
        audiences.map(|audience| audience.id.clone()).collect()
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
