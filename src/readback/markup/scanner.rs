//! The scanner: from one tag to the next.

use std::borrow::Cow;

use memchr::{memchr, memmem};

use super::{Attribute, Dialect, Flaw, RAW, Reader, Tag};

/// Where in a file the reading is.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    dialect: Dialect,
    /// The tag being read; kept, so that its list is made once.
    tag: Tag<'a>,
}

impl<'a> Scanner<'a> {
    /// At the beginning of a file.
    pub(super) fn new(text: &'a str, dialect: Dialect) -> Self {
        Self {
            text,
            at: 0,
            dialect,
            tag: Tag {
                name: Cow::Borrowed(""),
                attributes: Vec::new(),
                is_empty: false,
            },
        }
    }

    /// Tells `reader` all of it.
    pub(super) fn run(mut self, reader: &mut impl Reader<'a>) {
        while self.at < self.text.len() {
            self.step(reader);
        }
    }

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
