//! Files that are no pages: feeds and maps, drawings, JSON and lines of text.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::readback::crossing::id_hash;
use crate::readback::decode;
use crate::readback::inspector::{Inspector, Role};
use crate::readback::markup::{Dialect, Flaw, Reader, Tag, read};
use crate::readback::sheet::css;
use crate::rules;

/// Reads the strings of a file of JSON.
pub fn json(inspector: &mut Inspector<'_>, text: &str) {
    match serde_json::from_str(text) {
        Ok(value) => strings(inspector, &value, None),
        Err(_) => inspector.find(rules::OUTPUT_STRUCTURE.id, "json", ""),
    }
}

/// `lines` are those of which the value is said to be about.
fn strings(inspector: &mut Inspector<'_>, value: &Value, lines: Option<&BTreeSet<String>>) {
    match value {
        Value::String(text) => string(inspector, text),
        Value::Array(values) => values
            .iter()
            .for_each(|value| strings(inspector, value, lines)),
        Value::Object(members) => {
            let name = members.get("name").and_then(Value::as_str);
            let readback = inspector.readback;
            let named = name.and_then(|name| readback.register.lines_named(name.trim()));
            let lines = named.or(lines);
            for (key, value) in members {
                inspector.secrets(key);
                match value.as_str() {
                    Some(number) if is_telephone(key, lines.is_some()) => {
                        inspector.telephone(number, lines);
                    }
                    _ => strings(inspector, value, lines),
                }
            }
        }
        // A number of digits is a number, however it is typed.
        Value::Number(number) => inspector.numbers(&number.to_string(), &[]),
        Value::Null | Value::Bool(_) => {}
    }
}

/// Whether a member holds a number to call, however short: in schema.org by its name, in Open
/// Referral by its name below that of a line.
fn is_telephone(key: &str, is_of_line: bool) -> bool {
    key == "telephone" || key == "number" && is_of_line
}

/// A text of a file for machines: an address, a path, or something that a reader gets to see.
fn string(inspector: &mut Inspector<'_>, text: &str) {
    if is_address(text) {
        inspector.address(text, Role::Link);
        return;
    }
    inspector.prose(text, &[]);
    inspector.encoded(text);
    if text.contains('/') && !text.contains(' ') {
        inspector.path_secrets(text);
    }
}

fn is_address(text: &str) -> bool {
    ["http://", "https://", "tel:", "sms:"]
        .iter()
        .any(|start| text.starts_with(start))
        && !text.contains(char::is_whitespace)
}

/// Which file in XML it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Xml {
    /// A feed or a map of the site.
    Data,
    /// A drawing.
    Svg,
}

/// Reads a file of XML.
pub fn xml(inspector: &mut Inspector<'_>, text: &str, kind: Xml) {
    let mut file = XmlFile {
        inspector,
        kind,
        open: Vec::new(),
        said: String::new(),
    };
    read(text, Dialect::Xml, &mut file);
    if let Some(name) = file.open.pop() {
        file.inspector
            .find(rules::OUTPUT_STRUCTURE.id, "nesting", &name);
    }
}

struct XmlFile<'i, 'a> {
    inspector: &'i mut Inspector<'a>,
    kind: Xml,
    open: Vec<String>,
    /// What a text of a drawing says so far, over all its parts.
    said: String,
}

impl XmlFile<'_, '_> {
    /// A text of a drawing ends where an element begins or ends that does not stand in a line.
    fn end_text(&mut self, name: &str) {
        let said = std::mem::take(&mut self.said);
        if matches!(name, "tspan" | "textPath" | "a") {
            self.said = said;
            self.said.push(' ');
        } else if !said.trim().is_empty() {
            string(self.inspector, said.trim());
        }
    }

    fn value(&mut self, name: &str, value: &str) {
        let is_own_grammar = name == "xmlns" || name.starts_with("xmlns:");
        match name {
            _ if is_own_grammar => {}
            "href" | "xlink:href" | "src" => {
                let role = match self.kind {
                    Xml::Data => Role::Link,
                    Xml::Svg => Role::Picture,
                };
                self.inspector.address(value, role);
            }
            "id" => {
                self.inspector.secrets(value);
                self.inspector.account.ids.push(id_hash(value));
            }
            "title" | "label" | "term" | "aria-label" => self.inspector.prose(value, &[]),
            _ if self.kind == Xml::Svg && name.starts_with("on") => {
                self.inspector
                    .find(rules::ACTIVE_CONTENT.id, "attribute", name);
            }
            _ if value.contains("url(") => css(self.inspector, value),
            _ => {}
        }
    }
}

impl<'a> Reader<'a> for XmlFile<'_, '_> {
    fn text(&mut self, raw: &'a str) {
        let mut text = String::new();
        if !decode::references(raw, &mut text) {
            self.inspector
                .find(rules::OUTPUT_STRUCTURE.id, "reference", raw.trim());
        }
        let text = text.trim();
        match self.open.last().map(String::as_str) {
            _ if text.is_empty() => {}
            Some("style") => css(self.inspector, text),
            _ if self.kind == Xml::Svg => self.said.push_str(text),
            _ => string(self.inspector, text),
        }
    }

    fn raw(&mut self, _: &str, text: &'a str) {
        self.inspector.prose(text, &[]);
    }

    fn open(&mut self, tag: &Tag<'a>) {
        let name = tag.name.as_ref();
        let local = name.rsplit(':').next().unwrap_or(name);
        if self.kind == Xml::Svg && matches!(local, "script" | "foreignObject" | "handler") {
            self.inspector
                .find(rules::ACTIVE_CONTENT.id, "inline", name);
        }
        self.end_text(local);
        for attribute in &tag.attributes {
            let mut value = String::new();
            decode::references(attribute.value, &mut value);
            if self.kind == Xml::Data && value.contains(|c| matches!(c, '\u{2066}'..='\u{2069}')) {
                self.inspector.find(rules::TRACE.id, "isolation", &value);
            }
            self.value(&attribute.name, &value);
        }
        if !tag.is_empty {
            self.open.push(name.to_owned());
        }
    }

    fn close(&mut self, name: &str) {
        self.end_text(name.rsplit(':').next().unwrap_or(name));
        if self.open.pop().as_deref() != Some(name) {
            self.inspector
                .find(rules::OUTPUT_STRUCTURE.id, "nesting", name);
        }
    }

    fn comment(&mut self, text: &'a str) {
        self.inspector.find(rules::TRACE.id, "comment", text);
        self.inspector.prose(text, &[]);
    }

    fn flaw(&mut self, flaw: Flaw, at: &'a str) {
        let excerpt: String = at.chars().take(40).collect();
        self.inspector
            .find(rules::OUTPUT_STRUCTURE.id, flaw.as_str(), &excerpt);
    }
}

/// Reads lines of text, such as robots.txt.
pub fn lines(inspector: &mut Inspector<'_>, text: &str) {
    for line in text.lines() {
        for word in line.split_whitespace() {
            if is_address(word) {
                inspector.address(word, Role::Link);
            } else if word.contains('/') {
                inspector.path_secrets(word);
            }
        }
        let rest: Vec<&str> = line
            .split_whitespace()
            .filter(|word| !is_address(word))
            .collect();
        inspector.prose(&rest.join(" "), &[]);
    }
}
