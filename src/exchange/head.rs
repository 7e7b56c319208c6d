//! Heads: the front matter of a translation, with texts that it did not have, or as a new file begins.

use crate::exchange::EntryKind;
use crate::exchange::edit::{Edit, string};
use crate::exchange::page::Slot;
use crate::model::front_matter::{Extra, FrontMatter};
use crate::model::head::{Bounds, Syntax};
use crate::model::page::Translation;
use crate::source::Span;

/// The head of a translation that gets texts, one after the other.
pub struct Head<'a> {
    translation: &'a Translation,
    text: &'a str,
    /// Whether a table for the template's texts was begun.
    has_extra: bool,
}

impl<'a> Head<'a> {
    /// The head of a translation whose whole file is `text`.
    pub fn new(translation: &'a Translation, text: &'a str) -> Self {
        Self {
            translation,
            text,
            has_extra: translation.front.spans.contains_key("extra"),
        }
    }

    /// Puts in a text that stands in the original at `slot`, which belongs to a page of `front`.
    pub fn state(&mut self, slot: &Slot, translation: &str, front: &FrontMatter) -> Option<Edit> {
        let value = string(translation);
        match (slot.kind, self.is_toml()) {
            (EntryKind::Description, true) => self.below_title(&format!("description = {value}")),
            (EntryKind::Description, false) => self.below_title(&format!("description: {value}")),
            (EntryKind::Label, true) => self.below_title(&menu(front, &value)),
            (EntryKind::Label, false) => {
                let menu = front.nav.as_ref().map_or("main", |entry| &entry.menu);
                let menu = string(menu);
                self.below_title(&format!("nav:\n  menu: {menu}\n  title: {value}"))
            }
            (EntryKind::Extra, true) => {
                self.in_extra(&format!("{} = {value}", slot.name), "[extra]")
            }
            (EntryKind::Extra, false) => {
                self.in_extra(&format!("  {}: {value}", slot.name), "extra:")
            }
            _ => None,
        }
    }

    /// Writes the name of the one who read the translation over the one that stands there, or into
    /// a line of its own.
    pub fn sign(&self, name: &str) -> Edit {
        let value = string(name);
        if let Some(span) = self.translation.front.spans.get("reviewed_by") {
            return Edit {
                span: *span,
                written: value,
            };
        }
        let line = match self.is_toml() {
            true => format!("reviewed_by = {value}"),
            false => format!("reviewed_by: {value}"),
        };
        if let Some(edit) = self.below_title(&line) {
            return edit;
        }
        // The head of a variant may say nothing, or there may be none.
        let (end, written) = match Bounds::find(self.text) {
            Some(head) => (head.mark.end, format!("\n{line}")),
            None => (0, format!("+++\nreviewed_by = {value}\n+++\n")),
        };
        Edit {
            span: Span::new(end, end),
            written,
        }
    }

    fn is_toml(&self) -> bool {
        Bounds::find(self.text).is_some_and(|head| head.syntax == Syntax::Toml)
    }

    fn below_title(&self, line: &str) -> Option<Edit> {
        let title = self.translation.front.spans.get("title")?;
        Some(Edit {
            span: Span::new(title.end, title.end),
            written: format!("\n{line}"),
        })
    }

    /// Behind what the table has, or in a table at the end of the head.
    fn in_extra(&mut self, line: &str, table: &str) -> Option<Edit> {
        let spans = self.translation.front.spans.iter();
        let inner = spans.filter(|(key, _)| key.starts_with("extra."));
        let last = inner.map(|(_, span)| span.end).max();
        if let Some(end) = last {
            return Some(Edit {
                span: Span::new(end, end),
                written: format!("\n{line}"),
            });
        }
        let end = Bounds::find(self.text)?.inner.end;
        let begin = match std::mem::replace(&mut self.has_extra, true) {
            true => String::new(),
            false => format!("{table}\n"),
        };
        Some(Edit {
            span: Span::new(end, end),
            written: format!("{begin}{line}\n"),
        })
    }
}

fn menu(front: &FrontMatter, title: &str) -> String {
    let menu = front.nav.as_ref().map_or("main", |entry| &entry.menu);
    format!("nav = {{ menu = {}, title = {title} }}", string(menu))
}

/// The head of a new translation: the words of the original, for what belongs to the page is
/// inherited; and what its template knows.
pub fn skeleton(originals: &[Slot], front: &FrontMatter) -> String {
    let mut head = String::from("+++\n");
    for slot in originals {
        let value = string(&slot.text);
        match slot.kind {
            EntryKind::Title => head.push_str(&format!("title = {value}\n")),
            EntryKind::Description => head.push_str(&format!("description = {value}\n")),
            EntryKind::Label => head.push_str(&format!("{}\n", menu(front, &value))),
            EntryKind::Extra | EntryKind::Unit(_) | EntryKind::Message => {}
        }
    }
    if !front.extra.is_empty() {
        head.push_str("[extra]\n");
    }
    for (key, value) in &front.extra {
        head.push_str(&format!("{} = {}\n", string(key), written(value)));
    }
    head + "+++\n"
}

/// A value as TOML writes it in one line.
fn written(value: &Extra) -> String {
    match value {
        Extra::Boolean(truth) => truth.to_string(),
        Extra::Integer(number) => number.to_string(),
        Extra::Float(number) => format!("{number:?}"),
        Extra::String(text) => string_as_it_is(text),
        Extra::Array(values) => {
            let values: Vec<String> = values.iter().map(written).collect();
            format!("[{}]", values.join(", "))
        }
        Extra::Table(table) => {
            let entries = table.iter();
            let entries =
                entries.map(|(key, value)| format!("{} = {}", string(key), written(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

fn string_as_it_is(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
