//! What no translation reaches: in a build of the pseudo-locale, words without accents come from a
//! template or a file that every language shares.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::check::markup::{Tag, Token, tokens};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::campaign::Campaign;
use crate::model::route::Route;
use crate::rules;

/// Elements whose text is no words of a language, or that of a date.
const SILENT: [&str; 7] = ["script", "style", "code", "kbd", "samp", "time", "var"];

/// Attributes that are read out or shown.
const SPOKEN: [&str; 4] = ["aria-label", "alt", "title", "placeholder"];

/// What was found, page by page.
pub struct Remainder<'a> {
    campaign: &'a Campaign,
    /// Words that registers and settings hold, which are shown as they are.
    verbatim: BTreeSet<String>,
    /// Each text with where it was first seen and on how many pages.
    found: BTreeMap<String, (Route, usize)>,
}

impl<'a> Remainder<'a> {
    /// Nothing found yet. `verbatim` are the words, in small letters, that stay as they are.
    pub fn new(campaign: &'a Campaign, verbatim: BTreeSet<String>) -> Self {
        Self {
            campaign,
            verbatim,
            found: BTreeMap::new(),
        }
    }

    /// Looks at a page.
    pub fn look(&mut self, route: &Route, html: &str) {
        let mut texts = BTreeSet::new();
        let mut silent = 0_usize;
        for token in tokens(html) {
            match token {
                Token::Start(tag) => {
                    silent += usize::from(SILENT.contains(&tag.name.as_str()));
                    texts.extend(spoken(&tag));
                }
                Token::End(name) => {
                    silent = silent.saturating_sub(usize::from(SILENT.contains(&name.as_str())));
                }
                Token::Text(text) if silent == 0 => drop(texts.insert(text.trim().to_owned())),
                Token::Text(_) => {}
            }
        }
        texts.retain(|text| self.is_foreign(text));
        for text in texts {
            let seen = self.found.entry(text);
            seen.or_insert_with(|| (route.clone(), 0)).1 += 1;
        }
    }

    /// What was found, each once.
    pub fn finish(self) -> Vec<Diagnostic> {
        let found = self.found.iter();
        let faults = found.map(|(text, (route, count))| {
            let fault = Diagnostic::new(&rules::UNTRANSLATABLE_TEXT)
                .with("name", text)
                .with("route", route)
                .with("count", count);
            match self.template(text) {
                Some(place) => fault.at(place),
                None => fault,
            }
        });
        faults.collect()
    }

    /// Whether a text has a word that is no part of the pseudo-locale: one with a plain vowel.
    fn is_foreign(&self, text: &str) -> bool {
        let tokens = text.split_whitespace().filter(|token| {
            let is_address = token.contains("://") || token.contains('@') || token.contains("www.");
            !is_address && !token.contains('&')
        });
        let words = tokens.flat_map(|token| token.split(|c: char| !c.is_alphabetic()));
        let has_plain_vowel = |word: &&str| word.contains(['a', 'e', 'i', 'o', 'u']);
        let mut plain = words.filter(has_plain_vowel);
        plain.any(|word| !self.verbatim.contains(&word.to_lowercase()))
    }

    /// The template that a text stands in.
    fn template(&self, text: &str) -> Option<Place> {
        self.campaign.theme.templates.iter().find_map(|template| {
            let source = template.source.text().ok()?;
            let found = source
                .match_indices(text)
                .map(|(at, _)| at..at + text.len());
            let mut shown = found.filter(|range| is_shown(&source, range));
            Some(Place::new(&template.source.path, shown.next()?))
        })
    }
}

/// Whether a part of a template is text between tags, or the value of an attribute.
fn is_shown(template: &str, range: &Range<usize>) -> bool {
    let before = template[..range.start].trim_end();
    let behind = template[range.end..].trim_start();
    before.ends_with(['>', '}', '"']) && behind.starts_with(['<', '{', '"'])
}

fn spoken(tag: &Tag) -> Vec<String> {
    let values = SPOKEN.iter().filter_map(|name| tag.get(name));
    values.map(|value| value.trim().to_owned()).collect()
}
