//! Messages, labels and the texts that templates show.

use super::{passed, read, wordy};
use crate::cli::run;
use crate::tree;

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
