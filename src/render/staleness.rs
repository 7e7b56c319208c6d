//! Old confirmations: a file that shows a line which nobody confirmed for too long says since when.
//!
//! campaign.toml may let such a line pass by its name, but no theme may keep it from readers.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Place};
use crate::model::date::Date;
use crate::model::fact::Fact;
use crate::model::locale::LocaleTag;
use crate::render::formats::DateStyle;
use crate::render::stage::Stage;
use crate::rules;

impl Stage {
    /// The lines of a file that are too old and of which `bytes` does not tell the day, neither in
    /// the form of its language nor as the register has it.
    pub fn unmarked(
        &self,
        facts: &BTreeSet<Fact>,
        locale: &LocaleTag,
        bytes: &[u8],
        place: &Place,
    ) -> Vec<Diagnostic> {
        let lines = &self.campaign.hotlines;
        let stale = facts.iter().filter_map(|fact| match fact {
            Fact::Hotline(id) => lines.get(id).filter(|line| line.is_stale(self.today)),
            Fact::Claim(_) => None,
        });
        stale
            .filter(|line| !self.tells(bytes, line.verified_on, locale))
            .map(|line| {
                Diagnostic::new(&rules::UNMARKED_HOTLINE)
                    .at(place.clone())
                    .also(Place::new(&line.path, line.verified_span))
                    .with("name", &line.id)
                    .with("value", line.verified_on)
            })
            .collect()
    }

    fn tells(&self, bytes: &[u8], day: Date, locale: &LocaleTag) -> bool {
        let text = String::from_utf8_lossy(bytes);
        let formats = &self.tongue(locale).formats;
        let forms = DateStyle::ALL.map(|style| formats.date(day, style));
        text.contains(&day.to_string()) || forms.iter().any(|form| text.contains(form))
    }
}
