//! The exit of an edition, as a template sees it.

use crate::model::exit::Navigation;
use crate::model::site::EditionSite;
use crate::render::current::Scope;
use crate::render::frame::Frame;
use crate::render::stage::{Speech, Stage};
use crate::render::view::ExitView;

/// The name of a site in discreet editions.
const NEUTRAL: &str = "campaign-title-discreet";

impl Frame<'_> {
    /// The exit of this edition; none when it has none.
    pub fn exit(&self) -> Option<ExitView> {
        self.stage.exit_of(&self.scope, self.edition)
    }
}

impl Stage {
    /// The exit of an edition for a file of the same audience; none when it has none, or when it
    /// leads nowhere in this language.
    pub fn exit_of(&self, scope: &Scope, edition: &EditionSite) -> Option<ExitView> {
        let exit = self.audience(edition).exit.as_ref()?;
        let locale = &edition.edition.locale;
        let target = exit.targets.get(locale)?;
        let safety_page = exit.safety_page.as_ref().and_then(|key| edition.page(key));
        Some(ExitView {
            url: target.url.clone(),
            neutral_title: self.neutral_title(edition, &target.url),
            single_entry: exit.navigation == Navigation::SingleEntry,
            safety_url: safety_page.map(|page| self.address(scope, &page.route)),
        })
    }

    /// What the tab shows while the other page loads: the neutral name of the site or, without one,
    /// the host that comes next.
    fn neutral_title(&self, edition: &EditionSite, url: &str) -> String {
        let locale = &edition.edition.locale;
        if self.tongue(locale).catalog.contains(NEUTRAL) {
            // A fault in it shows where the page's own title is made.
            let speech = Speech::plain(locale, Some(&edition.edition.audience));
            return self.say(speech, NEUTRAL, &mut Vec::new());
        }
        let host = url.split_once("://").map_or(url, |(_, rest)| rest);
        let host = host.split(['/', '?', '#']).next().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host).to_owned()
    }
}
