//! The pseudo-locale: what of a site cannot be translated, seen before anybody translates it.

use std::path::Path;

use crate::cli::{planted, run};
use crate::tree;

const BODY: &str = "+++\ntitle = \"Papers\"\n+++\n\n\
    Keep *all* papers for 18 months, `as-is`. See [rights](../rights/) and <https://example.net/law>.\n\n\
    ::: for survivors\nCall :t[line]{count=3}.\n:::\n";

/// A page with a bit of everything that stays as it is.
fn papers(folder: &Path) {
    tree::plant(folder, &[("content/papers/en.md", BODY)]);
    tree::plant(folder, &[("content/papers/es.md", BODY)]);
    for locale in ["en", "es"] {
        let words = "topic-law = Law\nline = { $count ->\n    [one] a number\n   *[other] { $count } numbers\n}\n";
        let words = words.replace(
            "topic-law = Law\n",
            if locale == "en" {
                ""
            } else {
                "topic-law = Ley\n"
            },
        );
        let path = format!("locales/{locale}/line.ftl");
        tree::plant(folder, &[(&path, &words)]);
    }
}

fn read(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path)).unwrap()
}

#[test]
fn words_change_and_everything_else_stays() {
    let folder = planted();
    papers(folder.path());
    let told = run(folder.path(), &["build", "--pseudo"]);
    assert_eq!((told.status, told.error.as_str()), (0, ""));
    let page = read(folder.path(), "pseudo/help/en/papers/index.html");
    for kept in [
        ">[Pááppéérš]</h1>",
        "<p>[Kéééép <em>áálll</em> ppáápéérš",
        " 18 ",
        "<code>as-is</code>",
        "/rights/index.html\">rríígghtš</a>",
        "href=\"https://example.net/law\"",
        ">https://example.net/law</a>.]</p>",
        "<p>[Çáálll 3 [ññúúmbéérš].]</p>",
    ] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
}

#[test]
fn it_can_not_be_taken_for_a_site_to_publish() {
    let folder = planted();
    let published = run(folder.path(), &["build"]);
    assert_eq!(published.status, 0);
    let before = tree::of(&folder.path().join("public"));
    let told = run(folder.path(), &["build", "--pseudo"]);
    assert_eq!(told.status, 0);
    assert_eq!(tree::of(&folder.path().join("public")), before);
    for (path, text) in tree::files(&folder.path().join("pseudo")) {
        assert!(!text.contains("https://example.org"), "{path}");
        if path.ends_with(".html") {
            assert!(
                text.contains("<meta name=\"robots\" content=\"noindex\">"),
                "{path}"
            );
        }
        if path.ends_with("robots.txt") {
            assert_eq!(text, "User-agent: *\nDisallow: /\n");
        }
    }
    let elsewhere = run(folder.path(), &["build", "--pseudo", "--output", "public"]);
    assert_eq!(elsewhere.status, 2);
    let verified = run(folder.path(), &["verify", "public"]);
    assert_eq!(verified.status, 0, "{}", verified.error);
}

#[test]
fn a_text_in_a_template_is_shown_at_its_place() {
    let folder = planted();
    let template = "<!DOCTYPE html>\n<html lang=\"{{ edition.locale }}\"><head><title>{{ head.title }}</title></head>\n\
        <body><h1>{{ page.title }}</h1>\n<p>Read on</p><a title=\"Go back\" href=\"../\">←</a></body></html>\n";
    papers(folder.path());
    for source in crate::example::sources().under("themes") {
        let file = folder.path().join(source.path.as_str());
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, &source.bytes).unwrap();
    }
    tree::plant(
        folder.path(),
        &[("themes/faro/templates/page.html", template)],
    );
    let told = run(folder.path(), &["build", "--pseudo"]);
    assert_eq!(told.status, 0);
    assert!(
        told.error
            .contains("warning[untranslatable-text]: The text “Read on”"),
        "{}",
        told.error
    );
    assert!(
        told.error.contains("themes/faro/templates/page.html:4:4"),
        "{}",
        told.error
    );
    assert!(told.error.contains("The text “Go back”"), "{}", told.error);
    assert!(told.error.ends_with("2 warnings\n"), "{}", told.error);
    let told = run(folder.path(), &["build", "--pseudo", "--lang", "es"]);
    assert!(
        told.error
            .contains("El texto «Read on» es igual en todas las lenguas."),
        "{}",
        told.error
    );
}

#[test]
fn everything_in_the_example_can_be_translated() {
    let folder = tempfile::tempdir().unwrap();
    for source in crate::example::sources().iter() {
        let path = folder.path().join(source.path.as_str());
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &source.bytes).unwrap();
    }
    let told = run(folder.path(), &["build", "--pseudo"]);
    assert_eq!((told.status, told.error.as_str()), (0, ""));
}
