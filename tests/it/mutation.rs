//! The audit proved by mutation: the example campaign's own output is harmed in every way that the
//! audit promises to see, and every harm must be seen. Detection rates are printed by class
//! (`cargo test --test it mutation -- --nocapture`).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use campaign::compile::{self, Compiled, compile, prepare};
use campaign::diagnostic::Diagnostic;
use campaign::memo::Memo;
use campaign::model::audience::AudienceId;
use campaign::model::date::Date;
use campaign::model::document::{Kind, Node, Reading};
use campaign::model::route::Route;
use campaign::model::site::Scope;
use campaign::readback::{Options, Readback};
use campaign::source::{Snapshot, Source, SourcePath};
use campaign::world::disk;

type Files = BTreeMap<Route, Vec<u8>>;

/// The example campaign and everything it renders to.
struct Example {
    snapshot: Snapshot,
    compiled: Compiled,
    files: Files,
}

impl Example {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let snapshot = disk::read(root).unwrap().value;
        let compiled = compiled(&snapshot);
        let files = rendered(&compiled);
        Self {
            snapshot,
            compiled,
            files,
        }
    }

    fn readback(&self) -> Readback<'_> {
        let routes: Vec<&Route> = self.compiled.site.entries.keys().collect();
        Readback::new(
            &self.compiled.campaign,
            &self.compiled.site,
            &routes,
            &Options::default(),
        )
    }

    fn text(&self, route: &Route) -> &str {
        std::str::from_utf8(&self.files[route]).unwrap()
    }

    /// The files that are text.
    fn texts(&self) -> impl Iterator<Item = (&Route, &str)> {
        self.files
            .iter()
            .filter_map(|(route, bytes)| Some((route, std::str::from_utf8(bytes).ok()?)))
    }

    /// The pages that are rendered from a source.
    fn pages_of(&self, source: &SourcePath) -> impl Iterator<Item = &Route> {
        let pages = self
            .compiled
            .site
            .editions
            .iter()
            .flat_map(|edition| &edition.pages);
        pages
            .filter(move |page| page.source.as_ref() == Some(source))
            .map(|page| &page.route)
    }

    /// The audience whose file it is, as an index.
    fn audience(&self, route: &Route) -> Option<usize> {
        match self.compiled.site.entries.get(route)?.scope {
            Scope::Edition(edition) => Some(self.compiled.site.editions[edition].audience),
            Scope::Audience(audience) => Some(audience),
            Scope::Site => None,
        }
    }
}

fn options() -> compile::Options {
    compile::Options {
        today: Date::new(2026, 1, 15).unwrap(),
        drafts: false,
        base_url: None,
    }
}

fn compiled(snapshot: &Snapshot) -> Compiled {
    compile(snapshot, &options())
        .value
        .expect("the example compiles")
}

fn rendered(compiled: &Compiled) -> Files {
    let mut files = Files::new();
    let mut waiting: Vec<Route> = compiled.site.entries.keys().cloned().collect();
    while let Some(route) = waiting.pop() {
        if files.contains_key(&route) {
            continue;
        }
        let file = compiled.render(&route).unwrap().value;
        waiting.extend(file.references);
        files.insert(route, file.bytes);
    }
    files
}

fn concluded(example: &Example, files: &Files) -> Vec<Diagnostic> {
    let readback = example.readback();
    for (route, bytes) in files {
        readback.read(route, bytes);
    }
    readback.conclude()
}

/// A sequence of numbers that look drawn by lot and are the same in every run: xorshift64*.
struct Lot(u64);

impl Lot {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % limit
    }

    /// At most `count` of them, each as likely.
    fn some<T>(&mut self, mut all: Vec<T>, count: usize) -> Vec<T> {
        while all.len() > count {
            let at = self.below(all.len());
            all.swap_remove(at);
        }
        all
    }
}

/// How many mutants of a class were seen.
#[derive(Default)]
struct Tally {
    seen: usize,
    missed: Vec<String>,
}

impl Tally {
    fn add(&mut self, is_seen: bool, mutant: impl FnOnce() -> String) {
        match is_seen {
            true => self.seen += 1,
            false => self.missed.push(mutant()),
        }
    }

    /// Prints the rate and returns what was missed.
    fn told(self, class: &str) -> Vec<String> {
        let all = self.seen + self.missed.len();
        println!(
            "{class:34} {:5} of {all:5} mutants seen, {:.1} %",
            self.seen,
            100.0 * self.seen as f64 / all.max(1) as f64
        );
        self.missed
    }
}

fn assert_all(tally: Tally, class: &str, least: usize) {
    assert!(
        tally.seen + tally.missed.len() >= least,
        "{class}: too few mutants to say anything"
    );
    let missed = tally.told(class);
    assert!(
        missed.is_empty(),
        "{class}: missed\n{}",
        missed[..missed.len().min(20)].join("\n")
    );
}

fn errors(diagnostics: &[Diagnostic], rule: &str) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.rule.id == rule)
}

#[test]
fn the_example_as_it_is_gives_no_alarm() {
    let example = Example::new();
    let found = concluded(&example, &example.files);
    let found: Vec<String> = found
        .iter()
        .map(|diagnostic| format!("{}: {:?}", diagnostic.rule.id, diagnostic.arguments))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Every place in a text where a number of the register stands: in the form that is shown, or in
/// the one that is dialled.
fn numbers(example: &Example, text: &str) -> Vec<(usize, usize)> {
    let mut forms = BTreeSet::new();
    for channel in example
        .compiled
        .campaign
        .hotlines
        .values()
        .flat_map(|line| &line.channels)
    {
        let is_number = channel
            .display
            .chars()
            .all(|c| c.is_ascii_digit() || " -".contains(c));
        if is_number {
            forms.insert(channel.display.clone());
            let dial = channel.href.as_deref().unwrap_or_default();
            forms.insert(
                dial.trim_start_matches("https://wa.me/")
                    .chars()
                    .filter(char::is_ascii_digit)
                    .collect(),
            );
        }
    }
    let mut found = Vec::new();
    for form in forms.iter().filter(|form| !form.is_empty()) {
        for (at, _) in text.match_indices(form.as_str()) {
            let end = at + form.len();
            let is_part = |byte: Option<&u8>| {
                byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || b"-._/".contains(byte))
            };
            let before = text.as_bytes()[..at].last();
            // A link to WhatsApp has its number behind a slash.
            let is_bounded = (!is_part(before) || text[..at].ends_with("wa.me/"))
                && !text
                    .as_bytes()
                    .get(end)
                    .is_some_and(u8::is_ascii_alphanumeric);
            let is_covered = found.iter().any(|(start, stop)| at < *stop && end > *start);
            if is_bounded && !is_covered {
                found.push((at, end));
            }
        }
    }
    found
}

#[test]
fn a_changed_digit_is_seen_in_every_number_of_every_file() {
    let example = Example::new();
    let readback = example.readback();
    let mut lot = Lot(20_260_115);
    let mut places = Vec::new();
    for (route, text) in example.texts() {
        places.extend(
            numbers(&example, text)
                .into_iter()
                .map(|(start, end)| (route, start, end)),
        );
    }
    let mut tally = Tally::default();
    for (route, start, end) in places {
        let text = example.text(route);
        let digits: Vec<usize> = (start..end)
            .filter(|at| text.as_bytes()[*at].is_ascii_digit())
            .collect();
        let at = digits[lot.below(digits.len())];
        let mut bytes = text.as_bytes().to_vec();
        bytes[at] = b'0' + (bytes[at] - b'0' + 1 + lot.below(9) as u8) % 10;
        let found = readback.inspect(route, &bytes);
        tally.add(errors(&found, "output-number"), || {
            format!(
                "{route}: {}",
                String::from_utf8_lossy(&bytes[start.saturating_sub(30)..end + 20])
            )
        });
    }
    assert_all(tally, "numbers: one digit", 2000);
}

#[test]
fn channels_that_trade_places_or_go_are_seen() {
    let example = Example::new();
    let readback = example.readback();
    let (mut links, mut lines, mut emptied) =
        (Tally::default(), Tally::default(), Tally::default());
    let (mexico, states) = (
        ("tel:+528005533000", "800 553 3000"),
        ("tel:+18883737888", "1-888-373-7888"),
    );
    for (route, text) in example
        .texts()
        .filter(|(_, text)| text.contains(mexico.0) && text.contains(states.0))
    {
        let swapped = text
            .replace(mexico.0, "\0")
            .replace(states.0, mexico.0)
            .replace('\0', states.0);
        links.add(
            errors(
                &readback.inspect(route, swapped.as_bytes()),
                "output-number",
            ),
            || route.to_string(),
        );
        let both = swapped
            .replace(mexico.1, "\0")
            .replace(states.1, mexico.1)
            .replace('\0', states.1);
        lines.add(
            errors(&readback.inspect(route, both.as_bytes()), "output-number"),
            || route.to_string(),
        );
        let at = text.find(mexico.0).unwrap();
        let start = at + text[at..].find('>').unwrap() + 1;
        let end = start + text[start..].find("</a>").unwrap();
        let gone = format!("{}{}", &text[..start], &text[end..]);
        emptied.add(
            errors(&readback.inspect(route, gone.as_bytes()), "output-number"),
            || route.to_string(),
        );
    }
    assert_all(links, "channels: links swapped", 20);
    assert_all(lines, "channels: lines swapped", 20);
    assert_all(emptied, "channels: link emptied", 20);
}

#[test]
fn a_channel_dropped_in_one_language_is_seen() {
    let example = Example::new();
    let mut lot = Lot(7);
    let with_link: Vec<&Route> = example
        .texts()
        .filter(|(route, text)| {
            let entry = example.compiled.site.entries.get(*route);
            let is_page = entry.is_some_and(|entry| {
                matches!(
                    entry.recipe,
                    campaign::model::site::Recipe::Page { number: 1, .. }
                )
            });
            is_page && text.contains("<a class=\"tel nobreak\" href=\"tel:")
        })
        .map(|(route, _)| route)
        .collect();
    let mut tally = Tally::default();
    for route in lot.some(with_link, 5) {
        let text = example.text(route);
        let start = text.find("<a class=\"tel nobreak\" href=\"tel:").unwrap();
        let end = start + text[start..].find("</a>").unwrap() + "</a>".len();
        let mut files = example.files.clone();
        files.insert(
            route.clone(),
            format!("{}{}", &text[..start], &text[end..]).into_bytes(),
        );
        tally.add(
            errors(&concluded(&example, &files), "numbers-differ"),
            || route.to_string(),
        );
    }
    assert_all(tally, "channels: dropped", 4);
}

/// Letters and digits in lower case, one space between words.
fn plain(text: &str) -> String {
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// A file without its tags, references resolved as far as ours go.
fn without_tags(text: &str) -> String {
    let mut out = String::new();
    for part in text.split('<') {
        out.push(' ');
        out.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    out.replace("&amp;", "&")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
}

/// Everything that an audience gets to read, to tell what is no secret from it. Naive on purpose:
/// the audit has its own way of knowing.
fn readable(example: &Example, audience: usize) -> String {
    let campaign = &example.compiled.campaign;
    let files = example
        .texts()
        .filter(|(route, _)| example.audience(route) == Some(audience));
    // What stands in attributes, too.
    let files = files.flat_map(|(_, text)| [plain(&without_tags(text)), plain(text)]);
    // What a message or a register says, a template may say to anybody.
    let messages = campaign.messages.resources.iter();
    let messages = messages.map(|resource| plain(&resource.text));
    let registers = [
        format!("{:?}", campaign.hotlines),
        format!("{:?}", campaign.claims),
    ];
    let registers = registers.iter().map(|text| plain(text));
    let all = files.chain(messages).chain(registers);
    all.map(|text| format!(" {text} ")).collect()
}

/// A text and whose it is.
struct Secret {
    text: String,
    source: String,
    /// The audiences, as indexes, that may read it.
    readers: BTreeSet<usize>,
}

/// Every paragraph and heading of the example that not all audiences may read.
fn secrets(example: &Example) -> Vec<Secret> {
    let audiences: Vec<AudienceId> = example
        .compiled
        .campaign
        .settings
        .audiences
        .iter()
        .map(|audience| audience.id.clone())
        .collect();
    let mut found = Vec::new();
    for page in example.compiled.campaign.pages.values() {
        for translation in &page.translations {
            let mut blocks: BTreeMap<(usize, usize), Secret> = BTreeMap::new();
            for (index, audience) in audiences.iter().enumerate() {
                let is_shown = example.compiled.site.editions.iter().any(|edition| {
                    edition.audience == index
                        && edition
                            .pages
                            .iter()
                            .any(|page| page.source.as_ref() == Some(&translation.path))
                });
                let reading = translation.document.for_audience(audience);
                for node in reading.descendants().filter(|node| is_block(reading, node)) {
                    let secret = blocks
                        .entry((node.span.start, node.span.end))
                        .or_insert_with(|| Secret {
                            text: reading.text(node),
                            source: translation.path.to_string(),
                            readers: BTreeSet::new(),
                        });
                    if is_shown {
                        secret.readers.insert(index);
                    }
                }
            }
            found.extend(
                blocks
                    .into_values()
                    .filter(|secret| secret.readers.len() < audiences.len()),
            );
        }
    }
    found
}

fn is_block<'a>(reading: Reading<'a>, node: &'a Node) -> bool {
    matches!(node.kind, Kind::Paragraph | Kind::Heading { .. })
        && !reading.descendants_of(node).any(|node| {
            matches!(
                node.kind,
                Kind::Component(_) | Kind::Message { .. } | Kind::Image { .. }
            )
        })
}

/// The ways in which a text can get into a page or feed.
const FORMS: [&str; 6] = [
    "plain",
    "references",
    "percent",
    "attribute",
    "base64",
    "split",
];

fn smuggled(text: &str, form: &str, page: &str) -> String {
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;");
    let piece = match form {
        "plain" => format!("<p>{escaped}</p>"),
        "references" => format!(
            "<p>{}</p>",
            text.chars()
                .map(|c| format!("&#x{:X};", c as u32))
                .collect::<String>()
        ),
        "percent" => format!(
            "<p><a href=\"https://example.net/?text={}\">x</a></p>",
            text.bytes()
                .map(|byte| format!("%{byte:02X}"))
                .collect::<String>()
        ),
        "attribute" => format!("<p title=\"{escaped}\">x</p>"),
        "base64" => format!("<p data-note=\"{}\">x</p>", base64(text.as_bytes())),
        _ => {
            let words: Vec<String> = escaped
                .split(' ')
                .map(|word| format!("<b>{word}</b>"))
                .collect();
            format!("<p>{}</p>", words.join(" "))
        }
    };
    page.replacen("</main>", &format!("{piece}</main>"), 1)
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for at in 0..=chunk.len() {
            out.push(ALPHABET[(bits >> (18 - 6 * at) & 63) as usize] as char);
        }
    }
    out
}

#[test]
fn a_block_that_moves_to_another_audience_is_seen_in_every_form() {
    let example = Example::new();
    let readback = example.readback();
    let mut lot = Lot(42);
    let audiences = example.compiled.campaign.settings.audiences.len();
    let readable: Vec<String> = (0..audiences)
        .map(|audience| readable(&example, audience))
        .collect();
    let pages: Vec<Vec<&Route>> = (0..audiences)
        .map(|audience| {
            let own = example.texts().filter(|(route, text)| {
                example.audience(route) == Some(audience) && text.contains("</main>")
            });
            own.map(|(route, _)| route).collect()
        })
        .collect();
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for secret in lot.some(secrets(&example), 400) {
        for audience in (0..audiences).filter(|audience| !secret.readers.contains(audience)) {
            let said = plain(&secret.text);
            let is_secret =
                said.split(' ').count() >= 3 && !readable[audience].contains(&format!(" {said} "));
            if !is_secret {
                continue;
            }
            let route = pages[audience][lot.below(pages[audience].len())];
            // Too short a text in base64 looks like any other word.
            let forms = FORMS
                .iter()
                .filter(|form| **form != "base64" || secret.text.len() >= 40);
            let forms: Vec<&&str> = forms.collect();
            let form = forms[lot.below(forms.len())];
            let mutant = smuggled(&secret.text, form, example.text(route));
            let found = readback.inspect(route, mutant.as_bytes());
            tallies
                .entry(form)
                .or_default()
                .add(errors(&found, "leak"), || {
                    format!("{}: {} in {route}", secret.source, secret.text)
                });
        }
    }
    for form in FORMS {
        assert_all(
            tallies.remove(form).unwrap_or_default(),
            &format!("blocks moved: {form}"),
            20,
        );
    }
}

#[test]
fn a_removed_fence_is_seen() {
    let example = Example::new();
    let readback = example.readback();
    let audiences = example.compiled.campaign.settings.audiences.len();
    let readable: Vec<String> = (0..audiences)
        .map(|audience| readable(&example, audience))
        .collect();
    let mut tally = Tally::default();
    let memo = Memo::default();
    for source in example
        .snapshot
        .under("content")
        .filter(|source| source.path.extension() == Some("md"))
    {
        let text = source.text().unwrap().into_owned();
        for mutant in without_each_fence(&text) {
            let sources = example
                .snapshot
                .iter()
                .map(|own| match own.path == source.path {
                    true => Source::new(source.path.clone(), mutant.clone().into_bytes()),
                    false => own.clone(),
                });
            let harmed = prepare(&Snapshot::new(sources), &options(), &memo);
            let harmed = harmed.value.expect("the example compiles");
            let mut is_seen = false;
            let mut tells = false;
            for route in example.pages_of(&source.path) {
                let before = &example.files[route];
                let Some(audience) = example.audience(route) else {
                    continue;
                };
                let Some(file) = harmed.render(route) else {
                    continue;
                };
                if file.value.bytes == *before {
                    continue;
                }
                let after = String::from_utf8(file.value.bytes).unwrap();
                tells |= tells_more(&after, &readable[audience]);
                is_seen |= errors(&readback.inspect(route, after.as_bytes()), "leak");
            }
            // A fence around what everybody may read elsewhere keeps no secret.
            if tells {
                tally.add(is_seen, || format!("{}: {}", source.path, mutant.len()));
            }
        }
    }
    assert_all(tally, "fences removed", 1);
}

/// Whether a file says something of at least eight words that its audience read nowhere before.
fn tells_more(file: &str, readable: &str) -> bool {
    let text = without_tags(file);
    text.split('\n')
        .map(plain)
        .any(|line| line.split(' ').count() >= 8 && !readable.contains(&line))
}

/// A text without one fence, for each that it has.
fn without_each_fence(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.split('\n').collect();
    let is_fence = |line: &str| {
        let rest = line.trim_start_matches(':');
        line.starts_with(":::")
            && ["for ", "not-for "]
                .iter()
                .any(|name| rest.trim_start().starts_with(name))
    };
    let mut mutants = Vec::new();
    for (start, line) in lines.iter().enumerate().filter(|(_, line)| is_fence(line)) {
        let colons = line.len() - line.trim_start_matches(':').len();
        let closer = ":".repeat(colons);
        let Some(end) = lines[start..]
            .iter()
            .position(|line| line.trim_end() == closer)
        else {
            continue;
        };
        let kept = lines
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != start && *at != start + end);
        mutants.push(kept.map(|(_, line)| *line).collect::<Vec<_>>().join("\n"));
    }
    mutants
}

#[test]
fn titles_and_slugs_of_others_are_seen() {
    let example = Example::new();
    let readback = example.readback();
    let mut lot = Lot(11);
    let settings = &example.compiled.campaign.settings;
    let (mut titles, mut slugs) = (Tally::default(), Tally::default());
    for (index, audience) in settings.audiences.iter().enumerate() {
        let said = readable(&example, index);
        let own: Vec<&Route> = example
            .texts()
            .filter(|(route, text)| {
                example.audience(route) == Some(index) && text.contains("</main>")
            })
            .map(|(route, _)| route)
            .collect();
        let paths: BTreeSet<String> = example
            .files
            .keys()
            .flat_map(|route| {
                route
                    .as_str()
                    .split('/')
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .filter(|part| {
                own.iter()
                    .any(|route| route.as_str().split('/').any(|own| own == part))
            })
            .collect();
        for page in example.compiled.campaign.pages.values() {
            for translation in page
                .translations
                .iter()
                .filter(|translation| !translation.is_for(&audience.id))
            {
                let route = own[lot.below(own.len())];
                let title = &translation.front.title;
                if !said.contains(&format!(" {} ", plain(title))) && plain(title).len() >= 5 {
                    let link = format!("<p><a href=\"#part-content\">{title}</a></p></main>");
                    let mutant = example.text(route).replacen("</main>", &link, 1);
                    titles.add(
                        errors(&readback.inspect(route, mutant.as_bytes()), "leak"),
                        || format!("{title} in {route}"),
                    );
                }
                let slug = translation.front.slug.as_deref().unwrap_or(page.key.name());
                let is_telling = slug.len() >= 5
                    && !paths.contains(slug)
                    && !said.contains(&format!(" {} ", plain(slug)));
                if is_telling {
                    let link = format!("<p data-page=\"/x/{slug}/\">x</p></main>");
                    let mutant = example.text(route).replacen("</main>", &link, 1);
                    slugs.add(
                        errors(&readback.inspect(route, mutant.as_bytes()), "leak"),
                        || format!("{slug} in {route}"),
                    );
                }
            }
        }
    }
    assert_all(titles, "audiences: titles", 20);
    assert_all(slugs, "audiences: slugs", 10);
}

#[test]
fn two_pages_of_one_title_are_seen() {
    let example = Example::new();
    let title = |route: &Route| {
        let text = example.text(route);
        let start = text.find("<title>").unwrap();
        let end = text.find("</title>").unwrap();
        text[start..end].to_owned()
    };
    let (first, second) = (
        Route::new(["en/signs/index.html"]),
        Route::new(["en/about/index.html"]),
    );
    let mut files = example.files.clone();
    let text = example
        .text(&second)
        .replacen(&title(&second), &title(&first), 1);
    files.insert(second, text.into_bytes());
    assert!(errors(&concluded(&example, &files), "repeated-title"));
}

#[test]
fn a_link_that_leads_nowhere_is_seen() {
    let example = Example::new();
    let readback = example.readback();
    let mut lot = Lot(3);
    let mut places = Vec::new();
    for (route, text) in example
        .texts()
        .filter(|(route, _)| route.as_str().ends_with(".html"))
    {
        for (at, _) in text.match_indices("href=\"") {
            let start = at + "href=\"".len();
            let end = start + text[start..].find('"').unwrap();
            let href = &text[start..end];
            if href.ends_with("/index.html")
                || (href.starts_with('#') && href.len() > 1)
                || href.contains("assets/")
            {
                places.push((route, start, end));
            }
        }
    }
    let mut tally = Tally::default();
    for (route, start, end) in lot.some(places, 600) {
        let mut text = example.text(route).to_owned();
        // A letter behind the name: a page that is not there, or an id.
        let end = text[start..end]
            .rfind("/index.html")
            .map_or(end, |at| start + at);
        text.insert(end, 'z');
        let found = readback.inspect(route, text.as_bytes());
        tally.add(errors(&found, "output-link"), || {
            format!("{route}: {}", &text[start..=end])
        });
    }
    assert_all(tally, "links: misspelt", 300);
}

#[test]
fn a_file_that_is_not_there_or_not_meant_is_seen() {
    let example = Example::new();
    let mut lot = Lot(5);
    let (mut dropped, mut renamed) = (Tally::default(), Tally::default());
    for route in lot.some(example.files.keys().collect(), 5) {
        let mut files = example.files.clone();
        let bytes = files.remove(route).unwrap();
        dropped.add(errors(&concluded(&example, &files), "output-link"), || {
            route.to_string()
        });
        let other = Route::new(["elsewhere", route.as_str()]);
        let found = example.readback().inspect(&other, &bytes);
        renamed.add(errors(&found, "output-structure"), || route.to_string());
    }
    assert_all(dropped, "files: dropped", 5);
    assert_all(renamed, "files: renamed", 5);
}

#[test]
fn whatever_could_run_load_or_tell_is_seen() {
    let example = Example::new();
    let readback = example.readback();
    let route = Route::new(["help/es/index.html"]);
    let page = example.text(&route);
    let check = |piece: &str, rule: &str| {
        let mutant = page.replacen("</main>", &format!("{piece}</main>"), 1);
        let found = readback.inspect(&route, mutant.as_bytes());
        let ids: Vec<&str> = found.iter().map(|diagnostic| diagnostic.rule.id).collect();
        assert!(ids.contains(&rule), "{piece}: {ids:?}");
    };
    for piece in [
        "<script>alert(1)</script>",
        "<SCRIPT SRC='//x.example/y.js'></SCRIPT>",
        "<p onclick=\"x()\">x</p>",
        "<p OnMouseOver=x>x</p>",
        "<p style=\"color:red\">x</p>",
        "<style>p{}</style>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"java&#10;script:alert(1)\">x</a>",
        "<a href=\"&#x6A;avascript:x\">x</a>",
        "<a href=\"data:text/html,x\">x</a>",
        "<a href=\"vbscript:x\">x</a>",
        "<base href=\"/\">",
        "<iframe srcdoc=\"x\"></iframe>",
        "<svg onload=\"x\"></svg>",
        "<form action=\"javascript:x\"></form>",
        "<a href=\"file:///etc/passwd\">x</a>",
    ] {
        check(piece, "active-content");
    }
    for piece in [
        "<img src=\"https://x.example/p.gif\" alt=\"\">",
        "<img src=\"//x.example/p.gif\" alt=\"\">",
        "<img alt=\"\" srcset=\"https://x.example/p.gif 2x\">",
        "<link rel=\"stylesheet\" href=\"https://x.example/a.css\">",
        "<link rel=\"preconnect\" href=\"https://x.example\">",
        "<iframe src=\"https://x.example/\"></iframe>",
        "<form action=\"https://x.example/\"></form>",
        "<video poster=\"https://x.example/a.png\"></video>",
        "<object data=\"https://x.example/a\"></object>",
        "<embed src=\"https://x.example/a\">",
        "<meta http-equiv=\"refresh\" content=\"0; url=https://x.example/\">",
        "<svg><use href=\"https://x.example/a.svg#b\"/></svg>",
        "<a href=\"#part-content\" ping=\"https://x.example/\">x</a>",
    ] {
        check(piece, "foreign-origin");
    }
    for piece in [
        "<!-- Ana: ask again -->",
        "<meta name=\"generator\" content=\"campaign\">",
        "<p>{$name}</p>",
        "<p title=\"{ -brand }\">x</p>",
        "<p title=\"\u{2068}x\u{2069}\">x</p>",
    ] {
        check(piece, "trace");
    }
    for piece in [
        "<h1>x</h1>",
        "<div>",
        "</section>",
        "<p id=\"part-content\">x</p>",
        "<p>a < b</p>",
        "<p title=\"x\" title=\"y\">x</p>",
        "<p><div>x</div></p>",
        "<b><i>x</b></i>",
    ] {
        check(piece, "output-structure");
    }
    for piece in [
        "<p>Llame al 800 555 0199.</p>",
        "<p>１-888-373-7889</p>",
        "<p>٨٨٨-٣٧٣-٧٨٨٩</p>",
        "<p>1-888-<b>373</b>-7889</p>",
        "<p>1-888-KEY-2-FREE</p>",
        "<p>8005533001</p>",
        "<p title=\"1 888 373 7889\">x</p>",
        "<a href=\"tel:+18883737889\">x</a>",
        "<a href=\"sms:+18883737888\">1-888-373-7888</a>",
        "<a href=\"https://wa.me/528005533001\">x</a>",
        "<a href=\"tel:\u{2068}+18883737888\u{2069}\">x</a>",
        "<p data-line=\"+52 800 553 3001\">x</p>",
        "<script type=\"application/ld+json\">{\"telephone\":\"+1-888-373-7889\"}</script>",
        "<script type=\"application/ld+json\">{\"telephone\":18883737889}</script>",
    ] {
        check(piece, "output-number");
    }
}
