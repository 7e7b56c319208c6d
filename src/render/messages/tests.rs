use proptest::prelude::*;

use super::*;
use crate::model::date::Date;
use crate::parse::fluent::{parse, references};
use crate::parse::locale::direction;

/// `locales` is the chain of a locale, such as `es-MX es en`; each file is `layer/locale` and its
/// text.
fn catalog(locales: &str, files: &[(&str, &str)]) -> Catalog {
    let (locale, messages) = campaign(locales, files);
    Catalog::new(&locale, &messages)
}

fn campaign(locales: &str, files: &[(&str, &str)]) -> (Locale, Messages) {
    let mut tags = locales.split(' ').map(LocaleTag::new);
    let tag = tags.next().unwrap();
    let locale = Locale {
        name: tag.to_string(),
        direction: direction(&tag),
        fallbacks: tags.collect(),
        tag,
        topics_slug: "topics".to_owned(),
    };
    let mut resources: Vec<_> = files
        .iter()
        .map(|(name, text)| {
            let (layer, tag) = name.split_once('/').unwrap();
            let layer = match layer {
                "campaign" => Layer::Campaign,
                "theme" => Layer::Theme,
                _ => Layer::BuiltIn,
            };
            parse(&(*name).into(), text, &LocaleTag::new(tag), layer).value
        })
        .collect();
    resources.sort_by(|one, other| (one.layer, &one.path).cmp(&(other.layer, &other.path)));
    (locale, Messages { resources })
}

/// The text, or what keeps it from being one.
fn shown(catalog: &Catalog, id: &str, arguments: &Arguments) -> String {
    let found = catalog.format(id, arguments, Setting::Plain);
    let faults: Vec<String> = found
        .diagnostics
        .iter()
        .map(|fault| {
            let arguments = fault.arguments.iter();
            let arguments: Vec<_> = arguments
                .map(|(name, value)| format!(" {name}={value}"))
                .collect();
            format!("<{}{}>", fault.rule.id, arguments.concat())
        })
        .collect();
    let text = found.value.map(|message| message.text.into_owned());
    format!("{}{}", text.unwrap_or_default(), faults.concat())
}

/// What a Spanish campaign makes of `a`, defined by `text`, with the arguments.
fn check(text: &str, arguments: Arguments, expected: &str) {
    let catalog = catalog("es", &[("campaign/es", text)]);
    assert_eq!(shown(&catalog, "a", &arguments), expected, "{text}");
}

fn number(name: &str, value: f64) -> Arguments {
    Arguments::new().with(name, value)
}

#[test]
fn catalogs_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Catalog>();
}

#[test]
fn the_nearest_definition_counts() {
    let mut files = vec![
        ("campaign/es-MX", "a = campaign es-MX\n"),
        ("theme/es-MX", "a = theme es-MX\nb = theme es-MX\n"),
        ("built-in/es-MX", "a = x\nb = x\nc = built-in es-MX\n"),
        ("campaign/es", "a = x\nb = x\nc = x\nd = campaign es\n"),
        ("theme/es", "d = x\ne = theme es\n"),
        ("built-in/es", "d = x\ne = x\nf = built-in es\n"),
        ("campaign/en", "f = x\ng = campaign en\n"),
        ("built-in/en", "g = x\nh = built-in en\n"),
    ];
    for _ in 0..2 {
        let catalog = catalog("es-MX es en", &files);
        let expected = [
            ("a", "campaign es-MX"),
            ("b", "theme es-MX"),
            ("c", "built-in es-MX"),
            ("d", "campaign es"),
            ("e", "theme es"),
            ("f", "built-in es"),
            ("g", "campaign en"),
            ("h", "built-in en"),
        ];
        for (id, expected) in expected {
            let found = catalog.format(id, &Arguments::new(), Setting::Plain);
            let message = found.value.unwrap();
            assert_eq!(message.text, expected);
            assert!(expected.ends_with(message.locale.as_str()));
            let rules: Vec<_> = found.diagnostics.iter().map(|one| one.rule.id).collect();
            let fallback = expected.ends_with("en").then_some("fallback-message");
            assert_eq!(rules, Vec::from_iter(fallback), "{id}");
            assert!(catalog.contains(id));
        }
        assert_eq!(
            shown(&catalog, "i", &Arguments::new()),
            "<missing-message name=i locale=es-MX>"
        );
        files.reverse();
    }
}

#[test]
fn one_language_shares_its_terms_and_another_keeps_its_rules() {
    let catalog = catalog(
        "es-MX es en",
        &[
            ("campaign/es-MX", "-help = Ayuda MX\n"),
            (
                "campaign/es",
                "-help = Ayuda\na = { -help }\nb = { -org }\n",
            ),
            (
                "campaign/en",
                "-help = Help\n-org = Org\nc = { -help } { $n } { $n ->\n    [one] one\n   *[other] other\n }\n",
            ),
        ],
    );
    let none = Arguments::new();
    assert_eq!(shown(&catalog, "a", &none), "Ayuda MX");
    assert_eq!(shown(&catalog, "b", &none), "Org");
    let fallback = "<fallback-message name=c locale=es-MX from=en>";
    assert_eq!(
        shown(&catalog, "c", &number("n", 1234.5)),
        format!("Help 1,234.5 other{fallback}")
    );
}

#[test]
fn attributes_are_messages_of_their_own() {
    let text = "a =\n    .title = Título { $n }\n    .label = x\n";
    let catalog = catalog("es", &[("campaign/es", text)]);
    assert_eq!(shown(&catalog, "a.title", &number("n", 1.5)), "Título 1,5");
    assert!(!catalog.contains("a"));
    let found = catalog.format("a.titel", &Arguments::new(), Setting::Plain);
    assert_eq!(found.diagnostics[0].suggestion.as_deref(), Some("a.title"));
}

#[test]
fn a_message_and_a_term_may_share_a_name() {
    check(
        "-a = term\na = message { -a }\n",
        Arguments::new(),
        "message term",
    );
    let catalog = catalog(
        "es",
        &[
            ("campaign/es", "a = message { -a }\n"),
            ("theme/es", "-a = term\n"),
        ],
    );
    assert_eq!(shown(&catalog, "a", &Arguments::new()), "message term");
    assert!(!catalog.contains("-a"));
}

#[test]
fn numbers_are_written_and_counted_as_in_spanish() {
    check("a = { $n }", number("n", 1_234_567.5), "1.234.567,5");
    check("a = { 1234.50 }", Arguments::new(), "1234,50");
    check(
        "a = { NUMBER($n, minimumFractionDigits: 2) }",
        number("n", 2.0),
        "2,00",
    );
    check(
        "a = { NUMBER($n, maximumFractionDigits: 0) }",
        number("n", 2.4),
        "2",
    );
    check(
        "a = { NUMBER($n, useGrouping: \"false\") }",
        number("n", 12345.0),
        "12345",
    );
    check(
        "a = { NUMBER($n, style: \"percent\") }",
        number("n", 0.5),
        "50\u{a0}%",
    );
    check("a = { PLURAL($n) }", number("n", 2e6), "many");

    let plural = "a = { $n ->\n [0] none\n [one] one\n [many] many\n *[other] other\n }";
    let written_out = plural.replace("$n", "PLURAL($n)");
    let with_options = plural.replace("$n", "NUMBER($n, minimumFractionDigits: 1)");
    for (value, expected) in [(0.0, "none"), (1.0, "one"), (2e6, "many"), (5.0, "other")] {
        check(plural, number("n", value), expected);
        check(&written_out, number("n", value), expected);
    }
    check(&with_options, number("n", 0.0), "none");
    let ordinal = "a = { NUMBER($n, type: \"ordinal\") ->\n [1] first\n *[other] other\n }";
    check(ordinal, number("n", 1.0), "first");
}

#[test]
fn days_are_written_as_in_spanish() {
    let day = Date::new(2026, 11, 25).unwrap();
    let date = || Arguments::new().with("date", day);
    let text = || Arguments::new().with("date", "2026-11-25");
    check("a = { $date }", date(), "25 de noviembre de 2026");
    check("a = { DATETIME($date) }", date(), "25 de noviembre de 2026");
    check("a = { DATETIME($date) }", text(), "25 de noviembre de 2026");
    let full = "miércoles, 25 de noviembre de 2026";
    check("a = { DATETIME($date, dateStyle: \"full\") }", date(), full);
    check(
        "a = { DATETIME($date, dateStyle: \"short\") }",
        text(),
        "25/11/26",
    );
}

#[test]
fn a_language_without_data_is_written_as_what_stands_in_for_it() {
    let text = "a = { $n } { DATETIME(\"2026-11-25\") } { $n ->\n [one] one\n *[other] other\n }";
    let check = |locales: &str, expected: &str| {
        let catalog = catalog(locales, &[("campaign/mix", text)]);
        assert_eq!(shown(&catalog, "a", &number("n", 12345.0)), expected);
    };
    check("mix", "12345 2026-11-25 other");
    check("mix es", "12.345 25 de noviembre de 2026 other");
    check("mix es-MX en", "12,345 25 de noviembre de 2026 other");
}

#[test]
fn audiences_are_selected_on() {
    let text = "a = { $audience ->\n [survivors] usted\n *[other] ellos\n }";
    let audience = |name: &str| Arguments::new().with("audience", name);
    check(text, audience("survivors"), "usted");
    check(text, audience("media"), "ellos");
}

#[test]
fn what_is_missing_is_told_and_never_shown() {
    let none = Arguments::new;
    check("a = { b }", none(), "<missing-message name=b locale=es>");
    check("a = { -b }", none(), "<missing-message name=-b locale=es>");
    check(
        "a = { b.c }\nb = x",
        none(),
        "<missing-message name=b.c locale=es>",
    );
    check(
        "a = { b }\nb =\n    .c = x",
        none(),
        "<missing-message name=b locale=es>",
    );
    check(
        "a = Llame al { $phone }",
        none(),
        "<missing-variable name=a variable=phone>",
    );
    check(
        "a = { $n ->\n [one] x\n *[other] y\n }",
        none(),
        "<missing-variable name=a variable=n>",
    );
    check(
        "a = { NUMBER($n) } { $m }",
        none(),
        "<missing-variable name=a variable=m><missing-variable name=a variable=n>",
    );
}

#[test]
fn faults_show_where_the_message_is_defined() {
    let catalog = catalog("es", &[("campaign/es", "b = x\na = { $n }\n")]);
    let found = catalog.format("a", &Arguments::new(), Setting::Plain);
    assert_eq!(found.value, None);
    assert_eq!(found.diagnostics[0].place, None);
    let place = Place::new(&"campaign/es".into(), 6..7);
    assert_eq!(found.diagnostics[0].related, [place]);
}

#[test]
fn functions_that_fail_are_told() {
    let check = |call: &str, reason: &str| {
        let arguments = Arguments::new()
            .with("n", 1.0)
            .with("text", "x")
            .with("date", Date::new(2026, 11, 25).unwrap());
        let expected = format!("<failed-function name=a reason={reason}>");
        super::tests::check(&format!("a = {{ {call} }}"), arguments, &expected);
    };
    check("NUMBER($text)", "NUMBER takes one number");
    check("NUMBER($n, $n)", "NUMBER takes one number");
    check(
        "NUMBER($n, style: \"currency\")",
        "NUMBER has no option style, or not with this value",
    );
    check(
        "NUMBER($n, minimumFractionDigits: 900)",
        "NUMBER has no option minimumFractionDigits, or not with this value",
    );
    check("DATETIME($n)", "DATETIME takes a day");
    check(
        "DATETIME($text)",
        "DATETIME takes a day such as 2026-11-25, not “x”",
    );
    check(
        "DATETIME($date, weekday: \"long\")",
        "DATETIME has no option weekday, or not with this value",
    );
    check("PLURAL($date)", "PLURAL takes a number");
    check("FORMAT($n)", "unknown function FORMAT");
}

#[test]
fn numbers_that_cannot_be_counted_with_are_told() {
    for value in [f64::NAN, f64::INFINITY, 1e16] {
        let text = "a = { $n ->\n [one] x\n *[other] y\n }";
        let catalog = catalog("es", &[("campaign/es", text)]);
        let found = shown(&catalog, "a", &number("n", value));
        assert!(found.starts_with("<failed-function"), "{found}");
    }
}

#[test]
fn circles_end() {
    let cyclic = |name: &str| format!("<cyclic-message name={name}>");
    check("a = { a }", Arguments::new(), &cyclic("a"));
    check(
        "a = { b }\nb = { -c }\n-c = { b }",
        Arguments::new(),
        &cyclic("a"),
    );
}

#[test]
fn laughs_are_limited() {
    let oversized = "<oversized-message name=a limit=65536>";
    let laughs: String = (0..9)
        .map(|level| {
            let next = format!("{{ l{} }} ", level + 1).repeat(10);
            format!("l{level} = {next}\n")
        })
        .collect();
    check(
        &format!("{laughs}l9 = ha\na = {{ l0 }}"),
        Arguments::new(),
        oversized,
    );
    // Inside a nested placeable fluent-bundle would panic.
    let nested = format!("a = {{ {{ b }} }}\nb = {}\n", "{ \"x\" }".repeat(101));
    check(&nested, Arguments::new(), oversized);
    let most = format!("a = {}\n", "{ \"x\" }".repeat(100));
    check(&most, Arguments::new(), &"x".repeat(100));
    let chain: String = (0..200)
        .map(|level| format!("l{level} = {{ l{} }}\n", level + 1))
        .collect();
    check(
        &format!("{chain}l200 = x\na = {{ l0 }}"),
        Arguments::new(),
        oversized,
    );
    let text = format!("a = {}\n", "{ $x }".repeat(99));
    let arguments = || Arguments::new().with("x", "x".repeat(1024 * 1024));
    check(&text, arguments(), oversized);
    let fits = "y".repeat(LIMIT);
    check(
        "a = { $x }",
        Arguments::new().with("x", fits.as_str()),
        &fits,
    );
    check(
        "a = { $x }.",
        Arguments::new().with("x", fits.as_str()),
        oversized,
    );
}

#[test]
fn markup_is_text() {
    let markup = "<b onclick=\"x()\">&amp;</b>";
    check(
        &format!("a = {markup} {{ $x }}"),
        Arguments::new().with("x", markup),
        &format!("{markup} {markup}"),
    );
}

#[test]
fn isolation_marks_stand_only_in_text_that_runs_from_right_to_left() {
    let check = |tag: &str, setting: Setting, expected: &str| {
        let layer = format!("campaign/{tag}");
        let catalog = catalog(tag, &[(&layer, "a = x { $tel }\nb = { $tel }\n")]);
        let arguments = Arguments::new().with("tel", "+1888");
        let found = |id: &str| {
            catalog
                .format(id, &arguments, setting)
                .value
                .unwrap()
                .text
                .into_owned()
        };
        assert_eq!(found("a"), expected);
        assert_eq!(found("b"), "+1888");
    };
    check("es", Setting::Text, "x +1888");
    check("es", Setting::Plain, "x +1888");
    check("ar", Setting::Text, "x \u{2068}+1888\u{2069}");
    check("ar", Setting::Plain, "x +1888");
}

#[test]
fn constant_messages_are_formatted_once() {
    let catalog = catalog(
        "es",
        &[(
            "campaign/es",
            "-b = Faro\na = { -b } { NUMBER(5) }\nc = { $n }\n",
        )],
    );
    for _ in 0..2 {
        let found = catalog
            .format("a", &number("n", 1.0), Setting::Text)
            .value
            .unwrap();
        assert!(matches!(found.text, Cow::Borrowed("Faro 5")));
        let found = catalog
            .format("c", &number("n", 1.0), Setting::Text)
            .value
            .unwrap();
        assert!(matches!(found.text, Cow::Owned(_)));
    }
}

#[test]
fn what_is_built_in_is_whole_in_every_language() {
    let day = Date::new(2026, 11, 25).unwrap();
    let arguments = Arguments::new()
        .with("number", 3.0)
        .with("total", 12.0)
        .with("topic", "visas")
        .with("count", 1.0)
        .with("minutes", 5.0)
        .with("language", "English")
        .with("title", "Faro")
        .with("date", day);
    let mut ids: Vec<Vec<String>> = Vec::new();
    for (tag, text) in BUILT_IN {
        let path = format!("{tag}.ftl");
        let read = parse(
            &path.as_str().into(),
            text,
            &LocaleTag::new(*tag),
            Layer::BuiltIn,
        );
        assert_eq!(read.diagnostics, []);
        ids.push(read.value.definitions.keys().cloned().collect());
        let catalog = catalog(tag, &[(&format!("built-in/{tag}"), text)]);
        for id in read.value.definitions.keys() {
            let found = catalog.format(id, &arguments, Setting::Text);
            assert_eq!(found.diagnostics, []);
            let text = found.value.unwrap().text;
            assert!(
                !text.is_empty() && !text.contains(['{', '}', '\u{2068}']),
                "{text}"
            );
        }
    }
    assert_eq!(ids[0], ids[1]);
    let spanish = catalog("es", &[("built-in/es", BUILT_IN[1].1)]);
    assert_eq!(
        shown(&spanish, "entries", &number("count", 0.0)),
        "Ninguna entrada"
    );
    assert_eq!(
        shown(&spanish, "entries", &number("count", 1.0)),
        "1 entrada"
    );
    assert_eq!(
        shown(&spanish, "entries", &number("count", 2.0)),
        "2 entradas"
    );
    assert_eq!(
        shown(&spanish, "hotline-verified", &arguments),
        "Comprobamos este número el 25 de noviembre de 2026."
    );
}

/// Messages of all kinds that refer to one another at random.
fn messages() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a = ",
        "b = ",
        "c = ",
        "-a = ",
        "{ a }",
        "{ b }",
        "{ -a }",
        "{ -a(n: 1) }",
        "{ $n }",
        "{ $d }",
        "{ NUMBER($n, minimumFractionDigits: 15) }",
        "{ { { b } } }",
        "{ PLURAL(NUMBER($n)) }",
        "{ $n ->\n [one] x { c }\n [0] y\n *[other] z\n }",
        "{ 1.5 ->\n [one] x\n *[2] y\n }",
        "{ NUMBER(NUMBER($n)) ->\n *[many] x { b }\n }",
        "{ \"\\u0041\" }",
        "text ",
        "\n",
        "\n\n",
        "{ DATETIME($d) }",
        "{ F() }",
        "\n    .x = ",
        "{ a.x }",
        "{ -b(n: 1, d: 2) }",
        "-b = ",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_message_panics_or_shows_its_own_braces(text in messages(), n in any::<f64>()) {
        let (locale, messages) = campaign("es", &[("campaign/es", &text)]);
        let whole = references(&messages, std::slice::from_ref(&locale)).is_empty();
        let catalog = Catalog::new(&locale, &messages);
        let day = Date::new(2026, 11, 25).unwrap();
        for arguments in [Arguments::new(), Arguments::new().with("n", n).with("d", day)] {
            for id in ["a", "b", "c", "a.x", "-a"] {
                let found = catalog.format(id, &arguments, Setting::Text);
                prop_assert_eq!(found.value.is_none(), found.has_errors());
                let braces = found.value.is_some_and(|message| message.text.contains('{'));
                prop_assert!(!whole || !braces);
            }
        }
    }
}
