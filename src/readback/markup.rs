//! HTML and XML, read strictly.
//!
//! Browsers repair what is not well formed, each rule of repair a way for a text to be read one way
//! here and another way there. So this reader knows only the part of the grammar that has one
//! reading (WHATWG HTML §13.1, the syntax for authors) and calls everything else a [`Flaw`]: a file
//! without flaws means to every browser what it means here. That also makes it fast, which a reader
//! of all output must be.

mod scanner;

use std::borrow::Cow;

use crate::readback::markup::scanner::Scanner;

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
    Scanner::new(text, dialect).run(reader);
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
