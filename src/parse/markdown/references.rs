//! Links that take their address from a definition elsewhere: `[text][label]` and `[label]: /page/`.
//!
//! To the engine a definition holds in the whole text, whatever it stands in. One inside a
//! selection would show its address and title to those who may not see the selection, so only links
//! in the same selection may use it.

use pulldown_cmark::{Event, LinkType, Tag};

use crate::diagnostic::{Diagnostic, Place};
use crate::parse::directive::Grammar;
use crate::rules::HIDDEN_DEFINITION;
use crate::source::Span;

/// A link or image and the definition it uses.
#[derive(Debug)]
pub(super) struct Reference {
    /// What the definition is called.
    pub label: String,
    /// The link.
    pub span: Span,
    /// The definition.
    pub definition: Span,
}

/// The label of the definition that an event refers to.
pub(super) fn label<'a>(event: &'a Event<'_>) -> Option<&'a str> {
    let (Event::Start(Tag::Link { link_type, id, .. })
    | Event::Start(Tag::Image { link_type, id, .. })) = event
    else {
        return None;
    };
    let refers = matches!(
        link_type,
        LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
    );
    refers.then_some(&**id)
}

/// Reports the links whose definitions stand in one of `selections` that they do not stand in.
pub(super) fn check(
    references: &[Reference],
    selections: &[Span],
    grammar: &Grammar<'_>,
    sink: &mut Vec<Diagnostic>,
) {
    for reference in references {
        let hides = |selection: &&Span| {
            holds(**selection, reference.definition) && !holds(**selection, reference.span)
        };
        let Some(selection) = selections.iter().find(hides) else {
            continue;
        };
        sink.push(
            Diagnostic::new(&HIDDEN_DEFINITION)
                .at(Place::new(grammar.path, reference.span))
                .also(Place::new(grammar.path, start_of(*selection, grammar)))
                .with("name", &reference.label),
        );
    }
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The first line of a selection.
fn start_of(selection: Span, grammar: &Grammar<'_>) -> Span {
    let first = grammar.text[selection.range()].lines().next();
    Span::new(selection.start, selection.start + first.map_or(0, str::len))
}
