//! Documents: parsed Markdown with its directives, every node with its span.
//!
//! A [`Document`] holds what is written for every audience and shows nothing of it. The one way
//! in is [`Document::for_audience`]: a [`Reading`] walks what one audience may see, as if the rest
//! had never been written. HTML, text, headings, links and footnotes are all taken from a reading.

use std::collections::BTreeMap;

use crate::model::audience::AudienceId;
use crate::source::Span;

/// What a blockquote with a mark such as `> [!NOTE]` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    /// Worth knowing.
    Note,
    /// May help.
    Tip,
    /// Must be known.
    Important,
    /// Take care.
    Warning,
    /// Danger.
    Caution,
}

/// How the cells of a table column are aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the text runs.
    None,
    /// At the start.
    Start,
    /// In the middle.
    Center,
    /// At the end.
    End,
}

/// How a directive is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `:name[…]`, in a line of text.
    Inline,
    /// `::name{…}`, on a line of its own.
    Leaf,
    /// `::: name … :::`, around blocks.
    Container,
}

impl Form {
    /// The word that components are told.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Inline => "inline",
            Self::Leaf => "leaf",
            Self::Container => "container",
        }
    }
}

/// A value between the braces of a directive.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `title="Two words"`, `tone=calm`.
    String(String),
    /// `count=3`.
    Integer(i64),
    /// `share=0.5`.
    Float(f64),
    /// `open`, `open=true`.
    Boolean(bool),
}

/// `name=value` between the braces of a directive.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Literal,
    /// Where it stands.
    pub span: Span,
}

/// A directive that is not built in: a component of the theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Its name as written, such as `card`.
    pub name: String,
    /// Where the name stands.
    pub name_span: Span,
    /// What stands in brackets or behind the braces: the component's first argument.
    pub label: Option<Argument>,
    /// What stands in braces.
    pub arguments: Vec<Argument>,
    /// How it is written.
    pub form: Form,
}

/// What a node is. Children are read through [`Reading::children`].
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A paragraph.
    Paragraph,
    /// A heading of level 1 to 6, with the id that its author gave it.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The author's own id.
        id: Option<String>,
    },
    /// A quotation, or an alert.
    BlockQuote(Option<Alert>),
    /// Code on lines of its own, with its language.
    CodeBlock {
        /// The language.
        language: Option<String>,
        /// The code.
        text: String,
    },
    /// A list, with its first number when it is ordered.
    List {
        /// The first number.
        start: Option<u64>,
    },
    /// An item of a list, with its tick when it is a task.
    Item {
        /// Whether it is ticked.
        task: Option<bool>,
    },
    /// A table.
    Table(Vec<Alignment>),
    /// The head of a table, holding cells.
    TableHead,
    /// A row of a table, holding cells.
    TableRow,
    /// A cell.
    TableCell,
    /// A line across.
    ThematicBreak,
    /// A list of terms and what they mean.
    DefinitionList,
    /// A term of it.
    DefinitionTerm,
    /// What the term means.
    DefinitionDetails,
    /// What a footnote says, with its label.
    FootnoteDefinition(String),
    /// Where a footnote is referred to, with its label.
    FootnoteReference(String),
    /// Text, entities resolved.
    Text(String),
    /// Code in a line of text.
    Code(String),
    /// Stress.
    Emphasis,
    /// Strong stress.
    Strong,
    /// Struck out.
    Strikethrough,
    /// A link, to what its author wrote; `destination` has no scheme that could run code.
    Link {
        /// Where it leads.
        destination: String,
        /// Its title; empty when it has none.
        title: String,
    },
    /// An image, with what its author wrote; the children are its alternative text.
    Image {
        /// Where it is.
        destination: String,
        /// Its title; empty when it has none.
        title: String,
    },
    /// The end of a line in the source.
    SoftBreak,
    /// The end of a line in the output.
    HardBreak,
    /// An element written as HTML, of the allow-list of `parse::html`. What Markdown has a word
    /// for is that instead: `<a>` a link, `<img>` an image, `<h2>` a heading, `<br>` a break.
    Element {
        /// Its name.
        name: &'static str,
        /// Its attributes, their values not escaped.
        attributes: Vec<(&'static str, String)>,
    },
    /// `for`: what it holds is for these audiences.
    For(Vec<AudienceId>),
    /// `not-for`: what it holds is for every audience but these.
    NotFor(Vec<AudienceId>),
    /// `t`: a Fluent message with its arguments.
    Message {
        /// Its id.
        id: String,
        /// What its variables stand for.
        arguments: Vec<Argument>,
    },
    /// A component of the theme. Boxed, since it is large and most nodes are text.
    Component(Box<Component>),
}

/// A node of a document and the bytes it was written with.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Where it stands in the source of its translation.
    pub span: Span,
    children: Vec<Node>,
    /// Whether something in it is for some audiences only: most of a document is not, and is walked
    /// without asking.
    is_selective: bool,
}

impl Node {
    /// A node with these children.
    pub fn new(kind: Kind, span: impl Into<Span>, children: Vec<Self>) -> Self {
        let is_selection = matches!(kind, Kind::For(_) | Kind::NotFor(_));
        Self {
            is_selective: is_selection || children.iter().any(|child| child.is_selective),
            kind,
            span: span.into(),
            children,
        }
    }

    /// Whether something in it is for some audiences only.
    pub fn is_selective(&self) -> bool {
        self.is_selective
    }
}

/// The body of a translation, for all audiences at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    blocks: Vec<Node>,
}

impl Document {
    /// A document of these blocks. Footnote definitions stand among them.
    pub fn new(blocks: Vec<Node>) -> Self {
        Self { blocks }
    }

    /// What this audience may see of it.
    pub fn for_audience<'a>(&'a self, audience: &'a AudienceId) -> Reading<'a> {
        Reading {
            document: self,
            audience,
        }
    }
}

/// A document as one audience reads it.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    document: &'a Document,
    audience: &'a AudienceId,
}

/// A heading of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id, unique in the reading.
    pub id: String,
    /// Its text.
    pub text: String,
}

impl<'a> Reading<'a> {
    /// The audience that reads.
    pub fn audience(self) -> &'a AudienceId {
        self.audience
    }

    /// The blocks of the document. Footnote definitions are not among them:
    /// see [`Reading::footnotes`].
    pub fn blocks(self) -> impl Iterator<Item = &'a Node> {
        self.walk(&self.document.blocks)
            .filter(|node| !matches!(node.kind, Kind::FootnoteDefinition(_)))
    }

    /// The children of a node of this reading.
    pub fn children(self, node: &'a Node) -> impl Iterator<Item = &'a Node> {
        self.walk(&node.children)
    }

    /// Every node of the blocks, each before its children. Footnotes are left out.
    pub fn descendants(self) -> impl Iterator<Item = &'a Node> {
        let mut stack: Vec<&Node> = self.blocks().collect();
        stack.reverse();
        std::iter::from_fn(move || {
            let node = stack.pop()?;
            let from = stack.len();
            stack.extend(self.children(node));
            stack[from..].reverse();
            Some(node)
        })
    }

    /// Every node below `node`, each before its children.
    pub fn descendants_of(self, node: &'a Node) -> impl Iterator<Item = &'a Node> {
        let mut stack: Vec<&Node> = self.children(node).collect();
        stack.reverse();
        std::iter::from_fn(move || {
            let node = stack.pop()?;
            let from = stack.len();
            stack.extend(self.children(node));
            stack[from..].reverse();
            Some(node)
        })
    }

    /// The footnotes that something in this reading refers to, in the order of the first
    /// reference: label and definition. What only a dropped block refers to is not among them.
    pub fn footnotes(self) -> Vec<(&'a str, &'a Node)> {
        let mut found: Vec<(&str, &Node)> = Vec::new();
        let mut waiting: std::collections::VecDeque<&str> =
            self.descendants().filter_map(reference).collect();
        while let Some(label) = waiting.pop_front() {
            if found.iter().any(|(known, _)| *known == label) {
                continue;
            }
            if let Some(node) = self.definition(label) {
                found.push((label, node));
                waiting.extend(self.descendants_of(node).filter_map(reference));
            }
        }
        found
    }

    /// The headings in their order, each with an id that is unique in this reading.
    pub fn headings(self) -> Vec<Heading> {
        let mut ids = Ids::default();
        self.descendants()
            .filter_map(|node| match &node.kind {
                Kind::Heading { level, id } => {
                    let text = self.text(node);
                    Some(Heading {
                        level: *level,
                        id: ids.claim(id.as_deref(), &text),
                        text,
                    })
                }
                _ => None,
            })
            .collect()
    }

    /// The text of a node: what a reader would read aloud, without footnote marks. Messages and
    /// components are not part of it, since only `render` knows what they say.
    pub fn text(self, node: &'a Node) -> String {
        let mut text = String::new();
        self.append_text(node, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of the first paragraph that holds nothing but text, for lists and descriptions.
    pub fn first_paragraph(self) -> Option<String> {
        self.blocks()
            .filter(|node| node.kind == Kind::Paragraph)
            .filter(|node| {
                !self
                    .descendants_of(node)
                    .any(|node| matches!(node.kind, Kind::Message { .. } | Kind::Component(_)))
            })
            .map(|node| self.text(node))
            .find(|text| !text.is_empty())
    }

    /// How many words it has, by white space.
    pub fn words(self) -> usize {
        self.descendants()
            .map(|node| match &node.kind {
                Kind::Text(text) | Kind::Code(text) => text.split_ascii_whitespace().count(),
                _ => 0,
            })
            .sum()
    }

    fn append_text(self, node: &'a Node, text: &mut String) {
        match &node.kind {
            Kind::Text(own) | Kind::Code(own) => text.push_str(own),
            Kind::CodeBlock { text: own, .. } => text.push_str(own),
            Kind::SoftBreak | Kind::HardBreak => text.push(' '),
            _ => self
                .children(node)
                .for_each(|child| self.append_text(child, text)),
        }
    }

    /// Whether all that a node held is for others: then it goes too, since an empty item of a list
    /// would tell that something stands there. The cells of a table stay, for its columns' sake.
    fn is_vacated(self, node: &Node) -> bool {
        let goes = matches!(
            node.kind,
            Kind::Paragraph
                | Kind::Heading { .. }
                | Kind::BlockQuote(_)
                | Kind::List { .. }
                | Kind::Item { .. }
                | Kind::Emphasis
                | Kind::Strong
                | Kind::Strikethrough
                | Kind::Link { .. }
                | Kind::Element { .. }
        );
        goes && node.is_selective && self.is_blank(&node.children)
    }

    /// Whether nothing of these nodes would show.
    fn is_blank(self, nodes: &[Node]) -> bool {
        nodes.iter().all(|node| match &node.kind {
            Kind::For(audiences) if !audiences.contains(self.audience) => true,
            Kind::NotFor(audiences) if audiences.contains(self.audience) => true,
            Kind::For(_) | Kind::NotFor(_) => self.is_blank(&node.children),
            Kind::Text(text) => text.trim_ascii().is_empty(),
            Kind::SoftBreak | Kind::HardBreak => true,
            _ => self.is_vacated(node),
        })
    }

    fn definition(self, label: &str) -> Option<&'a Node> {
        self.walk(&self.document.blocks)
            .find(|node| matches!(&node.kind, Kind::FootnoteDefinition(own) if own == label))
    }

    fn walk(self, nodes: &'a [Node]) -> impl Iterator<Item = &'a Node> {
        let mut outer: Vec<std::slice::Iter<'a, Node>> = Vec::new();
        let mut current = nodes.iter();
        std::iter::from_fn(move || {
            loop {
                let Some(node) = current.next() else {
                    current = outer.pop()?;
                    continue;
                };
                let inside = match &node.kind {
                    Kind::For(audiences) => audiences.contains(self.audience),
                    Kind::NotFor(audiences) => !audiences.contains(self.audience),
                    _ if self.is_vacated(node) => false,
                    _ => return Some(node),
                };
                if inside {
                    outer.push(std::mem::replace(&mut current, node.children.iter()));
                }
            }
        })
    }
}

fn reference(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::FootnoteReference(label) => Some(label),
        _ => None,
    }
}

/// The ids that a reading has given out so far.
#[derive(Debug, Default)]
pub struct Ids {
    /// Each with the number to try next when it is claimed again.
    taken: BTreeMap<String, usize>,
}

impl Ids {
    /// The id of a heading: the author's own, or one made of its text; with a number behind it
    /// when an earlier heading has it.
    pub fn claim(&mut self, own: Option<&str>, text: &str) -> String {
        let base = own.map_or_else(|| id_of(text), str::to_owned);
        let Some(next) = self.taken.get(&base) else {
            self.taken.insert(base.clone(), 2);
            return base;
        };
        let mut number = *next;
        let mut id = format!("{base}-{number}");
        while self.taken.contains_key(&id) {
            number += 1;
            id = format!("{base}-{number}");
        }
        self.taken.insert(base, number + 1);
        self.taken.insert(id.clone(), 2);
        id
    }
}

/// Letters and digits of any script in lower case, the rest as single hyphens.
fn id_of(text: &str) -> String {
    let words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if words.is_empty() {
        "section".to_owned()
    } else {
        words.join("-")
    }
}
