//! From a page to its source: the blocks of its text in their order, each with the line it stands
//! in. It is apart from the page, so that the page stays what `build` writes.

use serde::Serialize;

use super::page::source_of;
use crate::compile::Compiled;
use crate::model::document::Kind;
use crate::model::route::Route;
use crate::model::site::Recipe;
use crate::source::Snapshot;
use crate::world::report::Lines;

/// Enough of a text to tell a block by.
const BEGINNING: usize = 120;

/// The source of a page, block by block.
#[derive(Serialize)]
pub struct Map {
    path: String,
    blocks: Vec<Block>,
}

#[derive(Serialize)]
struct Block {
    /// The names that its element can have.
    tag: &'static str,
    /// How its text begins.
    text: String,
    /// How many characters its text has.
    length: usize,
    /// Its line, from 1.
    line: usize,
    /// Where it starts in the source: the same block of two editions has the same.
    start: usize,
}

/// The map of the page at `route`; none for a file that is not written in one source.
pub fn map(compiled: &Compiled, snapshot: &Snapshot, route: &Route) -> Option<Map> {
    let path = source_of(compiled, route)?;
    let Recipe::Page { edition, page, .. } = compiled.site.entries.get(route)?.recipe else {
        return None;
    };
    let edition = &compiled.site.editions[edition];
    let translation = compiled.campaign.translation(&edition.pages[page])?;
    let source = snapshot.get(path.as_str())?;
    let text = source.text().ok()?;
    let lines = Lines::new(text.as_bytes());
    let reading = translation
        .document()
        .for_audience(&edition.edition.audience);
    let blocks = reading
        .descendants()
        .filter_map(|node| {
            let tag = tag(&node.kind)?;
            let text = reading.text(node);
            Some(Block {
                tag,
                length: text.chars().count(),
                text: text.chars().take(BEGINNING).collect(),
                line: lines.position(node.span.start)?.line,
                start: node.span.start,
            })
        })
        .collect();
    Some(Map {
        path: path.to_string(),
        blocks,
    })
}

fn tag(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Paragraph => Some("p"),
        Kind::Heading { .. } => Some("h"),
        Kind::Item { .. } => Some("li"),
        Kind::TableRow | Kind::TableHead => Some("tr"),
        Kind::CodeBlock { .. } => Some("pre"),
        Kind::DefinitionTerm => Some("dt"),
        Kind::DefinitionDetails => Some("dd"),
        _ => None,
    }
}
