//! Holdings: what stands below a node, so that a walk that looks for few kinds of nodes passes over
//! what holds none of them.

use super::{Kind, Node};

/// What a walk looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// Every node.
    All = 1,
    /// References to footnotes.
    Reference = 2,
    /// Links and images.
    Address = 4,
    /// Headings.
    Heading = 8,
    /// What directives show: components and messages.
    Directive = 16,
}

impl Sought {
    /// Whether a node is what is looked for.
    pub(super) fn is(self, kind: &Kind) -> bool {
        kinds_of(kind) & self as u8 != 0
    }
}

/// What is known of all that stands below a node, whoever it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holding {
    /// Whether some of it is for some audiences only.
    pub is_selective: bool,
    /// How many words it has, by white space.
    pub words: u32,
    /// A bit for each thing that can be sought.
    kinds: u8,
}

impl Holding {
    /// What some siblings hold.
    pub fn of(nodes: &[Node]) -> Self {
        let mut holding = Self {
            is_selective: false,
            words: 0,
            kinds: 0,
        };
        for node in nodes {
            holding.is_selective |= node.is_selective();
            holding.words += words_of(&node.kind) + node.below.words;
            holding.kinds |= kinds_of(&node.kind) | node.below.kinds;
        }
        holding
    }

    /// Whether something of it is looked for.
    pub fn has(self, sought: Sought) -> bool {
        self.kinds & sought as u8 != 0
    }
}

fn kinds_of(kind: &Kind) -> u8 {
    let special = match kind {
        Kind::FootnoteReference(_) => Sought::Reference,
        Kind::Link { .. } | Kind::Image { .. } => Sought::Address,
        Kind::Heading { .. } => Sought::Heading,
        Kind::Component(_) | Kind::Message { .. } => Sought::Directive,
        _ => Sought::All,
    };
    Sought::All as u8 | special as u8
}

/// How many words a node says itself.
pub(super) fn words_of(kind: &Kind) -> u32 {
    match kind {
        Kind::Text(text) | Kind::Code(text) => count_words(text),
        _ => 0,
    }
}

fn count_words(text: &str) -> u32 {
    let mut is_behind_blank = true;
    let starts = text.bytes().map(|byte| {
        let is_blank = byte.is_ascii_whitespace();
        let is_start = is_behind_blank & !is_blank;
        is_behind_blank = is_blank;
        u32::from(is_start)
    });
    starts.sum()
}

#[cfg(test)]
mod tests {
    use super::count_words;

    #[test]
    fn words_are_counted_by_white_space() {
        for text in [
            "",
            " ",
            "a",
            " a  b\n",
            "uno, dos\ttres — cuatro",
            "a\u{a0}b",
        ] {
            let expected = text.split_ascii_whitespace().count();
            assert_eq!(count_words(text) as usize, expected, "{text:?}");
        }
    }
}
