//! What an author writes in Markdown.

use super::{Author, MESSAGES, WORDS};
use crate::campaign::{Piece, State, Viewers};

/// The same in Markdown, with what means something there.
const MARKDOWN: [&str; 8] = [
    "lamp", "river", "*bridge*", "[lamp]", "año", "`x < y`", "Lamp", "a & b",
];

impl Author<'_> {
    pub fn content(&mut self) {
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
}
