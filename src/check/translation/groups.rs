//! Groups: which passages of a translation belong to which of its original.
//!
//! Where both are built alike, block belongs to block; else section to section; else all of the one
//! to all of the other.

use crate::check::passage::{Passage, PassageKind};
use crate::model::document::UnitKind;

use super::Pair;

/// Passages of the original and of the translation that belong together.
pub type Group<'p, 'a> = (Vec<&'p Passage<'a>>, Vec<&'p Passage<'a>>);

/// The passages of both sides, group by group.
pub fn groups<'p, 'a>(pair: &'p Pair<'a>) -> Vec<Group<'p, 'a>> {
    let [original, translation] = [&pair.original.all, &pair.translation.all];
    let front = |passages: &'p [Passage<'a>], key: &str| {
        let is_it =
            |passage: &&Passage<'_>| matches!(passage.kind, PassageKind::Front(own) if own == key);
        passages.iter().find(is_it)
    };
    let mut groups: Vec<Group<'p, 'a>> = ["title", "description"]
        .iter()
        .filter_map(|key| Some((vec![front(original, key)?], vec![front(translation, key)?])))
        .collect();
    let [theirs, ours] = [original, translation].map(|passages| in_sections(passages));
    let levels = |sections: &[Vec<&Passage<'_>>]| -> Vec<Option<PassageKind>> {
        let first = sections.iter().map(|section| section.first());
        first
            .map(|first| first.map(|first| first.kind).filter(is_heading))
            .collect()
    };
    if levels(&theirs) != levels(&ours) {
        groups.push((theirs.concat(), ours.concat()));
        return groups;
    }
    for (theirs, ours) in theirs.into_iter().zip(ours) {
        if is_built_alike(&theirs, &ours) {
            let blocks = theirs.into_iter().zip(ours);
            groups.extend(blocks.map(|(their, our)| (vec![their], vec![our])));
        } else {
            groups.push((theirs, ours));
        }
    }
    groups
}

fn is_heading(kind: &PassageKind) -> bool {
    matches!(kind, PassageKind::Unit(UnitKind::Heading(_)))
}

fn is_built_alike(theirs: &[&Passage<'_>], ours: &[&Passage<'_>]) -> bool {
    let shape = |passage: &&Passage<'_>| (passage.kind, passage.fences.len());
    theirs.iter().map(shape).eq(ours.iter().map(shape))
}

/// The blocks of the body, parted before each heading.
pub fn in_sections<'p, 'a>(passages: &'p [Passage<'a>]) -> Vec<Vec<&'p Passage<'a>>> {
    let mut sections = vec![Vec::new()];
    for passage in passages {
        if matches!(passage.kind, PassageKind::Front(_)) {
            continue;
        }
        if is_heading(&passage.kind) {
            sections.push(Vec::new());
        }
        let last = sections.last_mut().expect("there is a first section");
        last.push(passage);
    }
    sections
}
