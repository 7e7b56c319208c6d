//! What comes in: into which file and place, and what is refused.

use super::{SPANISH, passed, planted, read};
use crate::cli::run;
use crate::tree;

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
