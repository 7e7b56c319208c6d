//! What keeps a visitor safe: exits, words that tell, contacts that leave a trace, and weight. Each
//! test is a small campaign in which one thing is wrong.

use std::collections::BTreeSet;

use campaign::compile::{Compiled, Options, compile};
use campaign::diagnostic::Diagnostic;
use campaign::model::route::Route;
use campaign::source::{Snapshot, Source};

/// A campaign of one discreet audience with an exit, in which nothing is wrong.
#[derive(Clone)]
struct Example {
    files: Vec<(String, String)>,
}

const SETTINGS: &str = r#"
source_locale = "en"
theme = "plain"
base_url = "https://example.org"
# Most of these campaigns change one language only.
[rules]
structure-differs = "off"
facts-differ = "off"
length-out-of-proportion = "off"
message-missing-in-locale = "off"
[locales.en]
name = "English"
[locales.es]
name = "Español"
[audiences.survivors]
slug = "help"
discreet = true
exit = true
exit_url = "https://weather.example/"
safety_page = "safety"
"#;

const BASE: &str = r#"<!DOCTYPE html><html lang="{{ edition.locale }}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{ head.csp }}">
<title>{{ head.title }}</title><meta name="description" content="{{ head.description }}">
<link rel="stylesheet" href="{{ asset(path="plain.css") }}"></head><body>
{% if edition.exit %}<a data-exit data-single-entry="{{ edition.exit.single_entry }}"
 data-neutral-title="{{ edition.exit.neutral_title }}" href="{{ edition.exit.url }}">exit</a>
{% if edition.exit.safety_url %}<a data-safety href="{{ edition.exit.safety_url }}">safety</a>{% endif %}{% endif %}
{% if page %}{{ page.content }}{% endif %}</body></html>"#;

impl Example {
    fn new() -> Self {
        let safety = "safety-history-not-erased = a\nsafety-spyware = b\nsafety-other-device = c\n";
        let files = [
            ("campaign.toml", SETTINGS.to_owned()),
            (
                "content/en.md",
                "+++\ntitle = \"Start\"\n+++\nHello.\n".to_owned(),
            ),
            (
                "content/es.md",
                "+++\ntitle = \"Inicio\"\n+++\nHola.\n".to_owned(),
            ),
            (
                "content/safety/en.md",
                "+++\ntitle = \"With care\"\n+++\nText.\n".to_owned(),
            ),
            (
                "content/safety/es.md",
                "+++\ntitle = \"Con cuidado\"\nslug = \"cuidado\"\n+++\nTexto.\n".to_owned(),
            ),
            (
                "locales/en/a.ftl",
                format!(
                    "audience-survivors = A\ncampaign-title = Against it\ncampaign-title-discreet = Guide\n{safety}"
                ),
            ),
            (
                "locales/es/a.ftl",
                format!(
                    "audience-survivors = A\ncampaign-title = En contra\ncampaign-title-discreet = Guía\n{safety}"
                ),
            ),
            ("themes/plain/templates/page.html", BASE.to_owned()),
            ("themes/plain/templates/chooser.html", BASE.to_owned()),
            ("themes/plain/templates/not-found.html", BASE.to_owned()),
            ("themes/plain/templates/redirect.html", BASE.to_owned()),
            ("themes/plain/assets/plain.css", "a{color:#000}".to_owned()),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text));
        Self {
            files: files.into(),
        }
    }

    /// The same with one file replaced or added.
    fn with(mut self, path: &str, text: &str) -> Self {
        self.files.retain(|(known, _)| known != path);
        self.files.push((path.to_owned(), text.to_owned()));
        self
    }

    /// The same with other words in campaign.toml.
    fn setting(self, from: &str, to: &str) -> Self {
        let settings = &self
            .files
            .iter()
            .find(|(path, _)| path == "campaign.toml")
            .unwrap()
            .1;
        assert!(settings.contains(from));
        let settings = settings.replace(from, to);
        self.with("campaign.toml", &settings)
    }

    fn without(mut self, path: &str) -> Self {
        self.files.retain(|(known, _)| known != path);
        self
    }

    fn compile(&self) -> (Option<Compiled>, Vec<Diagnostic>) {
        let sources = self
            .files
            .iter()
            .map(|(path, text)| Source::new(path.as_str(), text.as_bytes()));
        let snapshot = Snapshot::new(sources);
        let options = Options {
            today: "2026-11-24".parse().unwrap(),
            drafts: false,
            base_url: None,
        };
        let compiled = compile(&snapshot, &options);
        (compiled.value, compiled.diagnostics)
    }

    /// Everything that is wrong: rule, path and arguments, each once.
    fn faults(&self) -> Vec<String> {
        let (compiled, mut faults) = self.compile();
        if let Some(compiled) = compiled {
            for route in compiled.site.entries.keys() {
                let file = compiled.render(route).unwrap();
                faults.extend(file.diagnostics);
                faults.extend(compiled.inspect(route, &file.value));
            }
        }
        let told: BTreeSet<String> = faults.iter().map(told).collect();
        told.into_iter().collect()
    }

    fn page(&self, route: &str) -> String {
        let compiled = self.compile().0.unwrap();
        let file = compiled.render(&Route::new([route])).unwrap().value;
        String::from_utf8(file.bytes).unwrap()
    }
}

fn told(fault: &Diagnostic) -> String {
    let path = fault.place.as_ref().map_or("", |place| place.path.as_str());
    let arguments: Vec<&str> = fault
        .arguments
        .iter()
        .map(|(_, value)| value.as_str())
        .collect();
    format!("{} {path} {}", fault.rule.id, arguments.join(" "))
}

fn check(example: Example, expected: &[&str]) {
    assert_eq!(example.faults(), expected);
}

#[test]
fn nothing_is_wrong_with_the_example() {
    check(Example::new(), &[]);
}

#[test]
fn an_exit_leads_somewhere_in_every_language() {
    let example = Example::new().setting(
        "exit_url = \"https://weather.example/\"",
        "exit_url = { en = \"https://weather.example/\" }",
    );
    check(example, &["missing-exit campaign.toml survivors es"]);
}

#[test]
fn an_exit_leads_somewhere_safe() {
    let to = |url: &str| Example::new().setting("https://weather.example/", url);
    check(
        to("http://weather.example/"),
        &["unsafe-exit campaign.toml http://weather.example/ scheme"],
    );
    check(
        to("weather"),
        &["unsafe-exit campaign.toml weather address"],
    );
    check(
        to("https://example.org/other/"),
        &["unsafe-exit campaign.toml https://example.org/other/ host"],
    );
    check(
        to("https://weather.example/?q=x"),
        &["unsafe-exit campaign.toml https://weather.example/?q=x query"],
    );
    check(
        to("https://www.google.com/"),
        &["personal-exit campaign.toml https://www.google.com/"],
    );
}

#[test]
fn an_exit_goes_with_a_safety_page_in_every_language() {
    check(
        Example::new().without("content/safety/es.md"),
        &["missing-safety-page campaign.toml survivors/es"],
    );
    check(
        Example::new().setting("safety_page = \"safety\"", ""),
        &[
            "missing-safety-page campaign.toml survivors/en",
            "missing-safety-page campaign.toml survivors/es",
        ],
    );
    check(
        Example::new().with(
            "locales/es/a.ftl",
            "audience-survivors = A\ncampaign-title = En contra\ncampaign-title-discreet = Guía\nsafety-spyware = b\nsafety-other-device = c\n",
        ),
        &["missing-safety-message campaign.toml safety-history-not-erased es"],
    );
}

#[test]
fn a_template_sees_the_exit_of_its_language_and_page() {
    let example = Example::new().setting(
        "exit_url = \"https://weather.example/\"",
        "exit_url = { en = \"https://weather.example/\", es = \"https://tiempo.example/\" }",
    );
    let page = example.page("help/es/cuidado/index.html");
    assert!(page.contains("href=\"https://tiempo.example/\""), "{page}");
    assert!(page.contains("data-single-entry=\"true\""), "{page}");
    assert!(page.contains("data-neutral-title=\"Guía\""), "{page}");
    let home = example.page("help/es/index.html");
    assert!(
        home.contains("data-safety href=\"../es/cuidado/index.html\""),
        "{home}"
    );
    let missing = example.page("help/es/404.html");
    assert!(
        missing.contains("data-safety href=\"/help/es/cuidado/"),
        "{missing}"
    );
    let door = example.page("help/index.html");
    assert!(
        door.contains("data-safety href=\"en/safety/index.html\""),
        "{door}"
    );

    let off = example.setting("exit = true", "exit = false");
    assert!(!off.page("help/es/index.html").contains("data-exit"));
    let normal = Example::new().setting("exit = true", "exit = true\nnavigation = \"normal\"");
    assert!(
        normal
            .page("help/es/index.html")
            .contains("data-single-entry=\"false\"")
    );
}

#[test]
fn words_that_tell_are_found_where_a_browser_shows_them() {
    let home =
        |head: &str| Example::new().with("content/en.md", &format!("+++\n{head}\n+++\nHello.\n"));
    check(
        home("title = \"Human trafficking\""),
        &["topic-word content/en.md trafficking title survivors/en"],
    );
    check(
        home("title = \"Start\"\ndescription = \"For victims.\""),
        &["topic-word content/en.md victims description survivors/en"],
    );
    // The first paragraph stands in for a description.
    check(
        Example::new().with(
            "content/es.md",
            "+++\ntitle = \"Inicio\"\n+++\nPara víctimas.\n",
        ),
        &["topic-word content/es.md víctimas description survivors/es"],
    );
    check(
        Example::new().with(
            "content/safety/es.md",
            "+++\ntitle = \"Con cuidado\"\nslug = \"victimas\"\n+++\nTexto.\n",
        ),
        &["topic-word content/safety/es.md victimas address survivors/es"],
    );
    check(
        Example::new().setting("slug = \"help\"", "slug = \"survivors\""),
        &["topic-word campaign.toml survivors address survivors"],
    );
    check(
        Example::new().setting("https://example.org", "https://stop-trafficking.example"),
        &["topic-word campaign.toml trafficking host survivors"],
    );
    check(
        Example::new()
            .with("locales/en/a.ftl", "audience-survivors = A\ncampaign-title-discreet = Police\nsafety-history-not-erased = a\nsafety-spyware = b\nsafety-other-device = c\n"),
        &[
            "topic-word campaign.toml Police title survivors",
            "topic-word locales/en/a.ftl Police title survivors/en",
        ],
    );
    // What only the text says is for the reader.
    check(
        home("title = \"Start\"\ndescription = \"Plain.\"").with(
            "content/en.md",
            "+++\ntitle = \"Start\"\ndescription = \"Plain.\"\n+++\nThis is trafficking.\n",
        ),
        &[],
    );
    // Others may say what they are about.
    check(
        home("title = \"Human trafficking\"").setting("discreet = true", "discreet = false"),
        &[],
    );
}

#[test]
fn names_of_files_are_words_too() {
    let image = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";
    let example = Example::new().with("content/victim.svg", image).with(
        "content/en.md",
        "+++\ntitle = \"Start\"\n+++\nHello.\n\n![A](victim.svg)\n",
    );
    check(
        example,
        &["topic-word content/en.md victim file survivors/en"],
    );
}

#[test]
fn contacts_that_leave_a_trace_are_told() {
    let mail = "+++\ntitle = \"Start\"\n+++\nHello. [Write](mailto:a@example.org)\n";
    check(
        Example::new().with("content/en.md", mail),
        &["traceable-contact content/en.md mailto: survivors/en"],
    );
    let form = BASE.replace("{% if page %}", "<form></form>{% if page %}");
    let example = Example::new().with("themes/plain/templates/not-found.html", &form);
    check(
        example,
        &[
            "traceable-contact campaign.toml <form> survivors",
            "traceable-contact campaign.toml <form> survivors/en",
            "traceable-contact campaign.toml <form> survivors/es",
        ],
    );
}

/// Text that does not compress well: the digits of a simple sequence.
fn noise(length: usize) -> String {
    let mut state: u32 = 1;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + u8::try_from((state >> 24) % 26).unwrap())
    };
    (0..length).map(|_| next()).collect()
}

#[test]
fn a_page_costs_no_more_than_its_budget() {
    let page = format!(
        "+++\ntitle = \"Start\"\ndescription = \"d\"\n+++\n{}\n",
        noise(2_200)
    );
    let tight = "discreet = true\nbudget = { kilobytes = 1, requests = 5 }";
    let example = Example::new()
        .setting("discreet = true", tight)
        .with("content/en.md", &page);
    check(
        example.clone(),
        &["overweight-page content/en.md help/en/index.html 2 kB 1 kB 2 5"],
    );
    let wide = example.setting("kilobytes = 1", "kilobytes = 2");
    check(wide, &[]);
    // Text that repeats itself is light however long it is.
    let long = "word ".repeat(2_000);
    let page = format!("+++\ntitle = \"Start\"\ndescription = \"d\"\n+++\n{long}\n");
    check(
        Example::new()
            .setting("discreet = true", tight)
            .with("content/en.md", &page),
        &[],
    );
}

#[test]
fn a_page_asks_for_no_more_than_its_budget() {
    let image = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";
    let mut page = String::from("+++\ntitle = \"Start\"\ndescription = \"d\"\n+++\n");
    let mut example = Example::new();
    for number in 0..4 {
        // Twice on the page is once over the net.
        page.push_str(&format!("![A](i{number}.svg) ![B](i{number}.svg)\n\n"));
        example = example.with(
            &format!("content/i{number}.svg"),
            &format!("{image}<!--{number}-->"),
        );
    }
    let example = example.with("content/en.md", &page);
    check(
        example,
        &["overweight-page content/en.md help/en/index.html 1 kB 50 kB 6 5"],
    );
}
