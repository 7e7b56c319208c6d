//! A collector: reads one text as each of its readers does, and gathers what it says.

use std::collections::BTreeMap;

use super::{Gathered, Passage, Placed, Role, Weight, strings};
use crate::diagnostic::Place;
use crate::model::audience::{Audience, AudienceId};
use crate::model::document::{Form, Kind, Literal, Node, Reading};
use crate::model::front_matter::FrontMatter;
use crate::model::page::Translation;
use crate::readback::elements;
use crate::readback::hidden::Audiences;
use crate::source::Span;

/// With fewer words, several blocks begin alike.
const SHORTEST_START: usize = 3;

/// Gathers the passages of one translation.
pub(super) struct Collector {
    gathered: Gathered,
}

impl Collector {
    /// What a translation says, which has a page for `readers`.
    pub(super) fn gather(
        translation: &Translation,
        readers: Audiences,
        audiences: &[Audience],
    ) -> Gathered {
        let mut collector = Self {
            gathered: Gathered {
                path: translation.path.clone(),
                passages: Vec::new(),
                placed: Vec::new(),
                links: Vec::new(),
            },
        };
        collector.front_matter(&translation.front, readers);
        // Somebody whom no directive can name reads what all `not-for` leave.
        let nobody = AudienceId::new("\0");
        // A block for everybody is read once, for all who read it.
        let mut common: BTreeMap<(usize, usize), Common<'_>> = BTreeMap::new();
        let everyone = audiences.iter().map(|audience| &audience.id);
        for (index, audience) in everyone.chain([&nobody]).enumerate() {
            let bit = if index < audiences.len() {
                1 << index
            } else {
                0
            };
            let reading = translation.document().for_audience(audience);
            let blocks = reading.blocks().map(|node| (node, Role::Block));
            // Notes stand where the theme puts them.
            let notes = reading.footnotes().into_iter();
            let notes = notes.map(|(_, node)| (node, Role::Other));
            for (node, role) in blocks.chain(notes) {
                if node.is_selective() {
                    collector.block(reading, node, role, bit & readers);
                    continue;
                }
                let key = (node.span.start, node.span.end);
                let block = common.entry(key).or_insert(Common {
                    node,
                    reading,
                    role,
                    readers: 0,
                });
                block.readers |= bit;
            }
        }
        for block in common.into_values() {
            collector.block(
                block.reading,
                block.node,
                block.role,
                block.readers & readers,
            );
        }
        collector.gathered
    }

    fn add(&mut self, text: &str, visible: Audiences, span: Span, weight: Weight) {
        self.push(text, visible, span, weight, Role::Other);
    }

    fn push(&mut self, text: &str, visible: Audiences, span: Span, weight: Weight, role: Role) {
        let place = Place::new(&self.gathered.path, span);
        let mut passage = Passage::new(text, visible, place, weight);
        let is_telling = match role {
            Role::Block => passage.weight == Weight::Whole,
            Role::Start => passage.words.len() >= SHORTEST_START,
            Role::Other => false,
        };
        if is_telling {
            passage.role = role;
        }
        if !passage.words.is_empty() {
            self.gathered.passages.push(passage);
        }
    }

    fn front_matter(&mut self, front: &FrontMatter, visible: Audiences) {
        let span = |key: &str| front.spans.get(key).copied().unwrap_or_default();
        let mut add = |key: &str, text: &str| self.add(text, visible, span(key), Weight::Whole);
        add("title", &front.title);
        for (key, text) in [
            ("description", &front.description),
            ("slug", &front.slug),
            ("image", &front.image),
        ] {
            text.iter().for_each(|text| add(key, text));
        }
        let label = front.nav.as_ref().and_then(|entry| entry.label.as_ref());
        label.iter().for_each(|label| add("nav", label));
        for address in &front.redirect_from {
            address
                .split('/')
                .for_each(|part| add("redirect_from", part));
        }
        for value in front.extra.values() {
            strings(value, &mut |text| add("extra", text));
        }
    }

    /// The texts of a block: one for each block in it that holds text itself.
    fn block(&mut self, reading: Reading<'_>, node: &Node, role: Role, visible: Audiences) {
        let mut line = Line {
            collector: self,
            visible,
            role,
            is_exact: true,
            is_start: true,
            text: String::new(),
            span: node.span,
            weight: Weight::Whole,
        };
        line.read(reading, node);
        line.end(Weight::Whole);
    }
}

/// A block that everybody reads alike.
struct Common<'a> {
    node: &'a Node,
    reading: Reading<'a>,
    role: Role,
    readers: Audiences,
}

/// What has been read of the text of one block.
struct Line<'c> {
    collector: &'c mut Collector,
    visible: Audiences,
    role: Role,
    /// Whether a page says no more here than the text: a reference to a note puts its number in, a
    /// task what its tick means.
    is_exact: bool,
    /// Whether nothing stood before it in its block.
    is_start: bool,
    text: String,
    span: Span,
    /// Whether something stood before it that only `render` knows.
    weight: Weight,
}

impl Line<'_> {
    fn read(&mut self, reading: Reading<'_>, node: &Node) {
        match &node.kind {
            Kind::Text(text) | Kind::Code(text) => self.text.push_str(text),
            Kind::SoftBreak | Kind::HardBreak => self.text.push(' '),
            Kind::FootnoteReference(_) => self.refer(),
            Kind::CodeBlock { text, .. } => self.apart(text, node.span),
            Kind::Message { arguments, .. } => {
                self.cut();
                for argument in arguments {
                    self.literal(&argument.value, argument.span);
                }
            }
            Kind::Component(component) => {
                self.cut();
                if component.form != Form::Inline && self.visible != 0 {
                    self.collector.gathered.placed.push(Placed {
                        component: (**component).clone(),
                        visible: self.visible,
                        span: (self.role != Role::Other).then_some(node.span),
                    });
                }
                for argument in component.label.iter().chain(&component.arguments) {
                    self.literal(&argument.value, argument.span);
                }
                self.children(reading, node);
                self.cut();
            }
            Kind::Image { destination, title } => {
                self.cut();
                self.apart(title, node.span);
                self.file_name(destination, node.span);
                self.children(reading, node);
                self.cut();
            }
            Kind::Link { destination, title } => {
                self.apart(title, node.span);
                self.file_name(destination, node.span);
                self.children(reading, node);
            }
            Kind::Heading { id, .. } => {
                self.end(Weight::Whole);
                id.iter().for_each(|id| self.apart(id, node.span));
                self.inner(reading, node);
            }
            Kind::Emphasis | Kind::Strong | Kind::Strikethrough => self.children(reading, node),
            Kind::Element { name, .. } if elements::Kind::of(name).is_inline() => {
                self.children(reading, node)
            }
            _ => self.inner(reading, node),
        }
    }

    /// A block in a block.
    fn inner(&mut self, reading: Reading<'_>, node: &Node) {
        self.end(Weight::Whole);
        self.is_exact &= !matches!(node.kind, Kind::Item { task: Some(_) });
        let around = std::mem::replace(&mut self.span, node.span);
        self.children(reading, node);
        self.end(Weight::Whole);
        self.span = around;
    }

    fn children(&mut self, reading: Reading<'_>, node: &Node) {
        reading
            .children(node)
            .for_each(|child| self.read(reading, child));
    }

    /// Something stands here that only `render` knows: what is before and behind it are parts.
    fn cut(&mut self) {
        self.weight = Weight::Part;
        self.end(Weight::Part);
    }

    /// The page says the number of a note here.
    fn refer(&mut self) {
        if self.is_start && self.is_exact && self.role == Role::Block {
            let text = self.text.clone();
            self.collector
                .push(&text, self.visible, self.span, Weight::Part, Role::Start);
        }
        self.is_exact = false;
    }

    fn end(&mut self, next: Weight) {
        let is_start = std::mem::replace(&mut self.is_start, next == Weight::Whole);
        if self.text.trim().is_empty() {
            self.text.clear();
            self.weight = next;
            return;
        }
        let is_exact = std::mem::replace(&mut self.is_exact, true);
        let role = match (self.role, next) {
            (Role::Block, _) if !is_exact => Role::Other,
            (Role::Block, Weight::Part) if is_start => Role::Start,
            (Role::Block, Weight::Part) => Role::Other,
            (role, _) => role,
        };
        self.collector
            .push(&self.text, self.visible, self.span, self.weight, role);
        self.text.clear();
        self.weight = next;
    }

    fn apart(&mut self, text: &str, span: Span) {
        self.collector.add(text, self.visible, span, Weight::Whole);
    }

    fn literal(&mut self, value: &Literal, span: Span) {
        if let Literal::String(text) = value {
            self.apart(text, span);
        }
    }

    /// The name of a file beside a page. Other destinations are addresses of pages, which have
    /// slugs of their own, or of other sites.
    fn file_name(&mut self, destination: &str, span: Span) {
        if destination.contains(':') {
            // Somebody else's address is a text as well: it tells what the block speaks of.
            self.apart(destination, span);
            self.collector.gathered.links.push(destination.to_owned());
            return;
        }
        let path = destination.split(['#', '?']).next().unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        if name.contains('.') && !name.ends_with(".md") {
            self.apart(name, span);
        }
    }
}
