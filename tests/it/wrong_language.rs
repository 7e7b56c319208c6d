//! How well the wrong language is recognised: on a bilingual site that is right nothing is said, and
//! when its Spanish becomes its English, whole or block by block, nearly all of it is.
//!
//! The example campaign is the site here. `CORPUS=folder cargo test wrong_language -- --ignored`
//! measures another one: a folder of `…/en.md` and `…/es.md`.

use std::path::Path;

use campaign::compile::{self, Options};
use campaign::diagnostic::Diagnostic;
use campaign::model::date::Date;
use campaign::source::{Snapshot, Source};
use campaign::world::disk;

use crate::example;

const SETTINGS: &str = r#"
source_locale = "en"
base_url = "https://example.org"
raw_html = "sanitize"
[locales.en]
name = "English"
[locales.es]
name = "Español"
"#;

/// At least so much of what is in the wrong language is recognised.
const RECALL: f64 = 0.95;

/// A text and its translation.
type Pair = (String, String);

/// Letters of a block that is long enough to be judged, twice over: it may be half a name.
const JUDGED_LETTERS: usize = 80;

/// The bodies of the pages that are there in both languages.
fn pairs(sources: &Snapshot) -> Vec<Pair> {
    let body = |source: &Source| {
        let text = source.text().unwrap().into_owned();
        text.splitn(3, "+++\n").nth(2).unwrap_or(&text).to_owned()
    };
    let english = sources
        .under("content")
        .filter(|source| source.path.file_name() == "en.md");
    english
        .filter_map(|source| {
            let other = format!("{}/es.md", source.path.folder());
            Some((body(source), body(sources.get(&other)?)))
        })
        .collect()
}

/// The pages on which the rule finds something, when these are the Spanish texts.
fn findings(spanish: &[String]) -> Vec<Diagnostic> {
    let pages = spanish.iter().enumerate().map(|(at, body)| {
        let text = format!("+++\ntitle = \"{at}\"\n+++\n{body}");
        Source::new(format!("content/{at:04}/es.md").as_str(), text.into_bytes())
    });
    let settings = Source::new("campaign.toml", SETTINGS.as_bytes());
    let snapshot = Snapshot::new(pages.chain([settings]));
    let options = Options {
        today: Date::new(2026, 1, 15).unwrap(),
        drafts: false,
        base_url: None,
    };
    let found = compile::compile(&snapshot, &options).diagnostics;
    let is_it = |fault: &Diagnostic| fault.rule.id == "wrong-language";
    found.into_iter().filter(is_it).collect()
}

/// Paragraphs of prose: no lists, tables, directives or HTML, of which only a part is words.
fn is_prose(block: &str) -> bool {
    let letters = block.chars().filter(|c| c.is_alphabetic()).count();
    letters >= JUDGED_LETTERS && block.starts_with(|c: char| c.is_alphabetic())
}

/// The Spanish texts with one block of prose in English, each once for each such block.
fn with_one_block_swapped(pairs: &[Pair]) -> Vec<String> {
    let mut swapped = Vec::new();
    for (english, spanish) in pairs {
        let [theirs, ours] =
            [english, spanish].map(|text| text.split("\n\n").map(str::trim).collect::<Vec<_>>());
        if theirs.len() != ours.len() {
            continue;
        }
        for (at, block) in theirs.iter().enumerate() {
            if is_prose(block) && is_prose(ours[at]) {
                let mut blocks = ours.clone();
                blocks[at] = block;
                swapped.push(blocks.join("\n\n"));
            }
        }
    }
    swapped
}

fn measure(sources: &Snapshot) {
    let pairs = pairs(sources);
    let judged: Vec<Pair> = pairs
        .iter()
        .filter(|(_, spanish)| spanish.split("\n\n").any(is_prose))
        .cloned()
        .collect();
    let spanish: Vec<String> = pairs.iter().map(|(_, spanish)| spanish.clone()).collect();
    let false_alarms = findings(&spanish);
    let english: Vec<String> = judged.iter().map(|(english, _)| english.clone()).collect();
    let pages = findings(&english);
    let whole = |fault: &&Diagnostic| fault.arguments.contains(&("scope", "page".to_owned()));
    let whole = pages.iter().filter(whole).count();
    let blocks = with_one_block_swapped(&judged);
    let blocks_found = findings(&blocks);
    println!(
        "{} pages: {} false alarms; {whole} of {} whole pages, {} of {} single blocks found",
        pairs.len(),
        false_alarms.len(),
        english.len(),
        blocks_found.len(),
        blocks.len()
    );
    assert_eq!(false_alarms, []);
    assert!(whole as f64 >= english.len() as f64 * RECALL);
    assert!(blocks_found.len() as f64 >= blocks.len() as f64 * RECALL);
}

#[test]
fn the_example_is_in_its_languages() {
    measure(&example::sources());
}

#[test]
#[ignore = "needs a corpus: CORPUS=folder"]
fn a_corpus_is_in_its_languages() {
    let folder = std::env::var("CORPUS").expect("CORPUS names a folder");
    measure(&disk::read(Path::new(&folder)).unwrap().value);
}
