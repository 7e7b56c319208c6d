//! Any catalogue at all, in memory: written, read and merged.

use std::sync::OnceLock;

use campaign::compile::Compiled;
use campaign::diagnostic::{Diagnosed, Diagnostic};
use campaign::exchange::catalogue::{self, Extent, Reach};
use campaign::exchange::merge::{Import, Merged};
use campaign::exchange::{self, Catalogue, Return, po, xliff};
use campaign::model::locale::LocaleTag;
use campaign::source::{Snapshot, SourcePath, Span};
use proptest::prelude::*;

use crate::campaign::compiled;
use crate::example;

/// The example, compiled.
fn made() -> &'static (Snapshot, Compiled) {
    static MADE: OnceLock<(Snapshot, Compiled)> = OnceLock::new();
    MADE.get_or_init(|| {
        let sources = example::sources();
        let compiled = compiled(&sources).0.unwrap();
        (sources, compiled)
    })
}

fn sent(compiled: &Compiled, snapshot: &Snapshot) -> Diagnosed<Catalogue> {
    let extent = Extent {
        target: &LocaleTag::new("es"),
        pages: &std::collections::BTreeSet::new(),
        address: "http://localhost:4545",
        reach: Reach::All,
    };
    catalogue::make(&compiled.campaign, &compiled.site, snapshot, &extent)
}

fn merged(compiled: &Compiled, snapshot: &Snapshot, text: &str) -> (Merged, Vec<Diagnostic>) {
    let path = SourcePath::new("es.po");
    let back = exchange::read(&path, text);
    assert_eq!(back.diagnostics, []);
    let import = Import {
        campaign: &compiled.campaign,
        snapshot,
        path: &path,
        back: &back.value,
    };
    let merged = import.merge();
    (merged.value, merged.diagnostics)
}

/// What a file says, wherever it says it.
fn said(text: &str) -> Return {
    let back = exchange::read(&SourcePath::new("in"), text);
    assert_eq!(back.diagnostics, []);
    let mut back = back.value;
    back.answers
        .iter_mut()
        .for_each(|answer| answer.span = Span::default());
    back
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 8,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// What a translator writes is what the campaign then holds, and what the translator takes back
    /// leaves every file as it was, byte for byte.
    #[test]
    fn an_exchange_loses_nothing(words in prop::collection::vec("[a-zñáü\"'¿—]{1,12}", 1..6), step in 1usize..40) {
        let (sources, compiled_before) = made();
        let out = sent(compiled_before, sources);
        prop_assert_eq!(&out.diagnostics, &[]);
        let catalogue = out.value;
        let text = po::write(&catalogue, compiled_before.today);
        let (same, faults) = merged(compiled_before, sources, &text);
        prop_assert_eq!(faults, []);
        prop_assert_eq!(same.files.len(), 0);

        let mut changed = catalogue.clone();
        for (at, entry) in changed.entries.iter_mut().enumerate().step_by(step) {
            entry.translation = format!("palabra {} {}", words[at % words.len()], entry.translation);
        }
        let text = po::write(&changed, compiled_before.today);
        let agency = xliff::write(&changed);
        prop_assert_eq!(said(&text), said(&agency));
        let (merge, faults) = merged(compiled_before, sources, &text);
        prop_assert_eq!(faults, []);
        prop_assert_eq!(merge.taken, changed.entries.len().div_ceil(step));
        let files = merge.files.iter().map(|file| (file.path.clone(), Some(file.clone())));
        let after = sources.with(files);
        let compiled_after = compiled(&after).0.unwrap();
        let held = sent(&compiled_after, &after).value;
        prop_assert_eq!(&held, &changed);

        let text = po::write(&catalogue, compiled_before.today);
        let (restored, faults) = merged(&compiled_after, &after, &text);
        prop_assert_eq!(faults, []);
        let files = restored.files.iter().map(|file| (file.path.clone(), Some(file.clone())));
        prop_assert_eq!(&after.with(files), sources);
    }

    /// Whatever stands in a file, reading it ends, and what is no entry is told.
    #[test]
    fn any_file_can_be_read(lines in prop::collection::vec("(msgid|msgstr|msgctxt|#,|#~|\"|x)?[ \"\\\\a\n]{0,6}", 0..20)) {
        let text = lines.join("\n");
        let back = po::read(&SourcePath::new("es.po"), &text);
        prop_assert!(!back.diagnostics.is_empty() || back.value.target.is_none());
    }
}
