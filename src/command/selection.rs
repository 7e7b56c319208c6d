//! `--edition`: which editions are meant, and which files belong to them.

use crate::command::Failure;
use crate::model::pattern::matches;
use crate::model::route::Route;
use crate::model::site::{Scope, Site};

/// The editions that a command works on, as indexes into the site's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    editions: Vec<usize>,
}

impl Selection {
    /// The editions whose names match one of `patterns`; all when there are none.
    ///
    /// # Errors
    /// When a pattern matches no edition.
    pub fn new(site: &Site, patterns: &[String]) -> Result<Self, Failure> {
        let names: Vec<String> = site
            .editions
            .iter()
            .map(|edition| edition.edition.to_string())
            .collect();
        for pattern in patterns {
            if !names.iter().any(|name| matches(pattern, name)) {
                let arguments = [("pattern", pattern.clone()), ("known", names.join(", "))];
                return Err(Failure::usage("unknown-edition", arguments));
            }
        }
        let is_meant = |name: &String| {
            patterns.is_empty() || patterns.iter().any(|pattern| matches(pattern, name))
        };
        let editions = names
            .iter()
            .enumerate()
            .filter(|(_, name)| is_meant(name))
            .map(|(index, _)| index)
            .collect();
        Ok(Self { editions })
    }

    /// Whether the edition at this index is meant.
    pub fn has(&self, edition: usize) -> bool {
        self.editions.contains(&edition)
    }

    /// How many editions are meant.
    pub fn len(&self) -> usize {
        self.editions.len()
    }

    /// How many pages they have.
    pub fn pages(&self, site: &Site) -> usize {
        self.editions
            .iter()
            .map(|index| site.editions[*index].pages.len())
            .sum()
    }

    /// The files of these editions, of their audiences and of the whole site.
    pub fn routes<'a>(&self, site: &'a Site) -> Vec<&'a Route> {
        site.entries
            .iter()
            .filter(|(_, entry)| self.includes(site, entry.scope))
            .map(|(route, _)| route)
            .collect()
    }

    fn includes(&self, site: &Site, scope: Scope) -> bool {
        match scope {
            Scope::Edition(index) => self.editions.contains(&index),
            Scope::Audience(audience) => self
                .editions
                .iter()
                .any(|index| site.editions[*index].audience == audience),
            Scope::Site => true,
        }
    }
}
