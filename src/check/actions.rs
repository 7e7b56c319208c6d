//! Actions: a page asks its reader to do one thing, and people who need help are not asked to report.

use std::collections::BTreeMap;

use crate::check::discreet::Words;
use crate::check::gathered::Gathered;
use crate::check::text_of;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::action::ActionForm;
use crate::model::audience::Audience;
use crate::model::campaign::Campaign;
use crate::model::document::{Argument, Component, Kind, Literal, Reading};
use crate::model::fact::Fact;
use crate::model::front_matter::Extra;
use crate::model::link::Resolution;
use crate::model::locale::LocaleTag;
use crate::model::page::Translation;
use crate::model::site::{EditionPage, EditionSite, Site};
use crate::rules;
use crate::source::Span;

/// What a page asks for.
struct Action<'a> {
    /// What it says.
    label: &'a str,
    /// Where it leads.
    to: &'a str,
    span: Span,
}

/// The pages that ask for several things, and those that ask for the wrong one.
pub fn check(campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    let forms = &campaign.theme.actions;
    if forms.is_empty() {
        return Vec::new();
    }
    let reporting = campaign.words.iter();
    let reporting = reporting.map(|(tag, words)| (tag, Words::read(&words.reporting.join("\n"))));
    let checker = Checker {
        campaign,
        reporting: reporting.collect(),
    };
    let mut gathered = Gathered::default();
    for edition in site.editions.iter() {
        for page in &edition.pages {
            let Some((file, reading)) = text_of(campaign, edition, page) else {
                continue;
            };
            let actions = actions(forms, file, reading);
            let several = several(&actions, file);
            let reports = checker.reports(&actions, file, edition, page);
            for fault in several.into_iter().chain(reports) {
                gathered.put(fault, &edition.edition);
            }
        }
    }
    gathered.finish()
}

/// What a page asks this reader to do: in its front matter, then in its text.
fn actions<'a>(
    forms: &'a [ActionForm],
    file: &'a Translation,
    reading: Reading<'a>,
) -> Vec<Action<'a>> {
    let in_front = forms.iter().filter_map(|form| in_front(form, file));
    let in_text = reading.descendants().filter_map(|node| match &node.kind {
        Kind::Component(component) => {
            let named = |form: &&ActionForm| form.component.as_ref() == Some(&component.name);
            let form = forms.iter().find(named)?;
            Some(Action {
                label: argument(component, &form.label).or_else(|| first(component))?,
                to: argument(component, &form.to)?,
                span: node.span,
            })
        }
        _ => None,
    });
    in_front.chain(in_text).collect()
}

fn in_front<'a>(form: &ActionForm, file: &'a Translation) -> Option<Action<'a>> {
    let text = |key: &str| match file.front.extra.get(key) {
        Some(Extra::String(text)) if !text.trim().is_empty() => Some(text.as_str()),
        _ => None,
    };
    let to = text(&form.to).filter(|_| form.component.is_none())?;
    // What a variant takes from the common text of its language stands there.
    let span = |key: &str| file.front.spans.get(&format!("extra.{key}")).copied();
    Some(Action {
        label: text(&form.label).unwrap_or(to),
        to,
        span: span(&form.label).or(span(&form.to)).unwrap_or_default(),
    })
}

fn argument<'a>(component: &'a Component, name: &str) -> Option<&'a str> {
    let found = component.arguments.iter().find(|own| own.name == name)?;
    words(found)
}

/// What stands behind the name of the component: its first argument.
fn first(component: &Component) -> Option<&str> {
    component.label.as_ref().and_then(words)
}

fn words(argument: &Argument) -> Option<&str> {
    match &argument.value {
        Literal::String(text) => Some(text),
        _ => None,
    }
}

/// A fault where a page asks for more than one thing. To ask for the same again at its end is fine.
fn several(actions: &[Action<'_>], file: &Translation) -> Option<Diagnostic> {
    let mut different: Vec<&Action<'_>> = Vec::new();
    for action in actions {
        if different.iter().all(|known| known.to != action.to) {
            different.push(action);
        }
    }
    let place = |action: &&Action<'_>| Place::new(&file.path, action.span);
    let second = place(different.get(1)?);
    different.swap(0, 1);
    let others = different[1..].iter().map(place);
    Some(
        Diagnostic::new(&rules::SEVERAL_ACTIONS)
            .at(second)
            .with("count", different.len())
            .also_at(others),
    )
}

struct Checker<'a> {
    campaign: &'a Campaign,
    /// The words that ask somebody to report, in each language.
    reporting: BTreeMap<&'a LocaleTag, Words>,
}

impl Checker<'_> {
    /// What asks people who need help to report.
    fn reports(
        &self,
        actions: &[Action<'_>],
        file: &Translation,
        edition: &EditionSite,
        page: &EditionPage,
    ) -> Vec<Diagnostic> {
        if !needs_help(&self.campaign.settings.audiences[edition.audience]) {
            return Vec::new();
        }
        let fault = |action: &Action<'_>| {
            let target = match edition.resolve(&page.key, action.to) {
                Resolution::Page { page, .. } => Some(&edition.pages[page]),
                _ => None,
            };
            let word = self.word(action.label, file).or_else(|| {
                let target = target.filter(|target| target.written_in == file.locale)?;
                self.word(&target.front.title, file)
            });
            let lines_only =
                target.is_some_and(|target| self.leads_to_authorities(edition, target));
            let word = word.or_else(|| lines_only.then(|| "none".to_owned()))?;
            Some(
                Diagnostic::new(&rules::REPORT_ACTION)
                    .at(Place::new(&file.path, action.span))
                    .with("name", action.label)
                    .with("word", word),
            )
        };
        actions.iter().filter_map(fault).collect()
    }

    /// The word of a text that asks to report, unless the page says why it needs it.
    fn word(&self, text: &str, file: &Translation) -> Option<String> {
        let word = self.reporting.get(&file.locale)?.find(text)?;
        let mut excused = file.front.words.keys();
        let is_excused = excused.any(|own| own.to_lowercase() == word.to_lowercase());
        (!is_excused).then_some(word)
    }

    /// Whether all the lines of a page are those of a government.
    fn leads_to_authorities(&self, edition: &EditionSite, page: &EditionPage) -> bool {
        let facts = self.campaign.summary(edition, page).facts().iter();
        let lines = facts.filter_map(|fact| match fact {
            Fact::Hotline(id) => self.campaign.hotlines.get(id),
            Fact::Claim(_) => None,
        });
        let mut lines = lines.peekable();
        lines.peek().is_some() && lines.all(|line| line.government)
    }
}

/// Whether an audience is one of people who live through it: theirs is discreet, or has a way out.
fn needs_help(audience: &Audience) -> bool {
    audience.discreet || audience.exit.is_some()
}
