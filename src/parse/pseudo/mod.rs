//! Campaign → the campaign as if it were translated into a language that nobody speaks: its words
//! have accents, are longer and stand in brackets. What has none of these could not be translated,
//! and what does not fit would not fit in some language.
//!
//! Lines to call, figures, addresses, names of directives and code stay. No search engine may list
//! such a site, and its addresses lead nowhere: it is never meant to be published.

mod letters;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::model::campaign::Campaign;
use crate::model::document::Rewording;
use crate::model::front_matter::{Extra, FrontMatter};
use crate::model::page::{Body, Outline, Page, Translation};
use letters::accented;

use super::fluent;

/// What stands around each text: the end of a text that was cut off has no bracket.
const BRACKETS: [&str; 2] = ["[", "]"];

/// A host that is never there (RFC 2606).
pub const NOWHERE: &str = "https://pseudo.invalid";

const REWORDING: Rewording<'_> = Rewording {
    words: &accented,
    around: BRACKETS,
};

/// The campaign in the pseudo-locale, every language of it.
#[must_use]
pub fn of(mut campaign: Campaign) -> Campaign {
    campaign.settings.base_url = NOWHERE.to_owned();
    for audience in &mut campaign.settings.audiences {
        audience.indexed = false;
        audience.own_host = false;
        audience.base_url = NOWHERE.to_owned();
    }
    let mut messages = (*campaign.messages).clone();
    for resource in &mut messages.resources {
        resource.text = fluent::reworded(&resource.text, REWORDING).into();
    }
    campaign.messages = Arc::new(messages);
    for page in campaign.pages.values_mut() {
        let translations = page.translations.iter().map(translation);
        *page = Arc::new(Page {
            key: page.key.clone(),
            source: page.source.clone(),
            translations: translations.collect(),
        });
    }
    campaign
}

fn translation(own: &Translation) -> Translation {
    let document = own.document().reworded(REWORDING);
    let audiences = own.body.outlines.keys();
    let outlines = audiences.map(|audience| {
        let reading = document.for_audience(audience);
        let outline = Outline::of(reading, own.front.description.as_deref());
        (audience.clone(), Arc::new(outline))
    });
    let body = Body {
        outlines: outlines.collect(),
        document,
        texts: own.texts().to_vec(),
        faults: Vec::new(),
    };
    Translation {
        front: Arc::new(front(&own.front)),
        body: Arc::new(LazyLock::new(Box::new(move || body))),
        ..own.clone()
    }
}

fn front(own: &FrontMatter) -> FrontMatter {
    let mut front = own.clone();
    front.title = REWORDING.whole(&own.title);
    front.description = own.description.as_deref().map(|text| REWORDING.whole(text));
    if let Some(label) = front.nav.as_mut().and_then(|entry| entry.label.as_mut()) {
        *label = REWORDING.whole(label);
    }
    extra(&mut front.extra);
    front
}

fn extra(table: &mut BTreeMap<String, Extra>) {
    for value in table.values_mut() {
        if let Some(text) = value.text() {
            *value = Extra::String(REWORDING.whole(text));
        } else if let Extra::Table(inner) = value {
            extra(inner);
        }
    }
}
