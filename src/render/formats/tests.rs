use super::*;
use crate::model::locale::Direction;

fn formats(chain: &str) -> Formats {
    let tags: Vec<LocaleTag> = chain.split(' ').map(LocaleTag::new).collect();
    Formats::of(&tags.iter().collect::<Vec<_>>())
}

#[test]
fn formats_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Formats>();
}

#[test]
fn a_locale_is_written_as_the_first_that_cldr_knows() {
    fn check(chain: &str, expected: Option<&str>) {
        let found = formats(chain);
        assert_eq!(found.data().map(LocaleTag::as_str), expected, "{chain}");
    }
    for tag in [
        "en", "en-GB", "es", "es-MX", "ar", "fa", "qu", "zh-Hant", "ja",
    ] {
        check(tag, Some(tag));
    }
    for tag in ["mix", "nv", "nhe", "ypk", "tzm-Latn-x-foo"] {
        check(tag, None);
        check(&format!("{tag} es-MX en"), Some("es-MX"));
    }
    let locale = Locale {
        tag: LocaleTag::new("mix"),
        name: "Tu'un savi".to_owned(),
        direction: Direction::LeftToRight,
        fallbacks: vec![LocaleTag::new("es")],
        topics_slug: "topics".to_owned(),
    };
    assert_eq!(Formats::new(&locale).data(), Some(&LocaleTag::new("es")));
}

#[test]
fn dates_are_written_as_readers_do() {
    fn check(chain: &str, expected: [&str; 4]) {
        let formats = formats(chain);
        let date = Date::new(2026, 11, 25).unwrap();
        let styles = ["full", "long", "medium", "short"];
        let found = styles.map(|name| formats.date(date, DateStyle::named(name).unwrap()));
        assert_eq!(found, expected, "{chain}");
    }
    check(
        "en",
        [
            "Wednesday, November 25, 2026",
            "November 25, 2026",
            "Nov 25, 2026",
            "11/25/26",
        ],
    );
    check(
        "en-GB",
        [
            "Wednesday, 25 November 2026",
            "25 November 2026",
            "25 Nov 2026",
            "25/11/2026",
        ],
    );
    let spanish = [
        "miércoles, 25 de noviembre de 2026",
        "25 de noviembre de 2026",
        "25 nov 2026",
        "25/11/26",
    ];
    check("es", spanish);
    check("es-MX", spanish);
    check("mix es", spanish);
    check("mix", ["2026-11-25"; 4]);
    check("nv", ["2026-11-25"; 4]);
    let short = "25\u{200f}/11\u{200f}/2026";
    check(
        "ar",
        ["الأربعاء، 25 نوفمبر 2026", "25 نوفمبر 2026", short, short],
    );
    check(
        "fa",
        [
            "چهارشنبه ۴ آذر ۱۴۰۵",
            "۴ آذر ۱۴۰۵",
            "۴ آذر ۱۴۰۵",
            "۱۴۰۵/۹/۴",
        ],
    );
}

#[test]
fn numbers_are_written_as_readers_do() {
    fn check(chain: &str, value: f64, expected: &str) {
        let found = formats(chain).number(value, &NumberOptions::default());
        assert_eq!(found, expected, "{chain} {value}");
    }
    check("en", 1234.5, "1,234.5");
    check("en-GB", 1_234_567.5, "1,234,567.5");
    check("es", 1234.5, "1234,5");
    check("es", 12345.0, "12.345");
    check("es", 1_234_567.5, "1.234.567,5");
    check("es-MX", 1234.5, "1,234.5");
    check("ar", 1234.5, "1,234.5");
    check("ar-EG", 1234.5, "١٬٢٣٤٫٥");
    check("fa", 1234.5, "۱٬۲۳۴٫۵");
    check("mix", 1_234_567.5, "1234567.5");
    check("mix es", 1_234_567.5, "1.234.567,5");
    check("en", -0.0001, "0");
    check("en", 0.1 + 0.2, "0.3");
    check("en", f64::NAN, "NaN");
    check("en", 1e21, "1,000,000,000,000,000,000,000");
}

#[test]
fn options_decide_on_digits_groups_and_shares() {
    fn check(chain: &str, value: f64, options: NumberOptions, expected: &str) {
        assert_eq!(formats(chain).number(value, &options), expected, "{chain}");
    }
    let usual = NumberOptions::default();
    let digits = |minimum, maximum| NumberOptions {
        minimum_fraction_digits: minimum,
        maximum_fraction_digits: maximum,
        ..usual
    };
    check("es", 1.5, digits(2, None), "1,50");
    check("es", 1.23456, digits(0, Some(1)), "1,2");
    check("es", 1.0, digits(0, Some(1)), "1");
    check("es", 1.23456, digits(5, Some(1)), "1,23456");
    check("en", 1.0, digits(200, None), "1.000000000000000");
    let year = NumberOptions {
        grouping: Grouping::Never,
        ..usual
    };
    check("en", 2026.0, year, "2026");
    let share = NumberOptions {
        style: NumberStyle::Percent,
        ..usual
    };
    check("en", 0.07, share, "7%");
    check("es", 0.5, share, "50\u{a0}%");
    check("es-MX", 0.5, share, "50%");
    check("eu", 0.5, share, "%\u{a0}50");
    check("fr", 0.5, share, "50\u{202f}%");
    check("ar", 0.5, share, "50\u{200e}%\u{200e}");
    check("ar-EG", 0.5, share, "٥٠٪\u{61c}");
    check("fa", 0.5, share, "۵۰٪");
    check("nv", 0.5, share, "50%");
    let exact = NumberOptions {
        minimum_fraction_digits: 1,
        ..share
    };
    check("en", 0.12345, exact, "12.3%");
}

#[test]
fn plurals_are_those_of_cldr() {
    fn check(chain: &str, expected: &[(f64, &str)]) {
        let formats = formats(chain);
        for (value, category) in expected {
            assert_eq!(formats.plural(*value), *category, "{chain} {value}");
        }
    }
    check(
        "en",
        &[(0.0, "other"), (1.0, "one"), (2.0, "other"), (1.5, "other")],
    );
    check(
        "es",
        &[(1.0, "one"), (2.0, "other"), (1e6, "many"), (2e6, "many")],
    );
    check("es-MX", &[(1.0, "one"), (1e6, "many")]);
    check(
        "ar",
        &[
            (0.0, "zero"),
            (1.0, "one"),
            (2.0, "two"),
            (3.0, "few"),
            (11.0, "many"),
        ],
    );
    check("fa", &[(0.0, "one"), (1.0, "one"), (2.0, "other")]);
    check("ja en", &[(1.0, "other")]);
    check("mix", &[(1.0, "other"), (2.0, "other")]);
    check("mix es", &[(1.0, "one")]);
    check("en", &[(f64::NAN, "other"), (f64::INFINITY, "other")]);
    let ordinals = [1.0, 2.0, 3.0, 4.0].map(|value| formats("en").ordinal(value));
    assert_eq!(ordinals, ["one", "two", "few", "other"]);
    let digits = NumberOptions {
        minimum_fraction_digits: 1,
        ..NumberOptions::default()
    };
    assert_eq!(formats("en").plural_of(1.0, &digits), "other");
}
