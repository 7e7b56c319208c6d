//! A page of HTML: its structure, its links and loads, its texts.

mod attribute;
mod duty;
mod line;
mod link;
mod whole;

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::readback::decode;
use crate::readback::elements::{Kind, ends_before};
use crate::readback::inspector::Inspector;
use crate::readback::markup::{Dialect, Flaw, Reader, Tag, read};
use crate::readback::page::duty::Shown;
use crate::readback::page::line::Spoken;
use crate::readback::page::link::Link;
use crate::readback::plain;
use crate::rules;

/// Reads a page.
pub fn inspect(inspector: &mut Inspector<'_>, text: &str) {
    let mut page = Page::new(inspector);
    read(text, Dialect::Html, &mut page);
    page.finish();
}

/// What a page has been found to be so far.
struct Page<'t, 'i, 'a> {
    inspector: &'i mut Inspector<'a>,
    /// The text since the last block began, references resolved.
    text: String,
    /// Where in it groups of digits end.
    breaks: Vec<usize>,
    open: Vec<(Cow<'t, str>, Kind)>,
    /// The elements that say which way their text runs: how many are open within each, and whether
    /// it runs from right to left.
    directions: Vec<(usize, bool)>,
    /// How many elements of `svg` or `math` are open.
    drawings: usize,
    /// Whether the text holds code, which may look like anything.
    has_code: bool,
    link: Option<Link>,
    /// The lines of which the name has just been said.
    named: Option<BTreeSet<String>>,
    /// The lines that are spoken of.
    spoken: Option<Spoken>,
    /// Whether the text places lines, of which every channel must be here.
    places_lines: bool,
    shown: Shown,
    is_in_title: bool,
    title: Option<String>,
    headings: usize,
    language: Option<String>,
    direction: Option<String>,
    /// Whether search engines pass it by, or readers are sent on: then its title may be another's.
    is_aside: bool,
    ids: Vec<(u64, &'t str)>,
    /// The type of the script that is open.
    script: Option<String>,
    value: String,
}

impl<'t, 'i, 'a> Page<'t, 'i, 'a> {
    fn new(inspector: &'i mut Inspector<'a>) -> Self {
        let outline = inspector.outline.zip(inspector.bit());
        let places_lines = outline.is_some_and(|(outline, bit)| outline.places_lines(bit));
        Self {
            inspector,
            text: String::new(),
            breaks: Vec::new(),
            open: Vec::new(),
            directions: Vec::new(),
            drawings: 0,
            has_code: false,
            link: None,
            named: None,
            spoken: None,
            places_lines,
            shown: Shown::default(),
            is_in_title: false,
            title: None,
            headings: 0,
            language: None,
            direction: None,
            is_aside: false,
            ids: Vec::new(),
            script: None,
            value: String::new(),
        }
    }

    fn fault(&mut self, reason: &'static str, what: &str) {
        self.inspector
            .find(rules::OUTPUT_STRUCTURE.id, reason, what);
    }

    /// A block ends: what it says is complete.
    fn end_text(&mut self) {
        if self.text.trim_ascii_start().is_empty() {
            self.text.clear();
            self.breaks.clear();
            self.has_code = false;
            return;
        }
        let text = std::mem::take(&mut self.text);
        self.show(&text);
        if !std::mem::take(&mut self.has_code) {
            self.leftovers(&text);
        }
        self.breaks.clear();
        self.text = text;
        self.text.clear();
    }

    /// What Fluent could not fill in.
    fn leftovers(&mut self, text: &str) {
        for (at, _) in text.match_indices('{') {
            let rest = &text[at..];
            let inside = rest[1..].trim_start();
            let is_variable = inside.starts_with('$');
            let is_term = inside.strip_prefix('-').is_some_and(|name| {
                name.starts_with(|c: char| c.is_ascii_lowercase()) && name.contains('}')
            });
            if is_variable || is_term {
                self.inspector.find(rules::TRACE.id, "placeable", rest);
            }
        }
    }

    /// Closes what ends by itself before this element.
    fn end_implied(&mut self, name: &str, kind: Kind) {
        while let Some((top, _)) = self.open.last() {
            if !ends_before(top, name, kind) {
                return;
            }
            self.open.pop();
        }
    }

    fn root(&mut self, tag: &Tag<'_>) {
        self.language = tag.get("lang").map(str::to_owned);
        self.direction = tag.get("dir").map(str::to_owned);
    }
}

impl<'t> Reader<'t> for Page<'t, '_, '_> {
    fn text(&mut self, raw: &'t str) {
        let start = self.text.len();
        if !decode::references(raw, &mut self.text) {
            self.fault("reference", raw.trim());
        }
        if self.is_in_title {
            let text = self.text[start..].to_owned();
            self.title.get_or_insert_default().push_str(&text);
        }
        if let Some(link) = &mut self.link {
            link.text.push_str(&self.text[start..]);
        }
        self.segment(start);
    }

    fn raw(&mut self, element: &str, text: &'t str) {
        let kind = self.script.take().unwrap_or_default();
        match (element, kind.as_str()) {
            ("script", "application/ld+json" | "application/json") => {
                plain::json(self.inspector, text);
            }
            _ if text.trim().is_empty() => {}
            ("script" | "style", _) => {
                self.inspector
                    .find(rules::ACTIVE_CONTENT.id, "inline", element);
                self.inspector.prose(text, &[]);
            }
            _ => self.inspector.prose(text, &[]),
        }
    }

    fn open(&mut self, tag: &Tag<'t>) {
        let name = tag.name.as_ref();
        let kind = Kind::of(name);
        match name {
            "br" => {
                self.breaks.push(self.text.len());
                self.text.push('\n');
            }
            "a" if self.drawings == 0 => self.start_link(tag),
            _ if kind.is_inline() => {}
            _ => self.end_text(),
        }
        match name {
            "html" => self.root(tag),
            "h1" => self.headings += 1,
            "main" => {
                self.spoken = None;
                self.shown.begin();
            }
            // What follows is about something else.
            "h2" | "h3" | "h4" | "h5" | "h6" | "section" | "article" | "aside" | "nav"
            | "header" | "footer" => self.spoken = None,
            "title" if self.drawings == 0 => self.is_in_title = true,
            "svg" | "math" if !tag.is_empty => self.drawings += 1,
            "code" | "pre" | "samp" | "kbd" => self.has_code = true,
            "script" => self.script = Some(tag.get("type").unwrap_or_default().to_owned()),
            "style" | "base" | "foreignObject" | "applet" | "frame" => {
                self.inspector
                    .find(rules::ACTIVE_CONTENT.id, "inline", name);
            }
            _ => {}
        }
        for attribute in &tag.attributes {
            self.attribute(tag, attribute);
        }
        self.end_implied(name, kind);
        if tag.is_empty && self.drawings == 0 && !kind.is_void() && name != "svg" {
            self.fault("nesting", name);
        }
        if !kind.is_void() && !tag.is_empty {
            self.open.push((tag.name.clone(), kind));
            // An element for a text of unknown direction asks the text.
            let own = tag.get("dir").or((name == "bdi").then_some("auto"));
            if let Some(direction) = own {
                let is_rtl = direction.eq_ignore_ascii_case("rtl");
                self.directions.push((self.open.len(), is_rtl));
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "a" if self.drawings == 0 => self.end_link(),
            _ if Kind::of(name).is_inline() => {}
            _ => self.end_text(),
        }
        match name {
            "title" => self.is_in_title = false,
            "main" => self.shown.end(),
            "svg" | "math" => self.drawings = self.drawings.saturating_sub(1),
            _ => {}
        }
        while let Some((top, kind)) = self.open.pop() {
            let depth = self.open.len();
            self.directions.retain(|(inside, _)| *inside <= depth);
            if top == name {
                return;
            }
            if !kind.is_optional() {
                self.open.push((top, kind));
                break;
            }
        }
        self.fault("nesting", name);
    }

    fn comment(&mut self, text: &'t str) {
        self.inspector.find(rules::TRACE.id, "comment", text);
        self.inspector.prose(text, &[]);
    }

    fn flaw(&mut self, flaw: Flaw, at: &'t str) {
        let excerpt: Cow<'_, str> = at.chars().take(40).collect();
        self.fault(flaw.as_str(), &excerpt);
    }
}
