//! Compiling again with what is known from before gives what compiling from scratch gives: every
//! file byte for byte, and every diagnostic, after any sequence of edits. So does a look at everything
//! that remembers what it saw.

use campaign::compile::{Compiled, Options, Survey, compile, compile_again, prepare};
use campaign::diagnostic::{self, Diagnosed};
use campaign::memo::Memo;
use campaign::source::{Snapshot, Source, SourcePath};
use campaign::world::disk;
use proptest::prelude::*;

/// The example campaign, as it lies in this repository.
fn example() -> Snapshot {
    disk::read(env!("CARGO_MANIFEST_DIR").as_ref())
        .unwrap()
        .value
}

fn options() -> Options {
    Options {
        today: "2026-11-24".parse().unwrap(),
        drafts: false,
        base_url: None,
    }
}

/// What somebody does to one file.
#[derive(Clone, Debug)]
enum Edit {
    /// Puts a text into it, somewhere.
    Insert(usize, &'static str),
    /// Takes some bytes out of it.
    Cut(usize, usize),
    /// Deletes it.
    Delete,
    /// Puts it where another one is, or nowhere yet.
    CopyTo(usize),
    /// Makes it what it was at first.
    Restore,
}

fn edit() -> impl Strategy<Value = (usize, Edit)> {
    let text = prop::sample::select(vec![
        "\n\nOne more paragraph.\n",
        "\n## Who can help?\n",
        "[a link](../no-such-page/)",
        "\n::: for survivors\nOnly for them.\n:::\n",
        "\n:::",
        "title = \"Another title\"\n",
        "{{ t(id=\"nav-home\") }}",
        "{{ url(to=\"/get-help/#who-can-help\") }}",
        "{% if %}",
        "\nnew-message = News\n",
        "ñ",
        "\u{0}",
        "",
    ]);
    let edit = prop_oneof![
        4 => (any::<usize>(), text).prop_map(|(at, text)| Edit::Insert(at, text)),
        2 => (any::<usize>(), 1usize..40).prop_map(|(at, length)| Edit::Cut(at, length)),
        1 => Just(Edit::Delete),
        1 => any::<usize>().prop_map(Edit::CopyTo),
        2 => Just(Edit::Restore),
    ];
    (any::<usize>(), edit)
}

fn apply(snapshot: &Snapshot, first: &Snapshot, which: usize, edit: &Edit) -> Snapshot {
    let all: Vec<&Source> = first.iter().collect();
    let original = all[which % all.len()];
    let path = &original.path;
    let now = snapshot.get(path.as_str());
    let bytes = now.map(|source| source.bytes.to_vec()).unwrap_or_default();
    let changed = |bytes: Vec<u8>| (path.clone(), Some(Source::new(path.clone(), bytes)));
    let change = match edit {
        Edit::Insert(at, text) => {
            let mut bytes = bytes;
            let at = at % (bytes.len() + 1);
            bytes.splice(at..at, text.bytes());
            changed(bytes)
        }
        Edit::Cut(at, length) => {
            let mut bytes = bytes;
            let at = at % (bytes.len() + 1);
            let end = (at + length).min(bytes.len());
            bytes.drain(at..end);
            changed(bytes)
        }
        Edit::Delete => (path.clone(), None),
        Edit::CopyTo(other) => {
            let to = match other % 2 {
                0 => all[other % all.len()].path.clone(),
                _ => SourcePath::new(format!("content/copy-{}/en.md", other % 7)),
            };
            (to.clone(), Some(Source::new(to, bytes)))
        }
        Edit::Restore => (path.clone(), Some(original.clone())),
    };
    snapshot.with([change])
}

/// Everything that comes of a snapshot: file by file, and what is wrong with all of it.
fn everything(made: Diagnosed<Option<Compiled>>) -> String {
    let mut faults = made.diagnostics;
    let mut text = String::new();
    if let Some(compiled) = made.value {
        for route in compiled
            .site
            .entries
            .keys()
            .chain(compiled.site.offered.keys())
        {
            let file = compiled.render(route).unwrap().split_into(&mut faults);
            text += &format!("{route} {}\n", campaign::source::Digest::of(&file.bytes));
        }
    }
    diagnostic::sort(&mut faults);
    text + &format!("{faults:#?}")
}

/// The same of a look at everything, which says for itself what is wrong.
fn seen(made: Diagnosed<Option<Compiled>>, memo: &Memo) -> String {
    let mut faults = made.diagnostics;
    let mut text = String::new();
    if let Some(compiled) = made.value {
        let survey = Survey::new(&compiled, memo);
        let found = survey.steps().into_iter().flat_map(|step| step());
        faults.extend(compiled.with_levels(found.collect()));
        for route in compiled.site.entries.keys() {
            let look = survey.look(route).unwrap();
            faults.extend(look.faults.iter().cloned());
            text += &format!("{route} {}\n", look.digest);
        }
        memo.turn();
    }
    diagnostic::sort(&mut faults);
    text + &format!("{faults:#?}")
}

#[test]
fn a_look_at_everything_sees_what_another_page_no_longer_has() {
    let with = |snapshot: &Snapshot, path: &str, change: &dyn Fn(String) -> String| {
        let text = snapshot.get(path).unwrap().text().unwrap().into_owned();
        let changed = change(text);
        assert_ne!(snapshot.get(path).unwrap().text().unwrap(), changed);
        let path = SourcePath::new(path);
        let source = Source::new(path.clone(), changed.into_bytes());
        snapshot.with([(path, Some(source))])
    };
    let linked = with(&example(), "themes/faro/templates/page.html", &|text| {
        text.replacen(
            "{% block main %}",
            "{% block main %}{{ url(to=\"/about/#new\") }}",
            1,
        )
    });
    let add = |text| text + "\n## A new part {#new}\n";
    let first = with(&linked, "content/about/en.md", &add);
    let first = with(&first, "content/about/es.md", &add);
    let memo = Memo::default();
    let look = |snapshot: &Snapshot| seen(prepare(snapshot, &options(), &memo), &memo);
    let scratch = |snapshot: &Snapshot| {
        let memo = Memo::default();
        seen(prepare(snapshot, &options(), &memo), &memo)
    };
    assert_eq!(look(&first), scratch(&first));
    assert_eq!(look(&linked), scratch(&linked));
    assert_ne!(look(&linked), look(&first));
}

proptest! {
    // A case compiles and renders the example about twenty times.
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn incremental_equals_from_scratch(edits in prop::collection::vec(edit(), 1..6)) {
        let first = example();
        let memo = Memo::default();
        compile_again(&first, &options(), &memo);
        let looked = Memo::default();
        seen(prepare(&first, &options(), &looked), &looked);
        let mut snapshot = first.clone();
        for (which, edit) in &edits {
            snapshot = apply(&snapshot, &first, *which, edit);
            let again = everything(compile_again(&snapshot, &options(), &memo));
            let scratch = everything(compile(&snapshot, &options()));
            prop_assert!(again == scratch, "after {edit:?} of file {which}");
            let again = seen(prepare(&snapshot, &options(), &looked), &looked);
            let scratch = Memo::default();
            let scratch = seen(prepare(&snapshot, &options(), &scratch), &scratch);
            prop_assert!(again == scratch, "a look after {edit:?} of file {which}");
        }
    }
}
