//! What must hold of every campaign: of small ones at random, and of the example.

use std::sync::OnceLock;

use ::campaign::diagnostic::{self, Diagnostic, Severity};
use ::campaign::model::site::{Scope, Site};
use ::campaign::source::{Snapshot, Source};
use ::campaign::world::report::{Format, Language, Style, Voice, report};
use proptest::prelude::*;
use rayon::prelude::*;

use crate::addresses;
use crate::campaign::{Campaign, Fate, Files, Viewers, compiled, files};
use crate::example::{self, seen_by};

/// Few cases on every run; `PROPTEST_CASES` asks for more.
fn cases(count: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|count| count.parse().ok()).unwrap_or(count),
        failure_persistence: None,
        max_shrink_iters: 2000,
        // A definition that not all of its users may see is refused; one campaign in four has one.
        max_global_rejects: 1_000_000,
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

fn files_of(snapshot: &Snapshot, observers: Scope) -> (Files, Vec<Diagnostic>) {
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

fn shown(snapshot: &Snapshot) -> String {
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
    #![proptest_config(cases(150))]

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

/// Whether a definition stands where not all who use it may see it, or blocks ran together so that
/// a directive stands where none can. Nothing is published then.
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
fn what_an_audience_may_not_see_changes_nothing_in_the_example() {
    let sources = example::sources();
    let (site, _) = compiled(&sources);
    let site = site.expect("the settings are sound");
    for (index, audience) in site.campaign.settings.audiences.iter().enumerate() {
        let changed = seen_by(&sources, &site, index);
        let differing = changed
            .iter()
            .filter(|source| sources.get(source.path.as_str()) != Some(source));
        assert!(
            differing.count() > 20,
            "{}: hardly anything is hidden",
            audience.id
        );
        let (before, _) = files_of(&sources, Scope::Audience(index));
        let (after, _) = files_of(&changed, Scope::Audience(index));
        assert_same(&before, &after, audience.id.as_str()).unwrap();
    }
}

/// Every file of a site, rendered by as many threads as there are, with everything that is wrong.
fn everything(snapshot: &Snapshot) -> (Files, Vec<Diagnostic>) {
    let (compiled, mut faults) = compiled(snapshot);
    let Some(compiled) = compiled else {
        return (Files::new(), faults);
    };
    let routes: Vec<_> = compiled.site.entries.keys().collect();
    let rendered: Vec<_> = routes
        .par_iter()
        .map(|route| (*route, compiled.render(route).unwrap()))
        .collect();
    let mut all = Files::new();
    for (route, file) in rendered {
        let file = file.split_into(&mut faults);
        all.insert(route.as_str().to_owned(), file.bytes);
    }
    let (files, more) = files(&compiled, |_| true);
    all.extend(files);
    faults.extend(more);
    diagnostic::sort(&mut faults);
    (all, faults)
}

fn assert_alike(
    one: &(Files, Vec<Diagnostic>),
    other: &(Files, Vec<Diagnostic>),
    what: &str,
) -> Result<(), TestCaseError> {
    assert_same(&one.0, &other.0, what)?;
    prop_assert_eq!(&one.1, &other.1, "{}", what);
    Ok(())
}

fn with_threads<T: Send>(count: usize, work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(count)
        .build()
        .unwrap();
    pool.install(work)
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn order_and_threads_change_nothing(tape in tape()) {
        let sources = Campaign::new(&tape).snapshot();
        let turned = Snapshot::new(sources.iter().cloned().collect::<Vec<_>>().into_iter().rev());
        let once = with_threads(1, || everything(&sources));
        assert_alike(&once, &with_threads(4, || everything(&turned)), "threads")?;
        assert_alike(&once, &with_threads(1, || everything(&sources)), "again")?;
    }

    #[test]
    fn what_nobody_has_today_changes_nothing(tape in tape()) {
        let campaign = Campaign::new(&tape);
        let (before, _) = everything(&campaign.snapshot());
        let (after, _) = everything(&campaign.published());
        assert_same(&before, &after, &shown(&campaign.snapshot()))?;
    }

    #[test]
    fn line_ends_and_byte_order_marks_change_nothing(tape in tape()) {
        let sources = Campaign::new(&tape).snapshot();
        let other = Snapshot::new(sources.iter().map(as_another_editor_writes_it));
        assert_alike(&everything(&sources), &everything(&other), &shown(&sources))?;
    }

    #[test]
    fn every_address_leads_somewhere(tape in tape()) {
        let sources = Campaign::new(&tape).snapshot();
        let (site, faults) = compiled(&sources);
        let site = site.expect("the settings are sound");
        prop_assume!(!is_refused(&faults));
        let (files, faults) = files(&site, |_| true);
        prop_assert!(errors(&faults).is_empty(), "{:#?}\n{}", errors(&faults), shown(&sources));
        let broken = addresses::broken(&files, &site.campaign.settings);
        prop_assert!(broken.is_empty(), "{broken:#?}\n{}", shown(&sources));
    }
}

fn as_another_editor_writes_it(source: &Source) -> Source {
    let is_text = source
        .path
        .extension()
        .is_some_and(|extension| ["md", "toml", "ftl", "html"].contains(&extension));
    if !is_text {
        return source.clone();
    }
    let text = std::str::from_utf8(&source.bytes).unwrap();
    let written = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    Source::new(source.path.as_str(), written.into_bytes())
}

#[test]
fn order_threads_and_editors_change_nothing_in_the_example() {
    let sources = example::sources();
    let once = with_threads(1, || everything(&sources));
    let four = with_threads(4, || everything(&sources));
    assert_alike(&once, &four, "threads").unwrap();
    let other = Snapshot::new(sources.iter().map(as_another_editor_writes_it));
    assert_alike(&once, &everything(&other), "line ends").unwrap();
}

#[test]
fn every_address_of_the_example_leads_somewhere() {
    let (site, _) = compiled(&example::sources());
    let site = site.expect("the settings are sound");
    let (files, _) = files(&site, |_| true);
    let broken = addresses::broken(&files, &site.campaign.settings);
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_example_says_nothing_about_how_it_was_made() {
    let (files, faults) = everything(&example::sources());
    assert!(errors(&faults).is_empty(), "{:#?}", errors(&faults));
    let version = concat!("campaign ", env!("CARGO_PKG_VERSION"));
    let home = std::env::var("HOME").unwrap_or_else(|_| "/root".to_owned());
    let words = [
        "\u{2066}",
        "\u{2067}",
        "\u{2068}",
        "\u{2069}",
        "{$",
        "{ $",
        env!("CARGO_MANIFEST_DIR"),
        &home,
        version,
        "generator",
        "<!--",
        "{{",
        "{%",
    ];
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        for word in words {
            assert!(!text.contains(word), "{word:?} in {path}");
        }
    }
}

/// What may be done to a source to make it another.
#[derive(Clone, Debug)]
struct Mutation {
    source: prop::sample::Index,
    at: prop::sample::Index,
    length: usize,
    with: Vec<u8>,
}

/// What means something in one kind of source or another.
const BITS: &[&str] = &[
    "+++\n",
    "---\n",
    ":::\n",
    "::: for public\n",
    "::: for nobody\n",
    ":for[",
    "]{public}",
    ":t[",
    "]",
    "```\n",
    "[^n]",
    "[x]: /y\n",
    "<div>",
    "<!--",
    "{ $",
    "}",
    "{",
    "*[other]",
    " -> ",
    "-term = ",
    ".a = ",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "endblock",
    "component",
    "for x in ",
    "|",
    "\"\"\"",
    "[",
    "[[",
    "=",
    "draft = true\n",
    "\u{feff}",
    "\r",
    "\0",
    "\u{202e}",
    "é",
    "\u{1F600}",
    "../",
    "/",
    "#",
    "%2e",
    "javascript:",
    "99999999999999999999",
    "-1",
    "true",
    "\n",
    "\n\n",
    "    ",
    "> ",
    "- ",
    "| a |\n|---|\n",
    "date = 2026-13-01\n",
];

fn mutation() -> impl Strategy<Value = Mutation> {
    let bit = prop::sample::select(BITS).prop_map(|bit| bit.as_bytes().to_vec());
    let bits = prop::collection::vec(bit, 0..4).prop_map(|bits| bits.concat());
    let with = prop_oneof![4 => bits, 1 => prop::collection::vec(any::<u8>(), 0..20)];
    (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        prop_oneof![Just(0), 0usize..30, 0usize..3000],
        with,
    )
        .prop_map(|(source, at, length, with)| Mutation {
            source,
            at,
            length,
            with,
        })
}

impl Mutation {
    /// The sources with this done to one of them, and which.
    fn of(&self, sources: &Snapshot) -> (Snapshot, String) {
        let all: Vec<&Source> = sources.iter().collect();
        let source = all[self.source.index(all.len())];
        let mut bytes = source.bytes.to_vec();
        let at = self.at.index(bytes.len() + 1);
        let end = (at + self.length).min(bytes.len());
        bytes.splice(at..end, self.with.iter().copied());
        let path = source.path.as_str().to_owned();
        let others = all
            .iter()
            .filter(|other| other.path != source.path)
            .map(|other| (*other).clone());
        (
            Snapshot::new(others.chain([Source::new(path.as_str(), bytes)])),
            path,
        )
    }
}

/// Every place of a diagnostic lies in its source, on the boundaries of characters, and every
/// report can be written.
fn check_places(sources: &Snapshot, faults: &[Diagnostic]) -> Result<(), TestCaseError> {
    static VOICE: OnceLock<Voice> = OnceLock::new();
    let voice = VOICE.get_or_init(|| Voice::new(Language::Spanish));
    for place in faults
        .iter()
        .flat_map(|fault| fault.place.iter().chain(&fault.related))
    {
        let Some(Ok(text)) = sources.get(place.path.as_str()).map(Source::text) else {
            continue;
        };
        prop_assert!(text.get(place.span.range()).is_some(), "{place:?}\n{text}");
    }
    for format in [Format::Text, Format::Json] {
        report(format, faults, sources, voice, Style::Plain);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn no_source_makes_it_panic(tape in tape(), mutations in prop::collection::vec(mutation(), 1..4)) {
        let mut sources = Campaign::new(&tape).snapshot();
        for mutation in mutations {
            sources = mutation.of(&sources).0;
        }
        let (_, faults) = everything(&sources);
        check_places(&sources, &faults)?;
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn no_mutant_of_the_example_makes_it_panic(mutation in mutation()) {
        let (sources, path) = mutation.of(&example::sources());
        let (compiled, mut faults) = compiled(&sources);
        if let Some(compiled) = compiled {
            let is_meant = |route: &str| !path.starts_with("content/") || route.contains("/en/");
            for route in compiled.site.entries.keys().filter(|route| is_meant(route.as_str())).take(40) {
                compiled.render(route).unwrap().split_into(&mut faults);
            }
        }
        check_places(&sources, &faults)?;
    }
}
