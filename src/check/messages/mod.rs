//! Fluent messages: the same ones in every language, built from the same parts, each of use.
//!
//! What a page needs and does not find is told where it is used; these rules find it before that,
//! and what nobody would ever miss. A finding stands for a whole file.

mod audiences;
mod facts;
mod parity;
mod usage;
mod variants;

use crate::diagnostic::{Diagnostic, Place};
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::source::{SourcePath, Span};

/// What is wrong with the campaign's messages.
pub fn check(campaign: &Campaign, memo: &Memo) -> Vec<Diagnostic> {
    let mut faults = parity::check(campaign);
    faults.extend(audiences::check(campaign));
    faults.extend(usage::check(campaign, memo));
    faults
}

/// One finding for several messages of a file, in any order: at the first of the file, with its name and how many there are.
fn grouped(
    fault: Diagnostic,
    path: &SourcePath,
    mut messages: Vec<(&str, Span)>,
) -> Option<Diagnostic> {
    messages.sort_by_key(|(_, span)| *span);
    let (name, span) = *messages.first()?;
    let fault = fault
        .at(Place::new(path, span))
        .with("name", name)
        .with("count", messages.len());
    let others = messages.iter().skip(1);
    Some(fault.also_at(others.map(|(_, span)| Place::new(path, *span))))
}
