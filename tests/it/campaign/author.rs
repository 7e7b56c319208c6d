//! Who puts a campaign together: its settings, its pages, its messages and its lines to call.

mod prose;

use std::collections::BTreeSet;

use super::{Campaign, Canary, Edition, Fate, File, Page, Piece, State, Text, Viewers, written};

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

/// The author of one campaign.
pub struct Author<'a> {
    tape: &'a [u16],
    at: usize,
    pub campaign: Campaign,
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
    pub fn new(tape: &'a [u16]) -> Self {
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

    pub fn settings(&mut self) {
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

    pub fn pages(&mut self) {
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

    pub fn messages(&mut self) {
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

    pub fn hotlines(&mut self) {
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
