//! Keeping translations up to date, as a person does it: `status`, `translate next`, `accept`.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::{Run, run};
use crate::tree;

const SETTINGS: &str = "source_locale = \"en\"\nbase_url = \"https://example.org\"\n\
    [locales.en]\nname = \"English\"\n[locales.es]\nname = \"Español\"\n\
    [audiences.survivors]\nslug = \"help\"\n[audiences.public]\nslug = \"\"\n";

const GATE: &str = "[release]\n\"survivors/es\" = [\"complete\", \"fresh\", \"reviewed\"]\n";

const LOCK: &str = "translations.lock";

/// A campaign of a home page, a page that is critical, one that was written in Spanish, and one that
/// is not translated.
fn planted() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let link = "[Help](help/) [Story](story/) News";
    tree::plant(
        folder.path(),
        &[
            ("campaign.toml", SETTINGS),
            (
                "content/en.md",
                &format!("+++\ntitle = \"Home\"\n+++\n\n{link}\n"),
            ),
            (
                "content/es.md",
                "+++\ntitle = \"Inicio\"\n+++\n\n[Ayuda](help/) [Historia](story/) Noticias\n",
            ),
            (
                "content/help/en.md",
                "+++\ntitle = \"Help\"\ncritical = true\n+++\n\nYou decide.\n\n- It is free.\n- It is safe.\n",
            ),
            (
                "content/help/es.md",
                "+++\ntitle = \"Ayuda\"\ntranslated_by = \"Ana\"\nreviewed_by = \"Bea\"\n+++\n\nUsted decide.\n\n- Es gratis.\n- Es seguro.\n",
            ),
            (
                "content/story/es.md",
                "+++\ntitle = \"Historia\"\nsource = \"es\"\n+++\n\nFue hace años.\n",
            ),
            (
                "content/story/en.md",
                "+++\ntitle = \"Story\"\n+++\n\nIt was years ago.\n",
            ),
            (
                "content/news/en.md",
                "+++\ntitle = \"News\"\naudiences = [\"public\"]\n+++\n\nA new line.\n",
            ),
            (
                "locales/en/all.ftl",
                "campaign-title = Shores\naudience-survivors = Me\naudience-public = All\nhow = How to help\n    .note = Quickly\n",
            ),
            (
                "locales/es/all.ftl",
                "campaign-title = Orillas\naudience-survivors = Yo\naudience-public = Todos\nhow = Cómo ayudar\n    .note = Pronto\n",
            ),
        ],
    );
    folder
}

fn read(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path)).unwrap()
}

fn edit(folder: &Path, path: &str, from: &str, to: &str) {
    let before = read(folder, path);
    assert!(before.contains(from), "{path}: {before}");
    std::fs::write(folder.join(path), before.replace(from, to)).unwrap();
}

fn done(folder: &Path, arguments: &[&str]) -> Run {
    let done = run(folder, arguments);
    assert_eq!((done.status, done.error.as_str()), (0, ""), "{arguments:?}");
    done
}

fn status(folder: &Path) -> Value {
    let told = run(folder, &["status", "--format", "json"]);
    serde_json::from_str(&told.output).unwrap()
}

/// The state of a file and of those of its texts that lag behind, with their lines.
fn standing(folder: &Path, file: &str) -> (String, Vec<String>) {
    let status = status(folder);
    let all = status["translations"].as_array().unwrap();
    let own = all.iter().find(|own| own["file"] == file).unwrap();
    let lagging = own["texts"].as_array().unwrap().iter();
    let lagging =
        lagging.map(|text| format!("{} {}", text["line"], text["state"].as_str().unwrap()));
    (own["state"].as_str().unwrap().to_owned(), lagging.collect())
}

/// The ids and places of what a check finds about states.
fn found(folder: &Path) -> Vec<String> {
    let told = run(folder, &["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&told.output).unwrap();
    let all = report["diagnostics"].as_array().unwrap().iter();
    let about = [
        "outdated-translation",
        "untracked-translation",
        "unreviewed-translation",
        "unmet-gate",
    ];
    let own = all.filter(|fault| about.iter().any(|id| fault["rule"] == *id));
    own.map(|fault| {
        let place = fault;
        format!(
            "{} {} {}:{}",
            fault["severity"].as_str().unwrap(),
            fault["rule"].as_str().unwrap(),
            place["path"].as_str().unwrap(),
            place["line"]
        )
    })
    .collect()
}

#[test]
fn a_changed_word_is_outdated_until_somebody_accepts() {
    let folder = planted();
    let folder = folder.path();
    assert_eq!(found(folder), [""; 0], "without a lock nothing is known");
    done(folder, &["translate", "accept", "--all"]);
    assert_eq!(found(folder), [""; 0]);
    let before = read(folder, LOCK);

    edit(
        folder,
        "content/help/en.md",
        "It is safe.",
        "It is safe and secret.",
    );
    edit(folder, "content/story/es.md", "hace años", "hace un año");
    edit(folder, "locales/en/all.ftl", "Quickly", "At once");
    assert_eq!(
        found(folder),
        [
            "error outdated-translation content/help/es.md:10",
            "warning outdated-translation content/story/en.md:5",
            "warning outdated-translation locales/es/all.ftl:5",
        ]
    );
    let help = standing(folder, "content/help/es.md");
    assert_eq!(
        help,
        ("outdated".to_owned(), vec!["10 outdated".to_owned()])
    );
    let story = standing(folder, "content/story/en.md");
    assert_eq!(
        story,
        ("outdated".to_owned(), vec!["5 outdated".to_owned()])
    );
    let messages = standing(folder, "locales/es");
    assert_eq!(
        messages,
        ("outdated".to_owned(), vec!["5 outdated".to_owned()])
    );

    let accepted = done(
        folder,
        &["translate", "accept", "help", "story", "locales/es"],
    );
    assert_eq!(
        accepted.output,
        "content/help/es.md: one text accepted; one text waits for the reviewer.\n\
         content/story/en.md: one text accepted.\nlocales/es: one text accepted.\n\
         3 translations say what their originals say. translations.lock belongs into git.\n"
    );
    assert_ne!(read(folder, LOCK), before);
    assert_eq!(
        found(folder),
        ["error unreviewed-translation content/help/es.md:10"],
        "on a critical page"
    );
}

#[test]
fn moving_pages_blocks_and_messages_marks_nothing() {
    let folder = planted();
    let folder = folder.path();
    done(folder, &["translate", "accept", "--all"]);
    edit(
        folder,
        "content/help/en.md",
        "You decide.\n\n- It is free.\n- It is safe.\n",
        "- It is\n  safe.\n- It is free.\n\nYou decide.\n",
    );
    std::fs::rename(folder.join("content/help"), folder.join("content/aid")).unwrap();
    edit(folder, "content/en.md", "help/", "/aid/");
    let messages = read(folder, "locales/en/all.ftl");
    std::fs::write(
        folder.join("locales/en/some.ftl"),
        "how = How to help\n    .note = Quickly\n",
    )
    .unwrap();
    let rest = messages.split("how =").next().unwrap();
    std::fs::write(folder.join("locales/en/all.ftl"), rest).unwrap();
    // The link on the home page is another text now.
    assert_eq!(
        found(folder),
        ["warning outdated-translation content/es.md:5"]
    );
    assert_eq!(standing(folder, "content/aid/es.md").0, "reviewed");
    done(folder, &["translate", "accept", "--all"]);
    assert!(!read(folder, LOCK).contains("content/help/"));
}

#[test]
fn what_an_original_no_longer_says_is_told() {
    let folder = planted();
    let folder = folder.path();
    done(folder, &["translate", "accept", "--all"]);
    edit(folder, "content/help/en.md", "- It is safe.\n", "");
    assert_eq!(
        found(folder),
        ["error outdated-translation content/help/es.md:2"]
    );
    // Once it is gone from both, nothing is left to compare.
    edit(folder, "content/help/es.md", "- Es seguro.\n", "");
    assert_eq!(found(folder), [""; 0]);
}

#[test]
fn a_review_holds_for_what_was_read() {
    let folder = planted();
    let folder = folder.path();
    done(folder, &["translate", "accept", "--all"]);
    assert_eq!(standing(folder, "content/help/es.md").0, "reviewed");
    edit(folder, "content/help/es.md", "Es gratis.", "Es sin costo.");
    let unread = standing(folder, "content/help/es.md");
    assert_eq!(
        unread,
        ("translated".to_owned(), vec!["9 translated".to_owned()])
    );
    assert_eq!(
        found(folder),
        ["error unreviewed-translation content/help/es.md:9"]
    );

    let own = run(
        folder,
        &["translate", "accept", "help", "--reviewed-by", "  ana"],
    );
    assert_eq!(own.status, 2, "nobody reads her own translation");
    let next = done(folder, &["translate", "next", "es"]);
    let command = "campaign translate accept help --locale es --reviewed-by \"…\"";
    assert!(next.output.contains(command), "{}", next.output);
    assert!(
        next.output.contains("content/help/es.md:9  Es sin costo."),
        "{}",
        next.output
    );
    done(
        folder,
        &[
            "translate",
            "accept",
            "help",
            "--reviewed-by",
            "Carla \"C\"",
        ],
    );
    let head = "translated_by = \"Ana\"\nreviewed_by = \"Carla \\\"C\\\"\"\n";
    assert!(read(folder, "content/help/es.md").contains(head));
    assert_eq!(standing(folder, "content/help/es.md").0, "reviewed");
    // A page that nobody had read gets a new line in its head.
    done(
        folder,
        &[
            "translate",
            "accept",
            "content/es.md",
            "--reviewed-by",
            "Bea",
        ],
    );
    assert!(
        read(folder, "content/es.md")
            .starts_with("+++\ntitle = \"Inicio\"\nreviewed_by = \"Bea\"\n+++\n")
    );
}

#[test]
fn a_gate_stays_closed_until_its_demands_are_met() {
    let folder = planted();
    let folder = folder.path();
    std::fs::write(folder.join("campaign.toml"), format!("{SETTINGS}{GATE}")).unwrap();
    let closed = run(folder, &["status"]);
    assert_eq!(closed.status, 1);
    assert!(
        closed.output.contains("survivors/es  1 original, 1 reviewed, 1 translated  [✓ complete, ✗ fresh: 3, ✗ reviewed: 1]"),
        "{}",
        closed.output
    );
    assert_eq!(run(folder, &["status", "--edition", "public/es"]).status, 0);
    let spanish = run(folder, &["status", "--lang", "es"]);
    assert!(spanish.output.contains("✗ al día: 3"), "{}", spanish.output);
    assert_eq!(
        found(folder),
        [
            "error unmet-gate campaign.toml:12",
            "error unmet-gate campaign.toml:12"
        ]
    );
    assert_eq!(run(folder, &["build"]).status, 1, "nothing is published");

    done(folder, &["translate", "accept", "--all"]);
    done(
        folder,
        &["translate", "accept", "/", "--reviewed-by", "Bea"],
    );
    assert_eq!(run(folder, &["status"]).status, 0);
    assert_eq!(found(folder), [""; 0]);
    done(folder, &["build", "--quiet"]);
}

#[test]
fn what_to_do_next_comes_by_weight() {
    let folder = planted();
    let folder = folder.path();
    done(folder, &["translate", "accept", "--all"]);
    edit(
        folder,
        "content/help/en.md",
        "You decide.",
        "You alone decide.",
    );
    edit(folder, "content/en.md", "Help", "Get help");
    let next = done(folder, &["translate", "next", "es"]);
    assert_eq!(
        next.output,
        "3 things to do in Español, the most important first:\n\
         \n1. content/help/es.md  (critical; survivors/es, public/es)\n   \
         The original has changed: bring the translation up to date.\n   \
         the original says now:\n     \
         content/help/en.md:6  You alone decide.\n   \
         Then: campaign translate accept help --locale es\n\
         \n2. content/es.md  (survivors/es, public/es)\n   \
         The original has changed: bring the translation up to date.\n   \
         the original says now:\n     \
         content/en.md:5  [Get help](help/) [Story](story/) News\n   \
         Then: campaign translate accept / --locale es\n\
         \n3. content/news/es.md  (public/es)\n   \
         There is no translation yet. The original is content/news/en.md.\n   \
         Then: campaign translate export es news\n"
    );
    let spanish = done(folder, &["translate", "next", "es", "--lang", "es"]);
    assert!(
        spanish
            .output
            .starts_with("3 cosas por hacer en Español, primero lo más importante:\n")
    );
    let english = done(folder, &["translate", "next", "en"]);
    assert_eq!(english.output, "Nothing to do in English.\n");
    let json = done(folder, &["translate", "next", "es", "--format", "json"]);
    let json: Value = serde_json::from_str(&json.output).unwrap();
    assert_eq!(json["tasks"][0]["changes"][0]["line"], 6);
}

#[test]
fn a_page_left_out_on_purpose_is_no_task() {
    let folder = planted();
    let folder = folder.path();
    done(folder, &["translate", "accept", "--all"]);
    edit(
        folder,
        "content/news/en.md",
        "audiences",
        "missing = \"omit\"\naudiences",
    );
    let next = done(folder, &["translate", "next", "es"]);
    assert_eq!(next.output, "Nothing to do in Español.\n");
    assert_eq!(
        status(folder)["pages"][2]["cells"]["public/es"]["state"],
        "absent"
    );
}

#[test]
fn a_lock_that_cannot_be_read_is_never_written_over() {
    let folder = planted();
    let folder = folder.path();
    done(folder, &["translate", "accept", "--all"]);
    let broken = format!("{}content/es.md 0123\n", read(folder, LOCK));
    std::fs::write(folder.join(LOCK), &broken).unwrap();
    let refused = run(
        folder,
        &["translate", "accept", "help", "--reviewed-by", "Dora"],
    );
    assert_eq!(refused.status, 2);
    assert!(
        refused.error.contains("translations.lock:"),
        "{}",
        refused.error
    );
    assert_eq!(read(folder, LOCK), broken);
    assert!(!read(folder, "content/help/es.md").contains("Dora"));
    // What git left between two versions is no loss: both count.
    let merged = broken.replace(
        "content/es.md 0123\n",
        "<<<<<<< ours\n=======\n>>>>>>> theirs\n",
    );
    std::fs::write(folder.join(LOCK), merged).unwrap();
    done(folder, &["translate", "accept", "help"]);
    assert!(!read(folder, LOCK).contains("<<<<<<<"));
}

#[test]
fn what_cannot_be_accepted_is_refused() {
    let folder = planted();
    let folder = folder.path();
    edit(
        folder,
        "content/story/en.md",
        "+++\n\n",
        "draft = true\n+++\n\n",
    );
    let check = |arguments: &[&str], expected: &str| {
        let refused = run(folder, arguments);
        assert_eq!(refused.status, 2, "{arguments:?}");
        assert!(refused.error.contains(expected), "{}", refused.error);
        assert!(!folder.join(LOCK).exists());
    };
    check(
        &["translate", "accept", "story"],
        "content/story/en.md is a draft.",
    );
    check(
        &["translate", "accept", "news"],
        "There is no translation of “news” to accept.",
    );
    check(
        &["translate", "accept", "nowhere"],
        "There is no page “nowhere”.",
    );
    check(&["translate", "accept", "help", "--locale", "fr"], "fr");
    check(&["translate", "accept"], "<PAGE>");
    check(
        &["translate", "accept", "--all", "--reviewed-by", ""],
        "--reviewed-by",
    );
}

#[test]
fn the_board_is_a_page_that_asks_for_nothing() {
    let folder = planted();
    let folder = folder.path();
    done(
        folder,
        &["status", "--format", "html", "--output", "board.html"],
    );
    let page = read(folder, "board.html");
    assert!(page.contains("<th scope=\"row\">/help</th>"), "{page}");
    for outside in ["<script", "<link", " src=", "url(", "http:", "https:"] {
        assert!(!page.contains(outside), "{outside}");
    }
    done(
        folder,
        &["status", "--format", "html", "--output", "board.html"],
    );
    let other = run(
        folder,
        &["status", "--format", "json", "--output", "campaign.toml"],
    );
    assert_eq!(other.status, 2, "a file that is no board is left alone");
    assert_eq!(read(folder, "campaign.toml"), SETTINGS);
}

#[test]
fn what_a_translator_sends_back_is_accepted_text_by_text() {
    let folder = planted();
    let folder = folder.path();
    done(folder, &["translate", "accept", "--all"]);
    edit(
        folder,
        "content/help/en.md",
        "You decide.",
        "You alone decide.",
    );
    edit(folder, "content/help/en.md", "It is safe.", "It is secret.");
    edit(folder, "locales/en/all.ftl", "Quickly", "At once");
    for format in ["po", "xliff"] {
        let file = format!("out.{format}");
        let export = [
            "translate",
            "export",
            "es",
            "--format",
            format,
            "--output",
            &file,
        ];
        done(folder, &export);
        let sent = read(folder, &file);
        for text in [
            "You alone decide.",
            "It is secret.",
            "At once",
            "A new line.",
        ] {
            assert!(sent.contains(text), "{text} waits: {sent}");
        }
        assert!(!sent.contains("It is free."), "that is done: {sent}");
        // As it went out it comes back: nobody has translated anything.
        let before = read(folder, LOCK);
        run(folder, &["translate", "import", &file]);
        assert_eq!(read(folder, LOCK), before, "{format}");
    }

    let sent = read(folder, "out.po");
    assert_eq!(sent.matches("#, fuzzy").count(), 3);
    let back = sent
        .replace(
            "#, fuzzy\nmsgctxt \"content/help/en.md",
            "msgctxt \"content/help/en.md",
        )
        .replace("Usted decide.", "Solo usted decide.");
    std::fs::write(folder.join("out.po"), back).unwrap();
    let taken = run(folder, &["translate", "import", "out.po"]);
    assert_eq!(taken.status, 0, "{}", taken.error);
    assert_eq!(
        found(folder),
        [
            "error unreviewed-translation content/help/es.md:7",
            "warning outdated-translation locales/es/all.ftl:5",
        ],
        "two texts are up to date and wait for their reviewer"
    );
    let unread = standing(folder, "content/help/es.md").1;
    assert_eq!(unread, ["7 translated", "10 translated"]);
}

#[test]
fn what_the_original_said_before_is_told_where_git_knows_it() {
    let folder = planted();
    let folder = folder.path();
    let git = |arguments: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.current_dir(folder)
            .args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
        let done = git.args(arguments).output().unwrap();
        assert!(done.status.success(), "{done:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "One"]);
    done(folder, &["translate", "accept", "--all"]);
    edit(
        folder,
        "content/help/en.md",
        "You decide.",
        "Nobody decides.",
    );
    git(&["commit", "-qam", "Two"]);
    // A text that is new has no other before it.
    edit(
        folder,
        "content/help/en.md",
        "Nobody decides.",
        "You alone decide.\n\nYou can wait.",
    );
    let next = done(folder, &["translate", "next", "es"]);
    let told = "     content/help/en.md:6  You alone decide.\n       before: You decide.\n     \
        content/help/en.md:8  You can wait.\n   Then:";
    assert!(next.output.contains(told), "{}", next.output);
    let json = done(folder, &["translate", "next", "es", "--format", "json"]);
    let json: Value = serde_json::from_str(&json.output).unwrap();
    assert_eq!(json["tasks"][0]["changes"][0]["before"], "You decide.");
    assert_eq!(json["tasks"][0]["changes"][1]["before"], Value::Null);
}

#[test]
fn a_page_in_another_language_is_no_translation() {
    let folder = planted();
    let folder = folder.path();
    let english =
        "You can call at any time of the day. The people who answer will listen to what you say.";
    edit(folder, "content/help/en.md", "You decide.", english);
    edit(folder, "content/help/es.md", "Usted decide.", english);
    edit(folder, "content/help/es.md", "Es gratis.", "It is free.");
    edit(folder, "content/help/es.md", "Es seguro.", "It is safe.");
    let refused = run(folder, &["translate", "accept", "help"]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.error.contains("in another language"),
        "{}",
        refused.error
    );
    let all = done(folder, &["translate", "accept", "--all"]);
    assert!(
        all.output.contains("One page was left out"),
        "{}",
        all.output
    );
    assert!(!read(folder, LOCK).contains("content/help/es.md"));
    let told = run(folder, &["status"]);
    assert!(
        told.output.contains("One page is in another language"),
        "{}",
        told.output
    );
    assert_eq!(status(folder)["in_another_language"], 1);
}

#[test]
fn a_folder_of_messages_may_write_its_language_in_its_own_way() {
    let folder = planted();
    let folder = folder.path();
    std::fs::rename(folder.join("locales/es"), folder.join("locales/ES")).unwrap();
    done(folder, &["translate", "accept", "--all"]);
    edit(folder, "locales/en/all.ftl", "Quickly", "At once");
    assert_eq!(
        found(folder),
        ["warning outdated-translation locales/ES/all.ftl:5"]
    );
    let sent = done(folder, &["translate", "export", "es"]);
    assert!(sent.output.contains("msgid \"At once\""), "{}", sent.output);
    assert!(sent.output.contains("#, fuzzy"), "{}", sent.output);
}

#[test]
fn a_signature_stands_in_the_head_wherever_that_begins() {
    let folder = planted();
    let path = "content/story/en.md";
    let text = read(folder.path(), path);
    tree::plant(folder.path(), &[(path, &format!("\n\n{text}"))]);
    done(
        folder.path(),
        &["translate", "accept", "story", "--reviewed-by", "Ana"],
    );
    let signed = read(folder.path(), path);
    let head = "reviewed_by = \"Ana\"\n";
    assert!(signed.contains(head), "{signed}");
    assert_eq!(signed.trim_start().replacen(head, "", 1), text);
}
