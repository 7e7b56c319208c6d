//! What goes out: which texts, and what a translator is told of them.

use std::path::Path;
use std::process::Command;

use super::{SPANISH, planted, read, wordy};
use crate::cli::run;
use crate::tree;

#[test]
fn an_export_says_what_a_translator_has_to_know() {
    let folder = planted();
    let sent = run(
        folder.path(),
        &["translate", "export", "es", "--all", "content/rights/"],
    );
    assert_eq!((sent.status, sent.error.as_str()), (0, ""));
    let entry = "#. paragraph\n#. Keep: ../law/ | 18\n#. Preview: http://localhost:4545/es/rights/\n\
        #: content/rights/en.md:9\nmsgctxt \"content/rights/en.md#";
    assert!(sent.output.contains(entry), "{}", sent.output);
    let words = "msgid \"Keep *all* papers: at least 18 months. See [the law](../law/).\"\n\
        msgstr \"Guarde *todos* los papeles: al menos 18 meses. Vea [la ley](../law/).\"\n";
    assert!(sent.output.contains(words), "{}", sent.output);
    assert!(
        sent.output
            .contains("#. item of a list\n#. Audience: for survivors\n")
    );
    assert!(
        sent.output
            .contains("msgid \"What you can ask for.\"\nmsgstr \"\"\n")
    );
    assert!(
        !sent.output.contains("content/en.md"),
        "one page was asked for"
    );
}

#[test]
fn only_what_is_needed_goes_out() {
    let folder = wordy();
    let left = "+++\ntitle = \"Su trabajo\"\n+++\n\nIt is paid every week.\n";
    let english =
        read(folder.path(), "content/work/en.md").replace("It is paid.", "It is paid every week.");
    let draft = "+++\ntitle = \"Derechos\"\ndraft = true\n+++\n";
    let rights = SPANISH
        .replace("\r\n", "\n")
        .replace("+++\ntitle = \"Derechos\"\n+++\n", draft);
    let later = "+++\ntitle = \"Later\"\ndraft = true\n+++\n\nNot ready for anybody.\n";
    tree::plant(
        folder.path(),
        &[
            ("content/work/es.md", left),
            ("content/work/en.md", &english),
            ("content/rights/es.md", &rights),
            ("content/later/en.md", later),
        ],
    );
    let sent = run(folder.path(), &["translate", "export", "es"]);
    assert_eq!((sent.status, sent.error.as_str()), (0, ""));
    let has = |text: &str| sent.output.contains(&format!("msgid \"{text}"));
    // Nothing there yet; left as it was; a draft; a missing attribute.
    assert!(has("It protects") && has("It is paid every week.") && has("Rest.") && has("Lines"));
    // Done, or not ready to be translated.
    assert!(!has("Your work") && !has("Home") && !has("Law") && !has("Later") && !has("Shores"));
    let all = run(folder.path(), &["translate", "export", "es", "--all"]);
    assert!(all.output.contains("msgid \"Your work\""));
}

#[test]
fn notes_are_in_the_language_of_the_original() {
    let folder = planted();
    let text = "+++\ntitle = \"Aquí\"\nsource = \"es\"\n+++\n\nLlame al 911.\n";
    tree::plant(folder.path(), &[("content/here/es.md", text)]);
    let sent = run(folder.path(), &["translate", "export", "en", "here"]);
    assert_eq!((sent.status, sent.error.as_str()), (0, ""));
    assert!(
        sent.output
            .contains("# es → en\n# Un texto puede quedar vacío."),
        "{}",
        sent.output
    );
    assert!(
        sent.output.contains("#. párrafo\n#. Conservar: 911\n"),
        "{}",
        sent.output
    );
    assert!(
        sent.output.contains("#. título de la página\n"),
        "{}",
        sent.output
    );
}

#[test]
fn with_nothing_to_translate_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("es.po");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sent = run(
        root,
        &[
            "translate",
            "export",
            "es",
            "--output",
            path.to_str().unwrap(),
        ],
    );
    assert_eq!((sent.status, sent.output.as_str()), (0, ""));
    assert!(
        sent.error.starts_with("There is nothing to translate"),
        "{}",
        sent.error
    );
    assert!(!path.exists());
}

#[test]
fn gettext_reads_what_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("es.po");
    let root = env!("CARGO_MANIFEST_DIR");
    let path = file.to_str().unwrap();
    let sent = run(
        Path::new(root),
        &["translate", "export", "es", "--all", "--output", path],
    );
    assert_eq!((sent.status, sent.error.as_str()), (0, ""));
    let done = Command::new("msgfmt")
        .args(["-c", "-o", "/dev/null", path])
        .output()
        .expect("tests/run installs gettext");
    let told = String::from_utf8(done.stderr).unwrap();
    assert_eq!((done.status.code(), told.as_str()), (Some(0), ""));
    let again = run(
        Path::new(root),
        &["translate", "export", "es", "--all", "--output", path],
    );
    assert_eq!(again.status, 2);
    assert!(again.error.contains("is there already"), "{}", again.error);
}

#[test]
fn an_agency_reads_what_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("es.xlf");
    let (root, path) = (env!("CARGO_MANIFEST_DIR"), file.to_str().unwrap());
    let arguments = [
        "translate",
        "export",
        "es",
        "--all",
        "--format",
        "xliff",
        "--output",
        path,
    ];
    let sent = run(Path::new(root), &arguments);
    assert_eq!((sent.status, sent.error.as_str()), (0, ""));
    let schema = format!("{root}/tests/xliff-2.1-core.xsd");
    let lint = |path: &str| {
        let done = Command::new("xmllint")
            .args(["--noout", "--schema", &schema, path])
            .output();
        done.expect("tests/run installs xmllint").status.code()
    };
    assert_eq!(lint(path), Some(0));
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("<source ", "<sauce ", 1)).unwrap();
    assert_ne!(lint(path), Some(0), "the schema can fail");
}
