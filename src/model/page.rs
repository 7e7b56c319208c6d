//! Pages and their translations.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use crate::diagnostic::Diagnostic;
use crate::model::audience::AudienceId;
use crate::model::document::{Document, Reading};
use crate::model::fact::Fact;
use crate::model::front_matter::FrontMatter;
use crate::model::locale::LocaleTag;
use crate::model::text::Text;
use crate::source::{Digest, SourcePath};

/// The folder of a page under `content/`, such as `rights/t-visa`; empty for the home page.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageKey(Arc<str>);

impl PageKey {
    /// The page whose folder this is: parts joined by `/`, none at either end.
    pub fn new(folder: impl Into<Arc<str>>) -> Self {
        Self(folder.into())
    }

    /// The folder.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder around this one; none for the home page.
    pub fn parent(&self) -> Option<Self> {
        if self.0.is_empty() {
            return None;
        }
        Some(Self::new(
            self.0.rsplit_once('/').map_or("", |(parent, _)| parent),
        ))
    }

    /// The last part of the folder; empty for the home page.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or("")
    }
}

impl Borrow<str> for PageKey {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for PageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// A page in one locale: one Markdown file.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The language it is written in.
    pub locale: LocaleTag,
    /// The one audience it replaces the common text for (`es.survivors.md`).
    pub variant: Option<AudienceId>,
    /// The file.
    pub path: SourcePath,
    /// Its head, with what it inherits filled in.
    pub front: Arc<FrontMatter>,
    /// The digest of the file and of the settings that it was read with: all that the body is made
    /// from.
    pub digest: Digest,
    /// Its body.
    pub body: Arc<Unread>,
    /// The digest of all that a plan may see: of the file's path and head. An edit of a body leaves
    /// it as it was.
    pub outside: Digest,
    /// The digest of the same but its title and description, which decide nothing about where files
    /// live.
    pub placement: Digest,
}

/// What only the whole of a file tells.
#[derive(Debug)]
pub struct Body {
    /// The text.
    pub document: Document,
    /// The texts that the file states itself, head first.
    pub texts: Vec<Text>,
    /// What other files may depend on, by the audience that reads it.
    pub outlines: BTreeMap<AudienceId, Arc<Outline>>,
    /// What is wrong with it.
    pub faults: Vec<Diagnostic>,
}

/// A body that is read when somebody first asks for it, so that a preview can show a page of a
/// large campaign before it has read the others. It is the same whenever that is.
pub type Unread = LazyLock<Body, Box<dyn FnOnce() -> Body + Send>>;

/// What other files may depend on of a body, as one audience reads it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// The beginning of the first paragraph that holds nothing but text, where the author describes
    /// the page in no other way: otherwise no other file shows it.
    pub beginning: Option<String>,
    /// The facts that its directives show, in the order of reading, each once.
    pub facts: Vec<Fact>,
    /// The claims among them whose source is referred to, by id.
    pub cited: Vec<String>,
}

impl Outline {
    /// The outline of what somebody reads, and of what its author calls it.
    pub fn of(reading: Reading<'_>, description: Option<&str>) -> Self {
        let beginning = match description {
            Some(_) => None,
            None => reading.first_paragraph().map(|text| shortened(&text)),
        };
        let mut outline = Self {
            beginning,
            ..Self::default()
        };
        for mention in reading.mentions() {
            if let Fact::Claim(id) = &mention.fact
                && mention.is_cited
                && !outline.cited.contains(id)
            {
                outline.cited.push(id.clone());
            }
            if !outline.facts.contains(&mention.fact) {
                outline.facts.push(mention.fact);
            }
        }
        outline
    }
}

/// The most that search engines and lists show of a description, in characters.
const DESCRIPTION: usize = 160;

/// The whole sentences of a text that fit into a description; when not even the first does, the
/// whole words of it.
fn shortened(text: &str) -> String {
    let Some((limit, _)) = text.char_indices().nth(DESCRIPTION) else {
        return text.to_owned();
    };
    let fitting = &text[..limit];
    let end_of_sentence = [". ", "? ", "! ", "… "]
        .iter()
        .filter_map(|end| Some(fitting.rfind(end)? + end.len() - 1))
        .max();
    match (end_of_sentence, fitting.rfind(' ')) {
        (Some(end), _) => text[..end].to_owned(),
        (None, Some(end)) => format!("{}…", &text[..end]),
        (None, None) => format!("{fitting}…"),
    }
}

/// What other pages of an edition may see of a page: its head, and the outline of its body.
#[derive(Clone, Copy, Debug)]
pub struct Summary<'a> {
    /// Its head.
    pub front: &'a FrontMatter,
    /// Whose body it has, and who reads it; nothing where nobody wrote the page.
    pub read: Option<(&'a Translation, &'a AudienceId)>,
}

impl<'a> Summary<'a> {
    /// Its title.
    pub fn title(&self) -> &'a str {
        &self.front.title
    }

    /// Its description: the author's, or its first paragraph.
    pub fn description(&self) -> Option<&'a str> {
        let beginning = || self.outline()?.beginning.as_deref();
        self.front.description.as_deref().or_else(beginning)
    }

    /// The facts that its directives show, in the order of reading, each once.
    pub fn facts(&self) -> &'a [Fact] {
        self.outline().map_or(&[], |outline| &outline.facts)
    }

    /// The claims among them whose source is referred to, by id.
    pub fn cited(&self) -> &'a [String] {
        self.outline().map_or(&[], |outline| &outline.cited)
    }

    fn outline(&self) -> Option<&'a Outline> {
        let (translation, audience) = self.read?;
        Some(translation.outline(audience))
    }
}

impl Translation {
    /// Its text.
    pub fn document(&self) -> &Document {
        &self.body.document
    }

    /// The texts that it states itself, head first.
    pub fn texts(&self) -> &[Text] {
        &self.body.texts
    }

    /// What other pages may see of its body, where this audience reads them.
    ///
    /// # Panics
    /// When the campaign has no such audience.
    pub fn outline(&self, audience: &AudienceId) -> &Outline {
        &self.body.outlines[audience]
    }

    /// Where its translation into `locale` is or will be.
    pub fn path_in(&self, locale: &LocaleTag) -> SourcePath {
        let name = match &self.variant {
            Some(audience) => format!("{locale}.{}.md", audience.as_str()),
            None => format!("{locale}.md"),
        };
        SourcePath::new(format!("{}/{name}", self.path.folder()))
    }

    /// Whether this audience may read it, drafts and dates aside.
    pub fn is_for(&self, audience: &AudienceId) -> bool {
        if self
            .variant
            .as_ref()
            .is_some_and(|variant| variant != audience)
        {
            return false;
        }
        self.front
            .audiences
            .as_ref()
            .is_none_or(|audiences| audiences.contains(audience))
    }
}

/// A topic, independent of language: a folder of `content/` with at least one translation.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its folder.
    pub key: PageKey,
    /// The locale of its original.
    pub source: LocaleTag,
    /// Its translations, in the order of their paths.
    pub translations: Vec<Translation>,
}

impl Page {
    /// The digest of everything that it was made from.
    pub fn digest(&self) -> Digest {
        let translations = self.translations.iter();
        Digest::of_all(translations.map(|translation| translation.digest.as_bytes()))
    }

    /// What an edition's reader gets in `locale`: the audience's own variant before the common
    /// text. A variant that exists but is not for them (a draft, say) does not uncover the other.
    pub fn translation(&self, locale: &LocaleTag, audience: &AudienceId) -> Option<&Translation> {
        let in_locale = || {
            self.translations
                .iter()
                .filter(|translation| translation.locale == *locale)
        };
        in_locale()
            .find(|translation| translation.variant.as_ref() == Some(audience))
            .or_else(|| in_locale().find(|translation| translation.variant.is_none()))
            .filter(|translation| translation.is_for(audience))
    }
}
