//! Which language a text is in, English or Spanish, as far as the text itself tells.
//!
//! Almost every second word of running text is one of about a hundred small words, and the two
//! languages share next to none of them. The other words speak by their letters and endings, more
//! softly. Names, numbers and addresses say nothing. A text in a third language scores for neither,
//! and nothing is said of it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::lexicon::{self, shape};

/// Fewer letters than this tell nothing.
pub const ENOUGH_LETTERS: usize = 40;

/// A language is there when its score is at least this share of the words: running text has about
/// twice as much, a third language about half.
const PRESENT: f32 = 0.2;

/// The same for the words that one language alone has: a fifth to a quarter of running text.
const PRESENT_ALONE: f32 = 0.12;

/// The other language must score so many times as much as the one that was declared.
const PREDOMINANCE: f32 = 3.0;

/// Fewer telling words than this are chance.
const ENOUGH_WORDS: f32 = 2.0;

/// A language that the detector knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// English.
    English,
    /// Spanish.
    Spanish,
}

impl Known {
    /// Its subtag.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }
}

/// What the words of a text say about its language. Sums over its parts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence {
    letters: usize,
    words: f32,
    english: f32,
    spanish: f32,
    /// Words that English does not share with its neighbours.
    only_english: f32,
    /// Words that Spanish does not share with its neighbours.
    only_spanish: f32,
}

/// How many bytes the longest of them has, such as `something`.
const LONGEST_SMALL_WORD: usize = 9;

/// Which lists a small word stands in.
#[derive(Clone, Copy, Default)]
struct Lists {
    english: bool,
    spanish: bool,
    only_english: bool,
    only_spanish: bool,
}

/// The small words, in small letters.
static SMALL_WORDS: LazyLock<HashMap<&str, Lists>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Lists> = HashMap::new();
    let mut add = |list: &'static str, mark: fn(&mut Lists)| {
        let list = list.split_whitespace();
        list.for_each(|word| mark(words.entry(word).or_default()));
    };
    add(lexicon::ENGLISH, |lists| lists.english = true);
    add(lexicon::SPANISH, |lists| lists.spanish = true);
    add(lexicon::ONLY_ENGLISH, |lists| lists.only_english = true);
    add(lexicon::ONLY_SPANISH, |lists| lists.only_spanish = true);
    words
});

impl Evidence {
    /// The evidence of a text.
    pub fn of(text: &str) -> Self {
        let mut evidence = Self::default();
        let tokens = text.split_whitespace();
        tokens
            .filter(|token| !names_address(token))
            .flat_map(|token| token.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’'))
            .filter(|word| word.chars().any(char::is_alphabetic))
            .for_each(|word| evidence.word(word));
        evidence
    }

    fn word(&mut self, word: &str) {
        self.letters += word.chars().count();
        self.words += 1.0;
        let is_small = word.chars().all(char::is_lowercase);
        let lower = match is_small {
            true => Cow::Borrowed(word),
            false => Cow::Owned(word.to_lowercase().replace('’', "'")),
        };
        let one = |is_so: bool| f32::from(u8::from(is_so));
        let lists = match lower.len() <= LONGEST_SMALL_WORD {
            true => SMALL_WORDS.get(&*lower).copied().unwrap_or_default(),
            false => Lists::default(),
        };
        self.only_english += one(lists.only_english);
        self.only_spanish += one(lists.only_spanish);
        if lists.english || lists.spanish {
            self.english += one(lists.english);
            self.spanish += one(lists.spanish);
        } else if is_small {
            // Names keep the letters of the language they come from.
            let (english, spanish) = shape(&lower);
            self.english += english;
            self.spanish += spanish;
        }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            letters: self.letters + other.letters,
            words: self.words + other.words,
            english: self.english + other.english,
            spanish: self.spanish + other.spanish,
            only_english: self.only_english + other.only_english,
            only_spanish: self.only_spanish + other.only_spanish,
        }
    }

    /// Whether there is enough of it to judge.
    pub fn is_enough(self) -> bool {
        self.letters >= ENOUGH_LETTERS
    }

    /// The language of a text that says it is in `declared`, when it is plainly in another.
    pub fn contradicts(self, declared: &str) -> Option<Known> {
        if !self.is_enough() {
            return None;
        }
        let scores = self.scores();
        let own = scores
            .iter()
            .find(|score| score.language.code() == declared);
        let mut others = scores
            .iter()
            .filter(|score| score.language.code() != declared);
        let found = others.find(|other| match own {
            Some(own) => {
                other.all >= ENOUGH_WORDS
                    && other.all >= self.words * PRESENT
                    && other.alone > 0.0
                    && other.all >= own.all * PREDOMINANCE
            }
            // A neighbour of either language scores for it too, but not with these words.
            None => {
                let rival = scores
                    .iter()
                    .filter(|rival| rival.language != other.language);
                let rival = rival.map(|rival| rival.alone).fold(0.0, f32::max);
                other.alone >= ENOUGH_WORDS
                    && other.alone >= self.words * PRESENT_ALONE
                    && other.alone >= rival * PREDOMINANCE
            }
        });
        found.map(|score| score.language)
    }

    fn scores(self) -> [Score; 2] {
        [
            Score {
                language: Known::English,
                all: self.english,
                alone: self.only_english,
            },
            Score {
                language: Known::Spanish,
                all: self.spanish,
                alone: self.only_spanish,
            },
        ]
    }
}

/// What speaks for a language.
#[derive(Clone, Copy)]
struct Score {
    language: Known,
    all: f32,
    /// With words that no neighbour of it has.
    alone: f32,
}

/// Whether a token is an address rather than words.
pub fn names_address(token: &str) -> bool {
    token.contains("://") || token.contains('@') || token.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(declared: &str, text: &str, expected: Option<&str>) {
        let found = Evidence::of(text).contradicts(declared);
        assert_eq!(found.map(Known::code), expected, "{declared}: {text}");
    }

    #[test]
    fn no_small_word_is_passed_over_for_its_length() {
        let longest = SMALL_WORDS.keys().map(|word| word.len()).max();
        assert_eq!(longest, Some(LONGEST_SMALL_WORD));
    }

    #[test]
    fn a_text_in_its_own_language_is_left_alone() {
        check(
            "en",
            "You can call at any time, and you do not have to say your name.",
            None,
        );
        check(
            "es",
            "Puede llamar a toda hora, y no tiene que decir cómo se llama.",
            None,
        );
        check(
            "es",
            "La National Human Trafficking Hotline es una línea de Estados Unidos.",
            None,
        );
    }

    #[test]
    fn the_other_language_is_recognised() {
        let english = "You can call at any time, and you do not have to say your name.";
        let spanish = "Puede llamar a toda hora, y no tiene que decir cómo se llama.";
        check("es", english, Some("en"));
        check("en", spanish, Some("es"));
        check("nah", english, Some("en"));
        check(
            "es",
            "Free legal services for workers without immigration papers",
            Some("en"),
        );
    }

    #[test]
    fn a_third_language_is_not_judged() {
        let french = "Vous pouvez appeler à toute heure sans dire votre nom, c'est gratuit.";
        let portuguese = "Você pode ligar a qualquer hora e não precisa dizer o seu nome.";
        let german = "Sie können jederzeit anrufen und müssen Ihren Namen nicht nennen.";
        let compounds = "Ungeachtet jedweder verwaltungsrechtlichen Entscheidungsmitteilungen können \
            Leistungsberechtigte gleichzeitig Schutzansprüche geltend machen.";
        for text in [french, portuguese, german, compounds] {
            check("xx", text, None);
        }
        check(
            "es",
            "1-888-373-7888, www.example.org, info@example.org",
            None,
        );
    }
}
