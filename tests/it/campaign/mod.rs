//! Small campaigns at random, in which every text knows who may see it.
//!
//! A campaign is put together from a tape of choices: the same tape gives the same campaign, and a
//! shorter one or smaller numbers give a simpler one, which is what proptest looks for.

mod author;

use campaign::compile::{Compiled, Options, compile};
use campaign::diagnostic::Diagnostic;
use campaign::model::route::Route;
use campaign::model::site::Scope;
use campaign::source::{Snapshot, Source};
use std::collections::BTreeMap;

use author::Author;

/// Some editions, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewers(u16);

impl Viewers {
    /// Those that are in either.
    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those that are in both.
    fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether one of `observers` is among them.
    pub fn include(self, observers: Self) -> bool {
        self.and(observers) != Self::default()
    }

    fn are_within(self, other: Self) -> bool {
        self.and(other) == self
    }
}

/// A piece of a source.
enum Piece {
    /// What every observer may know.
    Open(String),
    /// What only its viewers may: the text, and another that stands there in the eyes of others.
    Hidden {
        viewers: Viewers,
        text: Vec<Piece>,
        other: String,
    },
    /// Lines that stand in a list or a quote.
    Inside {
        first: &'static str,
        rest: &'static str,
        text: Vec<Piece>,
    },
}

/// What becomes of the text that an observer may not see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is there.
    Kept,
    /// Another text is there.
    Replaced,
    /// Pages that the observer does not have are gone; the rest is another text.
    Removed,
}

/// A file of a campaign.
struct File {
    path: String,
    /// The page it belongs to, as an index.
    page: Option<usize>,
    pieces: Vec<Piece>,
}

/// One word that stands for a secret, and who may come across it.
pub struct Canary {
    /// Letters and digits only, so that no way of writing it down changes it: not HTML, JSON,
    /// percent signs or a slug.
    pub token: String,
    /// Who may.
    pub viewers: Viewers,
}

/// An edition of the campaign.
#[derive(Clone, Copy, Debug)]
pub struct Edition {
    audience: usize,
    locale: usize,
}

/// A campaign.
pub struct Campaign {
    audiences: Vec<&'static str>,
    locales: Vec<&'static str>,
    /// Every edition, in the order of campaign.toml.
    pub editions: Vec<Edition>,
    pages: Vec<Page>,
    files: Vec<File>,
    /// Every secret.
    pub canaries: Vec<Canary>,
}

/// The folder and the fate of a page.
struct Page {
    key: String,
    audiences: Option<Vec<usize>>,
    state: State,
    texts: Vec<Text>,
    /// Who has the page.
    viewers: Viewers,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Published,
    Draft,
    Future,
    Expired,
}

/// A Markdown file of a page.
struct Text {
    locale: usize,
    variant: Option<usize>,
    is_draft: bool,
    readers: Viewers,
}

/// The day on which everything is built.
pub const TODAY: &str = "2026-03-01";

/// The theme that shows everything a template may see.
const THEME: [(&str, &str); 10] = [
    (
        "assets/dot.svg",
        include_str!("../../sites/plain/themes/plain/assets/dot.svg"),
    ),
    (
        "assets/plain.css",
        include_str!("../../sites/plain/themes/plain/assets/plain.css"),
    ),
    (
        "templates/base.html",
        include_str!("../../sites/plain/themes/plain/templates/base.html"),
    ),
    (
        "templates/chooser.html",
        include_str!("../../sites/plain/themes/plain/templates/chooser.html"),
    ),
    (
        "templates/components.html",
        include_str!("../../sites/plain/themes/plain/templates/components.html"),
    ),
    (
        "templates/not-found.html",
        include_str!("../../sites/plain/themes/plain/templates/not-found.html"),
    ),
    (
        "templates/page.html",
        include_str!("../../sites/plain/themes/plain/templates/page.html"),
    ),
    (
        "templates/redirect.html",
        include_str!("../../sites/plain/themes/plain/templates/redirect.html"),
    ),
    (
        "templates/topic.html",
        include_str!("../../sites/plain/themes/plain/templates/topic.html"),
    ),
    (
        "templates/topics.html",
        include_str!("../../sites/plain/themes/plain/templates/topics.html"),
    ),
];

impl Campaign {
    /// The campaign of this tape.
    pub fn new(tape: &[u16]) -> Self {
        let mut author = Author::new(tape);
        author.settings();
        author.pages();
        author.content();
        author.messages();
        author.hotlines();
        author.campaign
    }

    /// Its sources.
    pub fn snapshot(&self) -> Snapshot {
        self.snapshot_for(Viewers(u16::MAX), Fate::Kept)
    }

    /// Its sources when what `observers` may not see has met with `fate`.
    pub fn snapshot_for(&self, observers: Viewers, fate: Fate) -> Snapshot {
        let is_there = |file: &&File| {
            let page = file.page.map(|page| &self.pages[page]);
            // Its address stands on its translations for the same audience.
            let is_known = |page: &Page| self.audiences_of(page.viewers).include(observers);
            fate != Fate::Removed || page.is_none_or(is_known)
        };
        self.sources(|file| is_there(file), observers, fate)
    }

    /// Its sources without the pages and translations that nobody has on the day. A variant that is
    /// a draft stays: it stands before the common text, which would otherwise show.
    pub fn published(&self) -> Snapshot {
        let is_there = |file: &&File| {
            let Some(page) = file.page.map(|page| &self.pages[page]) else {
                return true;
            };
            let name = file.path.rsplit('/').next().unwrap();
            let text = page.texts.iter().find(|text| self.name(text) == name);
            let is_dropped = text.is_some_and(|text| text.is_draft && text.variant.is_none());
            page.state == State::Published && !is_dropped
        };
        self.sources(|file| is_there(file), Viewers(u16::MAX), Fate::Kept)
    }

    fn sources(
        &self,
        is_there: impl Fn(&&File) -> bool,
        observers: Viewers,
        fate: Fate,
    ) -> Snapshot {
        let theme = THEME.map(|(name, text)| (format!("themes/plain/{name}"), text.to_owned()));
        let own = self
            .files
            .iter()
            .filter(is_there)
            .map(|file| (file.path.clone(), written(&file.pieces, observers, fate)));
        let all = theme.into_iter().chain(own);
        Snapshot::new(all.map(|(path, text)| Source::new(path.as_str(), text.into_bytes())))
    }

    /// The editions of an audience; of one locale when one is given.
    pub fn editions_of(&self, audience: usize, locale: Option<usize>) -> Viewers {
        let mut viewers = Viewers::default();
        for (index, edition) in self.editions.iter().enumerate() {
            let is_meant = locale.is_none_or(|locale| locale == edition.locale);
            if edition.audience == audience && is_meant {
                viewers.0 |= 1 << index;
            }
        }
        viewers
    }

    /// Each audience and each edition: its name, who that is, and whether a file is theirs.
    pub fn observers(&self) -> Vec<(String, Viewers, Scope)> {
        let audiences = self.audiences.iter().enumerate().map(|(index, name)| {
            let viewers = self.editions_of(index, None);
            ((*name).to_owned(), viewers, Scope::Audience(index))
        });
        let editions = self.editions.iter().enumerate().map(|(index, edition)| {
            let name = format!(
                "{}/{}",
                self.audiences[edition.audience], self.locales[edition.locale]
            );
            (name, Viewers(1 << index), Scope::Edition(index))
        });
        audiences.chain(editions).collect()
    }

    fn audiences_of(&self, viewers: Viewers) -> Viewers {
        let mut all = Viewers::default();
        for audience in 0..self.audiences.len() {
            let own = self.editions_of(audience, None);
            if own.include(viewers) {
                all = all.or(own);
            }
        }
        all
    }

    fn name(&self, text: &Text) -> String {
        let locale = self.locales[text.locale];
        match text.variant {
            None => format!("{locale}.md"),
            Some(audience) => format!("{locale}.{}.md", self.audiences[audience]),
        }
    }
}

/// The text of some pieces in the eyes of `observers`.
fn written(pieces: &[Piece], observers: Viewers, fate: Fate) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Open(text) => out.push_str(text),
            Piece::Hidden {
                viewers,
                text,
                other,
            } => match fate == Fate::Kept || viewers.include(observers) {
                true => out.push_str(&written(text, observers, fate)),
                false => out.push_str(other),
            },
            Piece::Inside { first, rest, text } => {
                for (number, line) in written(text, observers, fate).lines().enumerate() {
                    let prefix = if number == 0 { first } else { rest };
                    let line = format!("{prefix}{line}");
                    out.push_str(line.trim_end());
                    out.push('\n');
                }
            }
        }
    }
    out
}

/// Compiles for [`TODAY`].
pub fn compiled(snapshot: &Snapshot) -> (Option<Compiled>, Vec<Diagnostic>) {
    let options = Options {
        today: TODAY.parse().unwrap(),
        drafts: false,
        base_url: None,
    };
    let mut faults = Vec::new();
    let compiled = compile(snapshot, &options).split_into(&mut faults);
    (compiled, faults)
}

/// The files of a site, by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The files for which `is_meant`, with those that they refer to, and what is wrong with them.
pub fn files(compiled: &Compiled, is_meant: impl Fn(Scope) -> bool) -> (Files, Vec<Diagnostic>) {
    let entries = compiled.site.entries.iter();
    let mut waiting: Vec<Route> = entries
        .filter(|(_, entry)| is_meant(entry.scope))
        .map(|(route, _)| route.clone())
        .collect();
    let mut files = Files::new();
    let mut faults = Vec::new();
    while let Some(route) = waiting.pop() {
        if files.contains_key(route.as_str()) {
            continue;
        }
        let file = compiled.render(&route).expect("a route has a file");
        let file = file.split_into(&mut faults);
        waiting.extend(file.references);
        files.insert(route.as_str().to_owned(), file.bytes);
    }
    (files, faults)
}
