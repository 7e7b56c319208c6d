//! translations.lock: a changed word marks the blocks that carry it, in every language, no more
//! and no fewer; wrapping lines anew and moving text mark nothing.

use campaign::compile::{Compiled, Options, compile};
use campaign::diagnostic::{Diagnosed, Diagnostic};
use campaign::exchange::acceptance::{Acceptances, Subject};
use campaign::model::board::standing;
use campaign::model::date::Date;
use campaign::model::lock::PATH;
use campaign::model::page::{Page, PageKey};
use campaign::model::state::State;
use campaign::source::{Snapshot, Source};
use proptest::prelude::*;

const SETTINGS: &str = r#"
source_locale = "en"
base_url = "https://example.org"
theme = "faro"
[locales.en]
name = "English"
[locales.es]
name = "Español"
[locales.fr]
name = "Français"
[audiences.public]
slug = ""
"#;

/// One text of a page, in one of the forms that a page is made of.
#[derive(Clone, Debug)]
struct Block {
    form: usize,
    words: Vec<String>,
}

impl Block {
    /// As Markdown, with a new line after so many words where the form allows one.
    fn markdown(&self, width: usize) -> String {
        let wrapped = |line_break: &str| {
            let lines = self.words.chunks(width).map(|words| words.join(" "));
            lines.collect::<Vec<_>>().join(line_break)
        };
        match self.form {
            0 => wrapped("\n"),
            1 => format!("## {}", self.words.join(" ")),
            2 => format!("- {}", wrapped("\n  ")),
            3 => format!("> {}", wrapped("\n> ")),
            4 => format!("| {} |\n| --- |", self.words.join(" ")),
            _ => format!("::: for public\n{}\n:::", wrapped("\n")),
        }
    }
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    prop::collection::vec((0..6_usize, 1..12_usize), 1..10).prop_map(|shapes| {
        let numbered = shapes.into_iter().enumerate();
        let block = |(number, (form, length)): (usize, (usize, usize))| Block {
            form,
            words: (0..length)
                .map(|at| format!("word{number}of{at}"))
                .collect(),
        };
        numbered.map(block).collect()
    })
}

fn original(blocks: &[Block], width: usize) -> String {
    let body: Vec<String> = blocks.iter().map(|block| block.markdown(width)).collect();
    format!("+++\ntitle = \"Home\"\n+++\n{}\n", body.join("\n\n"))
}

/// A campaign whose English home page is this, translated twice.
fn snapshot(english: &str, lock: Option<&str>) -> Snapshot {
    let spanish = "+++\ntitle = \"Inicio\"\nreviewed_by = \"Ana\"\n+++\nHola.\n";
    let french = "+++\ntitle = \"Accueil\"\norigin = \"machine\"\n+++\nBonjour.\n";
    let mut files = vec![
        ("campaign.toml", SETTINGS),
        ("content/en.md", english),
        ("content/es.md", spanish),
        ("content/fr.md", french),
    ];
    files.extend(lock.map(|text| (PATH, text)));
    Snapshot::new(
        files
            .into_iter()
            .map(|(path, text)| Source::new(path, text.as_bytes())),
    )
}

fn compiled(snapshot: &Snapshot) -> (Compiled, Vec<Diagnostic>) {
    let options = Options {
        today: Date::new(2026, 6, 1).unwrap(),
        drafts: true,
        base_url: None,
    };
    let Diagnosed { value, diagnostics } = compile(snapshot, &options);
    (value.expect("settings that can be used"), diagnostics)
}

fn home(compiled: &Compiled) -> &Page {
    &compiled.campaign.pages[&PageKey::new("")]
}

/// What is written to disk when every translation is accepted as it is.
fn accepted(english: &str) -> String {
    let snapshot = snapshot(english, None);
    let (compiled, _) = compiled(&snapshot);
    let page = home(&compiled);
    let mut acceptances = Acceptances::new(&compiled.campaign, &snapshot, None);
    for translation in &page.translations {
        acceptances.accept(&Subject::Page(page, translation));
    }
    let files = acceptances.into_files();
    assert_eq!(files.len(), 1, "{files:?}");
    files[0].text().unwrap().into_owned()
}

/// How a translation stands towards its original.
#[derive(Debug)]
struct Stand {
    state: State,
    is_tracked: bool,
    /// The texts of the original that it was not made from.
    unseen: Vec<String>,
    removed: usize,
}

/// The translations' standing towards this original: Spanish, French.
fn standings(english: &str, lock: &str) -> Vec<Stand> {
    let (compiled, faults) = compiled(&snapshot(english, Some(lock)));
    assert!(faults.iter().all(|fault| fault.rule.id != "broken-lock"));
    let page = home(&compiled);
    let translations = page.translations.iter();
    let standings = translations.filter_map(|own| standing(page, own, &compiled.campaign.lock));
    standings
        .map(|standing| Stand {
            state: standing.state,
            is_tracked: standing.is_tracked,
            unseen: standing
                .unseen
                .iter()
                .map(|text| english[text.span.range()].to_owned())
                .collect(),
            removed: standing.removed,
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_word_marks_the_blocks_that_carry_it(
        blocks in blocks(),
        edits in prop::collection::vec(any::<(prop::sample::Index, prop::sample::Index)>(), 0..4),
        widths in (1..9_usize, 1..9_usize),
    ) {
        let lock = accepted(&original(&blocks, widths.0));
        let mut edited = blocks.clone();
        for (block, word) in &edits {
            let block = block.index(blocks.len());
            let word = word.index(blocks[block].words.len());
            edited[block].words[word] = format!("changed{block}");
        }
        let expected: Vec<String> = edited.iter().zip(&blocks)
            .filter(|(after, before)| after.words != before.words)
            .map(|(after, _)| after.words.join(" "))
            .collect();
        let english = original(&edited, widths.1);
        let standings = standings(&english, &lock);
        prop_assert_eq!(standings.len(), 2);
        for standing in &standings {
            let marked: Vec<String> = standing.unseen.iter()
                .map(|text| text.split_whitespace().filter(|word| *word != ">").collect::<Vec<_>>().join(" "))
                .collect();
            prop_assert_eq!(&marked, &expected);
            prop_assert_eq!(standing.state == State::Outdated, !expected.is_empty());
        }
    }

    #[test]
    fn wrapping_and_moving_mark_nothing(
        (blocks, moved) in blocks().prop_flat_map(|blocks| (Just(blocks.clone()), Just(blocks).prop_shuffle())),
        widths in (1..9_usize, 1..9_usize),
    ) {
        let lock = accepted(&original(&blocks, widths.0));
        let states: Vec<State> = standings(&original(&moved, widths.1), &lock)
            .iter().map(|standing| standing.state).collect();
        prop_assert_eq!(states, [State::Reviewed, State::Machine]);
    }

    #[test]
    fn what_is_taken_out_is_counted(blocks in blocks(), at in any::<prop::sample::Index>()) {
        let lock = accepted(&original(&blocks, 5));
        let mut shorter = blocks.clone();
        shorter.remove(at.index(blocks.len()));
        for standing in standings(&original(&shorter, 5), &lock) {
            prop_assert_eq!(standing.unseen.len(), 0);
            // The translations have one paragraph: where the original has no more either, they are
            // built in the same way.
            let is_alike = matches!(shorter.as_slice(), [block] if matches!(block.form, 0 | 3 | 5));
            prop_assert_eq!(standing.removed, usize::from(!is_alike));
            prop_assert_eq!(standing.state == State::Outdated, !is_alike);
        }
    }

    #[test]
    fn the_file_is_read_as_it_was_written(blocks in blocks()) {
        let english = original(&blocks, 5);
        let text = accepted(&english);
        let (compiled, _) = compiled(&snapshot(&english, Some(&text)));
        prop_assert_eq!(compiled.campaign.lock.to_string(), text);
    }

    #[test]
    fn garbage_is_told_line_by_line_and_the_rest_is_read(noise in "[ -~]{1,40}", at in any::<prop::sample::Index>()) {
        prop_assume!(!noise.trim().is_empty() && !noise.trim().starts_with('#'));
        let english = original(&[Block { form: 0, words: vec!["Hello".to_owned()] }], 1);
        let text = accepted(&english);
        let mut lines: Vec<&str> = text.lines().collect();
        lines.insert(at.index(lines.len() + 1), &noise);
        let (compiled, faults) = compiled(&snapshot(&english, Some(&lines.join("\n"))));
        let told = faults.iter().filter(|fault| fault.rule.id == "broken-lock").count();
        prop_assert_eq!(told, 1);
        prop_assert_eq!(compiled.campaign.lock.to_string(), text);
    }
}

#[test]
fn without_a_lock_nothing_is_outdated() {
    let english = "+++\ntitle = \"Home\"\n+++\nHello.\n";
    for standing in standings(english, "") {
        assert!(!standing.is_tracked);
        assert!(standing.unseen.is_empty());
    }
}

#[test]
fn a_changed_title_is_a_change() {
    let lock = accepted("+++\ntitle = \"Home\"\n+++\nHello.\n");
    for standing in standings("+++\ntitle = \"Start\"\n+++\nHello.\n", &lock) {
        assert_eq!(standing.unseen.len(), 1);
        assert_eq!(standing.state, State::Outdated);
    }
}
