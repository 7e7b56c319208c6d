//! The registers of facts, on small campaigns in memory: what is wrong with a line or a figure, who
//! is told, and what the pages then say.

use std::collections::BTreeMap;

use campaign::compile::{Compiled, Options, compile};
use campaign::diagnostic::{Diagnostic, Severity};
use campaign::model::fact::Fact;
use campaign::source::{Snapshot, Source};

use crate::schema;

const SETTINGS: &str = r#"
source_locale = "en"
base_url = "https://example.org"
[translations]
missing = "omit"
[locales.en]
name = "English"
[locales.es]
name = "Español"
[audiences.public]
slug = ""
countries = ["MX", "US"]
[audiences.survivors]
slug = "help"
discreet = true
hotlines = ["nhth", "lnctp"]
[audiences.media]
figures = "strict"
directory = true

# Most of these campaigns change one language only.
[rules]
structure-differs = "off"
facts-differ = "off"
"#;

const HOTLINES: &str = r#"
[hotline.nhth]
name = { en = "National Line (United States)", es = "Línea Nacional (Estados Unidos)" }
country = "US"
operator = "Compass"
data_sharing = "Ask first."
verified_on = 2026-01-15
source = "https://example.org/nhth"
[[hotline.nhth.channel]]
kind = "voice"
number = "888-373-7888"
languages = ["en", "es"]
open = { days = "mon-sun", from = "00:00", to = "24:00", zone = "America/Chicago" }
free = true
[[hotline.nhth.channel]]
kind = "text"
number = "233733"
keyword = "HELP"
languages = ["en", "es"]

[hotline.lnctp]
name = { en = "National Line (Mexico)", es = "Línea Nacional (México)" }
country = "MX"
operator = "Consejo"
data_sharing = "Ask first."
verified_on = 2026-01-15
source = "https://example.org/lnctp"
[[hotline.lnctp.channel]]
kind = "voice"
number = "800 5533 000"
languages = ["es", "en"]
"#;

const CLAIMS: &str = r#"
[claim.labor]
value = 27.6
figure = { en = "{ $value } million", es = "{ $value } millones" }
wording = { en = "{ $value } million people in 2021", es = "{ $value } millones de personas en 2021" }
as_of = 2021
source = "ILO, 2022."
archive = "https://perma.cc/BUN7-TXKZ"
accessed = 2026-01-12

[claim.marriage]
value = 22
figure = { en = "{ $value } million", es = "{ $value } millones" }
as_of = 2021
source = "ILO, 2022."
archive = "https://perma.cc/BUN7-TXKZ"
accessed = 2026-01-10

[claim.visas]
value = 15332
upper = 16000
wording = { en = "{ $value } to { $upper } requests", es = "de { $value } a { $upper } solicitudes" }
as_of = "2024-09"
source = { en = "CAST, a report.", es = "CAST, un informe." }
url = "https://example.org/cast"
accessed = 2026-01-12
review_by = 2026-12-31
"#;

const PAGE: &str = "+++\ntitle = \"Home\"\n+++\n\nText.\n";

/// A campaign of these files; each may be replaced or changed.
struct Campaign {
    files: BTreeMap<String, String>,
}

impl Campaign {
    fn new() -> Self {
        let files = [
            ("campaign.toml", SETTINGS),
            ("content/hotlines.toml", HOTLINES),
            ("content/claims.toml", CLAIMS),
            ("content/en.md", PAGE),
            ("content/es.md", PAGE),
        ];
        Self {
            files: files
                .map(|(path, text)| (path.to_owned(), text.to_owned()))
                .into(),
        }
    }

    fn with(mut self, path: &str, text: &str) -> Self {
        self.files.insert(path.to_owned(), text.to_owned());
        self
    }

    fn change(mut self, path: &str, from: &str, to: &str) -> Self {
        let text = self.files.get_mut(path).unwrap();
        assert!(text.contains(from), "{path} has {from}");
        *text = text.replacen(from, to, 1);
        self
    }

    fn body(self, locale: &str, body: &str) -> Self {
        let page = format!("+++\ntitle = \"Home\"\n+++\n\n{body}\n");
        self.with(&format!("content/{locale}.md"), &page)
    }

    /// What comes of it on a day in spring, with everything that is wrong.
    fn compile(&self) -> (Option<Compiled>, Vec<Diagnostic>) {
        self.compile_on("2026-03-01")
    }

    fn compile_on(&self, day: &str) -> (Option<Compiled>, Vec<Diagnostic>) {
        let sources = self
            .files
            .iter()
            .map(|(path, text)| Source::new(path.as_str(), text.as_bytes()));
        let options = Options {
            today: day.parse().unwrap(),
            drafts: false,
            base_url: None,
        };
        let compiled = compile(&Snapshot::new(sources), &options);
        (compiled.value, compiled.diagnostics)
    }

    /// What is wrong with it, rendering included: rule and the text at its place.
    fn faults(&self) -> Vec<String> {
        let (compiled, faults) = self.compile();
        self.told(compiled, faults)
    }

    fn told(&self, compiled: Option<Compiled>, mut faults: Vec<Diagnostic>) -> Vec<String> {
        for route in compiled
            .iter()
            .flat_map(|compiled| compiled.site.entries.keys())
        {
            let file = compiled.as_ref().unwrap().render(route).unwrap();
            faults.extend(file.diagnostics);
        }
        campaign::diagnostic::sort(&mut faults);
        let told = |fault: &Diagnostic| {
            let place = fault.place.clone().unwrap();
            let text = self.files.get(place.path.as_str()).map(String::as_str);
            let at = text
                .and_then(|text| text.get(place.span.range()))
                .unwrap_or("");
            format!("{} {at}", fault.rule.id).trim().to_owned()
        };
        let mut told: Vec<String> = faults.iter().map(told).collect();
        told.dedup();
        told
    }

    fn check(&self, expected: &[&str]) {
        assert_eq!(self.faults(), expected);
    }

    fn file(&self, route: &str) -> String {
        let (compiled, _) = self.compile();
        let compiled = compiled.unwrap();
        let route = compiled
            .site
            .entries
            .keys()
            .find(|known| known.as_str() == route)
            .unwrap();
        String::from_utf8(compiled.render(route).unwrap().value.bytes).unwrap()
    }
}

/// The campaign with one thing changed in the register of lines.
fn line(from: &str, to: &str) -> Campaign {
    Campaign::new().change("content/hotlines.toml", from, to)
}

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

#[test]
fn translations_show_the_same_lines() {
    Campaign::new()
        .body("en", "::hotline{id=nhth}")
        .check(&["hotlines-differ"]);
}

#[test]
fn an_unknown_fact_is_told_once_at_its_name() {
    let campaign = Campaign::new()
        .body(
            "en",
            ":hotline[nhht] and :claim[labr] and ::: \n\n::hotline{id=nhht}",
        )
        .body("es", "Texto.");
    let (_, faults) = campaign.compile();
    let unknown: Vec<(&str, Option<&str>)> = faults
        .iter()
        .filter(|fault| fault.rule.id.starts_with("unknown-"))
        .map(|fault| (fault.rule.id, fault.suggestion.as_deref()))
        .collect();
    assert!(
        unknown.contains(&("unknown-hotline", Some("nhth"))),
        "{unknown:?}"
    );
    assert!(
        unknown.contains(&("unknown-hotline", Some("id=nhth"))),
        "{unknown:?}"
    );
    assert!(
        unknown.contains(&("unknown-claim", Some("labor"))),
        "{unknown:?}"
    );
}

#[test]
fn a_figure_brings_its_numbered_source() {
    let campaign = Campaign::new().body(
        "es",
        "Son :claim[labor], :claim[marriage]{show=figure} y :claim[visas].",
    );
    let page = campaign.file("es/index.html");
    for part in [
        "27,6 millones de personas en 2021<sup><a href=\"#source:1\"",
        "22 millones<sup><a href=\"#source:1\"",
        "de 15.332 a 16.000 solicitudes<sup><a href=\"#source:2\"",
        "<li id=\"source:1\">ILO, 2022.",
        "<li id=\"source:2\">CAST, un informe.",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    // One origin of two figures was last read when the later of them was.
    assert!(page.contains("12 de enero de 2026"));
    assert!(!page.contains("source:3"));
    let silent = Campaign::new().body("es", ":claim[labor]{mark=false}");
    assert!(!silent.file("es/index.html").contains("source:1"));
}

#[test]
fn the_sources_are_those_of_the_edition() {
    let campaign = Campaign::new()
        .body("en", "::: for media\n:claim[visas]\n:::\n\n:claim[labor]")
        .with(
            "content/sources/en.md",
            "+++\ntitle = \"Sources\"\n+++\n\n::sources\n",
        );
    let public = campaign.file("en/sources/index.html");
    let media = campaign.file("media/en/sources/index.html");
    assert!(public.contains("ILO, 2022.") && !public.contains("CAST"));
    assert!(media.contains("ILO, 2022.") && media.contains("CAST"));
    assert!(public.contains("National Line (Mexico)"));
}

#[test]
fn dates_of_claims_are_held_to() {
    let claims = |from: &str, to: &str| Campaign::new().change("content/claims.toml", from, to);
    claims("as_of = 2021", "as_of = 2027").check(&["future-date 2027"]);
    claims("accessed = 2026-01-12", "accessed = 2026-03-02").check(&["future-date 2026-03-02"]);
    let late = claims("review_by = 2026-12-31", "review_by = 2026-02-28");
    let severity = |campaign: &Campaign| {
        let (_, faults) = campaign.compile();
        let found = faults.iter().find(|fault| fault.rule.id == "overdue-claim");
        found.unwrap().severity
    };
    assert_eq!(severity(&late), Severity::Warning);
    assert_eq!(severity(&late.body("en", ":claim[visas]")), Severity::Error);
    claims("as_of = 2021", "as_of = \"soon\"").check(&["invalid-value \"soon\""]);
    claims("value = 22", "valu = 22").check(&["missing-key marriage", "unknown-key valu"]);
    // The words of a claim are Fluent, and what is wrong with them stands where they do.
    claims("{ $value } million people", "{ $value million people")
        .check(&["broken-message \"{ $value million people in 2021\""]);
}

#[test]
fn media_ask_for_the_source_of_a_figure() {
    Campaign::new()
        .body("en", "There are 27.6 million, or **15,332** in 2024.\n\n::: not-for media\n12 % of them.\n:::")
        .body("es", "Nada.\n\n::: not-for media\nNada.\n:::")
        .check(&["unsourced-figure 27.6 million", "unsourced-figure 15,332"]);
}

/// What the schema of HSDS 3.0 in `tests/hsds` says of a directory.
fn violations(directory: &serde_json::Value) -> Vec<String> {
    let schema = include_str!("../hsds/services.schema.json");
    schema::violations(&serde_json::from_str(schema).unwrap(), directory)
}

/// Every id in it.
fn ids(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            found.extend(
                fields
                    .get("id")
                    .and_then(|id| id.as_str())
                    .map(str::to_owned),
            );
            fields.values().for_each(|value| ids(value, found));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| ids(value, found)),
        _ => {}
    }
}

#[test]
fn the_directory_has_the_form_of_hsds() {
    let text = Campaign::new().file("media/es/hotlines.json");
    let page: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(violations(&page), Vec::<String>::new());
    assert_eq!(page["total_items"], 2);
    let services = page["contents"].as_array().unwrap();
    let mut found = Vec::new();
    ids(&page, &mut found);
    let count = found.len();
    found.sort();
    found.dedup();
    assert_eq!(found.len(), count, "ids are unique");
    let nhth = services
        .iter()
        .find(|service| service["name"] == "Línea Nacional (Estados Unidos)")
        .unwrap();
    assert_eq!(nhth["assured_date"], "2026-01-15");
    assert_eq!(nhth["phones"][0]["number"], "+18883737888");
    assert_eq!(nhth["phones"][1]["number"], "233733");
    assert_eq!(nhth["schedules"][0]["byday"], "MO,TU,WE,TH,FR,SA,SU");
    // The end of a day is no time of the day to most readers.
    assert_eq!(nhth["schedules"][0]["closes_at"], "23:59");
}

#[test]
fn the_directory_of_the_example_has_the_form_of_hsds() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let snapshot = campaign::world::disk::read(root).unwrap().value;
    let options = Options {
        today: "2026-11-24".parse().unwrap(),
        drafts: false,
        base_url: None,
    };
    let compiled = compile(&snapshot, &options).value.unwrap();
    let directories: Vec<_> = compiled
        .site
        .entries
        .keys()
        .filter(|route| route.as_str().ends_with("hotlines.json"))
        .collect();
    assert_eq!(
        directories.len(),
        2,
        "one for each language of the providers"
    );
    for route in directories {
        let bytes = compiled.render(route).unwrap().value.bytes;
        let directory = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(violations(&directory), Vec::<String>::new(), "{route}");
    }
}

/// A schema that finds nothing would prove nothing.
#[test]
fn what_is_not_hsds_is_found() {
    let text = Campaign::new().file("media/es/hotlines.json");
    let good: serde_json::Value = serde_json::from_str(&text).unwrap();
    let breaks = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut page = good.clone();
        change(&mut page["contents"][0]);
        assert_ne!(violations(&page), Vec::<String>::new(), "{page}");
    };
    breaks(&|service| service["status"] = "open".into());
    breaks(&|service| service["id"] = "nhth".into());
    breaks(&|service| service["phones"][0]["number"] = 8_883_737_888_u64.into());
    breaks(&|service| service["phones"][0]["type"] = "sms".into());
    breaks(&|service| service["languages"][0]["code"] = "Spanish".into());
    breaks(&|service| service["opening"] = "always".into());
    breaks(&|service| service["assured_date"] = "yesterday".into());
    breaks(&|service| {
        service.as_object_mut().unwrap().remove("name");
    });
}

#[test]
fn a_file_knows_the_facts_it_carries() {
    let campaign = Campaign::new().body("en", ":claim[labor]");
    let (compiled, _) = campaign.compile();
    let compiled = compiled.unwrap();
    for (route, entry) in compiled.site.entries.iter() {
        let file = compiled.render(route).unwrap().value;
        let text = String::from_utf8(file.bytes).unwrap();
        for (fact, mark) in [
            (Fact::Hotline("nhth".to_owned()), "373-7888"),
            (Fact::Claim("labor".to_owned()), "27.6 million"),
        ] {
            let carries =
                text.contains(mark) || text.contains("+18883737888") && mark == "373-7888";
            assert!(
                !carries || file.facts.contains(&fact),
                "{} {entry:?}",
                route.as_str()
            );
        }
    }
}

#[test]
fn where_lists_what_carries_a_fact() {
    let ask = |fact: &str| {
        std::process::Command::new(env!("CARGO_BIN_EXE_campaign"))
            .args(["where", fact, "--format", "json", "--lang", "en"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap()
    };
    let found = ask("claim:forced-labor-2021");
    assert_eq!(found.status.code(), Some(0));
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(found["typed"]["path"], "content/claims.toml");
    let has = |list: &str, key: &str, value: &str| {
        let entries = found[list].as_array().unwrap();
        entries.iter().any(|entry| entry[key] == value)
    };
    assert!(has("shown", "path", "content/es.md"));
    assert!(has("files", "file", "es/index.html"));
    // The list of sources carries it too, though no directive there names it.
    assert!(has("files", "file", "es/fuentes/index.html"));

    let unknown = ask("nhth");
    assert_eq!(unknown.status.code(), Some(2));
    let told = String::from_utf8(unknown.stderr).unwrap();
    assert!(told.contains("hotline:nhth"), "{told}");
}
