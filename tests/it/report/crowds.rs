//! Many faults at once: a person is told the few that matter.

use campaign::diagnostic::{Diagnostic, Place};
use campaign::rules;
use campaign::source::{Snapshot, Source, SourcePath};
use campaign::world::report::*;

use super::text_of;

#[test]
fn of_ten_thousand_faults_a_person_is_told_the_first() {
    let text = "A line with a fault in it.\n".repeat(10_000);
    let sources = Snapshot::new([Source::new("content/en.md", text.as_bytes())]);
    let path = SourcePath::from("content/en.md");
    let faults: Vec<Diagnostic> = (0..10_000)
        .map(|line| {
            let start = line * 27 + 14;
            Diagnostic::new(&rules::RAW_HTML)
                .with("element", "<b>")
                .at(Place::new(&path, start..start + 5))
                .suggest(Some("x"))
        })
        .collect();
    let voice = Voice::new(Language::English);
    let report = text_of(&faults, &sources, &voice);
    let expected = "error[raw-html]: The text contains HTML: <b>. 10,000 times in 1 file.\n";
    assert!(report.starts_with(expected), "{report}");
    assert!(report.contains("… and 9,992 more\n"), "{report}");
    assert!(report.lines().count() < 20, "{report}");
    let expected = "10,000 × raw-html. Of what is counted together, the first places are shown; \
        “--format json” lists every one.\n10,000 errors\n";
    assert!(report.ends_with(expected), "{report}");
    assert_eq!(
        json(&faults, &sources, &voice).matches("\"rule\"").count(),
        10_000
    );
}

/// A folder of translations in which nearly every page is the original once more.
#[test]
fn a_folder_in_the_wrong_language_is_one_finding() {
    let english = "You can call at any time, and you do not have to say your name. \
        They will not tell anybody what you say, and they can help you find a place.\n";
    let settings = "source_locale = \"en\"\nbase_url = \"https://example.org\"\n\
        [locales.en]\nname = \"English\"\n[locales.es]\nname = \"Español\"\n";
    let mut files = vec![("campaign.toml".to_owned(), settings.to_owned())];
    for page in 0..30 {
        for locale in ["en", "es"] {
            let body = match (locale, page) {
                ("es", 29) => "Puede llamar a toda hora, y no tiene que decir cómo se llama.\n",
                _ => english,
            };
            let text =
                format!("+++\ntitle = \"{page}\"\n+++\n\n{body}\n[{page}](../gone-{page}/)\n");
            files.push((format!("content/p{page:02}/{locale}.md"), text));
        }
    }
    let sources = files.iter();
    let sources =
        Snapshot::new(sources.map(|(path, text)| Source::new(path.as_str(), text.as_bytes())));
    let (_, mut faults) = crate::campaign::compiled(&sources);
    campaign::diagnostic::sort(&mut faults);
    let told = |language| text_of(&faults, &sources, &Voice::new(language));
    let english = told(Language::English);
    let expected = "error[wrong-language]: 29 of 30 pages in “es” are in English.\n |\n \
        = 29 ×: content/p00/es.md\n         content/p01/es.md\n";
    assert!(english.starts_with(expected), "{english}");
    assert_eq!(english.matches("[wrong-language]").count(), 1);
    assert!(
        english.contains("error[broken-link]: 60 links in 60 files lead nowhere.\n"),
        "{english}"
    );
    assert!(
        english.contains("2 ×: The link to “../gone-0/” leads nowhere"),
        "{english}"
    );
    assert!(
        english.contains("50 ×: more of the same kind\n"),
        "{english}"
    );
    let spanish = told(Language::Spanish);
    let expected = "error[wrong-language]: 29 de 30 páginas en «es» están en inglés.\n";
    assert!(spanish.starts_with(expected), "{spanish}");
    // Programs get each of them.
    let each = json(&faults, &sources, &Voice::new(Language::English));
    assert_eq!(each.matches("\"rule\": \"wrong-language\"").count(), 29);
}
