//! Figures with their sources.

use campaign::diagnostic::Severity;

use super::Campaign;

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
