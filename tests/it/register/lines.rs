//! Lines to call: complete, confirmed, and the right ones for those who read of them.

use campaign::diagnostic::Severity;

use super::{Campaign, HOTLINES, line};

#[test]
fn a_good_register_has_no_fault() {
    Campaign::new().check(&[]);
}

#[test]
fn a_prefix_that_no_longer_connects_is_told_with_the_right_number() {
    for old in ["01800 5533 000", "044 800 5533 000", "+52 1 800 5533 000"] {
        let (_, faults) = line("800 5533 000", old).compile();
        let fault = faults
            .iter()
            .find(|fault| fault.rule.id == "obsolete-prefix");
        let suggestion = fault.unwrap().suggestion.as_deref();
        assert_eq!(suggestion, Some("\"800 553 3000\""), "{old}");
    }
    line("888-373-7888", "888-373-788").check(&["invalid-number \"888-373-788\""]);
    line("888-373-7888", "188-373-7888").check(&["invalid-number \"188-373-7888\""]);
}

#[test]
fn two_lines_are_told_apart() {
    line("National Line (Mexico)", "National Line")
        .change(
            "content/hotlines.toml",
            "National Line (United States)",
            "national LINE",
        )
        .check(&["ambiguous-hotline lnctp"]);
    let twin = format!(
        "{HOTLINES}\n[hotline.twin]\nname = \"Twin\"\ncountry = \"US\"\nverified_on = 2026-01-15\nsource = \"x\"\n[[hotline.twin.channel]]\nkind = \"voice\"\nnumber = \"(888) 373 7888\"\nlanguages = [\"en\", \"es\"]\n"
    );
    let faults = Campaign::new()
        .with("content/hotlines.toml", &twin)
        .faults();
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("shared-number"));
}

#[test]
fn a_line_must_be_reached_and_understood() {
    let elsewhere = "country = \"US\"\nreachable_from = [\"GT\"]";
    line("country = \"US\"", elsewhere)
        .check(&["uncovered-country \"US\"", "unreachable-hotline nhth"]);
    line("[\"es\", \"en\"]", "[\"es\"]").check(&["unspoken-language lnctp"]);
    let interpreter = "[\"es\"]\ninterpreter = true";
    line("[\"es\", \"en\"]", interpreter).check(&[]);
    let mute = HOTLINES.replace("\"en\"", "\"fr\"");
    let faults = Campaign::new()
        .with("content/hotlines.toml", &mute)
        .faults();
    assert!(
        faults
            .iter()
            .any(|fault| fault.starts_with("speechless-edition"))
    );
}

#[test]
fn survivors_learn_who_answers_before_they_call() {
    line("operator = \"Compass\"\n", "").check(&["incomplete-hotline \"nhth\""]);
    line(
        "data_sharing = \"Ask first.\"",
        "data_sharing = { en = \"Ask.\" }",
    )
    .check(&["incomplete-hotline \"nhth\""]);
}

#[test]
fn a_closed_line_is_told_wherever_it_is_offered() {
    let closed = line("country = \"US\"", "country = \"US\"\nstatus = \"closed\"")
        .body("en", "Call :hotline[nhth].")
        .body("es", "Llame :hotline[nhth].");
    let faults = closed.faults();
    let at = |path: &str| {
        let (_, faults) = closed.compile();
        faults
            .iter()
            .filter(|fault| fault.rule.id == "closed-hotline")
            .any(|fault| fault.place.as_ref().unwrap().path.as_str() == path)
    };
    assert!(
        at("campaign.toml") && at("content/en.md") && at("content/es.md"),
        "{faults:?}"
    );
}

#[test]
fn a_confirmation_ages() {
    let check = |day: &str, expected: &[(&str, Severity)], campaign: &Campaign| {
        let (_, faults) = campaign.compile_on(day);
        let found: Vec<(&str, Severity)> = faults
            .iter()
            .map(|fault| (fault.rule.id, fault.severity))
            .collect();
        assert_eq!(found, expected, "{day}");
    };
    let lines = Campaign::new();
    let both = |rule, severity| [(rule, severity), (rule, severity)];
    // Ninety days from 15 January; sixty are two thirds of them.
    check("2026-03-16", &[], &lines);
    check(
        "2026-03-17",
        &both("ageing-hotline", Severity::Warning),
        &lines,
    );
    check(
        "2026-04-15",
        &both("ageing-hotline", Severity::Warning),
        &lines,
    );
    check(
        "2026-04-16",
        &both("unverified-hotline", Severity::Error),
        &lines,
    );
    check(
        "2026-01-14",
        &both("future-date", Severity::Error)[..],
        &lines,
    );
    let allowed = Campaign::new().change(
        "campaign.toml",
        "[locales.en]",
        "[hotlines]\nallow_unverified = [\"nhth\", \"lnctp\"]\n[locales.en]",
    );
    check(
        "2026-04-16",
        &both("unverified-hotline", Severity::Warning),
        &allowed,
    );
    line("verified_on = 2026-01-15", "verified_on = 2036-01-15").check(&["future-date 2036-01-15"]);
}

#[test]
fn an_override_is_visible_on_every_page() {
    let campaign = Campaign::new()
        .change(
            "campaign.toml",
            "[locales.en]",
            "[hotlines]\nallow_unverified = [\"nhth\", \"lnctp\"]\n[locales.en]",
        )
        .body("en", "Call :hotline[nhth].");
    let (compiled, _) = campaign.compile_on("2026-06-01");
    let compiled = compiled.unwrap();
    let mut carried = 0;
    for route in compiled.site.entries.keys() {
        let file = compiled.render(route).unwrap().value;
        let text = String::from_utf8(file.bytes).unwrap();
        if !text.contains("373-7888") && !text.contains("+18883737888") {
            continue;
        }
        carried += 1;
        let is_marked = [
            "not confirmed since",
            "sin confirmar desde",
            "not verified since",
        ];
        assert!(
            is_marked.iter().any(|mark| text.contains(mark)),
            "{}",
            route.as_str()
        );
    }
    assert!(carried > 5);
}

#[test]
fn the_register_knows_its_keys() {
    line("free = true", "fre = true").check(&["unknown-key fre"]);
    line("mon-sun", "monday").check(&["invalid-value \"monday\""]);
    line("America/Chicago", "CST").check(&["invalid-value \"CST\""]);
    line("country = \"US\"", "country = \"USA\"").check(&["invalid-value \"USA\""]);
    line("country = \"US\"", "country = \"US\"\nstatus = \"open\"")
        .check(&["invalid-value \"open\""]);
    let door = "[[hotline.lnctp.channel]]\nkind = \"in-person\"\naddress = \"Calle 1, Tijuana\"\ncost = { en = \"Bus fare.\" }\n";
    Campaign::new()
        .with("content/hotlines.toml", &format!("{HOTLINES}\n{door}"))
        .check(&[]);
}

#[test]
fn translations_show_the_same_lines() {
    Campaign::new()
        .body("en", "::hotline{id=nhth}")
        .check(&["hotlines-differ"]);
}
