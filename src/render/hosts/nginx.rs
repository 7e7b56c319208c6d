//! What nginx (1.18 or later) is told, to be included in the `server` block of the site.
//!
//! `add_header` is not inherited by a block that has one of its own, so every one of them stands at
//! the level of the server, and what differs between files is a variable.

use std::fmt::Write;

use super::layout::{FEEDS, HIDDEN, Layout, MEDIA_TYPES, NotFound, TEXTS};
use crate::model::policy::{CACHE_CONTROL, Freshness};

macro_rules! put {
    ($out:expr, $($argument:tt)*) => {
        writeln!($out, $($argument)*).expect("a text takes any text")
    };
}

/// The lines for the `server` block.
pub fn server(layout: &Layout) -> String {
    let mut out = String::new();
    put!(out, "index index.html;\nautoindex off;");
    types(&mut out);
    caching(&mut out, layout);
    for header in &layout.headers {
        put!(
            out,
            "add_header {} \"{}\" always;",
            header.name,
            header.value
        );
    }
    put!(out, "add_header {CACHE_CONTROL} $campaign_cache always;");
    places(&mut out, layout);
    out
}

fn types(out: &mut String) {
    put!(out, "types {{");
    for (extension, media_type) in MEDIA_TYPES {
        put!(out, "  {media_type} {extension};");
    }
    put!(out, "}}\ndefault_type application/octet-stream;");
    // text/html is always among them, and may not be named twice.
    let texts: Vec<&str> = MEDIA_TYPES
        .iter()
        .filter(|(extension, _)| *extension != "html" && TEXTS.contains(extension))
        .map(|(_, media_type)| *media_type)
        .chain(FEEDS.map(|(_, media_type)| media_type))
        .collect();
    let texts = texts.join(" ");
    put!(out, "charset utf-8;\ncharset_types {texts};");
    put!(out, "gzip on;\ngzip_types {texts};");
}

/// `set` inside `if` is the one thing that is safe there, and this runs again for the page that
/// stands in for a missing file: what was not found is never kept.
fn caching(out: &mut String, layout: &Layout) {
    set(out, None, layout.usual());
    for (folder, freshness) in layout.unusual() {
        set(out, Some(&folder), freshness);
    }
    for folder in layout.assets() {
        set(out, Some(&folder), Freshness::Year);
    }
}

fn set(out: &mut String, folder: Option<&str>, freshness: Freshness) {
    let set = format!("set $campaign_cache \"{}\";", freshness.cache_control());
    match folder {
        None => put!(out, "{set}"),
        Some(folder) => put!(out, "if ($uri ~ \"^{folder}\") {{ {set} }}"),
    }
}

fn places(out: &mut String, layout: &Layout) {
    for NotFound { folder, page, .. } in layout.not_found() {
        // Inside, so that the page for the folder holds there too.
        let feeds: String = layout
            .with_feeds()
            .filter(|edition| layout.on_host(&edition.path) == folder)
            .flat_map(|_| FEEDS.map(|feed| location_of(&folder, feed)))
            .collect();
        put!(
            out,
            "location {folder} {{\n  error_page 404 {page};\n{feeds}}}"
        );
    }
    // What other hosts read names every audience, and each audience's folder has its own.
    for area in &layout.areas {
        let folder = layout.on_host(&area.path);
        for name in HIDDEN {
            put!(
                out,
                "location = {folder}{name} {{ error_page 404 {folder}404.html; return 404; }}"
            );
        }
    }
}

/// The media type of a feed, whose ending does not tell it.
fn location_of(folder: &str, (file, media_type): (&str, &str)) -> String {
    format!("  location = {folder}{file} {{ types {{ }} default_type {media_type}; }}\n")
}
