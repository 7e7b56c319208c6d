//! What a host sends with one file of a folder, when it does as it was told.

use super::layout::{HIDDEN, Layout};
use crate::model::campaign::Campaign;
use crate::model::host::Folder;
use crate::model::policy::{CACHE_CONTROL, Freshness, Header};
use crate::model::site::Site;

/// What the files of a folder are sent with.
#[derive(Debug)]
pub struct Sent(Layout);

impl Sent {
    /// What the files of `folder` are sent with.
    pub fn new(campaign: &Campaign, site: &Site, folder: Folder) -> Self {
        Self(Layout::new(campaign, site, folder))
    }

    /// The headers of the file at a path in the folder. How long it may be kept is among them where
    /// every host can be told so: for pages and for what pages show.
    pub fn with(&self, path: &str) -> Vec<Header> {
        let caching = self.freshness(path).map(|freshness| Header {
            name: CACHE_CONTROL,
            value: freshness.cache_control(),
        });
        self.0.headers.iter().cloned().chain(caching).collect()
    }

    fn freshness(&self, path: &str) -> Option<Freshness> {
        let path = format!("/{path}");
        self.0.areas.iter().find_map(|area| {
            let own = path.strip_prefix(area.path.as_str());
            let is_page = own.is_some_and(|file| matches!(file, "index.html" | "404.html"))
                || area
                    .editions
                    .iter()
                    .any(|edition| path.starts_with(&edition.path));
            match () {
                () if area.has_assets && path.starts_with(&area.assets()) => Some(Freshness::Year),
                () if is_page => Some(area.pages),
                () => None,
            }
        })
    }
}

/// Whether a file is for one host's eyes: it names every audience, and no host should hand it out.
pub fn is_for_host(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    HIDDEN.contains(&name)
}
