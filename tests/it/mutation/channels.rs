//! Numbers with another digit, and channels that trade places or go.

use std::collections::BTreeSet;

use campaign::model::route::Route;

use super::specimen::{Specimen, concluded};
use super::tally::{Lot, Tally, assert_all, errors};

/// Every place in a text where a number of the register stands: in the form that is shown, or in
/// the one that is dialled.
fn numbers(specimen: &Specimen, text: &str) -> Vec<(usize, usize)> {
    let mut forms = BTreeSet::new();
    for channel in specimen
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
    let specimen = Specimen::example();
    let readback = specimen.readback();
    let mut lot = Lot(20_260_115);
    let mut places = Vec::new();
    for (route, text) in specimen.texts() {
        places.extend(
            numbers(&specimen, text)
                .into_iter()
                .map(|(start, end)| (route, start, end)),
        );
    }
    let mut tally = Tally::default();
    for (route, start, end) in places {
        let text = specimen.text(route);
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
    let specimen = Specimen::example();
    let readback = specimen.readback();
    let (mut links, mut lines, mut emptied) =
        (Tally::default(), Tally::default(), Tally::default());
    let (mexico, states) = (
        ("tel:+528005533000", "800 553 3000"),
        ("tel:+18883737888", "1-888-373-7888"),
    );
    for (route, text) in specimen
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
    let specimen = Specimen::example();
    let mut lot = Lot(7);
    let with_link: Vec<&Route> = specimen
        .texts()
        .filter(|(route, text)| {
            let entry = specimen.compiled.site.entries.get(*route);
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
        let text = specimen.text(route);
        let start = text.find("<a class=\"tel nobreak\" href=\"tel:").unwrap();
        let end = start + text[start..].find("</a>").unwrap() + "</a>".len();
        let mut files = specimen.files.clone();
        files.insert(
            route.clone(),
            format!("{}{}", &text[..start], &text[end..]).into_bytes(),
        );
        tally.add(
            errors(&concluded(&specimen, &files), "numbers-differ"),
            || route.to_string(),
        );
    }
    assert_all(tally, "channels: dropped", 4);
}
