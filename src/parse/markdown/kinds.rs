//! The engine's words for kinds of nodes.

use pulldown_cmark::{Alignment as EngineAlignment, BlockQuoteKind};

use crate::model::document::{Alert, Alignment};

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
