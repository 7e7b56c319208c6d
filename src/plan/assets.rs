//! Assets: where each would live if a rendered file refers to it.
//!
//! An asset of `content/` lives beside the page whose folder it lies in. One of the theme lives in
//! `assets/` of each audience under a name that changes with its content.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::campaign::Campaign;
use crate::model::page::PageKey;
use crate::model::route::Route;
use crate::model::site::{Asset, DIRECTORY, EditionSite};
use crate::model::theme::ThemeAsset;
use crate::source::{Digest, SourcePath};

/// Tells each edition where its assets of `content/` would live, and returns them all.
pub fn content_assets(campaign: &Campaign, editions: &mut [EditionSite]) -> BTreeMap<Route, Asset> {
    let mut offered = BTreeMap::new();
    for edition in editions {
        for (name, source) in &campaign.assets {
            let route = beside_page(edition, name);
            let asset = Asset {
                source: source.path.clone(),
                bytes: source.bytes.clone(),
                references: Vec::new(),
            };
            offered.insert(route.clone(), asset);
            edition.assets.insert(name.clone(), route);
        }
        if campaign.settings.audiences[edition.audience].directory {
            // Not an asset of `content/`, but linked to like one.
            let route = edition.directory();
            edition.assets.insert(DIRECTORY.to_owned(), route);
        }
    }
    offered
}

/// The nearest folder above the asset that is a page of the edition, and the rest of its name.
fn beside_page(edition: &EditionSite, name: &str) -> Route {
    let mut folder = PageKey::new(name).parent();
    while let Some(key) = folder {
        if let Some(page) = edition.page(&key) {
            let rest = name[key.as_str().len()..].trim_start_matches('/');
            return Route::new([page.route.folder(), rest]);
        }
        folder = key.parent();
    }
    Route::new([edition.root.as_str(), name])
}

/// An asset of the theme before it has a route: its name, the name of its file, its source and
/// bytes, and the files it refers to.
struct Made {
    name: String,
    file: String,
    source: SourcePath,
    bytes: Arc<[u8]>,
    references: Vec<String>,
}

/// The assets of the theme for each audience: name, route and bytes.
pub fn theme_assets(campaign: &Campaign) -> Vec<Vec<(String, Route, Asset)>> {
    let made = made(campaign);
    let place = |slug: &str, made: &Made| {
        let route = |file: &str| Route::new([slug, "assets", file]);
        let asset = Asset {
            source: made.source.clone(),
            bytes: made.bytes.clone(),
            references: made.references.iter().map(|file| route(file)).collect(),
        };
        (made.name.clone(), route(&made.file), asset)
    };
    let audiences = campaign.settings.audiences.iter();
    audiences
        .map(|audience| {
            made.iter()
                .map(|made| place(&audience.slug, made))
                .collect()
        })
        .collect()
}

/// Every asset of the theme under its fingerprinted name: style sheets last, since they name the
/// others.
fn made(campaign: &Campaign) -> Vec<Made> {
    let is_sheet = |asset: &&ThemeAsset| asset.source.path.extension() == Some("css");
    let (sheets, others): (Vec<&ThemeAsset>, Vec<&ThemeAsset>) =
        campaign.theme.assets.iter().partition(is_sheet);
    let mut made: Vec<Made> = others
        .iter()
        .map(|asset| Made::new(asset, asset.source.bytes.clone(), Vec::new()))
        .collect();
    let files: BTreeMap<String, String> = made
        .iter()
        .map(|made| (made.name.clone(), made.file.clone()))
        .collect();
    for sheet in sheets {
        let (bytes, references) = point_to_fingerprints(&sheet.source.bytes, &files);
        made.push(Made::new(sheet, bytes, references));
    }
    made
}

impl Made {
    fn new(asset: &ThemeAsset, bytes: Arc<[u8]>, references: Vec<String>) -> Self {
        Self {
            name: asset.name.clone(),
            file: fingerprinted(&asset.name, &bytes),
            source: asset.source.path.clone(),
            bytes,
            references,
        }
    }
}

/// `faro.css` → `faro.1a2b3c4d.css`: a new address for new content, so that it may be kept.
fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    let digest = Digest::of(bytes).short();
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{digest}.{extension}"),
        None => format!("{name}.{digest}"),
    }
}

/// A style sheet whose `url("…")` lead to the fingerprinted names, and those names.
fn point_to_fingerprints(
    sheet: &Arc<[u8]>,
    files: &BTreeMap<String, String>,
) -> (Arc<[u8]>, Vec<String>) {
    let Ok(text) = std::str::from_utf8(sheet) else {
        return (sheet.clone(), Vec::new());
    };
    let mut out = String::with_capacity(text.len());
    let mut references = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("url(") {
        let (before, after) = rest.split_at(at + "url(".len());
        out.push_str(before);
        let end = after.find(')').unwrap_or(after.len());
        let written = after[..end].trim().trim_matches(['"', '\'']);
        match files.get(written) {
            Some(name) => {
                out.push_str(&format!("\"{name}\""));
                references.push(name.clone());
            }
            None => out.push_str(&after[..end]),
        }
        rest = &after[end..];
    }
    out.push_str(rest);
    (out.into_bytes().into(), references)
}
