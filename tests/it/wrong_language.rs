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

/// The same for single lines of a few words, many of which have no word that tells.
const RECALL_SHORT: f64 = 0.5;

/// A text and its translation.
pub type Pair = (String, String);

/// Letters of a block that is long enough to be judged, twice over: it may be half a name.
const JUDGED_LETTERS: usize = 80;

/// What is behind the front matter of a file.
fn body(source: &Source) -> String {
    let text = source.text().unwrap().into_owned();
    text.splitn(3, "+++\n").nth(2).unwrap_or(&text).to_owned()
}

/// The pages that are there in both languages, each file as `read` has it.
pub fn pairs(sources: &Snapshot, read: impl Fn(&Source) -> String) -> Vec<Pair> {
    let english = sources
        .under("content")
        .filter(|source| source.path.file_name() == "en.md");
    english
        .filter_map(|source| {
            let other = format!("{}/es.md", source.path.folder());
            Some((read(source), read(sources.get(&other)?)))
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

/// The Spanish texts with one short item, heading or paragraph in English, each once for each.
fn with_a_short_line_swapped(pairs: &[Pair]) -> Vec<String> {
    let is_short = |line: &str| {
        let letters = line.chars().filter(|c| c.is_alphabetic()).count();
        let is_text = line.starts_with(|c: char| c.is_alphabetic() || c == '#' || c == '-');
        is_text && (SHORT_LETTERS..40).contains(&letters) && !line.contains([':', '[', '{', '`'])
    };
    let mut swapped = Vec::new();
    for (english, spanish) in pairs {
        let [theirs, ours] = [english, spanish].map(|text| text.lines().collect::<Vec<_>>());
        if theirs.len() != ours.len() {
            continue;
        }
        for (at, line) in theirs.iter().enumerate() {
            if is_short(line) && is_short(ours[at]) && *line != ours[at] {
                let mut lines = ours.clone();
                lines[at] = line;
                swapped.push(lines.join("\n"));
            }
        }
    }
    swapped
}

/// With fewer letters a line is a name as often as not.
const SHORT_LETTERS: usize = 15;

/// What somebody might leave in a page by mistake, in languages that are near to Spanish.
const NEIGHBOURS: [(&str, [&str; 8]); 2] = [
    (
        "fr",
        [
            "Vous pouvez appeler à toute heure, et vous n'avez pas à dire votre nom.",
            "Cette ligne est gratuite et la personne qui répond parle votre langue.",
            "Si quelqu'un garde vos papiers, vous avez le droit de les demander.",
            "Les travailleurs ont des droits, avec ou sans papiers.",
            "La police n'est pas obligée de savoir que vous avez appelé.",
            "Demandez une copie du contrat avant de partir.",
            "Personne ne peut vous forcer à travailler pour payer une dette.",
            "Parlez avec un avocat dans votre ville : c'est gratuit.",
        ],
    ),
    (
        "pt",
        [
            "Você pode ligar a qualquer hora e não precisa dizer o seu nome.",
            "A ligação é gratuita e quem atende fala a sua língua.",
            "Se alguém guarda os seus documentos, você pode pedir ajuda.",
            "Os trabalhadores têm direitos, com ou sem documentos.",
            "A polícia não precisa saber que você ligou.",
            "Peça uma cópia do contrato antes de viajar, e leia com calma.",
            "Ninguém pode obrigar você a trabalhar para pagar uma dívida.",
            "Fale com um advogado na sua cidade: é grátis.",
        ],
    ),
];

/// The Spanish texts with one sentence of a neighbour at their end.
fn with_a_neighbour(pairs: &[Pair], sentences: &[&str]) -> Vec<String> {
    let texts = pairs.iter().zip(sentences.iter().cycle());
    texts
        .map(|((_, spanish), sentence)| format!("{}\n\n{sentence}\n", spanish.trim_end()))
        .collect()
}

fn measure(sources: &Snapshot) {
    let pairs = pairs(sources, body);
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
    let short = with_a_short_line_swapped(&judged);
    let short_found = findings(&short);
    if std::env::var_os("MISSED").is_some() {
        let told: Vec<&str> = short_found
            .iter()
            .filter_map(|fault| Some(fault.place.as_ref()?.path.as_str()))
            .collect();
        for (at, text) in short.iter().enumerate() {
            if !told.contains(&format!("content/{at:04}/es.md").as_str()) {
                let own = pairs.iter().map(|(_, spanish)| spanish).find(|own| {
                    own.lines().filter(|line| text.contains(line)).count() + 1
                        >= own.lines().count()
                });
                let lines: Vec<&str> = own.iter().flat_map(|own| own.lines()).collect();
                println!(
                    "missed: {:?}",
                    text.lines().find(|line| !lines.contains(line))
                );
            }
        }
    }
    println!("{} of {} short lines found", short_found.len(), short.len());
    assert!(short_found.len() as f64 >= short.len() as f64 * RECALL_SHORT);
    for (name, sentences) in NEIGHBOURS {
        let texts = with_a_neighbour(&judged, &sentences);
        let found = findings(&texts);
        let named = |fault: &&Diagnostic| fault.arguments.contains(&("found", name.to_owned()));
        let found = found.iter().filter(named).count();
        println!("{name}: {found} of {} sentences found", texts.len());
        assert!(found as f64 >= texts.len() as f64 * RECALL);
    }
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
