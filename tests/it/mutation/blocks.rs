//! Blocks that get to an audience that they are not for.

use std::collections::{BTreeMap, BTreeSet};

use campaign::compile::prepare;
use campaign::memo::Memo;
use campaign::model::audience::AudienceId;
use campaign::model::document::{Kind, Node, Reading};
use campaign::model::route::Route;
use campaign::source::{Snapshot, Source};

use super::readable::{plain, readable, without_tags};
use super::specimen::{Specimen, options};
use super::tally::{Lot, Tally, assert_all, errors};

/// A text and whose it is.
struct Secret {
    text: String,
    source: String,
    /// The audiences, as indexes, that may read it.
    readers: BTreeSet<usize>,
}

/// Every paragraph and heading of the example that not all audiences may read.
fn secrets(specimen: &Specimen) -> Vec<Secret> {
    let audiences: Vec<AudienceId> = specimen
        .compiled
        .campaign
        .settings
        .audiences
        .iter()
        .map(|audience| audience.id.clone())
        .collect();
    let mut found = Vec::new();
    for page in specimen.compiled.campaign.pages.values() {
        for translation in &page.translations {
            let mut blocks: BTreeMap<(usize, usize), Secret> = BTreeMap::new();
            for (index, audience) in audiences.iter().enumerate() {
                let is_shown = specimen.compiled.site.editions.iter().any(|edition| {
                    edition.audience == index
                        && edition
                            .pages
                            .iter()
                            .any(|page| page.source.as_ref() == Some(&translation.path))
                });
                let reading = translation.document().for_audience(audience);
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
    for specimen in &Specimen::all() {
        let readback = specimen.readback();
        let mut lot = Lot(42);
        let audiences = specimen.compiled.campaign.settings.audiences.len();
        let readable: Vec<String> = (0..audiences)
            .map(|audience| readable(specimen, audience))
            .collect();
        let pages: Vec<Vec<&Route>> = (0..audiences)
            .map(|audience| {
                let own = specimen.texts().filter(|(route, text)| {
                    specimen.audience(route) == Some(audience) && text.contains("</main>")
                });
                own.map(|(route, _)| route).collect()
            })
            .collect();
        let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
        for secret in lot.some(secrets(specimen), 400) {
            for audience in (0..audiences).filter(|audience| !secret.readers.contains(audience)) {
                let said = plain(&secret.text);
                let is_secret = said.split(' ').count() >= 3
                    && !readable[audience].contains(&format!(" {said} "));
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
                let mutant = smuggled(&secret.text, form, specimen.text(route));
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
                specimen,
                tallies.remove(form).unwrap_or_default(),
                &format!("blocks moved: {form}"),
                20,
            );
        }
    }
}

#[test]
fn a_removed_fence_is_seen() {
    for specimen in &Specimen::all() {
        let readback = specimen.readback();
        let audiences = specimen.compiled.campaign.settings.audiences.len();
        let readable: Vec<String> = (0..audiences)
            .map(|audience| readable(specimen, audience))
            .collect();
        let mut tally = Tally::default();
        let memo = Memo::default();
        for source in specimen
            .snapshot
            .under("content")
            .filter(|source| source.path.extension() == Some("md"))
        {
            let text = source.text().unwrap().into_owned();
            for mutant in without_each_fence(&text) {
                let sources = specimen
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
                for route in specimen.pages_of(&source.path) {
                    let before = &specimen.files[route];
                    let Some(audience) = specimen.audience(route) else {
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
        assert_all(specimen, tally, "fences removed", 1);
    }
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
