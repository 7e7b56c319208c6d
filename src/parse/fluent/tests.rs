use proptest::prelude::*;

use super::*;
use crate::model::locale::{Direction, Locale};
use crate::model::message::{Messages, TERM_PREFIX};

fn read(text: &str) -> Diagnosed<Resource> {
    read_as("es", Layer::Campaign, "locales/es/a.ftl", text)
}

fn read_as(locale: &str, layer: Layer, path: &str, text: &str) -> Diagnosed<Resource> {
    parse(&path.into(), text, &LocaleTag::new(locale), layer)
}

fn locale(tag: &str, fallbacks: &[&str]) -> Locale {
    Locale {
        tag: LocaleTag::new(tag),
        name: tag.to_owned(),
        direction: Direction::LeftToRight,
        fallbacks: fallbacks.iter().map(|tag| LocaleTag::new(*tag)).collect(),
        topics_slug: "topics".to_owned(),
    }
}

/// Each diagnostic as `rule: the text it points at`, with the arguments that say more.
fn shown(diagnostics: &[Diagnostic], text: &str) -> Vec<String> {
    diagnostics
        .iter()
        .map(|diagnostic| {
            let place = diagnostic.place.as_ref().unwrap();
            let arguments: Vec<_> = diagnostic
                .arguments
                .iter()
                .map(|(name, value)| format!(" {name}={value}"))
                .collect();
            format!(
                "{}: {:?}{}",
                diagnostic.rule.id,
                &text[place.span.range()],
                arguments.concat()
            )
        })
        .collect()
}

#[test]
fn definitions_know_their_places_and_what_they_use() {
    let text = "# A comment\n-brand = { $case ->\n   *[plain] Faro\n }\n    .gender = it\n\
        nav = { -brand(case: \"plain\") } { $name } { button.title } { NUMBER($n) }\n\
        button =\n    .title = Ayuda { nav }\n";
    let found = read(text);
    assert_eq!(found.diagnostics, []);
    let definitions = found.value.definitions;
    let ids: Vec<&str> = definitions.keys().map(String::as_str).collect();
    assert_eq!(ids, ["-brand", "-brand.gender", "button.title", "nav"]);
    let name = |id: &str| &text[definitions[id].span.range()];
    assert_eq!(
        [name("-brand"), name("nav"), name("button.title")],
        ["-brand", "nav", "title"]
    );
    assert_eq!(definitions["-brand"].variables, ["case"]);
    assert_eq!(definitions["-brand"].printed, [""; 0]);
    assert_eq!(definitions["nav"].printed, ["name", "n"]);
    let references: Vec<_> = definitions["nav"]
        .references
        .iter()
        .map(|reference| (reference.name.as_str(), &text[reference.span.range()]))
        .collect();
    assert_eq!(
        references,
        [("-brand", "-brand"), ("button.title", "button.title")]
    );
    assert_eq!(definitions["nav"].references[0].arguments, ["case"]);
    assert_eq!(definitions["nav"].weight.placeables, 4);
}

#[test]
fn broken_messages_are_told_and_the_rest_is_kept() {
    fn check(text: &str, faults: &[&str], kept: &str) {
        let found = read(text);
        assert_eq!(shown(&found.diagnostics, text), faults, "{text}");
        assert_eq!(&*found.value.text, kept, "{text}");
    }
    check("a = b\n", &[], "a = b\n");
    check(
        "a = b\nc\nd = e\n",
        &["broken-message: \"\\n\" reason=Expected a token starting with \"=\""],
        "a = b\nd = e\n",
    );
    check(
        "a = {\"\\u00ñ\"}\nd = e\n",
        &["broken-message: \"ñ\" reason=Invalid unicode escape sequence, \"00?\""],
        "d = e\n",
    );
    check(
        "a = { $n ->\n    [one] x\n }\nd = ñ",
        &["broken-message: \"}\" reason=The select expression must have a default variant"],
        "d = ñ",
    );
    check(
        "a = { ñ",
        &["broken-message: \"ñ\" reason=Expected an inline expression"],
        "",
    );
    check(
        "a = { FORMAT($n) }\n",
        &["failed-function: \"FORMAT\" name=a reason=unknown function FORMAT"],
        "a = { FORMAT($n) }\n",
    );
    check(
        "a = { 1.0000000000000000000 }\n",
        &["broken-message: \"1.0000000000000000000\" reason=A number of more than 15 digits"],
        "a = { 0 }\n",
    );
    check(
        "a = b\rc = d\r\n",
        &["control-character: \"\\r\" character=U+000D"],
        "a = b\nc = d\n",
    );
    check("\u{feff}a = b\r\nc = d", &[], "\n\n\na = b\nc = d");
}

#[test]
fn plural_selectors_are_spelled_out() {
    fn check(selector: &str, keys: &str, expected: &str) {
        let message = |selector: &str| format!("a = {{ {selector} ->\n{keys} }}\n");
        let found = read(&message(selector));
        assert_eq!(found.diagnostics, []);
        assert_eq!(&*found.value.text, message(expected));
    }
    let plural = "    [0] x\n    [one] y\n   *[other] z\n";
    check("$n", plural, "PLURAL($n, 0)");
    check("NUMBER($n)", plural, "PLURAL($n, 0)");
    check(
        "NUMBER($n, type: \"ordinal\")",
        plural,
        "PLURAL($n, 0, type: \"ordinal\")",
    );
    check("PLURAL($n)", plural, "PLURAL($n, 0)");
    check("$n", "   *[other] z\n", "PLURAL($n)");
    let names = "    [media] x\n   *[public] y\n";
    check("$audience", names, "$audience");
    check("-brand.gender", names, "-TERM_brand.gender");
}

#[test]
fn deep_nesting_is_refused_before_it_is_parsed() {
    fn check(depth: usize, refused: bool) {
        for opening in ["{", "{ F(", "{ $n ->\n [a] ", "{ -t(", "{ \"}\"\n{"] {
            let text = format!("ok = fine\na = {}", opening.repeat(depth));
            let found = read(&text);
            let rules: Vec<_> = found.diagnostics.iter().map(|one| one.rule.id).collect();
            assert_eq!(
                rules.contains(&"excessive-nesting"),
                refused,
                "{opening} {depth}"
            );
            assert_eq!(found.value.definitions.is_empty(), refused);
        }
    }
    check(10, false);
    for power in 2..=6 {
        check(10_usize.pow(power), true);
    }
}

#[test]
fn duplicates_show_both_places() {
    let text = "a = 1\nb = 2\na = 3\nc =\n    .x = 1\n    .x = 2\n";
    let found = read(text);
    assert_eq!(
        shown(&found.diagnostics, text),
        [
            "duplicate-message: \"a\" name=a",
            "duplicate-message: \"x\" name=c.x"
        ]
    );
    assert_eq!(found.diagnostics[0].related[0].span, Span::new(0, 1));

    let files = [
        read_as("es", Layer::Campaign, "a.ftl", "a = 1\nb = 2\n").value,
        read_as("es", Layer::Campaign, "b.ftl", "c = 1\nb =\n    .x = 2\n").value,
        read_as("es", Layer::Theme, "c.ftl", "b = 3\n").value,
        read_as("en", Layer::Campaign, "d.ftl", "b = 4\n").value,
    ];
    let across = duplicates(&files);
    assert_eq!(across.len(), 1);
    assert_eq!(across[0].place.as_ref().unwrap().path, "b.ftl".into());
    assert_eq!(across[0].related, [Place::new(&"a.ftl".into(), 6..7)]);
}

fn campaign(files: &[(&str, &str)]) -> Messages {
    let resources = files
        .iter()
        .map(|(tag, text)| read_as(tag, Layer::Campaign, &format!("{tag}.ftl"), text).value)
        .collect();
    Messages { resources }
}

#[test]
fn circles_are_told_at_each_of_their_messages() {
    let text = "a = { b }\nb = { -c }\n-c = { a }\nd = { a }\ne = { e }\nf = { g }\ng = x\n";
    let found = cycles(&campaign(&[("es", text)]), &[locale("es", &[])]);
    assert_eq!(
        shown(&found, text),
        [
            "cyclic-message: \"a\" name=a",
            "cyclic-message: \"b\" name=b",
            "cyclic-message: \"-c\" name=-c",
            "cyclic-message: \"e\" name=e",
        ]
    );
}

#[test]
fn a_circle_through_an_override_is_found() {
    let messages = campaign(&[("es", "a = { b }\nb = x\n"), ("es-MX", "b = { a }\n")]);
    assert_eq!(cycles(&messages, &[locale("es", &[])]), []);
    assert_eq!(cycles(&messages, &[locale("es-MX", &["es"])]).len(), 2);
}

#[test]
fn references_are_followed_along_the_chain() {
    fn check(files: &[(&str, &str)], locales: &[Locale], expected: &[&str]) {
        let found = references(&campaign(files), locales);
        let text = files[0].1;
        assert_eq!(shown(&found, text), expected);
    }
    let es = "a = { b } { -brand } { button.title }\n";
    let en = "b = x\n-brand = Faro\nbutton =\n    .title = y\n";
    check(&[("es", es), ("en", en)], &[locale("es", &["en"])], &[]);
    check(
        &[("es", es), ("en", en)],
        &[locale("es", &[])],
        &[
            "missing-message: \"b\" name=b locale=es",
            "missing-message: \"-brand\" name=-brand locale=es",
            "missing-message: \"button.title\" name=button.title locale=es",
        ],
    );
    // What English lacks, Spanish does not give it.
    check(
        &[("en", "a = { b }\n"), ("es", "b = x\n")],
        &[locale("es", &["en"])],
        &["missing-message: \"b\" name=b locale=en"],
    );
}

#[test]
fn terms_must_be_given_what_they_print() {
    let text = "-t = { $name } { m } { $case ->\n   *[x] y\n }\nm = { $other }\n\
        a = { -t(name: \"x\") }\nb = { -t(name: \"x\", other: \"y\") }\n";
    let found = references(&campaign(&[("es", text)]), &[locale("es", &[])]);
    assert_eq!(
        shown(&found, text),
        ["missing-variable: \"-t\" name=-t variable=other"]
    );
}

/// Text that looks like Fluent often enough to get past the first error.
fn garbage() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "b = ",
        "-t = ",
        "\n",
        "\n    ",
        "{",
        "}",
        "{ $n ->\n",
        "[one] ",
        "*[other] ",
        "\"",
        "\\u00",
        "\\U0",
        "ñ",
        "😀",
        "\r",
        "\r\n",
        "\u{feff}",
        "(",
        ")",
        ",",
        ":",
        ".",
        "$n",
        "NUMBER(",
        "#",
        "# c\n",
        "-t",
        "1.5",
        " ",
        "\n.title = ",
        "->",
        "\0",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn whatever_the_text_spans_lie_in_it_and_what_is_kept_is_whole(
        text in prop_oneof![garbage(), any::<String>()]
    ) {
        let found = read(&text);
        for diagnostic in &found.diagnostics {
            let span = diagnostic.place.as_ref().unwrap().span;
            prop_assert!(text.get(span.range()).is_some(), "{diagnostic:?}");
        }
        for definition in found.value.definitions.values() {
            prop_assert!(text.get(definition.span.range()).is_some());
            for reference in &definition.references {
                prop_assert!(text.get(reference.span.range()).is_some());
            }
        }
        prop_assert!(parser::parse(&*found.value.text).is_ok(), "{:?}", found.value.text);
        prop_assert!(parser::parse_runtime(&*found.value.text).is_ok());
        let again = read(&found.value.text.replace(TERM_PREFIX, ""));
        prop_assert!(again.value.definitions.keys().eq(found.value.definitions.keys()));
    }
}
