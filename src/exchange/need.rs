//! Need: which texts a translator has to look at, and which are done.

use crate::exchange::folding::tidy;

/// As many words that begin with a small letter are no name, which stays what it is.
const COMMON_WORDS: usize = 3;

/// A text and how far its translation is.
#[derive(Clone, Copy)]
pub struct Need<'a> {
    /// The text of the original.
    pub original: &'a str,
    /// Its translation; empty when there is none.
    pub translation: &'a str,
    /// Whether it is not done although it says something: its page is a draft, or its original has
    /// changed since.
    pub is_unfinished: bool,
}

impl Need<'_> {
    /// Whether somebody has to translate it: there is nothing yet, it was left as the original has
    /// it, or it is not finished.
    pub fn is_open(self) -> bool {
        self.translation.is_empty() || self.is_unfinished || self.is_left()
    }

    fn is_left(self) -> bool {
        if tidy(self.original) != tidy(self.translation) {
            return false;
        }
        let own = without_quotations(self.original);
        let words = own.split_whitespace();
        let common = words.filter(|word| word.starts_with(char::is_lowercase));
        common.count() >= COMMON_WORDS
    }
}

/// A text without what is in italics or between quotation marks: it is somebody else's, or about
/// words, and may stay.
fn without_quotations(text: &str) -> String {
    let mut own = String::new();
    let mut close = None;
    for c in text.chars() {
        match (close, c) {
            (Some(mark), c) if c == mark => close = None,
            (Some(_), _) => {}
            (None, '*' | '_' | '"') => close = Some(c),
            (None, '“') => close = Some('”'),
            (None, '«') => close = Some('»'),
            (None, c) => own.push(c),
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_done_and_sentences_are_not() {
        let check = |original: &str, translation: &str, expected: bool| {
            let need = Need {
                original,
                translation,
                is_unfinished: false,
            };
            assert_eq!(need.is_open(), expected, "{original} / {translation}");
            assert!(
                Need {
                    is_unfinished: true,
                    ..need
                }
                .is_open()
            );
        };
        check("You can call at any time.", "", true);
        check(
            "You can call at any time.",
            "You can call  at any time.",
            true,
        );
        check(
            "You can call at any time.",
            "Puede llamar a toda hora.",
            false,
        );
        check("Blue Heart Campaign", "Blue Heart Campaign", false);
        check(
            "*persona sin papeles*, «sin papeles ya»",
            "*persona sin papeles*, «sin papeles ya»",
            false,
        );
    }
}
