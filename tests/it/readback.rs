//! What a person meets when the second reader of the output finds something: the file, the line it
//! came from, and a published site that stays as it was.

use std::path::Path;

use crate::cli::run;
use crate::tree;

/// The smallest of the sites, in a folder of its own.
fn planted() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/plain");
    for part in ["campaign.toml", "content", "locales", "themes"] {
        for entry in walkdir::WalkDir::new(root.join(part)) {
            let entry = entry.unwrap();
            let target = folder
                .path()
                .join(entry.path().strip_prefix(&root).unwrap());
            match entry.file_type().is_dir() {
                true => std::fs::create_dir_all(target).unwrap(),
                false => drop(std::fs::copy(entry.path(), target).unwrap()),
            }
        }
    }
    folder
}

/// The template that every page of the site is made with.
const TEMPLATE: &str = "themes/plain/templates/base.html";

/// Puts a piece of a template into every page, on a line of its own: which.
fn harm(folder: &Path, piece: &str) -> usize {
    let path = folder.join(TEMPLATE);
    let text = std::fs::read_to_string(&path).unwrap();
    let before = &text[..text.find("</footer>").unwrap()];
    std::fs::write(
        path,
        text.replace("</footer>", &format!("{piece}\n</footer>")),
    )
    .unwrap();
    before.matches('\n').count() + 1
}

#[test]
fn a_sound_site_is_published_and_a_harmed_one_leaves_it_as_it_was() {
    let folder = planted();
    let arguments = ["build", "--date", "2026-03-15"];
    assert_eq!(run(folder.path(), &arguments).status, 0);
    let before = tree::of(&folder.path().join("public"));
    // The template works the number out, so that it stands in no source.
    harm(
        folder.path(),
        "<a href=\"tel:+1888373{{ 7000 + 889 }}\">888-373-{{ 7000 + 889 }}</a>",
    );
    let told = run(folder.path(), &arguments);
    assert_eq!(told.status, 1, "{}", told.error);
    let line = "error[output-number]: The number “tel:+18883737889” is one digit away from a \
                number of the register: ";
    assert!(told.error.contains(line), "{}", told.error);
    assert_eq!(tree::of(&folder.path().join("public")), before);
    // `check` finds the same.
    let checked = run(folder.path(), &["check", "--date", "2026-03-15"]);
    assert_eq!(checked.status, 1);
    assert!(checked.error.contains(line), "{}", checked.error);
}

#[test]
fn a_failure_names_the_file_and_the_line_it_came_from() {
    let folder = planted();
    harm(
        folder.path(),
        "<img src=\"https://x.example/p.gif\" alt=\"\">",
    );
    let told = run(folder.path(), &["build", "--date", "2026-03-15"]);
    assert_eq!(told.status, 1);
    for part in [
        "error[foreign-origin]: A browser would load “https://x.example/p.gif” from another site: ",
        "--> themes/plain/templates/base.html:",
        "x.example/p.gif",
    ] {
        assert!(told.error.contains(part), "{part}: {}", told.error);
    }
    assert!(!folder.path().join("public").exists());
    let spanish = run(
        folder.path(),
        &["build", "--date", "2026-03-15", "--lang", "es"],
    );
    let line = "El navegador cargaría «https://x.example/p.gif» de otro sitio: ";
    assert!(spanish.error.contains(line), "{}", spanish.error);
}

/// Addresses that a template writes itself, without asking whether there is something: the rule
/// that sees each, and how much of it stands where the report points.
const LITERAL: [(&str, &str, &str); 17] = [
    (
        "<link rel=\"canonical\" href=\"https://x.example/h/\">",
        "foreign-origin",
        "https://x.example/h/",
    ),
    (
        "<link rel=\"alternate\" hreflang=\"es\" href=\"https://x.example/i/\">",
        "foreign-origin",
        "https://x.example/i/",
    ),
    (
        "<meta property=\"og:url\" content=\"https://x.example/j/\">",
        "foreign-origin",
        "https://x.example/j/",
    ),
    ("<a href=\"nowhere/\">x</a>", "output-link", "nowhere/"),
    ("<a href=\"/nowhere/\">x</a>", "output-link", "/nowhere/"),
    (
        "<a href=\"../gone.pdf\">x</a>",
        "output-link",
        "../gone.pdf",
    ),
    ("<a href=\"#nowhere\">x</a>", "output-link", "#nowhere"),
    (
        "<link rel=\"icon\" href=\"gone.svg\">",
        "output-link",
        "gone.svg",
    ),
    ("<img src=\"gone.png\" alt=\"\">", "output-link", "gone.png"),
    (
        "<img src=\"https://x.example/a.gif\" alt=\"\">",
        "foreign-origin",
        "https://x.example/a.gif",
    ),
    (
        "<img src=\"//x.example/b.gif\" alt=\"\">",
        "foreign-origin",
        "//x.example/b.gif",
    ),
    (
        "<img srcset=\"https://x.example/c.gif 2x\" alt=\"\">",
        "foreign-origin",
        "https://x.example/c.gif",
    ),
    (
        "<link rel=\"stylesheet\" href=\"https://x.example/d.css\">",
        "foreign-origin",
        "https://x.example/d.css",
    ),
    (
        "<link rel=\"preconnect\" href=\"https://x.example\">",
        "foreign-origin",
        "https://x.example",
    ),
    (
        "<script src=\"https://x.example/e.js\"></script>",
        "foreign-origin",
        "https://x.example/e.js",
    ),
    (
        "<iframe src=\"https://x.example/f/\" title=\"x\"></iframe>",
        "foreign-origin",
        "https://x.example/f/",
    ),
    (
        "<video src=\"https://x.example/g.mp4\"></video>",
        "foreign-origin",
        "https://x.example/g.mp4",
    ),
];

#[test]
fn an_address_that_a_template_writes_itself_is_seen_before_anything_is_published() {
    for (piece, rule, address) in LITERAL {
        let folder = planted();
        let line = harm(folder.path(), piece);
        let told = run(
            folder.path(),
            &["build", "--date", "2026-03-15", "--format", "json"],
        );
        assert_eq!(told.status, 1, "{piece}: {}", told.output);
        assert!(!folder.path().join("public").exists(), "{piece}");
        let report: serde_json::Value = serde_json::from_str(&told.output).unwrap();
        let found = report["diagnostics"].as_array().unwrap();
        let of_rule: Vec<_> = found.iter().filter(|fault| fault["rule"] == rule).collect();
        // Once, however many pages have it, and where somebody can mend it.
        let [fault] = of_rule.as_slice() else {
            panic!("{piece}: {found:#?}");
        };
        let told = (&fault["severity"], &fault["path"], &fault["line"]);
        assert_eq!(
            told,
            (&"error".into(), &TEMPLATE.into(), &line.into()),
            "{piece}: {fault:#}"
        );
        let message = fault["message"].as_str().unwrap();
        for part in [&format!("“{address}”"), "404.html and 25 more"] {
            assert!(message.contains(part), "{piece}: {message}");
        }
    }
}

/// The rules of the second reader.
const OWN: [&str; 12] = [
    "output-number",
    "numbers-differ",
    "missing-channel",
    "moved-block",
    "output-link",
    "foreign-origin",
    "active-content",
    "leak",
    "output-structure",
    "repeated-title",
    "unread-file",
    "trace",
];

#[test]
fn sound_sites_give_no_alarm() {
    // Each on a day on which its lines are confirmed.
    for (folder, day) in [
        (".", "2026-11-24"),
        ("tests/sites/plain", "2026-03-15"),
        ("tests/sites/faro", "2026-03-15"),
        ("tests/sites/door", "2026-11-24"),
    ] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let told = run(&root, &["check", "--date", day]);
        let is_alarm = |rule: &&str| told.error.contains(&format!("[{rule}]"));
        let alarms: Vec<&str> = OWN.into_iter().filter(is_alarm).collect();
        assert_eq!(
            (told.status, alarms),
            (0, vec![]),
            "{folder}: {}",
            told.error
        );
    }
}

#[test]
fn documents_that_are_not_read_are_told_of() {
    let folder = planted();
    let page = folder.path().join("content/en.md");
    let text = std::fs::read_to_string(&page).unwrap();
    std::fs::write(&page, text + "\n\n[The card](card.pdf)\n").unwrap();
    std::fs::write(folder.path().join("content/card.pdf"), b"%PDF-1.7\n\xff").unwrap();
    let told = run(folder.path(), &["build", "--date", "2026-03-15"]);
    assert_eq!(told.status, 0, "{}", told.error);
    let line = "note[unread-file]: What the document says was not compared with anything: ";
    assert!(told.error.contains(line), "{}", told.error);
}

#[test]
fn what_is_packed_is_refused() {
    let folder = planted();
    let assets = folder.path().join("themes/plain/assets");
    std::fs::create_dir_all(&assets).unwrap();
    std::fs::write(assets.join("all.gz"), b"\x1f\x8b\x08").unwrap();
    harm(
        folder.path(),
        "<a href=\"{{ asset(path=\"all.gz\") }}\">x</a>",
    );
    let told = run(folder.path(), &["build", "--date", "2026-03-15"]);
    assert_eq!(told.status, 1, "{}", told.error);
    let line = "error[unread-file]: The file is packed, so nobody can look into it: ";
    assert!(told.error.contains(line), "{}", told.error);
}

/// What a style sheet or a script of the theme holds, and the rule that sees it.
const LOADED: [(&str, &str, &str); 6] = [
    (
        "css",
        "a::after{content:\"888-373-\" \"7889\"}",
        "output-number",
    ),
    (
        "css",
        "a{background:image-set(\"https://x.example/a.png\" 1x)}",
        "foreign-origin",
    ),
    (
        "css",
        "a{background:\\75rl(https://x.example/a.png)}",
        "foreign-origin",
    ),
    ("css", "/* /home/ana/campaign */", "trace"),
    ("js", "import(\"https://x.example/a.js\")", "foreign-origin"),
    (
        "js",
        "new Image().src = \"//x.example/a.gif\"",
        "foreign-origin",
    ),
];

#[test]
fn what_a_style_sheet_or_a_script_loads_or_says_is_seen() {
    for (kind, text, rule) in LOADED {
        let folder = planted();
        let path = folder.path().join("themes/plain/assets");
        std::fs::write(path.join(format!("more.{kind}")), text).unwrap();
        harm(
            folder.path(),
            &format!("<link rel=\"preload\" href=\"{{{{ asset(path=\"more.{kind}\") }}}}\">"),
        );
        let told = run(folder.path(), &["build", "--date", "2026-03-15"]);
        assert_eq!(told.status, 1, "{text}: {}", told.error);
        let line = format!("error[{rule}]");
        assert!(told.error.contains(&line), "{text}: {}", told.error);
    }
}
