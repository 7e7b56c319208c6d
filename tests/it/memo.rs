//! Compiling again with what is known from before gives what compiling from scratch gives: every
//! file byte for byte, and every diagnostic, after any sequence of edits. So does a look at everything
//! that remembers what it saw.

use std::collections::BTreeSet;

use campaign::compile::{
    Compiled, Options, Survey, compile, compile_again, prepare, prepare_unread,
};
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
    /// Says another thing in the head of a page, instead of what its key said.
    Head(&'static str, &'static str),
}

/// One value or another for every key of a head that says where a page lives, and how it hangs
/// together with others.
fn head() -> impl Strategy<Value = Edit> {
    let line = prop::sample::select(vec![
        ("title", "\"A first title\""),
        ("title", "\"Zebra\""),
        ("title", "\"\"\"Two\nlines\"\"\""),
        ("title", "4"),
        ("description", "\"Another sentence.\""),
        ("slug", "\"elsewhere\""),
        ("slug", "\"not a slug\""),
        ("date", "2026-01-02"),
        ("date", "2025-01-02"),
        ("order", "1"),
        ("order", "9"),
        ("nav", "true"),
        ("nav", "{ menu = \"footer\", title = \"Short\" }"),
        ("topics", "[\"law\", \"law\"]"),
        ("topics", "[]"),
        ("audiences", "[\"survivors\"]"),
        ("audiences", "[\"nobody\"]"),
        ("draft", "true"),
        ("expires_on", "2020-01-01"),
        ("paginate_by", "1"),
        ("redirect_from", "[\"old\"]"),
        ("missing", "\"notice\""),
        ("source", "\"es\""),
    ]);
    line.prop_map(|(key, value)| Edit::Head(key, value))
}

/// The page with this line in its head, in the place of the one that began so.
fn with_head(text: &str, key: &str, value: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let line = format!("{key} = {value}");
    let end = lines.iter().skip(1).position(|line| *line == "+++");
    let start = format!("{key} = ");
    let is_own = |own: &&str| own.starts_with(&start);
    match lines[..end.map_or(0, |end| end + 1)]
        .iter()
        .position(is_own)
    {
        Some(at) => lines[at] = &line,
        None => lines.insert(1.min(lines.len()), &line),
    }
    lines.join("\n") + "\n"
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
        3 => head(),
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
        Edit::Head(key, value) => {
            let pages: Vec<&&Source> = all
                .iter()
                .filter(|source| source.path.extension() == Some("md"))
                .collect();
            let path = &pages[which % pages.len()].path;
            let now = snapshot.get(path.as_str());
            let text = now.map_or_else(String::new, |now| {
                String::from_utf8_lossy(&now.bytes).into_owned()
            });
            let text = with_head(&text, key, value);
            (
                path.clone(),
                Some(Source::new(path.clone(), text.into_bytes())),
            )
        }
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

/// How many bodies somebody has asked for.
fn read_bodies(compiled: &Compiled) -> usize {
    let pages = compiled.campaign.pages.values();
    let texts = pages.flat_map(|page| &page.translations);
    let is_read = |body: &str| !body.contains("<uninit>");
    texts
        .filter(|text| is_read(&format!("{:?}", text.body)))
        .count()
}

/// A campaign of any size shows a page at once, before and after an edit.
#[test]
fn a_page_reads_no_body_but_those_that_it_shows() {
    let first = example();
    let memo = Memo::default();
    let made = prepare_unread(&first, &options(), &memo).value.unwrap();
    let all = made.campaign.pages.values();
    let all: usize = all.map(|page| page.translations.len()).sum();
    let route = made.site.find("en/about/index.html").unwrap().clone();
    assert_eq!(read_bodies(&made), 0);
    made.render(&route).unwrap();
    let shown = read_bodies(&made);
    assert!((1..all / 4).contains(&shown), "{shown} of {all}");

    let path = SourcePath::new("content/about/en.md");
    let text = first.get(path.as_str()).unwrap().text().unwrap() + "\nMore.\n";
    let source = Source::new(path.clone(), text.as_bytes());
    let edited = first.with([(path, Some(source))]);
    let made = prepare_unread(&edited, &options(), &memo).value.unwrap();
    assert_eq!(read_bodies(&made), shown - 1, "but the one that is new");
    made.render(&route).unwrap();
    assert_eq!(read_bodies(&made), shown);
}

/// What a preview shows before it has read every page, byte for byte what it shows later.
#[test]
fn what_is_read_later_is_the_same() {
    let first = example();
    let broken = apply(&first, &first, 0, &Edit::Head("title", "4"));
    let path = SourcePath::new("content/about/en.md");
    let text = broken.get(path.as_str()).unwrap().text().unwrap();
    let text = text + "\nCall 1-202-555-0143.\n\n::: for\n";
    let source = Source::new(path.clone(), text.as_bytes());
    let broken = broken.with([(path.clone(), Some(source))]);
    for (snapshot, is_broken) in [(first, false), (broken, true)] {
        let memo = Memo::default();
        let unread = prepare_unread(&snapshot, &options(), &memo);
        let early = unread.diagnostics.clone();
        let unread = unread.value.unwrap();
        let read = prepare(&snapshot, &options(), &Memo::default());
        let late = read.diagnostics.clone();
        let read = read.value.unwrap();
        assert!(early.iter().all(|fault| late.contains(fault)));
        assert!(read.site.entries.keys().eq(unread.site.entries.keys()));
        for route in read.site.entries.keys() {
            let (one, other) = (unread.render(route), read.render(route));
            assert!(
                one.unwrap().value.bytes == other.unwrap().value.bytes,
                "{route}"
            );
        }
        // What is wrong inside a page can be had at once.
        let pages = unread
            .site
            .editions
            .iter()
            .flat_map(|edition| &edition.pages);
        let inside: Vec<_> = pages.flat_map(|page| unread.look_inside(page)).collect();
        let rules: BTreeSet<&str> = inside.iter().map(|fault| fault.rule.id).collect();
        let expected: &[&str] = match is_broken {
            true => &["broken-directive", "typed-number", "unclosed-directive"],
            false => &[],
        };
        assert!(rules.iter().eq(expected), "{rules:?}");
        for fault in inside {
            assert!(
                late.contains(&fault) && !early.contains(&fault),
                "{fault:?}"
            );
        }
    }
}

proptest! {
    // A case plans the example about ten times and renders nothing.
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn heads_are_planned_as_from_scratch(
        edits in prop::collection::vec((any::<usize>(), head()), 1..10),
    ) {
        let first = example();
        let memo = Memo::default();
        let plan = |snapshot: &Snapshot, memo: &Memo| {
            let made = prepare_unread(snapshot, &options(), memo);
            let site = made.value.unwrap().site;
            let mut indexes: Vec<String> = Vec::new();
            // A map without an order would differ from itself.
            for edition in site.editions.iter() {
                let mut index: Vec<_> = edition.index.iter().collect();
                index.sort();
                indexes.push(format!(
                    "{index:?}{:?}{:?}{:?}{:?}{}",
                    edition.pages, edition.menus, edition.topics, edition.assets, edition.has_feeds
                ));
            }
            format!("{:?}{indexes:#?}{:#?}", site.entries, made.diagnostics)
        };
        plan(&first, &memo);
        let mut snapshot = first.clone();
        for (which, edit) in &edits {
            snapshot = apply(&snapshot, &first, *which, edit);
            let again = plan(&snapshot, &memo);
            let scratch = plan(&snapshot, &Memo::default());
            prop_assert!(again == scratch, "after {edit:?} of page {which}");
            memo.turn();
        }
    }
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
