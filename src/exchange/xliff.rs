//! XLIFF 2.1, the format of translation agencies: a catalogue written, a translator's file read.
//!
//! Core only. The Markdown of a text stands in it as text: what must stay is named in a note, and
//! looked after when the file comes back.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::exchange::notes::Notes;
use crate::exchange::{Answer, Catalogue, Entry, Progress, Return};
use crate::render::xml::Xml;
use crate::rules;
use crate::source::{SourcePath, Span};

/// The namespace of every version 2.
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// The state of a text that is still to be translated.
const INITIAL: &str = "initial";

/// What is more to say of one whose original has changed since.
const OUTDATED: &str = "campaign:outdated";

/// The category of the note that says how many texts went out.
const COUNT: &str = "texts";

/// White space counts in a text.
const PRESERVE: [(&str, &str); 1] = [("xml:space", "preserve")];

/// Writes a catalogue.
pub fn write(catalogue: &Catalogue) -> String {
    let mut xml = Xml::new();
    let root = [
        ("xmlns", NAMESPACE),
        ("version", "2.1"),
        ("srcLang", catalogue.source.as_str()),
        ("trgLang", catalogue.target.as_str()),
    ];
    let count = catalogue.entries.len().to_string();
    xml.element("xliff", &root, |xml| {
        let files = catalogue
            .entries
            .chunk_by(|one, next| one.file == next.file);
        for (at, entries) in files.enumerate() {
            let id = format!("f{}", at + 1);
            let file = [("id", id.as_str()), ("original", entries[0].file.as_str())];
            xml.element("file", &file, |xml| {
                let mut notes = vec![(COUNT, count.clone())];
                notes.extend(
                    entries[0]
                        .preview
                        .clone()
                        .map(|address| ("preview", address)),
                );
                write_notes(&notes, xml);
                entries.iter().for_each(|entry| write_unit(entry, xml));
            });
        }
    });
    String::from_utf8(xml.into_bytes()).expect("what is written is text")
}

fn write_notes(notes: &[(&str, String)], xml: &mut Xml) {
    xml.element("notes", &[], |xml| {
        for (category, note) in notes {
            xml.text("note", &[("category", category)], note);
        }
    });
}

fn write_unit(entry: &Entry, xml: &mut Xml) {
    let name = format!("{}:{}", entry.file, entry.line);
    xml.element("unit", &[("id", &entry.id), ("name", &name)], |xml| {
        let mut notes = vec![(
            "kind",
            Notes::of(&entry.source).kind(entry.kind, &entry.name),
        )];
        notes.extend((!entry.fences.is_empty()).then(|| ("audience", entry.fences.join(", "))));
        notes.extend((!entry.constants.is_empty()).then(|| ("keep", entry.constants.join(" | "))));
        write_notes(&notes, xml);
        let states: &[_] = match entry.progress {
            _ if entry.translation.is_empty() => &[("state", INITIAL)],
            Progress::Ready => &[("state", "translated")],
            _ => &[("state", INITIAL), ("subState", OUTDATED)],
        };
        xml.element("segment", states, |xml| {
            xml.text("source", &PRESERVE, &entry.original);
            if !entry.translation.is_empty() {
                xml.text("target", &PRESERVE, &entry.translation);
            }
        });
    });
}

/// Reads a translator's file. What can be read is read.
///
/// # Faults
/// BROKEN_EXCHANGE.
pub fn read(path: &SourcePath, text: &str) -> Diagnosed<Return> {
    let mut reader = Reader::from_str(text);
    let mut reading = Reading::default();
    loop {
        let start = position(&reader, text);
        let event = match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => event,
            Err(_) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(start);
                return broken(reading, path, "xml", Span::new(at, at + 1));
            }
        };
        let span = Span::new(start, position(&reader, text));
        if let Err(reason) = reading.event(&event, span) {
            return broken(reading, path, reason, span);
        }
    }
    if !reading.open.is_empty() || !reading.is_xliff {
        let end = text.trim_end().len();
        let reason = match reading.is_xliff {
            true => "xml",
            false => "xliff",
        };
        return broken(reading, path, reason, Span::new(end.saturating_sub(1), end));
    }
    Diagnosed::clean(reading.back)
}

fn position(reader: &Reader<&[u8]>, text: &str) -> usize {
    usize::try_from(reader.buffer_position()).map_or(text.len(), |at| at.min(text.len()))
}

fn broken(
    reading: Reading,
    path: &SourcePath,
    reason: &'static str,
    span: Span,
) -> Diagnosed<Return> {
    let fault = Diagnostic::new(&rules::BROKEN_EXCHANGE)
        .at(Place::new(path, span))
        .with("reason", reason);
    Diagnosed::new(reading.back, vec![fault])
}

/// A file as far as it has been read.
#[derive(Default)]
struct Reading {
    is_xliff: bool,
    /// The elements that are open.
    open: Vec<String>,
    /// The unit that is open.
    unit: Option<Answer>,
    /// Whether the note that is open says how many texts went out.
    counts: bool,
    back: Return,
}

impl Reading {
    fn event(&mut self, event: &Event<'_>, span: Span) -> Result<(), &'static str> {
        match event {
            Event::Start(tag) => {
                self.start(tag, span)?;
                self.open.push(name(tag));
            }
            Event::Empty(tag) => self.start(tag, span)?,
            Event::End(_) => {
                if self.open.pop().as_deref() == Some("unit") {
                    self.back.answers.extend(self.unit.take());
                }
            }
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(data) => self.text(&data.xml10_content()),
            Event::GeneralRef(reference) => self.text(&resolved(reference).ok_or("xml")?),
            // A definition of entities could make a text of anything.
            Event::DocType(_) => return Err("xml"),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: &BytesStart<'_>, span: Span) -> Result<(), &'static str> {
        let attribute = |name: &str| attribute(tag, name);
        match &*name(tag) {
            "xliff" if self.open.is_empty() => {
                self.is_xliff = attribute("xmlns").as_deref() == Some(NAMESPACE);
                self.back.target = attribute("trgLang");
                if !self.is_xliff {
                    return Err("xliff");
                }
            }
            _ if self.open.is_empty() => return Err("xliff"),
            "unit" => {
                self.unit = Some(Answer {
                    id: attribute("id").ok_or("xliff")?,
                    span,
                    translation: String::new(),
                    progress: Progress::Ready,
                });
            }
            "target" => {
                if let Some(unit) = &mut self.unit {
                    unit.span = span;
                }
            }
            "segment" => {
                let is = |name, value| attribute(name).as_deref() == Some(value);
                if let Some(unit) = &mut self.unit
                    && is("state", INITIAL)
                    && is("subState", OUTDATED)
                {
                    unit.progress = Progress::Unconfirmed;
                }
            }
            "note" => self.counts = attribute("category").as_deref() == Some(COUNT),
            _ => {}
        }
        Ok(())
    }

    /// A translator's program may cut a unit into segments and mark parts of them: what stands in
    /// their targets, one after the other, is the translation.
    fn text(&mut self, text: &str) {
        if self.open.iter().any(|name| name == "target") {
            if let Some(unit) = &mut self.unit {
                unit.translation.push_str(text);
            }
        } else if self.counts && self.open.last().is_some_and(|name| name == "note") {
            self.back.count = text.trim().parse().ok().or(self.back.count);
        }
    }
}

fn name(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_owned()
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(
        attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()?
            .into_owned(),
    )
}

/// What a reference stands for: a character, or one of the five names of XML.
fn resolved(reference: &BytesRef<'_>) -> Option<String> {
    if let Some(c) = reference.resolve_char_ref().ok()? {
        return Some(c.to_string());
    }
    let text = match &*reference.xml10_content() {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    };
    Some(text.to_owned())
}
