//! Figures in prose that no claim carries, for audiences that pass figures on.

mod prose;
mod scan;
mod words;

use crate::check::gathered::Gathered;
use crate::check::text_of;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::audience::Figures;
use crate::model::campaign::Campaign;
use crate::model::front_matter::{Extra, FrontMatter};
use crate::model::site::Site;
use crate::rules;
use crate::source::Span;

/// The figures that have no source where one is asked for.
pub fn check(campaign: &Campaign, site: &Site) -> Vec<Diagnostic> {
    let mut gathered = Gathered::default();
    for edition in site.editions.iter() {
        let audience = &campaign.settings.audiences[edition.audience];
        if audience.figures == Figures::Lenient {
            continue;
        }
        for page in &edition.pages {
            let Some((translation, reading)) = text_of(campaign, edition, page) else {
                continue;
            };
            let mut found = head(&translation.front);
            for text in prose::texts(reading) {
                let figures = scan::figures(&text.text);
                found.extend(figures.into_iter().map(|figure| {
                    let span = text.span(figure.start, figure.end);
                    (span, figure.text)
                }));
            }
            for (span, figure) in found {
                let fault = Diagnostic::new(&rules::UNSOURCED_FIGURE)
                    .at(Place::new(&translation.path, span))
                    .with("value", figure);
                gathered.put(fault, &edition.edition);
            }
        }
    }
    gathered.finish()
}

/// The figures in the head of a page that its readers see.
fn head(front: &FrontMatter) -> Vec<(Span, String)> {
    let mut texts: Vec<(&str, &str)> = vec![("title", front.title.as_str())];
    texts.extend(
        front
            .description
            .as_deref()
            .map(|text| ("description", text)),
    );
    for value in front.extra.values() {
        collect(value, &mut texts);
    }
    texts
        .into_iter()
        .flat_map(|(key, text)| {
            let span = front.spans.get(key).copied().unwrap_or_default();
            scan::figures(text)
                .into_iter()
                .map(move |figure| (span, figure.text))
        })
        .collect()
}

fn collect<'a>(value: &'a Extra, texts: &mut Vec<(&str, &'a str)>) {
    match value {
        Extra::String(text) => texts.push(("extra", text)),
        Extra::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Extra::Table(table) => table.values().for_each(|value| collect(value, texts)),
        Extra::Boolean(_) | Extra::Integer(_) | Extra::Float(_) => {}
    }
}
