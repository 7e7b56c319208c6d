//! A page of HTML: its structure, its links and loads, its texts.

mod whole;

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::readback::atlas::Target;
use crate::readback::crossing::id_hash;
use crate::readback::decode;
use crate::readback::elements::{Kind, ends_before};
use crate::readback::inspector::{Inspector, Role, whatsapp};
use crate::readback::markup::{Attribute, Dialect, Flaw, Reader, Tag, read};
use crate::readback::number;
use crate::readback::plain;
use crate::readback::register::digits;
use crate::rules;

/// What `<meta>` tells machines only.
const TECHNICAL: [&str; 7] = [
    "viewport",
    "theme-color",
    "color-scheme",
    "referrer",
    "robots",
    "format-detection",
    "google-site-verification",
];

/// Relations of `<link>` that a browser follows by itself.
const LOADED: [&str; 10] = [
    "stylesheet",
    "icon",
    "apple-touch-icon",
    "mask-icon",
    "manifest",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
];

/// Reads a page.
pub fn inspect(inspector: &mut Inspector<'_>, text: &str) {
    let mut page = Page::new(inspector);
    read(text, Dialect::Html, &mut page);
    page.finish();
}

/// A link that has not ended yet.
struct Link {
    /// What it dials, if it does.
    number: Option<String>,
    /// What it says so far.
    text: String,
}

/// What a page has been found to be so far.
struct Page<'t, 'i, 'a> {
    inspector: &'i mut Inspector<'a>,
    /// The text since the last block began, references resolved.
    text: String,
    /// Where in it groups of digits end.
    breaks: Vec<usize>,
    open: Vec<(Cow<'t, str>, Kind)>,
    /// How many elements of `svg` or `math` are open.
    drawings: usize,
    /// Whether the text holds code, which may look like anything.
    has_code: bool,
    link: Option<Link>,
    /// The lines of which the name has just been said.
    named: Option<BTreeSet<String>>,
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
        Self {
            inspector,
            text: String::new(),
            breaks: Vec::new(),
            open: Vec::new(),
            drawings: 0,
            has_code: false,
            link: None,
            named: None,
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
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        self.inspector.prose(&text, &self.breaks);
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

    /// A text between two tags: a number right behind a line's name must be that line's.
    fn segment(&mut self, start: usize) {
        let register = &self.inspector.readback.register;
        let text = self.text[start..].trim();
        if text.is_empty() {
            return;
        }
        if let Some(lines) = self.named.take() {
            let is_number = text
                .chars()
                .all(|c| c.is_ascii_digit() || " -.()+*#\u{a0}\u{2011}".contains(c));
            let own = digits(text);
            if is_number && (3..=15).contains(&own.len()) && !register.is_of(&own, &lines) {
                let text = text.to_owned();
                self.inspector.find(rules::OUTPUT_NUMBER.id, "line", &text);
                return;
            }
        }
        if register.has_name_of(text.len()) {
            self.named = register.lines_named(text).cloned();
        }
    }

    fn start_link(&mut self, tag: &Tag<'_>) {
        self.breaks.push(self.text.len());
        if self.link.is_some() {
            self.fault("nesting", "a");
        }
        let number = tag.get("href").and_then(|href| {
            let mut address = String::new();
            decode::references(href, &mut address);
            let is_call = ["tel:", "sms:"]
                .iter()
                .any(|scheme| address.starts_with(scheme));
            let number = match is_call {
                true => address[4..].split(['?', ';', '&']).next(),
                false => whatsapp(&address),
            };
            number.map(digits)
        });
        self.link = Some(Link {
            number,
            text: String::new(),
        });
    }

    /// What a link shows must be what it dials.
    fn end_link(&mut self) {
        self.breaks.push(self.text.len());
        let Some(link) = self.link.take() else { return };
        let Some(number) = link.number else { return };
        let shown = link.text.trim();
        if shown.is_empty() {
            self.inspector
                .find(rules::OUTPUT_NUMBER.id, "unshown", &number);
            return;
        }
        let chains = number::chains(shown, |_, _| false);
        let register = &self.inspector.readback.register;
        let mut parts = chains.iter().flat_map(number::Chain::parts).peekable();
        let has_digits = parts.peek().is_some();
        if has_digits && !parts.any(|(_, digits)| register.is_same(&digits, &number)) {
            let what = format!("{shown} → {number}");
            self.inspector
                .find(rules::OUTPUT_NUMBER.id, "differs", &what);
        }
    }

    fn attribute(&mut self, tag: &Tag<'t>, attribute: &Attribute<'t>) {
        let name = attribute.name.as_ref();
        let mut value = std::mem::take(&mut self.value);
        value.clear();
        if !decode::references(attribute.value, &mut value) {
            self.fault("reference", attribute.value);
        }
        if !value.is_ascii() && value.contains(|c| matches!(c, '\u{2066}'..='\u{2069}')) {
            self.inspector.find(rules::TRACE.id, "isolation", &value);
        }
        match name {
            "class" | "rel" | "type" | "width" | "height" | "hreflang" | "lang" | "dir"
            | "charset" | "viewBox" | "d" => {}
            "id" => {
                self.inspector.secrets(&value);
                self.ids.push((id_hash(&value), attribute.value));
            }
            "style" | "srcdoc" => self
                .inspector
                .find(rules::ACTIVE_CONTENT.id, "attribute", name),
            "href" | "xlink:href" | "src" | "poster" | "action" | "formaction" | "background"
            | "ping" | "cite" | "manifest" | "longdesc" => self.address(tag, name, &value),
            "data" if tag.name == "object" => self.address(tag, name, &value),
            "srcset" | "imagesrcset" => {
                for candidate in value.split(',') {
                    let address = candidate.split_whitespace().next().unwrap_or_default();
                    self.inspector.address(address, Role::Picture);
                }
            }
            "for" | "aria-labelledby" | "aria-describedby" | "aria-controls" | "aria-owns"
            | "headers" | "popovertarget" | "commandfor" | "list" => {
                for id in value.split_ascii_whitespace() {
                    self.inspector.reference(id);
                }
            }
            "alt" | "title" | "aria-label" | "aria-description" | "placeholder" | "value"
            | "label" | "summary" => {
                self.inspector.prose(&value, &[]);
                self.leftovers(&value);
            }
            "content" => self.meta(tag, &value),
            _ if name.len() > 2 && name.starts_with("on") => {
                self.inspector
                    .find(rules::ACTIVE_CONTENT.id, "attribute", name);
            }
            _ if name.starts_with("data-") => {
                self.inspector.prose(&value, &[]);
                self.inspector.encoded(&value);
                if value.contains('/') {
                    self.inspector.path_secrets(&value);
                }
            }
            _ => {}
        }
        self.value = value;
    }

    fn address(&mut self, tag: &Tag<'_>, name: &str, value: &str) {
        let role = match (tag.name.as_ref(), name) {
            ("a" | "area", "href") | (_, "cite") => Role::Link,
            ("link", _) => {
                let relations = tag.get("rel").unwrap_or_default();
                let mut relations = relations.split_ascii_whitespace();
                match relations.any(|own| LOADED.contains(&own.to_ascii_lowercase().as_str())) {
                    true if tag.get("rel") == Some("icon") => Role::Picture,
                    true => Role::Resource,
                    false => Role::Link,
                }
            }
            ("img" | "source" | "image" | "input" | "video", _) => Role::Picture,
            _ => Role::Resource,
        };
        let target = self.inspector.address(value, role);
        if tag.name == "script" && !self.is_own_script(&target) {
            self.inspector
                .find(rules::ACTIVE_CONTENT.id, "script", value);
        }
    }

    /// Whether a script is a file of the theme.
    fn is_own_script(&self, target: &Target) -> bool {
        let Target::File(file, _) = target else {
            return false;
        };
        let readback = self.inspector.readback;
        let route = readback.atlas.route(*file);
        let mut assets = readback.site.theme_assets.iter();
        assets.any(|assets| assets.values().any(|own| own == route))
    }

    fn meta(&mut self, tag: &Tag<'_>, value: &str) {
        let kind = tag.get("name").or_else(|| tag.get("property"));
        let kind = kind.unwrap_or_default().to_ascii_lowercase();
        let equivalent = tag.get("http-equiv").unwrap_or_default();
        if equivalent.eq_ignore_ascii_case("refresh") {
            self.is_aside = true;
            if let Some((_, address)) = value.split_once('=') {
                let target = self.inspector.address(address.trim(), Role::Link);
                if target == Target::Foreign {
                    self.inspector
                        .find(rules::FOREIGN_ORIGIN.id, "refresh", address);
                }
            }
            return;
        }
        match kind.as_str() {
            "generator" => self.inspector.find(rules::TRACE.id, "generator", value),
            "robots" => self.is_aside |= value.contains("noindex"),
            known if TECHNICAL.contains(&known) => {}
            _ if !equivalent.is_empty() => {}
            _ if value.starts_with("http://") || value.starts_with("https://") => {
                self.inspector.address(value, Role::Link);
            }
            _ => {
                self.inspector.prose(value, &[]);
                self.leftovers(value);
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
            "svg" | "math" => self.drawings = self.drawings.saturating_sub(1),
            _ => {}
        }
        while let Some((top, kind)) = self.open.pop() {
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
