//! The registers of facts, on small campaigns in memory: what is wrong with a line or a figure, who
//! is told, and what the pages then say.

mod directory;
mod facts;
mod figures;
mod lines;
mod numbers;

use std::collections::BTreeMap;

use campaign::compile::{Compiled, Options, compile};
use campaign::diagnostic::Diagnostic;
use campaign::source::{Snapshot, Source};

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
