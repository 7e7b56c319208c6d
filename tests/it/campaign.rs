//! Small campaigns at random, in which every text knows who may see it.
//!
//! A campaign is put together from a tape of choices: the same tape gives the same campaign, and a
//! shorter one or smaller numbers give a simpler one, which is what proptest looks for.

use campaign::compile::{Compiled, Options, compile};
use campaign::diagnostic::Diagnostic;
use campaign::model::route::Route;
use campaign::model::site::Scope;
use campaign::source::{Snapshot, Source};
use std::collections::{BTreeMap, BTreeSet};

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

const AUDIENCES: [(&str, &str); 3] = [
    ("public", "slug = \"\"\n"),
    ("survivors", "slug = \"help\"\ndiscreet = true\n"),
    ("media", "base_url = \"https://press.example.org\"\n"),
];

const LOCALES: [(&str, &str); 3] = [
    ("en", "name = \"English\"\n"),
    ("es", "name = \"Español\"\n"),
    ("ar", "name = \"العربية\"\nfallback = [\"en\"]\n"),
];

/// The words of texts: few, so that headings and labels meet often.
const WORDS: [&str; 6] = ["lamp", "river", "a & b", "<door>", "año", "Lamp"];

/// The same in Markdown, with what means something there.
const MARKDOWN: [&str; 8] = [
    "lamp", "river", "*bridge*", "[lamp]", "año", "`x < y`", "Lamp", "a & b",
];

/// The theme that shows everything a template may see.
const THEME: [(&str, &str); 10] = [
    (
        "assets/dot.svg",
        include_str!("../sites/plain/themes/plain/assets/dot.svg"),
    ),
    (
        "assets/plain.css",
        include_str!("../sites/plain/themes/plain/assets/plain.css"),
    ),
    (
        "templates/base.html",
        include_str!("../sites/plain/themes/plain/templates/base.html"),
    ),
    (
        "templates/chooser.html",
        include_str!("../sites/plain/themes/plain/templates/chooser.html"),
    ),
    (
        "templates/components.html",
        include_str!("../sites/plain/themes/plain/templates/components.html"),
    ),
    (
        "templates/not-found.html",
        include_str!("../sites/plain/themes/plain/templates/not-found.html"),
    ),
    (
        "templates/page.html",
        include_str!("../sites/plain/themes/plain/templates/page.html"),
    ),
    (
        "templates/redirect.html",
        include_str!("../sites/plain/themes/plain/templates/redirect.html"),
    ),
    (
        "templates/topic.html",
        include_str!("../sites/plain/themes/plain/templates/topic.html"),
    ),
    (
        "templates/topics.html",
        include_str!("../sites/plain/themes/plain/templates/topics.html"),
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

/// Who puts a campaign together.
struct Author<'a> {
    tape: &'a [u16],
    at: usize,
    campaign: Campaign,
    /// Who comes by each of the messages, hotlines and topics.
    hotline: Viewers,
    topics: [Viewers; 2],
    is_notice: bool,
    /// Whether what is written stands in for something hidden, and has no secrets of its own.
    is_decoy: bool,
    is_note: bool,
    page: usize,
}

const MESSAGES: usize = 3;

impl<'a> Author<'a> {
    fn new(tape: &'a [u16]) -> Self {
        Self {
            tape,
            at: 0,
            campaign: Campaign {
                audiences: Vec::new(),
                locales: Vec::new(),
                editions: Vec::new(),
                pages: Vec::new(),
                files: Vec::new(),
                canaries: Vec::new(),
            },
            hotline: Viewers::default(),
            topics: [Viewers::default(); 2],
            is_notice: false,
            is_decoy: false,
            is_note: false,
            page: 0,
        }
    }

    /// The next choice, of so many; the first when the tape has ended.
    fn below(&mut self, count: usize) -> usize {
        let choice = self.tape.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(choice) % count
    }

    fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == one_in - 1
    }

    fn file(&mut self, path: String, page: Option<usize>, pieces: Vec<Piece>) {
        self.campaign.files.push(File { path, page, pieces });
    }

    /// A word that nobody else may come across. Part of nothing when this is a decoy.
    fn token(&mut self, viewers: Viewers) -> String {
        if self.is_decoy {
            return format!("decoy{}", self.below(100));
        }
        let token = format!("kq{}z", self.campaign.canaries.len());
        self.campaign.canaries.push(Canary {
            token: token.clone(),
            viewers,
        });
        token
    }

    fn words_of(&mut self, words: &[&str], viewers: Viewers) -> String {
        let mut text = words[self.below(words.len())].to_owned();
        for _ in 0..self.below(3) {
            text.push(' ');
            text.push_str(words[self.below(words.len())]);
        }
        if self.below(3) != 1 {
            text.push(' ');
            text.push_str(&self.token(viewers));
        }
        text
    }

    fn hidden(
        &mut self,
        viewers: Viewers,
        write: impl Fn(&mut Self, Viewers) -> Vec<Piece>,
    ) -> Piece {
        let text = write(self, viewers);
        let was_decoy = std::mem::replace(&mut self.is_decoy, true);
        let other = write(self, viewers);
        self.is_decoy = was_decoy;
        Piece::Hidden {
            viewers,
            text,
            other: written(&other, viewers, Fate::Kept),
        }
    }

    fn hidden_words(&mut self, viewers: Viewers) -> Piece {
        self.hidden(viewers, |author, viewers| {
            vec![Piece::Open(author.words_of(&WORDS, viewers))]
        })
    }

    fn settings(&mut self) {
        let (first, count) = (self.below(3), 1 + self.below(3));
        let audiences: Vec<(&str, &str)> = (0..count)
            .map(|index| AUDIENCES[(first + index) % 3])
            .collect();
        let locales = &LOCALES[..1 + self.below(3)];
        let source = locales[self.below(locales.len())].0;
        self.is_notice = self.chance(2);
        let mut text = format!("source_locale = \"{source}\"\ntheme = \"plain\"\n");
        text.push_str("base_url = \"https://example.org\"\n");
        if self.chance(3) {
            text.push_str("paginate_by = 1\n");
        }
        let missing = if self.is_notice { "notice" } else { "omit" };
        text.push_str(&format!("[translations]\nmissing = \"{missing}\"\n"));
        for (tag, settings) in locales {
            text.push_str(&format!("[locales.{tag}]\n{settings}"));
        }
        self.campaign.audiences = audiences.iter().map(|(name, _)| *name).collect();
        self.campaign.locales = locales.iter().map(|(tag, _)| *tag).collect();
        for (audience, (name, settings)) in audiences.iter().enumerate() {
            let known = if self.chance(4) { 1 } else { locales.len() };
            let tags: Vec<&str> = locales[..known].iter().map(|(tag, _)| *tag).collect();
            text.push_str(&format!(
                "[audiences.{name}]\n{settings}locales = {tags:?}\n"
            ));
            if *name == "public" {
                text.push_str(&format!("links_to = {:?}\n", self.campaign.audiences));
            }
            let editions = (0..known).map(|locale| Edition { audience, locale });
            self.campaign.editions.extend(editions);
        }
        // What is hidden in one language may be missing in the other, and no text is in any: that
        // is the point here. Whether a page names the line is up to chance, too.
        text.push_str("[rules]\n");
        for rule in [
            "fences-differ",
            "structure-differs",
            "facts-differ",
            "wrong-language",
            "hotlines-differ",
        ] {
            text.push_str(&format!("{rule} = \"off\"\n"));
        }
        self.file("campaign.toml".to_owned(), None, vec![Piece::Open(text)]);
    }

    /// Where the language of originals stands among the locales.
    fn source(&self) -> usize {
        let Piece::Open(settings) = &self.campaign.files[0].pieces[0] else {
            unreachable!("the settings are no secret")
        };
        let tag = settings.split('"').nth(1).unwrap();
        let locales = &self.campaign.locales;
        locales.iter().position(|locale| *locale == tag).unwrap()
    }

    fn pages(&mut self) {
        for number in 0..1 + self.below(6) {
            let is_home = number == 0;
            let parent = self.below(number.max(1));
            let key = match self.campaign.pages.get(parent) {
                None => String::new(),
                Some(parent) => format!("{}/page-{number}", parent.key)
                    .trim_matches('/')
                    .to_owned(),
            };
            let audiences = match self.below(3) {
                1 if !is_home => Some(self.some_audiences()),
                _ => None,
            };
            let state = match self.below(6) {
                3 if !is_home => State::Draft,
                4 if !is_home => State::Future,
                5 if !is_home => State::Expired,
                _ => State::Published,
            };
            let texts = self.texts(is_home);
            let mut page = Page {
                key,
                audiences,
                state,
                texts,
                viewers: Viewers::default(),
            };
            self.give_readers(&mut page);
            self.campaign.pages.push(page);
        }
    }

    fn some_audiences(&mut self) -> Vec<usize> {
        let count = self.campaign.audiences.len();
        let first = self.below(count);
        let mut some: BTreeSet<usize> = [first].into();
        if self.chance(2) {
            some.insert(self.below(count));
        }
        some.into_iter().collect()
    }

    fn texts(&mut self, is_home: bool) -> Vec<Text> {
        let source = self.source();
        let mut texts = Vec::new();
        for locale in 0..self.campaign.locales.len() {
            if locale == source || is_home || self.below(4) != 1 {
                let is_draft = locale != source && !is_home && self.chance(5);
                texts.push((locale, None, is_draft));
            }
            for audience in 0..self.campaign.audiences.len() {
                if self.chance(6) {
                    let is_draft = self.chance(4) && !is_home;
                    texts.push((locale, Some(audience), is_draft));
                }
            }
        }
        let text = |(locale, variant, is_draft)| Text {
            locale,
            variant,
            is_draft,
            readers: Viewers::default(),
        };
        texts.into_iter().map(text).collect()
    }

    /// Works out who reads which file of a page, as the documentation has it.
    fn give_readers(&self, page: &mut Page) {
        let source = self.source();
        for (index, edition) in self.campaign.editions.iter().enumerate() {
            let own = text_for(page, edition.locale, edition.audience);
            let original = text_for(page, source, edition.audience);
            if let Some(text) = own.or(original.filter(|_| self.is_notice)) {
                page.texts[text].readers.0 |= 1 << index;
                page.viewers.0 |= 1 << index;
            }
        }
    }

    fn content(&mut self) {
        for page in 0..self.campaign.pages.len() {
            self.page = page;
            for text in 0..self.campaign.pages[page].texts.len() {
                let pieces = self.markdown(page, text);
                let own = &self.campaign.pages[page];
                let name = self.campaign.name(&own.texts[text]);
                let path = format!("content/{}/{name}", own.key).replace("//", "/");
                self.file(path, Some(page), pieces);
            }
        }
        let shared = vec![Piece::Open(
            r#"<svg xmlns="http://www.w3.org/2000/svg"/>"#.to_owned(),
        )];
        self.file("content/shared.svg".to_owned(), None, shared);
    }

    fn markdown(&mut self, page: usize, text: usize) -> Vec<Piece> {
        let own = &self.campaign.pages[page];
        let (readers, viewers) = (own.texts[text].readers, own.viewers);
        let is_original =
            own.texts[text].locale == self.source() && own.texts[text].variant.is_none();
        let is_draft = own.texts[text].is_draft || own.state == State::Draft;
        let dates = match own.state {
            State::Future => "publish_on = 2026-03-02\n",
            State::Expired => "expires_on = 2026-03-01\n",
            State::Published | State::Draft => "",
        };
        let mut head = format!("+++\ndraft = {is_draft}\n{dates}");
        if let Some(audiences) = own.audiences.as_ref().filter(|_| is_original) {
            let names: Vec<&str> = audiences
                .iter()
                .map(|audience| self.campaign.audiences[*audience])
                .collect();
            head.push_str(&format!("audiences = {names:?}\n"));
        }
        let key = own.key.clone();
        let mut pieces = vec![Piece::Open(head)];
        let mut entry = |before: &str, piece: Piece, after: &str| {
            pieces.push(Piece::Open(before.to_owned()));
            pieces.push(piece);
            pieces.push(Piece::Open(after.to_owned()));
        };
        let title = self.hidden_words(readers);
        entry("title = \"", title, "\"\n");
        let description = self.hidden_words(readers);
        if self.chance(2) || !is_original {
            entry("description = \"", description, "\"\n");
        }
        let all_locales = self.campaign.audiences_of(readers);
        if !key.is_empty() {
            let slug = self.hidden(all_locales, |author, viewers| {
                vec![Piece::Open(format!("at-{}", author.token(viewers)))]
            });
            entry("slug = \"", slug, &format!("-{page}{text}\"\n"));
        }
        if is_original {
            let fields = self.hidden(viewers, |author, viewers| {
                vec![Piece::Open(author.fields(page, viewers))]
            });
            entry("", fields, "");
        }
        let note = self.hidden_words(readers);
        entry("[extra]\nnote = \"", note, "\"\n+++\n\n");
        let body = self.hidden(readers, |author, viewers| author.blocks(viewers, 0));
        pieces.push(body);
        pieces
    }

    /// What belongs to the page rather than to its text.
    fn fields(&mut self, page: usize, viewers: Viewers) -> String {
        let mut text = String::new();
        if self.chance(2) {
            text.push_str(&format!("order = {}\n", self.below(3)));
        }
        if self.chance(2) {
            text.push_str(&format!("date = 2026-01-{:02}\n", 1 + self.below(28)));
        }
        if self.chance(2) {
            let menu = ["main", "footer"][self.below(2)];
            let label = self.words_of(&WORDS, viewers);
            text.push_str(&format!("nav = {{ menu = {menu:?}, title = {label:?} }}\n"));
        }
        if self.chance(2) {
            let topic = self.below(2);
            if !self.is_decoy {
                self.topics[topic] = self.topics[topic].or(viewers);
            }
            text.push_str(&format!("topics = [\"topic-{topic}\"]\n"));
        }
        if self.chance(3) {
            let old = self.token(viewers);
            text.push_str(&format!("redirect_from = [\"old/{old}-{page}\"]\n"));
        }
        text
    }

    fn blocks(&mut self, viewers: Viewers, depth: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for number in 0..1 + self.below(5 - depth) {
            if number > 0 && self.below(5) != 4 {
                pieces.push(Piece::Open("\n".to_owned()));
            }
            pieces.extend(self.block(viewers, depth));
        }
        pieces
    }

    /// A block that ends its last line.
    fn block(&mut self, viewers: Viewers, depth: usize) -> Vec<Piece> {
        let deepest = if depth < 3 { 16 } else { 11 };
        let open = |text: String| vec![Piece::Open(text)];
        match self.below(deepest) {
            1 => {
                let level = "#".repeat(2 + self.below(2));
                let mut pieces = open(format!("{level} "));
                pieces.extend(self.line(viewers));
                let id = ["\n", " {#own}\n"][self.below(2)];
                pieces.push(Piece::Open(id.to_owned()));
                pieces
            }
            2 => open(format!("```\n{}\n```\n", self.words_of(&WORDS, viewers))),
            3 => {
                let mut pieces = open("| a | b |\n|---|--:|\n| ".to_owned());
                pieces.extend(self.line(viewers));
                pieces.push(Piece::Open(" | x |\n".to_owned()));
                pieces
            }
            // A note does not hold another.
            4 if !self.is_note => {
                let (label, first) =
                    [("n", "[^n]: "), ("m", "[^m]: "), ("N", "[^N]: ")][self.below(3)];
                let words = self.words_of(&MARKDOWN, viewers);
                let mut pieces = open(format!("{words}[^{label}]\n\n"));
                self.is_note = true;
                pieces.push(self.item(viewers, depth, first, "    "));
                self.is_note = false;
                pieces
            }
            5 => {
                let destination = self.destination(viewers);
                let words = self.words_of(&WORDS[..2], viewers);
                open(format!("[{words}]({destination})\n"))
            }
            6 => open(format!(":t[message-{}]\n", self.below(MESSAGES))),
            7 => {
                let words = self.words_of(&MARKDOWN, viewers);
                open(format!("- [x] {words}\n- [ ] y\n"))
            }
            8 => {
                let mut pieces = open("\nTerm\n".to_owned());
                pieces.push(self.item(viewers, depth, ": ", "  "));
                pieces
            }
            9 => open(self.picture(viewers)),
            10 => {
                let destination = self.destination(viewers);
                let title = self.words_of(&WORDS[..2], viewers);
                open(format!("[lamp]: {destination} \"{title}\"\n"))
            }
            11 => self.list(viewers, depth),
            12 => vec![Piece::Inside {
                first: "> ",
                rest: "> ",
                text: self.blocks(viewers, depth + 1),
            }],
            13 | 14 => self.selection(viewers, depth),
            15 => {
                let colons = ":".repeat(8 - depth);
                let title = self.words_of(&WORDS[..2], viewers);
                let mut pieces = open(format!("{colons} card{{tone=calm}} {title}\n"));
                pieces.extend(self.blocks(viewers, depth + 1));
                pieces.push(Piece::Open(format!("{colons}\n")));
                pieces
            }
            _ => {
                let mut pieces = self.line(viewers);
                pieces.push(Piece::Open("\n".to_owned()));
                pieces
            }
        }
    }

    /// A line of text, some of it perhaps for some only.
    fn line(&mut self, viewers: Viewers) -> Vec<Piece> {
        let mut pieces = vec![Piece::Open(self.words_of(&MARKDOWN, viewers))];
        match self.below(4) {
            1 => {
                let (names, inner) = self.choice_of_audiences(viewers);
                let words = self.hidden(inner, |author, viewers| {
                    vec![Piece::Open(author.words_of(&WORDS[..2], viewers))]
                });
                pieces.push(Piece::Open(" :for[".to_owned()));
                pieces.push(words);
                pieces.push(Piece::Open(format!("]{{{names}}} end")));
            }
            2 => {
                if !self.is_decoy {
                    self.hotline = self.hotline.or(viewers);
                }
                pieces.push(Piece::Open(" :hotline[line]".to_owned()));
            }
            3 => {
                let label = self.words_of(&WORDS[..2], viewers);
                pieces.push(Piece::Open(format!(" :badge[{label}]")));
            }
            _ => {}
        }
        pieces
    }

    fn list(&mut self, viewers: Viewers, depth: usize) -> Vec<Piece> {
        let first = ["- ", "1. "][self.below(2)];
        let rest = if first == "- " { "  " } else { "   " };
        let mut pieces = Vec::new();
        for _ in 0..1 + self.below(3) {
            pieces.push(self.item(viewers, depth, first, rest));
        }
        pieces
    }

    /// Text, and perhaps a selection, in a list or a note.
    fn item(
        &mut self,
        viewers: Viewers,
        depth: usize,
        first: &'static str,
        rest: &'static str,
    ) -> Piece {
        let mut text = Vec::new();
        let is_leaf = depth >= 3;
        if is_leaf || self.below(3) != 2 {
            text.extend(self.line(viewers));
            text.push(Piece::Open("\n".to_owned()));
        }
        if self.below(2) == 1 {
            text.push(Piece::Open("\n".to_owned()));
        }
        if !is_leaf && (self.below(2) == 1 || text.len() < 2) {
            text.extend(self.selection(viewers, depth + 1));
        }
        if self.chance(4) {
            text.extend(self.line(viewers));
            text.push(Piece::Open("\n".to_owned()));
        }
        Piece::Inside { first, rest, text }
    }

    /// `::: for` or `::: not-for` around blocks.
    fn selection(&mut self, viewers: Viewers, depth: usize) -> Vec<Piece> {
        let colons = ":".repeat(8 - depth);
        let (names, chosen) = self.choice_of_audiences(Viewers(u16::MAX));
        let (word, inner) = match self.below(2) {
            0 => ("for", viewers.and(chosen)),
            _ => ("not-for", Viewers(viewers.0 & !chosen.0)),
        };
        let blocks = self.hidden(inner, |author, inner| author.blocks(inner, depth + 1));
        vec![
            Piece::Open(format!("{colons} {word} {names}\n")),
            blocks,
            Piece::Open(format!("{colons}\n")),
        ]
    }

    /// Some audiences by name, and those of `viewers` who belong to them.
    fn choice_of_audiences(&mut self, viewers: Viewers) -> (String, Viewers) {
        let chosen = self.some_audiences();
        let names: Vec<&str> = chosen
            .iter()
            .map(|audience| self.campaign.audiences[*audience])
            .collect();
        let editions = chosen
            .iter()
            .map(|audience| self.campaign.editions_of(*audience, None))
            .fold(Viewers::default(), Viewers::or);
        (names.join(" "), viewers.and(editions))
    }

    /// A page that all of these have.
    fn destination(&mut self, viewers: Viewers) -> String {
        let page = self.below(self.campaign.pages.len());
        let page = &self.campaign.pages[page];
        match viewers.are_within(page.viewers) {
            true => format!("/{}", page.key),
            false => "/".to_owned(),
        }
    }

    /// A picture of its own.
    fn picture(&mut self, viewers: Viewers) -> String {
        if self.is_decoy {
            return "![x](/shared.svg)\n".to_owned();
        }
        let token = self.token(viewers);
        let folder = self.campaign.pages[self.page].key.clone();
        let path = format!("content/{folder}/{token}.svg").replace("//", "/");
        let drawing =
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg"><title>{token}</title></svg>"#);
        self.file(path, Some(self.page), vec![Piece::Open(drawing)]);
        format!("![{token}]({token}.svg)\n")
    }

    fn messages(&mut self) {
        let everybody = Viewers(u16::MAX);
        for locale in 0..self.campaign.locales.len() {
            let mut pieces = Vec::new();
            for id in ["campaign-title", "campaign-description"] {
                self.selecting(id, everybody, &mut pieces);
            }
            for number in 0..MESSAGES {
                self.selecting(&format!("message-{number}"), everybody, &mut pieces);
            }
            for topic in 0..self.topics.len() {
                let words = self.hidden_fluent(self.topics[topic]);
                pieces.push(Piece::Open(format!("topic-topic-{topic} = ")));
                pieces.push(words);
                pieces.push(Piece::Open("\n".to_owned()));
            }
            for audience in 0..self.campaign.audiences.len() {
                self.audience_name(audience, &mut pieces);
            }
            let tag = self.campaign.locales[locale];
            self.file(format!("locales/{tag}/all.ftl"), None, pieces);
        }
    }

    fn hidden_fluent(&mut self, viewers: Viewers) -> Piece {
        self.hidden(viewers, |author, viewers| {
            vec![Piece::Open(author.words_of(&WORDS[..3], viewers))]
        })
    }

    /// A message with another text for the first audience than for the others.
    fn selecting(&mut self, id: &str, viewers: Viewers, pieces: &mut Vec<Piece>) {
        let name = self.campaign.audiences[0];
        let first = self.campaign.editions_of(0, None);
        let texts = [viewers.and(first), Viewers(viewers.0 & !first.0)];
        let [one, other] = texts.map(|viewers| self.hidden_fluent(viewers));
        pieces.push(Piece::Open(format!(
            "{id} = {{ $audience ->\n    [{name}] "
        )));
        pieces.push(one);
        pieces.push(Piece::Open("\n   *[other] ".to_owned()));
        pieces.push(other);
        pieces.push(Piece::Open("\n}\n".to_owned()));
    }

    /// What an audience is called: itself may know, and who links to it.
    fn audience_name(&mut self, audience: usize, pieces: &mut Vec<Piece>) {
        let name = self.campaign.audiences[audience];
        let public = self
            .campaign
            .audiences
            .iter()
            .position(|name| *name == "public");
        let linking = public.map_or_else(Viewers::default, |public| {
            self.campaign.editions_of(public, None)
        });
        let viewers = linking.or(self.campaign.editions_of(audience, None));
        let [title, description] = [0, 1].map(|_| self.hidden_fluent(viewers));
        pieces.push(Piece::Open(format!("audience-{name} = ")));
        pieces.push(title);
        pieces.push(Piece::Open("\n    .description = ".to_owned()));
        pieces.push(description);
        pieces.push(Piece::Open("\n".to_owned()));
    }

    fn hotlines(&mut self) {
        let name = self.hidden_words(self.hotline);
        let before = "[hotline.line]\nname = \"";
        let after = "\"\ncountry = \"US\"\noperator = \"An organization\"\ndata_sharing = \"Nothing.\"\nverified_on = 2026-02-01\nsource = \"https://example.org\"\n\n\
             [[hotline.line.channel]]\nkind = \"voice\"\nnumber = \"911\"\n\
             languages = [\"en\", \"es\", \"ar\"]\n";
        let pieces = vec![
            Piece::Open(before.to_owned()),
            name,
            Piece::Open(after.to_owned()),
        ];
        self.file("content/hotlines.toml".to_owned(), None, pieces);
    }
}

/// The file that a reader of this audience finds in this language, as an index.
fn text_for(page: &Page, locale: usize, audience: usize) -> Option<usize> {
    let find = |variant| {
        page.texts
            .iter()
            .position(|text| text.locale == locale && text.variant == variant)
    };
    let is_for_all = page
        .audiences
        .as_ref()
        .is_none_or(|audiences| audiences.contains(&audience));
    let found = find(Some(audience)).or_else(|| find(None).filter(|_| is_for_all));
    found.filter(|text| page.state == State::Published && !page.texts[*text].is_draft)
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
