//! What is open while a document is built.

use super::marks::Fence;
use crate::model::document::{Kind, Node};
use crate::source::Span;

/// How deep nodes may lie in each other: far more than anybody writes, and little enough that
/// trees can be walked and dropped by recursion.
pub(super) const LIMIT: usize = 100;

/// Why something is open.
#[derive(Debug)]
pub(super) enum Origin {
    /// The document itself.
    Root,
    /// A tag of the engine.
    Markdown(Kind),
    /// A tag of the engine that goes; its children stay.
    Transparent,
    /// A directive that encloses nodes.
    Directive {
        kind: Kind,
        name: String,
        fence: Fence,
    },
    /// An HTML element. What of its attributes its kind has no room for is kept on a span inside.
    Element {
        name: String,
        kind: Kind,
        rest: Vec<(&'static str, String)>,
    },
    /// An HTML element that goes with its children.
    Discarded(String),
}

/// Something open: its children are still coming.
#[derive(Debug)]
pub(super) struct Frame {
    /// Why it is open.
    pub origin: Origin,
    /// What was written to open it; for the engine's tags, the whole.
    pub span: Span,
    /// What it holds so far.
    pub children: Vec<Node>,
    /// How many footnotes were defined before it: dropped with it, those after them are too.
    pub footnotes: usize,
    /// How many of them end with the last selection of blocks.
    pub blocks: usize,
    /// Whether a block of HTML or a directive stands in it, so that its bare text is a paragraph.
    pub is_loose: bool,
}

impl Frame {
    /// Whether the engine closes it.
    pub(super) fn is_engine_made(&self) -> bool {
        matches!(
            self.origin,
            Origin::Root | Origin::Markdown(_) | Origin::Transparent
        )
    }

    /// Whether it is a directive with this fence.
    pub(super) fn has_fence(&self, wanted: Fence) -> bool {
        matches!(self.origin, Origin::Directive { fence, .. } if fence == wanted)
    }

    /// The name of the HTML element that it is.
    pub(super) fn element(&self) -> Option<&str> {
        match &self.origin {
            Origin::Element { name, .. } | Origin::Discarded(name) => Some(name),
            _ => None,
        }
    }
}
