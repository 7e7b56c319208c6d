//! Inline: what stands in a line of text, and what is a block of its own.

use super::{Form, Kind, Node};

/// The elements of HTML that stand in a line of text.
pub const ELEMENTS: [&str; 17] = [
    "abbr", "b", "cite", "code", "em", "i", "kbd", "q", "s", "samp", "small", "span", "strong",
    "sub", "sup", "time", "u",
];

impl Kind {
    /// Whether it can stand in a line of text. `for` and `not-for` stand in lines and around blocks;
    /// what they hold tells: [`Node::is_inline`].
    pub fn is_inline(&self) -> bool {
        match self {
            Self::FootnoteReference(_)
            | Self::Text(_)
            | Self::Code(_)
            | Self::Emphasis
            | Self::Strong
            | Self::Strikethrough
            | Self::Link { .. }
            | Self::Image { .. }
            | Self::SoftBreak
            | Self::HardBreak
            | Self::Message { .. }
            | Self::For(_)
            | Self::NotFor(_) => true,
            Self::Element { name, .. } => ELEMENTS.contains(name),
            Self::Component(component) => component.form == Form::Inline,
            _ => false,
        }
    }
}

impl Node {
    /// Whether it is a part of a line.
    pub(super) fn is_inline(&self) -> bool {
        match &self.kind {
            Kind::For(_) | Kind::NotFor(_) => {
                !self.children.is_empty() && self.children.iter().all(Self::is_inline)
            }
            kind => kind.is_inline(),
        }
    }
}
