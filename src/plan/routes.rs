//! Where pages live: a folder for each page, named by localized slugs.

use std::collections::HashMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::audience::Edition;
use crate::model::campaign::Campaign;
use crate::model::page::PageKey;
use crate::model::route::Route;
use crate::plan::selection::Selected;
use crate::rules;

/// A selected page and its folder in the output.
pub struct Placed<'a> {
    /// The page.
    pub selected: Selected<'a>,
    /// The folder that its `index.html` lies in.
    pub folder: String,
}

/// The folder of an edition in the output.
pub fn root(campaign: &Campaign, edition: &Edition) -> String {
    let slug = &campaign.settings.audience(&edition.audience).slug;
    if slug.is_empty() {
        edition.locale.to_string()
    } else {
        format!("{slug}/{}", edition.locale)
    }
}

/// Gives each page its folder. A folder above it that is a page of the same edition lends its
/// slug; one that is not lends its name only, since the edition may not see more of it.
pub fn place<'a>(
    campaign: &Campaign,
    edition: &Edition,
    pages: Vec<Selected<'a>>,
) -> Diagnosed<Vec<Placed<'a>>> {
    let mut faults = Vec::new();
    let slugs: HashMap<PageKey, String> = pages
        .iter()
        .filter_map(|page| Some((page.key.clone(), page.translation?.front.slug.clone()?)))
        .collect();
    let root = root(campaign, edition);
    let placed = pages
        .into_iter()
        .map(|selected| {
            let folder = folder(&root, &selected, &slugs, &mut faults);
            Placed { selected, folder }
        })
        .collect();
    Diagnosed::new(placed, faults)
}

fn folder(
    root: &str,
    page: &Selected<'_>,
    slugs: &HashMap<PageKey, String>,
    faults: &mut Vec<Diagnostic>,
) -> String {
    let mut path = root.to_owned();
    let mut key = String::new();
    for name in page.key.as_str().split('/').filter(|name| !name.is_empty()) {
        if !key.is_empty() {
            key.push('/');
        }
        key.push_str(name);
        path.push('/');
        match slugs.get(&PageKey::new(key.as_str())) {
            Some(slug) => path.push_str(slug),
            None => path.push_str(&slug_of_folder(name, page, faults)),
        }
    }
    path
}

/// A folder's name as a part of an address.
fn slug_of_folder(name: &str, page: &Selected<'_>, faults: &mut Vec<Diagnostic>) -> String {
    let words: Vec<String> = name
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && c != '.')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let slug = words.join("-");
    if slug.is_ascii() && Route::is_safe_part(&slug) {
        return slug;
    }
    if let Some(translation) = page.translation {
        faults.push(
            Diagnostic::new(&rules::UNSAFE_NAME)
                .at(Place::start_of(&translation.path))
                .with("name", name),
        );
    }
    "page".to_owned()
}
