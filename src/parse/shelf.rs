//! Shelves: some pages with all their files. What a shelf means is remembered as one, so that an
//! edit costs what its own shelf holds, and of every other shelf no more than to see that it is as
//! it was.
//!
//! Which shelf a page stands on follows from its folder and from how many files there are, never
//! from what was edited before: a campaign means the same however it came about.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnosed, Diagnostic};
use crate::memo::Memo;
use crate::model::audience::AudienceId;
use crate::model::page::{Page, PageKey, Translation};
use crate::parse::Settled;
use crate::parse::content::{Read, key_of, page, translation};
use crate::source::{Digest, Source};

/// About how many files a shelf holds: ten thousand pages in two languages are some three hundred
/// shelves, and looking at all the shelves costs about as much as looking at all files of one.
const FILES: usize = 64;

/// What the files of a shelf mean.
#[derive(Debug)]
pub struct Shelf {
    /// The digest of the settings and of all its files.
    pub digest: Digest,
    /// The digest of all that a plan may see of its pages.
    pub outside: Digest,
    /// The digest of the same without titles and descriptions.
    pub placement: Digest,
    /// The digest of their folders.
    pub folders: Digest,
    /// The pages, by folder.
    pub pages: Vec<Arc<Page>>,
    /// What is wrong with their names and heads, and with pages as a whole.
    pub faults: Vec<Diagnostic>,
    /// What every file means by itself. Held, as are the pages, so that an edit of one file leaves
    /// the others known.
    read: Vec<Arc<Read>>,
    _made: Vec<Arc<Diagnosed<Arc<Page>>>>,
}

/// The shelves of these Markdown files.
pub fn shelves(files: &[&Source], settled: &Settled<'_>) -> Vec<Arc<Shelf>> {
    let audiences: Arc<[AudienceId]> = settled.settings.audience_ids().into();
    arranged(files)
        .par_iter()
        .map(|files| {
            let digest = settled.digest_with(files.iter().copied());
            settled.memo.recall("shelf", digest, || {
                Shelf::read(digest, files, settled, &audiences)
            })
        })
        .collect()
}

/// The files by shelf. Those of one folder stand on one.
fn arranged<'a>(files: &[&'a Source]) -> Vec<Vec<&'a Source>> {
    let count = (files.len() / FILES).next_power_of_two();
    let mut shelves = vec![Vec::new(); count];
    for file in files {
        let mut hasher = DefaultHasher::new();
        file.path.folder().hash(&mut hasher);
        // The count is a power of two far below the size of an integer.
        let at = hasher.finish() as usize & (count - 1);
        shelves[at].push(*file);
    }
    shelves
}

impl Shelf {
    fn read(
        digest: Digest,
        files: &[&Source],
        settled: &Settled<'_>,
        audiences: &Arc<[AudienceId]>,
    ) -> Self {
        let (settings, memo) = (settled.settings, settled.memo);
        let mut faults = Vec::new();
        // A file that is as it was means what it meant, and so does a page of such files.
        let read: Vec<(Digest, Arc<Read>)> = files
            .par_iter()
            .map(|source| {
                let inputs = settled.digest_with([*source]);
                let read = memo.recall("translation", inputs, || {
                    translation(source, inputs, settings, audiences)
                });
                (inputs, read)
            })
            .collect();
        let mut by_page: BTreeMap<PageKey, Vec<(Digest, &Translation)>> = BTreeMap::new();
        for (inputs, read) in &read {
            faults.extend(read.diagnostics.iter().cloned());
            if let Some(translation) = &read.value {
                let of_page = by_page.entry(key_of(&translation.path)).or_default();
                of_page.push((*inputs, translation));
            }
        }
        let made: Vec<Arc<Diagnosed<Arc<Page>>>> = by_page
            .into_iter()
            .map(|(key, translations)| {
                let digests = translations.iter().map(|(inputs, _)| inputs.as_bytes());
                memo.recall("page", Digest::of_all(digests), || {
                    let translations = translations.iter().map(|(_, read)| (*read).clone());
                    page(key, translations.collect(), settings).map(Arc::new)
                })
            })
            .collect();
        faults.extend(
            made.iter()
                .flat_map(|made| made.diagnostics.iter().cloned()),
        );
        let pages: Vec<Arc<Page>> = made.iter().map(|made| Arc::clone(&made.value)).collect();
        let translations = || pages.iter().flat_map(|page| &page.translations);
        Self {
            digest,
            outside: Digest::of_all(translations().map(|own| own.outside.as_bytes())),
            placement: Digest::of_all(translations().map(|own| own.placement.as_bytes())),
            folders: Digest::of_all(pages.iter().map(|page| page.key.as_str().as_bytes())),
            pages,
            faults,
            read: read.into_iter().map(|(_, read)| read).collect(),
            _made: made,
        }
    }

    /// What is wrong with the bodies of its files, which are read for this.
    pub fn faults_of_bodies(&self, memo: &Memo) -> Arc<Vec<Diagnostic>> {
        memo.recall("bodies", self.digest, || {
            let read = self.read.par_iter();
            let translations = read.filter_map(|read| read.value.as_ref());
            translations
                .flat_map_iter(|translation| translation.body.faults.iter().cloned())
                .collect()
        })
    }
}

/// The pages of all shelves, by folder.
pub fn pages(shelves: &[Arc<Shelf>], settled: &Settled<'_>) -> BTreeMap<PageKey, Arc<Page>> {
    // Most edits neither add a page nor take one away: the order is as it was.
    let inputs = Digest::of_all(shelves.iter().map(|shelf| shelf.folders.as_bytes()));
    let order = settled.memo.recall("order of pages", inputs, || {
        let mut places: Vec<(usize, usize)> = Vec::new();
        for (at, shelf) in shelves.iter().enumerate() {
            places.extend((0..shelf.pages.len()).map(|page| (at, page)));
        }
        places.sort_by(|a, b| {
            let key = |(shelf, page): (usize, usize)| &shelves[shelf].pages[page].key;
            key(*a).cmp(key(*b))
        });
        places
    });
    let pages = order
        .iter()
        .map(|(shelf, page)| &shelves[*shelf].pages[*page]);
    pages
        .map(|page| (page.key.clone(), Arc::clone(page)))
        .collect()
}
