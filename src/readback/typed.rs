//! Numbers as they stand in the sources. One that stands there was judged there.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::model::audience::AudienceId;
use crate::model::campaign::Campaign;
use crate::model::document::Kind;
use crate::model::page::{Page, Translation};
use crate::readback::locate::open_texts;
use crate::readback::number::{chains, may_hold_digits};

/// How many digits somebody could call: a short code, or all that E.164 allows.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=15;

/// The numbers that somebody could call and that stand anywhere in the sources.
#[derive(Debug)]
pub struct TypedNumbers {
    /// Those of messages, templates, registers and settings.
    open: BTreeSet<String>,
    /// Those of pages, of which there are many: looked through when nothing else has a number.
    pages: OnceLock<BTreeSet<String>>,
}

impl TypedNumbers {
    /// The numbers of this campaign.
    pub fn new(campaign: &Campaign) -> Self {
        let mut open = BTreeSet::new();
        for text in open_texts(campaign) {
            add(&text, &mut open);
        }
        Self {
            open,
            pages: OnceLock::new(),
        }
    }

    /// Whether somebody typed this number in the campaign.
    pub fn contain(&self, digits: &str, campaign: &Campaign) -> bool {
        let of_pages = || self.pages.get_or_init(|| typed_on_pages(campaign));
        self.open.contains(digits) || of_pages().contains(digits)
    }
}

fn typed_on_pages(campaign: &Campaign) -> BTreeSet<String> {
    let pages: Vec<&Page> = campaign.pages.values().map(|page| &**page).collect();
    let of_page = |page: &&Page| {
        let mut numbers = BTreeSet::new();
        for translation in &page.translations {
            add_translation(translation, campaign, &mut numbers);
        }
        numbers
    };
    pages.par_iter().flat_map_iter(of_page).collect()
}

fn add_translation(translation: &Translation, campaign: &Campaign, numbers: &mut BTreeSet<String>) {
    let front = &translation.front;
    for text in [&front.title].into_iter().chain(&front.description) {
        add(text, numbers);
    }
    let nobody = AudienceId::new("\0");
    let audiences = campaign.settings.audiences.iter().map(|own| &own.id);
    for reader in audiences.chain([&nobody]) {
        for node in translation.document().for_audience(reader).descendants() {
            if let Kind::Text(text) | Kind::Code(text) = &node.kind {
                add(text, numbers);
            }
        }
    }
}

fn add(text: &str, numbers: &mut BTreeSet<String>) {
    if !may_hold_digits(text) {
        return;
    }
    for chain in chains(text, |_, _| false) {
        let parts = chain.parts().map(|(_, digits)| digits);
        numbers.extend(parts.filter(|digits| LENGTHS.contains(&digits.len())));
    }
}
