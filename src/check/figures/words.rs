//! Figures in words: *one in three*, *half of*, *twelve thousand*, and their Spanish.

use std::ops::Range;

use crate::model::numeral;

/// One, which begins a share.
const ONES: [&str; 4] = ["one", "un", "uno", "una"];

/// What stands between the two numbers of a share.
const AMONG: [&[&str]; 5] = [
    &["in"],
    &["out", "of"],
    &["of", "every"],
    &["in", "every"],
    &["de", "cada"],
];

/// Parts of a whole, with the words around them that make them shares and no *half an hour*.
const PARTS: [&[&str]; 16] = [
    &["half", "of"],
    &["half", "the"],
    &["half", "all"],
    &["la", "mitad"],
    &["third", "of"],
    &["thirds", "of"],
    &["quarter", "of"],
    &["quarters", "of"],
    &["fifth", "of"],
    &["tercio", "de"],
    &["tercios", "de"],
    &["tercera", "parte"],
    &["terceras", "partes"],
    &["cuarta", "parte"],
    &["cuartas", "partes"],
    &["quinta", "parte"],
];

/// What makes a number in words one of thousands.
const THOUSANDS: [&str; 2] = ["thousand", "mil"];

/// The most that one of how many is said of.
const WHOLE: u64 = 1000;

/// The ranges of a text that say a figure in words.
pub fn figures(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let count = count(&words[at..], text);
        if count > 0 {
            found.push(words[at].0..words[at + count - 1].0 + words[at + count - 1].1.len());
        }
        at += count.max(1);
    }
    found
}

/// The words of a text in small letters, with where they begin.
fn words(text: &str) -> Vec<(usize, String)> {
    let is_part = |char: char| char.is_alphanumeric();
    text.split(move |char| !is_part(char))
        .filter(|word| !word.is_empty())
        .map(|word| {
            (
                word.as_ptr().addr() - text.as_ptr().addr(),
                word.to_lowercase(),
            )
        })
        .collect()
}

/// Of how many of these words a figure at their beginning is.
fn count(words: &[(usize, String)], text: &str) -> usize {
    let begins = |from: usize, known: &[&str]| {
        words.len() >= from + known.len()
            && words[from..]
                .iter()
                .zip(known)
                .all(|((_, word), known)| word == known)
            && is_joined(&words[from.saturating_sub(1)..from + known.len()], text)
    };
    if let Some(part) = PARTS.iter().find(|part| begins(0, part)) {
        return part.len();
    }
    let Some(part) = number(&words[0].1) else {
        let is_many = begins(0, &["thousands", "of"]) || begins(0, &["miles", "de"]);
        return if is_many { 2 } else { 0 };
    };
    for among in AMONG.iter().filter(|among| begins(1, among)) {
        let whole = words.get(1 + among.len());
        let number = whole.and_then(|(_, word)| number(word));
        if number.is_some_and(|whole| part < whole && whole <= WHOLE) {
            return among.len() + 2;
        }
    }
    let in_words = words.iter().take_while(|(_, word)| {
        word == "y" || word == "and" || word == "a" || spoken(word).is_some()
    });
    let length = in_words.count();
    let is_thousand = length > 0
        && words
            .get(length)
            .is_some_and(|(_, word)| THOUSANDS.contains(&word.as_str()))
        && is_joined(&words[..=length], text);
    if is_thousand { length + 1 } else { 0 }
}

/// Whether nothing but a space or a hyphen stands between neighbouring words.
fn is_joined(words: &[(usize, String)], text: &str) -> bool {
    words.windows(2).all(|pair| {
        let end = pair[0].0 + pair[0].1.len();
        text.get(end..pair[1].0).is_some_and(|between| {
            between
                .chars()
                .all(|char| char.is_whitespace() || char == '-')
        })
    })
}

fn number(word: &str) -> Option<u64> {
    spoken(word).or_else(|| word.parse().ok())
}

/// What a word below a thousand stands for.
fn spoken(word: &str) -> Option<u64> {
    if ONES.contains(&word) {
        return Some(1);
    }
    numeral::value(word).filter(|value| *value < 1000)
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn figures_in_words_are_figures() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = figures(text)
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(found, expected, "{text}");
        };
        check("thirteen thousand", &["thirteen thousand"]);
        check("cuatrocientas mil", &["cuatrocientas mil"]);
        check("One in three people. 1 in 3.", &["One in three", "1 in 3"]);
        check(
            "Una de cada tres, 1 de cada 3",
            &["Una de cada tres", "1 de cada 3"],
        );
        check(
            "two out of five, nine of every ten",
            &["two out of five", "nine of every ten"],
        );
        check(
            "Half of all, la mitad de, a third of them",
            &["Half of", "la mitad", "third of"],
        );
        check(
            "Twelve thousand, doce mil, treinta y dos mil",
            &["Twelve thousand", "doce mil", "treinta y dos mil"],
        );
        check(
            "half an hour, one in May, 3 in 2024, two in one, mil gracias, 20 miles",
            &[],
        );
        check(
            "twelve of them in three places; a half-day; one. In three days",
            &[],
        );
    }
}
