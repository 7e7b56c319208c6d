//! Numbers with another digit, and channels that trade places or go.

use std::collections::BTreeSet;

use campaign::model::route::Route;
use campaign::model::site::Recipe;

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
    for specimen in &Specimen::all() {
        let readback = specimen.readback();
        let mut lot = Lot(20_260_115);
        let mut places = Vec::new();
        for (route, text) in specimen.texts() {
            places.extend(
                numbers(specimen, text)
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
        assert_all(specimen, tally, "numbers: one digit", 2000);
    }
}

/// The channels of a campaign that a link leads to: line, link, and what is shown.
fn linked(specimen: &Specimen) -> Vec<(&str, &str, &str)> {
    let lines = specimen.compiled.campaign.hotlines.values();
    lines
        .flat_map(|line| line.channels.iter().map(move |channel| (line, channel)))
        .filter_map(|(line, channel)| {
            let href = channel.href.as_deref()?;
            Some((line.id.as_str(), href, channel.display.as_str()))
        })
        .collect()
}

/// A text in which two pieces traded places.
fn traded(text: &str, one: &str, other: &str) -> String {
    text.replace(one, "\0")
        .replace(other, one)
        .replace('\0', other)
}

#[test]
fn links_and_lines_that_trade_places_are_seen() {
    for specimen in &Specimen::all() {
        let readback = specimen.readback();
        let (mut links, mut lines) = (Tally::default(), Tally::default());
        let channels = linked(specimen);
        let see = |route: &Route, text: &str, tally: &mut Tally, what: &str| {
            let found = readback.inspect(route, text.as_bytes());
            tally.add(errors(&found, "output-number"), || {
                format!("{route}: {what}")
            });
        };
        for (route, text) in pages(specimen) {
            for (number, one) in channels.iter().enumerate() {
                for other in &channels[number + 1..] {
                    let link = |channel: &(&str, &str, &str)| format!("href=\"{}\"", channel.1);
                    let (first, second) = (link(one), link(other));
                    let is_mutant = one.0 != other.0
                        && one.1 != other.1
                        && text.contains(&first)
                        && text.contains(&second);
                    if !is_mutant {
                        continue;
                    }
                    let swapped = traded(text, &first, &second);
                    let what = format!("{} and {}", one.1, other.1);
                    see(route, &swapped, &mut links, &what);
                    // An address stands in its own link, which would change with it.
                    if ![one.2, other.2].concat().contains(char::is_alphabetic) {
                        let both = traded(&swapped, one.2, other.2);
                        see(route, &both, &mut lines, &what);
                    }
                }
            }
        }
        assert_all(specimen, links, "channels: links swapped", 20);
        assert_all(specimen, lines, "channels: lines swapped", 20);
    }
}

/// The pages that are made from a text.
pub fn pages(specimen: &Specimen) -> impl Iterator<Item = (&Route, &str)> {
    specimen.texts().filter(|(route, _)| {
        let entry = specimen.compiled.site.entries.get(*route);
        entry.is_some_and(|entry| matches!(entry.recipe, Recipe::Page { number: 1, .. }))
    })
}

/// A text without its links to an address, or with nothing in them.
fn without_links(text: &str, address: &str, is_kept: bool) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(&format!("href=\"{address}\"")) {
        let start = rest[..at].rfind('<').unwrap();
        let inside = at + rest[at..].find('>').unwrap() + 1;
        let end = inside + rest[inside..].find("</a>").unwrap();
        let kept = if is_kept { inside } else { start };
        out.push_str(&rest[..kept]);
        rest = &rest[if is_kept { end } else { end + "</a>".len() }..];
    }
    out + rest
}

#[test]
fn a_link_that_shows_nothing_is_seen() {
    for specimen in &Specimen::all() {
        let readback = specimen.readback();
        let mut tally = Tally::default();
        for (route, text) in pages(specimen) {
            for (_, address, _) in linked(specimen) {
                let is_dialled = address.starts_with("tel:") || address.starts_with("sms:");
                let mutant = without_links(text, address, true);
                if is_dialled && mutant != text {
                    let found = readback.inspect(route, mutant.as_bytes());
                    tally.add(errors(&found, "output-number"), || {
                        format!("{route}: {address}")
                    });
                }
            }
        }
        assert_all(specimen, tally, "channels: link emptied", 20);
    }
}

#[test]
fn a_channel_dropped_in_all_languages_is_seen() {
    for specimen in &Specimen::all() {
        let readback = specimen.readback();
        let mut tally = Tally::default();
        for (route, text) in pages(specimen) {
            let main = &text[..text.find("</main>").unwrap_or(text.len())];
            let cards = main.split("<div class=\"hotline\">").skip(1);
            let cards = cards.map(|card| card.split("hotline-date").next().unwrap());
            let cards: String = cards.collect();
            let is_on_card = |channel: &(&str, &str, &str)| cards.contains(channel.1);
            for (_, address, _) in linked(specimen).into_iter().filter(is_on_card) {
                let mutant = without_links(main, address, false) + &text[main.len()..];
                if mutant != text {
                    let found = readback.inspect(route, mutant.as_bytes());
                    tally.add(errors(&found, "missing-channel"), || {
                        format!("{route}: {address}")
                    });
                }
            }
        }
        assert_all(specimen, tally, "channels: dropped everywhere", 20);
    }
}

/// The cards in the main part of a page: where each begins and ends.
fn cards(text: &str) -> Vec<(usize, usize)> {
    let main = &text[..text.find("</main>").unwrap_or(text.len())];
    let starts = main.match_indices("<div class=\"hotline\">");
    let end = |start: usize| start + text[start..].find("hotline-date").unwrap();
    starts.map(|(start, _)| (start, end(start))).collect()
}

#[test]
fn a_channel_dropped_from_one_card_is_seen_whatever_else_leads_there() {
    for specimen in &Specimen::all() {
        let readback = specimen.readback();
        let (mut tally, mut elsewhere) = (Tally::default(), 0);
        for (route, text) in pages(specimen) {
            for (start, end) in cards(text) {
                let card = &text[start..end];
                // Two channels may have one address: a mutant each would be the same one.
                let addresses: BTreeSet<&str> = linked(specimen)
                    .into_iter()
                    .map(|(_, address, _)| address)
                    .collect();
                for address in addresses {
                    let harmed = without_links(card, address, false);
                    if harmed == card {
                        continue;
                    }
                    let rest = [&text[..start], &text[end..text.find("</main>").unwrap()]];
                    let link = format!("href=\"{address}\"");
                    elsewhere += usize::from(rest.iter().any(|part| part.contains(&link)));
                    let mutant = [&text[..start], &harmed, &text[end..]].concat();
                    let found = readback.inspect(route, mutant.as_bytes());
                    tally.add(errors(&found, "missing-channel"), || {
                        format!("{route}: {address}")
                    });
                }
            }
        }
        assert!(elsewhere > 2, "{}: {elsewhere} links twice", specimen.name);
        assert_all(specimen, tally, "channels: dropped from a card", 20);
    }
}

#[test]
fn a_channel_dropped_in_one_language_is_seen() {
    for specimen in &Specimen::all() {
        let mut lot = Lot(7);
        let with_link: Vec<&Route> = specimen
            .texts()
            .filter(|(route, text)| {
                let entry = specimen.compiled.site.entries.get(*route);
                let is_page = entry
                    .is_some_and(|entry| matches!(entry.recipe, Recipe::Page { number: 1, .. }));
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
                errors(&concluded(specimen, &files), "numbers-differ"),
                || route.to_string(),
            );
        }
        assert_all(specimen, tally, "channels: dropped", 4);
    }
}

#[test]
fn a_number_that_a_text_from_right_to_left_turns_around_is_seen() {
    let specimen = &Specimen::harbour();
    let readback = specimen.readback();
    let mut tally = Tally::default();
    for (route, text) in pages(specimen).filter(|(_, text)| text.contains(" dir=\"rtl\"")) {
        let places: Vec<usize> = text
            .match_indices(" dir=\"ltr\">0")
            .map(|(at, _)| at)
            .collect();
        for at in places {
            let mutant = text[..at].to_owned() + &text[at..].replacen("ltr", "rtl", 1);
            let found = readback.inspect(route, mutant.as_bytes());
            tally.add(errors(&found, "output-number"), || format!("{route}: {at}"));
        }
    }
    assert_all(specimen, tally, "channels: turned around", 10);
}

#[test]
fn help_stands_in_one_place_on_every_page_in_the_order_of_its_audience() {
    for specimen in &Specimen::all() {
        let campaign = &specimen.compiled.campaign;
        for (route, text) in pages(specimen) {
            let audience = &campaign.settings.audiences[specimen.audience(route).unwrap()];
            let Some(start) = text.find("<section class=\"help\"") else {
                continue;
            };
            assert!(text.find("</main>").unwrap() < start, "{route}");
            assert_eq!(
                text.matches("<section class=\"help\"").count(),
                1,
                "{route}"
            );
            let help = &text[start..];
            let help = &help[..help.find("</section>").unwrap()];
            // By name: two emergency lines have one number.
            let lines = campaign.offered(audience).into_iter();
            let places: Vec<usize> = lines
                .map(|line| {
                    let mut names = line.name.values();
                    names.find_map(|name| help.find(name.as_str())).unwrap()
                })
                .collect();
            assert!(places.is_sorted(), "{route}: {places:?}");
        }
    }
}
