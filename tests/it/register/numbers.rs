//! Numbers that somebody typed, and numbers that are not those of the register.

use super::{Campaign, line};

#[test]
fn a_typed_number_is_found_wherever_it_is() {
    let typed = |campaign: Campaign, at: &str| campaign.check(&[&format!("typed-number {at}")]);
    for number in [
        "888-373-7888",
        "888-**373**-7888",
        "8`8`8.373.7888",
        "888\n373 7888",
        "８８８-373-7888",
    ] {
        let body = format!("Call {number}.");
        let (_, faults) = Campaign::new().body("en", &body).compile();
        assert_eq!(faults.len(), 1, "{number}: {faults:?}");
        assert_eq!(faults[0].rule.id, "typed-number");
        assert_eq!(
            faults[0].suggestion.as_deref(),
            Some(":hotline[nhth]"),
            "{number}"
        );
    }
    typed(
        Campaign::new()
            .body("en", "![Call 888-373-7889](x.svg)")
            .with(
                "content/x.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            ),
        "888-373-7889",
    );
    typed(
        Campaign::new().body("en", "[us](tel:+18883737889)"),
        "+18883737889",
    );
    typed(
        Campaign::new().body("en", "::: card{title=\"888-373-7889\"}\nx\n:::"),
        "888-373-7889",
    );
    typed(
        Campaign::new().with(
            "content/en.md",
            "+++\ntitle = \"Call 888-373-7889\"\n+++\n\nText.\n",
        ),
        "888-373-7889",
    );
    typed(
        Campaign::new().with(
            "locales/en/site.ftl",
            "campaign-title = Call 888-373-7889\n",
        ),
        "888-373-7889",
    );
    typed(
        Campaign::new()
            .body("en", "::: for survivors\n888-373-7889\n:::\n\nText.")
            .body("es", "::: for survivors\nTexto.\n:::\n\nTexto."),
        "888-373-7889",
    );
    typed(
        line(
            "operator = \"Compass\"",
            "operator = \"Compass, 888-373-7889\"",
        ),
        "888-373-7889",
    );
    Campaign::new()
        .body("en", "Case 888-373-7889.")
        .change(
            "campaign.toml",
            "[locales.en]",
            "[numbers.allowed]\n\"888 373 7889\" = \"number of a case\"\n[locales.en]",
        )
        .check(&[]);
}

/// Every digit of every number, changed to every other: typed into a page, each is found.
#[test]
fn every_wrong_digit_is_found() {
    let (mut tried, mut found) = (0, 0);
    for number in [
        "888-373-7888",
        "1-888-373-7888",
        "800 5533 000",
        "+52 800 553 3000",
        "(888) 373-7888",
    ] {
        let mut body = String::new();
        let mut count = 0;
        for (at, old) in number
            .char_indices()
            .filter(|(_, char)| char.is_ascii_digit())
        {
            for new in ('0'..='9').filter(|new| *new != old) {
                let mut wrong = number.to_owned();
                wrong.replace_range(at..=at, &new.to_string());
                body += &format!("Call {wrong}.\n\n");
                count += 1;
            }
        }
        let (_, faults) = Campaign::new().body("en", &body).compile();
        tried += count;
        found += faults
            .iter()
            .filter(|fault| fault.rule.id == "typed-number")
            .count();
    }
    println!("wrong digits found: {found} of {tried}");
    assert_eq!(found, tried);
}
