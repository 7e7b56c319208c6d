//! Blocks that stand elsewhere than in their text, or not at all.

use campaign::model::route::Route;

use super::channels::pages;
use super::readable::{plain, without_tags};
use super::specimen::Specimen;
use super::tally::{Lot, Tally, assert_all, errors};

/// Where the blocks of a page's text stand that are a paragraph or an item on a line of its own.
fn blocks(page: &str, written: &str) -> Vec<(usize, usize)> {
    let Some(start) = page.find("<div class=\"prose") else {
        return Vec::new();
    };
    let ends = ["class=\"footnotes", "article-foot", "</article>", "</main>"];
    let end = ends.iter().filter_map(|end| page[start..].find(end)).min();
    let end = start + end.unwrap();
    let mut found = Vec::new();
    let mut at = start;
    let mut is_card = false;
    for line in page[start..end].split_inclusive('\n') {
        let block = line.trim_end();
        is_card |= block == "<div class=\"hotline\">";
        let is_block = block.starts_with("<p>") && block.ends_with("</p>")
            || block.starts_with("<li>") && block.ends_with("</li>");
        if is_block && !is_card && is_placeable(block, written) && page.matches(block).count() == 1
        {
            found.push((at, at + block.len()));
        }
        is_card &= !block.contains("class=\"hotline-date");
        at += line.len();
    }
    found
}

/// Whether a block begins with three words of a text. Of what a register or a message says, only the
/// renderer knows where it is to stand.
fn is_placeable(block: &str, written: &str) -> bool {
    let made = ["<span class=", "<sup", "<img", "<picture", "<a class="];
    let end = made.iter().filter_map(|start| block.find(start)).min();
    let said = plain(&without_tags(&block[..end.unwrap_or(block.len())]));
    let first: Vec<&str> = said.split(' ').take(9).collect();
    first.len() >= 3 && said.len() >= 12 && written.contains(&first.join(" "))
}

/// All that the text says that a page is made from.
fn written(specimen: &Specimen, route: &Route) -> String {
    let pages = specimen
        .compiled
        .site
        .editions
        .iter()
        .flat_map(|edition| &edition.pages);
    let page = pages.into_iter().find(|page| page.route == *route);
    let source = page.and_then(|page| specimen.snapshot.get(page.source.as_ref()?.as_str()));
    source.map_or_else(String::new, |source| plain(&source.text().unwrap()))
}

#[test]
fn a_block_that_trades_places_with_the_next_is_seen() {
    for specimen in &Specimen::all() {
        let readback = specimen.readback();
        let mut lot = Lot(17);
        let mut tally = Tally::default();
        for (route, page) in pages(specimen) {
            let found = blocks(page, &written(specimen, route));
            let pairs: Vec<_> = found.windows(2).collect();
            for pair in lot.some(pairs, 12) {
                let ((a, b), (c, d)) = (pair[0], pair[1]);
                // An item is no paragraph: that would be found as a fault of structure.
                if page[a..a + 3] != page[c..c + 3] {
                    continue;
                }
                let mutant = [
                    &page[..a],
                    &page[c..d],
                    &page[b..c],
                    &page[a..b],
                    &page[d..],
                ]
                .concat();
                let found = readback.inspect(route, mutant.as_bytes());
                tally.add(errors(&found, "moved-block"), || {
                    format!("{route}: {} / {}", &page[a..b], &page[c..d])
                });
            }
        }
        assert_all(specimen, tally, "blocks: traded places", 200);
    }
}

#[test]
fn a_block_that_is_dropped_or_goes_to_another_page_is_seen() {
    for specimen in &Specimen::all() {
        let readback = specimen.readback();
        let mut lot = Lot(23);
        let mut tally = Tally::default();
        for (route, page) in pages(specimen) {
            for (start, end) in lot.some(blocks(page, &written(specimen, route)), 12) {
                let mutant = [&page[..start], &page[end..]].concat();
                let found = readback.inspect(route, mutant.as_bytes());
                tally.add(errors(&found, "moved-block"), || {
                    format!("{route}: {}", &page[start..end])
                });
            }
        }
        assert_all(specimen, tally, "blocks: dropped", 200);
    }
}
