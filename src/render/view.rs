//! Views: all that one template may see, as plain data.
//!
//! Every field is always there, `none` when there is nothing to say, so that a template can ask
//! for it. Addresses are relative to the file and ready for `href`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::front_matter::Extra;
use crate::render::picture::PictureView;

/// An address with what it says.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// What it says.
    pub title: String,
    /// Where it leads.
    pub url: String,
}

/// The edition that the file belongs to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EditionView {
    /// `survivors/es`.
    pub name: String,
    /// Its language tag.
    pub locale: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language's name in itself.
    pub locale_name: String,
    /// The id of its audience.
    pub audience: String,
    /// The name of its audience; empty when no message gives one.
    pub audience_name: String,
    /// Whether nothing of the topic may show in tab, history or address.
    pub discreet: bool,
    /// The way off the page in one move; none when the audience has none.
    pub exit: Option<ExitView>,
}

/// The exit of an edition.
#[derive(Clone, Debug, Serialize)]
pub struct ExitView {
    /// Where it leads: another host, `https`.
    pub url: String,
    /// What the tab is called before it leaves.
    pub neutral_title: String,
    /// Whether links inside the edition leave no steps in the tab's history.
    pub single_entry: bool,
    /// The page that says what an exit does not do, relative.
    pub safety_url: Option<String>,
}

/// The campaign as this edition shows it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SiteView {
    /// Its name.
    pub title: String,
    /// A sentence about it.
    pub description: String,
    /// The address of the edition's home page.
    pub home: String,
    /// The free table of campaign.toml.
    pub extra: BTreeMap<String, Extra>,
}

/// An entry of a menu.
#[derive(Clone, Debug, Serialize)]
pub struct MenuView {
    /// What it says.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// Whether it leads to this page.
    pub current: bool,
    /// Whether this page lies below the one it leads to.
    pub within: bool,
}

/// A language of the audience.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageView {
    /// Its tag.
    pub locale: String,
    /// Its name in itself.
    pub name: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// This page in it, or its home page where there is no translation.
    pub url: String,
    /// Whether it is the language of this file.
    pub current: bool,
    /// Whether this page exists in it.
    pub translated: bool,
}

/// An audience that this file may name.
#[derive(Clone, Debug, Serialize)]
pub struct AudienceView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A sentence that helps a reader choose; empty when no message gives one.
    pub description: String,
    /// Its home page in the language of this file.
    pub url: String,
}

/// The same page for a search engine.
#[derive(Clone, Debug, Serialize)]
pub struct AlternateView {
    /// A language tag, or `x-default`.
    pub hreflang: String,
    /// An absolute address.
    pub href: String,
}

/// A feed of the edition.
#[derive(Clone, Debug, Serialize)]
pub struct FeedView {
    /// Its media type.
    #[serde(rename = "type")]
    pub media_type: &'static str,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub url: String,
}

/// A property of the Open Graph protocol.
#[derive(Clone, Debug, Serialize)]
pub struct Property {
    /// Its name.
    pub property: &'static str,
    /// Its value.
    pub content: String,
}

/// What stands in the head of a page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct HeadView {
    /// What the tab shows.
    pub title: String,
    /// A sentence about the page; empty when there is none.
    pub description: String,
    /// The one address of the page, absolute.
    pub canonical: Option<String>,
    /// What is asked of search engines.
    pub robots: Option<&'static str>,
    /// The page in the languages of its audience.
    pub alternates: Vec<AlternateView>,
    /// The feeds of the edition.
    pub feeds: Vec<FeedView>,
    /// What a messenger shows of a link to it.
    pub open_graph: Vec<Property>,
    /// What search engines learn of the lines to call of the page, as JSON-LD; none on a page that
    /// has none or is discreet.
    pub linked_data: Option<String>,
    /// The Content-Security-Policy for a `meta` element, to stand before anything that loads.
    pub csp: String,
    /// The style sheet of the campaign's own colours, to stand after the theme's; none when it has
    /// none.
    pub tokens_css: Option<String>,
}

/// A topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Where its list is.
    pub url: String,
    /// How many pages it has.
    pub count: usize,
}

/// A page in a list.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// Its folder.
    pub key: String,
    /// Its title.
    pub title: String,
    /// A sentence about it.
    pub description: Option<String>,
    /// Where it is.
    pub url: String,
    /// The day it was published on, ISO 8601.
    pub date: Option<String>,
    /// The day it was last changed on, ISO 8601.
    pub updated: Option<String>,
    /// What it is about.
    pub topics: Vec<TopicView>,
    /// The free table of its front matter.
    pub extra: BTreeMap<String, Extra>,
}

/// A heading for the table of contents.
#[derive(Clone, Debug, Serialize)]
pub struct HeadingView {
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
    /// 1 to 6.
    pub level: u8,
}

/// The text that stands in for a missing translation.
#[derive(Clone, Debug, Serialize)]
pub struct OriginalView {
    /// Its language tag.
    pub locale: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language's name in itself.
    pub name: String,
    /// Where the original is; none when its language is no edition of this audience.
    pub url: Option<String>,
}

/// The page itself. Its content is not part of this: it is safe HTML and joins as such.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// Its folder.
    pub key: String,
    /// Its title.
    pub title: String,
    /// A sentence about it.
    pub description: Option<String>,
    /// Its own address, relative.
    pub url: String,
    /// Its own address, absolute.
    pub permalink: String,
    /// Its headings.
    pub toc: Vec<HeadingView>,
    /// The day it was published on, ISO 8601.
    pub date: Option<String>,
    /// The day it was last changed on, ISO 8601.
    pub updated: Option<String>,
    /// The day somebody last confirmed what it says, ISO 8601.
    pub reviewed_on: Option<String>,
    /// The law that it is about, and of when.
    pub law: Option<LawView>,
    /// What it is about.
    pub topics: Vec<TopicView>,
    /// How many words it has.
    pub words: usize,
    /// How many minutes it takes to read.
    pub minutes: usize,
    /// The picture that stands for it.
    pub image: Option<PictureView>,
    /// The free table of its front matter.
    pub extra: BTreeMap<String, Extra>,
    /// Set when the translation is missing and the original stands in.
    pub original: Option<OriginalView>,
}

/// Which law a page is about.
#[derive(Clone, Debug, Serialize)]
pub struct LawView {
    /// The day that what it says was true on, ISO 8601.
    pub as_of: String,
    /// The countries whose law it is, in the reader's language.
    pub countries: Vec<String>,
}

/// Where a reader is in a long list.
#[derive(Clone, Debug, Serialize)]
pub struct PagerView {
    /// Which page of the list this is, from 1.
    pub number: usize,
    /// How many there are.
    pub total_pages: usize,
    /// How many entries the list has.
    pub total_entries: usize,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// A language at the door of an audience or of the whole site.
#[derive(Clone, Debug, Serialize)]
pub struct DoorView {
    /// Its tag.
    pub locale: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Its name in itself.
    pub name: String,
    /// The campaign's name in it.
    pub title: String,
    /// A sentence about the campaign.
    pub description: String,
    /// The home page in it; none at a front door behind which no audience lives.
    pub url: Option<String>,
    /// The page about reading safely in it; none when the audience has no exit or no such page.
    pub safety_url: Option<String>,
    /// The audiences that can be chosen in it.
    pub audiences: Vec<AudienceView>,
}

/// All that a template may see.
#[derive(Clone, Debug, Default, Serialize)]
pub struct View {
    /// `home`, `page`, `section`, `topic`, `topics`, `not-found`, `chooser` or `redirect`.
    pub kind: &'static str,
    /// The edition.
    pub edition: EditionView,
    /// The campaign.
    pub site: SiteView,
    /// The menus, by name; `main` and `footer` are always there.
    pub menus: BTreeMap<String, Vec<MenuView>>,
    /// The languages of the audience.
    pub languages: Vec<LanguageView>,
    /// The other audiences that this edition names.
    pub audiences: Vec<AudienceView>,
    /// The head.
    pub head: HeadView,
    /// The pages above, from the home page down.
    pub breadcrumbs: Vec<Link>,
    /// The page before among its siblings.
    pub previous: Option<Link>,
    /// The page after among its siblings.
    pub next: Option<Link>,
    /// The pages below, or those of the topic: the part of the list that this file shows.
    pub children: Vec<EntryView>,
    /// Where a reader is in a list of several pages.
    pub pager: Option<PagerView>,
    /// The topic whose list this is.
    pub topic: Option<TopicView>,
    /// All topics of the edition.
    pub topics: Vec<TopicView>,
    /// The languages that a door offers.
    pub doors: Vec<DoorView>,
    /// Where a redirect leads.
    pub redirect: Option<Link>,
}
