//! The audit of everything that is rendered: file by file, counted where it belongs.

use crate::check::audit::{self, Census, EditionAudit, Witness};
use crate::check::output::Subject;
use crate::compile::Compiled;
use crate::diagnostic::Severity;
use crate::model::route::Route;
use crate::model::site::{EditionSite, Scope};
use crate::render::file::File;

impl Compiled {
    /// What the rendered pages say about what was promised to visitors, edition by edition, and how
    /// many errors were met on the way.
    pub fn audit(&self) -> (Vec<EditionAudit>, usize) {
        let mut counts = Counts::new(self);
        let errors = self.site.entries.keys().map(|route| counts.visit(route));
        let errors = errors.sum();
        let censuses = counts.into_censuses();
        let judged = audit::judge(&self.campaign, &self.site, &censuses);
        (judged, errors)
    }
}

/// What was counted so far.
struct Counts<'a> {
    compiled: &'a Compiled,
    editions: Vec<Census>,
    front_door: Census,
}

impl<'a> Counts<'a> {
    fn new(compiled: &'a Compiled) -> Self {
        let editions = compiled.site.editions.iter().enumerate();
        let census = |(index, edition): (usize, &EditionSite)| {
            Census::new(edition.edition.to_string(), Some(index))
        };
        Self {
            compiled,
            editions: editions.map(census).collect(),
            front_door: Census::new("/".to_owned(), None),
        }
    }

    /// Looks at a file, and says how many errors it has.
    fn visit(&mut self, route: &Route) -> usize {
        let Compiled { campaign, site, .. } = self.compiled;
        let Some(subject) = Subject::new(campaign, site, route) else {
            return 0;
        };
        let Some(file) = self.compiled.render(route) else {
            return 0;
        };
        let inspected = self.compiled.inspect(route, &file.value);
        let found = file.diagnostics.iter().chain(&inspected);
        self.count(subject, &file.value);
        found
            .filter(|fault| fault.severity == Severity::Error)
            .count()
    }

    fn count(&mut self, subject: Subject<'_>, file: &File) {
        let load = |route: &Route| self.compiled.load(route);
        let witness = Witness {
            inspector: &self.compiled.inspector,
            load: &load,
        };
        let bytes = &file.bytes;
        match subject.entry.scope {
            Scope::Edition(index) => self.editions[index].look(subject, bytes, witness),
            Scope::Site => self.front_door.look(subject, bytes, witness),
            // A file of an audience belongs to each of its editions.
            Scope::Audience(audience) => self
                .editions
                .iter_mut()
                .zip(self.compiled.site.editions.iter())
                .filter(|(_, edition)| edition.audience == audience)
                .for_each(|(census, _)| census.look(subject, bytes, witness)),
        }
    }

    /// One for each edition, then one for the front door if there is any.
    fn into_censuses(self) -> Vec<Census> {
        let front_door = Some(self.front_door).filter(|door| door.pages > 0);
        self.editions.into_iter().chain(front_door).collect()
    }
}
