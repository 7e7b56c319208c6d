//! The ratchet: what was accepted is kept, what gets easier is kept, and what gets harder needs a
//! reason.

use crate::cli::{planted, run};
use crate::tree;

const EASY: &str =
    "You can call at any time. It is free. They will listen to you. You decide what to do. ";
const HARD: &str = "Notwithstanding administrative determinations, individuals may accumulate supplementary entitlements. ";

fn page(sentences: &[(&str, usize)]) -> String {
    let body: String = sentences
        .iter()
        .map(|(text, times)| text.repeat(*times))
        .collect();
    format!("+++\ntitle = \"Calls\"\n+++\n\n{body}\n")
}

#[test]
fn a_page_gets_harder_only_with_a_reason() {
    let folder = planted();
    let root = folder.path();
    let write = |text: &str| tree::plant(root, &[("content/calls/en.md", text)]);
    let lock = || std::fs::read_to_string(root.join("readability.lock")).unwrap();
    write(&page(&[(EASY, 8), (HARD, 2)]));
    let shown = run(root, &["readability"]);
    assert_eq!(shown.status, 0);
    assert!(
        shown.output.contains("not accepted yet\n"),
        "{}",
        shown.output
    );
    let done = run(root, &["readability", "accept"]);
    assert_eq!(done.output, "1 page in readability.lock; keep it in git.\n");
    let first = lock();
    assert!(
        first.contains("\ncontent/calls/en.md Flesch–Kincaid "),
        "{first}"
    );

    // Harder: told, and not taken for nothing.
    write(&page(&[(EASY, 8), (HARD, 4)]));
    let checked = run(root, &["check"]);
    assert!(
        checked.error.contains("warning[harder-than-accepted]"),
        "{}",
        checked.error
    );
    let shown = run(root, &["readability"]);
    assert_eq!(shown.status, 1);
    assert!(
        shown
            .output
            .starts_with("content/calls/en.md: Flesch–Kincaid ")
    );
    let done = run(root, &["readability", "accept"]);
    assert!(
        done.output.contains("1 page has become harder to read."),
        "{}",
        done.output
    );
    assert_eq!(lock(), first);
    let refused = run(root, &["readability", "accept", "calls"]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.error.contains("needs a reason"),
        "{}",
        refused.error
    );
    let done = run(
        root,
        &[
            "readability",
            "accept",
            "content/calls/",
            "--because",
            "the law is\nquoted",
        ],
    );
    assert_eq!(done.status, 0);
    assert!(lock().ends_with(" the law is quoted\n"), "{}", lock());
    assert!(!run(root, &["check"]).error.contains("harder-than-accepted"));

    // Easier: taken as it is, and the reason goes.
    write(&page(&[(EASY, 8)]));
    assert_eq!(run(root, &["check"]).error.matches("harder").count(), 0);
    run(root, &["readability", "accept"]);
    assert!(!lock().contains("quoted"), "{}", lock());
    let again = lock();
    assert_eq!(
        run(root, &["readability", "accept"]).output,
        "Nothing has changed in readability.lock.\n"
    );
    assert_eq!(lock(), again);

    // What nobody can read is not written over.
    std::fs::write(root.join("readability.lock"), format!("{again}<<<<<<<\n")).unwrap();
    let refused = run(root, &["readability", "accept"]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.error.contains("readability.lock:3:1"),
        "{}",
        refused.error
    );
    assert!(lock().ends_with("<<<<<<<\n"));
}
