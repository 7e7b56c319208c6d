//! Whether a message is of use: something shows it, or overrides what the theme or the tool says.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::memo::Memo;
use crate::model::campaign::Campaign;
use crate::model::document::{Component, Literal, MarkKind, Sought};
use crate::model::exit::SAFETY_MESSAGES;
use crate::model::front_matter::Extra;
use crate::model::message::{Layer, owner_of};
use crate::model::page::Translation;
use crate::rules;
use crate::source::Span;

use super::grouped;

/// What the names begin with that are looked up by what they name.
const NAMING: [&str; 3] = ["audience-", "campaign-", "topic-"];

/// The messages of the source language that nothing shows, by file. Those of the others follow them.
pub fn check(campaign: &Campaign, memo: &Memo) -> Vec<Diagnostic> {
    let used = Used::of(campaign, memo);
    let source = &campaign.settings.source_locale;
    let resources = campaign.messages.of(source);
    resources
        .filter(|resource| resource.is_own())
        .filter_map(|resource| {
            let definitions = resource.definitions.iter();
            let unused: Vec<(&str, Span)> = definitions
                .filter(|(id, _)| owner_of(id) == id.as_str() && !used.holds(id))
                .map(|(id, definition)| (id.as_str(), definition.span))
                .collect();
            grouped(
                Diagnostic::new(&rules::UNUSED_MESSAGE),
                &resource.path,
                unused,
            )
        })
        .collect()
}

/// The names by which something may ask for a message.
#[derive(Default)]
struct Used {
    names: BTreeSet<String>,
    /// What templates put names together from: `tone-` of `t(id="tone-" ~ tone)`.
    beginnings: BTreeSet<String>,
}

impl Used {
    fn of(campaign: &Campaign, memo: &Memo) -> Self {
        let mut used = Self::default();
        for template in &campaign.theme.templates {
            used.template(&template.source.text().unwrap_or_default());
        }
        used.beginnings.extend(NAMING.map(str::to_owned));
        used.names.extend(SAFETY_MESSAGES.map(str::to_owned));
        for resource in &campaign.messages.resources {
            if resource.layer != Layer::Campaign {
                used.names.extend(resource.definitions.keys().cloned());
            }
            let references = resource
                .definitions
                .values()
                .flat_map(|definition| &definition.references);
            used.names
                .extend(references.map(|reference| owner_of(&reference.name).to_owned()));
        }
        campaign
            .settings
            .extra
            .values()
            .for_each(|extra| used.extra(extra));
        for page in campaign.pages.values() {
            let of_page = memo.recall("names on pages", page.digest(), || {
                let mut of_page = Self::default();
                page.translations
                    .iter()
                    .for_each(|translation| of_page.translation(translation));
                of_page.names
            });
            used.names.extend(of_page.iter().cloned());
        }
        used
    }

    fn translation(&mut self, translation: &Translation) {
        let front = &translation.front;
        front.extra.values().for_each(|extra| self.extra(extra));
        for mark in translation.document().marks_of(Sought::Directive) {
            match mark.kind {
                MarkKind::Message(id, _) => {
                    self.names.insert(owner_of(id).to_owned());
                }
                MarkKind::Component(component) => self.component(component),
                _ => {}
            }
        }
    }

    fn holds(&self, id: &str) -> bool {
        self.names.contains(id)
            || self
                .beginnings
                .iter()
                .any(|beginning| id.starts_with(beginning))
    }

    /// Whatever stands between quotation marks in a template may be the name of a message.
    fn template(&mut self, text: &str) {
        for text in text.split(['"', '\'', '`']) {
            if text.ends_with('-') {
                self.beginnings.insert(text.to_owned());
            } else {
                self.names.insert(owner_of(text).to_owned());
            }
        }
    }

    fn component(&mut self, component: &Component) {
        for argument in component.label.iter().chain(&component.arguments) {
            if let Literal::String(text) = &argument.value {
                self.names.insert(owner_of(text).to_owned());
            }
        }
    }

    fn extra(&mut self, extra: &Extra) {
        match extra {
            Extra::String(text) => {
                self.names.insert(owner_of(text).to_owned());
            }
            Extra::Array(values) => values.iter().for_each(|value| self.extra(value)),
            Extra::Table(values) => values.values().for_each(|value| self.extra(value)),
            Extra::Boolean(_) | Extra::Integer(_) | Extra::Float(_) => {}
        }
    }
}
