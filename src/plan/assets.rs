//! Assets: where each would live if a rendered file refers to it.
//!
//! An asset of `content/` lives beside the page whose folder it lies in, and so do the smaller copies
//! of a picture. One of the theme lives in
//! `assets/` of each audience under a name that changes with its content.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::campaign::Campaign;
use crate::model::page::PageKey;
use crate::model::picture::{Medium, Picture};
use crate::model::route::Route;
use crate::model::site::{Asset, Making, PlacedPicture};
use crate::model::theme::ThemeAsset;
use crate::plan::placement::EditionPlacement;
use crate::source::{Digest, Source, SourcePath};

/// Where the assets of `content/` would live.
#[derive(Debug, Default)]
pub struct Offer {
    /// Every one of them.
    pub assets: BTreeMap<Route, Asset>,
    /// What is known of the pictures among them.
    pub pictures: BTreeMap<Route, PlacedPicture>,
}

/// Where the assets of `content/` would live in an edition, by path under `content/`. They are put
/// on offer.
pub fn content_assets(
    campaign: &Campaign,
    edition: &EditionPlacement,
    offer: &mut Offer,
) -> BTreeMap<String, Route> {
    let mut routes = BTreeMap::new();
    for (name, source) in &campaign.assets {
        let route = beside_page(edition, name);
        routes.insert(name.clone(), route.clone());
        let picture = campaign.pictures.get(name);
        let making = match picture.map(|picture| picture.medium) {
            Some(Medium::Still | Medium::Animated) => Making::Cleaned,
            Some(Medium::Drawing) | None => Making::AsIs,
        };
        offer.assets.insert(route.clone(), asset(source, making));
        if let Some(picture) = picture {
            offer.copies(&route, name, source, picture);
        }
    }
    routes
}

impl Offer {
    /// The picture at `route` and its copies of other widths.
    fn copies(&mut self, route: &Route, name: &str, source: &Source, picture: &Picture) {
        let mut copies = Vec::new();
        for width in picture.widths() {
            let copy = copy_of(route, source, width);
            self.assets
                .insert(copy.clone(), asset(source, Making::Resized(width)));
            copies.push((width, copy));
        }
        let name = name.to_owned();
        let placed = PlacedPicture { name, copies };
        self.pictures.insert(route.clone(), placed);
    }
}

fn asset(source: &Source, making: Making) -> Asset {
    Asset {
        source: source.path.clone(),
        bytes: source.bytes.clone(),
        digest: source.digest,
        making,
        references: Vec::new(),
    }
}

/// `photo.jpg` → `photo.1a2b3c4d-960.webp`: a new address for new content, so that it may be kept.
/// The digest is that of the picture alone, so no edition learns of another's.
fn copy_of(route: &Route, source: &Source, width: u32) -> Route {
    /// What leaves room for the rest in the longest name of a file that is safe everywhere.
    const LONGEST_STEM: usize = 80;
    let file = route.as_str().rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = &stem[..stem.floor_char_boundary(LONGEST_STEM)];
    let digest = source.digest.short();
    let name = format!("{stem}.{digest}-{width}.webp");
    Route::new([route.folder(), &name])
}

/// The nearest folder above the asset that is a page of the edition, and the rest of its name.
fn beside_page(edition: &EditionPlacement, name: &str) -> Route {
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
    digest: Digest,
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
            digest: made.digest,
            making: Making::AsIs,
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
        let digest = Digest::of(&bytes);
        Self {
            name: asset.name.clone(),
            file: fingerprinted(&asset.name, &digest),
            source: asset.source.path.clone(),
            bytes,
            digest,
            references,
        }
    }
}

/// `faro.css` → `faro.1a2b3c4d.css`: a new address for new content, so that it may be kept.
fn fingerprinted(name: &str, digest: &Digest) -> String {
    let digest = digest.short();
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
