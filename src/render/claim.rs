//! Claims and their sources as templates see them: one language, ready to show.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::model::claim::{AsOf, Claim, Origin};
use crate::model::fact::Fact;
use crate::model::hotline::{Hotline, Localized, in_locale};
use crate::model::site::EditionSite;
use crate::render::current::Scope;
use crate::render::formats::{DateStyle, NumberOptions};
use crate::render::messages::Arguments;
use crate::render::stage::{Speech, Stage};

/// Of what: a page, or everything that the readers of an edition can see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The page that is shown.
    Page,
    /// Every page of the edition.
    Edition,
}

/// A figure.
#[derive(Clone, Debug, Serialize)]
pub struct ClaimView {
    /// Its id.
    pub id: String,
    /// What it says, in a sentence or a part of one.
    pub text: String,
    /// The number with its unit: *27.6 million*.
    pub figure: String,
    /// The number as this language writes it.
    pub value: String,
    /// The upper end of a range.
    pub upper: Option<String>,
    /// What is counted.
    pub unit: Option<String>,
    /// What counts and what does not.
    pub definition: Option<String>,
    /// For where it holds.
    pub geography: Option<String>,
    /// As of when it holds: a day in this language, or `2022-09`, or `2021`.
    pub as_of: String,
    /// Whether its source should have been read again.
    pub overdue: bool,
    /// The number of its source in the list of this page; none on a page that has no such list.
    pub number: Option<usize>,
    /// Where it comes from.
    pub source: SourceView,
}

/// Where a fact comes from.
#[derive(Clone, Debug, Serialize)]
pub struct SourceView {
    /// `claim` or `hotline`.
    pub kind: &'static str,
    /// Its place in the list, from 1.
    pub number: usize,
    /// Author, title and date; for a line to call, its name.
    pub text: String,
    /// Where it is.
    pub url: Option<String>,
    /// A copy that does not change.
    pub archive: Option<String>,
    /// The day somebody last read it, ISO 8601.
    pub accessed: String,
    /// What is taken from it: the figures.
    pub figures: Vec<String>,
}

impl Stage {
    /// The claims that directives show, in the order of reading.
    pub fn claims_of(&self, scope: &Scope, extent: Extent) -> Vec<&Claim> {
        let Some(edition) = scope.edition.map(|index| &self.site.editions[index]) else {
            return Vec::new();
        };
        let facts: Vec<&Fact> = match extent {
            Extent::Edition => self.campaign.facts(edition),
            Extent::Page => scope.page.map_or_else(Vec::new, |page| {
                let page = &edition.pages[page];
                self.campaign
                    .summary(edition, page)
                    .facts()
                    .iter()
                    .collect()
            }),
        };
        facts
            .into_iter()
            .filter_map(|fact| match fact {
                Fact::Claim(id) => self.campaign.claims.get(id),
                Fact::Hotline(_) => None,
            })
            .collect()
    }

    /// The claims whose sources are listed: those of an edition all, those of a page where the
    /// number of the source stands behind the figure.
    fn cited(&self, scope: &Scope, extent: Extent) -> Vec<&Claim> {
        let mut claims = self.claims_of(scope, extent);
        if let (Extent::Page, Some(edition), Some(page)) = (extent, scope.edition, scope.page) {
            let edition = &self.site.editions[edition];
            let cited = self.campaign.summary(edition, &edition.pages[page]).cited();
            claims.retain(|claim| cited.contains(&claim.id));
        }
        claims
    }

    /// A claim as a file shows it.
    pub fn claim(&self, claim: &Claim, scope: &Scope, faults: &mut Vec<Diagnostic>) -> ClaimView {
        let tongue = self.tongue(&scope.locale);
        let chain = self.locale(&scope.locale).chain();
        let text = |text: &Localized| in_locale(text, &chain).map(str::to_owned);
        let number = |value: f64| tongue.formats.number(value, &NumberOptions::default());
        let cited = origins(&self.cited(scope, Extent::Page));
        let place = cited.iter().position(|origin| **origin == claim.origin);
        ClaimView {
            id: claim.id.clone(),
            text: self.said(claim, "", scope, faults),
            figure: self.said(claim, ".figure", scope, faults),
            value: number(claim.value),
            upper: claim.upper.map(number),
            unit: text(&claim.unit),
            definition: text(&claim.definition),
            geography: text(&claim.geography),
            as_of: match claim.as_of {
                AsOf::Day(day) => tongue.formats.date(day, DateStyle::Long),
                other => other.to_string(),
            },
            overdue: claim.is_overdue(self.today),
            number: place.map(|place| place + 1),
            source: self.source(
                &[claim],
                &claim.origin,
                place.map_or(1, |place| place + 1),
                scope,
            ),
        }
    }

    /// What a claim says; `part` is an attribute of its message, with the full stop.
    fn said(
        &self,
        claim: &Claim,
        part: &str,
        scope: &Scope,
        faults: &mut Vec<Diagnostic>,
    ) -> String {
        let id = Claim::message(&claim.id) + part;
        let mut arguments = Arguments::new().with("value", claim.value);
        if let Some(upper) = claim.upper {
            arguments = arguments.with("upper", upper);
        }
        let speech = Speech::plain(&scope.locale, scope.audience_id.as_ref());
        self.say_with(speech, &id, arguments, faults).into_owned()
    }

    /// The sources of a page or of an edition. Those of figures come first, numbered as they are
    /// referred to; an edition's end with those of its lines to call.
    pub fn sources(&self, scope: &Scope, extent: Extent) -> Vec<SourceView> {
        let claims = self.cited(scope, extent);
        let mut views: Vec<SourceView> = Vec::new();
        for origin in origins(&claims) {
            let from: Vec<&Claim> = claims
                .iter()
                .copied()
                .filter(|claim| claim.origin == *origin)
                .collect();
            views.push(self.source(&from, origin, views.len() + 1, scope));
        }
        let edition = scope.edition.filter(|_| extent == Extent::Edition);
        let lines = edition.map(|index| self.lines(&self.site.editions[index]));
        for hotline in lines.into_iter().flatten() {
            let chain = self.locale(&scope.locale).chain();
            views.push(SourceView {
                kind: "hotline",
                number: views.len() + 1,
                text: in_locale(&hotline.name, &chain)
                    .unwrap_or(&hotline.id)
                    .to_owned(),
                url: Some(hotline.source.clone()),
                archive: None,
                accessed: hotline.verified_on.to_string(),
                figures: Vec::new(),
            });
        }
        views
    }

    /// The facts whose sources [`Stage::sources`] lists.
    pub fn sourced(&self, scope: &Scope, extent: Extent) -> Vec<Fact> {
        let claims = self.cited(scope, extent).into_iter();
        let edition = scope.edition.filter(|_| extent == Extent::Edition);
        let lines = edition.map(|index| self.lines(&self.site.editions[index]));
        let hotlines = lines.into_iter().flatten();
        claims
            .map(|claim| Fact::Claim(claim.id.clone()))
            .chain(hotlines.map(|line| Fact::Hotline(line.id.clone())))
            .collect()
    }

    fn source(
        &self,
        claims: &[&Claim],
        origin: &Origin,
        number: usize,
        scope: &Scope,
    ) -> SourceView {
        let chain = self.locale(&scope.locale).chain();
        let accessed = claims.iter().map(|claim| claim.accessed).max();
        SourceView {
            kind: "claim",
            number,
            text: in_locale(&origin.text, &chain)
                .or_else(|| origin.text.values().next().map(String::as_str))
                .unwrap_or_default()
                .to_owned(),
            url: origin.url.clone(),
            archive: origin.archive.clone(),
            accessed: accessed.map_or_else(String::new, |day| day.to_string()),
            figures: claims
                .iter()
                // What is wrong with a claim is told where it is shown.
                .map(|claim| self.said(claim, ".figure", scope, &mut Vec::new()))
                .collect(),
        }
    }

    /// The lines that an edition offers, and those that its pages show besides.
    pub fn lines(&self, edition: &EditionSite) -> Vec<&Hotline> {
        let mut lines = self.campaign.offered(self.audience(edition));
        for fact in self.campaign.facts(edition) {
            if let Fact::Hotline(id) = fact
                && let Some(hotline) = self.campaign.hotlines.get(id)
                && !lines.iter().any(|known| known.id == hotline.id)
            {
                lines.push(hotline);
            }
        }
        lines
    }
}

/// Who says what these claims say, each once, in the order of the claims.
fn origins<'a>(claims: &[&'a Claim]) -> Vec<&'a Origin> {
    let mut origins: Vec<&Origin> = Vec::new();
    for claim in claims {
        if !origins.contains(&&claim.origin) {
            origins.push(&claim.origin);
        }
    }
    origins
}
