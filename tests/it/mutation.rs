//! The audit proved by mutation: the example campaign's own output is harmed in every way that the
//! audit promises to see, and every harm must be seen. Detection rates are printed by class
//! (`cargo test --test it mutation -- --nocapture`).

mod addresses;
mod blocks;
mod channels;
mod order;
mod pieces;
mod readable;
mod specimen;
mod tally;

use specimen::{Specimen, concluded};

#[test]
fn the_example_as_it_is_gives_no_alarm() {
    for specimen in &Specimen::all() {
        let found = concluded(specimen, &specimen.files);
        let found: Vec<String> = found
            .iter()
            .map(|diagnostic| format!("{}: {:?}", diagnostic.rule.id, diagnostic.arguments))
            .collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
