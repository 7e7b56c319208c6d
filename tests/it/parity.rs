//! How well the parity rules tell that a translation lost something: one change at a time in a page
//! that is right, and whether the rules on structure, facts, links and blocks for some audiences find
//! it. On the pages as they are they must find nothing.
//!
//! The example campaign is the text here. `CORPUS=folder cargo test parity -- --ignored --nocapture`
//! measures another one: a folder of `…/en.md` and `…/es.md`, of which those pages count on which
//! nothing is found as they are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use campaign::compile::{self, Options};
use campaign::diagnostic::Diagnostic;
use campaign::model::date::Date;
use campaign::source::{Snapshot, Source};
use campaign::world::disk;

use crate::example;
use crate::wrong_language::{Pair, pairs};

/// The rules that compare a translation with its original.
const RULES: [&str; 3] = ["fences-differ", "structure-differs", "facts-differ"];

/// At least so many of the changes of each kind are found.
const RECALL: f64 = 0.95;

/// The same for somebody else's pages. Where they hold HTML, paragraphs are not counted.
const RECALL_ELSEWHERE: f64 = 0.85;

/// So many changes of one kind are tried: enough for the rate, few enough for a test.
const TRIED: usize = 60;

/// A kind of change: a text with one of them, for each place where it can be made.
type Change = fn(&str) -> Vec<String>;

const CHANGES: [(&str, Change); 13] = [
    ("link leads elsewhere", link_elsewhere),
    ("link lost", link_lost),
    ("digit changed", digit_changed),
    ("item lost", |text| without_lines(text, is_item)),
    ("item twice", |text| lines_twice(text, is_item)),
    ("row lost", |text| without_lines(text, is_row)),
    ("heading lost", |text| without_lines(text, is_heading)),
    ("heading lower", heading_lower),
    ("paragraph lost", |text| without_lines(text, is_paragraph)),
    ("paragraph twice", |text| lines_twice(text, is_paragraph)),
    ("fence lost", fence_lost),
    ("fence for others", fence_for_others),
    ("another hotline or claim", other_fact),
];

/// A text with `new` in place of a part of it.
fn with(text: &str, range: std::ops::Range<usize>, new: &str) -> String {
    format!("{}{new}{}", &text[..range.start], &text[range.end..])
}

/// Where the body begins.
fn body(text: &str) -> usize {
    let end = text.get(3..).and_then(|rest| rest.find("\n+++\n"));
    end.map_or(0, |end| end + 3 + 5)
}

/// The links `[words](address)`: where each begins and ends, its words and its address.
fn links(text: &str) -> Vec<(std::ops::Range<usize>, String, String)> {
    let mut links = Vec::new();
    let start = body(text);
    for (at, _) in text[start..].match_indices("](") {
        let at = start + at;
        let Some(open) = text[..at].rfind('[') else {
            continue;
        };
        let Some(close) = text[at..].find(')').map(|close| at + close) else {
            continue;
        };
        let (words, address) = (&text[open + 1..at], &text[at + 2..close]);
        let is_plain = !text[..open].ends_with([':', '!', '^']) && !words.contains('\n');
        if is_plain && !text[..open].ends_with(|c: char| c.is_alphanumeric()) {
            links.push((open..close + 1, words.to_owned(), address.to_owned()));
        }
    }
    links
}

fn link_elsewhere(text: &str) -> Vec<String> {
    let links = links(text).into_iter();
    let paths = links.filter(|(_, _, address)| !address.starts_with('#'));
    paths
        .map(|(range, words, address)| {
            // The last part of the path is another one.
            let (path, rest) = address.split_at(address.find(['#', '?']).unwrap_or(address.len()));
            let (path, slash) = match path.strip_suffix('/') {
                Some(path) => (path, "/"),
                None => (path, ""),
            };
            with(text, range, &format!("[{words}]({path}x{slash}{rest})"))
        })
        .collect()
}

fn link_lost(text: &str) -> Vec<String> {
    let links = links(text).into_iter();
    links
        .map(|(range, words, _)| with(text, range, &words))
        .collect()
}

fn digit_changed(text: &str) -> Vec<String> {
    let start = body(text);
    let mut changed = Vec::new();
    let mut before = ' ';
    let mut is_word = false;
    let mut depth = 0_i32;
    for (at, c) in text[start..].char_indices() {
        depth += match c {
            '(' | '{' | '[' | '<' | '`' => 1,
            ')' | '}' | ']' | '>' => -1,
            _ => 0,
        };
        // A number of its own in a sentence: no ordinal of a list, no part of a name or an address.
        let begins_line = before == '\n' || before == ' ' && text[..start + at].ends_with("\n ");
        if c.is_whitespace() {
            is_word = false;
        } else if !c.is_ascii_digit() && !matches!(c, '.' | ',' | '«' | '(' | '$') {
            is_word = true;
        }
        if c.is_ascii_digit() && !is_word && depth <= 0 && !begins_line {
            let other = char::from_digit((c as u32 - 48 + 1) % 10, 10).unwrap();
            // What was nine o'clock must not become ten with another minute.
            changed.push(with(text, start + at..start + at + 1, &other.to_string()));
        }
        before = c;
    }
    changed
}

fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("- ")
        || line.starts_with("* ")
        || line.split_once(". ").is_some_and(|(number, _)| {
            !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
        })
}

fn is_row(line: &str) -> bool {
    line.starts_with("| ") && !line.contains("---")
}

fn is_heading(line: &str) -> bool {
    line.starts_with("## ") || line.starts_with("### ")
}

fn is_paragraph(line: &str) -> bool {
    line.starts_with(|c: char| c.is_uppercase() || c == '¿') && line.len() > 40
}

/// The places of the lines of the body.
fn lines(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut at = body(text);
    let lines = text[at..].split_inclusive('\n');
    lines
        .map(|line| {
            at += line.len();
            at - line.len()..at
        })
        .collect()
}

fn without_lines(text: &str, is_meant: fn(&str) -> bool) -> Vec<String> {
    let lines = lines(text).into_iter();
    let meant = lines.filter(|line| is_meant(&text[line.clone()]));
    meant.map(|line| with(text, line, "")).collect()
}

fn lines_twice(text: &str, is_meant: fn(&str) -> bool) -> Vec<String> {
    let lines = lines(text).into_iter();
    let meant = lines.filter(|line| is_meant(&text[line.clone()]));
    meant
        .map(|line| {
            let own = &text[line.clone()];
            let gap = if is_paragraph(own) { "\n" } else { "" };
            with(text, line.clone(), &format!("{own}{gap}{own}"))
        })
        .collect()
}

fn heading_lower(text: &str) -> Vec<String> {
    let lines = lines(text).into_iter();
    let meant = lines.filter(|line| is_heading(&text[line.clone()]));
    meant
        .map(|line| with(text, line.start..line.start, "#"))
        .collect()
}

/// The blocks for some audiences that hold no others: the lines that open and close them.
fn fences(text: &str) -> Vec<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let mut fences = Vec::new();
    let mut open: Option<std::ops::Range<usize>> = None;
    for line in lines(text) {
        let own = text[line.clone()].trim();
        if own.starts_with("::: for ") || own.starts_with("::: not-for ") {
            open = Some(line);
        } else if own == ":::" {
            fences.extend(open.take().map(|open| (open, line)));
        } else if own.starts_with(":::") {
            open = None;
        }
    }
    fences
}

fn fence_lost(text: &str) -> Vec<String> {
    let fences = fences(text).into_iter();
    fences
        .map(|(open, close)| with(&with(text, close, ""), open, ""))
        .collect()
}

fn fence_for_others(text: &str) -> Vec<String> {
    let fences = fences(text).into_iter();
    fences
        .map(|(open, _)| {
            let line = &text[open.clone()];
            let other = match line.contains("media") {
                true => line.replace("media", "migrants"),
                false => line.trim_end().to_owned() + " media\n",
            };
            with(text, open, &other)
        })
        .collect()
}

fn other_fact(text: &str) -> Vec<String> {
    let pairs = [
        ("nhth", "lnctp"),
        ("lnctp", "nhth"),
        ("forced-labor-2021", "modern-slavery-2021"),
    ];
    let start = body(text);
    let mut changed = Vec::new();
    for (own, other) in pairs {
        for written in [
            format!("[{own}]"),
            format!("id={own}"),
            format!("claim={own}"),
        ] {
            let places = text[start..].match_indices(&written);
            changed.extend(places.map(|(at, _)| {
                let new = written.replace(own, other);
                with(text, start + at..start + at + written.len(), &new)
            }));
        }
    }
    changed
}

/// For each of these pages whether a parity rule finds something in it.
fn judged(rest: &Snapshot, pages: &[Pair]) -> Vec<bool> {
    let files = pages
        .iter()
        .enumerate()
        .flat_map(|(at, (english, spanish))| {
            let file = |locale: &str, text: &str| {
                Source::new(
                    format!("content/p{at:05}/{locale}.md").as_str(),
                    text.as_bytes(),
                )
            };
            [file("en", english), file("es", spanish)]
        });
    let kept = rest
        .iter()
        .filter(|source| !source.path.as_str().ends_with(".md"));
    let snapshot = Snapshot::new(files.chain(kept.cloned()));
    let options = Options {
        today: Date::new(2026, 1, 15).unwrap(),
        drafts: false,
        base_url: None,
    };
    let found = compile::compile(&snapshot, &options).diagnostics;
    let is_parity = |fault: &&Diagnostic| RULES.contains(&fault.rule.id);
    let paths: BTreeSet<String> = found
        .iter()
        .filter(is_parity)
        .filter_map(|fault| Some(fault.place.as_ref()?.path.folder().to_owned()))
        .collect();
    (0..pages.len())
        .map(|at| paths.contains(&format!("content/p{at:05}")))
        .collect()
}

/// Measures, and tells the rates: for each kind of change how many were found of how many.
fn measure(sources: &Snapshot, rest: &Snapshot) -> (usize, BTreeMap<&'static str, (usize, usize)>) {
    let all = pairs(sources, |source| source.text().unwrap().into_owned());
    let alarms = judged(rest, &all);
    let false_alarms = alarms.iter().filter(|alarm| **alarm).count();
    let clean: Vec<&Pair> = all
        .iter()
        .zip(&alarms)
        .filter_map(|(pair, alarm)| (!alarm).then_some(pair))
        .collect();
    println!("{} pages as they are: {false_alarms} alarms", all.len());
    let mut tried: Vec<(&'static str, Pair)> = Vec::new();
    for (name, change) in CHANGES {
        let changed: Vec<Pair> = clean
            .iter()
            .flat_map(|(english, spanish)| {
                let texts = change(spanish).into_iter().filter(|text| text != spanish);
                texts
                    .map(|text| (english.clone(), text))
                    .collect::<Vec<_>>()
            })
            .collect();
        let step = changed.len().div_ceil(TRIED).max(1);
        tried.extend(changed.into_iter().step_by(step).map(|pair| (name, pair)));
    }
    let pages: Vec<Pair> = tried.iter().map(|(_, pair)| pair.clone()).collect();
    let mut rates: BTreeMap<&'static str, (usize, usize)> = BTreeMap::new();
    for ((name, (_, text)), found) in tried.iter().zip(judged(rest, &pages)) {
        let rate = rates.entry(name).or_default();
        rate.0 += usize::from(found);
        rate.1 += 1;
        if !found && std::env::var_os("MISSED").is_some() {
            let original = clean.iter().find(|(_, own)| {
                own.lines().next() == text.lines().next()
                    && own.lines().nth(1) == text.lines().nth(1)
            });
            let own: BTreeSet<&str> = original.iter().flat_map(|pair| pair.1.lines()).collect();
            let new = text.lines().find(|line| !own.contains(line));
            println!(
                "missed: {name}: {} {new:?}",
                text.lines().nth(1).unwrap_or_default()
            );
        }
    }
    for (name, (found, tried)) in &rates {
        println!("{name}: {found} of {tried}");
    }
    (false_alarms, rates)
}

fn hold(rates: &BTreeMap<&'static str, (usize, usize)>, recall: f64) {
    // Of a handful nothing can be said.
    for (name, (found, tried)) in rates.iter().filter(|(_, (_, tried))| *tried >= 10) {
        assert!(
            *found as f64 >= *tried as f64 * recall,
            "{name}: {found} of {tried}"
        );
    }
}

#[test]
fn what_a_translation_of_the_example_loses_is_found() {
    let sources = example::sources();
    let (false_alarms, rates) = measure(&sources, &sources);
    assert_eq!(false_alarms, 0);
    assert_eq!(rates.len(), CHANGES.len(), "every change can be made");
    hold(&rates, RECALL);
}

#[test]
#[ignore = "needs a corpus: CORPUS=folder"]
fn what_a_translation_of_a_corpus_loses_is_found() {
    let folder = std::env::var("CORPUS").expect("CORPUS names a folder");
    let sources = disk::read(Path::new(&folder)).unwrap().value;
    let (_, rates) = measure(&sources, &sources);
    hold(&rates, RECALL_ELSEWHERE);
}
