//! What search engines are told of an audience: the map of its pages with their translations, and
//! what is asked of robots.

use crate::model::site::{Alternate, EditionPage};
use crate::render::stage::Stage;
use crate::render::xml::Xml;

impl Stage {
    /// The translation that a reader of any other language is sent to: the one in the page's own
    /// source language, or the first.
    pub fn default_alternate<'a>(&self, page: &'a EditionPage) -> &'a Alternate {
        let source = self.campaign.pages.get(&page.key).map(|page| &page.source);
        let in_source = page
            .alternates
            .iter()
            .find(|alternate| Some(&alternate.locale) == source);
        in_source.unwrap_or(&page.alternates[0])
    }
}

/// The sitemap of an audience, with the alternates of each page (sitemaps.org 0.9, and `xhtml:link`
/// as search engines read it).
pub fn sitemap(stage: &Stage, audience: usize) -> Vec<u8> {
    let owner = &stage.campaign.settings.audiences[audience];
    let mut xml = Xml::new();
    let attributes = [
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ];
    xml.element("urlset", &attributes, |xml| {
        let editions = stage
            .site
            .editions
            .iter()
            .filter(|edition| edition.audience == audience);
        for page in editions
            .flat_map(|edition| &edition.pages)
            .filter(|page| !page.alternates.is_empty())
        {
            xml.element("url", &[], |xml| {
                xml.text("loc", &[], &stage.permalink(owner, &page.route));
                if let Some(date) = page.front.updated.or(page.front.date) {
                    xml.text("lastmod", &[], &date.to_string());
                }
                alternates(xml, stage, audience, page);
            });
        }
    });
    xml.into_bytes()
}

fn alternates(xml: &mut Xml, stage: &Stage, audience: usize, page: &EditionPage) {
    if page.alternates.len() < 2 {
        return;
    }
    let owner = &stage.campaign.settings.audiences[audience];
    let default = stage.default_alternate(page);
    let named = page
        .alternates
        .iter()
        .map(|other| (other.locale.as_str(), other));
    for (hreflang, other) in named.chain([("x-default", default)]) {
        let href = stage.permalink(owner, &other.route);
        xml.empty(
            "xhtml:link",
            &[
                ("rel", "alternate"),
                ("hreflang", hreflang),
                ("href", &href),
            ],
        );
    }
}

/// What is asked of robots. It names no path but the map: a list of what not to look at is a list
/// of what to look at.
pub fn robots(stage: &Stage, audience: usize) -> Vec<u8> {
    let owner = &stage.campaign.settings.audiences[audience];
    if !owner.indexed {
        return b"User-agent: *\nDisallow: /\n".to_vec();
    }
    format!(
        "User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n",
        owner.base_url
    )
    .into_bytes()
}
