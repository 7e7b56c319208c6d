//! What must hold of every campaign.

use campaign::diagnostic::{Diagnostic, Severity};
use campaign::model::site::{Scope, Site};
use proptest::prelude::*;

use crate::campaign::{Campaign, Fate, Files, Viewers, compiled, files};

/// Few cases on every run; `PROPTEST_CASES` asks for more.
fn cases(count: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|count| count.parse().ok()).unwrap_or(count),
        failure_persistence: None,
        max_shrink_iters: 2000,
        ..ProptestConfig::default()
    }
}

fn tape() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 0..1500)
}

fn errors(faults: &[Diagnostic]) -> Vec<&Diagnostic> {
    let is_error = |fault: &&Diagnostic| fault.severity == Severity::Error;
    faults.iter().filter(is_error).collect()
}

/// Whether a file belongs to what these observers get.
fn is_theirs(site: &Site, observers: Scope, file: Scope) -> bool {
    match (observers, file) {
        (Scope::Audience(audience), Scope::Edition(edition)) => {
            site.editions[edition].audience == audience
        }
        (Scope::Audience(audience), Scope::Audience(other)) => audience == other,
        (observers, file) => observers == file,
    }
}

fn files_of(snapshot: &::campaign::source::Snapshot, observers: Scope) -> (Files, Vec<Diagnostic>) {
    let (compiled, mut faults) = compiled(snapshot);
    let compiled = compiled.expect("the settings are sound");
    let site = &compiled.site;
    let (files, more) = files(&compiled, |scope| is_theirs(site, observers, scope));
    faults.extend(more);
    (files, faults)
}

fn assert_same(before: &Files, after: &Files, what: &str) -> Result<(), TestCaseError> {
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    prop_assert_eq!(names(before), names(after), "{}", what);
    for (path, bytes) in before {
        let (one, other) = (
            String::from_utf8_lossy(bytes),
            String::from_utf8_lossy(&after[path]),
        );
        prop_assert_eq!(one, other, "{}: {}", what, path);
    }
    Ok(())
}

fn shown(snapshot: &::campaign::source::Snapshot) -> String {
    let own = snapshot
        .iter()
        .filter(|source| !source.path.as_str().starts_with("themes/"));
    own.map(|source| {
        format!(
            "== {}\n{}\n",
            source.path,
            String::from_utf8_lossy(&source.bytes)
        )
    })
    .collect()
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn what_an_edition_may_not_see_changes_nothing_in_it(tape in tape(), pick in any::<prop::sample::Index>()) {
        let campaign = Campaign::new(&tape);
        let all = campaign.snapshot();
        let observers = campaign.observers();
        let (name, viewers, scope) = &observers[pick.index(observers.len())];
        let (before, faults) = files_of(&all, *scope);
        prop_assume!(!is_refused(&faults));
        prop_assert!(errors(&faults).is_empty(), "{:#?}\n{}", errors(&faults), shown(&all));
        for fate in [Fate::Replaced, Fate::Removed] {
            let (after, faults) = files_of(&campaign.snapshot_for(*viewers, fate), *scope);
            if is_refused(&faults) {
                continue;
            }
            assert_same(&before, &after, &format!("{name} {fate:?}\n{}", shown(&all)))?;
        }
        no_canary(&campaign, *viewers, &before).map_err(|fault| {
            TestCaseError::fail(format!("{name}: {fault}\n{}", shown(&all)))
        })?;
    }
}

/// Whether a definition stands where not all who use it may see it. Nothing is published then.
fn is_refused(faults: &[Diagnostic]) -> bool {
    faults
        .iter()
        .any(|fault| fault.rule.id == "hidden-definition")
}

/// No file holds a word that is not for these observers, and none is named after one.
fn no_canary(campaign: &Campaign, observers: Viewers, files: &Files) -> Result<(), String> {
    let secrets = campaign
        .canaries
        .iter()
        .filter(|canary| !canary.viewers.include(observers));
    let secrets: Vec<&str> = secrets.map(|canary| canary.token.as_str()).collect();
    for (path, bytes) in files {
        let text = format!("{path}\n{}", String::from_utf8_lossy(bytes));
        if let Some(secret) = secrets.iter().find(|secret| text.contains(**secret)) {
            return Err(format!("{secret} in {path}"));
        }
    }
    Ok(())
}

#[test]
fn zz_show() {
    let mut state = 12345u64;
    let tape: Vec<u16> = (0..1500)
        .map(|_| {
            state = state
                .wrapping_mul(6364136223846793005)
                .wrapping_add(1442695040888963407);
            (state >> 33) as u16
        })
        .collect();
    let campaign = Campaign::new(&tape);
    println!("{}", shown(&campaign.snapshot()));
    for (name, viewers, scope) in campaign.observers() {
        let (files, _) = files_of(&campaign.snapshot(), scope);
        println!("{name} {viewers:?} {:?}", files.keys().collect::<Vec<_>>());
    }
    let (name, viewers, _) = &campaign.observers()[0];
    println!(
        "#### {name}\n{}",
        shown(&campaign.snapshot_for(*viewers, Fate::Replaced))
    );
}
