//! Where pages live: a folder for each page, named by localized slugs.

use std::collections::HashMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::audience::Edition;
use crate::model::campaign::Campaign;
use crate::model::page::PageKey;
use crate::model::route::Route;
use crate::plan::selection::Selected;
use crate::rules;

/// A selected page and its place.
pub struct Placed<'a> {
    /// The page.
    pub selected: Selected<'a>,
    /// The folder that its `index.html` lies in.
    pub folder: String,
    /// The nearest page above it, as an index into the pages.
    pub parent: Option<usize>,
}

/// The pages of an edition in their places.
pub struct Places<'a> {
    /// The pages, each after its parent.
    pub pages: Vec<Placed<'a>>,
    /// Where a page is among them.
    pub index: HashMap<PageKey, usize>,
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

/// Gives each page its folder; the pages come by folder. A folder above it that is a page of the
/// same edition lends its slug; one that is not lends its name only, since the edition may not see
/// more of it.
pub fn place<'a>(
    campaign: &Campaign,
    edition: &Edition,
    selected: Vec<Selected<'a>>,
) -> Diagnosed<Places<'a>> {
    let mut faults = Vec::new();
    let root = root(campaign, edition);
    let mut pages: Vec<Placed<'a>> = Vec::with_capacity(selected.len());
    let mut index = HashMap::with_capacity(selected.len());
    for page in selected {
        let parent = parent(&page.key, &index);
        let above = parent.map(|parent: usize| &pages[parent]);
        let folder = match above {
            Some(above) => folder(above, &page, &mut faults),
            None => root.clone(),
        };
        index.insert(page.key.clone(), pages.len());
        pages.push(Placed {
            selected: page,
            folder,
            parent,
        });
    }
    Diagnosed::new(Places { pages, index }, faults)
}

/// The nearest folder above that is a page of the edition; none for the home page.
fn parent(key: &PageKey, index: &HashMap<PageKey, usize>) -> Option<usize> {
    let mut folder = key.as_str();
    while !folder.is_empty() {
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        if let Some(parent) = index.get(folder) {
            return Some(*parent);
        }
    }
    None
}

/// The folder of a page below another.
fn folder(above: &Placed<'_>, page: &Selected<'_>, faults: &mut Vec<Diagnostic>) -> String {
    let mut path = above.folder.clone();
    let rest = &page.key.as_str()[above.selected.key.as_str().len()..];
    let rest = rest.trim_start_matches('/');
    let (between, name) = rest.rsplit_once('/').unwrap_or(("", rest));
    for name in between.split('/').filter(|name| !name.is_empty()) {
        path.push('/');
        path.push_str(&slug_of_folder(name, page, faults));
    }
    path.push('/');
    let slug = page.translation.and_then(|text| text.front.slug.as_deref());
    match slug {
        Some(slug) => path.push_str(slug),
        None => path.push_str(&slug_of_folder(name, page, faults)),
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
