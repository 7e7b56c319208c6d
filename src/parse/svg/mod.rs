//! A drawing from `content/` → the same drawing with nothing in it that could run, call out, or tell
//! who drew it.
//!
//! SVG can hold programs, and every list of what to take out of it was incomplete one day. So a
//! drawing is not cleaned but written anew, from a list of elements and attributes that draw
//! ([`vocabulary`]). What an editor leaves behind is passed over in silence; what could do harm is an
//! error at its position, because a drawing that has lost a part is not what somebody drew. The home
//! of the XML reader.

mod style;
mod vocabulary;

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer, XmlVersion};

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::parse::text;
use crate::rules;
use crate::source::{Source, Span};

use vocabulary::{NAMESPACE, TextIs};

/// Deeper than any editor nests groups; a browser keeps a place in memory for each.
const DEEPEST: usize = 128;

/// The longest side that is stated to a browser, and the size of a drawing that states none: that of
/// any replaced element (CSS 2.2 §10.3.2).
const LONGEST: f64 = 16_383.0;
const UNSTATED: (f64, f64) = (300.0, 150.0);

/// A drawing that may be published.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The file.
    pub bytes: Vec<u8>,
    /// Across, in units of its own.
    pub width: u32,
    /// Down.
    pub height: u32,
}

/// Writes a drawing anew.
pub fn parse(source: &Source) -> Diagnosed<Drawing> {
    let mut faults = Vec::new();
    let text = text::read(source, None).split_into(&mut faults);
    let mut rewriter = Rewriter {
        source,
        writer: Writer::new(Vec::new()),
        open: Vec::new(),
        span: Span::default(),
        size: None,
        faults,
    };
    rewriter.rewrite(&text);
    rewriter.finish()
}

/// An element that is open.
struct Open {
    name: &'static str,
    text: TextIs,
}

struct Rewriter<'a> {
    source: &'a Source,
    writer: Writer<Vec<u8>>,
    open: Vec<Open>,
    /// Where the event stands that is looked at.
    span: Span,
    /// Set by the outermost element.
    size: Option<(f64, f64)>,
    faults: Vec<Diagnostic>,
}

/// What becomes of an element and everything in it.
enum Fate {
    Written,
    PassedOver,
}

impl Rewriter<'_> {
    fn rewrite(&mut self, text: &str) {
        let mut reader = Reader::from_str(text);
        // How many elements are open that are passed over.
        let mut hidden = 0usize;
        loop {
            let start = position(&reader);
            let event = reader.read_event();
            self.span = Span::new(start, position(&reader).max(start));
            let Ok(event) = event else {
                return self.malformed();
            };
            match event {
                Event::Eof if hidden == 0 && self.open.is_empty() => return,
                Event::Eof => return self.malformed(),
                Event::Start(_) if hidden > 0 => hidden += 1,
                Event::End(_) if hidden > 0 => hidden -= 1,
                _ if hidden > 0 => {}
                Event::Start(element) => match self.start(&element) {
                    Fate::Written => {}
                    Fate::PassedOver => hidden = 1,
                },
                Event::Empty(element) => match self.start(&element) {
                    Fate::Written => self.end(),
                    Fate::PassedOver => {}
                },
                Event::End(_) => self.end(),
                Event::Text(text) => self.text(&text.xml_content(XmlVersion::Implicit1_0)),
                Event::CData(text) => self.text(&text.xml_content(XmlVersion::Implicit1_0)),
                Event::GeneralRef(reference) => self.reference(&reference),
                Event::DocType(_) => self.refuse("doctype", "DOCTYPE"),
                Event::PI(instruction) => self.refuse("instruction", instruction.target()),
                Event::Decl(_) | Event::Comment(_) => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Fate {
        let name = element.name().into_inner().to_owned();
        let is_root = self.open.is_empty();
        if is_root && (name != "svg" || self.size.is_some()) {
            self.malformed();
            return Fate::PassedOver;
        }
        if vocabulary::is_left_behind(&name) {
            return Fate::PassedOver;
        }
        let Some(known) = vocabulary::element(&name) else {
            self.refuse("element", &name);
            return Fate::PassedOver;
        };
        if self.open.len() >= DEEPEST {
            self.refuse("nesting", &name);
            return Fate::PassedOver;
        }
        let mut attributes = self.attributes(element);
        if is_root {
            self.frame(&mut attributes);
        }
        if known.is_animation && !is_harmless_animation(&attributes) {
            self.refuse("animation", &name);
            return Fate::PassedOver;
        }
        let own = attributes
            .iter()
            .map(|(name, value)| (*name, value.as_str()));
        self.write(Event::Start(
            BytesStart::new(known.name).with_attributes(own),
        ));
        self.open.push(Open {
            name: known.name,
            text: known.text,
        });
        Fate::Written
    }

    fn end(&mut self) {
        if let Some(open) = self.open.pop() {
            self.write(Event::End(BytesEnd::new(open.name)));
        }
    }

    /// The attributes that draw, each once. Declarations of a `style` attribute become attributes.
    fn attributes(&mut self, element: &BytesStart<'_>) -> Vec<(&'static str, String)> {
        let mut kept = Vec::new();
        let mut styled = Vec::new();
        let mut attributes = element.attributes();
        for attribute in attributes.with_checks(true) {
            let Ok(attribute) = attribute else {
                self.malformed();
                continue;
            };
            let Some(value) = self.value(&attribute) else {
                continue;
            };
            let name = attribute.key.into_inner();
            if name == "style" {
                for (property, value) in style::declarations(&value) {
                    self.keep(property, value, &mut styled);
                }
            } else if name == "xmlns" && value != NAMESPACE {
                self.refuse("namespace", &value);
            } else {
                self.keep(name, &value, &mut kept);
            }
        }
        // What a style says goes before what an attribute says (CSS 2.2 §6.4.4).
        kept.retain(|(name, _)| !styled.iter().any(|(other, _)| other == name));
        kept.extend(styled);
        kept
    }

    /// The value of an attribute, its references resolved.
    fn value(&mut self, attribute: &Attribute<'_>) -> Option<String> {
        match attribute.normalized_value(XmlVersion::Implicit1_0) {
            Ok(value) => Some(value.into_owned()),
            Err(_) => {
                self.refuse("entity", &attribute.value);
                None
            }
        }
    }

    fn keep(&mut self, name: &str, value: &str, kept: &mut Vec<(&'static str, String)>) {
        let local = name.rsplit(':').next().unwrap_or(name);
        if local.len() > 2 && local[..2].eq_ignore_ascii_case("on") {
            return self.refuse("attribute", name);
        }
        let known = match local {
            "href" if !value.starts_with('#') => return self.refuse("address", value),
            "href" => Some("href"),
            _ => vocabulary::attribute(name),
        };
        let Some(known) = known else { return };
        if let Some(reason) = style::danger(value) {
            return self.refuse(reason, value);
        }
        match kept.iter_mut().find(|(other, _)| *other == known) {
            // `href` goes before `xlink:href` (SVG 2 §16.1.3), and a later declaration before an
            // earlier one.
            Some((_, old)) if !name.contains(':') => value.clone_into(old),
            Some(_) => {}
            None => kept.push((known, value.to_owned())),
        }
    }

    /// The namespace of the outermost element, its size, and the box that lets it have any size.
    fn frame(&mut self, attributes: &mut Vec<(&'static str, String)>) {
        let find = |name: &str| attributes.iter().find(|(other, _)| *other == name);
        let side = |name: &str| find(name).and_then(|(_, value)| length(value));
        let boxed = find("viewBox").and_then(|(_, value)| view_box(value));
        let stated = side("width").zip(side("height"));
        if let (None, Some((width, height))) = (boxed, stated) {
            attributes.push(("viewBox", format!("0 0 {width} {height}")));
        }
        attributes.insert(0, ("xmlns", NAMESPACE.to_owned()));
        self.size = Some(boxed.or(stated).unwrap_or(UNSTATED));
    }

    fn text(&mut self, text: &str) {
        match self.open.last().map(|open| open.text) {
            Some(TextIs::Read) => self.write(Event::Text(BytesText::new(text))),
            Some(TextIs::Style) => match style::sheet_danger(text) {
                Some(reason) => self.refuse(reason, text.trim()),
                None => self.write(Event::Text(BytesText::new(text))),
            },
            Some(TextIs::Nothing) | None => {}
        }
    }

    fn reference(&mut self, reference: &quick_xml::events::BytesRef<'_>) {
        let resolved = match reference.resolve_char_ref() {
            Ok(Some(character)) => Some(character.to_string()),
            _ => quick_xml::escape::resolve_predefined_entity(reference).map(str::to_owned),
        };
        match (resolved, self.open.last().map(|open| open.text)) {
            (None, _) => self.refuse("entity", reference),
            // A reference could split a word that the list knows.
            (Some(_), Some(TextIs::Style)) => self.refuse("style", reference),
            (Some(text), _) => self.text(&text),
        }
    }

    fn refuse(&mut self, reason: &str, name: &str) {
        let name: String = name.chars().take(60).collect();
        let fault = Diagnostic::new(&rules::UNSAFE_SVG)
            .at(Place::new(&self.source.path, self.span))
            .with("reason", reason)
            .with("name", name);
        self.faults.push(fault);
    }

    fn malformed(&mut self) {
        let fault = Diagnostic::new(&rules::BROKEN_IMAGE)
            .at(Place::new(&self.source.path, self.span))
            .with("name", self.source.path.file_name())
            .with("reason", "malformed");
        self.faults.push(fault);
    }

    fn write(&mut self, event: Event<'_>) {
        self.writer
            .write_event(event)
            .expect("writing to memory does not fail");
    }

    /// The drawing. One that is at fault has no bytes: half a drawing is nobody's.
    fn finish(mut self) -> Diagnosed<Drawing> {
        if self.size.is_none() && self.faults.is_empty() {
            self.malformed();
        }
        let (width, height) = self.size.unwrap_or(UNSTATED);
        let drawing = Drawing {
            bytes: match self.faults.is_empty() {
                true => self.writer.into_inner(),
                false => Vec::new(),
            },
            width: whole(width),
            height: whole(height),
        };
        Diagnosed::new(drawing, self.faults)
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// An animation of what draws; one of an address could lead anywhere.
fn is_harmless_animation(attributes: &[(&'static str, String)]) -> bool {
    let target = attributes.iter().find(|(name, _)| *name == "attributeName");
    target.is_some_and(|(_, name)| vocabulary::attribute(name).is_some_and(vocabulary::is_drawn))
}

/// A length in pixels.
fn length(value: &str) -> Option<f64> {
    let number = value.trim().trim_end_matches("px").parse().ok()?;
    Some(number).filter(|number: &f64| number.is_finite() && *number > 0.0)
}

/// Width and height of the box.
fn view_box(value: &str) -> Option<(f64, f64)> {
    let numbers: Vec<&str> = value
        .split([' ', ',', '\t', '\n'])
        .filter(|part| !part.is_empty())
        .collect();
    let [_, _, width, height] = numbers[..] else {
        return None;
    };
    length(width).zip(length(height))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between one and fourteen bits"
)]
fn whole(side: f64) -> u32 {
    side.round().clamp(1.0, LONGEST) as u32
}

#[cfg(test)]
mod tests;
