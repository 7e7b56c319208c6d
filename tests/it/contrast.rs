//! Contrast: a theme's pairs of colours, with a campaign's own in their places.

use campaign::compile::{Compiled, Options, compile};
use campaign::diagnostic::Diagnostic;
use campaign::model::color::Color;
use campaign::model::route::Route;
use campaign::source::{Snapshot, Source};

const THEME: &str = r##"
name = "plain"
pairs = [
  { text = "ink", background = "paper" },
  { text = "link", background = "paper" },
  { text = "edge", background = "paper", minimum = 3 },
]
[tokens]
paper = { light = "#ffffff", dark = "oklch(19% 0.03 236)" }
ink = { light = "#111", dark = "#eee" }
link = { light = "#0a4a5a", dark = "#92dce9" }
edge = "#7b7b7b"
[tones.calm]
paper = { light = "#f3f8fc" }
"##;

const PAGE: &str = "<title>{{ head.title }}</title>{% if head.tokens_css %}<link rel=stylesheet href=\"{{ head.tokens_css }}\">{% endif %}";

fn campaign(theme: &str, colors: &str) -> (Option<Compiled>, Vec<Diagnostic>) {
    let settings = format!(
        "source_locale = \"en\"\ntheme = \"plain\"\nbase_url = \"https://example.org\"\n[locales.en]\nname = \"English\"\n{colors}\n"
    );
    let files = [
        ("campaign.toml", settings.as_str()),
        ("content/en.md", "+++\ntitle = \"Start\"\n+++\nHello.\n"),
        ("locales/en/a.ftl", "campaign-title = C\n"),
        ("themes/plain/theme.toml", theme),
        ("themes/plain/templates/page.html", PAGE),
        ("themes/plain/templates/chooser.html", PAGE),
        ("themes/plain/templates/not-found.html", PAGE),
    ];
    let sources = files.map(|(path, text)| Source::new(path, text.as_bytes()));
    let options = Options {
        today: "2026-11-24".parse().unwrap(),
        drafts: false,
        base_url: None,
    };
    let compiled = compile(&Snapshot::new(sources), &options);
    (compiled.value, compiled.diagnostics)
}

/// Rule, place and arguments without the shade.
fn check(theme: &str, colors: &str, expected: &[&str]) {
    let told: Vec<String> = campaign(theme, colors)
        .1
        .iter()
        .map(|fault| {
            let path = fault.place.as_ref().map_or("", |place| place.path.as_str());
            let arguments = fault.arguments.iter().filter(|(name, _)| *name != "shade");
            let values: Vec<&str> = arguments.map(|(_, value)| value.as_str()).collect();
            format!("{} {path} {}", fault.rule.id, values.join(" "))
        })
        .collect();
    assert_eq!(told, expected, "{colors}");
}

#[test]
fn what_reads_is_not_told() {
    check(THEME, "", &[]);
    check(THEME, "[colors]\nlink = { light = \"#8a1538\" }", &[]);
}

#[test]
fn a_pair_is_looked_at_in_both_schemes_and_every_tone() {
    check(
        THEME,
        "[colors]\nlink = { light = \"#ff8800\" }",
        &[
            "low-contrast campaign.toml link paper light 2.39 4.5",
            "low-contrast campaign.toml link paper light 2.23 4.5",
        ],
    );
    check(
        THEME,
        "[colors]\nlink = { dark = \"#0a4a5a\" }",
        &["low-contrast campaign.toml link paper dark 1.87 4.5"],
    );
    let theme = THEME.replace("#7b7b7b", "#a0a0a0");
    check(
        &theme,
        "",
        &[
            "low-contrast themes/plain/theme.toml edge paper light 2.61 3",
            "low-contrast themes/plain/theme.toml edge paper light 2.44 3",
        ],
    );
}

#[test]
fn the_nearest_shade_passes_everywhere() {
    let (_, faults) = campaign(THEME, "[colors]\nlink = { light = \"#ff8800\" }");
    let shade = |fault: &Diagnostic| {
        let found = fault.arguments.iter().find(|(name, _)| *name == "shade");
        found.unwrap().1.clone()
    };
    assert_eq!(shade(&faults[0]), shade(&faults[1]));
    assert_eq!(
        faults[0].suggestion,
        Some(format!("\"{}\"", shade(&faults[0])))
    );
    let color = Color::read(&shade(&faults[0])).unwrap();
    for paper in ["#ffffff", "#f3f8fc"] {
        assert!(color.contrast(Color::read(paper).unwrap()) >= 4.5);
    }
    let mended = format!("[colors]\nlink = {{ light = \"{color}\" }}");
    check(THEME, &mended, &[]);
}

#[test]
fn colours_have_names_and_forms() {
    check(
        THEME,
        "[colors]\nlnk = \"#000\"",
        &["invalid-value campaign.toml colors lnk \"ink\""],
    );
    let forms =
        "\"#0a4a5a\", \"oklch(38% 0.065 220)\", { light = \"#0a4a5a\", dark = \"#92dce9\" }";
    check(
        THEME,
        "[colors]\nlink = \"blue\"",
        &[&format!("invalid-value campaign.toml link blue {forms}")],
    );
    check(
        &THEME.replace(
            "background = \"paper\", minimum = 3",
            "background = \"papre\", minimum = 3",
        ),
        "",
        &["invalid-value themes/plain/theme.toml colors papre \"paper\""],
    );
}

#[test]
fn own_colours_are_a_style_sheet_and_only_then() {
    let page = |colors: &str| {
        let compiled = campaign(THEME, colors).0.unwrap();
        let file = compiled
            .render(&Route::new(["en/index.html"]))
            .unwrap()
            .value;
        let sheet = file.references.iter().next().map(|route| {
            let sheet = compiled.render(route).unwrap().value.bytes;
            String::from_utf8(sheet).unwrap()
        });
        (String::from_utf8(file.bytes).unwrap(), sheet)
    };
    let (html, sheet) = page("");
    assert!(!html.contains("stylesheet") && sheet.is_none());
    let (html, sheet) = page("[colors]\nlink = { light = \"#8a1538\" }");
    assert!(html.contains("href=\"../assets/tokens."), "{html}");
    assert_eq!(
        sheet.unwrap(),
        "@media screen and (prefers-color-scheme:light){:root,[data-tone]{--link:#8a1538;}}\n"
    );
}

#[test]
fn every_pair_of_the_theme_that_comes_along_reads() {
    let theme = include_str!("../../themes/faro/theme.toml");
    check(theme, "", &[]);
}

#[test]
fn the_theme_declares_the_colours_that_its_style_sheet_has() {
    let sheet = include_str!("../../themes/faro/assets/faro.css").replace(": oklch", ":oklch");
    let declared = include_str!("../../themes/faro/theme.toml").lines();
    let mut count = 0;
    for line in declared.filter(|line| !line.starts_with(['#', ' '])) {
        let Some((name, value)) = line.split_once(" = ") else {
            continue;
        };
        for color in value.split('"').filter(|part| part.starts_with("oklch(")) {
            assert!(
                sheet.contains(&format!("--{name}:{color}")),
                "{name}: {color}"
            );
            count += 1;
        }
    }
    assert!(count > 40);
}
