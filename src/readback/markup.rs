//! HTML and XML, read strictly.
//!
//! Browsers repair what is not well formed, each rule of repair a way for a text to be read one way
//! here and another way there. So this reader knows only the part of the grammar that has one
//! reading (WHATWG HTML §13.1, the syntax for authors) and calls everything else a [`Flaw`]: a file
//! without flaws means to every browser what it means here. That also makes it fast, which a reader
//! of all output must be.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// Which grammar a file follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// HTML.
    Html,
    /// XML: Atom, sitemaps, SVG.
    Xml,
}

/// What has more than one reading, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// A `<` that opens nothing, or a tag without end.
    Tag,
    /// An attribute without a name, an end or its own value.
    Attribute,
    /// An attribute that the tag has twice.
    Duplicate,
}

impl Flaw {
    /// The word that messages select on.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tag => "tag",
            Self::Attribute => "attribute",
            Self::Duplicate => "duplicate",
        }
    }
}

/// `name="value"` in a tag.
#[derive(Clone, Debug)]
pub struct Attribute<'a> {
    /// In HTML in lower case.
    pub name: Cow<'a, str>,
    /// As it is written: references are not resolved.
    pub value: &'a str,
}

/// `<name …>`.
#[derive(Clone, Debug)]
pub struct Tag<'a> {
    /// In HTML in lower case.
    pub name: Cow<'a, str>,
    /// Its attributes, in their order.
    pub attributes: Vec<Attribute<'a>>,
    /// Whether it ends with `/>`.
    pub is_empty: bool,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, as it is written.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name == name)
            .map(|attribute| attribute.value)
    }
}

/// Somebody who is told what a file consists of, in its order.
pub trait Reader<'a> {
    /// Text between tags, references not resolved.
    fn text(&mut self, raw: &'a str);
    /// What stands in an element that holds no markup: a script or style sheet.
    fn raw(&mut self, element: &str, text: &'a str);
    /// A start tag.
    fn open(&mut self, tag: &Tag<'a>);
    /// An end tag.
    fn close(&mut self, name: &str);
    /// A comment.
    fn comment(&mut self, text: &'a str);
    /// What is not well formed, and where it begins.
    fn flaw(&mut self, flaw: Flaw, at: &'a str);
}

/// Elements whose content is no markup (WHATWG HTML §13.1.2).
const RAW: [&str; 8] = [
    "script", "style", "iframe", "noembed", "noframes", "xmp", "textarea", "title",
];

/// Reads a file from its beginning to its end.
pub fn read<'a>(text: &'a str, dialect: Dialect, reader: &mut impl Reader<'a>) {
    let mut scanner = Scanner {
        text,
        at: 0,
        dialect,
        tag: Tag {
            name: Cow::Borrowed(""),
            attributes: Vec::new(),
            is_empty: false,
        },
    };
    while scanner.at < text.len() {
        scanner.step(reader);
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    dialect: Dialect,
    /// The tag being read; kept, so that its list is made once.
    tag: Tag<'a>,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn step(&mut self, reader: &mut impl Reader<'a>) {
        let rest = self.rest();
        let text = memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
        if text > 0 {
            reader.text(&rest[..text]);
            self.at += text;
            return;
        }
        match rest.as_bytes().get(1) {
            Some(b'/') => self.close(reader),
            Some(b'!') => self.declaration(reader),
            Some(b'?') if self.dialect == Dialect::Xml => self.up_to("?>"),
            Some(byte) if byte.is_ascii_alphabetic() => self.open(reader),
            _ => {
                reader.flaw(Flaw::Tag, rest);
                self.at += 1;
            }
        }
    }

    /// Goes behind the next `end`, or to the end of the file.
    fn up_to(&mut self, end: &str) {
        let found = memmem::find(self.rest().as_bytes(), end.as_bytes());
        self.at = found.map_or(self.text.len(), |at| self.at + at + end.len());
    }

    fn declaration(&mut self, reader: &mut impl Reader<'a>) {
        let rest = self.rest();
        if let Some(comment) = rest.strip_prefix("<!--") {
            reader.comment(comment.split("-->").next().unwrap_or(comment));
            self.at += "<!--".len();
            self.up_to("-->");
        } else if let Some(data) = rest.strip_prefix("<![CDATA[") {
            if self.dialect == Dialect::Html {
                reader.flaw(Flaw::Tag, rest);
            }
            let end = data.find("]]>").unwrap_or(data.len());
            reader.raw("", &data[..end]);
            self.at += "<![CDATA[".len();
            self.up_to("]]>");
        } else {
            let is_doctype = rest
                .get(..9)
                .is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
            if !is_doctype {
                reader.flaw(Flaw::Tag, rest);
            }
            self.up_to(">");
        }
    }

    fn close(&mut self, reader: &mut impl Reader<'a>) {
        let rest = self.rest();
        let Some(end) = memchr(b'>', rest.as_bytes()) else {
            reader.flaw(Flaw::Tag, rest);
            self.at = self.text.len();
            return;
        };
        let name = rest[2..end].trim_ascii_end();
        if name.is_empty() || !name.bytes().all(is_name) {
            reader.flaw(Flaw::Tag, rest);
        }
        reader.close(&self.lowered(name));
        self.at += end + 1;
    }

    fn open(&mut self, reader: &mut impl Reader<'a>) {
        let start = self.rest();
        self.at += 1;
        let name = self.take(is_name);
        self.tag.name = self.lowered(name);
        self.tag.attributes.clear();
        self.tag.is_empty = false;
        self.attributes(start, reader);
        reader.open(&self.tag);
        let is_raw = self.dialect == Dialect::Html
            && !self.tag.is_empty
            && RAW.contains(&self.tag.name.as_ref());
        if is_raw {
            self.raw(reader);
        }
    }

    /// The content of an element up to its end tag, which the next step reads.
    fn raw(&mut self, reader: &mut impl Reader<'a>) {
        let rest = self.rest();
        let name = self.tag.name.as_bytes();
        let end = memmem::find_iter(rest.as_bytes(), b"</").find(|at| {
            rest.as_bytes()
                .get(at + 2..at + 2 + name.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(name))
        });
        let text = &rest[..end.unwrap_or(rest.len())];
        match self.tag.name.as_ref() {
            // These two hold text whose references count.
            "title" | "textarea" => reader.text(text),
            other => reader.raw(other, text),
        }
        self.at += text.len();
    }

    fn attributes(&mut self, start: &'a str, reader: &mut impl Reader<'a>) {
        loop {
            self.take(|byte| byte.is_ascii_whitespace());
            match self.rest().as_bytes() {
                [] => {
                    reader.flaw(Flaw::Tag, start);
                    return;
                }
                [b'>', ..] => {
                    self.at += 1;
                    return;
                }
                [b'/', b'>', ..] => {
                    self.tag.is_empty = true;
                    self.at += 2;
                    return;
                }
                [b'/' | b'=' | b'"' | b'\'' | b'<', ..] => {
                    reader.flaw(Flaw::Attribute, start);
                    self.at += 1;
                }
                _ => self.attribute(start, reader),
            }
        }
    }

    fn attribute(&mut self, start: &'a str, reader: &mut impl Reader<'a>) {
        let name = self.take(|byte| {
            !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'=' | b'"' | b'\'' | b'<')
        });
        let name = self.lowered(name);
        let value = match self.rest().as_bytes() {
            [b'=', quote @ (b'"' | b'\''), ..] => {
                let quote = *quote;
                self.at += 2;
                let rest = self.rest();
                let end = memchr(quote, rest.as_bytes()).unwrap_or_else(|| {
                    reader.flaw(Flaw::Attribute, start);
                    rest.len()
                });
                self.at = (self.at + end + 1).min(self.text.len());
                &rest[..end]
            }
            [b'=', ..] => {
                self.at += 1;
                let value = self.take(|byte| !byte.is_ascii_whitespace() && byte != b'>');
                if value.is_empty() || value.contains(['"', '\'', '=', '<', '`']) {
                    reader.flaw(Flaw::Attribute, start);
                }
                value
            }
            _ => "",
        };
        if self.tag.attributes.iter().any(|other| other.name == name) {
            reader.flaw(Flaw::Duplicate, start);
        }
        self.tag.attributes.push(Attribute { name, value });
    }

    fn take(&mut self, is_part: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest
            .bytes()
            .position(|byte| !is_part(byte))
            .unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// A name as the dialect compares it.
    fn lowered(&self, name: &'a str) -> Cow<'a, str> {
        match self.dialect {
            Dialect::Html if name.bytes().any(|byte| byte.is_ascii_uppercase()) => {
                Cow::Owned(name.to_ascii_lowercase())
            }
            _ => Cow::Borrowed(name),
        }
    }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':' | b'_' | b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Log(Vec<String>);

    impl<'a> Reader<'a> for Log {
        fn text(&mut self, raw: &'a str) {
            self.0.push(raw.to_owned());
        }
        fn raw(&mut self, element: &str, text: &'a str) {
            self.0.push(format!("{element}: {text}"));
        }
        fn open(&mut self, tag: &Tag<'a>) {
            let attributes = tag.attributes.iter();
            let attributes: Vec<String> = attributes
                .map(|attribute| format!(" {}={}", attribute.name, attribute.value))
                .collect();
            self.0
                .push(format!("<{}{}>", tag.name, attributes.concat()));
        }
        fn close(&mut self, name: &str) {
            self.0.push(format!("</{name}>"));
        }
        fn comment(&mut self, text: &'a str) {
            self.0.push(format!("# {text}"));
        }
        fn flaw(&mut self, flaw: Flaw, _: &'a str) {
            self.0.push(format!("! {}", flaw.as_str()));
        }
    }

    fn check(text: &str, expected: &[&str]) {
        let mut log = Log::default();
        read(text, Dialect::Html, &mut log);
        assert_eq!(log.0, expected, "{text}");
    }

    #[test]
    fn a_well_formed_file_is_taken_apart() {
        check(
            "<!doctype html><P class='a b' hidden id=x>one<br>two</P><!-- n -->",
            &[
                "<p class=a b hidden= id=x>",
                "one",
                "<br>",
                "two",
                "</p>",
                "#  n ",
            ],
        );
        check(
            "<script>if (a < b) \"</div>\"</script><title>a<b</title>",
            &[
                "<script>",
                "script: if (a < b) \"</div>\"",
                "</script>",
                "<title>",
                "a<b",
                "</title>",
            ],
        );
    }

    #[test]
    fn what_browsers_would_repair_is_a_flaw() {
        check("a < b", &["a ", "! tag", " b"]);
        check("<a href=\"x>", &["! attribute", "! tag", "<a href=x>>"]);
        check("<a id=1 id=2>", &["! duplicate", "<a id=1 id=2>"]);
        check("<b", &["! tag", "<b>"]);
    }
}
