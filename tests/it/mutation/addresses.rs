//! Titles, slugs, links and files: what has a name, and what leads there.

use std::collections::BTreeSet;

use campaign::model::route::Route;
use campaign::source::SourcePath;

use super::readable::{plain, readable};
use super::specimen::{Specimen, concluded};
use super::tally::{Lot, Tally, assert_all, errors};

/// Whether an audience has a page that is made from this text.
fn has_page(specimen: &Specimen, audience: usize, source: &SourcePath) -> bool {
    let editions = specimen.compiled.site.editions.iter();
    let mut own = editions.filter(|edition| edition.audience == audience);
    own.any(|edition| {
        let mut pages = edition.pages.iter();
        pages.any(|page| page.source.as_ref() == Some(source))
    })
}

#[test]
fn titles_and_slugs_of_others_are_seen() {
    for specimen in &Specimen::all() {
        let readback = specimen.readback();
        let mut lot = Lot(11);
        let settings = &specimen.compiled.campaign.settings;
        let (mut titles, mut slugs) = (Tally::default(), Tally::default());
        for index in 0..settings.audiences.len() {
            let said = readable(specimen, index);
            let own: Vec<&Route> = specimen
                .texts()
                .filter(|(route, text)| {
                    specimen.audience(route) == Some(index) && text.contains("</main>")
                })
                .map(|(route, _)| route)
                .collect();
            let paths: BTreeSet<String> = specimen
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
            for page in specimen.compiled.campaign.pages.values() {
                for translation in page
                    .translations
                    .iter()
                    .filter(|translation| !has_page(specimen, index, &translation.path))
                {
                    let route = own[lot.below(own.len())];
                    let title = &translation.front.title;
                    if !said.contains(&format!(" {} ", plain(title))) && plain(title).len() >= 5 {
                        let link = format!("<p><a href=\"#part-content\">{title}</a></p></main>");
                        let mutant = specimen.text(route).replacen("</main>", &link, 1);
                        titles.add(
                            errors(&readback.inspect(route, mutant.as_bytes()), "leak"),
                            || format!("{title} in {route}"),
                        );
                    }
                    let slug = translation.front.slug.as_deref().unwrap_or(page.key.name());
                    // Its folder may be that of a page that the audience has in other words.
                    let is_own = slug == page.key.name()
                        && page
                            .translations
                            .iter()
                            .any(|own| has_page(specimen, index, &own.path));
                    let is_telling = !is_own
                        && slug.len() >= 5
                        && !paths.contains(slug)
                        && !said.contains(&format!(" {} ", plain(slug)));
                    if is_telling {
                        let link = format!("<p data-page=\"/x/{slug}/\">x</p></main>");
                        let mutant = specimen.text(route).replacen("</main>", &link, 1);
                        slugs.add(
                            errors(&readback.inspect(route, mutant.as_bytes()), "leak"),
                            || format!("{slug} in {route}"),
                        );
                    }
                }
            }
        }
        assert_all(specimen, titles, "audiences: titles", 20);
        assert_all(specimen, slugs, "audiences: slugs", 10);
    }
}

#[test]
fn two_pages_of_one_title_are_seen() {
    let specimen = Specimen::example();
    let title = |route: &Route| {
        let text = specimen.text(route);
        let start = text.find("<title>").unwrap();
        let end = text.find("</title>").unwrap();
        text[start..end].to_owned()
    };
    let (first, second) = (
        Route::new(["en/signs/index.html"]),
        Route::new(["en/about/index.html"]),
    );
    let mut files = specimen.files.clone();
    let text = specimen
        .text(&second)
        .replacen(&title(&second), &title(&first), 1);
    files.insert(second, text.into_bytes());
    assert!(errors(&concluded(&specimen, &files), "repeated-title"));
}

#[test]
fn a_link_that_leads_nowhere_is_seen() {
    for specimen in &Specimen::all() {
        let readback = specimen.readback();
        let mut lot = Lot(3);
        let mut places = Vec::new();
        for (route, text) in specimen
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
            let mut text = specimen.text(route).to_owned();
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
        assert_all(specimen, tally, "links: misspelt", 300);
    }
}

#[test]
fn a_file_that_is_not_there_or_not_meant_is_seen() {
    for specimen in &Specimen::all() {
        let mut lot = Lot(5);
        let (mut dropped, mut renamed) = (Tally::default(), Tally::default());
        for route in lot.some(specimen.files.keys().collect(), 5) {
            let mut files = specimen.files.clone();
            let bytes = files.remove(route).unwrap();
            dropped.add(errors(&concluded(specimen, &files), "output-link"), || {
                route.to_string()
            });
            let other = Route::new(["elsewhere", route.as_str()]);
            let found = specimen.readback().inspect(&other, &bytes);
            renamed.add(errors(&found, "output-structure"), || route.to_string());
        }
        assert_all(specimen, dropped, "files: dropped", 5);
        assert_all(specimen, renamed, "files: renamed", 5);
    }
}
