//! Every rule that a campaign's files can break is shown in some document.

use std::collections::BTreeSet;

use campaign::rules;

use super::block::Meaning;
use super::document::Document;

/// Rules that no text in a document can break, and why.
const EXCEPTIONS: &[(&[&str], &str)] = &[
    (&["symbolic-link"], "only a disk has links"),
    (
        &["unreadable-file"],
        "only a disk has files that cannot be read",
    ),
    (
        &["topic-word", "overweight-page"],
        "found in rendered files: tests/it/safety.rs",
    ),
    (
        &[
            "output-number",
            "numbers-differ",
            "missing-channel",
            "moved-block",
            "output-link",
            "foreign-origin",
            "active-content",
            "leak",
            "output-structure",
            "repeated-title",
            "unread-file",
            "trace",
        ],
        "found where rendering went wrong: tests/it/mutation.rs, tests/it/readback.rs",
    ),
    (
        &["untranslatable-text"],
        "found in a build of the pseudo-locale: tests/it/pseudo.rs",
    ),
    (
        &["dead-link", "moved-link", "unreached-link"],
        "found on other sites: tests/it/online.rs",
    ),
    (
        &[
            "altered-file",
            "undeployed-file",
            "foreign-file",
            "exposed-file",
            "unanswered-file",
            "unverified-files",
            "missing-header",
            "altered-header",
            "foreign-header",
        ],
        "found where a site was deployed: tests/it/verify.rs",
    ),
    (
        &[
            "unaligned-translation",
            "broken-exchange",
            "foreign-exchange",
            "missing-texts",
            "repeated-text",
            "altered-text",
            "stale-text",
            "uncertain-text",
            "incomplete-page",
        ],
        "found in a translator's file: tests/it/translate",
    ),
];

/// The rules that no `diagnostics` block names.
pub fn unspecified(documents: &[Document]) -> Vec<&'static str> {
    let specs = documents.iter().flat_map(|document| &document.specs);
    let blocks = specs.flat_map(|spec| &spec.blocks);
    let named: BTreeSet<&str> = blocks
        .filter(|block| matches!(Meaning::of(block), Ok(Meaning::Diagnostics(_))))
        .flat_map(|block| &block.lines)
        .filter_map(|line| line.split_whitespace().nth(1))
        .collect();
    let is_excepted = |id: &str| EXCEPTIONS.iter().any(|(known, _)| known.contains(&id));
    let ids = rules::ALL.iter().map(|rule| rule.id);
    ids.filter(|id| !named.contains(id) && !is_excepted(id))
        .collect()
}
