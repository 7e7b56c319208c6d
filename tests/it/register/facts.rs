//! Where a fact is shown.

use campaign::model::fact::Fact;

use super::Campaign;

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
