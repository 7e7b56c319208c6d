//! Kinds of nodes, and the words of the engine for them.

use pulldown_cmark::{Alignment as EngineAlignment, BlockQuoteKind};

use crate::model::document::{Alert, Alignment, Form, Kind};
use crate::parse::html;

/// Whether it stands in a line of text.
pub(super) fn is_inline(kind: &Kind) -> bool {
    match kind {
        Kind::FootnoteReference(_)
        | Kind::Text(_)
        | Kind::Code(_)
        | Kind::Emphasis
        | Kind::Strong
        | Kind::Strikethrough
        | Kind::Link { .. }
        | Kind::Image { .. }
        | Kind::SoftBreak
        | Kind::HardBreak
        | Kind::Message { .. }
        // Those around blocks are told apart by where they were closed.
        | Kind::For(_)
        | Kind::NotFor(_) => true,
        Kind::Element { name, .. } => !html::is_block(name),
        Kind::Component(component) => component.form == Form::Inline,
        _ => false,
    }
}

pub(super) fn alert_of(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

pub(super) fn alignment_of(alignment: &EngineAlignment) -> Alignment {
    match alignment {
        EngineAlignment::None => Alignment::None,
        EngineAlignment::Left => Alignment::Start,
        EngineAlignment::Center => Alignment::Center,
        EngineAlignment::Right => Alignment::End,
    }
}
