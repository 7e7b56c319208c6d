//! `_headers` and `_redirects`, for Netlify and Cloudflare Pages.
//!
//! A path that several rules match gets the headers of all of them, and both hosts join values of
//! one header with a comma. So the headers of the table stand in one rule for everything, and rules
//! with a `Cache-Control` never overlap.
//!
//! An address in the folder of an audience, but in no language, that leads nowhere (`/help/no`) is
//! therefore sent with the host's own `Cache-Control`: a rule for the whole folder would take in its
//! assets, and a reader with little data would pay for them again on every page.

use std::fmt::Write;

use super::layout::{Area, FEEDS, Layout};
use crate::model::policy::{CACHE_CONTROL, Freshness};

/// The file `_headers`.
pub fn headers(layout: &Layout) -> String {
    let mut out = String::from("/*\n");
    for header in &layout.headers {
        line(&mut out, header.name, &header.value);
    }
    for area in &layout.areas {
        caching(&mut out, area);
        types(&mut out, area);
    }
    out
}

fn caching(out: &mut String, area: &Area) {
    let path = &area.path;
    let own = ["", "index.html", "404.html"].map(|file| format!("{path}{file}"));
    let editions = area
        .editions
        .iter()
        .map(|edition| format!("{}*", edition.path));
    for pattern in own.into_iter().chain(editions) {
        rule(out, &pattern, CACHE_CONTROL, &area.pages.cache_control());
    }
    if area.has_assets {
        let pattern = format!("{}*", area.assets());
        rule(
            out,
            &pattern,
            CACHE_CONTROL,
            &Freshness::Year.cache_control(),
        );
    }
}

/// The media types that neither host can tell from the ending of a name.
fn types(out: &mut String, area: &Area) {
    for edition in area.editions.iter().filter(|edition| edition.has_feeds) {
        for (file, media_type) in FEEDS {
            let pattern = format!("{}{file}", edition.path);
            rule(
                out,
                &pattern,
                "Content-Type",
                &format!("{media_type}; charset=utf-8"),
            );
        }
    }
}

fn rule(out: &mut String, pattern: &str, name: &str, value: &str) {
    out.push_str(pattern);
    out.push('\n');
    line(out, name, value);
}

fn line(out: &mut String, name: &str, value: &str) {
    writeln!(out, "  {name}: {value}").expect("a text takes any text");
}

/// The file `_redirects`: Netlify shows the nearest page for an address that leads nowhere only when
/// told so. Cloudflare Pages finds it by itself, and skips these lines with a remark. Both put a
/// folder at the root of a host.
pub fn redirects(layout: &Layout) -> String {
    let mut out = String::new();
    for found in layout.not_found() {
        let folder = &found.folder[layout.base.len()..];
        let page = &found.page[layout.base.len()..];
        // The page at the root is found without a rule.
        if folder != "/" {
            writeln!(out, "{folder}* {page} 404").expect("a text takes any text");
        }
    }
    out
}
