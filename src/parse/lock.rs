//! `translations.lock` → what each translation was made from.
//!
//! A line that cannot be read is told and passed over, and the rest counts: a lost entry makes a
//! translation look older than it is, never newer.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::lock::{DIGITS, Lock};
use crate::model::page::{Page, PageKey};
use crate::parse::text;
use crate::rules;
use crate::source::{Source, SourcePath, Span};

/// What git writes around two versions of one place.
const CONFLICT: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Reads the file. What it says of files that no page has is told and left out.
pub fn parse(source: &Source, pages: &BTreeMap<PageKey, Arc<Page>>) -> Diagnosed<Lock> {
    let mut faults = Vec::new();
    let text = text::read(source, None).split_into(&mut faults);
    let mut lock = Lock::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let entry = line.trim();
        let span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        if entry.is_empty() || entry.starts_with('#') {
            continue;
        }
        if let Err(reason) = read(entry, pages, &mut lock) {
            faults.push(
                Diagnostic::new(&rules::BROKEN_LOCK)
                    .at(Place::new(&source.path, span))
                    .with("reason", reason),
            );
        }
    }
    Diagnosed::new(lock, faults)
}

/// Takes one entry in, or says why not.
fn read(
    entry: &str,
    pages: &BTreeMap<PageKey, Arc<Page>>,
    lock: &mut Lock,
) -> Result<(), &'static str> {
    if CONFLICT.iter().any(|mark| entry.starts_with(mark)) {
        return Err("conflict");
    }
    let (path, digest) = entry.rsplit_once(' ').ok_or("line")?;
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if digest.len() != DIGITS || !digest.bytes().all(is_digit) {
        return Err("line");
    }
    let path = SourcePath::new(path);
    let folder = path.folder().strip_prefix("content").unwrap_or("/");
    let page = pages.get(&PageKey::new(folder.trim_start_matches('/')));
    if !page.is_some_and(|page| page.translations.iter().any(|own| own.path == path)) {
        return Err("unknown-page");
    }
    if lock.add(path, digest) {
        Ok(())
    } else {
        Err("duplicate")
    }
}
