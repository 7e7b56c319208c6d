//! Texts to translators and back: what goes out comes in again, and nothing else changes.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use campaign::compile::Compiled;
use campaign::diagnostic::{Diagnosed, Diagnostic};
use campaign::exchange::catalogue::{self, Extent, Reach};
use campaign::exchange::merge::{Import, Merged};
use campaign::exchange::{self, Catalogue, Return, po, xliff};
use campaign::model::locale::LocaleTag;
use campaign::source::{Snapshot, SourcePath, Span};
use proptest::prelude::*;

use crate::campaign::compiled;
use crate::cli::run;
use crate::{example, tree};

const SETTINGS: &str = "source_locale = \"en\"\nbase_url = \"https://example.org\"\n\
    [locales.en]\nname = \"English\"\n[locales.es]\nname = \"Español\"\n\
    [audiences.survivors]\nslug = \"help\"\n[audiences.public]\nslug = \"\"\n";

const ENGLISH: &str = "+++\ntitle = \"Rights\"\ndescription = \"What you can ask for.\"\ndate = 2026-11-01\n+++\n\n\
    ## Your pay {#pay}\n\n\
    > Keep *all* papers: at least 18\n> months. See [the law](../law/).\n\n\
    ::: for survivors\n- Call `1`.\n- Rest.\n:::\n\n\
    | Who | When |\n| --- | --- |\n| You | now |\n";

const SPANISH: &str = "+++\r\ntitle = \"Derechos\"\r\n+++\r\n\r\n\
    ## Su pago {#pay}\r\n\r\n\
    > Guarde *todos* los papeles: al menos 18\r\n> meses. Vea [la ley](../law/).\r\n\r\n\
    ::: for survivors\r\n- Llame al `1`.\r\n- Descanse.\r\n:::\r\n\r\n\
    | Quién | Cuándo |\r\n| --- | --- |\r\n| Usted | ahora |\r\n";

/// A campaign of one page that is translated, in a file with line ends of Windows, and one that is
/// not.
fn planted() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let home = "+++\ntitle = \"Home\"\n+++\n\n[Rights](rights/)\n";
    tree::plant(
        folder.path(),
        &[
            ("campaign.toml", SETTINGS),
            ("content/en.md", home),
            (
                "content/es.md",
                &home
                    .replace("Home", "Inicio")
                    .replace("[Rights]", "[Derechos]"),
            ),
            ("content/rights/en.md", ENGLISH),
            ("content/rights/es.md", SPANISH),
            (
                "content/law/en.md",
                "---\ntitle: The law\norder: 2\n---\n\nIt protects “you”.\n\n:t[law]\n",
            ),
            (
                "locales/en/all.ftl",
                "campaign-title = Shores\naudience-survivors = Me\naudience-public = All\nlaw = Law\n",
            ),
            (
                "locales/es/all.ftl",
                "campaign-title = Orillas\naudience-survivors = Yo\naudience-public = Todos\nlaw = Ley\n",
            ),
        ],
    );
    folder
}

fn read(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path)).unwrap()
}

/// Exports, lets `work` change the file, and imports.
fn passed(folder: &Path, work: impl Fn(&str) -> String) -> crate::cli::Run {
    let file = folder.join("out.po");
    let _ = std::fs::remove_file(&file);
    let sent = run(
        folder,
        &["translate", "export", "es", "--all", "--output", "out.po"],
    );
    assert_eq!((sent.status, sent.error.as_str()), (0, ""));
    let text = read(folder, "out.po");
    let text = text.as_str();
    let changed = work(text);
    std::fs::write(&file, changed).unwrap();
    run(folder, &["translate", "import", "out.po"])
}

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
fn only_what_a_translator_changed_changes() {
    let folder = planted();
    let before = tree::files(folder.path());
    let told = passed(folder.path(), str::to_owned);
    assert_eq!((told.status, told.error.as_str()), (0, ""));
    assert_eq!(
        told.output,
        "Nothing has changed. 3 texts have no translation yet.\n"
    );
    let told = passed(folder.path(), |text| {
        let text = text.replace("msgstr \"Descanse.\"", "msgstr \"Descanse \\\"bien\\\".\"");
        let text = text.replace("msgstr \"Derechos\"", "msgstr \"Sus \\\"derechos\\\"\"");
        text.replace(
            "msgid \"What you can ask for.\"\nmsgstr \"\"",
            "msgid \"What you can ask for.\"\nmsgstr \"Qué puede pedir.\"",
        )
    });
    assert_eq!((told.status, told.error.as_str()), (0, ""));
    assert_eq!(
        told.output,
        "3 texts changed in one file. 2 texts have no translation yet.\n"
    );
    let mut after = tree::files(folder.path());
    after.remove("out.po");
    let mut expected = before;
    let spanish = SPANISH.replace("Descanse.", "Descanse \"bien\".").replace(
        "title = \"Derechos\"",
        "title = \"Sus \\\"derechos\\\"\"\r\ndescription = \"Qué puede pedir.\"",
    );
    expected.insert("content/rights/es.md".to_owned(), spanish);
    assert_eq!(after, expected);
}

#[test]
fn a_new_translation_is_built_as_its_original_is() {
    let folder = planted();
    let half = passed(folder.path(), |text| {
        text.replace(
            "msgid \"The law\"\nmsgstr \"\"",
            "msgid \"The law\"\nmsgstr \"La ley\"",
        )
    });
    assert_eq!(half.status, 0);
    assert!(
        half.error.contains("warning[incomplete-page]"),
        "{}",
        half.error
    );
    assert!(!folder.path().join("content/law/es.md").exists());
    let told = passed(folder.path(), |text| {
        text.replace(
            "msgid \"The law\"\nmsgstr \"\"",
            "msgid \"The law\"\nmsgstr \"La ley\"",
        )
        .replace(
            "msgid \"It protects “you”.\"\nmsgstr \"\"",
            "msgid \"It protects “you”.\"\nmsgstr \"La protege a usted.\"",
        )
    });
    assert_eq!((told.status, told.error.as_str()), (0, ""));
    assert_eq!(
        read(folder.path(), "content/law/es.md"),
        "+++\ntitle = \"La ley\"\n+++\n\nLa protege a usted.\n\n:t[law]\n"
    );
    assert_eq!(run(folder.path(), &["build"]).status, 0);
}

#[test]
fn blocks_without_a_counterpart_go_out_empty_and_come_back_in_their_place() {
    let folder = planted();
    let shorter = SPANISH.replace("- Descanse.\r\n", "");
    let file = folder.path().join("content/rights/es.md");
    std::fs::write(&file, &shorter).unwrap();
    let told = passed(folder.path(), |text| {
        assert!(text.contains("msgid \"Rest.\"\nmsgstr \"\"\n"), "{text}");
        assert!(text.contains("msgstr \"Llame al `1`.\""), "{text}");
        text.replace(
            "msgid \"Rest.\"\nmsgstr \"\"",
            "msgid \"Rest.\"\nmsgstr \"Descanse.\"",
        )
    });
    assert_eq!((told.status, told.error.as_str()), (0, ""));
    assert_eq!(read(folder.path(), "content/rights/es.md"), SPANISH);
}

/// A page in English, what there is of it in Spanish, and what comes of translating what is open,
/// each text to the same in small letters behind `es`.
fn completed(english: &str, spanish: &str, expected: &str) {
    let folder = planted();
    let page = |text: &str| format!("+++\ntitle = \"Ley 1\"\n+++\n{text}");
    let [en, es] = ["en", "es"].map(|tag| folder.path().join(format!("content/law/{tag}.md")));
    std::fs::write(en, page(english)).unwrap();
    std::fs::write(&es, page(spanish)).unwrap();
    let told = passed(folder.path(), |text| {
        let lines = text.lines().scan("", |original, line| {
            let is_open = line == "msgstr \"\"" && *original != "\"\"";
            let answer = format!(
                "msgstr \"es {}",
                original.trim_start_matches('"').to_lowercase()
            );
            *original = line.strip_prefix("msgid ").unwrap_or(original);
            Some(if is_open { answer } else { line.to_owned() })
        });
        lines.collect::<Vec<_>>().join("\n") + "\n"
    });
    assert_eq!((told.status, told.error.as_str()), (0, ""), "{english}");
    let got = std::fs::read_to_string(es).unwrap();
    assert_eq!(got, page(expected), "{english}");
}

#[test]
fn a_new_block_comes_into_its_place_whatever_it_is() {
    // A page that only has its head.
    completed(
        "\nOne.\n\n```\ncode\n```\n\n- Two.\n",
        "",
        "\nes one.\n\n```\ncode\n```\n\n- es two.\n",
    );
    // At the beginning, in the middle, at the end.
    completed("# One\n\nTwo 2.\n", "\nDos 2.\n", "\n# es one\n\nDos 2.\n");
    completed(
        "A 1.\n\n## B\n\nC 2.\n",
        "A 1.\n\nC 2.\n",
        "A 1.\n\n## es b\n\nC 2.\n",
    );
    completed("A 1.\n\nB 2.\n", "A 1.\n", "A 1.\n\nes b 2.\n");
    // In a list, in a quotation, in a table, with its directive.
    completed(
        "> A 1.\n>\n> B 2.\n\nC 3.\n",
        "> A 1.\n\nC 3.\n",
        "> A 1.\n>\n> es b 2.\n\nC 3.\n",
    );
    completed(
        "1. A 1.\n   - B 2.\n2. C 3.\n",
        "1. A 1.\n2. C 3.\n",
        "1. A 1.\n   - es b 2.\n2. C 3.\n",
    );
    completed(
        "| A | B |\n| --- | --- |\n| 1 c | 2 d |\n| 3 e | 4 f |\n",
        "| A | B |\n| --- | --- |\n| 3 e | 4 f |\n",
        "| A | B |\n| --- | --- |\n| es 1 c | es 2 d |\n| 3 e | 4 f |\n",
    );
    completed(
        "A.\n\n::: for survivors\n## B\n\nC.\n:::\n\nD.\n",
        "A.\n\nD.\n",
        "A.\n\n::: for survivors\n## es b\n\nes c.\n:::\n\nD.\n",
    );
}

#[test]
fn blocks_that_stand_for_nothing_are_told_and_the_rest_goes() {
    let folder = planted();
    let longer = SPANISH.replace("- Descanse.\r\n", "- Descanse.\r\n- Coma.\r\n");
    std::fs::write(folder.path().join("content/rights/es.md"), longer).unwrap();
    let sent = run(folder.path(), &["translate", "export", "es", "--all"]);
    assert_eq!(sent.status, 0);
    assert!(
        sent.error.contains("warning[unaligned-translation]"),
        "{}",
        sent.error
    );
    assert!(
        sent.error.contains("content/rights/es.md:"),
        "{}",
        sent.error
    );
    assert!(sent.output.contains("content/law/en.md#u"));
    // Which of the two items is the one to rest cannot be told.
    let rest = sent.output.find("msgid \"Rest.\"").unwrap();
    let entry = &sent.output[sent.output[..rest].rfind("\n\n").unwrap()..rest];
    assert!(entry.contains("#, fuzzy"), "{entry}");
    assert!(!sent.output.contains("msgid \"Your pay\"\nmsgstr \"\""));
}

/// What a translator did to the file, and the rule that refuses it or leaves a text out.
fn check(work: impl Fn(&str) -> String, status: i32, rule: &str, place: &str) {
    let folder = planted();
    let before = tree::files(folder.path());
    let told = passed(folder.path(), work);
    let mut after = tree::files(folder.path());
    after.remove("out.po");
    assert_eq!(after, before, "nothing is changed on disk");
    assert_eq!(told.status, status, "{}", told.error);
    assert!(told.error.contains(&format!("[{rule}]")), "{}", told.error);
    assert!(told.error.contains(place), "{}", told.error);
}

#[test]
fn what_would_break_a_page_is_refused() {
    let swap = |from: &'static str, to: &'static str| {
        move |text: &str| {
            let from = format!("msgstr \"{from}");
            assert!(text.contains(&from), "{text}");
            text.replace(&from, &format!("msgstr \"{to}"))
        }
    };
    let altered = |from, to| check(swap(from, to), 1, "altered-text", "out.po");
    altered(
        "Guarde *todos* los papeles: al menos 18 meses",
        "Guarde *todos* los papeles: al menos 16 meses",
    );
    altered(
        "Guarde *todos* los papeles: al menos 18 meses. Vea [la ley](../law/).",
        "18 [la ley](../laws/)",
    );
    altered("Guarde *todos*", "Guarde *todos");
    altered("Guarde", "# Guarde");
    altered("Guarde", "::: for public\\n");
    altered("Llame al `1`.", "Llame al 1.");
    altered("Descanse.", "Descanse.\\n\\n- Más");
    altered("Quién", "Qui|én");
    altered("Su pago", "Su :t[law] pago");
    altered("Descanse.", "Descanse <b>ya</b>.");
}

#[test]
fn a_file_that_cannot_be_meant_is_refused() {
    let other = |text: &str| text.replace("#u", "#u0");
    check(other, 1, "foreign-exchange", "out.po");
    let language = |text: &str| text.replace("Language: es", "Language: fr");
    check(language, 1, "foreign-exchange", "“fr”");
    let cut = |text: &str| text.rsplit_once("\n#. cell").unwrap().0.to_owned();
    check(cut, 1, "missing-texts", "out.po");
    let twice = |text: &str| format!("{text}\n{}", &text[text.find("msgctxt").unwrap()..]);
    check(twice, 1, "repeated-text", "out.po");
    let charset = |text: &str| text.replace("charset=UTF-8", "charset=ISO-8859-1");
    check(charset, 1, "broken-exchange", "UTF-8");
    let quote = |text: &str| text.replace("msgstr \"Descanse.\"", "msgstr \"Descanse.");
    check(quote, 1, "broken-exchange", "out.po");
    let empty = |_: &str| String::new();
    check(empty, 1, "broken-exchange", "out.po");
    let english = |text: &str| text.replacen("#u", "#u0", 3);
    check(english, 0, "stale-text", "out.po");
    let fuzzy = |text: &str| {
        text.replace("msgstr \"Descanse.\"", "msgstr \"Repose.\"")
            .replace("#. item of a list", "#, fuzzy\n#. item of a list")
    };
    check(fuzzy, 0, "uncertain-text", "out.po");
}

#[test]
fn bytes_of_another_encoding_are_refused() {
    let folder = planted();
    std::fs::write(
        folder.path().join("in.po"),
        b"msgid \"\"\nmsgstr \"\"\n\"Pa\xEDs\"\n",
    )
    .unwrap();
    let told = run(
        folder.path(),
        &["translate", "import", "in.po", "--lang", "es"],
    );
    assert_eq!(told.status, 1);
    assert!(told.error.contains("[invalid-encoding]"), "{}", told.error);
    assert_eq!(
        told.output,
        "No se cambió nada: el archivo se toma entero o no se toma.\n"
    );
}

/// The example, compiled.
fn made() -> &'static (Snapshot, Compiled) {
    static MADE: OnceLock<(Snapshot, Compiled)> = OnceLock::new();
    MADE.get_or_init(|| {
        let sources = example::sources();
        let compiled = compiled(&sources).0.unwrap();
        (sources, compiled)
    })
}

fn sent(compiled: &Compiled, snapshot: &Snapshot) -> Diagnosed<Catalogue> {
    let extent = Extent {
        target: &LocaleTag::new("es"),
        pages: &std::collections::BTreeSet::new(),
        address: "http://localhost:4545",
        reach: Reach::All,
    };
    catalogue::make(&compiled.campaign, &compiled.site, snapshot, &extent)
}

fn merged(compiled: &Compiled, snapshot: &Snapshot, text: &str) -> (Merged, Vec<Diagnostic>) {
    let path = SourcePath::new("es.po");
    let back = exchange::read(&path, text);
    assert_eq!(back.diagnostics, []);
    let import = Import {
        campaign: &compiled.campaign,
        snapshot,
        path: &path,
        back: &back.value,
    };
    let merged = import.merge();
    (merged.value, merged.diagnostics)
}

/// What a file says, wherever it says it.
fn said(text: &str) -> Return {
    let back = exchange::read(&SourcePath::new("in"), text);
    assert_eq!(back.diagnostics, []);
    let mut back = back.value;
    back.answers
        .iter_mut()
        .for_each(|answer| answer.span = Span::default());
    back
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

#[test]
fn what_an_agency_sends_back_is_read_or_refused() {
    let folder = planted();
    let export = ["translate", "export", "es", "--all", "--format", "xliff"];
    let sent = run(folder.path(), &export).output;
    let import = |text: String| {
        std::fs::write(folder.path().join("in.xlf"), text).unwrap();
        run(folder.path(), &["translate", "import", "in.xlf"])
    };
    // A program of the trade marks terms and writes characters in other ways.
    let marked = sent.replace(
        "Descanse.",
        "Descanse <mrk id=\"m1\" type=\"term\">bi&#233;n</mrk> <![CDATA[ya]]>.",
    );
    let told = import(marked);
    assert_eq!((told.status, told.error.as_str()), (0, ""));
    assert!(read(folder.path(), "content/rights/es.md").contains("- Descanse bién ya."));
    let before = tree::files(&folder.path().join("content"));
    let refuse = |text: String, rule: &str| {
        let told = import(text);
        assert_eq!(told.status, 1, "{}", told.error);
        assert!(told.error.contains(&format!("[{rule}]")), "{}", told.error);
        assert_eq!(tree::files(&folder.path().join("content")), before);
    };
    let unit = sent.find("  <unit").unwrap();
    let end = sent.find("</unit>").unwrap() + "</unit>".len();
    refuse(
        format!("{}{}", &sent[..unit], &sent[end..]),
        "missing-texts",
    );
    refuse(sent[..end].to_owned(), "broken-exchange");
    refuse(
        sent.replace("document:2.0", "document:1.2"),
        "broken-exchange",
    );
    refuse(
        sent.replacen("<xliff", "<!DOCTYPE x [<!ENTITY y \"z\">]>\n<xliff", 1),
        "broken-exchange",
    );
    refuse(sent.replace("Descanse.", "&y;"), "broken-exchange");
    refuse(sent.replace("al menos 18", "al menos 16"), "altered-text");
    refuse(
        sent.replace("trgLang=\"es\"", "trgLang=\"pt\""),
        "foreign-exchange",
    );
}

#[test]
fn a_new_page_is_a_draft_in_every_language() {
    let folder = planted();
    let law = "+++\ntitle = \"La ley\"\n+++\n\nLa protege.\n\n:t[law]\n";
    tree::plant(folder.path(), &[("content/law/es.md", law)]);
    let made = run(
        folder.path(),
        &["new", "content/rights/u-visa/", "--lang", "es"],
    );
    assert_eq!((made.status, made.error.as_str()), (0, ""));
    let english = read(folder.path(), "content/rights/u-visa/en.md");
    assert!(
        english.starts_with("+++\ntitle = \"U visa\"\n# Escriba la página abajo"),
        "{english}"
    );
    let spanish = read(folder.path(), "content/rights/u-visa/es.md");
    assert!(
        spanish.contains("«Español»") && spanish.contains("\ndraft = true\n"),
        "{spanish}"
    );
    let checked = run(folder.path(), &["check"]);
    assert_eq!(checked.status, 0, "{}", checked.error);
    let built = run(folder.path(), &["build"]);
    assert_eq!(built.status, 0, "{}", built.error);
    assert!(!folder.path().join("public/en/rights/u-visa").exists());
    assert_eq!(run(folder.path(), &["build", "--drafts"]).status, 0);
    assert!(
        folder
            .path()
            .join("public/es/rights/u-visa/index.html")
            .exists()
    );

    std::fs::remove_file(folder.path().join("content/law/es.md")).unwrap();
    let before = tree::files(&folder.path().join("content"));
    let refuse = |page: &str, words: &str| {
        let told = run(folder.path(), &["new", page]);
        assert_eq!(told.status, 2, "{}", told.error);
        assert!(told.error.contains(words), "{}", told.error);
        assert_eq!(tree::files(&folder.path().join("content")), before);
    };
    refuse("rights", "content/rights/en.md is there already");
    // Also where only one of the languages is there.
    refuse("law", "content/law/en.md is there already");
    refuse("Visa Ü", "did you mean “visa-u”?");
    refuse("../out", "cannot be the folder of a page");
    refuse("", "cannot be the folder of a page");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 8,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// What a translator writes is what the campaign then holds, and what the translator takes back
    /// leaves every file as it was, byte for byte.
    #[test]
    fn an_exchange_loses_nothing(words in prop::collection::vec("[a-zñáü\"'¿—]{1,12}", 1..6), step in 1usize..40) {
        let (sources, compiled_before) = made();
        let out = sent(compiled_before, sources);
        prop_assert_eq!(&out.diagnostics, &[]);
        let catalogue = out.value;
        let text = po::write(&catalogue, compiled_before.today);
        let (same, faults) = merged(compiled_before, sources, &text);
        prop_assert_eq!(faults, []);
        prop_assert_eq!(same.files.len(), 0);

        let mut changed = catalogue.clone();
        for (at, entry) in changed.entries.iter_mut().enumerate().step_by(step) {
            entry.translation = format!("palabra {} {}", words[at % words.len()], entry.translation);
        }
        let text = po::write(&changed, compiled_before.today);
        let agency = xliff::write(&changed);
        prop_assert_eq!(said(&text), said(&agency));
        let (merge, faults) = merged(compiled_before, sources, &text);
        prop_assert_eq!(faults, []);
        prop_assert_eq!(merge.taken, changed.entries.len().div_ceil(step));
        let files = merge.files.iter().map(|file| (file.path.clone(), Some(file.clone())));
        let after = sources.with(files);
        let compiled_after = compiled(&after).0.unwrap();
        let held = sent(&compiled_after, &after).value;
        prop_assert_eq!(&held, &changed);

        let text = po::write(&catalogue, compiled_before.today);
        let (restored, faults) = merged(&compiled_after, &after, &text);
        prop_assert_eq!(faults, []);
        let files = restored.files.iter().map(|file| (file.path.clone(), Some(file.clone())));
        prop_assert_eq!(&after.with(files), sources);
    }

    /// Whatever stands in a file, reading it ends, and what is no entry is told.
    #[test]
    fn any_file_can_be_read(lines in prop::collection::vec("(msgid|msgstr|msgctxt|#,|#~|\"|x)?[ \"\\\\a\n]{0,6}", 0..20)) {
        let text = lines.join("\n");
        let back = po::read(&SourcePath::new("es.po"), &text);
        prop_assert!(!back.diagnostics.is_empty() || back.value.target.is_none());
    }
}

/// The campaign with messages that do more than say one thing, and a page that stands in a menu.
fn wordy() -> tempfile::TempDir {
    let folder = planted();
    tree::plant(
        folder.path(),
        &[
            (
                "content/work/en.md",
                "+++\ntitle = \"Your work\"\nnav = { menu = \"main\", title = \"Work\" }\n[extra]\n\
                 hero_title = \"Know your rights at work\"\ncta_to = \"/rights/\"\n+++\n\nIt is paid.\n",
            ),
            (
                "content/work/es.md",
                "+++\ntitle = \"Su trabajo\"\n+++\n\nSe paga.\n",
            ),
            (
                "locales/en/more.ftl",
                "# Of two kinds.\nlines = { $count ->\n    [one] One line of { -org }\n   *[other] { $count } lines of { -org }\n}\n    \
                 .label = Lines\n-org = Shores\nlimit = Under 18\n",
            ),
            (
                "locales/es/more.ftl",
                "lines = { $count ->\n    [one] Una línea de { -org }\n   *[other] { $count } líneas de { -org }\n}\n-org = Orillas\n",
            ),
        ],
    );
    folder
}

#[test]
fn messages_labels_and_texts_of_templates_go_out_and_come_back() {
    let folder = wordy();
    let sent = run(folder.path(), &["translate", "export", "es", "--all"]);
    assert_eq!((sent.status, sent.error.as_str()), (0, ""));
    for entry in [
        "#. name of the page in a menu: short\n",
        "#. text of the page's template: hero_title\n",
        "#. message of the interface: lines\n#. Keep: $count | -org\n#: locales/en/more.ftl:2\n",
        "#. message of the interface: lines.label\n#: locales/en/more.ftl:6\n",
        "msgid \"\"\n\"{ $count ->\\n\"\n\"    [one] One line of { -org }\\n\"\n",
    ] {
        assert!(sent.output.contains(entry), "{entry}: {}", sent.output);
    }
    assert!(!sent.output.contains("msgid \"/rights/\""));
    let told = passed(folder.path(), |text| {
        let fill = |text: &str, original: &str, translation: &str| {
            let open = format!("msgid \"{original}\"\nmsgstr \"\"");
            assert!(text.contains(&open), "{open}: {text}");
            text.replace(
                &open,
                &format!("msgid \"{original}\"\nmsgstr \"{translation}\""),
            )
        };
        let text = fill(text, "Work", "Trabajo");
        let text = fill(&text, "Know your rights at work", "Conozca sus derechos");
        let text = fill(&text, "Lines", "Líneas");
        let text = fill(&text, "Under 18", "Menos de 18");
        text.replace("    [one] Una línea de", "    [one] Una sola línea de")
    });
    assert_eq!((told.status, told.error.as_str()), (0, ""));
    assert_eq!(
        read(folder.path(), "content/work/es.md"),
        "+++\ntitle = \"Su trabajo\"\nnav = { menu = \"main\", title = \"Trabajo\" }\n[extra]\n\
         hero_title = \"Conozca sus derechos\"\n+++\n\nSe paga.\n"
    );
    assert_eq!(
        read(folder.path(), "locales/es/more.ftl"),
        "lines = { $count ->\n        [one] Una sola línea de { -org }\n       *[other] { $count } líneas de { -org }\n    }\n    \
         .label = Líneas\n-org = Orillas\nlimit = Menos de 18\n"
    );
    let again = passed(folder.path(), str::to_owned);
    assert!(
        again.output.starts_with("Nothing has changed."),
        "{}",
        again.output
    );
}

#[test]
fn a_file_of_messages_is_made_when_there_is_none() {
    let folder = wordy();
    std::fs::remove_file(folder.path().join("locales/es/more.ftl")).unwrap();
    let told = passed(folder.path(), |text| {
        text.replace(
            "msgid \"Lines\"\nmsgstr \"\"",
            "msgid \"Lines\"\nmsgstr \"Líneas\"",
        )
        .replace(
            "msgid \"Shores\"\nmsgstr \"\"",
            "msgid \"Shores\"\nmsgstr \"Orillas\"",
        )
    });
    assert_eq!((told.status, told.error.as_str()), (0, ""));
    let made = read(folder.path(), "locales/es/more.ftl");
    assert_eq!(made, "lines =\n    .label = Líneas\n-org = Orillas\n");
}

#[test]
fn a_message_that_lost_something_is_refused() {
    let refuse = |from: &'static str, to: &'static str, named: &str| {
        let folder = wordy();
        let before = tree::files(folder.path());
        let told = passed(folder.path(), |text| {
            assert!(text.contains(from), "{text}");
            text.replace(from, to)
        });
        assert_eq!(told.status, 1, "{to}: {}", told.error);
        assert!(told.error.contains("[altered-text]"), "{}", told.error);
        assert!(told.error.contains(named), "{named}: {}", told.error);
        let mut after = tree::files(folder.path());
        after.remove("out.po");
        assert_eq!(after, before);
    };
    refuse(
        "Una línea de { -org }\\n\"\n\"   *[other] { $count } líneas de { -org }",
        "Una línea\\n\"\n\"   *[other] { $count } líneas",
        "-org",
    );
    refuse("{ $count } líneas", "{ $cuenta } líneas", "$cuenta");
    refuse(
        "   *[other] { $count }",
        "    [other] { $count }",
        "how the page is built",
    );
    refuse(
        "msgid \"Under 18\"\nmsgstr \"\"",
        "msgid \"Under 18\"\nmsgstr \"Menos de 16\"",
        "18",
    );
    refuse(
        "msgid \"Under 18\"\nmsgstr \"\"",
        "msgid \"Under 18\"\nmsgstr \"18\\nmal = 2\"",
        "numbers: 2",
    );
    refuse(
        "msgid \"Under 18\"\nmsgstr \"\"",
        "msgid \"Under 18\"\nmsgstr \"18 {\"",
        "how the page is built",
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
