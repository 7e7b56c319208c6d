//! A file of the site → an answer: what `build` would write, and one marked script in pages.
//!
//! While a page's own source cannot be understood, or the page cannot be rendered, its reader gets
//! it as it last was, and the script shows what is wrong.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

use super::address::{self, Found};
use super::desk::{Desk, Kept, Preview, breaks};
use super::media::media_type;
use crate::compile::Compiled;
use crate::diagnostic::{Diagnosed, Diagnostic, Severity};
use crate::model::route::Route;
use crate::model::site::{Asset, EditionPage, Recipe};
use crate::render::file::File;
use crate::source::SourcePath;

/// A page as the preview shows it.
pub struct Shown {
    /// Its bytes, without the script.
    pub bytes: Arc<[u8]>,
    /// Whether it is older than its sources.
    pub is_kept: bool,
    /// What is wrong with it and its own source.
    pub faults: Vec<Diagnostic>,
}

/// Answers a request for `path`.
pub fn answer(desk: &Desk, preview: &Preview, path: &str) -> Response {
    let Some(compiled) = &preview.compiled else {
        return blank(StatusCode::SERVICE_UNAVAILABLE, preview);
    };
    let site = &compiled.site;
    match address::find(site, path) {
        Found::File(route) => file(desk, preview, compiled, &route, StatusCode::OK),
        Found::Folder(address) => redirect(&address),
        Found::Nothing => {
            let name = address::decode(path).unwrap_or_default();
            if let Some((route, asset)) = desk.kept_asset(&name) {
                let file = compiled.make(&asset).value;
                return respond(StatusCode::OK, &route, file.bytes);
            }
            match address::not_found(site, &compiled.campaign, path) {
                Some(route) => file(desk, preview, compiled, &route, StatusCode::NOT_FOUND),
                None => blank(StatusCode::NOT_FOUND, preview),
            }
        }
    }
}

fn file(
    desk: &Desk,
    preview: &Preview,
    compiled: &Compiled,
    route: &Route,
    status: StatusCode,
) -> Response {
    let shown = show(desk, preview, compiled, route);
    if !is_page(route) {
        return respond(status, route, shown.bytes.to_vec());
    }
    if shown.bytes.is_empty() {
        return blank(StatusCode::INTERNAL_SERVER_ERROR, preview);
    }
    respond(status, route, with_script(&shown.bytes, preview.revision))
}

/// The file at a route of the site, as good as it can be had.
pub fn show(desk: &Desk, preview: &Preview, compiled: &Compiled, route: &Route) -> Shown {
    let Diagnosed { value, diagnostics } = compiled
        .render(route)
        .expect("a route of the site has a file");
    let source = source_of(compiled, route);
    // A page is shown before the bodies of all others are read.
    let inside = page_of(compiled, route).map_or_else(Vec::new, |page| compiled.look_inside(page));
    let is_broken = source
        .is_some_and(|source| preview.is_broken(source) || breaks(&inside, source))
        || diagnostics
            .iter()
            .any(|fault| fault.severity == Severity::Error);
    // What an older snapshot says of places is said of texts that are others by now.
    let mut faults = match preview.current() {
        Some(_) => [diagnostics, inside].concat(),
        None => Vec::new(),
    };
    let about_source = |fault: &&Diagnostic| {
        let place = fault.place.as_ref();
        place.is_some_and(|place| source == Some(&place.path))
    };
    let known = preview.faults.iter().chain(&preview.swept.faults);
    faults.extend(known.filter(about_source).cloned());
    crate::diagnostic::sort(&mut faults);
    faults.dedup();
    if is_broken && let Some(kept) = desk.kept(route.as_str()) {
        return Shown {
            bytes: kept.bytes,
            is_kept: true,
            faults,
        };
    }
    let bytes: Arc<[u8]> = value.bytes.as_slice().into();
    if !is_broken && is_page(route) {
        let page = Kept {
            bytes: Arc::clone(&bytes),
            assets: assets_of(compiled, &value),
            revision: preview.revision,
        };
        desk.keep(route, page);
    }
    Shown {
        bytes,
        is_kept: false,
        faults,
    }
}

/// The source that a page is written in.
pub fn source_of<'a>(compiled: &'a Compiled, route: &Route) -> Option<&'a SourcePath> {
    page_of(compiled, route)?.source.as_ref()
}

fn page_of<'a>(compiled: &'a Compiled, route: &Route) -> Option<&'a EditionPage> {
    match compiled.site.entries.get(route)?.recipe {
        Recipe::Page { edition, page, .. } => Some(&compiled.site.editions[edition].pages[page]),
        _ => None,
    }
}

/// The assets that a page refers to, and those that these refer to.
fn assets_of(compiled: &Compiled, file: &File) -> Vec<(Route, Asset)> {
    let offered = &compiled.site.offered;
    let direct = file.references.iter();
    let further = direct
        .clone()
        .filter_map(|route| offered.get(route))
        .flat_map(|asset| &asset.references);
    direct
        .chain(further)
        .filter_map(|route| Some((route.clone(), offered.get(route)?.clone())))
        .collect()
}

fn is_page(route: &Route) -> bool {
    route.as_str().ends_with(".html")
}

/// The page with the one script that keeps it fresh, which tells which change it knows of.
///
/// It comes first in the head, before the policy that the page brings along takes effect: the script
/// may open its channel, and whatever follows is bound by what binds it when it is published.
pub fn with_script(page: &[u8], revision: u64) -> Vec<u8> {
    let script =
        format!("<script src=\"/_campaign/live.js\" data-campaign-live=\"{revision}\"></script>");
    let at = start_of_head(page);
    [&page[..at], script.as_bytes(), &page[at..]].concat()
}

/// Behind `<head>`, else the end.
fn start_of_head(page: &[u8]) -> usize {
    const HEAD: &[u8] = b"<head";
    let is_end = |byte: &u8| *byte == b'>' || byte.is_ascii_whitespace();
    let tag = page.windows(HEAD.len() + 1).position(|window| {
        window[..HEAD.len()].eq_ignore_ascii_case(HEAD) && is_end(&window[HEAD.len()])
    });
    let end =
        tag.and_then(|tag| Some(tag + page[tag..].iter().position(|byte| *byte == b'>')? + 1));
    end.unwrap_or(page.len())
}

fn respond(status: StatusCode, route: &Route, bytes: Vec<u8>) -> Response {
    let media = media_type(route.as_str());
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    if media == "image/svg+xml" {
        // A drawing that is opened by itself is a document, and could carry a script.
        let policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        headers.insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(policy),
        );
    }
    response
}

/// Leads to another address of this server.
pub fn redirect(address: &str) -> Response {
    let mut response = Response::new(Body::empty());
    // Two slashes at the start would lead to another server.
    let address = format!("/{}", address.trim_start_matches(['/', '\\']));
    match HeaderValue::from_str(&address) {
        Ok(value) => {
            *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
            response.headers_mut().insert(header::LOCATION, value);
        }
        Err(_) => *response.status_mut() = StatusCode::NOT_FOUND,
    }
    response
}

/// A page for when there is none: the script fills in what is wrong and waits for better times.
fn blank(status: StatusCode, preview: &Preview) -> Response {
    const PAGE: &str = include_str!("assets/blank.html");
    let bytes = with_script(PAGE.as_bytes(), preview.revision);
    respond(status, &Route::new(["blank.html"]), bytes)
}
