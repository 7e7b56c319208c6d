//! What a page as a whole must be: closed, headed, titled, and in the language it says.

use super::Page;
use crate::model::site::Recipe;

impl Page<'_, '_, '_> {
    /// What the page as a whole must be.
    pub(super) fn finish(mut self) {
        self.end_text();
        let unclosed = self.open.iter().find(|(_, kind)| !kind.is_optional());
        if let Some((name, _)) = unclosed.cloned() {
            self.fault("nesting", &name);
        }
        // A page that leads on or offers languages has as many headings as it needs.
        match self.headings {
            1 => {}
            _ if !self.is_page() => {}
            0 => self.fault("no-heading", ""),
            _ => self.fault("headings", ""),
        }
        self.check_title();
        self.check_language();
        self.check_duty();
        self.ids.sort();
        let repeated = self.ids.windows(2).find(|pair| pair[0].0 == pair[1].0);
        if let Some(id) = repeated.map(|pair| pair[0].1) {
            self.fault("id", id);
        }
        let ids = self.ids.iter().map(|(hash, _)| *hash);
        self.inspector.account.ids.extend(ids);
    }

    fn check_title(&mut self) {
        let title = self.title.take().unwrap_or_default();
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        if title.is_empty() {
            self.fault("no-title", "");
            return;
        }
        let (site, owner) = (self.inspector.readback.site, self.inspector.owner);
        let Some(edition) = owner.edition.filter(|_| !self.is_aside && self.is_page()) else {
            return;
        };
        let audience =
            &self.inspector.readback.campaign.settings.audiences[site.editions[edition].audience];
        // All titles of a discreet edition may be one and say nothing.
        if !audience.discreet {
            self.inspector.account.title = Some(title);
        }
    }

    /// Whether this is a page of its own, and not a list of others or a further part of one.
    fn is_page(&self) -> bool {
        let entry = self
            .inspector
            .readback
            .site
            .entries
            .get(self.inspector.route);
        entry.is_some_and(|entry| matches!(entry.recipe, Recipe::Page { number: 1, .. }))
    }

    fn check_language(&mut self) {
        let readback = self.inspector.readback;
        let settings = &readback.campaign.settings;
        let language = self.language.take().unwrap_or_default();
        let Some(locale) = settings
            .locales
            .iter()
            .find(|own| own.tag.as_str() == language)
        else {
            self.fault("language", &language);
            return;
        };
        if let Some(edition) = self.inspector.owner.edition {
            let edition = &readback.site.editions[edition];
            let is_stand_in = || {
                let mut pages = edition.pages.iter();
                pages.any(|page| {
                    page.route == *self.inspector.route && page.written_in == locale.tag
                })
            };
            if edition.edition.locale != locale.tag && !is_stand_in() {
                self.fault("language", &language);
            }
        }
        // What says nothing runs from left to right.
        let direction = self.direction.take().unwrap_or_else(|| "ltr".to_owned());
        if direction != locale.direction.as_str() {
            self.fault("direction", &direction);
        }
    }
}
