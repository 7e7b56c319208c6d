//! Which language a text is in, as far as the text itself tells: English or Spanish; and French or
//! Portuguese, where one of the first two was declared.
//!
//! Almost every second word of running text is one of about a hundred small words, and English and
//! Spanish share next to none of them. The other words speak by their letters and endings, more
//! softly. French and Portuguese are known by small words that no other of the four writes. Names,
//! numbers and addresses say nothing. A text in any other language scores for none, and nothing is
//! said of it.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

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

/// With fewer letters than [`ENOUGH_LETTERS`], a block of so many can still be plain: nearly every
/// second word speaks for the other language, two of them are small ones, and hardly any speaks for
/// its own.
const SOME_LETTERS: usize = 12;

/// How much of a short text must speak for the other language.
const PLAIN: f32 = 0.45;

/// The same for the words that one language alone has.
const PLAIN_ALONE: f32 = 0.25;

/// A language that the detector knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// Portuguese.
    Portuguese,
}

impl Known {
    /// Its subtag.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::Portuguese => "pt",
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
    /// Words of French alone.
    only_french: f32,
    /// Words of Portuguese alone.
    only_portuguese: f32,
    /// Small words of English or Spanish, without what letters and endings say.
    small_english: f32,
    small_spanish: f32,
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
    only_french: bool,
    only_portuguese: bool,
}

impl Lists {
    /// Whether it is a small word of one of the two languages that are known by all of theirs.
    fn is_known_well(self) -> bool {
        self.english || self.spanish
    }
}

fn one(is_so: bool) -> f32 {
    f32::from(u8::from(is_so))
}

/// The small words, in small letters.
static SMALL_WORDS: LazyLock<FxHashMap<&str, Lists>> = LazyLock::new(|| {
    let mut words: FxHashMap<&str, Lists> = FxHashMap::default();
    let mut add = |list: &'static str, mark: fn(&mut Lists)| {
        let list = list.split_whitespace();
        list.for_each(|word| mark(words.entry(word).or_default()));
    };
    add(lexicon::ENGLISH, |lists| lists.english = true);
    add(lexicon::SPANISH, |lists| lists.spanish = true);
    add(lexicon::ONLY_ENGLISH, |lists| lists.only_english = true);
    add(lexicon::ONLY_SPANISH, |lists| lists.only_spanish = true);
    add(lexicon::ONLY_FRENCH, |lists| lists.only_french = true);
    add(lexicon::ONLY_PORTUGUESE, |lists| {
        lists.only_portuguese = true;
    });
    words
});

impl Evidence {
    /// The evidence of a text.
    pub fn of(text: &str) -> Self {
        let mut evidence = Self::default();
        // Most texts hold no address: they need not be parted at white space first.
        match may_name_address(text) {
            false => evidence.words(text),
            true => text
                .split_whitespace()
                .filter(|token| !names_address(token))
                .for_each(|token| evidence.words(token)),
        }
        evidence
    }

    fn words(&mut self, text: &str) {
        text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .filter(|word| word.contains(char::is_alphabetic))
            .for_each(|word| self.word(word));
    }

    fn word(&mut self, word: &str) {
        self.words += 1.0;
        let is_ascii = word.is_ascii();
        let (letters, is_small) = match is_ascii {
            true => (word.len(), word.bytes().all(|c| c.is_ascii_lowercase())),
            false => (word.chars().count(), word.chars().all(char::is_lowercase)),
        };
        self.letters += letters;
        let lower = match is_small {
            true => Cow::Borrowed(word),
            false => Cow::Owned(word.to_lowercase().replace('’', "'")),
        };
        let lists = match lower.len() <= LONGEST_SMALL_WORD {
            true => SMALL_WORDS.get(&*lower).copied(),
            false => None,
        };
        if let Some(lists) = lists {
            self.small_word(lists, || {
                // A name has capitals within, too: “Know Your Rights”.
                is_small || lower == "i" || !word.contains(char::is_uppercase)
            });
        }
        // Most words have no letter that only one language writes.
        if !is_ascii {
            let has = |letters: &[char]| lower.contains(letters);
            let lists = lists.unwrap_or_default();
            self.only_french += one(!lists.only_french && has(&lexicon::FRENCH_LETTERS));
            self.only_portuguese +=
                one(!lists.only_portuguese && has(&lexicon::PORTUGUESE_LETTERS));
        }
        if is_small && !lists.is_some_and(Lists::is_known_well) {
            // Names keep the letters of the language they come from.
            let (english, spanish) = shape(&lower);
            self.english += english;
            self.spanish += spanish;
        }
    }

    /// A word of these lists. `is_own` tells whether it stands for itself and in no name.
    fn small_word(&mut self, lists: Lists, is_own: impl Fn() -> bool) {
        self.only_english += one(lists.only_english);
        self.only_spanish += one(lists.only_spanish);
        self.only_french += one(lists.only_french);
        self.only_portuguese += one(lists.only_portuguese);
        if lists.is_known_well() {
            let is_own = self.words <= 1.0 || is_own();
            self.small_english += one(lists.english && is_own);
            self.small_spanish += one(lists.spanish && is_own);
            self.english += one(lists.english);
            self.spanish += one(lists.spanish);
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
            only_french: self.only_french + other.only_french,
            only_portuguese: self.only_portuguese + other.only_portuguese,
            small_english: self.small_english + other.small_english,
            small_spanish: self.small_spanish + other.small_spanish,
        }
    }

    /// Whether there is enough of it to judge.
    pub fn is_enough(self) -> bool {
        self.letters >= ENOUGH_LETTERS
    }

    /// The language of a text that says it is in `declared`, when it is plainly in another.
    pub fn contradicts(self, declared: &str) -> Option<Known> {
        if !self.is_enough() {
            return self.plainly_contradicts(declared);
        }
        let scores = self.scores();
        let own = scores
            .iter()
            .find(|score| score.language.code() == declared);
        let mut others = scores
            .iter()
            .filter(|score| score.language.code() != declared);
        let found = others.find(|other| match (own.and_then(|own| own.all), other.all) {
            (Some(own), Some(other_all)) => {
                other_all >= ENOUGH_WORDS
                    && other_all >= self.words * PRESENT
                    && other.alone > 0.0
                    && other_all >= own * PREDOMINANCE
            }
            // Nothing is known of a language but these words: others of it may be anything.
            (None, None) => false,
            // A neighbour of either language scores for it too, but not with these words.
            _ => {
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

    /// The same for a short text.
    fn plainly_contradicts(self, declared: &str) -> Option<Known> {
        if self.letters < SOME_LETTERS || !["en", "es"].contains(&declared) {
            return None;
        }
        let scores = self.scores();
        let mut others = scores
            .iter()
            .filter(|score| score.language.code() != declared);
        let found = others.find(|other| {
            let rivals = scores
                .iter()
                .filter(|rival| rival.language != other.language);
            let alone = rivals.clone().map(|rival| rival.alone).fold(0.0, f32::max);
            // All that speaks for the declared language, however softly.
            let own = rivals.filter(|rival| rival.language.code() == declared);
            let own = own.filter_map(|own| own.all).fold(alone, f32::max);
            match (other.small, other.all) {
                (Some(small), Some(all)) => {
                    small >= ENOUGH_WORDS
                        && all >= self.words * PLAIN
                        && small >= own * PREDOMINANCE
                        && other.alone > 0.0
                }
                _ => {
                    other.alone >= ENOUGH_WORDS
                        && other.alone >= self.words * PLAIN_ALONE
                        && other.alone >= alone * PREDOMINANCE
                }
            }
        });
        found.map(|score| score.language)
    }

    fn scores(self) -> [Score; 4] {
        let known = |language, all, small, alone| Score {
            language,
            all: Some(all),
            small: Some(small),
            alone,
        };
        let neighbour = |language, alone| Score {
            language,
            all: None,
            small: None,
            alone,
        };
        let (english, spanish) = (Known::English, Known::Spanish);
        [
            known(english, self.english, self.small_english, self.only_english),
            known(spanish, self.spanish, self.small_spanish, self.only_spanish),
            neighbour(Known::French, self.only_french),
            neighbour(Known::Portuguese, self.only_portuguese),
        ]
    }
}

/// What speaks for a language.
#[derive(Clone, Copy)]
struct Score {
    language: Known,
    /// None for one of which no more is known than the words that no neighbour has.
    all: Option<f32>,
    /// With small words, that are no part of a name.
    small: Option<f32>,
    /// With words that no neighbour of it has.
    alone: f32,
}

/// Whether some token of a text may be an address: none of a text without these signs is.
fn may_name_address(text: &str) -> bool {
    text.contains('@') || text.contains("://") || text.contains("www.")
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
    fn neighbours_are_recognised_where_one_of_the_two_was_declared() {
        let french = "Vous pouvez appeler à toute heure sans dire votre nom, c'est gratuit.";
        let portuguese = "Você pode ligar a qualquer hora e não precisa dizer o seu nome.";
        check("es", french, Some("fr"));
        check("en", french, Some("fr"));
        check("es", portuguese, Some("pt"));
        check("en", portuguese, Some("pt"));
        check("fr", french, None);
        check("pt", portuguese, None);
        check(
            "pt",
            "Puede llamar a toda hora, y no tiene que decir cómo se llama usted.",
            Some("es"),
        );
    }

    #[test]
    fn a_short_text_is_judged_when_it_is_plain() {
        check("es", "You can ask for help.", Some("en"));
        check("es", "What you can do", Some("en"));
        check("en", "Qué puede hacer usted", Some("es"));
        check("es", "Qué puede hacer", None);
        check("es", "Know Your Rights", None);
        check("es", "The New York Times", None);
        check("es", "Blue Campaign, de la línea", None);
        check("en", "La Casa del Migrante, A.C.", None);
        check("en", "Línea Nacional Contra la Trata", None);
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
