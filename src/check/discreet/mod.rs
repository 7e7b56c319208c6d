//! Discretion: words that would tell somebody else what a discreet edition is about.
//!
//! The lists are data, one a language, and a translator can read them.

mod words;

pub use words::Words;

/// The lists of the languages that have one.
const LISTS: [(&str, &str); 2] = [
    ("en", include_str!("en.txt")),
    ("es", include_str!("es.txt")),
];

/// The words of a language; none when nobody has listed them.
pub fn words_of(language: &str) -> Option<Words> {
    let list = LISTS.iter().find(|(known, _)| *known == language);
    list.map(|(_, text)| Words::read(text))
}

/// The words of every language that has a list, for names that are in no language in particular.
pub fn words_of_all() -> Words {
    let texts: Vec<&str> = LISTS.iter().map(|(_, text)| *text).collect();
    Words::read(&texts.join("\n"))
}
