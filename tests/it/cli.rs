//! The command line as a person or a CI service meets it: the built program, in folders of its own.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::Read;
use std::os::unix::ffi::OsStringExt;
use std::path::Path;
use std::process::{Command, Stdio};

use campaign::world::publish::{Publication, Target};
use serde_json::Value;
use tempfile::TempDir;

use crate::tree;

/// A campaign of two audiences in two languages, with a draft and one warning.
const CAMPAIGN: &[(&str, &str)] = &[
    (
        "campaign.toml",
        "source_locale = \"en\"\nbase_url = \"https://example.org\"\n\
         [locales.en]\nname = \"English\"\n[locales.es]\nname = \"Español\"\n\
         [audiences.survivors]\nslug = \"help\"\ndiscreet = true\n[audiences.public]\nslug = \"\"\n",
    ),
    (
        "content/en.md",
        "+++\ntitle = \"Home\"\n+++\n\nHello. [Rights](rights/)\n",
    ),
    (
        "content/es.md",
        "+++\ntitle = \"Inicio\"\n+++\n\nHola. [Derechos](rights/)\n",
    ),
    (
        "content/rights/en.md",
        "+++\ntitle = \"Rights\"\ntopics = [\"law\"]\n+++\n\n::: for survivors\nYours.\n:::\n\nOf all.\n",
    ),
    (
        "content/rights/es.md",
        "+++\ntitle = \"Derechos\"\n+++\n\n::: for survivors\nDe usted.\n:::\n\nDe todos.\n",
    ),
    (
        "content/later/en.md",
        "+++\ntitle = \"Later\"\ndraft = true\n+++\n\nNot yet.\n",
    ),
    (
        "locales/en/all.ftl",
        "campaign-title = Shores\naudience-survivors = Me\naudience-public = All\ntopic-law = Law\n",
    ),
    (
        "locales/es/all.ftl",
        "campaign-title = Orillas\naudience-survivors = Yo\naudience-public = Todos\n",
    ),
];

pub fn planted() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    tree::plant(folder.path(), CAMPAIGN);
    folder
}

/// What a run of the program came to.
pub struct Run {
    pub status: i32,
    pub output: String,
    pub error: String,
}

fn campaign(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_campaign"));
    // Nothing of the machine that runs the tests: no language, no colours.
    command.current_dir(folder).env_clear();
    command
}

fn finished(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("the tool writes UTF-8");
    let run = Run {
        status: output.status.code().expect("no signal ended it"),
        output: text(output.stdout),
        error: text(output.stderr),
    };
    assert!(!run.error.contains("panicked"), "{}", run.error);
    run
}

pub fn run(folder: &Path, arguments: &[&str]) -> Run {
    finished(campaign(folder).args(arguments))
}

/// The text with what differs from run to run as `[…]`: the time that a build took.
fn masked(text: &str) -> String {
    let words = text.split_inclusive([' ', '\n']);
    let is_number = |word: &str| word.parse::<f64>().is_ok();
    let mut out = String::new();
    let mut previous = "";
    for word in words {
        let hide = previous.trim() == "in" && is_number(word.trim())
            || previous.trim() == "en" && is_number(&word.trim().replace(',', "."));
        out.push_str(if hide { "[…] " } else { word });
        previous = word;
    }
    out
}

/// Who asked for a part gets a part, and is told so before it is put online as if it were all.
#[test]
fn a_build_of_a_part_says_so() {
    let folder = planted();
    let check = |arguments: &[&str], expected: &[&str]| {
        let told = run(folder.path(), arguments);
        assert_eq!(told.status, 0);
        let lines: Vec<&str> = told.output.lines().skip(3).collect();
        assert_eq!(lines, expected, "{arguments:?}");
    };
    check(&["build"], &[]);
    check(
        &["build", "--edition", "survivors/*", "--drafts"],
        &[
            "2 other editions are not in it: do not put it online in place of all.",
            "Drafts are in it: build again without --drafts before you put it online.",
        ],
    );
}

#[test]
fn a_build_tells_what_it_did() {
    let folder = planted();
    let told = run(folder.path(), &["build"]);
    assert_eq!((told.status, told.error.as_str()), (0, WARNING));
    let lines: Vec<String> = masked(&told.output).lines().map(str::to_owned).collect();
    assert!(lines[0].starts_with("4 editions, 8 pages, "), "{lines:?}");
    assert!(lines[0].ends_with(" in […] s."), "{lines:?}");
    assert_eq!(lines[1..], ["1 warning.", "Published in public."]);
    let again = run(folder.path(), &["build", "--lang", "es", "--quiet"]);
    assert_eq!(
        (again.status, again.output.as_str(), again.error.as_str()),
        (0, "", "")
    );
    assert!(folder.path().join("public/help/es/index.html").exists());
    let other = run(
        folder.path(),
        &["build", "--drafts", "--output", "elsewhere"],
    );
    assert_eq!(other.status, 0, "{}", other.error);
    assert!(folder.path().join("elsewhere/en/later/index.html").exists());
    assert!(!folder.path().join("public/en/later").exists());
}

const WARNING: &str = "\
warning[unnamed-topic]: The topic “law” has no name in es.
--> content/rights/es.md
 = help: Add the message topic-law to a file in locales/es/.

1 warning
";

/// A folder without what the tool keeps there for itself.
fn work_of(folder: &Path) -> BTreeMap<String, String> {
    let mut tree = tree::of(folder);
    tree.retain(|path, _| !path.starts_with(".campaign"));
    tree
}

#[test]
fn the_status_says_how_it_ended() {
    let folder = planted();
    let check = |arguments: &[&str], status: i32, word: &str| {
        let before = work_of(folder.path());
        let told = run(folder.path(), arguments);
        assert_eq!(told.status, status, "{arguments:?}: {}", told.error);
        assert!(told.error.contains(word), "{arguments:?}: {}", told.error);
        assert_eq!(
            before,
            work_of(folder.path()),
            "{arguments:?} changed something"
        );
    };
    check(&["check", "--quiet"], 0, "");
    check(&["build", "--date", "2026-02-30"], 2, "2026-02-30");
    check(&["build", "--base-url", "nowhere"], 2, "nowhere");
    check(&["build", "--edition", "survivers/es"], 2, "survivors/es");
    check(&["build", "--output", "."], 2, "output");
    check(&["build", "--output", "content"], 2, "content");
    check(&["build", "--output", ""], 2, "output");
    check(&["build", "--root", "/"], 2, "campaign.toml");
    check(&["build", "--lang", "de"], 2, "de");
    check(&["build", "--what"], 2, "--what");
    check(&["explain", "no-such-thing"], 2, "no-such-thing");
    check(
        &["build", "--output", "/proc/nowhere/site"],
        3,
        "/proc/nowhere",
    );
    check(&[], 2, "Usage");
    std::fs::write(
        folder.path().join("content/en.md"),
        "+++\ntitle = \"x\"\n+++\n::: for x\n",
    )
    .unwrap();
    check(&["build"], 1, "unknown-audience");
    check(&["check"], 1, "unknown-audience");
    let settings = format!("theem = 1\n{}", CAMPAIGN[0].1);
    std::fs::write(folder.path().join("campaign.toml"), settings).unwrap();
    check(&["build"], 2, "theme");
}

#[test]
fn two_builds_at_once_do_not_meet() {
    let folder = planted();
    let target = Target {
        output: folder.path().join("public"),
        root: folder.path().canonicalize().unwrap(),
    };
    let publication = Publication::begin(&target).unwrap();
    let second = run(folder.path(), &["build"]);
    assert_eq!(second.status, 3, "{}", second.error);
    drop(publication);
    assert_eq!(run(folder.path(), &["build"]).status, 0);
}

#[test]
fn an_argument_that_is_no_text_is_refused() {
    let folder = planted();
    let broken = OsString::from_vec(b"\xff\xfe".to_vec());
    for option in ["--edition", "--root"] {
        let arguments = [OsStr::new("build"), OsStr::new(option), &broken];
        let told = finished(campaign(folder.path()).args(arguments));
        assert_eq!(told.status, 2, "{option}: {}", told.error);
    }
}

#[test]
fn every_command_helps_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let general = run(folder.path(), &["--help"]);
    let (_, commands) = general.output.split_once("Commands:\n").unwrap();
    let names = commands.lines().take_while(|line| line.starts_with("  "));
    let names: Vec<&str> = names
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    for known in ["build", "check", "explain"] {
        assert!(names.contains(&known), "{names:?}");
    }
    let mut helps = vec![vec!["--help"]];
    helps.extend(names.iter().map(|name| vec![*name, "--help"]));
    for help in helps {
        let english = run(folder.path(), &help);
        let spanish = finished(
            campaign(folder.path())
                .args(&help)
                .env("LANG", "es_MX.UTF-8"),
        );
        let asked = run(folder.path(), &[&help[..], &["--lang", "es"]].concat());
        assert_eq!((english.status, spanish.status), (0, 0), "{help:?}");
        assert_ne!(english.output, spanish.output, "{help:?}");
        if asked.status == 0 {
            assert_eq!(asked.output, spanish.output, "{help:?}");
        }
        for output in [&english.output, &spanish.output] {
            assert!(!output.contains("cli-"), "a text is missing: {output}");
        }
        assert!(english.output.contains("Usage: "), "{}", english.output);
        for word in [
            "Usage", "Options", "OPTIONS", "Print", "possible", "default",
        ] {
            assert!(!spanish.output.contains(word), "{}", spanish.output);
        }
    }
}

#[test]
fn what_was_typed_wrong_is_told_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let check = |arguments: &[&str], english: &str, spanish: &str| {
        for (language, expected) in [("en_US.UTF-8", english), ("es_MX.UTF-8", spanish)] {
            let mut command = campaign(folder.path());
            let told = finished(command.args(arguments).env("LANG", language));
            assert_eq!(told.status, 2, "{arguments:?}");
            assert!(
                told.error.contains(expected),
                "{arguments:?}: {}",
                told.error
            );
        }
    };
    check(
        &["bild"],
        "Perhaps build was meant.",
        "Quizá quiso decir build.",
    );
    check(
        &["build", "--drafs"],
        "Perhaps --drafts was meant.",
        "Quizá quiso decir --drafts.",
    );
    check(
        &["headers", "ngin"],
        "It takes one of these: netlify,",
        "Admite uno de estos: netlify,",
    );
    check(
        &["headers"],
        "Something is missing: “<HOST>”.",
        "Falta algo: «<HOST>».",
    );
    check(
        &["build", "--output"],
        "needs a value.",
        "necesita un valor.",
    );
    check(
        &["serve", "--port", "x"],
        "“x” cannot stand for",
        "«x» no sirve para",
    );
    check(
        &["build", "--pseudo", "--output", "x"],
        "cannot go together.",
        "no pueden ir juntos.",
    );
    check(
        &["build", "more"],
        "no argument “more” here.",
        "ningún argumento «more».",
    );
}

#[test]
fn a_rule_explains_itself() {
    let folder = tempfile::tempdir().unwrap();
    let known = run(folder.path(), &["explain", "unknown-audience"]);
    assert_eq!((known.status, known.error.as_str()), (0, ""));
    assert!(known.output.contains("Who is hurt:"), "{}", known.output);
    let spanish = run(folder.path(), &["explain", "unknown-audience", "--lang=es"]);
    assert_ne!(known.output, spanish.output);
    let near = run(folder.path(), &["explain", "unknown-audiense"]);
    assert_eq!((near.status, near.output.as_str()), (2, ""));
    assert!(near.error.contains("“unknown-audience”"), "{}", near.error);
    let list = run(folder.path(), &["explain"]);
    assert_eq!(list.output.lines().count(), campaign::rules::ALL.len());
}

#[test]
fn reports_for_machines_can_be_read_by_them() {
    let folder = planted();
    tree::plant(
        folder.path(),
        &[(
            "content/es.md",
            "+++\ntitle = \"x\"\n+++\n[x](nope/)\n<b>\n",
        )],
    );
    let report = |format: &str| {
        let told = run(folder.path(), &["check", "--format", format]);
        assert_eq!((told.status, told.error.as_str()), (1, ""), "{format}");
        told.output
    };
    let json: Value = serde_json::from_str(&report("json")).unwrap();
    let rules: Vec<&str> = json["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["rule"].as_str().unwrap())
        .collect();
    assert_eq!(
        rules,
        ["broken-link", "facts-differ", "raw-html", "unnamed-topic"]
    );
    assert_eq!(json["diagnostics"][0]["line"], 4);
    let sarif: Value = serde_json::from_str(&report("sarif")).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), 4);
    let github = report("github");
    assert!(
        github
            .lines()
            .all(|line| line.starts_with("::error ") || line.starts_with("::warning ")),
        "{github}"
    );
    assert_eq!(github.lines().count(), 4);
}

#[test]
fn the_editions_together_are_the_site() {
    let folder = planted();
    let build = |output: &str, editions: &[&str]| -> BTreeMap<String, String> {
        let mut arguments = vec!["build", "--output", output];
        editions
            .iter()
            .for_each(|edition| arguments.extend(["--edition", edition]));
        assert_eq!(run(folder.path(), &arguments).status, 0, "{editions:?}");
        tree::files(&folder.path().join(output))
    };
    let whole = build("whole", &[]);
    let names = ["survivors/en", "survivors/es", "public/en", "public/es"];
    let mut union = BTreeMap::new();
    for (number, name) in names.iter().enumerate() {
        let part = build(&format!("part-{number}"), &[name]);
        assert!(part.len() < whole.len(), "{name}");
        union.extend(part);
    }
    assert_eq!(union, whole);
    let spanish = build("spanish", &["*/es"]);
    assert!(spanish.contains_key("help/es/index.html") && spanish.contains_key("es/index.html"));
    assert!(
        !spanish.keys().any(|path| path.contains("en/")),
        "{:?}",
        spanish.keys()
    );
    assert_eq!(
        build("two", &["survivors/*", "public/es"]),
        build("same", &["*/es", "survivors/en"])
    );
}

/// A fault of each kind of file, each of which must leave the old site as it was.
const FAULTS: &[(&str, &str)] = &[
    ("campaign.toml", "theem = 1\n"),
    ("campaign.toml", "\u{0}"),
    ("content/en.md", "no front matter"),
    ("content/en.md", "+++\ntitle = \"x\"\n"),
    ("content/en.md", "+++\ntitle = \"x\"\ndrfat = true\n+++\n"),
    (
        "content/en.md",
        "+++\ntitle = \"x\"\n+++\n::: for survivor\nsecret\n:::\n",
    ),
    (
        "content/en.md",
        "+++\ntitle = \"x\"\n+++\n::: for survivors\nsecret\n",
    ),
    ("content/en.md", "+++\ntitle = \"x\"\n+++\n:::\n"),
    (
        "content/en.md",
        "+++\ntitle = \"x\"\n+++\n<script>1</script>\n",
    ),
    (
        "content/en.md",
        "+++\ntitle = \"x\"\n+++\n[x](javascript:alert)\n",
    ),
    (
        "content/en.md",
        "+++\ntitle = \"x\"\n+++\n![x](https://example.org/x.png)\n",
    ),
    ("content/en.md", "+++\ntitle = \"x\"\n+++\n[x](nope/)\n"),
    ("content/en.md", "+++\ntitle = \"x\"\n+++\n[x](#nope)\n"),
    ("content/en.md", "+++\ntitle = \"x\"\n+++\n![x](nope.png)\n"),
    ("content/en.md", "+++\ntitle = \"x\"\n+++\nx[^1]\n"),
    ("content/en.md", "+++\ntitle = \"x\"\n+++\n:t[nope]\n"),
    ("content/en.md", "+++\ntitle = \"x\"\n+++\n::nope{}\n"),
    (
        "content/en.md",
        "+++\ntitle = \"x\"\n+++\n::: card{tone=1 tone=2}\n:::\n",
    ),
    (
        "content/en.md",
        "+++\ntitle = \"x\"\n+++\n::hotline{id=nope}\n",
    ),
    (
        "content/en.md",
        "+++\ntitle = \"x\"\ntemplate = \"nope\"\n+++\n",
    ),
    (
        "content/en.md",
        "+++\ntitle = \"x\"\n+++\n# x {onclick=alert}\n",
    ),
    (
        "content/rights/en.md",
        "+++\ntitle = \"x\"\nslug = \"../../x\"\n+++\n",
    ),
    (
        "content/rights/en.md",
        "+++\ntitle = \"x\"\nredirect_from = [\"../x\"]\n+++\n",
    ),
    (
        "content/other/en.md",
        "+++\ntitle = \"x\"\nslug = \"rights\"\n+++\n",
    ),
    ("content/other/de.md", "+++\ntitle = \"x\"\n+++\n"),
    ("content/other/en.nobody.md", "+++\ntitle = \"x\"\n+++\n"),
    ("content/other/con/en.md", "+++\ntitle = \"x\"\n+++\n"),
    ("content/run.exe", "x"),
    ("content/hotlines.toml", "[hotline.x]\ncountry = \"MX\"\n"),
    ("locales/en/more.ftl", "broken {\n"),
    ("locales/en/more.ftl", "campaign-title = again\n"),
    ("locales/de/more.ftl", "x = y\n"),
    (
        "locales/en/all.ftl",
        "campaign-title = { campaign-title }\n",
    ),
    ("locales/en/all.ftl", "campaign-title = { $nobody }\n"),
    ("themes/faro/theme.toml", "name = \"faro\"\n"),
    ("themes/faro/templates/page.html", "{{ nobody }}"),
    ("themes/faro/templates/page.html", "{% if %}"),
];

/// The first thing that somebody new sees must be right as it is.
#[test]
fn a_new_campaign_has_no_fault_and_is_never_written_over() {
    for (language, comment) in [("en", "# What is published"), ("es", "# Qué se publica")] {
        let folder = tempfile::tempdir().unwrap();
        let begin = ["init", "--lang", language];
        assert_eq!(run(folder.path(), &begin).status, 0);
        let settings = std::fs::read_to_string(folder.path().join("campaign.toml")).unwrap();
        assert!(settings.starts_with(comment), "{settings}");
        let checked = run(folder.path(), &["check"]);
        assert_eq!((checked.status, checked.error.as_str()), (0, ""));
        assert_eq!(run(folder.path(), &["build"]).status, 0);
        let before = tree::of(folder.path());
        assert_eq!(run(folder.path(), &begin).status, 2);
        assert_eq!(tree::of(folder.path()), before);
    }
}

#[test]
fn no_fault_changes_what_was_published() {
    let folder = planted();
    assert_eq!(run(folder.path(), &["build"]).status, 0);
    let public = folder.path().join("public");
    let before = tree::of(&public);
    for (path, text) in FAULTS {
        let file = folder.path().join(path);
        let old = std::fs::read(&file).ok();
        tree::plant(folder.path(), &[(path, text)]);
        let told = run(folder.path(), &["build"]);
        assert!(
            [1, 2].contains(&told.status),
            "{path} {text:?}: {} {}",
            told.status,
            told.error
        );
        assert!(
            told.error.contains("error["),
            "{path} {text:?}: {}",
            told.error
        );
        assert_eq!(before, tree::of(&public), "{path} {text:?}");
        match old {
            Some(old) => std::fs::write(&file, old).unwrap(),
            None => std::fs::remove_file(&file).unwrap(),
        }
    }
    assert_eq!(run(folder.path(), &["build"]).status, 0);
    assert_eq!(before, tree::of(&public));
}

#[test]
fn neither_the_folder_nor_the_machine_shows() {
    let build = |variables: &[(&str, &str)]| {
        let folder = planted();
        let mut command = campaign(folder.path());
        command
            .args(["build", "--date", "2026-03-01"])
            .envs(variables.iter().copied());
        assert_eq!(finished(&mut command).status, 0);
        tree::files(&folder.path().join("public"))
    };
    let plain = build(&[]);
    let machines: [&[(&str, &str)]; 4] = [
        &[("TZ", "Pacific/Kiritimati"), ("LANG", "es_MX.UTF-8")],
        &[
            ("TZ", "America/Bogota"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("HOME", "/nowhere"),
        ],
        &[
            ("RAYON_NUM_THREADS", "1"),
            ("USER", "somebody"),
            ("HOSTNAME", "machine"),
        ],
        &[("RAYON_NUM_THREADS", "7"), ("CLICOLOR_FORCE", "1")],
    ];
    for machine in machines {
        assert_eq!(plain, build(machine), "{machine:?}");
    }
}

#[test]
fn a_reader_who_goes_away_is_no_failure() {
    let folder = planted();
    for arguments in [
        &["explain"][..],
        &["build"],
        &["check", "--format", "json"],
        &["--help"],
    ] {
        let mut child = campaign(folder.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut error = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut error)
            .unwrap();
        let status = child.wait().unwrap();
        assert_eq!(status.code(), Some(0), "{arguments:?}: {error}");
        assert!(!error.contains("panicked"), "{arguments:?}: {error}");
    }
}
