//! HTML written in Markdown: what it consists of, and which of it may stay.
//!
//! The text is taken apart by the tokenizer that browsers follow (WHATWG HTML, §13.2.5), never by
//! patterns, and nothing of it is passed on as it was written: an element that may stay becomes a
//! node of the document, with the attributes that may stay, and `render` writes it anew. So there
//! is no text that we read one way and a browser another, and what comes out is always balanced.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token as Raw, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::model::document::inline;
use crate::source::Span;

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// `<name attribute="value">`, names in lower case, entities resolved.
    Open {
        /// The element.
        name: String,
        /// Its attributes, each once.
        attributes: Vec<(String, String)>,
    },
    /// `</name>`.
    Close(String),
    /// Text, entities resolved.
    Text(String),
    /// A comment, a doctype, a processing instruction: nothing that a reader sees.
    Comment,
}

/// Takes HTML apart. It comes in pieces, each with where it stands in the file, since the lines of
/// a block need not be adjacent there. A token's span reaches from the end of the one before it.
pub fn tokenize(pieces: &[(Span, &str)]) -> Vec<(Token, Span)> {
    let tokenizer = Tokenizer::new(Collector::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut found = Vec::new();
    let mut start = pieces.first().map_or(0, |(span, _)| span.start);
    let mut end = start;
    for (span, piece) in pieces {
        // An indentation that a tab stands for has no bytes of its own.
        let is_literal = piece.len() == span.end - span.start;
        let mut at = span.start;
        for part in piece.split_inclusive('>').flat_map(before_tag) {
            if start == end {
                start = at;
            }
            at = if is_literal {
                at + part.len()
            } else {
                span.end
            };
            end = at;
            queue.push_back(StrTendril::from(part));
            let _ = tokenizer.feed(&queue);
            for token in tokenizer.sink.drain() {
                found.push((token, Span::new(start, end)));
                start = end;
            }
        }
    }
    tokenizer.end();
    let rest = tokenizer.sink.drain();
    found.extend(rest.into_iter().map(|token| (token, Span::new(start, end))));
    found
}

/// Text and the tag behind it, apart, so that each gets a span of its own.
fn before_tag(part: &str) -> impl Iterator<Item = &str> {
    let (text, tag) = part.split_at(part.rfind('<').unwrap_or(0));
    [text, tag].into_iter().filter(|part| !part.is_empty())
}

/// Keeps the tokens that the tokenizer reports until they are taken.
#[derive(Default)]
struct Collector {
    tokens: RefCell<Vec<Token>>,
}

impl Collector {
    /// The tokenizer hands text over in bits.
    fn keep(&self, token: Token) {
        let mut tokens = self.tokens.borrow_mut();
        match (tokens.last_mut(), token) {
            (Some(Token::Text(before)), Token::Text(text)) => before.push_str(&text),
            (_, token) => tokens.push(token),
        }
    }

    fn drain(&self) -> Vec<Token> {
        std::mem::take(&mut self.tokens.borrow_mut())
    }
}

impl TokenSink for Collector {
    type Handle = ();

    fn process_token(&self, token: Raw, _line: u64) -> TokenSinkResult<()> {
        let (token, result) = match token {
            Raw::TagToken(tag) => {
                let result = content_model(&tag);
                (tag_token(tag), result)
            }
            Raw::CharacterTokens(text) => (Token::Text(text.into()), TokenSinkResult::Continue),
            Raw::CommentToken(_) | Raw::DoctypeToken(_) => {
                (Token::Comment, TokenSinkResult::Continue)
            }
            Raw::NullCharacterToken | Raw::EOFToken | Raw::ParseError(_) => {
                return TokenSinkResult::Continue;
            }
        };
        self.keep(token);
        result
    }
}

fn tag_token(tag: Tag) -> Token {
    let name = tag.name.to_string();
    match tag.kind {
        TagKind::EndTag => Token::Close(name),
        TagKind::StartTag => Token::Open {
            name,
            attributes: tag
                .attrs
                .into_iter()
                .map(|attribute| (attribute.name.local.to_string(), attribute.value.into()))
                .collect(),
        },
    }
}

/// What stands in some elements is not HTML: the tree builder of a browser tells its tokenizer so.
fn content_model(tag: &Tag) -> TokenSinkResult<()> {
    if tag.kind == TagKind::EndTag {
        return TokenSinkResult::Continue;
    }
    match &*tag.name {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
            TokenSinkResult::RawData(RawKind::Rawtext)
        }
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    }
}

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It stays.
    Element(&'static str),
    /// It is a heading of this level.
    Heading(u8),
    /// It is a link, or without `href` a span.
    Link,
    /// It is an image.
    Image,
    /// It ends a line.
    LineBreak,
    /// It is a line across.
    ThematicBreak,
    /// It goes with all it holds.
    Discarded,
    /// It goes, what it holds stays.
    Unwrapped,
}

/// Elements that start a block, and so stand in no line of text and end a paragraph.
const BLOCKS: [&str; 24] = [
    "article",
    "aside",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "ul",
];

/// Elements whose content is code, a form's values, or another page: not text of this one.
const DISCARDED: [&str; 20] = [
    "applet",
    "audio",
    "canvas",
    "frameset",
    "head",
    "iframe",
    "math",
    "noembed",
    "noframes",
    "object",
    "plaintext",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
    "xmp",
];

/// What becomes of the element of this name.
pub fn role(name: &str) -> Role {
    match name {
        "a" => Role::Link,
        "img" => Role::Image,
        "br" => Role::LineBreak,
        "hr" => Role::ThematicBreak,
        "h1" => Role::Heading(1),
        "h2" => Role::Heading(2),
        "h3" => Role::Heading(3),
        "h4" => Role::Heading(4),
        "h5" => Role::Heading(5),
        "h6" => Role::Heading(6),
        "tr" => Role::Element("tr"),
        _ if DISCARDED.contains(&name) => Role::Discarded,
        _ => BLOCKS
            .iter()
            .chain(&inline::ELEMENTS)
            .find(|known| **known == name)
            .map_or(Role::Unwrapped, |known| Role::Element(known)),
    }
}

/// Whether the element starts a block.
pub fn is_block(name: &str) -> bool {
    name == "tr" || BLOCKS.contains(&name) || matches!(role(name), Role::Heading(_))
}

/// Whether an open element `open` ends where `next` begins, as its end tag may be left out
/// (WHATWG HTML, §13.1.2.4).
pub fn ends_before(open: &str, next: &str) -> bool {
    match open {
        "p" => is_block(next),
        "li" => next == "li",
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "td" | "th" => matches!(next, "td" | "th" | "tr" | "tbody" | "tfoot" | "thead"),
        "tr" => matches!(next, "tr" | "tbody" | "tfoot" | "thead"),
        "thead" | "tbody" | "tfoot" => matches!(next, "tbody" | "tfoot" | "thead"),
        _ => false,
    }
}

/// The attributes that may stay on the element: they name, describe and span, and that is all.
/// Those that need a judgement of their own, such as `href`, are not among them.
pub fn attributes(element: &str, written: &[(String, String)]) -> Vec<(&'static str, String)> {
    written
        .iter()
        .filter_map(|(name, value)| Some((attribute(element, name, value)?, value.clone())))
        .collect()
}

fn attribute(element: &str, name: &str, value: &str) -> Option<&'static str> {
    let is_cell = matches!(element, "td" | "th");
    match name {
        "class" => Some("class"),
        "title" => Some("title"),
        "id" if !value.is_empty() && !value.contains(char::is_whitespace) => Some("id"),
        "lang" if is_tag(value) => Some("lang"),
        "dir" if matches!(value, "ltr" | "rtl" | "auto") => Some("dir"),
        "colspan" if is_cell && is_span(value) => Some("colspan"),
        "rowspan" if is_cell && is_span(value) => Some("rowspan"),
        "scope" if is_cell && matches!(value, "row" | "col" | "rowgroup" | "colgroup") => {
            Some("scope")
        }
        "open" if element == "details" => Some("open"),
        "datetime" if element == "time" => Some("datetime"),
        _ => None,
    }
}

fn is_tag(value: &str) -> bool {
    !value.is_empty()
        && value
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_alphanumeric())
}

/// At most three digits: browsers clamp `colspan` at 1000.
fn is_span(value: &str) -> bool {
    (1..=3).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &[&str]) {
        let shown: Vec<String> = tokenize(&[(Span::new(10, 10 + html.len()), html)])
            .into_iter()
            .map(|(token, span)| {
                let source = &html[span.start - 10..span.end - 10];
                match token {
                    Token::Open { name, attributes } => format!("<{name} {attributes:?}> {source}"),
                    Token::Close(name) => format!("</{name}> {source}"),
                    Token::Text(text) => format!("{text:?} {source}"),
                    Token::Comment => format!("comment {source}"),
                }
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn tokens_know_where_they_stand() {
        check(
            "<div id=a>x &amp; y</div><!-- c -->",
            &[
                "<div [(\"id\", \"a\")]> <div id=a>",
                "\"x & y\" x &amp; y",
                "</div> </div>",
                "comment <!-- c -->",
            ],
        );
    }

    #[test]
    fn a_quoted_bracket_and_a_script_fool_nobody() {
        check(
            "<a title='x>y'>",
            &["<a [(\"title\", \"x>y\")]> <a title='x>y'>"],
        );
        check(
            "<script><b></script>",
            &["<script []> <script>", "\"<b>\" <b>", "</script> </script>"],
        );
    }

    #[test]
    fn only_attributes_of_the_list_stay() {
        let written: Vec<(String, String)> = [
            ("class", "a"),
            ("onclick", "x()"),
            ("style", "color:red"),
            ("id", "a b"),
            ("colspan", "2"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
        assert_eq!(
            attributes("td", &written),
            [("class", "a".to_owned()), ("colspan", "2".to_owned())]
        );
        assert_eq!(attributes("p", &written), [("class", "a".to_owned())]);
    }
}
