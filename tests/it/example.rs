//! The example campaign of this repository, as sources and as one audience may know it.

use std::path::Path;
use std::sync::OnceLock;

use campaign::compile::Compiled;
use campaign::source::{Snapshot, Source};
use campaign::world::disk;

/// The sources of the example.
pub fn sources() -> Snapshot {
    static SOURCES: OnceLock<Snapshot> = OnceLock::new();
    let read = || {
        let read = disk::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        assert_eq!(read.diagnostics, []);
        read.value
    };
    SOURCES.get_or_init(read).clone()
}

/// The sources, with other text wherever the audience at `audience` may not see it: pages it does
/// not have are gone, files it does not read have another body and other words in front, and so
/// have blocks and messages for others.
pub fn seen_by(sources: &Snapshot, compiled: &Compiled, audience: usize) -> Snapshot {
    let id = compiled.campaign.settings.audiences[audience].id.as_str();
    let editions = || {
        let all = compiled.site.editions.iter();
        all.filter(|edition| edition.audience == audience)
    };
    let is_read = |path: &str| {
        let mut pages = editions().flat_map(|edition| &edition.pages);
        pages.any(|page| page.source.as_ref().is_some_and(|own| own.as_str() == path))
    };
    let has_page = |folder: &str| {
        let mut pages = editions().flat_map(|edition| &edition.pages);
        pages.any(|page| {
            folder.trim_start_matches("content").trim_start_matches('/') == page.key.as_str()
        })
    };
    let seen = sources.iter().filter_map(|source| {
        let path = source.path.as_str();
        let changed = match source.path.extension() {
            Some("md") if !has_page(source.path.folder()) => return None,
            Some("md") if !is_read(path) => unread(text_of(source)),
            Some("md") => without_selections(text_of(source), id),
            Some("ftl") if path.starts_with("locales/") => without_variants(text_of(source), id),
            _ => return Some(source.clone()),
        };
        Some(Source::new(path, changed.into_bytes()))
    });
    Snapshot::new(seen)
}

fn text_of(source: &Source) -> &str {
    std::str::from_utf8(&source.bytes).unwrap()
}

const OTHER: &str = "Something else entirely";

/// A file that the audience does not read: what belongs to the page stays, its words do not.
fn unread(text: &str) -> String {
    let (head, _) = text[3..].split_once("\n+++").unwrap();
    let mut out = String::from("+++");
    let mut is_extra = false;
    for line in head.lines() {
        is_extra |= line == "[extra]";
        let is_words = is_extra || line.starts_with("title") || line.starts_with("description");
        match line.split_once(" = \"") {
            Some((key, _)) if is_words => out.push_str(&format!("{key} = \"{OTHER}\"\n")),
            _ => out.push_str(&format!("{line}\n")),
        }
    }
    out + &format!("+++\n\n# {OTHER}\n\n{OTHER}[^1]\n\n[^1]: {OTHER}\n")
}

/// The text with other words in the blocks that are not for the audience.
fn without_selections(text: &str, audience: &str) -> String {
    let mut out = String::new();
    let mut hidden: Option<usize> = None;
    for line in text.lines() {
        let colons = line.bytes().take_while(|byte| *byte == b':').count();
        if let Some(fence) = hidden {
            if line.trim_end() != ":".repeat(fence) {
                continue;
            }
            out.push_str(&format!("## {OTHER}\n\n- {OTHER}\n\n"));
            hidden = None;
        } else if colons >= 3 {
            let words: Vec<&str> = line[colons..].split_whitespace().collect();
            let is_for_us = match words.first() {
                Some(&"for") => words.contains(&audience),
                Some(&"not-for") => !words.contains(&audience),
                _ => true,
            };
            hidden = (!is_for_us).then_some(colons);
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// The messages with other words in the variants that are not for the audience.
fn without_variants(text: &str, audience: &str) -> String {
    let mut out = String::new();
    let mut selector: Vec<&str> = Vec::new();
    for line in text.lines() {
        if line.contains("$audience ->") {
            selector = vec![""];
        } else if line.trim() == "}" {
            selector.clear();
        }
        let variant = line
            .trim_start()
            .trim_start_matches('*')
            .strip_prefix('[')
            .and_then(|rest| rest.split_once(']'));
        let is_hidden = variant.is_some_and(|(name, _)| match name {
            "other" => selector.contains(&audience),
            name => name != audience,
        });
        if let Some((name, _)) = variant {
            selector.push(name);
        }
        match line.split_once("] ") {
            Some((before, _)) if is_hidden && selector.first() == Some(&"") => {
                out.push_str(&format!("{before}] {OTHER}\n"));
            }
            _ => out.push_str(&format!("{line}\n")),
        }
    }
    out
}
