//! A campaign and everything it renders to: what is mutated.

use std::collections::BTreeMap;
use std::path::Path;

use campaign::compile::{self, Compiled, compile};
use campaign::diagnostic::Diagnostic;
use campaign::model::date::Date;
use campaign::model::route::Route;
use campaign::model::site::Scope;
use campaign::readback::{Options, Readback};
use campaign::source::{Snapshot, SourcePath};
use campaign::world::disk;

pub type Files = BTreeMap<Route, Vec<u8>>;

/// A campaign and everything it renders to.
pub struct Specimen {
    pub name: &'static str,
    pub snapshot: Snapshot,
    pub compiled: Compiled,
    pub files: Files,
}

impl Specimen {
    /// The example campaign.
    pub fn example() -> Self {
        Self::new("example", ".")
    }

    /// A small campaign that was written to be harmed.
    pub fn harbour() -> Self {
        Self::new("harbour", "tests/it/mutation/harbour")
    }

    pub fn all() -> [Self; 2] {
        [Self::example(), Self::harbour()]
    }

    pub fn is_small(&self) -> bool {
        self.name == "harbour"
    }

    fn new(name: &'static str, folder: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let snapshot = disk::read(&root).unwrap().value;
        let compiled = compiled(&snapshot);
        let files = rendered(&compiled);
        Self {
            name,
            snapshot,
            compiled,
            files,
        }
    }

    pub fn readback(&self) -> Readback<'_> {
        let routes: Vec<&Route> = self.compiled.site.entries.keys().collect();
        Readback::new(
            &self.compiled.campaign,
            &self.compiled.site,
            &routes,
            &Options::default(),
        )
    }

    pub fn text(&self, route: &Route) -> &str {
        std::str::from_utf8(&self.files[route]).unwrap()
    }

    /// The files that are text.
    pub fn texts(&self) -> impl Iterator<Item = (&Route, &str)> {
        self.files
            .iter()
            .filter_map(|(route, bytes)| Some((route, std::str::from_utf8(bytes).ok()?)))
    }

    /// The pages that are rendered from a source.
    pub fn pages_of(&self, source: &SourcePath) -> impl Iterator<Item = &Route> {
        let pages = self
            .compiled
            .site
            .editions
            .iter()
            .flat_map(|edition| &edition.pages);
        pages
            .filter(move |page| page.source.as_ref() == Some(source))
            .map(|page| &page.route)
    }

    /// The audience whose file it is, as an index.
    pub fn audience(&self, route: &Route) -> Option<usize> {
        match self.compiled.site.entries.get(route)?.scope {
            Scope::Edition(edition) => Some(self.compiled.site.editions[edition].audience),
            Scope::Audience(audience) => Some(audience),
            Scope::Site => None,
        }
    }
}

pub fn options() -> compile::Options {
    compile::Options {
        today: Date::new(2026, 1, 15).unwrap(),
        drafts: false,
        base_url: None,
    }
}

pub fn compiled(snapshot: &Snapshot) -> Compiled {
    compile(snapshot, &options())
        .value
        .expect("the campaign compiles")
}

pub fn rendered(compiled: &Compiled) -> Files {
    let mut files = Files::new();
    let mut waiting: Vec<Route> = compiled.site.entries.keys().cloned().collect();
    while let Some(route) = waiting.pop() {
        if files.contains_key(&route) {
            continue;
        }
        let file = compiled.render(&route).unwrap().value;
        waiting.extend(file.references);
        files.insert(route, file.bytes);
    }
    files
}

pub fn concluded(specimen: &Specimen, files: &Files) -> Vec<Diagnostic> {
    let readback = specimen.readback();
    for (route, bytes) in files {
        readback.read(route, bytes);
    }
    readback.conclude()
}
