//! Documents: parsed Markdown with its directives, every node with its span.
//!
//! A [`Document`] holds what is written for every audience and shows nothing of it. The one way
//! in is [`Document::for_audience`]: a [`Reading`] walks what one audience may see, as if the rest
//! had never been written. HTML, text, headings, links and footnotes are all taken from a reading.

mod constants;
mod folding;
mod holding;
mod ids;
pub mod inline;
mod marks;
mod reading;
mod rewording;
mod units;

pub use constants::{Constant, constants_of, missing};
pub use holding::Sought;
pub use ids::Ids;
pub use marks::{Mark, MarkKind};
pub use reading::{Heading, Reading, Run};
pub use rewording::Rewording;
pub use units::{Unit, UnitKind};

use self::holding::Holding;
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

impl Alert {
    /// The word for it, as its author writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
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
    /// What it holds, itself aside.
    below: Holding,
}

impl Node {
    /// A node with these children.
    pub fn new(kind: Kind, span: impl Into<Span>, children: Vec<Self>) -> Self {
        Self {
            below: Holding::of(&children),
            kind,
            span: span.into(),
            children,
        }
    }

    /// Whether something in it is for some audiences only: most of a document is not, and is walked
    /// without asking.
    pub fn is_selective(&self) -> bool {
        self.below.is_selective || matches!(self.kind, Kind::For(_) | Kind::NotFor(_))
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

    /// Whether something in it is for some audiences only.
    pub fn is_selective(&self) -> bool {
        self.blocks.iter().any(Node::is_selective)
    }

    /// Whether something in it was written as HTML, where blank lines make other blocks than people
    /// see.
    pub fn holds_html(&self) -> bool {
        fn is_html(node: &Node) -> bool {
            matches!(node.kind, Kind::Element { .. }) || node.children.iter().any(is_html)
        }
        self.blocks.iter().any(is_html)
    }

    /// What this audience may see of it.
    pub fn for_audience<'a>(&'a self, audience: &'a AudienceId) -> Reading<'a> {
        Reading::new(self, audience)
    }
}
