//! Which mutants are tried, and how many of them were seen.

use campaign::diagnostic::Diagnostic;

use super::specimen::Specimen;

/// A sequence of numbers that look drawn by lot and are the same in every run: xorshift64*.
pub struct Lot(pub u64);

impl Lot {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % limit
    }

    /// At most `count` of them, each as likely.
    pub fn some<T>(&mut self, mut all: Vec<T>, count: usize) -> Vec<T> {
        while all.len() > count {
            let at = self.below(all.len());
            all.swap_remove(at);
        }
        all
    }
}

/// How many mutants of a class were seen.
#[derive(Default)]
pub struct Tally {
    seen: usize,
    missed: Vec<String>,
}

impl Tally {
    pub fn add(&mut self, is_seen: bool, mutant: impl FnOnce() -> String) {
        match is_seen {
            true => self.seen += 1,
            false => self.missed.push(mutant()),
        }
    }

    /// Prints the rate and returns what was missed.
    pub fn told(self, class: &str) -> Vec<String> {
        let all = self.seen + self.missed.len();
        println!(
            "{class:44} {:5} of {all:5} mutants seen, {:.1} %",
            self.seen,
            100.0 * self.seen as f64 / all.max(1) as f64
        );
        self.missed
    }
}

/// Every mutant of a class must be seen, of which there are so many at least in the example, and
/// one in the small campaign.
pub fn assert_all(specimen: &Specimen, tally: Tally, class: &str, least: usize) {
    let least = if specimen.is_small() { 1 } else { least };
    let class = &format!("{}: {class}", specimen.name);
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

pub fn errors(diagnostics: &[Diagnostic], rule: &str) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.rule.id == rule)
}
