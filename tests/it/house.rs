//! The rules of the house: who may import whom, which room may touch the world, where each engine
//! lives.

use std::path::{Path, PathBuf};

/// The rooms from the top down. A room imports from rooms below it only, and rooms of one floor do
/// not know each other.
const FLOORS: &[&[&str]] = &[
    &["cli"],
    &["command"],
    &["world"],
    &["compile", "exchange"],
    &["parse", "plan", "render", "check", "readback"],
    &["model"],
    &["picture"],
    &["bundle", "rules"],
    &["source", "diagnostic", "memo", "cache"],
];

/// What a room may import from its own floor or one above all the same, and why.
const EXCEPTIONS: &[(&str, &str)] = &[
    // The ground is one room: a diagnostic points into a source.
    ("diagnostic", "source"),
    // What is remembered is found by the digest of a source.
    ("memo", "source"),
    // The same room: what is kept is kept by its digest.
    ("cache", "source"),
];

/// Where each engine is at home. Names are those of paths in Rust.
const HOMES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["src/world/report"]),
    ("anstream", &["src/world/report"]),
    ("axum", &["src/world/server"]),
    ("blake3", &["src/source.rs"]),
    ("clap", &["src/cli.rs", "src/cli"]),
    ("deunicode", &["src/parse/front_matter.rs"]),
    ("flate2", &["src/check/output/weight.rs"]),
    ("fluent_bundle", &["src/render/messages"]),
    ("fluent_syntax", &["src/parse/fluent"]),
    ("futures_util", &["src/world/server"]),
    ("getrandom", &["src/world/server"]),
    ("gif", &["src/picture"]),
    ("html5ever", &["src/parse/html"]),
    ("hyper", &["src/world/server"]),
    ("hyper_util", &["src/world/server"]),
    ("icu_calendar", &["src/render/formats"]),
    ("icu_datetime", &["src/render/formats"]),
    ("icu_decimal", &["src/render/formats"]),
    ("icu_locale", &["src/parse/locale.rs", "src/render/formats"]),
    ("icu_plurals", &["src/render/formats"]),
    ("image_webp", &["src/picture"]),
    ("include_dir", &["src/bundle.rs"]),
    ("intl_memoizer", &["src/render/messages"]),
    ("jiff", &["src/model/date.rs", "src/world/clock.rs"]),
    ("memchr", &["src/readback"]),
    ("notify", &["src/world/watch"]),
    ("percent_encoding", &["src/model/percent.rs"]),
    ("png", &["src/picture"]),
    ("pulldown_cmark", &["src/parse/markdown"]),
    // A writer for what we say, a reader for drawings, and one for what translators send back.
    (
        "quick_xml",
        &[
            "src/exchange/xliff.rs",
            "src/parse/svg",
            "src/render/xml.rs",
        ],
    ),
    ("rlibphonenumber", &["src/parse/phone.rs"]),
    ("rustix", &["src/world/system.rs"]),
    ("saphyr_parser", &["src/parse/yaml.rs"]),
    ("strsim", &["src/diagnostic.rs"]),
    (
        "tempfile",
        &[
            "src/world/amend.rs",
            "src/world/publish",
            "src/world/save.rs",
        ],
    ),
    ("tera", &["src/render/templates"]),
    ("tokio", &["src/world/server"]),
    ("toml", &["src/parse/toml.rs"]),
    ("unic_langid", &["src/render/messages"]),
    ("ureq", &["src/world/web.rs"]),
    ("walkdir", &["src/world/disk.rs"]),
    ("zune_jpeg", &["src/picture/decode.rs"]),
];

/// What touches the world.
const WORLDLY: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::time",
    "std::io::stdin",
    "std::io::stdout",
    "println!",
    "eprintln!",
    "print!(",
];

/// The room that connects the command with the world, and the one that is the command.
const MAY_BE_WORLDLY: &[&str] = &["src/world/", "src/main.rs"];

struct File {
    path: String,
    text: String,
}

impl File {
    /// The code: without comments and without what only tests see.
    fn code(&self) -> impl Iterator<Item = &str> {
        self.text
            .lines()
            .take_while(|line| line.trim() != "#[cfg(test)]")
            .filter(|line| !line.trim_start().starts_with("//"))
    }

    fn room(&self) -> &str {
        let below = self.path.trim_start_matches("src/");
        below
            .split('/')
            .next()
            .unwrap_or(below)
            .trim_end_matches(".rs")
    }

    /// Whether a name means a room of ours here and not the engine: `toml` of `crate::parse`.
    fn has_its_own(&self, name: &str) -> bool {
        let is_word = |line: &str| {
            line.split(|c: char| !c.is_alphanumeric() && c != '_')
                .any(|word| word == name)
        };
        self.code()
            .any(|line| line.contains("use crate::") && is_word(line))
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("tests.rs") || self.path.contains("/tests/")
    }
}

fn sources() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = vec![root.join("src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let path = path
                    .strip_prefix(root)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                files.push(File { path, text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 50, "the sources were found");
    files.into_iter().filter(|file| !file.is_test()).collect()
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

#[test]
fn rooms_import_downward_only() {
    let mut wrong = Vec::new();
    for file in sources() {
        let own = file.room().to_owned();
        let Some(own_floor) = floor(&own) else {
            continue;
        };
        for line in file.code() {
            for target in line.split("crate::").skip(1) {
                let target: String = target
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                let Some(target_floor) = floor(&target) else {
                    continue;
                };
                let is_allowed = target == own
                    || target_floor > own_floor
                    || EXCEPTIONS.contains(&(own.as_str(), target.as_str()));
                if !is_allowed {
                    wrong.push(format!("{}: {own} imports {target}", file.path));
                }
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_room_is_on_a_floor() {
    let unknown: Vec<String> = sources()
        .iter()
        .map(|file| file.room().to_owned())
        .filter(|room| !["lib", "main"].contains(&room.as_str()) && floor(room).is_none())
        .collect();
    assert_none(&unknown);
}

#[test]
fn only_the_world_touches_the_world() {
    let mut wrong = Vec::new();
    for file in sources().iter().filter(|file| {
        !MAY_BE_WORLDLY
            .iter()
            .any(|home| file.path.starts_with(home))
    }) {
        for line in file.code() {
            for word in WORLDLY.iter().filter(|word| line.contains(**word)) {
                // A command holds moments that the clock gave it.
                if !(file.room() == "command" && line.trim().starts_with("use std::time::")) {
                    wrong.push(format!("{}: {word}", file.path));
                }
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_engine_has_one_home() {
    let mut wrong = Vec::new();
    for file in sources() {
        let is_foreign = |(engine, homes): &&(&str, &[&str])| {
            !file.has_its_own(engine) && !homes.iter().any(|home| file.path.starts_with(home))
        };
        for (engine, _) in HOMES.iter().filter(is_foreign) {
            let name = format!("{engine}::");
            let names_it = |line: &&str| {
                line.match_indices(&name).any(|(at, _)| {
                    let before = &line[..at];
                    before.is_empty() || before.ends_with([' ', '(', '&', '<'])
                })
            };
            let found = file.code().map(str::trim).filter(names_it);
            wrong.extend(found.map(|line| format!("{}: {engine} in {line}", file.path)));
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_file_tells_its_story_and_stays_short() {
    // Twice what most files have: beyond it a file holds more than one noun.
    const LIMIT: usize = 500;
    let mut wrong = Vec::new();
    for file in sources() {
        if !file.text.starts_with("//!") {
            wrong.push(format!("{}: has no module documentation", file.path));
        }
        let lines = file.code().count();
        if lines > LIMIT {
            wrong.push(format!("{}: {lines} lines", file.path));
        }
    }
    assert_none(&wrong);
}

#[test]
fn nothing_is_called_utils() {
    let names = [
        "utils", "util", "helpers", "helper", "common", "manager", "misc",
    ];
    let wrong: Vec<String> = sources()
        .iter()
        .filter(|file| {
            file.path
                .split(['/', '.'])
                .any(|part| names.contains(&part))
        })
        .map(|file| file.path.clone())
        .collect();
    assert_none(&wrong);
}

#[test]
fn no_hash_order_reaches_the_output() {
    // Looking something up in a hash map is fine; walking through one has another order each time.
    let wrong: Vec<String> = sources()
        .iter()
        .filter(|file| ["plan", "render", "check", "parse", "readback"].contains(&file.room()))
        .flat_map(|file| {
            file.code()
                .map(|line| (file.path.clone(), line.to_owned()))
                .collect::<Vec<_>>()
        })
        .filter(|(_, line)| {
            line.contains("HashSet<")
                || line.contains("in &by_key")
                || line.contains("index.iter()")
        })
        .map(|(path, line)| format!("{path}: {line}"))
        .collect();
    assert_none(&wrong);
}
