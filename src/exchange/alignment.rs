//! Alignment: which text of a translation stands for which text of its original, also where one of
//! them has blocks that the other has not.
//!
//! Where both are built in the same way, place by place. Elsewhere the texts of one kind that stand
//! in one order are paired so that as many as possible find each other: a text that the translation
//! was made from before one that is new, and texts of the same numbers and links before others.

use std::collections::BTreeSet;

use crate::exchange::EntryKind;
use crate::exchange::page::Slot;
use crate::model::document::Constant;
use crate::source::Span;

/// What a pair of texts weighs that the translation is known to have been made from.
const SEEN: u32 = 12;

/// What any other pair weighs: less, so that a new text is the one that stays alone.
const UNSEEN: u32 = 8;

/// What the same links and numbers add, and other ones take.
const CONSTANTS: u32 = 4;

/// What a length out of all proportion takes.
const LENGTH: u32 = 2;

/// Two files with more pairs than this are paired up to their first difference only.
const ENOUGH_PAIRS: usize = 4_000_000;

/// The texts of an original and those of its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// For each text of the original, where its counterpart stands among those of the translation.
    pub places: Vec<Option<usize>>,
    /// Which of the pairs could be other ones just as well.
    pub doubtful: BTreeSet<usize>,
    /// The texts of the translation's body that stand for none of the original.
    pub extra: Vec<usize>,
}

impl Alignment {
    /// Aligns the texts of two files. At `unseen` stand texts of the original that are new or have
    /// changed.
    pub fn new(original: &[Slot], translation: &[Slot], unseen: &BTreeSet<Span>) -> Self {
        let [ours, theirs] = [original, translation].map(body);
        let is_alike = ours.len() == theirs.len()
            && ours
                .iter()
                .zip(&theirs)
                .all(|(one, other)| original[*one].matches(&translation[*other]));
        let found = match is_alike {
            true => (0..ours.len()).map(Match::sure).collect(),
            false => Table::new(ours.len(), theirs.len(), |one, other| {
                weight(&original[ours[one]], &translation[theirs[other]], unseen)
            })
            .matches(),
        };
        let mut places: Vec<Option<usize>> = original
            .iter()
            .map(|slot| translation.iter().position(|other| slot.is_field(other)))
            .collect();
        let mut doubtful = BTreeSet::new();
        for (one, found) in ours.iter().zip(&found) {
            places[*one] = found.place.map(|at| theirs[at]);
            if found.is_doubtful {
                doubtful.insert(*one);
            }
        }
        let paired: BTreeSet<usize> = places.iter().flatten().copied().collect();
        let extra = theirs.iter().filter(|at| !paired.contains(at));
        Self {
            extra: extra.copied().collect(),
            places,
            doubtful,
        }
    }
}

impl Slot {
    /// Whether the other could be its translation.
    pub fn matches(&self, other: &Self) -> bool {
        self.kind == other.kind && self.fences == other.fences
    }

    /// Whether both are the same text of the front matter.
    pub fn is_field(&self, other: &Self) -> bool {
        !self.is_body() && self.kind == other.kind && self.name == other.name
    }

    /// Whether it is a part of the body.
    pub fn is_body(&self) -> bool {
        matches!(self.kind, EntryKind::Unit(_))
    }
}

fn body(slots: &[Slot]) -> Vec<usize> {
    (0..slots.len()).filter(|at| slots[*at].is_body()).collect()
}

/// How much speaks for a pair; none when it cannot be one.
fn weight(one: &Slot, other: &Slot, unseen: &BTreeSet<Span>) -> Option<u32> {
    if !one.matches(other) {
        return None;
    }
    let base = match unseen.contains(&one.span) {
        true => UNSEEN,
        false => SEEN,
    };
    let [ours, theirs] = [one, other].map(|slot| {
        let constants = slot.constants.iter();
        let firm = constants.filter(|constant| !matches!(constant, Constant::Mark(_)));
        firm.collect::<Vec<_>>()
    });
    let base = match (ours == theirs, ours.is_empty()) {
        (true, true) => base,
        (true, false) => base + CONSTANTS,
        (false, _) => base - CONSTANTS,
    };
    let [length, translated] = [one, other].map(|slot| slot.text.chars().count() + 1);
    let is_proportionate = translated <= length * 2 && length <= translated * 2;
    Some(if is_proportionate {
        base
    } else {
        base - LENGTH
    })
}

/// What a text of the original was paired with.
#[derive(Clone, Debug)]
struct Match {
    place: Option<usize>,
    is_doubtful: bool,
}

impl Match {
    fn sure(at: usize) -> Self {
        Self {
            place: Some(at),
            is_doubtful: false,
        }
    }
}

/// The best weights of every pair of beginnings and of every pair of rests.
struct Table<W> {
    rows: usize,
    columns: usize,
    weight: W,
    before: Vec<u32>,
    behind: Vec<u32>,
}

impl<W: Fn(usize, usize) -> Option<u32>> Table<W> {
    fn new(rows: usize, columns: usize, weight: W) -> Self {
        let mut table = Self {
            rows,
            columns,
            weight,
            before: Vec::new(),
            behind: Vec::new(),
        };
        if rows * columns <= ENOUGH_PAIRS {
            table.fill();
        }
        table
    }

    const fn at(&self, row: usize, column: usize) -> usize {
        row * (self.columns + 1) + column
    }

    fn fill(&mut self) {
        let cells = (self.rows + 1) * (self.columns + 1);
        (self.before, self.behind) = (vec![0; cells], vec![0; cells]);
        for row in 0..self.rows {
            for column in 0..self.columns {
                let paired = (self.weight)(row, column)
                    .map_or(0, |weight| self.before[self.at(row, column)] + weight);
                let alone = self.before[self.at(row, column + 1)]
                    .max(self.before[self.at(row + 1, column)]);
                let cell = self.at(row + 1, column + 1);
                self.before[cell] = paired.max(alone);
            }
        }
        for row in (0..self.rows).rev() {
            for column in (0..self.columns).rev() {
                let paired = (self.weight)(row, column).map_or(0, |weight| {
                    self.behind[self.at(row + 1, column + 1)] + weight
                });
                let alone = self.behind[self.at(row, column + 1)]
                    .max(self.behind[self.at(row + 1, column)]);
                let cell = self.at(row, column);
                self.behind[cell] = paired.max(alone);
            }
        }
    }

    fn matches(&self) -> Vec<Match> {
        if self.before.is_empty() {
            return self.beginning();
        }
        let best = self.behind[0];
        let mut next = 0;
        (0..self.rows)
            .map(|row| {
                let is_best = |column: &usize| {
                    let weight = (self.weight)(row, *column);
                    weight.is_some_and(|weight| {
                        let around = self.before[self.at(row, *column)]
                            + self.behind[self.at(row + 1, column + 1)];
                        around + weight == best
                    })
                };
                let found: Vec<usize> = (0..self.columns).filter(is_best).collect();
                let can_be_alone = (0..=self.columns).any(|column| {
                    let around =
                        self.before[self.at(row, column)] + self.behind[self.at(row + 1, column)];
                    around == best
                });
                // The first that keeps the order and leaves the best to the others.
                let place = found.iter().copied().find(|column| {
                    *column >= next
                        && (self.weight)(row, *column).unwrap_or_default()
                            + self.behind[self.at(row + 1, column + 1)]
                            == self.behind[self.at(row, next)]
                });
                next = place.map_or(next, |column| column + 1);
                Match {
                    place,
                    is_doubtful: found.len() + usize::from(can_be_alone) > 1,
                }
            })
            .collect()
    }

    /// Pairs up to the first difference.
    fn beginning(&self) -> Vec<Match> {
        let can_be = |at: &usize| *at < self.columns && (self.weight)(*at, *at).is_some();
        let alike = (0..self.rows).take_while(can_be).count();
        (0..self.rows)
            .map(|at| Match {
                place: (at < alike).then_some(at),
                is_doubtful: true,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs letters: a small one is a text that was seen, a large one is new.
    fn check(original: &str, translation: &str, expected: &str, doubtful: &[usize]) {
        let (ours, theirs): (Vec<char>, Vec<char>) =
            (original.chars().collect(), translation.chars().collect());
        let weight = |one: usize, other: usize| {
            let (one, other) = (ours[one], theirs[other]);
            let base = if one.is_uppercase() { UNSEEN } else { SEEN };
            (one.to_ascii_lowercase() == other).then_some(base)
        };
        let found = Table::new(ours.len(), theirs.len(), weight).matches();
        let shown: String = found
            .iter()
            .map(|found| found.place.map_or('-', |at| (b'0' + at as u8) as char))
            .collect();
        let doubt: Vec<usize> = (0..found.len())
            .filter(|at| found[*at].is_doubtful)
            .collect();
        assert_eq!((shown.as_str(), &*doubt), (expected, doubtful));
    }

    #[test]
    fn what_is_new_stays_alone() {
        check("hpPp", "hpp", "01-2", &[]);
        check("Hp", "", "--", &[]);
        check("hpp", "hppp", "012", &[1, 2]);
        check("hphPp", "hphp", "012-3", &[]);
        check("hppp", "hpp", "012-", &[1, 2, 3]);
    }
}
