//! Addresses: how the file that is rendered now names other files.

use crate::model::audience::Audience;
use crate::model::link::{below, path_of};
use crate::model::palette::SHEET;
use crate::model::route::{Route, permalink};
use crate::model::site::{EditionSite, Site};
use crate::render::current::Scope;
use crate::render::stage::Stage;

impl Stage {
    /// Another file of the same audience: relative, or under the scope's base.
    pub fn address(&self, scope: &Scope, to: &Route) -> String {
        let audience = &self.campaign.settings.audiences[scope.audience];
        match &scope.base {
            Some(base) => format!("{base}/{}", below(to, &audience.slug)),
            None if is_within(&scope.route, audience) => {
                Site::relative(&scope.route, to, &audience.slug)
            }
            // The front door only borrows the looks of an audience.
            None => Site::relative(&scope.route, to, ""),
        }
    }

    /// The style sheet of the campaign's own colours; none when it has none.
    pub fn tokens_css(&self, scope: &Scope) -> Option<String> {
        let route = self.own_colors(scope.audience)?;
        Some(self.address(scope, route))
    }

    /// Where that style sheet is for an audience.
    pub fn own_colors(&self, audience: usize) -> Option<&Route> {
        let is_own = !self.campaign.theme.palette.own.is_empty();
        let route = self.site.theme_assets[audience].get(SHEET)?;
        is_own.then_some(route)
    }

    /// The home page of an edition of another audience. Relative while both live under the
    /// campaign's own address, absolute when one has an address of its own.
    pub fn address_of_edition(&self, scope: &Scope, other: &EditionSite) -> String {
        let own = &self.campaign.settings.audiences[scope.audience];
        let audience = &self.campaign.settings.audiences[other.audience];
        let home = &other.pages[0].route;
        if (own.own_host && is_within(&scope.route, own)) || audience.own_host {
            return self.permalink(audience, home);
        }
        match &scope.base {
            Some(_) => format!("{}/{home}", path_of(&self.campaign.settings.base_url)),
            None => Site::relative(&scope.route, home, ""),
        }
    }

    /// The one absolute address of a file of an audience.
    pub fn permalink(&self, audience: &Audience, route: &Route) -> String {
        permalink(below(route, &audience.slug), &audience.base_url)
    }

    /// What addresses begin with on a page that a server shows at any depth, such as its 404 page.
    pub fn base_of(&self, audience: &Audience) -> String {
        path_of(&audience.base_url)
    }
}

/// Whether a file lies in the folder of an audience.
fn is_within(route: &Route, audience: &Audience) -> bool {
    below(route, &audience.slug) != route.as_str() || audience.slug.is_empty()
}
