//! What an audience may not see: every text, title, slug and file name of the campaign that is
//! written for others only, or for nobody yet.
//!
//! Collected from the campaign as written, not from what was rendered: a block in `for` of another
//! audience, a variant, a page that is a draft, expired, or another audience's. What the audience
//! may see somewhere all the same, in a page of its own, a message, a template or the register, is
//! no secret and taken out again. What remains is kept as hashes of sequences of words, so that a
//! file is looked through in one pass whatever the size of the campaign.

mod sequences;

use crate::diagnostic::Place;
use crate::readback::hidden::sequences::{Gram, Map, Sequences};
use crate::readback::passage::{NUMBERS, Passage, Weight};
use crate::readback::words::{LONGEST, Window, words};

/// The audiences that may see something: a bit for each.
pub type Audiences = u64;

/// How many audiences one table can tell apart.
pub const AUDIENCES: usize = 64;

/// Something that stands where it must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// Where it is written.
    pub place: Place,
    /// The words of the output that gave it away.
    pub text: String,
}

/// What matters of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gist {
    /// The audiences that may see all of it.
    pub readers: Audiences,
    /// All its words, as a hash.
    pub words: u64,
}

/// All sequences of words that some audience may not see.
#[derive(Debug)]
pub struct Hidden {
    /// Sequences that give something away wherever they stand, by their length.
    anywhere: Vec<Sequences>,
    /// Sequences that do so only where they are all that an element, attribute or part of an
    /// address says: a short heading, a slug.
    alone: Map,
    places: Vec<Place>,
}

/// The lengths of sequences that give something away wherever they stand. Shorter ones stand
/// everywhere.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=LONGEST;

impl Hidden {
    /// The sequences of a length of [`LENGTHS`].
    fn of_length(&mut self, length: usize) -> &mut Map {
        &mut self.anywhere[length - LENGTHS.start()].grams
    }

    /// What of these passages one of `all` audiences may not see, where `open` are texts that
    /// everybody may see.
    pub fn new<'a, P: Iterator<Item = &'a Passage>>(
        passages: impl Fn() -> P,
        open: impl Iterator<Item = &'a str>,
        all: Audiences,
    ) -> Self {
        let mut hidden = Self {
            anywhere: LENGTHS.map(Sequences::new).collect(),
            alone: Map::default(),
            places: Vec::new(),
        };
        for passage in passages().filter(|passage| passage.visible != all) {
            hidden.hide(passage);
        }
        if hidden.places.is_empty() {
            return hidden;
        }
        for passage in passages().filter(|passage| passage.visible != 0) {
            let mut opened = Opened::default();
            for word in &passage.words {
                opened.push(&mut hidden, *word, passage.visible);
            }
        }
        for text in open {
            let mut opened = Opened::default();
            words(text, |word| opened.push(&mut hidden, word.hash, all));
        }
        hidden.close(all);
        hidden
    }

    fn hide(&mut self, passage: &Passage) {
        let number = self.places.len() as u32;
        let gram = Gram {
            visible: 0,
            passage: number,
        };
        let count = passage.words.len();
        let is_telling = |end: usize, length: usize| {
            let numbers = &passage.numbers[end - length..end];
            numbers.iter().filter(|is_number| **is_number).count() <= NUMBERS
        };
        let mut window = Window::default();
        for (at, word) in passage.words.iter().enumerate() {
            window.push(*word);
            if let Some(key) = window.gram(LONGEST)
                && is_telling(at + 1, LONGEST)
            {
                self.of_length(LONGEST).entry(key).or_insert(gram);
            }
        }
        let shortest = match passage.weight {
            Weight::Whole => 3,
            // Half a sentence of a few words says little, and others may have written it too.
            Weight::Part => LONGEST - 1,
        };
        if count < LONGEST
            && is_telling(count, count)
            && let Some(key) = window.gram(count)
        {
            let map = match count {
                count if count >= shortest => self.of_length(count),
                _ if passage.weight == Weight::Whole => &mut self.alone,
                _ => return,
            };
            map.entry(key).or_insert(gram);
        }
        self.places.push(passage.place.clone());
    }

    /// Forgets what everybody may see, and makes ready to search.
    fn close(&mut self, all: Audiences) {
        for sequences in &mut self.anywhere {
            sequences.close(all);
        }
        self.alone.retain(|_, gram| gram.visible != all);
    }

    /// The gist of a text that stands by itself.
    pub fn gist(&self, text: &str) -> Gist {
        let mut window = Window::default();
        let mut count = 0_usize;
        let mut readers = Audiences::MAX;
        words(text, |word| {
            window.push(word.hash);
            count += 1;
            for sequences in &self.anywhere {
                let Some(key) = window.gram(sequences.length) else {
                    break;
                };
                if let Some(gram) = sequences.get(key) {
                    readers &= gram.visible;
                }
            }
        });
        if (1..LONGEST).contains(&count)
            && let Some(key) = window.gram(count)
            && let Some(gram) = self.alone.get(&key)
        {
            readers &= gram.visible;
        }
        Gist {
            readers,
            words: window.whole(),
        }
    }

    /// Looks for what `viewers` may not see in a text that stands by itself: all that a block, an
    /// attribute or a string says. The first is told.
    pub fn find(&self, text: &str, viewers: Audiences) -> Option<Leak> {
        let mut window = Window::default();
        let mut ends = [0_usize; 8];
        let mut count = 0_usize;
        let mut found: Option<Leak> = None;
        words(text, |word| {
            window.push(word.hash);
            count += 1;
            ends[count & 7] = word.end;
            if found.is_some() {
                return;
            }
            for sequences in &self.anywhere {
                let Some(key) = window.gram(sequences.length) else {
                    break;
                };
                if let Some(gram) = sequences.find(key, viewers) {
                    let start = ends[(count - sequences.length) & 7];
                    let text = text[start..word.end].trim_matches(|c: char| !c.is_alphanumeric());
                    found = Some(self.leak(gram, text));
                    return;
                }
            }
        });
        if found.is_none() && (1..LONGEST).contains(&count) {
            return self.find_alone(&window, count, text, viewers);
        }
        found
    }

    fn find_alone(
        &self,
        window: &Window,
        count: usize,
        text: &str,
        viewers: Audiences,
    ) -> Option<Leak> {
        let gram = self.alone.get(&window.gram(count)?)?;
        (gram.visible & viewers == 0).then(|| self.leak(*gram, text.trim()))
    }

    fn leak(&self, gram: Gram, text: &str) -> Leak {
        Leak {
            place: self.places[gram.passage as usize].clone(),
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}

/// Rolls over a text that somebody may see, and takes what it says out of the secrets.
#[derive(Default)]
struct Opened {
    window: Window,
}

impl Opened {
    fn push(&mut self, hidden: &mut Hidden, word: u64, audiences: Audiences) {
        self.window.push(word);
        for length in 1..=LONGEST {
            let Some(key) = self.window.gram(length) else {
                return;
            };
            if LENGTHS.contains(&length)
                && let Some(gram) = hidden.of_length(length).get_mut(&key)
            {
                gram.visible |= audiences;
            }
            if length < LONGEST
                && let Some(gram) = hidden.alone.get_mut(&key)
            {
                gram.visible |= audiences;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    fn passage(text: &str, visible: Audiences) -> Passage {
        let place = Place::start_of(&SourcePath::new("content/en.md"));
        Passage::new(text, visible, place, Weight::Whole)
    }

    fn check(text: &str, viewers: Audiences, leak: Option<&str>) {
        let passages = [
            passage(
                "Hide your phone where nobody in the house looks for it.",
                0b01,
            ),
            passage("The shelter on Fifth Street", 0b01),
            passage("Screening", 0b01),
            passage("Nobody in the house should read a word of this.", 0b10),
            passage("Call for help", 0b01),
        ];
        let open = ["We call for help every day."];
        let hidden = Hidden::new(|| passages.iter(), open.into_iter(), 0b11);
        let found = hidden.find(text, viewers).map(|leak| leak.text);
        assert_eq!(found.as_deref(), leak, "{text}");
        assert_eq!(
            hidden.gist(text).readers & viewers == 0,
            leak.is_some(),
            "{text}"
        );
    }

    #[test]
    fn a_part_of_a_hidden_text_is_found_and_whoever_may_see_it_is_not_bothered() {
        let text = "Now: hide your phone, where nobody in THE house is.";
        check(text, 0b10, Some("hide your phone, where nobody in"));
        check(text, 0b01, None);
    }

    #[test]
    fn short_texts_count_as_a_whole() {
        check(
            "Go to the shelter on Fifth Street.",
            0b10,
            Some("the shelter on Fifth Street"),
        );
        check(" screening ", 0b10, Some("screening"));
        check("The screening of a film", 0b10, None);
        check("Call for help", 0b10, None);
    }
}
