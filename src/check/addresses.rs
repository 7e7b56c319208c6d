//! Addresses of discreet audiences: what stands before every page of theirs, in the address bar, in
//! the history and in the records of the network.

use crate::check::discreet::words_of_all;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::audience::Audience;
use crate::model::campaign::Campaign;
use crate::model::settings;
use crate::rules;
use crate::source::SourcePath;

/// The words in hosts and slugs that tell the subject.
pub fn check(campaign: &Campaign) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for audience in campaign
        .settings
        .audiences
        .iter()
        .filter(|audience| audience.discreet)
    {
        for (part, word) in words(audience) {
            faults.push(
                Diagnostic::new(&rules::TOPIC_WORD)
                    .at(Place::new(&SourcePath::new(settings::PATH), audience.span))
                    .with("word", word)
                    .with("part", part)
                    .with("edition", &audience.id),
            );
        }
    }
    faults
}

/// The words in the host and folder of an audience, each with which of them it is in.
pub fn words(audience: &Audience) -> Vec<(&'static str, String)> {
    let words = words_of_all();
    let host = ::url::Url::parse(&audience.base_url)
        .ok()
        .and_then(|url| url.host_str().map(str::to_owned))
        .unwrap_or_default();
    [("host", &host), ("address", &audience.slug)]
        .into_iter()
        .filter_map(|(part, text)| Some((part, words.find(text)?)))
        .collect()
}
